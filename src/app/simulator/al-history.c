/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-history.h"

/* Steps that can be undone; the oldest are forgotten. */
#define CAPACITY 200

/* Changes of one subject closer together than this are one step: a drag is undone at once. */
#define GESTURE_US (G_USEC_PER_SEC)

struct _AlHistory {
  GArray *undo;
  GArray *redo;
  int subject;
  gint64 changed_us;
};

static void
clear_moment (gpointer data)
{
  AlMoment *moment = data;

  g_clear_pointer (&moment->state, g_free);
}

static GArray *
new_moments (void)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (AlMoment));

  g_array_set_clear_func (moments, clear_moment);
  return moments;
}

/**
 * al_history_new:
 *
 * Makes an empty history.
 *
 * Returns: (transfer full): a new history
 */
AlHistory *
al_history_new (void)
{
  AlHistory *self = g_new0 (AlHistory, 1);

  self->undo = new_moments ();
  self->redo = new_moments ();
  self->subject = -1;
  return self;
}

/**
 * al_history_free:
 * @self: (transfer full): a history
 *
 * Frees a history.
 */
void
al_history_free (AlHistory *self)
{
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_free (self);
}

/**
 * al_history_clear:
 * @self: a history
 *
 * Forgets every step.
 */
void
al_history_clear (AlHistory *self)
{
  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
  self->subject = -1;
}

static void
append_step (AlHistory *self, const AlMoment *before)
{
  g_array_set_size (self->redo, 0);
  if (self->undo->len == CAPACITY)
    g_array_remove_index (self->undo, 0);
  g_array_append_vals (self->undo, before, 1);
}

/**
 * al_history_remember:
 * @self: a history
 * @before: the settings that a change is about to replace
 * @subject: what is changed, for example a parameter; negative for a change that stands alone
 * @now_us: time of the change on any steady clock
 *
 * Begins a step, unless the change goes on with the last one.
 *
 * Returns: whether a step began
 */
gboolean
al_history_remember (AlHistory *self, const AlSettings *before, int subject, gint64 now_us)
{
  gboolean goes_on = subject >= 0 && subject == self->subject && self->redo->len == 0 &&
                     now_us - self->changed_us < GESTURE_US;

  self->subject = subject;
  self->changed_us = now_us;
  if (goes_on)
    return FALSE;
  append_step (self, &(AlMoment){.settings = *before});
  return TRUE;
}

/**
 * al_history_remember_state:
 * @self: a history
 * @before: the state that a leap in time is about to replace; copied
 *
 * Begins a step that undo takes back exactly, time included.
 */
void
al_history_remember_state (AlHistory *self, const AlSimulation *before)
{
  self->subject = -1;
  append_step (
      self, &(AlMoment){.settings = before->settings, .state = g_memdup2 (before, sizeof *before)});
}

/**
 * al_history_get_can_undo:
 * @self: a history
 *
 * Whether there is a step to undo.
 */
gboolean
al_history_get_can_undo (const AlHistory *self)
{
  return self->undo->len > 0;
}

/**
 * al_history_get_can_redo:
 * @self: a history
 *
 * Whether there is a step to do again.
 */
gboolean
al_history_get_can_redo (const AlHistory *self)
{
  return self->redo->len > 0;
}

/* The way back from a leap is a leap as well. */
static gboolean
move_step (AlHistory *self, GArray *from, GArray *to, const AlSimulation *now, AlMoment *moment)
{
  AlMoment left = {.settings = now->settings};
  AlMoment *last;

  if (from->len == 0)
    return FALSE;
  last = &g_array_index (from, AlMoment, from->len - 1);
  *moment = *last;
  last->state = NULL;
  g_array_set_size (from, from->len - 1);
  if (moment->state != NULL)
    left.state = g_memdup2 (now, sizeof *now);
  g_array_append_val (to, left);
  self->subject = -1;
  return TRUE;
}

/**
 * al_history_undo:
 * @self: a history
 * @now: the state as it is
 * @moment: (out caller-allocates): what it was before the last step; the caller frees its state
 *
 * Takes the last step back.
 *
 * Returns: whether there was one
 */
gboolean
al_history_undo (AlHistory *self, const AlSimulation *now, AlMoment *moment)
{
  return move_step (self, self->undo, self->redo, now, moment);
}

/**
 * al_history_redo:
 * @self: a history
 * @now: the state as it is
 * @moment: (out caller-allocates): what it was before the last undo; the caller frees its state
 *
 * Does the last undone step again.
 *
 * Returns: whether there was one
 */
gboolean
al_history_redo (AlHistory *self, const AlSimulation *now, AlMoment *moment)
{
  return move_step (self, self->redo, self->undo, now, moment);
}
