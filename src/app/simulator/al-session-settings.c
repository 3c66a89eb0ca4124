/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-private.h"

#include <glib/gi18n.h>

#include "al-ghost-task.h"

/* A session that is gone wants no ghost any more. */
typedef struct {
  GWeakRef session;
  gint64 serial;
} Awaited;

static void
ghost_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Awaited *awaited = user_data;
  g_autoptr (AlSession) self = g_weak_ref_get (&awaited->session);
  g_autoptr (AlGhost) ghost = al_ghost_task_finish (result, NULL);

  if (self != NULL && ghost != NULL &&
      al_comparison_replace (&self->comparison, awaited->serial, g_steal_pointer (&ghost)))
    al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
  g_weak_ref_clear (&awaited->session);
  g_free (awaited);
}

/*
 * A loop caught on the way to where a state settles would show the next device to do what the last
 * one was still doing: pressures that rise when a balloon is added, for instance, because ECMO had
 * just been started. So what it settles on takes the place of what is kept at first.
 */
static void
replace_when_settled (AlSession *self, gint64 serial)
{
  const gint64 settling_us =
      self->changed_us + AL_SESSION_SETTLING_US - al_session_get_time_us (self);
  Awaited *awaited;

  if (serial == 0 || settling_us <= 0)
    return;
  awaited = g_new0 (Awaited, 1);
  g_weak_ref_init (&awaited->session, self);
  awaited->serial = serial;
  if (self->ghosts_on_way == NULL)
    self->ghosts_on_way = g_cancellable_new ();
  al_ghost_task_start (self->simulation, settling_us, AL_SESSION_REFERENCE_BEATS,
                       self->ghosts_on_way, ghost_ready_cb, awaited);
}

static void
keep_passing (AlSession *self, const char *name)
{
  replace_when_settled (self, al_comparison_keep_passing (&self->comparison, name, self->simulation,
                                                          &self->recorder.loops,
                                                          AL_SESSION_REFERENCE_BEATS));
}

/* A device is about to be switched: where the state settles is what to compare with. The four-way
 * comparison has it already. */
