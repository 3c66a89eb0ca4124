/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-change-text.h"
#include "al-setting-text.h"

#include <math.h>

typedef struct {
  AlSettings from;
  AlSettings to;
  AlIndices before;
  AlIndices now;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  al_settings_init (&self->from);
  al_settings_init (&self->to);
  for (guint i = 0; i < AL_N_INDICES; i++)
    self->before.value[i] = self->now.value[i] = NAN;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
}

static void
set_index (Fixture *self, AlIndex index, double before, double now)
{
  self->before.value[index] = before;
  self->now.value[index] = now;
}

static void
assert_sentence (Fixture *self, const char *expected)
{
  const AlChange change = {"Baseline", &self->from, &self->to, &self->before, &self->now};
  g_autofree char *text = al_change_describe (&change);

  g_assert_cmpstr (text, ==, expected);
}

/* What was switched, what the heart does, what stands before it, what the body gets. */
static void
test_device (Fixture *self, gconstpointer data)
{
  self->to.value[AL_PARAMETER_ECMO_ON] = 1;
  set_index (self, AL_INDEX_LV_SV, 30, 9);
  set_index (self, AL_INDEX_LV_PVA, 5200, 6900);
  set_index (self, AL_INDEX_LV_EDP, 28, 36);
  set_index (self, AL_INDEX_PCWP, 28, 35);
  set_index (self, AL_INDEX_TOTAL_FLOW, 3, 4.8);
  set_index (self, AL_INDEX_RA_MEAN, 10, 9);
  assert_sentence (self,
                   "VA-ECMO on: the heart ejects less "
                   "(SV\u00a030\u00a0→\u00a09\u00a0mL); the ventricle is more "
                   "congested (LVEDP\u00a028\u00a0→\u00a036\u00a0mmHg); the body gets more blood "
                   "(3.0\u00a0→\u00a04.8\u00a0L/\u2060min).");
}

static void
test_setting (Fixture *self, gconstpointer data)
{
  self->from.value[AL_PARAMETER_ECMO_FLOW] = 4;
  self->to.value[AL_PARAMETER_ECMO_FLOW] = 3;
  set_index (self, AL_INDEX_MAP, 80, 70);
  assert_sentence (self, "Flow from 4.0\u00a0L/min to 3.0\u00a0L/min: the organs get less pressure "
                         "(MAP\u00a080\u00a0→\u00a070\u00a0mmHg).");
  set_index (self, AL_INDEX_MAP, 80, 80);
  assert_sentence (self,
                   "Flow from 4.0\u00a0L/min to 3.0\u00a0L/min: no noticeable change so far.");
}

/* Nothing was set: time alone has passed. */
static void
test_time (Fixture *self, gconstpointer data)
{
  assert_sentence (self, "No noticeable change since “Baseline”.");
  set_index (self, AL_INDEX_PCWP, 20, 26);
  assert_sentence (self, "Since “Baseline”: the lungs are more congested "
                         "(wedge\u00a020\u00a0→\u00a026\u00a0mmHg).");
}

/* A valve that stays shut is told first, whatever else there is. */
static void
test_valve (Fixture *self, gconstpointer data)
{
  set_index (self, AL_INDEX_AV_OPENING, 1, 0);
  assert_sentence (self, "Since “Baseline”: the aortic valve no longer opens.");
  set_index (self, AL_INDEX_AV_OPENING, 0, 1);
  assert_sentence (self, "Since “Baseline”: the aortic valve opens again.");
}

static void
assert_settings (Fixture *self, const char *expected)
{
  g_autofree char *text = al_setting_describe_all (&self->from, &self->to);

  g_assert_cmpstr (text, ==, expected);
}

/* Devices come first, and a long list is cut. */
static void
test_several (Fixture *self, gconstpointer data)
{
  assert_settings (self, NULL);
  self->from.value[AL_PARAMETER_ECMO_ON] = 1;
  self->from.value[AL_PARAMETER_LV_EES] = 1;
  self->to.value[AL_PARAMETER_LV_EES] = 2;
  self->to.value[AL_PARAMETER_IABP_RATIO] = 2;
  assert_settings (self, "VA-ECMO off, 2 more changes");
  self->to.value[AL_PARAMETER_IABP_ON] = 1;
  assert_settings (self, "Balloon pump on, VA-ECMO off, 2 more changes");
  self->to.value[AL_PARAMETER_IABP_ON] = 0;
  self->to.value[AL_PARAMETER_LV_EES] = 1;
  assert_settings (self, "VA-ECMO off, Assist from 1:1 to 1:2");
}

#define ADD(path, func) g_test_add ("/change-text/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("device", test_device);
  ADD ("setting", test_setting);
  ADD ("time", test_time);
  ADD ("valve", test_valve);
  ADD ("several", test_several);
  return g_test_run ();
}
