/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-csv.h"
#include "test-patients.h"

#include <math.h>
#include <string.h>

/* Seven digits are written. */
#define ROUNDING 1e-6

typedef struct {
  GArray *samples; /* of AlSample, as the solver gives them */
  GString *text;
  AlCsvTrace trace;
} Recording;

static void
record (const AlSample *sample, gpointer user_data)
{
  Recording *self = user_data;

  g_array_append_vals (self->samples, sample, 1);
  al_csv_trace_add (&self->trace, sample);
}

/* A second of a patient with a balloon, from a time that is no whole millisecond on. */
static void
record_second (Recording *self, gint64 interval_us)
{
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlSettings settings;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  al_simulation_init (simulation, &settings);
  al_simulation_advance (simulation, 5 * G_USEC_PER_SEC + AL_STEP_US, NULL, NULL);
  self->samples = g_array_new (FALSE, FALSE, sizeof (AlSample));
  self->text = g_string_new (NULL);
  al_csv_trace_begin (&self->trace, self->text, interval_us);
  al_simulation_advance (simulation, G_USEC_PER_SEC + AL_STEP_US, record, self);
}

static void
recording_clear (Recording *self)
{
  g_array_unref (self->samples);
  g_string_free (self->text, TRUE);
}

/* The sample that a time is not before; the last but one at the end. */
static const AlSample *
sample_before (const Recording *self, gint64 time_us)
{
  const AlSample *samples = (const AlSample *) (const void *) self->samples->data;
  guint i = 0;

  while (i + 2 < self->samples->len && samples[i + 1].time_us <= time_us)
    i++;
  return &samples[i];
}

/* Each value lies between those of the samples before and after, and on the line through them. */
static void
assert_between_neighbours (const Recording *self, const char *row, gint64 time_us)
{
  const AlSample *before = sample_before (self, time_us), *after = before + 1;
  g_auto (GStrv) fields = g_strsplit (row, ",", -1);
  double share = (double) (time_us - before->time_us) / (double) (after->time_us - before->time_us);

  g_assert_cmpuint (g_strv_length (fields), ==, 1 + AL_N_SIGNALS);
  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    double value = g_ascii_strtod (fields[1 + i], NULL), a = before->value[i], b = after->value[i];
    double rounding = ROUNDING * MAX (fabs (a), fabs (b)) + 1e-12;

    assert_between (value, MIN (a, b) - rounding, MAX (a, b) + rounding);
    g_assert_cmpfloat_with_epsilon (value, (1 - share) * a + share * b, rounding);
  }
}

/* Rows stand at whole multiples of the interval, none is missing, and none comes twice. */
static void
test_trace (gconstpointer data)
{
  guint interval_ms = GPOINTER_TO_UINT (data), n_rows = 1000 / interval_ms + 1;
  g_auto (GStrv) rows = NULL;
  Recording recording;
  gint64 start_us;

  record_second (&recording, interval_ms * 1000);
  start_us = g_array_index (recording.samples, AlSample, 0).time_us;
  rows = g_strsplit (recording.text->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 1 + n_rows + 1);
  for (guint i = 0; i < n_rows; i++) {
    guint ms = i * interval_ms;
    g_autofree char *time = g_strdup_printf ("%u.%03u,", ms / 1000, ms % 1000);

    g_assert_true (g_str_has_prefix (rows[1 + i], time));
    assert_between_neighbours (&recording, rows[1 + i], start_us + ms * G_GINT64_CONSTANT (1000));
  }
  recording_clear (&recording);
}

/* The heading names each signal once, time first. */
static void
test_heading (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) names = NULL;
  AlCsvTrace trace;

  al_csv_trace_begin (&trace, text, 1000);
  g_assert_cmpint (text->str[text->len - 1], ==, '\n');
  g_string_truncate (text, text->len - 1);
  names = g_strsplit (text->str, ",", -1);
  g_assert_cmpuint (g_strv_length (names), ==, 1 + AL_N_SIGNALS);
  g_assert_cmpstr (names[0], ==, "time_s");
  for (guint i = 0; i < AL_N_SIGNALS; i++)
    g_assert_cmpstr (names[1 + i], ==, al_signal_get_info ((AlSignal) i)->key);
}

/* An index that is not defined is an empty field, not a number nor a word. */
static void
test_beat (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) fields = NULL;
  AlBeat beat = {.start_us = 12500000, .end_us = 13100000, .assisted = TRUE};

  for (guint i = 0; i < AL_N_INDICES; i++)
    beat.indices.value[i] = i == AL_INDEX_MAP ? 65.25 : (double) NAN;
  al_csv_append_beat (text, &beat, 12 * G_USEC_PER_SEC);
  fields = g_strsplit (g_strchomp (text->str), ",", -1);
  g_assert_cmpuint (g_strv_length (fields), ==, 4 + AL_N_INDICES);
  g_assert_cmpstr (fields[0], ==, "0.500");
  g_assert_cmpstr (fields[1], ==, "1.100");
  g_assert_cmpstr (fields[2], ==, "1");
  g_assert_cmpstr (fields[3], ==, "0");
  for (guint i = 0; i < AL_N_INDICES; i++)
    g_assert_cmpstr (fields[4 + i], ==, i == AL_INDEX_MAP ? "65.25" : "");
}

static void
test_comment (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");

  al_csv_append_comment (text, "one\ntwo");
  g_assert_cmpstr (text->str, ==, "a\n# one\n# two\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/csv/trace/1-ms", GUINT_TO_POINTER (1), test_trace);
  g_test_add_data_func ("/engine/csv/trace/4-ms", GUINT_TO_POINTER (4), test_trace);
  g_test_add_data_func ("/engine/csv/trace/7-ms", GUINT_TO_POINTER (7), test_trace);
  g_test_add_func ("/engine/csv/heading", test_heading);
  g_test_add_func ("/engine/csv/beat", test_beat);
  g_test_add_func ("/engine/csv/comment", test_comment);
  return g_test_run ();
}
