/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-scai.h"

#define N_(text) text

/* One bit of the reasons. */
#define BIT(ID) (1u << AL_SCAI_REASON_##ID)

/* In mmol/L: high, and the same by both versions. */
#define LACTATE_BELOW_2019 4.9

#define HYPOTENSION  (BIT (SYSTOLIC) | BIT (MEAN))
#define HIGH_LACTATE (BIT (LACTATE) | BIT (LACTATE_2019) | BIT (LACTATE_2022))

static const char *const texts[AL_N_SCAI_REASONS] = {
    /* Stage B: SCAI 2019 and 2022, core criteria. */
    [AL_SCAI_REASON_SYSTOLIC] = N_ ("Systolic pressure below 90 mmHg"),
    [AL_SCAI_REASON_MEAN] = N_ ("Mean arterial pressure below 60 mmHg"),
    [AL_SCAI_REASON_RATE] = N_ ("Heart rate of 100/min or more"),
    /* Stage C: SCAI 2019 and 2022; low pressure counts when it takes a therapy to keep it; urine
       below 30 mL/h, which is 0.4 to 0.5 mL/kg/h. */
    [AL_SCAI_REASON_LACTATE] = N_ ("Lactate of 2 mmol/L or more"),
    [AL_SCAI_REASON_OUTPUT] = N_ (
        "Flow to the body, pumps included, below 2.2 L/min/m² with a wedge pressure above 15 mmHg"),
    /* Modelling choice: an empty heart has no wedge pressure to speak of, and its body no flow. */
    [AL_SCAI_REASON_LOW_FLOW] = N_ ("Flow to the body, pumps included, below 1.5 L/min/m²"),
    [AL_SCAI_REASON_URINE] = N_ ("Urine below 0.5 mL/kg/h"),
    [AL_SCAI_REASON_TREATED_PRESSURE] = N_ ("Low pressure in spite of a drug or a device"),
    /* Stage D: SCAI 2022: no answer to the first intervention, lactate that stays or rises. */
    [AL_SCAI_REASON_TREATED_LACTATE] =
        N_ ("Lactate of 2 mmol/L or more in spite of a drug or a device"),
    [AL_SCAI_REASON_FAILED] = N_ ("Worse under the first drug or device"),
    /* Stage E: the two definitions differ on lactate. */
    [AL_SCAI_REASON_LACTATE_2019] =
        N_ ("Lactate of 5 mmol/L or more: stage E in the definition of 2019, not in that of 2022"),
    [AL_SCAI_REASON_LACTATE_2022] = N_ ("Lactate of 8 mmol/L or more"),
    [AL_SCAI_REASON_ACIDOSIS] = N_ ("pH of 7.2 or less"),
    /* Modelling choice: where circulatory collapse begins. */
    [AL_SCAI_REASON_COLLAPSE] = N_ ("Mean arterial pressure below 40 mmHg"),
    [AL_SCAI_REASON_PULSELESS] = N_ ("No pulse"),
};

/*
 * Comparisons with NAN are false, so that a sign that is not known is neither there nor absent.
 */
static guint32
lactate_reason (double lactate_mmol_l)
{
  if (lactate_mmol_l >= 8)
    return BIT (LACTATE_2022);
  if (lactate_mmol_l >= 5)
    return BIT (LACTATE_2019);
  return lactate_mmol_l >= 2 ? BIT (LACTATE) : 0;
}

static guint32
find_reasons (const AlScaiSigns *s)
{
  guint32 reasons = lactate_reason (s->lactate_mmol_l);

  reasons |= s->sbp_mmhg < 90 ? BIT (SYSTOLIC) : 0;
  reasons |= s->map_mmhg < 60 ? BIT (MEAN) : 0;
  reasons |= s->hr_bpm >= 100 ? BIT (RATE) : 0;
  reasons |= s->ci_l_min_m2 < 2.2 && s->pcwp_mmhg > 15 ? BIT (OUTPUT) : 0;
  reasons |= s->ci_l_min_m2 < 1.5 ? BIT (LOW_FLOW) : 0;
  reasons |= s->urine_ml_kg_h < 0.5 ? BIT (URINE) : 0;
  reasons |= s->therapy_failed ? BIT (FAILED) : 0;
  reasons |= s->ph <= 7.2 ? BIT (ACIDOSIS) : 0;
  reasons |= s->map_mmhg < 40 ? BIT (COLLAPSE) : 0;
  reasons |= s->pulseless ? BIT (PULSELESS) : 0;
  if (s->drugs || s->device) {
    reasons |= reasons & HYPOTENSION ? BIT (TREATED_PRESSURE) : 0;
    reasons |= reasons & HIGH_LACTATE ? BIT (TREATED_LACTATE) : 0;
  }
  return reasons;
}

static guint
count_hypoperfusion (guint32 reasons)
{
  return ((reasons & HIGH_LACTATE) != 0) + ((reasons & (BIT (OUTPUT) | BIT (LOW_FLOW))) != 0) +
         ((reasons & BIT (URINE)) != 0);
}

/*
 * Signs of hypoperfusion that are known to be absent. A low index with a low wedge pressure is no
 * sign of a congested heart, yet no good perfusion either: the right ventricle may have failed.
 */
static guint
count_good_perfusion (const AlScaiSigns *s)
{
  return (s->lactate_mmol_l < 2) + (s->ci_l_min_m2 >= 2.2) + (s->urine_ml_kg_h >= 0.5);
}

