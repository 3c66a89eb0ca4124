/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-timeline.h"

/* Commands of a negative time were obeyed before the scenario settled. */
static const AlCommand *
get_next (AlTimeline *self)
{
  const AlCommand *commands;
  guint n_commands = 0;

  if (self->scenario == NULL)
    return NULL;
  commands = al_scenario_get_commands (self->scenario, &n_commands);
  while (self->next < n_commands && commands[self->next].time_us < 0)
    self->next++;
  return self->next < n_commands ? &commands[self->next] : NULL;
}

/**
 * al_timeline_set_scenario:
 * @self: a timeline, at first all zero
 * @scenario: whose timed commands are meant; copied
 *
 * Takes the commands of a scenario.
 */
void
al_timeline_set_scenario (AlTimeline *self, const AlScenario *scenario)
{
  g_clear_pointer (&self->scenario, al_scenario_free);
  self->scenario = al_scenario_copy (scenario);
}

/**
 * al_timeline_finalize:
 * @self: a timeline
 *
 * Frees what a timeline holds, not the timeline.
 */
void
al_timeline_finalize (AlTimeline *self)
{
  g_clear_pointer (&self->scenario, al_scenario_free);
}

/**
 * al_timeline_start:
 * @self: a timeline
 * @now_us: simulated time
 *
 * Counts from now, with every command still to come.
 */
void
al_timeline_start (AlTimeline *self, gint64 now_us)
{
  self->next = 0;
  self->origin_us = now_us;
}

/**
 * al_timeline_get_wait_us:
 * @self: a timeline
 * @now_us: simulated time
 *
 * How long it is until the next command.
 *
 * Returns: simulated microseconds, %G_MAXINT64 when none is to come
 */
gint64
al_timeline_get_wait_us (AlTimeline *self, gint64 now_us)
{
  const AlCommand *command = get_next (self);

  return command != NULL ? self->origin_us + command->time_us - now_us : G_MAXINT64;
}

/**
 * al_timeline_apply_due:
 * @self: a timeline
 * @now_us: simulated time
 * @settings: (inout): settings, which the commands that are due change
 *
 * Obeys the commands whose time has come.
 *
 * Returns: whether there was one
 */
gboolean
al_timeline_apply_due (AlTimeline *self, gint64 now_us, AlSettings *settings)
{
  const AlCommand *command;
  gboolean any = FALSE;

  while ((command = get_next (self)) != NULL && self->origin_us + command->time_us <= now_us) {
    settings->value[command->parameter] = command->value;
    self->next++;
    any = TRUE;
  }
  return any;
}
