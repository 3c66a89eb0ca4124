/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-balloon-pump.h"
#include "al-units.h"
#include "test-patients.h"

#include <math.h>

/*
 * The console alone: a rhythm, the opening and closing of a valve at a fixed distance from it, and
 * the commands that the pump gives to the gas.
 */

#define UPSTROKE_AFTER_R_US 100000
#define CLOSURE_PER_ROOT_S  0.40
#define N_COMMANDS          4096

typedef struct {
  AlSettings settings;
  AlRhythmDrive drive;
  AlRhythm rhythm;
  AlBalloon balloon;
  AlBalloonPump pump;
  gboolean valve_shut; /* it never opens */
  gint64 upstroke_at_us;
  gint64 closure_at_us;
  gint64 inflation_us[N_COMMANDS];
  gint64 deflation_us[N_COMMANDS];
  guint n_inflations;
  guint n_deflations;
  guint n_windows;
  guint n_assisted;
} Console;

static void
console_init (Console *self, AlBalloonTrigger trigger, AlRhythmKind kind, double rate_bpm)
{
  memset (self, 0, sizeof *self);
  al_settings_init (&self->settings);
  self->settings.value[AL_PARAMETER_IABP_ON] = 1;
  self->settings.value[AL_PARAMETER_IABP_TRIGGER] = trigger;
  self->settings.value[AL_PARAMETER_RHYTHM] = kind;
  al_rhythm_drive_from_settings (&self->drive, &self->settings, 60 / rate_bpm);
  al_rhythm_init (&self->rhythm, 0, &self->drive, 1);
  al_balloon_from_settings (&self->balloon, &self->settings);
  al_balloon_pump_init (&self->pump);
  al_balloon_pump_switch (&self->pump, TRUE, 0);
  self->upstroke_at_us = self->closure_at_us = AL_NEVER;
}

static void
give_command (Console *self, gint64 now_us)
{
  gint64 before_us = self->pump.command_us;

  al_balloon_pump_command (&self->pump, now_us);
  if (self->pump.command_us == before_us)
    return;
  g_assert_cmpint (self->pump.command_us, ==, now_us);
  if (self->pump.inflating)
    self->inflation_us[self->n_inflations++ % N_COMMANDS] = now_us;
  else
    self->deflation_us[self->n_deflations++ % N_COMMANDS] = now_us;
}

static void
end_window (Console *self)
{
  gboolean inflating = self->pump.inflating;

  al_rhythm_on_beat (&self->rhythm, &self->drive);
  self->n_windows++;
  if (al_balloon_pump_on_beat (&self->pump, &self->settings, &self->rhythm))
    self->n_assisted++;
  if (inflating && !self->pump.inflating)
    self->deflation_us[self->n_deflations++ % N_COMMANDS] = self->pump.command_us;
  if (!self->rhythm.activated || self->valve_shut)
    return;
  self->upstroke_at_us = self->rhythm.beat_us + UPSTROKE_AFTER_R_US;
  self->closure_at_us =
      self->rhythm.beat_us +
      (gint64) (CLOSURE_PER_ROOT_S * AL_US_PER_S * sqrt (al_rhythm_interval_s (&self->rhythm)));
}

static gint64
next_us (const Console *self)
{
  gint64 next = MIN (self->rhythm.next_beat_us, self->rhythm.next_atrial_us);

  next = MIN (next, al_balloon_pump_next_us (&self->pump));
  return MIN (next, MIN (self->upstroke_at_us, self->closure_at_us));
}

/* Every event up to some time of simulation, in the order of the simulation. */
static void
run_until (Console *self, double until_s)
{
  gint64 now_us, last_us = G_MININT64;

  while ((now_us = next_us (self)) <= (gint64) (until_s * AL_US_PER_S)) {
    g_assert_cmpint (now_us, >=, last_us);
    last_us = now_us;
    if (self->closure_at_us <= now_us) {
      self->closure_at_us = AL_NEVER;
      al_balloon_pump_on_closure (&self->pump, &self->balloon, &self->rhythm, now_us);
    }
    if (self->upstroke_at_us <= now_us) {
      self->upstroke_at_us = AL_NEVER;
      if (al_balloon_pump_on_upstroke (&self->pump, &self->settings, &self->rhythm, now_us))
        self->n_assisted++;
    }
    while (al_balloon_pump_next_us (&self->pump) <= now_us)
      give_command (self, now_us);
    if (self->rhythm.next_atrial_us <= now_us)
      al_rhythm_on_atrial (&self->rhythm);
    if (self->rhythm.next_beat_us <= now_us)
      end_window (self);
  }
}

