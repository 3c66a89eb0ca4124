/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-trace.h"

struct _AlTrace {
  gint64 interval_us;
  guint capacity;
  guint first; /* where the oldest sample stands */
  guint n_samples;
  AlSample *samples;
};

/**
 * al_trace_new:
 * @duration_us: how far back it remembers, at least @interval_us
 * @interval_us: time between two samples that it keeps, above 0
 *
 * An empty trace.
 *
 * Returns: (transfer full): a trace
 */
AlTrace *
al_trace_new (gint64 duration_us, gint64 interval_us)
{
  g_return_val_if_fail (interval_us > 0 && duration_us >= interval_us, NULL);

  AlTrace *self = g_new0 (AlTrace, 1);

  self->interval_us = interval_us;
  self->capacity = (guint) (duration_us / interval_us) + 1;
  self->samples = g_new (AlSample, self->capacity);
  return self;
}

/**
 * al_trace_copy:
 * @self: a trace
 *
 * A trace with the same samples, for work elsewhere.
 *
 * Returns: (transfer full): a trace
 */
AlTrace *
al_trace_copy (const AlTrace *self)
{
  AlTrace *copy = g_new (AlTrace, 1);

  *copy = *self;
  copy->samples = g_memdup2 (self->samples, self->capacity * sizeof *self->samples);
  return copy;
}

/**
 * al_trace_free:
 * @self: (transfer full) (nullable): a trace
 *
 * Frees a trace.
 */
void
al_trace_free (AlTrace *self)
{
  if (self == NULL)
    return;
  g_free (self->samples);
  g_free (self);
}

static const AlSample *
get_sample (const AlTrace *self, guint index)
{
  return &self->samples[(self->first + index) % self->capacity];
}

/**
 * al_trace_get_sample:
 * @self: a trace
 * @index: which sample, counted from the oldest
 *
 * All signals of a sample.
 *
 * Returns: (transfer none): a sample, valid until the next one is pushed
 */
const AlSample *
al_trace_get_sample (const AlTrace *self, guint index)
{
  g_return_val_if_fail (index < self->n_samples, NULL);
  return get_sample (self, index);
}

/* Which interval a time falls into, on a grid that is the same for every trace. */
static gint64
get_interval (const AlTrace *self, gint64 time_us)
{
  gint64 number = time_us / self->interval_us;

  return number * self->interval_us > time_us ? number - 1 : number;
}

/**
 * al_trace_push:
 * @self: a trace
 * @sample: all signals at a time; copied
 *
 * Adds a sample. Only the first of each interval is kept, so that a trace of samples 1 ms apart
 * need not hold them all. A step back in time forgets what was before.
 */
void
al_trace_push (AlTrace *self, const AlSample *sample)
{
  if (self->n_samples > 0) {
    gint64 last_us = al_trace_get_last_us (self);

    if (sample->time_us < last_us)
      al_trace_clear (self);
    else if (get_interval (self, sample->time_us) == get_interval (self, last_us))
      return;
  }
  if (self->n_samples == self->capacity)
    self->first = (self->first + 1) % self->capacity;
  else
    self->n_samples++;
  self->samples[(self->first + self->n_samples - 1) % self->capacity] = *sample;
}

/**
 * al_trace_clear:
 * @self: a trace
 *
 * Forgets all samples.
 */
void
al_trace_clear (AlTrace *self)
{
  self->first = 0;
  self->n_samples = 0;
}

/**
 * al_trace_get_n_samples:
 * @self: a trace
 *
 * How many samples there are.
 *
 * Returns: a number
 */
guint
al_trace_get_n_samples (const AlTrace *self)
{
  return self->n_samples;
}

/**
 * al_trace_get_time_us:
 * @self: a trace
 * @index: below the number of samples
 *
 * When a sample was taken.
 *
 * Returns: simulated time in microseconds
 */
gint64
al_trace_get_time_us (const AlTrace *self, guint index)
{
  g_return_val_if_fail (index < self->n_samples, 0);

  return get_sample (self, index)->time_us;
}

/**
 * al_trace_get_value:
 * @self: a trace
 * @index: below the number of samples
 * @signal: which signal
 *
 * A signal at a sample.
 *
 * Returns: the value in the unit of the signal
 */
double
al_trace_get_value (const AlTrace *self, guint index, AlSignal signal)
{
  g_return_val_if_fail (index < self->n_samples, 0);
  g_return_val_if_fail (signal < AL_N_SIGNALS, 0);

  return get_sample (self, index)->value[signal];
}

/**
 * al_trace_find:
 * @self: a trace
 * @time_us: simulated time in microseconds
 *
 * Finds the first sample that is not before a time.
 *
 * Returns: its number; the number of samples when all are before
 */
guint
al_trace_find (const AlTrace *self, gint64 time_us)
{
  guint low = 0, high = self->n_samples;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (get_sample (self, middle)->time_us < time_us)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/**
 * al_trace_get_first_us:
 * @self: a trace
 *
 * When the oldest sample was taken.
 *
 * Returns: simulated time in microseconds, 0 when there is no sample
 */
gint64
al_trace_get_first_us (const AlTrace *self)
{
  return self->n_samples > 0 ? get_sample (self, 0)->time_us : 0;
}

/**
 * al_trace_get_last_us:
 * @self: a trace
 *
 * When the newest sample was taken.
 *
 * Returns: simulated time in microseconds, 0 when there is no sample
 */
gint64
al_trace_get_last_us (const AlTrace *self)
{
  return self->n_samples > 0 ? get_sample (self, self->n_samples - 1)->time_us : 0;
}
