/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-reference.h"

#include "al-indices.h"
#include "al-number.h"
#include "al-parameter-group.h"
#include "al-signal.h"
#include "al-unit.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *const kind_titles[] = {
    [AL_KIND_PATIENT] = N_ ("patient"),
    [AL_KIND_COMMAND] = N_ ("command"),
    [AL_KIND_MODEL] = N_ ("constant"),
    [AL_KIND_CHOICE] = N_ ("choice"),
};

/* A bar would begin the next cell. */
static void
add_cells (GString *text, const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++) {
    g_autoptr (GString) cell = g_string_new (cells[i]);

    g_string_replace (cell, "|", "\\|", 0);
    g_string_append_printf (text, "| %s ", cell->str);
  }
  g_string_append (text, "|\n");
}

static void
begin_table (GString *text, const char *const *titles)
{
  add_cells (text, titles);
  for (guint i = 0; titles[i] != NULL; i++)
    g_string_append (text, "|---");
  g_string_append (text, "|\n");
}

static char *
code (const char *word)
{
  return g_strdup_printf ("`%s`", word);
}

static char *
number (double value)
{
  return isfinite (value) ? al_number_text (value, AL_NUMBER_DIGITS) : g_strdup ("");
}

static char *
range (double low, double high)
{
  g_autofree char *from = number (low);
  g_autofree char *to = number (high);

  if (isnan (low) && isnan (high))
    return g_strdup ("");
  if (isnan (low) || isnan (high))
    return g_strdup_printf (isnan (high) ? "≥ %s" : "≤ %s", isnan (high) ? from : to);
  return g_strdup_printf ("%s … %s", from, to);
}

/* Words stand as they are typed, with commas between. */
static char *
words (const char *choices)
{
  g_auto (GStrv) parts = g_strsplit (choices, "|", -1);
  g_autofree char *joined = g_strjoinv ("`, `", parts);

  return code (joined);
}

static void
add_parameter (GString *text, const AlParameterInfo *info, AlParameter parameter)
{
  g_autofree char *name = code (info->name);
  g_autofree char *plain = al_parameter_format (parameter, info->default_value);
  g_autofree char *value = info->choices != NULL ? code (plain) : g_strdup (plain);
  g_autofree char *limits =
      info->choices != NULL ? words (info->choices) : range (info->minimum, info->maximum);

  add_cells (text, (const char *[]){name, info->symbol, al_unit_get_text (info->unit), value,
                                    limits, _ (kind_titles[info->kind]), _ (info->description),
                                    info->source, NULL});
}

static void
add_group (GString *text, AlParameterGroup group)
{
  g_string_append_printf (text, "\n### %s\n\n", _ (al_parameter_group_get_title (group)));
  begin_table (text, (const char *[]){_ ("Name"), _ ("Symbol"), _ ("Unit"), _ ("Default"),
                                      _ ("Range"), _ ("Kind"), _ ("Meaning"), _ ("Source"), NULL});
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    AlParameter parameter = (AlParameter) i;

    if (al_parameter_get_group (parameter) == group)
      add_parameter (text, al_parameter_get_info (parameter), parameter);
  }
}

static void
add_parameters (GString *text)
{
  g_string_append_printf (text, "\n## %s\n\n%s\n", _ ("Parameters"),
                          _ ("A patient file sets those of the kinds patient, command and choice; "
                             "commands and choices can be changed while the heart beats. A "
                             "constant belongs to the model. \"MC\" marks a modelling choice that "
                             "was calibrated on published measurements."));
  for (guint i = 0; i < AL_N_PARAMETER_GROUPS; i++)
    add_group (text, (AlParameterGroup) i);
}

static void
add_indices (GString *text)
{
  g_string_append_printf (text, "\n## %s\n\n%s\n\n", _ ("Indices of a beat"),
                          _ ("Computed for every beat, and averaged over several where they are "
                             "printed. The range is that of a resting adult."));
  begin_table (text, (const char *[]){_ ("Key"), _ ("Index"), _ ("Unit"), _ ("Normal range"),
                                      _ ("Definition"), NULL});
  for (guint i = 0; i < AL_N_INDICES; i++) {
    const AlIndexInfo *info = al_index_get_info ((AlIndex) i);
    g_autofree char *key = code (info->key);
    g_autofree char *normal = range (info->normal_low, info->normal_high);

    add_cells (text, (const char *[]){key, _ (info->label), al_unit_get_text (info->unit), normal,
                                      _ (info->description), NULL});
  }
}

static void
add_signals (GString *text)
{
  g_string_append_printf (text, "\n## %s\n\n%s\n\n", _ ("Signals"),
                          _ ("Sampled every millisecond: the columns of a trace."));
  begin_table (text, (const char *[]){_ ("Column"), _ ("Signal"), _ ("Unit"), NULL});
  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    const AlSignalInfo *info = al_signal_get_info ((AlSignal) i);
    g_autofree char *key = code (info->key);

    add_cells (text, (const char *[]){key, _ (info->label), al_unit_get_text (info->unit), NULL});
  }
}

/**
 * al_reference_to_markdown:
 *
 * The reference of the model: every parameter, index and signal, as a Markdown document.
 *
 * Returns: (transfer full): the text, in the reader's language
 */
char *
al_reference_to_markdown (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "# %s\n\n", _ ("Afterload: reference of the model"));
  g_string_append_printf (text,
                          _ ("Version %s. Written by `afterload-cli parameters --format "
                             "markdown`."),
                          PACKAGE_VERSION);
  g_string_append_c (text, '\n');
  add_parameters (text);
  add_indices (text);
  add_signals (text);
  return g_string_free (text, FALSE);
}
