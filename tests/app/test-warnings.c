/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-warnings.h"

#include <math.h>

#define SECOND G_USEC_PER_SEC
#define MINUTE (60 * SECOND)

/* A failing heart about which nothing else is known. */
typedef struct {
  AlWarnings memory;
  AlSettings settings;
  AlIndices now;
  gint64 time_us;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  al_warnings_init (&self->memory);
  al_settings_init (&self->settings);
  self->settings.value[AL_PARAMETER_LV_EES] = 0.7;
  for (guint i = 0; i < AL_N_INDICES; i++)
    self->now.value[i] = NAN;
  self->time_us = 0;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
}

static void
set (Fixture *self, AlParameter parameter, double value)
{
  self->settings.value[parameter] = value;
}

static void
measure (Fixture *self, AlIndex index, double value)
{
  self->now.value[index] = value;
}

static guint32
look (Fixture *self)
{
  return al_warnings_observe (&self->memory, self->time_us, &self->settings, &self->now);
}

static guint32
look_after (Fixture *self, gint64 duration_us)
{
  self->time_us += duration_us;
  return look (self);
}

static void
assert_only (guint32 found, AlWarning warning)
{
  g_assert_cmphex (found, ==, 1u << warning);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  g_assert_cmphex (look (self), ==, 0);
  set (self, AL_PARAMETER_IABP_ON, 1);
  set (self, AL_PARAMETER_ECMO_ON, 1);
  set (self, AL_PARAMETER_MAFP_ON, 1);
  g_assert_cmphex (look_after (self, SECOND), ==, 0);
  /* Everything as it should be. */
  measure (self, AL_INDEX_ECMO_FLOW, 4);
  measure (self, AL_INDEX_ECMO_SUCTION, 5);
  measure (self, AL_INDEX_MAFP_SUCTION, 5);
  measure (self, AL_INDEX_AV_OPENING, 1);
  measure (self, AL_INDEX_SAO2_RADIAL, 96);
  measure (self, AL_INDEX_SAO2_FEMORAL, 100);
  measure (self, AL_INDEX_LIMB_FLOW, 80);
  measure (self, AL_INDEX_FREE_HB, 20);
  measure (self, AL_INDEX_PACO2, 40);
  g_assert_cmphex (look_after (self, MINUTE), ==, 0);
}

static void
test_timing (Fixture *self, gconstpointer data)
{
  const struct {
    AlParameter offset;
    double ms;
    AlWarning warning;
  } mistakes[] = {
      {AL_PARAMETER_IABP_DEFLATION_OFFSET, 60, AL_WARNING_LATE_DEFLATION},
      {AL_PARAMETER_IABP_DEFLATION_OFFSET, -60, AL_WARNING_EARLY_DEFLATION},
      {AL_PARAMETER_IABP_INFLATION_OFFSET, -60, AL_WARNING_EARLY_INFLATION},
      {AL_PARAMETER_IABP_INFLATION_OFFSET, 60, AL_WARNING_LATE_INFLATION},
  };

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    set (self, AL_PARAMETER_IABP_ON, 1);
    set (self, mistakes[i].offset, mistakes[i].ms / 2);
    g_assert_cmphex (look (self), ==, 0);
    set (self, mistakes[i].offset, mistakes[i].ms);
    assert_only (look (self), mistakes[i].warning);
    /* What does not run has no timing, and what is put right is right at once. */
    set (self, AL_PARAMETER_IABP_ON, 0);
    g_assert_cmphex (look (self), ==, 0);
    set (self, mistakes[i].offset, 0);
  }
}

