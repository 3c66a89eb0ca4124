/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-setting-text.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-controls.h"

static char *
format_value (const AlControl *control, AlParameter parameter, double value)
{
  if (control == NULL)
    return al_parameter_format (parameter, value);
  if (control->choices == NULL)
    return al_control_format (control, value);
  for (guint i = 0; control->choices[i] != NULL; i++) {
    if (fabs (al_control_get_choice_value (control, i) - value) < 1e-9)
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "choice", control->choices[i]));
  }
  return al_parameter_format (parameter, value);
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

/* The name of the device that a setting switches; NULL if it switches none. */
static const char *
get_device (AlParameter parameter)
{
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);

  for (guint i = 0; i < n_groups; i++) {
    if (groups[i].device == parameter)
      return _ (groups[i].title);
  }
  return NULL;
}

/**
 * al_setting_describe:
 * @parameter: a setting
 * @from: its value before
 * @to: its value after
 *
 * What was switched or set, in words.
 *
 * Returns: (transfer full): such as "VA-ECMO on" or "Flow from 4.0 L/min to 3.0 L/min"
 */
char *
al_setting_describe (AlParameter parameter, double from, double to)
{
  const char *device = get_device (parameter);
  const AlControl *control = find_control (parameter);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (device != NULL)
    /* Translators: %s is the name of a device */
    return g_strdup_printf (to > 0.5 ? _ ("%s on") : _ ("%s off"), device);
  before = format_value (control, parameter, from);
  after = format_value (control, parameter, to);
  /* Translators: a setting, its value before and after, with units */
  return g_strdup_printf (_ ("%s from %s to %s"),
                          control != NULL ? _ (control->label)
                                          : _ (al_parameter_get_info (parameter)->description),
                          before, after);
}

static gboolean
differs (const AlSettings *from, const AlSettings *to, AlParameter parameter)
{
  return fabs (from->value[parameter] - to->value[parameter]) > 0;
}

/* What differs, devices first. */
static guint
find_differences (const AlSettings *from, const AlSettings *to, AlParameter *found,
                  guint *n_devices)
{
  guint n = 0;

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (differs (from, to, (AlParameter) i) && get_device ((AlParameter) i) != NULL)
      found[n++] = (AlParameter) i;
  }
  *n_devices = n;
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (differs (from, to, (AlParameter) i) && get_device ((AlParameter) i) == NULL)
      found[n++] = (AlParameter) i;
  }
  return n;
}

static char *
describe_rest (const char *told, guint n)
{
  if (n == 0)
    return g_strdup (told);
  /* Translators: what was set, such as "VA-ECMO on", and how many other settings */
  return g_strdup_printf (ngettext ("%s, %u more change", "%s, %u more changes", n), told, n);
}

/**
 * al_setting_describe_all:
 * @from: settings before
 * @to: settings after
 *
 * What was switched or set in words, the devices first: two of them, and how many more there are.
 *
 * Returns: (transfer full) (nullable): words without a full stop, %NULL when nothing differs
 */
char *
al_setting_describe_all (const AlSettings *from, const AlSettings *to)
{
  AlParameter found[AL_N_PARAMETERS];
  guint n_devices;
  const guint n = find_differences (from, to, found, &n_devices);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *both = NULL;

  if (n == 0)
    return NULL;
  first = al_setting_describe (found[0], from->value[found[0]], to->value[found[0]]);
  if (n == 1 || (n > 2 && n_devices < 2))
    return describe_rest (first, n - 1);
  second = al_setting_describe (found[1], from->value[found[1]], to->value[found[1]]);
  /* Translators: two things that were set */
  both = g_strdup_printf (_ ("%s, %s"), first, second);
  return describe_rest (both, n - 2);
}