static void
set_kind (Console *self, AlRhythmKind kind)
{
  self->drive.kind = kind;
}

static gint64
last_inflation_us (const Console *self)
{
  g_assert_cmpuint (self->n_inflations, >, 0);
  return self->inflation_us[(self->n_inflations - 1) % N_COMMANDS];
}

static gint64
last_deflation_us (const Console *self)
{
  g_assert_cmpuint (self->n_deflations, >, 0);
  return self->deflation_us[(self->n_deflations - 1) % N_COMMANDS];
}

/* Inflation 20 ms before closure, deflation 50 ms before the next R, by whatever it is triggered.
 */
static void
check_right_timing (AlBalloonTrigger trigger)
{
  Console console;
  gint64 closure_us;

  console_init (&console, trigger, AL_RHYTHM_SINUS, 75);
  run_until (&console, 20.0); /* the beats fall on multiples of 0.8 s: an R wave happens now */
  closure_us = 19200000 + (gint64) (CLOSURE_PER_ROOT_S * 1e6 * sqrt (0.8));
  assert_between ((double) (last_inflation_us (&console) - closure_us), -20100, -19900);
  assert_between ((double) (last_deflation_us (&console) - 20000000), -50100, -49900);
  run_until (&console, 40.0);
  assert_between (console.n_assisted, console.n_windows - 2, console.n_windows);
  g_assert_cmpuint (console.n_inflations, ==, console.n_deflations);
}

static void
test_ecg (void)
{
  check_right_timing (AL_BALLOON_TRIGGER_ECG);
}

static void
test_pressure (void)
{
  check_right_timing (AL_BALLOON_TRIGGER_PRESSURE);
}

/* A valve that stays shut makes no pressure to follow; the ECG goes on alone. */
static void
test_valve_shut (void)
{
  Console console;
  guint before;

  console_init (&console, AL_BALLOON_TRIGGER_PRESSURE, AL_RHYTHM_SINUS, 75);
  run_until (&console, 10);
  before = console.n_inflations;
  console.valve_shut = TRUE;
  run_until (&console, 11);
  g_assert_false (console.pump.inflating);
  run_until (&console, 30);
  assert_between (console.n_inflations, before, before + 1);
  console.settings.value[AL_PARAMETER_IABP_TRIGGER] = AL_BALLOON_TRIGGER_ECG;
  run_until (&console, 50);
  g_assert_cmpuint (console.n_inflations, >, before + 20);
}

/* Without activation neither R wave nor upstroke: the balloon empties and stays so. */
static void
check_arrest (AlBalloonTrigger trigger)
{
  Console console;
  guint inflations, assisted;

  console_init (&console, trigger, AL_RHYTHM_SINUS, 75);
  run_until (&console, 10.1);
  set_kind (&console, AL_RHYTHM_ASYSTOLE);
  run_until (&console, 11.7);
  inflations = console.n_inflations;
  assisted = console.n_assisted;
  run_until (&console, 40);
  g_assert_cmpuint (console.n_inflations, ==, inflations);
  g_assert_cmpuint (console.n_assisted, ==, assisted);
  g_assert_false (console.pump.inflating);
  set_kind (&console, AL_RHYTHM_SINUS);
  run_until (&console, 42.2); /* the first beat says nothing about the next one */
  g_assert_cmpuint (console.n_inflations, <=, inflations + 1);
  run_until (&console, 60);
  g_assert_cmpuint (console.n_inflations, >, inflations + 15);
}

static void
test_arrest (void)
{
  check_arrest (AL_BALLOON_TRIGGER_ECG);
  check_arrest (AL_BALLOON_TRIGGER_PRESSURE);
}

/* The beat after a pause of some seconds has no interval to predict from, and is left alone. */
static void
test_pause (void)
{
  Console console;
  guint inflations;

  console_init (&console, AL_BALLOON_TRIGGER_ECG, AL_RHYTHM_SINUS, 50);
  run_until (&console, 10.0);
  set_kind (&console, AL_RHYTHM_ASYSTOLE);
  run_until (&console, 12.9); /* two windows of a second from 10.8 s on, and the third begun */
  inflations = console.n_inflations;
  set_kind (&console, AL_RHYTHM_SINUS);
  run_until (&console, 15.0);
  g_assert_cmpint (console.rhythm.beat_us, ==, 15000000);
  g_assert_cmpuint (console.n_inflations, ==, inflations);
  run_until (&console, 16.2);
  g_assert_cmpuint (console.n_inflations, ==, inflations + 1);
}