static void
test_triggers (Fixture *self, gconstpointer data)
{
  set (self, AL_PARAMETER_IABP_ON, 1);
  set (self, AL_PARAMETER_RHYTHM, 4);
  assert_only (look (self), AL_WARNING_NO_TRIGGER);
  set (self, AL_PARAMETER_IABP_TRIGGER, 2);
  g_assert_cmphex (look (self), ==, 0);
  set (self, AL_PARAMETER_RHYTHM, 0);
  assert_only (look (self), AL_WARNING_OWN_CLOCK);
  /* A valve that stays shut gives no upstroke, but an R wave. */
  measure (self, AL_INDEX_AV_OPENING, 0);
  set (self, AL_PARAMETER_IABP_TRIGGER, 1);
  assert_only (look (self), AL_WARNING_NO_TRIGGER);
  set (self, AL_PARAMETER_IABP_TRIGGER, 0);
  g_assert_cmphex (look (self), ==, 0);
  set (self, AL_PARAMETER_AORTIC_LEAK, 0.3);
  assert_only (look (self), AL_WARNING_LEAKING_VALVE);
}

static void
test_narrow_outflow (Fixture *self, gconstpointer data)
{
  set (self, AL_PARAMETER_DRUG_DOBUTAMINE, 5);
  g_assert_cmphex (look (self), ==, 0);
  set (self, AL_PARAMETER_LVOT_OBSTRUCTION, 0.95);
  assert_only (look (self), AL_WARNING_OUTFLOW);
  set (self, AL_PARAMETER_DRUG_DOBUTAMINE, 0);
  set (self, AL_PARAMETER_DRUG_PHENYLEPHRINE, 1);
  g_assert_cmphex (look (self), ==, 0);
  set (self, AL_PARAMETER_IABP_ON, 1);
  assert_only (look (self), AL_WARNING_OUTFLOW);
}

static void
test_wide_vessels (Fixture *self, gconstpointer data)
{
  measure (self, AL_INDEX_MAP, 55);
  g_assert_cmphex (look (self), ==, 0);
  set (self, AL_PARAMETER_DRUG_NITROPRUSSIDE, 1);
  assert_only (look (self), AL_WARNING_WIDE_VESSELS);
  measure (self, AL_INDEX_MAP, 70);
  g_assert_cmphex (look_after (self, 5 * SECOND), ==, 0);
}

/* Each index of its own, beside a device without which it means nothing. */
static void
test_indices (Fixture *self, gconstpointer data)
{
  const struct {
    AlParameter device;
    AlIndex index;
    double value;
    AlWarning warning;
  } signs[] = {
      {AL_PARAMETER_ECMO_ON, AL_INDEX_ECMO_SUCTION, 30, AL_WARNING_SUCTION},
      {AL_PARAMETER_MAFP_ON, AL_INDEX_MAFP_SUCTION, 30, AL_WARNING_PUMP_SUCTION},
      {AL_PARAMETER_ECMO_ON, AL_INDEX_ECMO_FLOW, -0.5, AL_WARNING_BACKFLOW},
      {AL_PARAMETER_ECMO_ON, AL_INDEX_AV_OPENING, 0, AL_WARNING_VALVE_SHUT},
      {AL_PARAMETER_ECMO_ON, AL_INDEX_LIMB_FLOW, 40, AL_WARNING_LIMB},
      {AL_PARAMETER_ECMO_ON, AL_INDEX_PACO2, 70, AL_WARNING_CO2_HELD},
      {AL_PARAMETER_MAFP_ON, AL_INDEX_FREE_HB, 60, AL_WARNING_HAEMOLYSIS},
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    set_up (self, NULL);
    set (self, signs[i].device, 1);
    measure (self, signs[i].index, signs[i].value);
    assert_only (look (self), signs[i].warning);
    /* It does not flicker, and does not stay. */
    measure (self, signs[i].index, NAN);
    assert_only (look_after (self, SECOND), signs[i].warning);
    g_assert_cmphex (look_after (self, 5 * SECOND), ==, 0);
  }
}

static void
test_saturations (Fixture *self, gconstpointer data)
{
  set (self, AL_PARAMETER_ECMO_ON, 1);
  measure (self, AL_INDEX_SAO2_RADIAL, 82);
  measure (self, AL_INDEX_SAO2_FEMORAL, 99);
  assert_only (look (self), AL_WARNING_DIFFERENTIAL_HYPOXAEMIA);
  measure (self, AL_INDEX_SAO2_RADIAL, 97);
  measure (self, AL_INDEX_SAO2_FEMORAL, 80);
  assert_only (look_after (self, 5 * SECOND), AL_WARNING_POOR_OXYGENATOR);
}

