/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-ghost.h"
#include "al-loops.h"
#include "al-blood-record.h"
#include "al-scenario.h"
#include "al-simulation.h"
#include "al-survey.h"
#include "al-trace.h"
#include "al-trends.h"

G_BEGIN_DECLS

/* Beats whose mean the readouts show: a multiple of every assist ratio, and about one breath. */
#define AL_SESSION_MEAN_BEATS 6

/* Simulated time that the charts show at once. */
#define AL_SESSION_SWEEP_US (6 * G_USEC_PER_SEC)

/* Simulated time that the trace holds, and that can be looked at again. */
#define AL_SESSION_REVIEW_US (60 * G_USEC_PER_SEC)

#define AL_SESSION_SLOWEST (1.0 / 64)
#define AL_SESSION_FASTEST 60.0

/**
 * AlSessionWork:
 * @AL_SESSION_IDLE: nothing
 * @AL_SESSION_COMPARING: the four-way comparison is being found
 * @AL_SESSION_LEAPING: hours pass; meanwhile time does not go on otherwise
 *
 * What goes on beside the frames, with [property@Session:work-progress].
 */
typedef enum {
  AL_SESSION_IDLE,
  AL_SESSION_COMPARING,
  AL_SESSION_LEAPING,
} AlSessionWork;

#define AL_TYPE_SESSION (al_session_get_type ())

G_DECLARE_FINAL_TYPE (AlSession, al_session, AL, SESSION, GObject)

AlSession *al_session_new (void);

/* Two runs of one patient */
AlSession *al_session_branch (AlSession *self);
void al_session_exchange (AlSession *self, AlSession *other);
void al_session_take_axes (AlSession *self, AlSession *other);

/* What runs */
void al_session_load (AlSession *self, const AlScenario *scenario);
void al_session_load_settled (AlSession *self, const AlSimulation *settled,
                              const AlScenario *scenario);
void al_session_set_baseline (AlSession *self, const AlSimulation *baseline);
gboolean al_session_get_ready (AlSession *self);
double al_session_get_progress (AlSession *self);
const AlSimulation *al_session_get_simulation (AlSession *self);
AlTrace *al_session_get_trace (AlSession *self);
const AlLoops *al_session_get_loops (AlSession *self);
const AlSurvey *al_session_get_survey (AlSession *self);
void al_session_fit_axes (AlSession *self);
gint64 al_session_get_time_us (AlSession *self);

/* Time */
gboolean al_session_get_playing (AlSession *self);
void al_session_set_playing (AlSession *self, gboolean playing);
double al_session_get_speed (AlSession *self);
void al_session_set_speed (AlSession *self, double speed);
void al_session_tick (AlSession *self, gint64 frame_time_us);
void al_session_pause_clock (AlSession *self);
void al_session_advance (AlSession *self, gint64 duration_us);
void al_session_step_beat (AlSession *self);
void al_session_step (AlSession *self, gint64 duration_us);
void al_session_reset (AlSession *self);
void al_session_leap (AlSession *self, gint64 duration_us);
const AlTrends *al_session_get_trends (AlSession *self);

/* What takes longer than a frame */
AlSessionWork al_session_get_work (AlSession *self);
double al_session_get_work_progress (AlSession *self);
void al_session_cancel_work (AlSession *self);

/* Looking back while time stands still */
gboolean al_session_get_reviewing (AlSession *self);
gint64 al_session_get_cursor_us (AlSession *self);
void al_session_set_cursor_us (AlSession *self, gint64 time_us);
const AlBeat *al_session_find_beat (AlSession *self);
const AlBloodRecord *al_session_get_blood (AlSession *self);
gboolean al_session_get_sample (AlSession *self, AlSample *sample);

/* Settings */
double al_session_get (AlSession *self, AlParameter parameter);
void al_session_set (AlSession *self, AlParameter parameter, double value);
AlSupport al_session_get_support (AlSession *self);
const AlSettings *al_session_get_shown (AlSession *self);
gboolean al_session_get_on_its_way (AlSession *self);
const char *al_session_get_shown_name (AlSession *self);
gboolean al_session_shows (AlSession *self, const AlGhost *ghost);
void al_session_set_support (AlSession *self, AlSupport support);
gboolean al_session_get_can_undo (AlSession *self);
gboolean al_session_get_can_redo (AlSession *self);
void al_session_undo (AlSession *self);
void al_session_redo (AlSession *self);

/* Changes that wait to be predicted */
void al_session_set_holding (AlSession *self, gboolean holding);
gboolean al_session_get_holding (AlSession *self);
gboolean al_session_get_held (AlSession *self, AlSettings *from, AlSettings *to);
void al_session_get_asked (AlSession *self, AlSettings *settings);
void al_session_apply_held (AlSession *self);

/* Comparison */
guint al_session_get_n_ghosts (AlSession *self);
const AlGhost *al_session_get_ghost (AlSession *self, guint position);
void al_session_keep_ghost (AlSession *self, const char *name);
void al_session_clear_ghosts (AlSession *self);
void al_session_rename_ghost (AlSession *self, guint position, const char *name);
void al_session_remove_ghost (AlSession *self, guint position);
void al_session_refer_to_ghost (AlSession *self, guint position);
gboolean al_session_is_reference (AlSession *self, guint position);
gboolean al_session_get_four_way (AlSession *self);
void al_session_set_four_way (AlSession *self, gboolean four_way);
gboolean al_session_get_first_beats (AlSession *self);
void al_session_set_first_beats (AlSession *self, gboolean first_beats);
gboolean al_session_get_indices (AlSession *self, AlIndices *indices);
gboolean al_session_get_reference (AlSession *self, AlIndices *indices);
const char *al_session_get_reference_name (AlSession *self);
const AlSettings *al_session_get_reference_settings (AlSession *self);

G_END_DECLS
