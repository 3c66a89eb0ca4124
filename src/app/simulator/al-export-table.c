/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-private.h"

#include "al-csv.h"

#include <glib/gi18n.h>

/* From row to row of the signals; what is drawn is kept about as finely. */
#define ROW_US 5000

static const AlSample *
get_sample (const AlExport *self, guint index)
{
  return &g_array_index (self->samples, AlSample, index);
}

static double
get_span_s (const AlExport *self)
{
  if (self->samples->len == 0)
    return 0;
  return (double) (get_sample (self, self->samples->len - 1)->time_us -
                   get_sample (self, 0)->time_us) /
         G_USEC_PER_SEC;
}

/* Beats of the time that the signals are of, the oldest first. */
static guint
count_beats (const AlExport *self)
{
  guint n = 0;
  const AlBeat *beat;

  while (self->samples->len > 0 && (beat = al_simulation_get_beat (self->simulation, n)) != NULL &&
         beat->start_us >= get_sample (self, 0)->time_us)
    n++;
  return n;
}

static char *
describe_rows (const AlExport *self, AlExportFormat format)
{
  const guint n_beats = count_beats (self);

  if (format == AL_EXPORT_SIGNALS)
    return g_strdup_printf (_ ("Signals of the last %.0f seconds, one row every %d ms, on straight "
                               "lines between the samples that are drawn."),
                            get_span_s (self), ROW_US / 1000);
  return g_strdup_printf (ngettext ("Indices of the last beat, an empty field for what is not "
                                    "defined.",
                                    "Indices of the last %u beats, one row a beat, an empty field "
                                    "for what is not defined.",
                                    n_beats),
                          n_beats);
}

static void
append_subject (const AlExport *self, GString *text)
{
  g_string_append_printf (text, _ ("Patient: %s (%s)"), self->patient_name, self->patient_id);
  g_string_append_c (text, '\n');
  if (self->preset_name != NULL) {
    g_string_append_printf (text, _ ("Preset: %s"), self->preset_name);
    g_string_append_c (text, '\n');
  }
}

static void
append_changes (const AlExport *self, GString *text)
{
  g_autofree char *changes = g_strjoinv (" ", self->changed);

  if (changes[0] != '\0')
    g_string_append_printf (text, _ ("Settings that are not those of the patient: %s"), changes);
  else
    g_string_append (text, _ ("All settings are those of the patient."));
  g_string_append_c (text, '\n');
}

/**
 * al_export_describe_table:
 * @self: an export
 * @format: the kind of table
 *
 * What stands over a table: the version, what it is not for, the patient, the settings, and what
 * its rows are.
 *
 * Returns: (transfer full): lines of text, translated
 */
char *
al_export_describe_table (const AlExport *self, AlExportFormat format)
{
  g_autoptr (GString) text = g_string_new ("Afterload " PACKAGE_VERSION "\n");
  g_autofree char *rows = describe_rows (self, format);

  g_string_append_printf (text, "%s\n", _ ("Teaching model. Not for patient care."));
  append_subject (self, text);
  append_changes (self, text);
  g_string_append_printf (text, "%s\n", rows);
  g_string_append (text, _ ("Units stand in the names of the columns. Time begins with the first "
                            "sample."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_signals (const AlExport *self, GString *text)
{
  AlCsvTrace trace;

  al_csv_trace_begin (&trace, text, ROW_US);
  for (guint i = 0; i < self->samples->len; i++)
    al_csv_trace_add (&trace, get_sample (self, i));
}

static void
write_beats (const AlExport *self, GString *text)
{
  al_csv_append_beat_heading (text);
  for (guint i = count_beats (self); i > 0; i--)
    al_csv_append_beat (text, al_simulation_get_beat (self->simulation, i - 1),
                        get_sample (self, 0)->time_us);
}

/**
 * al_export_write_table:
 * @self: an export
 * @format: the kind of table
 *
 * Writes numbers as comma-separated values, the same in every locale.
 *
 * Returns: (transfer full): the file
 */
GBytes *
al_export_write_table (const AlExport *self, AlExportFormat format)
{
  g_autofree char *header = al_export_describe_table (self, format);
  GString *text = g_string_new (NULL);

  al_csv_append_comment (text, header);
  if (format == AL_EXPORT_SIGNALS)
    write_signals (self, text);
  else
    write_beats (self, text);
  return g_string_free_to_bytes (text);
}
