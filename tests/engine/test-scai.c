/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-scai.h"

#include <math.h>

#define BIT(ID) (1u << AL_SCAI_REASON_##ID)

/* Nothing is known. */
static const AlScaiSigns unknown = {
    .sbp_mmhg = NAN,
    .map_mmhg = NAN,
    .hr_bpm = NAN,
    .lactate_mmol_l = NAN,
    .ci_l_min_m2 = NAN,
    .pcwp_mmhg = NAN,
    .urine_ml_kg_h = NAN,
    .ph = NAN,
};

/* Everything is known and well. */
static const AlScaiSigns well = {
    .sbp_mmhg = 120,
    .map_mmhg = 90,
    .hr_bpm = 66,
    .lactate_mmol_l = 1,
    .ci_l_min_m2 = 2.8,
    .pcwp_mmhg = 9,
    .urine_ml_kg_h = 1,
    .ph = 7.4,
};

/* The C of the reference presets, from a body surface of 1.9 m2. */
static const AlScaiSigns classic = {
    .sbp_mmhg = 82,
    .map_mmhg = 65,
    .hr_bpm = 98,
    .lactate_mmol_l = 3.0,
    .ci_l_min_m2 = 2.9 / 1.9,
    .pcwp_mmhg = 27,
    .urine_ml_kg_h = 0.3,
    .ph = 7.36,
};

static void
assert_judged (const AlScaiSigns *signs, const char *low, const char *high, guint32 reasons)
{
  AlScai scai;

  al_scai_judge (signs, &scai);
  g_assert_cmpstr (al_scai_stage_get_letter (scai.low), ==, low);
  g_assert_cmpstr (al_scai_stage_get_letter (scai.high), ==, high);
  g_assert_cmphex (scai.reasons, ==, reasons);
  g_assert_cmpint (scai.arrest, ==, signs->arrest);
  g_assert_cmpint (scai.supported, ==, signs->device);
}

/* Copies @FROM with some fields changed, judges it. */
#define JUDGE(FROM, LOW, HIGH, REASONS, ...)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    AlScaiSigns s = FROM;                                                                          \
                                                                                                   \
    __VA_ARGS__;                                                                                   \
    assert_judged (&s, LOW, HIGH, REASONS);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_at_risk (void)
{
  assert_judged (&well, "A", "A", 0);
  assert_judged (&unknown, "A", "A", 0);
}

/* Each sign alone, when nothing else is known. */
static void
test_each_alone (void)
{
  JUDGE (unknown, "B", "B", BIT (SYSTOLIC), s.sbp_mmhg = 89);
  JUDGE (unknown, "B", "B", BIT (MEAN), s.map_mmhg = 59);
  JUDGE (unknown, "B", "B", BIT (RATE), s.hr_bpm = 100);
  JUDGE (unknown, "C", "C", BIT (LACTATE), s.lactate_mmol_l = 2);
  JUDGE (unknown, "C", "C", BIT (OUTPUT), s.ci_l_min_m2 = 2.1, s.pcwp_mmhg = 16);
  JUDGE (unknown, "C", "C", BIT (URINE), s.urine_ml_kg_h = 0.4);
  JUDGE (unknown, "D", "D", BIT (FAILED), s.therapy_failed = TRUE);
  JUDGE (unknown, "C", "E", BIT (LACTATE_2019), s.lactate_mmol_l = 5);
  JUDGE (unknown, "E", "E", BIT (LACTATE_2022), s.lactate_mmol_l = 8);
  JUDGE (unknown, "E", "E", BIT (ACIDOSIS), s.ph = 7.2);
  JUDGE (unknown, "E", "E", BIT (PULSELESS), s.pulseless = TRUE);
}

/* Just on the good side of each limit. */
static void
test_limits (void)
{
  JUDGE (well, "A", "A", 0, s.sbp_mmhg = 90, s.map_mmhg = 60, s.hr_bpm = 99.9);
  JUDGE (well, "A", "A", 0, s.lactate_mmol_l = 1.99, s.ci_l_min_m2 = 2.2, s.pcwp_mmhg = 30);
  JUDGE (well, "A", "A", 0, s.ci_l_min_m2 = 1.8, s.pcwp_mmhg = 15, s.urine_ml_kg_h = 0.5);
  JUDGE (classic, "C", "C", BIT (SYSTOLIC) | BIT (LACTATE) | BIT (OUTPUT) | BIT (URINE),
         s.lactate_mmol_l = 4.99, s.ph = 7.21);
  JUDGE (unknown, "C", "E", BIT (LACTATE_2019), s.lactate_mmol_l = 7.99);
}

static void
assert_by (const AlScaiSigns *signs, AlScaiVersion version, const char *low, const char *high)
{
  AlScai scai;

  al_scai_judge_by (signs, version, &scai);
  g_assert_cmpstr (al_scai_stage_get_letter (scai.low), ==, low);
  g_assert_cmpstr (al_scai_stage_get_letter (scai.high), ==, high);
}

