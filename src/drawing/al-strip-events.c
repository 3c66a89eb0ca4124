/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-strip-events.h"

static AlStripEvent *
get_event (AlStripEvents *self, guint index)
{
  return &self->ring[(self->first + index) % AL_STRIP_EVENTS_MAX];
}

/**
 * al_strip_events_clear:
 * @self: events
 *
 * Forgets all events.
 */
void
al_strip_events_clear (AlStripEvents *self)
{
  self->first = 0;
  self->n_events = 0;
}

/**
 * al_strip_events_get:
 * @self: events
 * @index: below the number of events
 *
 * Returns: (transfer none): an event, valid until the next one is added
 */
const AlStripEvent *
al_strip_events_get (const AlStripEvents *self, guint index)
{
  g_return_val_if_fail (index < self->n_events, NULL);
  return &self->ring[(self->first + index) % AL_STRIP_EVENTS_MAX];
}

/**
 * al_strip_events_add:
 * @self: events
 * @event: what happened; copied
 *
 * Adds an event at its place in time.
 */
void
al_strip_events_add (AlStripEvents *self, const AlStripEvent *event)
{
  guint place;

  if (self->n_events == AL_STRIP_EVENTS_MAX)
    self->first = (self->first + 1) % AL_STRIP_EVENTS_MAX;
  else
    self->n_events++;
  for (place = self->n_events - 1; place > 0; place--) {
    const AlStripEvent *before = get_event (self, place - 1);

    if (before->time_us <= event->time_us)
      break;
    *get_event (self, place) = *before;
  }
  *get_event (self, place) = *event;
}

/**
 * al_strip_events_find:
 * @self: events
 * @time_us: simulated time
 *
 * Finds the first event that is not before a time.
 *
 * Returns: its number; the number of events when all are before
 */
guint
al_strip_events_find (const AlStripEvents *self, gint64 time_us)
{
  guint low = 0, high = self->n_events;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (al_strip_events_get (self, middle)->time_us < time_us)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/**
 * al_strip_events_find_beat:
 * @self: events
 * @time_us: simulated time
 *
 * Finds the ventricular activation at exactly a time, to say more about it.
 *
 * Returns: (transfer none) (nullable): the event
 */
AlStripEvent *
al_strip_events_find_beat (AlStripEvents *self, gint64 time_us)
{
  for (guint i = al_strip_events_find (self, time_us); i < self->n_events; i++) {
    AlStripEvent *event = get_event (self, i);

    if (event->time_us != time_us)
      break;
    if (event->kind == AL_STRIP_EVENT_VENTRICLES)
      return event;
  }
  return NULL;
}

/**
 * al_strip_events_last_beat:
 * @self: events
 * @time_us: simulated time
 *
 * Finds the last ventricular activation before a time.
 *
 * Returns: (transfer none) (nullable): the event
 */
const AlStripEvent *
al_strip_events_last_beat (const AlStripEvents *self, gint64 time_us)
{
  for (guint i = al_strip_events_find (self, time_us); i > 0; i--) {
    const AlStripEvent *event = al_strip_events_get (self, i - 1);

    if (event->kind == AL_STRIP_EVENT_VENTRICLES)
      return event;
  }
  return NULL;
}
