/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-private.h"

#include "al-controls.h"

#include <math.h>

#include <glib/gi18n.h>

/* More changes than this are a list, and no caption. */
#define MOST_CHANGES 5

static gboolean
is_on (const AlSettings *settings, AlParameter parameter)
{
  return settings->value[parameter] > 0.5;
}

static gboolean
is_changed (const AlSettings *settings, const AlSettings *patient, AlParameter parameter)
{
  const double change = settings->value[parameter] - patient->value[parameter];

  return fabs (change) > 1e-9;
}

static const AlControl *
find_control (AlParameter parameter)
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

static char *
format_value (const AlControl *control, double value)
{
  for (guint i = 0; control->choices != NULL && control->choices[i] != NULL; i++) {
    if (fabs (al_control_get_choice_value (control, i) - value) < 0.5)
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "choice", control->choices[i]));
  }
  return control->choices == NULL ? al_control_format (control, value) : g_strdup ("");
}

static char *
format_setting (const AlSettings *settings, AlParameter parameter)
{
  const AlControl *control = find_control (parameter);

  return control != NULL ? format_value (control, settings->value[parameter]) : g_strdup ("");
}

/* Devices with the one setting that says how much of them there is. */
static void
add_devices (GPtrArray *words, const AlSettings *settings)
{
  const gboolean by_speed = is_on (settings, AL_PARAMETER_ECMO_MODE);
  const struct {
    AlParameter on;
    const char *name;
    AlParameter amount;
  } devices[] = {
      {AL_PARAMETER_ECMO_ON, N_ ("VA-ECMO"),
       by_speed ? AL_PARAMETER_ECMO_RPM : AL_PARAMETER_ECMO_FLOW},
      {AL_PARAMETER_IABP_ON, N_ ("IABP"), AL_PARAMETER_IABP_RATIO},
      {AL_PARAMETER_MAFP_ON, N_ ("Micro-axial pump"), AL_PARAMETER_MAFP_LEVEL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++) {
    g_autofree char *amount = format_setting (settings, devices[i].amount);
    const gboolean is_level = devices[i].amount == AL_PARAMETER_MAFP_LEVEL;

    if (is_on (settings, devices[i].on))
      g_ptr_array_add (
          words, g_strdup_printf ("%s %s%s", _ (devices[i].name), is_level ? "P" : "", amount));
  }
  if (words->len == 0)
    g_ptr_array_add (words, g_strdup (_ ("No device")));
}

/* Whether add_devices() says it, or a device that is off has it. */
static gboolean
is_said (const AlControlGroup *group, AlParameter parameter, const AlSettings *settings)
{
  if (group->device != AL_N_PARAMETERS && !is_on (settings, group->device))
    return TRUE;
  return parameter == AL_PARAMETER_ECMO_FLOW || parameter == AL_PARAMETER_ECMO_RPM ||
         parameter == AL_PARAMETER_IABP_RATIO || parameter == AL_PARAMETER_MAFP_LEVEL;
}

static void
add_changes (GPtrArray *words, const AlSettings *settings, const AlSettings *patient)
{
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);

  for (guint i = 0; i < n_groups; i++) {
    for (guint k = 0; k < groups[i].n_controls; k++) {
      const AlControl *control = &groups[i].controls[k];
      g_autofree char *value = format_value (control, settings->value[control->parameter]);

      if (is_changed (settings, patient, control->parameter) &&
          al_control_matters (control->parameter, settings) &&
          !is_said (&groups[i], control->parameter, settings))
        g_ptr_array_add (words, g_strdup_printf ("%s %s", _ (control->label), value));
    }
  }
}

static char *
join (GPtrArray *words, const char *separator)
{
  g_ptr_array_add (words, NULL);
  return g_strjoinv (separator, (char **) words->pdata);
}

/**
 * al_export_describe_settings:
 * @settings: the settings
 * @patient: those of the patient
 *
 * Devices, and what else is not as the patient has it, in words.
 *
 * Returns: (transfer full): a line for a caption, translated
 */
char *
al_export_describe_settings (const AlSettings *settings, const AlSettings *patient)
{
  g_autoptr (GPtrArray) devices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *device_text = NULL, *change_text = NULL;
  guint n_more = 0;

  add_devices (devices, settings);
  add_changes (changes, settings, patient);
  if (changes->len > MOST_CHANGES) {
    n_more = changes->len - MOST_CHANGES;
    g_ptr_array_set_size (changes, MOST_CHANGES);
    g_ptr_array_add (
        changes, g_strdup_printf (ngettext ("%u more change", "%u more changes", n_more), n_more));
  }
  device_text = join (devices, " + ");
  if (changes->len == 0)
    return g_strdup_printf ("%s.", device_text);
  change_text = join (changes, ", ");
  return g_strdup_printf ("%s. %s.", device_text, change_text);
}

/**
 * al_export_list_changes:
 * @settings: the settings
 * @patient: those of the patient
 *
 * Every setting that is not as the patient has it, as the command line takes it.
 *
 * Returns: (transfer full): such as "ecmo.flow_l_min=4"
 */
GStrv
al_export_list_changes (const AlSettings *settings, const AlSettings *patient)
{
  g_autoptr (GStrvBuilder) changes = g_strv_builder_new ();

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    g_autofree char *value = al_parameter_format ((AlParameter) i, settings->value[i]);
    g_autofree char *change =
        g_strdup_printf ("%s=%s", al_parameter_get_info ((AlParameter) i)->name, value);

    if (is_changed (settings, patient, (AlParameter) i))
      g_strv_builder_add (changes, change);
  }
  return g_strv_builder_end (changes);
}
