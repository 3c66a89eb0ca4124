/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-watch.h"

/* What lies farther back than this is no event of this patient. */
#define OLDEST_US AL_LONG_AGO_US

/* An ectopic beat, of the interval that follows it. */
#define LATEST_ECTOPIC 0.6

static AlRhythmKind
get_rhythm (const AlSimulation *simulation)
{
  return (AlRhythmKind) al_simulation_get (simulation, AL_PARAMETER_RHYTHM);
}

static void
add_atria (AlStripWatch *self, gint64 time_us)
{
  const AlStripEvent event = {.time_us = time_us, .kind = AL_STRIP_EVENT_ATRIA};

  if (time_us <= self->atrial_us || time_us <= OLDEST_US)
    return;
  al_strip_events_add (&self->events, &event);
  self->atrial_us = time_us;
}

static void
add_ventricles (AlStripWatch *self, gint64 time_us, AlRhythmKind rhythm, gboolean ectopic)
{
  const AlStripEvent event = {
      .time_us = time_us,
      .kind = AL_STRIP_EVENT_VENTRICLES,
      .interval_us = time_us - self->beat_us,
      .wide = ectopic || rhythm == AL_RHYTHM_VENTRICULAR_TACHYCARDIA,
      .fibrillating = rhythm == AL_RHYTHM_ATRIAL_FIBRILLATION,
  };

  if (time_us <= self->beat_us || time_us <= OLDEST_US)
    return;
  al_strip_events_add (&self->events, &event);
  self->beat_us = time_us;
}

static void
add_trigger (AlStripWatch *self, gint64 time_us, gboolean assisted)
{
  const AlStripEvent event = {
      .time_us = time_us, .kind = AL_STRIP_EVENT_TRIGGER, .assisted = assisted};

  self->had_balloon = TRUE;
  al_strip_events_add (&self->events, &event);
}

/* A beat that has ended says what the balloon did in it. */
static void
complete_beat (AlStripWatch *self, const AlBeat *beat)
{
  AlStripEvent *event = al_strip_events_find_beat (&self->events, beat->start_us);

  if (event == NULL)
    return;
  event->assisted = beat->assisted;
  event->after_assisted = beat->after_assisted;
}

/* A beat that came by itself came soon and is followed by a pause. */
static gboolean
is_ectopic (const AlStripWatch *self, const AlBeat *beat, AlRhythmKind rhythm)
{
  const double before_us = (double) (beat->start_us - self->beat_us);
  const double after_us = (double) (beat->end_us - beat->start_us);

  return rhythm == AL_RHYTHM_ECTOPY && before_us < LATEST_ECTOPIC * after_us;
}

/* A beat that ended before anybody saw it begin. That the atria led is taken from the rhythm. */
static void
add_missed_beat (AlStripWatch *self, const AlSimulation *simulation, const AlBeat *beat)
{
  const AlRhythmKind rhythm = get_rhythm (simulation);
  const double pr_s = al_simulation_get (simulation, AL_PARAMETER_RHYTHM_PR);
  const gboolean ectopic = is_ectopic (self, beat, rhythm);

  if (rhythm == AL_RHYTHM_ASYSTOLE || beat->start_us <= self->beat_us)
    return;
  if (!ectopic && (rhythm == AL_RHYTHM_SINUS || rhythm == AL_RHYTHM_ECTOPY))
    add_atria (self, beat->start_us - (gint64) (pr_s * G_USEC_PER_SEC));
  add_ventricles (self, beat->start_us, rhythm, ectopic);
}

/* Beats that have ended since the last look. */
static void
catch_up (AlStripWatch *self, const AlSimulation *simulation)
{
  const gint64 n_beats = al_simulation_get_n_beats (simulation);
  const guint n_new = (guint) CLAMP (n_beats - self->n_beats, 0, AL_BEAT_HISTORY);

  for (guint back = n_new; back > 0; back--) {
    const AlBeat *beat = al_simulation_get_beat (simulation, back - 1);

    if (beat == NULL)
      continue;
    add_missed_beat (self, simulation, beat);
    complete_beat (self, beat);
  }
  self->n_beats = n_beats;
}

static void
follow_heart (AlStripWatch *self, const AlSimulation *simulation)
{
  const AlRhythm *heart = &simulation->circulation.rhythm;

  add_atria (self, heart->atrial_us);
  add_ventricles (self, heart->beat_us, get_rhythm (simulation), heart->ectopic);
}

/* As the pump sees it: each R wave, each upstroke, or each cycle of its own clock. */
static void
follow_pump (AlStripWatch *self, const AlSimulation *simulation, gint64 beat_before_us)
{
  const AlBalloonPump *pump = &simulation->circulation.pump;
  const gboolean is_new_clock = pump->next_internal_us != self->internal_us;

  if (pump->on && pump->trigger == AL_BALLOON_TRIGGER_ECG && self->beat_us != beat_before_us)
    add_trigger (self, self->beat_us, pump->assisted_last);
  if (pump->on && pump->trigger == AL_BALLOON_TRIGGER_PRESSURE &&
      pump->upstroke_us > self->upstroke_us)
    add_trigger (self, pump->upstroke_us, pump->assisted_last);
  if (pump->on && pump->trigger == AL_BALLOON_TRIGGER_INTERNAL && is_new_clock &&
      self->internal_us <= al_simulation_get_time_us (simulation))
    add_trigger (self, self->internal_us, pump->inflate_at_us != AL_NEVER || pump->inflating);
  self->upstroke_us = pump->upstroke_us;
  self->internal_us = pump->next_internal_us;
}

/**
 * al_strip_watch_restart:
 * @self: a watch
 * @simulation: what it watches
 *
 * Forgets what was, and begins with the beats that the simulation remembers: charts may be full
 * before anybody looks.
 */
void
al_strip_watch_restart (AlStripWatch *self, const AlSimulation *simulation)
{
  al_strip_events_clear (&self->events);
  self->n_beats = 0;
  self->atrial_us = self->beat_us = OLDEST_US;
  self->upstroke_us = simulation->circulation.pump.upstroke_us;
  self->internal_us = simulation->circulation.pump.next_internal_us;
  self->had_balloon = FALSE;
  catch_up (self, simulation);
  follow_heart (self, simulation);
}

/**
 * al_strip_watch_follow:
 * @self: a watch
 * @simulation: what it watches, some time later
 *
 * Writes down what happened since the last look. In time lapse, with more than a beat between two
 * looks, the beats are there, but triggers between are left out and a beat that came by itself
 * passes for another.
 */
void
al_strip_watch_follow (AlStripWatch *self, const AlSimulation *simulation)
{
  const gint64 beat_before_us = self->beat_us;

  catch_up (self, simulation);
  follow_heart (self, simulation);
  follow_pump (self, simulation, beat_before_us);
}
