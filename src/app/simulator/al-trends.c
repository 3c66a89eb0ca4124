/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-trends.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "al-controls.h"
#include "al-ghost.h"

/* Twelve hours at the shortest interval. A chart has fewer columns than half of it. */
#define CAPACITY 4320

/* Beats behind a value: two breaths of a ventilated patient. */
#define MEAN_BEATS 12

/* Changes closer together than this share a mark. */
#define GESTURE_US (30 * G_USEC_PER_SEC)

static const AlIndex trends[AL_N_TRENDS] = {
    AL_INDEX_LACTATE,    AL_INDEX_SVO2,        AL_INDEX_MAP,     AL_INDEX_URINE,
    AL_INDEX_LUNG_WATER, AL_INDEX_HAEMOGLOBIN, AL_INDEX_FREE_HB, AL_INDEX_LIMB_FLOW,
};

/**
 * al_trends_get_index:
 * @trend: 0 to %AL_N_TRENDS - 1
 *
 * Which index a trend records.
 */
AlIndex
al_trends_get_index (guint trend)
{
  g_return_val_if_fail (trend < AL_N_TRENDS, AL_INDEX_MAP);
  return trends[trend];
}

static void
clear_mark (gpointer data)
{
  AlTrendMark *mark = data;

  g_clear_pointer (&mark->text, g_free);
}

/**
 * al_trends_init:
 * @self: memory for trends
 *
 * Makes empty trends.
 */
void
al_trends_init (AlTrends *self)
{
  *self = (AlTrends){.interval_us = AL_TRENDS_INTERVAL_US};
  self->points = g_array_new (FALSE, FALSE, sizeof (AlTrendPoint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (AlTrendMark));
  g_array_set_clear_func (self->marks, clear_mark);
}

/**
 * al_trends_finalize:
 * @self: trends
 *
 * Frees what trends hold, not the trends.
 */
void
al_trends_finalize (AlTrends *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
}

static void
record (AlTrends *self, const AlSimulation *simulation)
{
  AlTrendPoint point = {.time_us = al_simulation_get_time_us (simulation)};
  AlIndices mean;

  if (al_simulation_mean_indices (simulation, MEAN_BEATS, &mean) == 0)
    return;
  for (guint i = 0; i < AL_N_TRENDS; i++)
    point.value[i] = (float) mean.value[trends[i]];
  g_array_append_val (self->points, point);
  self->serial++;
}

/**
 * al_trends_start:
 * @self: trends
 * @simulation: a state
 *
 * Forgets everything and counts hours from the state as it is.
 */
void
al_trends_start (AlTrends *self, const AlSimulation *simulation)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->marks, 0);
  self->interval_us = AL_TRENDS_INTERVAL_US;
  self->origin_us = al_simulation_get_time_us (simulation);
  self->serial++;
  record (self, simulation);
}

/**
 * al_trends_copy:
 * @self: trends
 * @other: others
 *
 * Makes trends equal to others.
 */
void
al_trends_copy (AlTrends *self, const AlTrends *other)
{
  g_array_set_size (self->points, 0);
  g_array_append_vals (self->points, other->points->data, other->points->len);
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < other->marks->len; i++) {
    const AlTrendMark *mark = &g_array_index (other->marks, AlTrendMark, i);
    const AlTrendMark copy = {mark->time_us, g_strdup (mark->text)};

    g_array_append_val (self->marks, copy);
  }
  self->interval_us = other->interval_us;
  self->origin_us = other->origin_us;
  self->serial++;
}

/**
 * al_trends_take:
 * @self: trends
 * @other: others; they hold what @self held afterwards
 *
 * Takes over what others hold.
 */
void
al_trends_take (AlTrends *self, AlTrends *other)
{
  const AlTrends held = *self;

  *self = *other;
  self->serial = held.serial + 1;
  *other = held;
}

/**
 * al_trends_get_wait_us:
 * @self: trends
 * @now_us: simulated time
 *
 * How long it is until the next record, so that time can be cut there.
 *
 * Returns: simulated microseconds, above 0
 */
