/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than a minute of any rhythm, with a trigger for every beat. */
#define AL_STRIP_EVENTS_MAX 1024

typedef enum {
  AL_STRIP_EVENT_ATRIA,      /* the atria are activated */
  AL_STRIP_EVENT_VENTRICLES, /* the ventricles are activated */
  AL_STRIP_EVENT_TRIGGER,    /* the balloon pump takes a trigger */
} AlStripEventKind;

/**
 * AlStripEvent:
 * @time_us: when
 * @kind: what
 * @interval_us: to the ventricular activation before this one
 * @wide: of the ventricles: whether they began by themselves
 * @fibrillating: of the ventricles: whether the atria fibrillate until the next one
 * @assisted: of the ventricles: whether the balloon fills in this beat; of a trigger: whether it is
 *   one to assist
 * @after_assisted: of the ventricles: whether the balloon emptied before this beat
 *
 * Something that strips mark and an ECG is drawn from.
 */
typedef struct {
  gint64 time_us;
  AlStripEventKind kind;
  gint64 interval_us;
  gboolean wide;
  gboolean fibrillating;
  gboolean assisted;
  gboolean after_assisted;
} AlStripEvent;

/**
 * AlStripEvents:
 *
 * The events of the last minute in the order of time: a ring that forgets the oldest. Events are
 * numbered from 0, the oldest one that is still there.
 */
typedef struct {
  AlStripEvent ring[AL_STRIP_EVENTS_MAX];
  guint first;
  guint n_events;
} AlStripEvents;

void al_strip_events_clear (AlStripEvents *self);
void al_strip_events_add (AlStripEvents *self, const AlStripEvent *event);
const AlStripEvent *al_strip_events_get (const AlStripEvents *self, guint index);
AlStripEvent *al_strip_events_find_beat (AlStripEvents *self, gint64 time_us);
guint al_strip_events_find (const AlStripEvents *self, gint64 time_us);
const AlStripEvent *al_strip_events_last_beat (const AlStripEvents *self, gint64 time_us);

G_END_DECLS
