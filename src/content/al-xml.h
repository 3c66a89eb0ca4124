/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-content-error.h"

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Everything that our own resource holds stands below this path. */
#define AL_CONTENT_RESOURCE "/io/github/afterload/Afterload"

/* No file that a person writes by hand is larger, and no element stands deeper. */
#define AL_XML_MAX_BYTES (4 * 1024 * 1024)
#define AL_XML_MAX_DEPTH 64

/* The version of every schema that this program reads. */
#define AL_XML_SCHEMA_VERSION 1

/**
 * AlXml:
 *
 * One content file while it is read: its elements, its name, and what is wrong with it so far.
 *
 * A reader goes through the elements and says what it finds with al_xml_error_at(); it need not
 * stop at the first mistake. In the end al_xml_finish() tells whether the file can be used.
 */
typedef struct _AlXml AlXml;

AlXml *al_xml_new (GBytes *bytes, const char *file_name);
AlXml *al_xml_new_from_file (GFile *file, const char *file_name);
void al_xml_free (AlXml *self);

void al_xml_trust (AlXml *self);
gboolean al_xml_check_schema (AlXml *self, const char *kind);
void al_xml_check_empty (AlXml *self);
gboolean al_xml_failed (const AlXml *self);
gboolean al_xml_finish (const AlXml *self, GError **error);

const char *al_xml_get_file_name (const AlXml *self);
xmlNode *al_xml_get_root (const AlXml *self);
const char *al_xml_get_kind (const AlXml *self);
GPtrArray *al_xml_get_messages (const AlXml *self);

void al_xml_error_at (AlXml *self, const xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void al_xml_problem (AlXml *self, AlContentError code, int line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

xmlNode *al_xml_child (const xmlNode *node, const char *name);
xmlNode *al_xml_next (const xmlNode *node, const char *name);
guint al_xml_count (const xmlNode *node, const char *name);
gboolean al_xml_is (const xmlNode *node, const char *name);
int al_xml_line (const xmlNode *node);

char *al_xml_text (const xmlNode *node);
char *al_xml_raw_text (const xmlNode *node);
char *al_xml_child_text (const xmlNode *node, const char *name);
char **al_xml_child_texts (const xmlNode *node, const char *name);
char *al_xml_attribute (const xmlNode *node, const char *name);
gboolean al_xml_attribute_double (AlXml *self, const xmlNode *node, const char *name,
                                  double *value);
gboolean al_xml_attribute_uint (AlXml *self, const xmlNode *node, const char *name, guint *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlXml, al_xml_free)

G_END_DECLS