/* Hours may pass in minutes; low flow counts only while it lasts. */
static void
test_low_flow (Fixture *self, gconstpointer data)
{
  set (self, AL_PARAMETER_ECMO_ON, 1);
  measure (self, AL_INDEX_ECMO_FLOW, 1.5);
  g_assert_cmphex (look (self), ==, 0);
  g_assert_cmphex (look_after (self, MINUTE), ==, 0);
  measure (self, AL_INDEX_ECMO_FLOW, 3);
  g_assert_cmphex (look_after (self, MINUTE), ==, 0);
  measure (self, AL_INDEX_ECMO_FLOW, 1.5);
  g_assert_cmphex (look_after (self, MINUTE), ==, 0);
  assert_only (look_after (self, 2 * MINUTE), AL_WARNING_LOW_FLOW);
  measure (self, AL_INDEX_ECMO_FLOW, 3);
  g_assert_cmphex (look_after (self, SECOND), ==, 0);
  set (self, AL_PARAMETER_SLOW_ACCELERATION, 60);
  measure (self, AL_INDEX_ECMO_FLOW, 1.5);
  assert_only (look_after (self, 3 * SECOND), AL_WARNING_LOW_FLOW);
}

/* 30 mmHg within half an hour is too fast, within three hours it is not. */
static void
test_carbon_dioxide (Fixture *self, gconstpointer data)
{
  for (int minute = 0; minute <= 180; minute++) {
    measure (self, AL_INDEX_PACO2, 70 - minute / 6.0);
    g_assert_cmphex (look_after (self, MINUTE), ==, 0);
  }
  for (int minute = 1; minute < 15; minute++) {
    measure (self, AL_INDEX_PACO2, 40 - minute);
    look_after (self, MINUTE);
  }
  assert_only (look_after (self, MINUTE), AL_WARNING_FAST_FALL_OF_CO2);
  for (int minute = 0; minute < 70; minute++)
    look_after (self, MINUTE);
  g_assert_cmphex (look (self), ==, 0);
}

static void
test_normal_heart (Fixture *self, gconstpointer data)
{
  set (self, AL_PARAMETER_LV_EES, 2.8);
  g_assert_cmphex (look (self), ==, 0);
  set (self, AL_PARAMETER_ECMO_ON, 1);
  assert_only (look (self), AL_WARNING_NORMAL_HEART);
  set (self, AL_PARAMETER_LUNG_R, 0.6);
  g_assert_cmphex (look (self), ==, 0);
}

/* Another patient, or the same from its beginning, has no past. */
static void
test_time_that_runs_back (Fixture *self, gconstpointer data)
{
  set (self, AL_PARAMETER_ECMO_ON, 1);
  measure (self, AL_INDEX_ECMO_FLOW, 1.5);
  look (self);
  assert_only (look_after (self, 3 * MINUTE), AL_WARNING_LOW_FLOW);
  g_assert_cmphex (look_after (self, -2 * MINUTE), ==, 0);
}

static void
test_texts (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < AL_N_WARNINGS; i++) {
    const char *text = al_warning_get_text ((AlWarning) i);

    g_assert_nonnull (text);
    g_assert_true (g_str_has_suffix (text, "."));
  }
}

#define ADD(path, func) g_test_add ("/warnings/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("nothing", test_nothing);
  ADD ("timing", test_timing);
  ADD ("triggers", test_triggers);
  ADD ("narrow-outflow", test_narrow_outflow);
  ADD ("wide-vessels", test_wide_vessels);
  ADD ("indices", test_indices);
  ADD ("saturations", test_saturations);
  ADD ("low-flow", test_low_flow);
  ADD ("carbon-dioxide", test_carbon_dioxide);
  ADD ("normal-heart", test_normal_heart);
  ADD ("time-that-runs-back", test_time_that_runs_back);
  ADD ("texts", test_texts);
  return g_test_run ();
}
