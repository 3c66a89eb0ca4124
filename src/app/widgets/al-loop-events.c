/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view-private.h"

#include <glib/gi18n.h>

/* Below this a valve is closed. */
#define OPEN 0.05

typedef struct {
  AlPvEvent opens;
  AlPvEvent closes;
  gboolean has_opened;
  gboolean has_closed;
} ValveEvents;

/* The first opening of a beat and the last closing: a leaflet that trembles is marked once. */
static void
find_events (const AlTrace *trace, guint first, guint last, AlSignal opening, ValveEvents *events)
{
  for (guint i = first + 1; i <= last; i++) {
    const gboolean was_open = al_trace_get_value (trace, i - 1, opening) > OPEN;
    const gboolean is_open = al_trace_get_value (trace, i, opening) > OPEN;
    const AlPvPoint at = al_loop_view_get_point (al_trace_get_sample (trace, i), AL_CAVITY_LV);

    if (is_open && !was_open && !events->has_opened) {
      events->opens.at = at;
      events->has_opened = TRUE;
    }
    if (was_open && !is_open) {
      events->closes.at = at;
      events->has_closed = TRUE;
    }
  }
}

static guint
add_events (const ValveEvents *found, AlPvEvent *events, guint n_events)
{
  if (found->has_closed)
    events[n_events++] = found->closes;
  if (found->has_opened)
    events[n_events++] = found->opens;
  return n_events;
}

/* Of the last whole beat. */
void
al_loop_view_update_events (AlLoopView *self)
{
  const AlLoops *loops = al_session_get_loops (self->session);
  const AlTrace *trace = al_session_get_trace (self->session);
  ValveEvents mitral = {.opens = {.name = C_ ("mitral valve opens", "MO"), .opens = TRUE},
                        .closes = {.name = C_ ("mitral valve closes", "MC")}};
  ValveEvents aortic = {.opens = {.name = C_ ("aortic valve opens", "AO"), .opens = TRUE},
                        .closes = {.name = C_ ("aortic valve closes", "AC")}};
  AlPvEvent events[AL_PV_MAX_EVENTS];
  guint n_events = 0;
  gint64 start_us;
  gint64 end_us;

  if (al_trace_get_n_samples (trace) > 0 && loops->serial > 0 &&
      al_loops_find_beat (loops, loops->start_us[loops->serial % AL_LOOPS_STARTS] - 1, &start_us,
                          &end_us)) {
    const guint last = MIN (al_trace_find (trace, end_us), al_trace_get_n_samples (trace) - 1);
    const guint first = MIN (al_trace_find (trace, start_us), last);

    find_events (trace, first, last, AL_SIGNAL_MITRAL_OPENING, &mitral);
    find_events (trace, first, last, AL_SIGNAL_AORTIC_OPENING, &aortic);
    n_events = add_events (&aortic, events, add_events (&mitral, events, 0));
  }
  al_pv_plot_set_events (self->plot, events, n_events);
}