static void
raise_both (AlScai *scai, AlScaiStage stage)
{
  scai->low = MAX (scai->low, stage);
  scai->high = MAX (scai->high, stage);
}

static void
raise_high (AlScai *scai, AlScaiStage stage)
{
  scai->high = MAX (scai->high, stage);
}

static void
judge_perfusion (const AlScaiSigns *signs, AlScai *scai)
{
  guint poor = count_hypoperfusion (scai->reasons);
  gboolean agreed = poor > 1 || signs->lactate_mmol_l >= 5 || (scai->reasons & BIT (LOW_FLOW)) ||
                    count_good_perfusion (signs) == 0;

  if (poor == 0)
    return;
  if (agreed)
    raise_both (scai, AL_SCAI_C);
  else
    raise_high (scai, AL_SCAI_C);
}

static void
judge_extremis (const AlScaiSigns *signs, AlScai *scai)
{
  guint32 reasons = scai->reasons;

  if (reasons & (BIT (LACTATE_2022) | BIT (COLLAPSE) | BIT (PULSELESS)))
    raise_both (scai, AL_SCAI_E);
  else if ((reasons & BIT (ACIDOSIS)) && !(signs->lactate_mmol_l < 2))
    raise_both (scai, AL_SCAI_E);
  else if (reasons & (BIT (ACIDOSIS) | BIT (LACTATE_2019)))
    raise_high (scai, AL_SCAI_E);
}

/**
 * al_scai_judge:
 * @signs: what is known of the patient
 * @scai: (out caller-allocates): the stage and its reasons
 *
 * Names the stage of shock, as a range where the criteria disagree.
 *
 * It judges the moment. Under a device or a vasoactive drug the stage to show is the worst so far:
 * al_scai_worse().
 */
void
al_scai_judge (const AlScaiSigns *signs, AlScai *scai)
{
  *scai = (AlScai){
      .low = AL_SCAI_A,
      .high = AL_SCAI_A,
      .reasons = find_reasons (signs),
      .arrest = signs->arrest,
      .supported = signs->device,
      .treated = signs->device || signs->drugs,
  };
  if (scai->reasons & (HYPOTENSION | BIT (RATE)))
    raise_both (scai, AL_SCAI_B);
  judge_perfusion (signs, scai);
  if (scai->reasons & BIT (TREATED_PRESSURE))
    raise_high (scai, AL_SCAI_C);
  if (scai->reasons & BIT (TREATED_LACTATE))
    raise_high (scai, AL_SCAI_D);
  if (scai->reasons & BIT (FAILED))
    raise_both (scai, AL_SCAI_D);
  judge_extremis (signs, scai);
}

static void
judge_with_lactate (const AlScaiSigns *signs, double lactate_mmol_l, AlScai *scai)
{
  AlScaiSigns other = *signs;

  other.lactate_mmol_l = lactate_mmol_l;
  al_scai_judge (&other, scai);
}

/**
 * al_scai_judge_by:
 * @signs: what is known of the patient
 * @version: by which version of the definition
 * @scai: (out caller-allocates): the stage and its reasons
 *
 * As al_scai_judge(), by one version alone: a lactate of 5 to 8 mmol/L is stage E by that of 2019,
 * and no reason for it by that of 2022.
 */
void
al_scai_judge_by (const AlScaiSigns *signs, AlScaiVersion version, AlScai *scai)
{
  al_scai_judge (signs, scai);
  if (!(scai->reasons & BIT (LACTATE_2019)))
    return;
  if (version == AL_SCAI_2019)
    raise_both (scai, AL_SCAI_E);
  else
    judge_with_lactate (signs, LACTATE_BELOW_2019, scai);
}

/**
 * al_scai_worse:
 * @a: what was judged before
 * @b: what is judged now
 *
 * The worse of two judgements: each end of the range by itself.
 *
 * The reasons are those of the one that reaches the higher stage, of both when they reach the same;
 * those that @b does not give are past.
 * An arrest is remembered; whether the patient is supported or treated is what @b says.
 *
 * Returns: the worse
 */
AlScai
al_scai_worse (AlScai a, AlScai b)
{
  AlScai worse = {
      .low = MAX (a.low, b.low),
      .high = MAX (a.high, b.high),
      .arrest = a.arrest || b.arrest,
      .supported = b.supported,
      .treated = b.treated,
  };

  worse.reasons = (a.high == worse.high ? a.reasons : 0) | (b.high == worse.high ? b.reasons : 0);
  worse.past = worse.reasons & ~b.reasons;
  return worse;
}

/**
 * al_scai_reason_get_text:
 * @reason: a reason
 *
 * A reason in words, untranslated; show it through gettext.
 *
 * Returns: (nullable) (transfer none): a sentence without its full stop, %NULL beyond the last
 */
const char *
al_scai_reason_get_text (AlScaiReason reason)
{
  return reason < AL_N_SCAI_REASONS ? texts[reason] : NULL;
}

/**
 * al_scai_stage_get_letter:
 * @stage: a stage
 *
 * The letter of a stage.
 *
 * Returns: (transfer none): "A" to "E"
 */
const char *
al_scai_stage_get_letter (AlScaiStage stage)
{
  static const char *const letters[] = {"A", "B", "C", "D", "E"};

  g_return_val_if_fail (stage >= AL_SCAI_A && stage <= AL_SCAI_E, NULL);
  return letters[stage - AL_SCAI_A];
}
