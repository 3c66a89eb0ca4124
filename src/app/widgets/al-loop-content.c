/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view-private.h"

#include <glib/gi18n.h>

#include "al-change-text.h"
#include "al-index-text.h"

/* Points of a drawn relation; the curves are smooth between them. */
#define RELATION_POINTS 64

static void
add_new_points (AlLoopView *self, guint back)
{
  guint n_points;
  const double *points = al_loops_get (al_session_get_loops (self->session), back, &n_points);

  for (guint i = self->points_seen; i < n_points; i++)
    al_pv_plot_add_point (self->plot, points[2 * i], points[2 * i + 1]);
  self->points_seen = n_points;
}

/* The points of the other chambers follow the cursor, which is the present while time goes on. */
void
al_loop_view_move_companions (AlLoopView *self)
{
  AlSample sample;

  if (self->n_companions == 0 || !al_session_get_sample (self->session, &sample))
    return;
  for (guint i = 0; i < self->n_companions; i++) {
    const AlPvPoint now = al_loop_view_get_point (&sample, self->companions[i]);

    al_pv_plot_move_companion (self->plot, i, &now);
  }
}

void
al_loop_view_update_companions (AlLoopView *self)
{
  const AlLoops *loops = al_session_get_loops (self->session);

  al_pv_plot_set_n_companions (self->plot, self->n_companions);
  for (guint i = 0; i < self->n_companions; i++) {
    const AlCavity cavity = self->companions[i];
    guint n_points;
    const double *pairs = al_loops_get_cavity (loops, cavity, 1, &n_points);

    al_pv_plot_set_companion (self->plot, i, al_cavity_get_name (cavity),
                              al_loop_view_as_points (pairs), n_points);
  }
  al_loop_view_move_companions (self);
}