/* The two versions part on a lactate of 5 to 8, and on nothing else that is judged. */
static void
test_versions (void)
{
  AlScaiSigns signs = classic;

  assert_by (&signs, AL_SCAI_2019, "C", "C");
  assert_by (&signs, AL_SCAI_2022, "C", "C");
  signs.lactate_mmol_l = 6;
  assert_by (&signs, AL_SCAI_2019, "E", "E");
  assert_by (&signs, AL_SCAI_2022, "C", "C");
  signs.device = TRUE;
  assert_by (&signs, AL_SCAI_2022, "C", "D");
  signs.lactate_mmol_l = 8;
  assert_by (&signs, AL_SCAI_2019, "E", "E");
  assert_by (&signs, AL_SCAI_2022, "E", "E");
}

/* A single sign of hypoperfusion against others that are well: a range. */
static void
test_disagreement (void)
{
  JUDGE (well, "A", "C", BIT (LACTATE), s.lactate_mmol_l = 2.5);
  JUDGE (well, "A", "C", BIT (OUTPUT), s.ci_l_min_m2 = 2, s.pcwp_mmhg = 18);
  JUDGE (well, "A", "C", BIT (URINE), s.urine_ml_kg_h = 0.3);
  JUDGE (well, "B", "C", BIT (RATE) | BIT (URINE), s.hr_bpm = 105, s.urine_ml_kg_h = 0.3);
  JUDGE (well, "C", "E", BIT (LACTATE_2019), s.lactate_mmol_l = 6);
  JUDGE (well, "C", "C", BIT (LACTATE) | BIT (URINE), s.lactate_mmol_l = 2.5,
         s.urine_ml_kg_h = 0.3);
}

/* A failing right ventricle: little flow and no congestion is no sign by itself, and no comfort. */
static void
test_right_ventricle (void)
{
  JUDGE (unknown, "A", "A", 0, s.ci_l_min_m2 = 1.8, s.pcwp_mmhg = 9.5);
  JUDGE (unknown, "C", "C", BIT (LACTATE), s.ci_l_min_m2 = 1.8, s.pcwp_mmhg = 9.5,
         s.lactate_mmol_l = 2.4);
}

/* Who bleeds has no wedge pressure, and lactate comes late: flow and pressure themselves tell. */
static void
test_collapse (void)
{
  JUDGE (well, "C", "C", BIT (LOW_FLOW), s.ci_l_min_m2 = 1.2, s.pcwp_mmhg = 5);
  JUDGE (well, "E", "E", BIT (MEAN) | BIT (COLLAPSE), s.map_mmhg = 35);
}

/*
 * The reference presets by their numbers: mean pressure, output over 1.9 m2, left atrial pressure,
 * rate and the lactate that belongs to each.
 */
static void
test_presets (void)
{
  /* As first drawn, B met no criterion of B and had the index of C. */
  JUDGE (unknown, "A", "C", BIT (OUTPUT), s.map_mmhg = 76, s.ci_l_min_m2 = 3.7 / 1.9,
         s.pcwp_mmhg = 18, s.hr_bpm = 90, s.lactate_mmol_l = 1.2);
  JUDGE (unknown, "B", "B", BIT (RATE), s.map_mmhg = 76, s.ci_l_min_m2 = 4.3 / 1.9,
         s.pcwp_mmhg = 18, s.hr_bpm = 102, s.lactate_mmol_l = 1.2);
  JUDGE (unknown, "C", "C", BIT (LACTATE) | BIT (OUTPUT), s.map_mmhg = 65,
         s.ci_l_min_m2 = 2.9 / 1.9, s.pcwp_mmhg = 27, s.hr_bpm = 98, s.lactate_mmol_l = 3.0);
  JUDGE (unknown, "D", "E",
         BIT (MEAN) | BIT (RATE) | BIT (LACTATE_2019) | BIT (OUTPUT) | BIT (LOW_FLOW) |
             BIT (FAILED),
         s.map_mmhg = 57, s.ci_l_min_m2 = 2.4 / 1.9, s.pcwp_mmhg = 31, s.hr_bpm = 108,
         s.lactate_mmol_l = 5.0, s.therapy_failed = TRUE);
  JUDGE (unknown, "E", "E",
         BIT (MEAN) | BIT (RATE) | BIT (LACTATE_2022) | BIT (OUTPUT) | BIT (LOW_FLOW),
         s.map_mmhg = 41, s.ci_l_min_m2 = 1.8 / 1.9, s.pcwp_mmhg = 28, s.hr_bpm = 115,
         s.lactate_mmol_l = 8.5);
}

/* Stage D is no band of lactate: it takes a therapy that does not help. */
static void
test_deteriorating (void)
{
  guint32 shock = BIT (SYSTOLIC) | BIT (LACTATE) | BIT (OUTPUT) | BIT (URINE);

  assert_judged (&classic, "C", "C", shock);
  JUDGE (classic, "C", "C", shock, s.lactate_mmol_l = 4.9);
  JUDGE (classic, "C", "D", shock | BIT (TREATED_PRESSURE) | BIT (TREATED_LACTATE), s.drugs = TRUE);
  JUDGE (classic, "C", "D", shock | BIT (TREATED_PRESSURE) | BIT (TREATED_LACTATE),
         s.device = TRUE);
  JUDGE (classic, "D", "D", shock | BIT (FAILED), s.therapy_failed = TRUE);
}

