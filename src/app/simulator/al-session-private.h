/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-session.h"

#include "al-comparison.h"
#include "al-frame-time.h"
#include "al-history.h"
#include "al-recorder.h"
#include "al-timeline.h"

G_BEGIN_DECLS

/* A state that stood for less than this was only passed, and leaves no ghost. */
#define AL_SESSION_PASSED_US (3 * G_USEC_PER_SEC)

/* So long after a change filling pressures stand still, and a loop shows what the change did. */
#define AL_SESSION_SETTLING_US (60 * G_USEC_PER_SEC)

/* Beats behind a ghost's indices and the reference: two breaths of a ventilated patient. */
#define AL_SESSION_REFERENCE_BEATS 12

/* The parts of a session, for its own files alone. */
struct _AlSession {
  GObject parent_instance;

  AlSimulation *simulation;
  AlSimulation *start;
  AlSimulation *baseline; /* what the start is compared with, NULL for nothing */
  AlTimeline timeline;

  AlSurvey survey;
  gboolean surveyed;
  AlRecorder recorder;
  AlBloodRecord blood; /* the present, when it was asked for last */

  gboolean ready;
  double progress;
  GCancellable *settling;

  gboolean playing;
  AlFrameTime frame_time;
  gint64 cursor_us; /* what is looked at while time stands still, -1 for the present */

  AlHistory *history;
  AlComparison comparison;
  GCancellable *ghosts_on_way; /* where states settle that were left */
  GPtrArray *set_aside;        /* the ghosts before the four-way comparison, NULL without one */
  AlTrends trends;
  AlSessionWork work;
  double work_progress;
  GCancellable *working;
  gint64 support_since_us;
  gint64 changed_us; /* when a setting last changed */
  AlSettings before; /* what acted until then */

  gboolean holding; /* changes wait instead of acting */
  gboolean has_held;
  AlSettings held_from; /* as it was when the first waiting change came */
  AlSettings held;
};

typedef enum {
  AL_SESSION_PROP_0,
  AL_SESSION_PROP_READY,
  AL_SESSION_PROP_PROGRESS,
  AL_SESSION_PROP_PLAYING,
  AL_SESSION_PROP_SPEED,
  AL_SESSION_PROP_CAN_UNDO,
  AL_SESSION_PROP_CAN_REDO,
  AL_SESSION_PROP_FOUR_WAY,
  AL_SESSION_PROP_WORK,
  AL_SESSION_PROP_WORK_PROGRESS,
  AL_SESSION_N_PROPS
} AlSessionProperty;

typedef enum {
  AL_SESSION_BEAT,
  AL_SESSION_ADVANCED,
  AL_SESSION_CURSOR_MOVED,
  AL_SESSION_SETTINGS_CHANGED,
  AL_SESSION_GHOSTS_CHANGED,
  AL_SESSION_LOADED,
  AL_SESSION_RESTARTED,
  AL_SESSION_AXES_CHANGED,
  AL_SESSION_FAILED,
  AL_SESSION_HELD,
  AL_SESSION_N_SIGNALS
} AlSessionSignal;

void al_session_notify (AlSession *self, AlSessionProperty property);
void al_session_notify_history (AlSession *self);
void al_session_emit (AlSession *self, AlSessionSignal signal);
void al_session_cancel_settling (AlSession *self);
void al_session_begin_work (AlSession *self, AlSessionWork work);
void al_session_set_work_progress (AlSession *self, double progress);
void al_session_end_work (AlSession *self);
void al_session_cancel_leap (AlSession *self);
void al_session_forget_ghosts (AlSession *self);
gboolean al_session_advance_silently (AlSession *self, gint64 duration_us);
void al_session_announce_restart (AlSession *self);
void al_session_take_moment (AlSession *self, AlMoment *moment);
void al_session_keep_and_apply (AlSession *self, const AlSettings *settings, gboolean new_step);

G_END_DECLS