/* The valve that opens twice in one beat is one upstroke. */
static void
test_double_upstroke (void)
{
  AlBalloonPump before;
  Console console;

  console_init (&console, AL_BALLOON_TRIGGER_PRESSURE, AL_RHYTHM_SINUS, 75);
  run_until (&console, 10.6);
  before = console.pump;
  g_assert_false (al_balloon_pump_on_upstroke (&console.pump, &console.settings, &console.rhythm,
                                               before.upstroke_us + 150000));
  g_assert_cmpmem (&before, sizeof before, &console.pump, sizeof before);
}

/* A clock of its own, in arrest and against a beating heart alike: gas in for half of the cycle. */
static void
check_internal (AlRhythmKind kind, double ratio)
{
  gint64 cycle_us = (gint64) (750000 * ratio);
  Console console;

  console_init (&console, AL_BALLOON_TRIGGER_INTERNAL, kind, 75);
  console.settings.value[AL_PARAMETER_IABP_RATIO] = ratio;
  run_until (&console, 100);
  assert_between (console.n_inflations, 98e6 / (double) cycle_us, 100e6 / (double) cycle_us + 1);
  for (guint i = 1; i < console.n_inflations; i++)
    g_assert_cmpint (console.inflation_us[i] - console.inflation_us[i - 1], ==, cycle_us);
  for (guint i = 0; i < console.n_deflations; i++)
    g_assert_cmpint (console.deflation_us[i] - console.inflation_us[i], ==, 375000);
  console.settings.value[AL_PARAMETER_IABP_TRIGGER] = AL_BALLOON_TRIGGER_ECG;
  run_until (&console, 102);
  g_assert_cmpint (console.pump.next_internal_us, ==, AL_NEVER);
}

static void
test_internal (void)
{
  check_internal (AL_RHYTHM_ASYSTOLE, 1);
  check_internal (AL_RHYTHM_ASYSTOLE, 2);
  check_internal (AL_RHYTHM_SINUS, 1);
  check_internal (AL_RHYTHM_VENTRICULAR_TACHYCARDIA, 3);
}

/* At R in fibrillation: gas is out or on its way out, unless the R wave came when expected. */
static void
test_safety (void)
{
  guint early = 0;
  Console console;

  console_init (&console, AL_BALLOON_TRIGGER_ECG, AL_RHYTHM_ATRIAL_FIBRILLATION, 80);
  for (int i = 0; i < 400; i++) {
    gint64 r_us = console.rhythm.next_beat_us;
    gboolean inflating;

    run_until (&console, (double) (r_us - 1) * AL_S_PER_US);
    inflating = console.pump.inflating;
    run_until (&console, (double) r_us * AL_S_PER_US + 1e-7);
    g_assert_cmpint (console.rhythm.beat_us, ==, r_us);
    g_assert_false (console.pump.inflating);
    if (inflating) {
      g_assert_cmpint (console.pump.command_us, ==, r_us);
      early++;
    }
  }
  assert_between (early, 100, 250);
}

/* The same R wave with the pressure as trigger: known when the valve opens, and no sooner. */
static void
test_safety_by_pressure (void)
{
  Console console;
  guint early = 0;

  console_init (&console, AL_BALLOON_TRIGGER_PRESSURE, AL_RHYTHM_ATRIAL_FIBRILLATION, 80);
  for (int i = 0; i < 400; i++) {
    run_until (&console, (double) console.rhythm.next_beat_us * AL_S_PER_US + 1e-7);
    early += console.pump.inflating ? 1 : 0;
    run_until (&console,
               (double) (console.rhythm.beat_us + UPSTROKE_AFTER_R_US) * AL_S_PER_US + 1e-7);
    g_assert_false (console.pump.inflating);
  }
  g_assert_cmpuint (early, >, 80);
}

/* Set late on purpose, a deflation passes the R wave of a regular heart, at every ratio. */
static void
check_late_deflation (double ratio, AlBalloonTrigger trigger, double offset_ms)
{
  Console console;
  gint64 after_r_us;

  console_init (&console, trigger, AL_RHYTHM_SINUS, 75);
  console.settings.value[AL_PARAMETER_IABP_RATIO] = ratio;
  console.settings.value[AL_PARAMETER_IABP_DEFLATION_OFFSET] = offset_ms;
  run_until (&console, 30);
  after_r_us = last_deflation_us (&console) % 800000;
  assert_between ((double) after_r_us, (offset_ms - 50) * 1e3 - 100, (offset_ms - 50) * 1e3 + 100);
  assert_between (console.n_inflations, 36 / ratio - 1, 37 / ratio + 1);
}

