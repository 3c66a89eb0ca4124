/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The stage of shock of the SCAI classification (2019, revised 2022), with the reasons for it.
 *
 *   A  at risk         no sign
 *   B  beginning       systolic below 90, mean below 60 or rate of 100 and more; perfusion is kept
 *   C  classic         hypoperfusion: lactate of 2 and more; cardiac index below 2.2 with a wedge
 *                      pressure above 15; urine below 0.5 mL/kg/h
 *   D  deteriorating   the first therapy failed
 *   E  extremis        lactate of 8 and more, pH of 7.2 and less, no pulse
 *
 * The definition is meant for a physician who sees more than numbers, over hours; these rules see
 * numbers of one moment, so that they name a range where the numbers disagree:
 *
 * - one sign of hypoperfusion while another is known to be absent: up to C, from what the pressure
 *   and the rate say;
 * - low pressure under a drug or a device while perfusion is kept: up to C, which it is when the
 *   pressure needs the therapy;
 * - lactate of 2 and more under a drug or a device: up to D. Falling it would be C, rising D, and a
 *   moment does not tell;
 * - lactate of 5 to 8: up to E, which it is in the definition of 2019 but not in that of 2022;
 * - pH of 7.2 and less with a lactate below 2: up to E, from what the others say. Such an acidosis
 *   is that of the lungs.
 *
 * A fall of systolic pressure by 30 mmHg, skin, consciousness and creatinine are not judged.
 */

typedef enum {
  AL_SCAI_A = 1,
  AL_SCAI_B,
  AL_SCAI_C,
  AL_SCAI_D,
  AL_SCAI_E,
} AlScaiStage;

/**
 * AlScaiSigns:
 * @sbp_mmhg: arterial systolic pressure
 * @map_mmhg: mean arterial pressure
 * @hr_bpm: heart rate
 * @lactate_mmol_l: arterial lactate
 * @ci_l_min_m2: flow to the body over body surface area, that of a pump included
 * @pcwp_mmhg: wedge pressure
 * @urine_ml_kg_h: urine output
 * @ph: arterial pH
 * @drugs: whether a vasoactive drug is given
 * @device: whether a device supports the circulation
 * @arrest: whether the patient had a cardiac arrest: the modifier
 * @therapy_failed: whether the patient got worse under the first drug or device
 * @pulseless: asystole, or a tachycardia without output
 *
 * What is known of a patient. A number that is not known is NAN and not judged.
 */
typedef struct {
  double sbp_mmhg;
  double map_mmhg;
  double hr_bpm;
  double lactate_mmol_l;
  double ci_l_min_m2;
  double pcwp_mmhg;
  double urine_ml_kg_h;
  double ph;
  gboolean drugs;
  gboolean device;
  gboolean arrest;
  gboolean therapy_failed;
  gboolean pulseless;
} AlScaiSigns;

/**
 * AlScaiVersion:
 * @AL_SCAI_2019: Baran and others, Catheter Cardiovasc Interv 2019;94:29
 * @AL_SCAI_2022: Naidu and others, J Am Coll Cardiol 2022;79:933
 *
 * The two versions of the definition.
 */
typedef enum {
  AL_SCAI_2019,
  AL_SCAI_2022,
} AlScaiVersion;

/**
 * AlScaiReason:
 *
 * Why a stage was named: the numbers of the bits in @reasons of #AlScai.
 */
typedef enum {
  AL_SCAI_REASON_SYSTOLIC,
  AL_SCAI_REASON_MEAN,
  AL_SCAI_REASON_RATE,
  AL_SCAI_REASON_LACTATE,
  AL_SCAI_REASON_OUTPUT,
  AL_SCAI_REASON_LOW_FLOW,
  AL_SCAI_REASON_URINE,
  AL_SCAI_REASON_TREATED_PRESSURE,
  AL_SCAI_REASON_TREATED_LACTATE,
  AL_SCAI_REASON_FAILED,
  AL_SCAI_REASON_LACTATE_2019,
  AL_SCAI_REASON_LACTATE_2022,
  AL_SCAI_REASON_ACIDOSIS,
  AL_SCAI_REASON_COLLAPSE,
  AL_SCAI_REASON_PULSELESS,
  AL_N_SCAI_REASONS
} AlScaiReason;

/**
 * AlScai:
 * @low: the stage at least
 * @high: the stage at most
 * @reasons: one bit for each #AlScaiReason that holds, or that held when the stage was worst
 * @past: those of @reasons that do not hold any more
 * @arrest: the modifier: there was a cardiac arrest
 * @supported: a device supports the circulation
 * @treated: a device or a vasoactive drug does: signs that are better now are no recovery
 */
typedef struct {
  AlScaiStage low;
  AlScaiStage high;
  guint32 reasons;
  guint32 past;
  gboolean arrest;
  gboolean supported;
  gboolean treated;
} AlScai;

void al_scai_judge (const AlScaiSigns *signs, AlScai *scai);
void al_scai_judge_by (const AlScaiSigns *signs, AlScaiVersion version, AlScai *scai);
AlScai al_scai_worse (AlScai a, AlScai b);
const char *al_scai_reason_get_text (AlScaiReason reason);
const char *al_scai_stage_get_letter (AlScaiStage stage);

G_END_DECLS
