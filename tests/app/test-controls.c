/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-controls.h"

#include <math.h>

static const AlControl *
find (AlParameter parameter)
{
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);

  for (guint i = 0; i < n_groups; i++) {
    for (guint k = 0; k < groups[i].n_controls; k++) {
      if (groups[i].controls[k].parameter == parameter)
        return &groups[i].controls[k];
    }
  }
  return NULL;
}

static guint
count (AlParameter parameter)
{
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);
  guint n = 0;

  for (guint i = 0; i < n_groups; i++) {
    n += groups[i].device == parameter;
    for (guint k = 0; k < groups[i].n_controls; k++)
      n += groups[i].controls[k].parameter == parameter;
  }
  return n;
}

/* A setting that changes while the heart beats and that nobody can reach is of no use. */
static void
test_every_command_has_a_control (void)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const AlParameterInfo *info = al_parameter_get_info ((AlParameter) i);
    gboolean command = info->kind == AL_KIND_COMMAND || info->kind == AL_KIND_CHOICE;
    /* Which random beats are drawn is for files and the command line. */
    guint expected = command && i != AL_PARAMETER_RHYTHM_SEED;

    g_test_message ("%s", info->name);
    g_assert_cmpuint (count ((AlParameter) i), ==, expected);
  }
}

static void
test_choices_fit_their_parameter (void)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const AlParameterInfo *info = al_parameter_get_info ((AlParameter) i);
    const AlControl *control = find ((AlParameter) i);
    guint n_choices = 0;

    if (control == NULL || control->choices == NULL) {
      g_assert_true (control == NULL || control->step > 0);
      continue;
    }
    g_test_message ("%s", info->name);
    for (; control->choices[n_choices] != NULL; n_choices++)
      g_assert_true (al_parameter_in_range ((AlParameter) i,
                                            al_control_get_choice_value (control, n_choices)));
    if (info->kind == AL_KIND_CHOICE)
      g_assert_cmpfloat (al_control_get_choice_value (control, n_choices - 1), ==, info->maximum);
  }
}

static void
test_usual_doses_lie_in_range (void)
{
  for (guint i = AL_PARAMETER_DRUG_NOREPINEPHRINE; i <= AL_PARAMETER_DRUG_FUROSEMIDE; i++) {
    const AlControl *control = find ((AlParameter) i);

    g_assert_cmpfloat (control->usual_low, >=, control->step);
    g_assert_cmpfloat (control->usual_high, >, control->usual_low);
    g_assert_true (al_parameter_in_range ((AlParameter) i, control->usual_high));
  }
}

static void
test_what_matters (void)
{
  AlSettings settings;

  al_settings_init (&settings);
  g_assert_true (al_control_matters (AL_PARAMETER_RHYTHM_RATE, &settings));
  g_assert_false (al_control_matters (AL_PARAMETER_RHYTHM_VT_RATE, &settings));
  g_assert_false (al_control_matters (AL_PARAMETER_ECMO_DISTAL, &settings));
  settings.value[AL_PARAMETER_RHYTHM] = 3;
  g_assert_false (al_control_matters (AL_PARAMETER_RHYTHM_RATE, &settings));
  g_assert_true (al_control_matters (AL_PARAMETER_RHYTHM_VT_RATE, &settings));
  /* Two conditions must both hold. */
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  g_assert_true (al_control_matters (AL_PARAMETER_ECMO_DISTAL, &settings));
  settings.value[AL_PARAMETER_ECMO_RETURN_SITE] = 1;
  g_assert_false (al_control_matters (AL_PARAMETER_ECMO_DISTAL, &settings));
}

static void
assert_takes (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (void)
{
  assert_takes (al_control_format (find (AL_PARAMETER_RHYTHM_RATE), 98), "98/min");
  assert_takes (al_control_format (find (AL_PARAMETER_LUNG_SHUNT), 0.3), "30\u00a0%");
  assert_takes (al_control_format (find (AL_PARAMETER_IABP_INFLATION_OFFSET), -40), "−40\u00a0ms");
  assert_takes (al_control_format (find (AL_PARAMETER_IABP_INFLATION_OFFSET), -0.0), "0\u00a0ms");
  assert_takes (al_control_format (find (AL_PARAMETER_REFLEX_GAIN), 0.5), "0.5");
  assert_takes (al_control_describe (find (AL_PARAMETER_DRUG_DOBUTAMINE)),
                "Dobutamine: inotrope and vasodilator\n"
                "Usual: 2 to 15\u00a0µg/kg/min\n"
                "Default 0\u00a0µg/kg/min, range 0 to 20\u00a0µg/kg/min");
  assert_takes (al_control_describe (find (AL_PARAMETER_IABP_RATIO)),
                "Assist ratio: every beat, every second or every third");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/controls/every-command-has-a-control", test_every_command_has_a_control);
  g_test_add_func ("/controls/choices-fit-their-parameter", test_choices_fit_their_parameter);
  g_test_add_func ("/controls/usual-doses-lie-in-range", test_usual_doses_lie_in_range);
  g_test_add_func ("/controls/what-matters", test_what_matters);
  g_test_add_func ("/controls/words", test_words);
  return g_test_run ();
}