static void
keep_state_before_device (AlSession *self)
{
  const AlGhost *ghost =
      al_comparison_find_automatic (&self->comparison, al_session_get_support (self));

  if (self->set_aside == NULL &&
      al_session_get_time_us (self) - self->support_since_us >= AL_SESSION_PASSED_US)
    keep_passing (self, NULL);
  else if (ghost != NULL)
    al_comparison_refer_to_ghost (&self->comparison, ghost);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

/* The devices stay and something else is about to change: the loop gets a name of its own, since
 * the name of the devices goes on to stand for the changed heart. */
static void
keep_state_before_change (AlSession *self)
{
  g_autofree char *name = NULL;

  if (self->set_aside != NULL ||
      al_session_get_time_us (self) - self->changed_us < AL_SESSION_PASSED_US)
    return;
  /* Translators: a loop as it was before a setting was changed; %s is the name of the devices */
  name = g_strdup_printf (_ ("%s, before"), al_support_get_name (al_session_get_support (self)));
  keep_passing (self, name);
  al_session_emit (self, AL_SESSION_GHOSTS_CHANGED);
}

static void
apply_settings (AlSession *self, const AlSettings *settings)
{
  if (al_support_of (settings) != al_session_get_support (self))
    self->support_since_us = al_session_get_time_us (self);
  al_trends_mark_change (&self->trends, al_session_get_time_us (self), &self->simulation->settings,
                         settings);
  if (al_session_get_time_us (self) > self->changed_us)
    self->before = self->simulation->settings;
  al_simulation_apply (self->simulation, settings);
  self->changed_us = al_session_get_time_us (self);
  al_session_emit (self, AL_SESSION_SETTINGS_CHANGED);
}

/* A step forward, which leaves a ghost; undo and redo leave none. */
void
al_session_keep_and_apply (AlSession *self, const AlSettings *settings, gboolean new_step)
{
  if (al_support_of (settings) != al_session_get_support (self))
    keep_state_before_device (self);
  else if (new_step)
    keep_state_before_change (self);
  apply_settings (self, settings);
}

static gboolean
is_held (AlSession *self, AlParameter parameter)
{
  return self->has_held && self->held.value[parameter] != self->held_from.value[parameter];
}

/* What waits has changed: controls show it, and those who ask about it ask anew. */
static void
announce_held (AlSession *self)
{
  al_session_emit (self, AL_SESSION_HELD);
  al_session_emit (self, AL_SESSION_SETTINGS_CHANGED);
}

static void
drop_held (AlSession *self)
{
  if (!self->has_held)
    return;
  self->has_held = FALSE;
  announce_held (self);
}

/* A change that is taken back by hand waits no longer. */
static void
hold (AlSession *self, const AlSettings *settings)
{
  if (!self->has_held)
    self->held_from = self->simulation->settings;
  self->held = *settings;
  self->has_held = !al_settings_equal (&self->held, &self->held_from);
  announce_held (self);
}

/**
 * al_session_get:
 * @self: a session
 * @parameter: a parameter
 *
 * The value of a setting in the unit of its parameter; of one that waits, what it will be.
 */
double
al_session_get (AlSession *self, AlParameter parameter)
{
  g_return_val_if_fail (AL_IS_SESSION (self), 0);
  return is_held (self, parameter) ? self->held.value[parameter]
                                   : self->simulation->settings.value[parameter];
}

static void
change_settings (AlSession *self, const AlSettings *settings, int subject)
{
  gboolean new_step;

  if (self->ready && self->holding) {
    hold (self, settings);
    return;
  }
  if (!self->ready || al_settings_equal (settings, &self->simulation->settings))
    return;
  al_session_cancel_leap (self);
  new_step = al_history_remember (self->history, &self->simulation->settings, subject,
                                  g_get_monotonic_time ());
  al_session_keep_and_apply (self, settings, new_step);
  al_session_notify_history (self);
}

/**
 * al_session_set:
 * @self: a session
 * @parameter: a parameter
 * @value: its new value; brought into the range of the parameter
 *
 * Changes a setting, in a way that undo takes back.
 *
 * When a device is switched, the loop as it stood is kept and becomes the reference.
 */
void
al_session_set (AlSession *self, AlParameter parameter, double value)
{
  const AlParameterInfo *info = al_parameter_get_info (parameter);
  AlSettings settings;

  g_return_if_fail (AL_IS_SESSION (self));
  al_session_get_asked (self, &settings);
  settings.value[parameter] = CLAMP (value, info->minimum, info->maximum);
  change_settings (self, &settings, info->kind == AL_KIND_CHOICE ? -1 : (int) parameter);
}

/**
 * al_session_get_support:
 * @self: a session
 *
 * Which devices are switched on.
 */
AlSupport
al_session_get_support (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), AL_SUPPORT_NONE);
  return al_support_of (&self->simulation->settings);
}

/**
 * al_session_get_shown:
 * @self: a session
 *
 * What acted in the beats that are seen: what was set while time stands still acts when it goes on.
 *
 * Returns: (transfer none): valid until the session goes on or the cursor moves
 */
const AlSettings *
al_session_get_shown (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  if (al_session_get_reviewing (self))
    return &al_session_get_blood (self)->settings;
  return al_session_get_time_us (self) > self->changed_us ? &self->simulation->settings
                                                          : &self->before;
}

/**
 * al_session_get_on_its_way:
 * @self: a session
 *
 * Whether four states are compared as they settle, and the beats that are seen are none of them,
 * since something was set less than a minute ago.
 */
gboolean
al_session_get_on_its_way (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return al_session_get_four_way (self) &&
         al_session_get_time_us (self) < self->changed_us + AL_SESSION_SETTLING_US;
}

/**
 * al_session_shows:
 * @self: a session
 * @ghost: a kept loop
 *
 * Whether the beats that are seen are those of a kept loop, which would only lie under them.
 */
gboolean
al_session_shows (AlSession *self, const AlGhost *ghost)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return !al_session_get_on_its_way (self) && ghost->automatic &&
         al_settings_equal (&ghost->settings, al_session_get_shown (self));
}

/**
 * al_session_get_shown_name:
 * @self: a session
 *
 * What the loop that is seen is called: by its devices, where no other loop has that name.
 *
 * Returns: (transfer none): a name, translated
 */
const char *
al_session_get_shown_name (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), NULL);
  return al_session_get_on_its_way (self)
             ? _ ("Now")
             : al_support_get_name (al_support_of (al_session_get_shown (self)));
}

/**
 * al_session_set_support:
 * @self: a session
 * @support: which devices are to run
 *
 * Switches the devices on and off in one step.
 */
void
al_session_set_support (AlSession *self, AlSupport support)
{
  AlSettings settings;

  g_return_if_fail (AL_IS_SESSION (self));
  al_session_get_asked (self, &settings);
  al_support_apply (support, &settings);
  change_settings (self, &settings, -1);
}

