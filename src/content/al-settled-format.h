/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-excursion.h"

G_BEGIN_DECLS

/*
 * The file of settled patients: a head, then records. It is written and read on the same machine by
 * the same build, so numbers stand in it as they stand in memory; the head tells when that is not
 * so.
 */

#define AL_SETTLED_RESOURCE "/io/github/afterload/Afterload/settled/settled.bin"
#define AL_SETTLED_MAGIC    "ALSETTLE"

typedef struct {
  char magic[8];
  guint32 version;      /* AL_SIMULATION_VERSION */
  guint32 record_size;  /* sizeof (AlSettledRecord) */
  guint32 n_parameters; /* AL_N_PARAMETERS */
  guint32 n_records;
} AlSettledHead;

typedef struct {
  double settle_s;
  AlSimulation simulation;
  AlExcursion excursion;
} AlSettledRecord;

G_END_DECLS