/* A pressure that is low under therapy, with perfusion kept. */
static void
test_treated_pressure (void)
{
  JUDGE (well, "A", "A", 0, s.drugs = TRUE);
  JUDGE (well, "B", "C", BIT (MEAN) | BIT (TREATED_PRESSURE), s.map_mmhg = 58, s.drugs = TRUE);
  JUDGE (well, "B", "B", BIT (RATE), s.hr_bpm = 110, s.drugs = TRUE);
}

/* The acidosis of the lungs is not that of shock. */
static void
test_acidosis (void)
{
  JUDGE (well, "A", "E", BIT (ACIDOSIS), s.ph = 7.15);
  JUDGE (well, "E", "E", BIT (ACIDOSIS) | BIT (LACTATE), s.ph = 7.15, s.lactate_mmol_l = 3);
}

/* Signs that are well under a device are no recovery: the worst is kept, and called supported. */
static void
test_supported (void)
{
  AlScaiSigns on_device = well;
  AlScai before, now, worst;

  on_device.device = TRUE;
  al_scai_judge (&classic, &before);
  al_scai_judge (&on_device, &now);
  g_assert_cmpint (now.high, ==, AL_SCAI_A);
  g_assert_true (now.supported);
  worst = al_scai_worse (before, now);
  g_assert_cmpint (worst.low, ==, AL_SCAI_C);
  g_assert_cmpint (worst.high, ==, AL_SCAI_C);
  g_assert_cmphex (worst.reasons, ==, before.reasons);
  g_assert_cmphex (worst.past, ==, before.reasons);
  g_assert_true (worst.supported);
}

/* So are signs that are well on a drug, which is no device. */
static void
test_treated (void)
{
  AlScaiSigns on_drug = well;
  AlScai now;

  al_scai_judge (&on_drug, &now);
  g_assert_false (now.treated);
  on_drug.drugs = TRUE;
  al_scai_judge (&on_drug, &now);
  g_assert_true (now.treated);
  g_assert_false (now.supported);
}

static void
test_worse (void)
{
  AlScai a = {.low = AL_SCAI_A, .high = AL_SCAI_C, .reasons = BIT (OUTPUT), .arrest = TRUE};
  AlScai b = {.low = AL_SCAI_B, .high = AL_SCAI_B, .reasons = BIT (RATE)};
  AlScai c = {.low = AL_SCAI_C, .high = AL_SCAI_C, .reasons = BIT (LACTATE), .supported = TRUE};
  AlScai worse = al_scai_worse (a, b);

  g_assert_cmpint (worse.low, ==, AL_SCAI_B);
  g_assert_cmpint (worse.high, ==, AL_SCAI_C);
  g_assert_cmphex (worse.reasons, ==, BIT (OUTPUT));
  g_assert_true (worse.arrest);
  worse = al_scai_worse (worse, c);
  g_assert_cmpint (worse.low, ==, AL_SCAI_C);
  g_assert_cmphex (worse.reasons, ==, BIT (OUTPUT) | BIT (LACTATE));
  g_assert_cmphex (worse.past, ==, BIT (OUTPUT));
  g_assert_true (worse.supported);
  worse = al_scai_worse (c, b);
  g_assert_cmphex (worse.reasons, ==, BIT (LACTATE));
  g_assert_false (worse.supported);
}

static void
test_words (void)
{
  for (guint i = 0; i < AL_N_SCAI_REASONS; i++) {
    const char *text = al_scai_reason_get_text ((AlScaiReason) i);

    g_assert_nonnull (text);
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (text, !=, al_scai_reason_get_text ((AlScaiReason) k));
  }
  g_assert_null (al_scai_reason_get_text (AL_N_SCAI_REASONS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/scai/at-risk", test_at_risk);
  g_test_add_func ("/engine/scai/each-alone", test_each_alone);
  g_test_add_func ("/engine/scai/limits", test_limits);
  g_test_add_func ("/engine/scai/versions", test_versions);
  g_test_add_func ("/engine/scai/disagreement", test_disagreement);
  g_test_add_func ("/engine/scai/right-ventricle", test_right_ventricle);
  g_test_add_func ("/engine/scai/collapse", test_collapse);
  g_test_add_func ("/engine/scai/presets", test_presets);
  g_test_add_func ("/engine/scai/deteriorating", test_deteriorating);
  g_test_add_func ("/engine/scai/treated-pressure", test_treated_pressure);
  g_test_add_func ("/engine/scai/acidosis", test_acidosis);
  g_test_add_func ("/engine/scai/supported", test_supported);
  g_test_add_func ("/engine/scai/treated", test_treated);
  g_test_add_func ("/engine/scai/worse", test_worse);
  g_test_add_func ("/engine/scai/words", test_words);
  return g_test_run ();
}