/**
 * al_session_set_holding:
 * @self: a session
 * @holding: whether changes wait
 *
 * While changes wait, settings stay as they are, and [method@Session.get] tells what is asked for.
 * What still waits in the end is dropped.
 */
void
al_session_set_holding (AlSession *self, gboolean holding)
{
  g_return_if_fail (AL_IS_SESSION (self));
  self->holding = holding;
  if (!holding)
    drop_held (self);
}

/**
 * al_session_get_holding:
 * @self: a session
 *
 * Whether changes wait.
 */
gboolean
al_session_get_holding (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->holding;
}

/**
 * al_session_get_held:
 * @self: a session
 * @from: (out): all settings without what waits
 * @to: (out): all settings with it
 *
 * What waits.
 *
 * Returns: whether anything does
 */
gboolean
al_session_get_held (AlSession *self, AlSettings *from, AlSettings *to)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  if (!self->has_held)
    return FALSE;
  *from = self->simulation->settings;
  al_session_get_asked (self, to);
  return TRUE;
}

/**
 * al_session_get_asked:
 * @self: a session
 * @settings: (out): what the controls show
 *
 * The settings that run, and where a change waits, what it will be.
 */
void
al_session_get_asked (AlSession *self, AlSettings *settings)
{
  g_return_if_fail (AL_IS_SESSION (self));
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    settings->value[i] = al_session_get (self, (AlParameter) i);
}

/**
 * al_session_apply_held:
 * @self: a session
 *
 * Lets what waits act, in one step that undo takes back. Later changes wait again.
 */
void
al_session_apply_held (AlSession *self)
{
  const gboolean holding = self->holding;
  AlSettings settings;

  g_return_if_fail (AL_IS_SESSION (self));
  if (!self->has_held)
    return;
  al_session_get_asked (self, &settings);
  self->has_held = FALSE;
  self->holding = FALSE;
  change_settings (self, &settings, -1);
  self->holding = holding;
  al_session_emit (self, AL_SESSION_HELD);
}

/**
 * al_session_get_can_undo:
 * @self: a session
 *
 * Whether there is a change of settings to take back.
 */
gboolean
al_session_get_can_undo (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->ready && al_history_get_can_undo (self->history);
}

/**
 * al_session_get_can_redo:
 * @self: a session
 *
 * Whether there is a change of settings to do again.
 */
gboolean
al_session_get_can_redo (AlSession *self)
{
  g_return_val_if_fail (AL_IS_SESSION (self), FALSE);
  return self->ready && al_history_get_can_redo (self->history);
}

/* Time has gone to another place: what it left behind is not what is seen from there. */
static void
return_to_state (AlSession *self, const AlSimulation *state)
{
  const gint64 now_us = al_simulation_get_time_us (state);
  AlSettings passed = state->settings;

  *self->simulation = *state;
  al_recorder_clear (&self->recorder);
  /* Commands up to there have been obeyed. */
  self->timeline.next = 0;
  al_timeline_apply_due (&self->timeline, now_us - 1, &passed);
  al_trends_forget_after (&self->trends, now_us);
  self->cursor_us = -1;
  self->changed_us = MIN (self->changed_us, now_us);
  self->support_since_us = MIN (self->support_since_us, now_us);
  self->before = state->settings;
  al_session_announce_restart (self);
}

/* Returns to what undo or redo returned, and frees it. */
void
al_session_take_moment (AlSession *self, AlMoment *moment)
{
  if (moment->state != NULL)
    return_to_state (self, moment->state);
  else
    apply_settings (self, &moment->settings);
  g_clear_pointer (&moment->state, g_free);
}

static void
take_step (AlSession *self, gboolean (*step) (AlHistory *, const AlSimulation *, AlMoment *))
{
  AlMoment moment;

  if (!self->ready)
    return;
  al_session_cancel_leap (self);
  drop_held (self);
  if (!step (self->history, self->simulation, &moment))
    return;
  al_session_take_moment (self, &moment);
  al_session_notify_history (self);
}

/**
 * al_session_undo:
 * @self: a session
 *
 * Takes the last change of settings back; time goes on. A leap in time is taken back exactly.
 */
void
al_session_undo (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  take_step (self, al_history_undo);
}

/**
 * al_session_redo:
 * @self: a session
 *
 * Does the last undone change of settings again; time goes on.
 */
void
al_session_redo (AlSession *self)
{
  g_return_if_fail (AL_IS_SESSION (self));
  take_step (self, al_history_redo);
}