void
al_loop_view_follow (AlLoopView *self)
{
  const AlLoops *loops = al_session_get_loops (self->session);
  const gint64 oldest = MAX (0, loops->serial - (AL_LOOPS_KEPT - 1));

  if (self->serial_seen < oldest || self->serial_seen > loops->serial) {
    al_pv_plot_clear_beats (self->plot);
    self->serial_seen = oldest;
    self->points_seen = 0;
    al_loop_view_drop_beat (self);
  }
  while (self->serial_seen < loops->serial) {
    add_new_points (self, (guint) (loops->serial - self->serial_seen));
    al_pv_plot_end_beat (self->plot);
    self->serial_seen++;
    /* The plot begins a beat where the last one ended; so do the loops. */
    self->points_seen = 1;
    al_loop_view_drop_beat (self);
  }
  add_new_points (self, 0);
  al_loop_view_notice_support (self);
  al_loop_view_move_companions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_relations (AlLoopView *self)
{
  const AlSimulation *simulation = al_session_get_simulation (self->session);
  const double v0 = al_session_get (self->session, AL_PARAMETER_LV_V0);
  const double vd = al_session_get (self->session, AL_PARAMETER_LV_VD);
  AlPvPoint espvr[RELATION_POINTS];
  AlPvPoint edpvr[RELATION_POINTS];
  AlRange volume;
  AlRange pressure;

  al_pv_plot_get_range (self->plot, &volume, &pressure);
  for (int i = 0; i < RELATION_POINTS; i++) {
    const double share = i / (RELATION_POINTS - 1.0);
    const double v_systole = v0 + (volume.high - v0) * share;
    const double v_diastole = vd + (volume.high - vd) * share;

    espvr[i] = (AlPvPoint){v_systole, al_simulation_lv_espvr (simulation, v_systole)};
    edpvr[i] = (AlPvPoint){v_diastole, al_simulation_lv_edpvr (simulation, v_diastole)};
  }
  al_pv_plot_set_espvr (self->plot, espvr, RELATION_POINTS);
  al_pv_plot_set_edpvr (self->plot, edpvr, RELATION_POINTS);
}

static AlRole
get_role (AlSupport support)
{
  return support <= AL_SUPPORT_BOTH ? (AlRole) support : AL_ROLE_OTHER;
}

static void
add_ghost (AlLoopView *self, const AlGhost *ghost)
{
  g_autofree AlPvPoint *points = g_new (AlPvPoint, ghost->n_points);

  for (guint i = 0; i < ghost->n_points; i++)
    points[i] = (AlPvPoint){ghost->volume_ml[i], ghost->pressure_mmhg[i]};
  al_pv_plot_add_ghost (self->plot, ghost->automatic ? get_role (ghost->support) : AL_ROLE_OTHER,
                        ghost->name, points, ghost->n_points);
  for (guint i = 0; i < self->n_companions; i++)
    al_pv_plot_add_thin_ghost (
        self->plot, ghost->automatic ? get_role (ghost->support) : AL_ROLE_OTHER,
        al_loop_view_as_points (ghost->loop[self->companions[i]]), ghost->n_points);
}

/* A kept loop of the devices that a question is about would be its answer. */
static gboolean
gives_away (AlLoopView *self, const AlGhost *ghost)
{
  AlSettings from, to;

  return al_session_get_held (self->session, &from, &to) &&
         al_support_of (&to) != al_support_of (&from) && ghost->support == al_support_of (&to);
}

void
al_loop_view_update_ghosts (AlLoopView *self)
{
  self->support_seen = al_support_of (al_session_get_shown (self->session));
  self->on_its_way_seen = al_session_get_on_its_way (self->session);
  al_pv_plot_clear_ghosts (self->plot);
  for (guint i = 0; i < al_session_get_n_ghosts (self->session); i++) {
    const AlGhost *ghost = al_session_get_ghost (self->session, i);

    if (!al_session_shows (self->session, ghost) && !gives_away (self, ghost))
      add_ghost (self, ghost);
  }
  al_pv_plot_set_live (self->plot, get_role (self->support_seen),
                       al_session_get_shown_name (self->session));
  al_loop_view_drop_beat (self);
}

/* A device that was switched while time stood still gives the loop its name once it goes on; in the
 * past it has that of then. */
void
al_loop_view_notice_support (AlLoopView *self)
{
  if (al_support_of (al_session_get_shown (self->session)) != self->support_seen ||
      al_session_get_on_its_way (self->session) != self->on_its_way_seen)
    al_loop_view_update_ghosts (self);
}

static char *
describe_present (AlLoopView *self)
{
  AlIndices now;
  g_autofree char *state = NULL;
  g_autofree char *change = al_change_describe_session (self->session);

  if (change == NULL || !al_session_get_indices (self->session, &now))
    return NULL;
  state = al_index_describe_state (&now);
  return g_strconcat (state, " ", change, NULL);
}

/* The beat under the cursor, and where on its loop the moment is. */
static char *
describe_past (AlLoopView *self)
{
  const AlBeat *beat = al_session_find_beat (self->session);
  const double ago_s =
      (double) (al_session_get_time_us (self->session) - al_session_get_cursor_us (self->session)) /
      G_USEC_PER_SEC;
  g_autofree char *state = beat != NULL ? al_index_describe_state (&beat->indices) : g_strdup ("");
  g_autofree char *moment = NULL;
  AlSample sample;

  if (!al_session_get_sample (self->session, &sample))
    return NULL;
  /* Translators: a moment of the past: seconds, a volume and a pressure */
  moment = g_strdup_printf (_ ("%.2f s ago: %.0f mL at %.0f mmHg."), ago_s,
                            sample.value[AL_SIGNAL_LV_VOLUME], sample.value[AL_SIGNAL_LV_PRESSURE]);
  return g_strstrip (g_strconcat (moment, " ", state, NULL));
}

void
al_loop_view_update_description (AlLoopView *self)
{
  g_autofree char *text =
      al_session_get_reviewing (self->session) ? describe_past (self) : describe_present (self);

  if (text == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
fit_cb (AlLoopView *self)
{
  if (self->session != NULL)
    al_session_fit_axes (self->session);
}

void
al_loop_view_add_hint (AlLoopView *self)
{
  self->hint = gtk_button_new_with_mnemonic (_ ("_Fit axes"));
  gtk_widget_add_css_class (self->hint, "pill");
  gtk_widget_set_tooltip_text (self->hint, _ ("The loop leaves the axes: choose them anew"));
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->hint, FALSE);
  g_signal_connect_swapped (self->hint, "clicked", G_CALLBACK (fit_cb), self);
}

static void
update_hint (AlLoopView *self)
{
  gtk_widget_set_child_visible (self->hint, al_pv_plot_is_left (self->plot));
}

void
al_loop_view_end_beat (AlLoopView *self)
{
  al_loop_view_follow (self);
  update_relations (self);
  al_loop_view_update_companions (self);
  al_loop_view_update_events (self);
  update_hint (self);
  al_loop_view_update_description (self);
  al_loop_view_drop_beat (self);
}

/* Nothing else ever moves the axes, but another chamber that is asked for. */
void
al_loop_view_follow_axes (AlLoopView *self)
{
  const AlSurvey *survey = al_session_get_survey (self->session);
  AlSignal volume[AL_N_CAVITIES] = {AL_SIGNAL_LV_VOLUME};
  AlSignal pressure[AL_N_CAVITIES] = {AL_SIGNAL_LV_PRESSURE};

  if (survey == NULL)
    return;
  for (guint i = 0; i < self->n_companions; i++) {
    volume[i + 1] = al_cavity_get_volume (self->companions[i]);
    pressure[i + 1] = al_cavity_get_pressure (self->companions[i]);
  }
  al_pv_plot_set_range (self->plot, al_survey_get_range (survey, volume, self->n_companions + 1),
                        al_survey_get_range (survey, pressure, self->n_companions + 1));
  update_relations (self);
  update_hint (self);
  al_loop_view_drop_all (self);
}

void
al_loop_view_restart (AlLoopView *self)
{
  self->serial_seen = G_MAXINT64;
  al_loop_view_follow (self);
  update_relations (self);
  al_loop_view_update_companions (self);
  al_loop_view_update_events (self);
  al_loop_view_update_ghosts (self);
  al_loop_view_show_cursor (self);
}
