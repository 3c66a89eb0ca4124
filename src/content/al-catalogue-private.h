/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"

G_BEGIN_DECLS

typedef enum {
  AL_KIND_OF_PATIENT,
  AL_KIND_OF_PRESET,
  AL_KIND_OF_EVIDENCE,
  AL_KIND_OF_CASE,
  AL_N_KINDS,
} AlContentKind;

/**
 * AlContentSource:
 * @files: (element-type AlXml): parsed files
 * @may_give_way: whether a file whose id is taken is left out without a word
 *
 * Files that are read together.
 */
typedef struct {
  GPtrArray *files;
  gboolean may_give_way;
} AlContentSource;

GPtrArray *al_content_source_built_in (void);
GPtrArray *al_content_source_paths (const char *const *paths);
void al_catalogue_load (AlCatalogue *self, const AlContentSource *sources, guint n_sources);

G_END_DECLS
