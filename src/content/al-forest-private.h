/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-evidence-reader.h"

G_BEGIN_DECLS

/* What the file says of pooling. */
typedef enum {
  AL_FOREST_POOL_NONE,
  AL_FOREST_POOL_FIXED,
  AL_FOREST_POOL_RANDOM,
} AlForestPool;

/* What the file says of a row; it becomes an entry once the studies are known. */
typedef struct {
  AlEvidencePlace origin;
  const char *study;
  const char *outcome;
  gboolean pooled;
} AlForestSource;

struct _AlForest {
  GObject parent_instance;

  GStringChunk *strings;
  AlEvidencePlace origin;
  const char *id;
  const char *title;
  AlMeasure measure;
  gboolean randomised;
  AlForestPool pool;
  const char *treated_label;
  const char *control_label;
  const char *favours_treated;
  const char *favours_control;
  const char *note;
  GArray *rows;    /* of AlForestSource */
  GArray *entries; /* of AlForestEntry */
  gboolean has_summary;
  AlPooled pooled;
  AlForestOptions options; /* how it is drawn */
  AlForest *base;          /* of a variant: what it was made of, and whose strings it uses */
};

gboolean al_forest_pool (AlForest *self);

G_END_DECLS