gint64
al_trends_get_wait_us (const AlTrends *self, gint64 now_us)
{
  return self->interval_us - (now_us - self->origin_us) % self->interval_us;
}

/* The records that a longer interval would have made. */
static void
thin_out (AlTrends *self)
{
  guint kept = 0;

  self->interval_us *= 2;
  for (guint i = 0; i < self->points->len; i++) {
    const AlTrendPoint *point = &g_array_index (self->points, AlTrendPoint, i);

    if ((point->time_us - self->origin_us) % self->interval_us == 0)
      g_array_index (self->points, AlTrendPoint, kept++) = *point;
  }
  g_array_set_size (self->points, kept);
}

/**
 * al_trends_follow:
 * @self: trends
 * @simulation: the state as it is
 *
 * Records a state whose time has come; of others nothing.
 */
void
al_trends_follow (AlTrends *self, const AlSimulation *simulation)
{
  const gint64 passed_us = al_simulation_get_time_us (simulation) - self->origin_us;

  if (passed_us <= 0 || passed_us % self->interval_us != 0)
    return;
  if (self->points->len >= CAPACITY)
    thin_out (self);
  if (passed_us % self->interval_us == 0)
    record (self, simulation);
}

/* What was changed, in words */

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
describe_parameter (AlParameter parameter, double value)
{
  const AlControl *control = find_control (parameter);
  g_autofree char *number = NULL;

  if (control == NULL)
    return g_strdup (_ (al_parameter_get_info (parameter)->description));
  number = al_control_format (control, value);
  /* Translators: a setting and what it was set to, such as "Flow 4.0 L/min" */
  return g_strdup_printf (C_ ("setting", "%s %s"), _ (control->label), number);
}

static char *
describe_change (const AlSettings *before, const AlSettings *after)
{
  guint n_changed = 0;
  guint last = 0;

  if (al_support_of (before) != al_support_of (after))
    return g_strdup (al_support_get_name (al_support_of (after)));
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (fabs (before->value[i] - after->value[i]) > 0) {
      n_changed++;
      last = i;
    }
  }
  if (n_changed == 1)
    return describe_parameter ((AlParameter) last, after->value[last]);
  /* Translators: how many settings were changed at once */
  return g_strdup_printf (ngettext ("%u setting", "%u settings", n_changed), n_changed);
}

static gboolean
is_same_subject (const AlTrendMark *mark, const char *text)
{
  const char *end = strrchr (text, ' ');

  return end != NULL && strncmp (mark->text, text, (gsize) (end - text)) == 0;
}

/**
 * al_trends_mark_change:
 * @self: trends
 * @now_us: simulated time
 * @before: the settings as they were
 * @after: the settings as they are
 *
 * Notes what was changed, in words. A drag leaves one note.
 */
void
al_trends_mark_change (AlTrends *self, gint64 now_us, const AlSettings *before,
                       const AlSettings *after)
{
  AlTrendMark mark = {now_us, describe_change (before, after)};
  const AlTrendMark *last =
      self->marks->len > 0 ? &g_array_index (self->marks, AlTrendMark, self->marks->len - 1) : NULL;

  if (last != NULL && now_us - last->time_us < GESTURE_US && is_same_subject (last, mark.text))
    g_array_set_size (self->marks, self->marks->len - 1);
  g_array_append_val (self->marks, mark);
  self->serial++;
}

/**
 * al_trends_forget_after:
 * @self: trends
 * @time_us: simulated time
 *
 * Forgets what is later, when time goes back.
 */
void
al_trends_forget_after (AlTrends *self, gint64 time_us)
{
  guint n_points = self->points->len;
  guint n_marks = self->marks->len;

  while (n_points > 0 && g_array_index (self->points, AlTrendPoint, n_points - 1).time_us > time_us)
    n_points--;
  while (n_marks > 0 && g_array_index (self->marks, AlTrendMark, n_marks - 1).time_us > time_us)
    n_marks--;
  g_array_set_size (self->points, n_points);
  g_array_set_size (self->marks, n_marks);
  self->serial++;
}
