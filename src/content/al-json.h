/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AlJson:
 *
 * Writes JSON from the first brace to the last, indented by two spaces. In an object every value
 * has a key, in an array none has.
 *
 * JSON-GLib is not used for writing because it prints 0.72 as 0.71999999999999997 and NAN as `nan`,
 * which is not JSON.
 */
typedef struct _AlJson AlJson;

AlJson *al_json_new (void);
void al_json_free (AlJson *self);

void al_json_begin_object (AlJson *self, const char *key);
void al_json_end_object (AlJson *self);
void al_json_begin_array (AlJson *self, const char *key);
void al_json_end_array (AlJson *self);

void al_json_string (AlJson *self, const char *key, const char *value);
void al_json_number (AlJson *self, const char *key, double value);
void al_json_integer (AlJson *self, const char *key, gint64 value);
void al_json_boolean (AlJson *self, const char *key, gboolean value);
void al_json_null (AlJson *self, const char *key);

const char *al_json_get_text (const AlJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlJson, al_json_free)

G_END_DECLS
