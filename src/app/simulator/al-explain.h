/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-index-text.h"
#include "al-parameter.h"

G_BEGIN_DECLS

/**
 * AlCause:
 *
 * A change of settings about whose consequences something is known.
 */
typedef enum {
  AL_CAUSE_NONE, /* another change, or several at once */
  AL_CAUSE_IABP_ON,
  AL_CAUSE_IABP_OFF,
  AL_CAUSE_IABP_ON_ECMO,
  AL_CAUSE_IABP_OFF_ECMO,
  AL_CAUSE_EARLY_INFLATION,
  AL_CAUSE_LATE_INFLATION,
  AL_CAUSE_EARLY_DEFLATION,
  AL_CAUSE_LATE_DEFLATION,
  AL_CAUSE_RATIO_WIDER,
  AL_CAUSE_RATIO_CLOSER,
  AL_CAUSE_BALLOON_LARGER,
  AL_CAUSE_BALLOON_SMALLER,
  AL_CAUSE_ECMO_ON,
  AL_CAUSE_ECMO_OFF,
  AL_CAUSE_ECMO_MORE,
  AL_CAUSE_ECMO_LESS,
  AL_CAUSE_BOTH_ON,
  AL_CAUSE_MAFP_ON,
  AL_CAUSE_MAFP_OFF,
  AL_CAUSE_MAFP_MORE,
  AL_CAUSE_MAFP_LESS,
  AL_CAUSE_MAFP_ON_ECMO,
  AL_CAUSE_VENT_ON,
  AL_CAUSE_VENT_OFF,
  AL_CAUSE_SEPTOSTOMY,
  AL_CAUSE_SEPTOSTOMY_ECMO,
  AL_CAUSE_NOREPINEPHRINE_MORE,
  AL_CAUSE_VASOPRESSIN_MORE,
  AL_CAUSE_PHENYLEPHRINE_MORE,
  AL_CAUSE_EPINEPHRINE_MORE,
  AL_CAUSE_DOBUTAMINE_MORE,
  AL_CAUSE_MILRINONE_MORE,
  AL_CAUSE_NITROPRUSSIDE_MORE,
  AL_CAUSE_BLOOD_GIVEN,
  AL_CAUSE_BLOOD_LOST,
  AL_CAUSE_CRYSTALLOID_GIVEN,
  AL_CAUSE_LV_STRONGER,
  AL_CAUSE_LV_WEAKER,
  AL_CAUSE_RV_STRONGER,
  AL_CAUSE_RV_WEAKER,
  AL_CAUSE_RESISTANCE_UP,
  AL_CAUSE_RESISTANCE_DOWN,
  AL_CAUSE_RATE_UP,
  AL_CAUSE_RATE_DOWN,
  AL_CAUSE_FIBRILLATION,
  AL_CAUSE_TACHYCARDIA,
  AL_CAUSE_PEEP_UP,
  AL_CAUSE_PEEP_DOWN,
  AL_CAUSE_MITRAL_LEAK_UP,
  AL_CAUSE_AORTIC_LEAK_UP,
  AL_CAUSE_SEPTAL_DEFECT_UP,
  AL_CAUSE_EFFUSION_UP,
  AL_N_CAUSES
} AlCause;

/**
 * AlExplainPatients:
 *
 * On whom the model was seen to do what a row says.
 */
typedef enum {
  AL_EXPLAIN_SHOCK, /* the patient with an infarction and shock */
  AL_EXPLAIN_ALL,   /* the healthy adult, too */
} AlExplainPatients;

/**
 * AlExplainRow:
 * @cause: what was changed
 * @index: what changed with it
 * @change: where it went
 * @patients: on whom that is so
 * @text: why, untranslated; show it through gettext
 */
typedef struct {
  AlCause cause;
  AlIndex index;
  AlIndexChange change;
  AlExplainPatients patients;
  const char *text;
} AlExplainRow;

const AlExplainRow *al_explain_get_rows (guint *n_rows);
AlCause al_explain_find_cause (const AlSettings *from, const AlSettings *to);
char *al_explain (AlCause cause, AlIndex index, const AlIndices *before, const AlIndices *after);

G_END_DECLS
