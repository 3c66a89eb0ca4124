/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-loop-view.h"

#include "al-pv-plot.h"

G_BEGIN_DECLS

/* The parts of a view of the loop, for its own files alone. */

struct _AlLoopView {
  GtkWidget parent_instance;

  AlSession *session;
  AlPvPlot *plot;
  AlPlotStyle style;
  gboolean projector;
  gboolean style_valid;

  AlSupport support_seen;
  gboolean on_its_way_seen;
  gint64 serial_seen;
  guint points_seen;

  GskRenderNode *static_layer;
  GskRenderNode *beat_layer;
  gboolean beat_valid;
  GskRenderNode *review_layer;
  GPtrArray *segments;

  gboolean shown[AL_N_LOOP_OPTIONS];
  AlCavity companions[AL_N_CAVITIES];
  guint n_companions;

  GArray *review; /* of AlPvPoint */
  gint64 review_start_us;
  gint64 review_end_us;
  guint review_first; /* sample of the trace at which the beat begins */

  GtkWidget *hint;
};

/* Where a chamber is in a sample. */
static inline AlPvPoint
al_loop_view_get_point (const AlSample *sample, AlCavity cavity)
{
  return (AlPvPoint){sample->value[al_cavity_get_volume (cavity)],
                     sample->value[al_cavity_get_pressure (cavity)]};
}

/* A loop of pairs of numbers is one of points. */
static inline const AlPvPoint *
al_loop_view_as_points (const double *pairs)
{
  return (const AlPvPoint *) (gconstpointer) pairs;
}

/* Layers of different lifetimes */
void al_loop_view_drop_beat (AlLoopView *self);
void al_loop_view_drop_all (AlLoopView *self);
void al_loop_view_drop_style (AlLoopView *self);
void al_loop_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* What the plot shows */
void al_loop_view_move_companions (AlLoopView *self);
void al_loop_view_follow (AlLoopView *self);
void al_loop_view_end_beat (AlLoopView *self);
void al_loop_view_restart (AlLoopView *self);
void al_loop_view_follow_axes (AlLoopView *self);
void al_loop_view_update_companions (AlLoopView *self);
void al_loop_view_notice_support (AlLoopView *self);
void al_loop_view_update_ghosts (AlLoopView *self);
void al_loop_view_update_events (AlLoopView *self);
void al_loop_view_update_description (AlLoopView *self);
void al_loop_view_add_hint (AlLoopView *self);

/* What is shown on request */
void al_loop_view_follow_options (AlLoopView *self);
void al_loop_view_update_label (AlLoopView *self);

/* The beat under the cursor */
void al_loop_view_show_cursor (AlLoopView *self);
gboolean al_loop_view_step_cb (GtkWidget *widget, GVariant *args, gpointer user_data);
void al_loop_view_add_gestures (AlLoopView *self);

G_END_DECLS