static void
test_late_deflation (void)
{
  check_late_deflation (1, AL_BALLOON_TRIGGER_ECG, 120);
  check_late_deflation (2, AL_BALLOON_TRIGGER_ECG, 120);
  check_late_deflation (3, AL_BALLOON_TRIGGER_ECG, 120);
  check_late_deflation (1, AL_BALLOON_TRIGGER_PRESSURE, 120);
}

/* The share of beats assisted in a regular heart at some rate. */
static double
share_at (AlBalloonTrigger trigger, double rate_bpm, double ratio)
{
  Console console;

  console_init (&console, trigger, AL_RHYTHM_SINUS, rate_bpm);
  console.settings.value[AL_PARAMETER_IABP_RATIO] = ratio;
  run_until (&console, 60);
  return (double) console.n_inflations / console.n_windows;
}

/* The faster the heart, the less: every beat, every second, none. */
static void
check_tachycardia (AlBalloonTrigger trigger)
{
  assert_between (share_at (trigger, 70, 1), 0.95, 1);
  assert_between (share_at (trigger, 130, 1), 0.95, 1);
  assert_between (share_at (trigger, 160, 1), 0.47, 0.53);
  assert_between (share_at (trigger, 160, 2), 0.47, 0.53);
  assert_between (share_at (trigger, 160, 3), 0.30, 0.36);
  assert_between (share_at (trigger, 230, 1), 0, 0.01);
}

static void
test_tachycardia (void)
{
  check_tachycardia (AL_BALLOON_TRIGGER_ECG);
  check_tachycardia (AL_BALLOON_TRIGGER_PRESSURE);
}

/* The ectopic beat meets a balloon that empties at once, and closures not its own are not learnt.
 */
static void
test_ectopy (void)
{
  Console console;
  guint ectopic = 0;

  console_init (&console, AL_BALLOON_TRIGGER_ECG, AL_RHYTHM_ECTOPY, 75);
  for (int i = 0; i < 80; i++) {
    run_until (&console, (double) console.rhythm.next_beat_us * AL_S_PER_US + 1e-7);
    g_assert_false (console.pump.inflating);
    if (!console.rhythm.ectopic)
      continue;
    ectopic++;
    g_assert_cmpint (console.pump.command_us, ==, console.rhythm.beat_us);
  }
  g_assert_cmpuint (ectopic, ==, 20);
  al_balloon_pump_on_closure (&console.pump, &console.balloon, &console.rhythm,
                              console.rhythm.beat_us + 30000);
  g_assert_cmpfloat_with_epsilon (console.pump.closure_per_root_s, CLOSURE_PER_ROOT_S, 1e-4);
}

/* The valve of the gas, as the console turns it. */
static void
test_gas (void)
{
  double opens_at_s, ramp_s, source_mmhg, conductance;
  Console console;

  console_init (&console, AL_BALLOON_TRIGGER_ECG, AL_RHYTHM_SINUS, 75);
  run_until (&console, 10);
  for (int i = 0; i < 800; i++) {
    const AlBalloonPump *pump = &console.pump;

    run_until (&console, 10 + i * 1e-3);
    al_balloon_pump_valve (pump, &console.balloon, &opens_at_s, &ramp_s, &source_mmhg,
                           &conductance);
    g_assert_cmpfloat_with_epsilon (opens_at_s, (double) pump->command_us * 1e-6 + 0.02, 1e-9);
    g_assert_cmpfloat_with_epsilon (ramp_s, 0.03, 1e-9);
    g_assert_cmpfloat (source_mmhg, ==, pump->inflating ? 230 : -140);
    g_assert_cmpfloat_with_epsilon (1 / conductance, pump->inflating ? 0.42 : 0.52, 1e-12);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/balloon-trigger/ecg", test_ecg);
  g_test_add_func ("/engine/balloon-trigger/pressure", test_pressure);
  g_test_add_func ("/engine/balloon-trigger/valve-shut", test_valve_shut);
  g_test_add_func ("/engine/balloon-trigger/arrest", test_arrest);
  g_test_add_func ("/engine/balloon-trigger/pause", test_pause);
  g_test_add_func ("/engine/balloon-trigger/double-upstroke", test_double_upstroke);
  g_test_add_func ("/engine/balloon-trigger/internal", test_internal);
  g_test_add_func ("/engine/balloon-trigger/safety", test_safety);
  g_test_add_func ("/engine/balloon-trigger/safety-by-pressure", test_safety_by_pressure);
  g_test_add_func ("/engine/balloon-trigger/late-deflation", test_late_deflation);
  g_test_add_func ("/engine/balloon-trigger/tachycardia", test_tachycardia);
  g_test_add_func ("/engine/balloon-trigger/ectopy", test_ectopy);
  g_test_add_func ("/engine/balloon-trigger/gas", test_gas);
  return g_test_run ();
}
