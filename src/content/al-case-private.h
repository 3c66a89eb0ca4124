/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-case.h"
#include "al-xml.h"

G_BEGIN_DECLS

struct _AlCase {
  GObject parent_instance;
  char *file_name;
  char *id;
  char *version;
  char *title;
  char *summary;
  char *author;
  char *licence;
  guint difficulty;
  guint minutes;
  AlCaseSupport support;
  char **objectives;
  char *start;
  GPtrArray *nodes;  /* (element-type AlCaseNode) */
  GHashTable *by_id; /* borrows from nodes */
};

void al_case_check_paths (AlCase *self, AlXml *xml);
void al_case_check_identity (const AlXml *xml, GPtrArray *messages);

G_END_DECLS
