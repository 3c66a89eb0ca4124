/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-strip-view.h"

#include "al-strip-chart.h"
#include "al-strip-watch.h"

G_BEGIN_DECLS

/* The parts of a view of strips, for its own files alone. */

/* A whole number of finished chunks makes a sweep; a moving window touches one or two more. */
#define AL_STRIP_CHUNKS 24
#define AL_STRIP_SLOTS  (AL_STRIP_CHUNKS + 2)

/* One chart of the view. */
typedef struct {
  gboolean is_ecg;
  AlStrip strip; /* unless it is the ECG */
  AlStripChart *chart;
  double y;
} AlStripRow;

/* A part of the curves that is finished, drawn where the sweep has it. */
typedef struct {
  gint64 number;
  GskRenderNode *node;
} AlStripChunk;

/* Two moments of one curve. */
typedef struct {
  gboolean is_set;
  gboolean follows_cursor; /* its second moment, as the keyboard moves it */
  guint row;
  guint curve;
  gint64 from_us;
  gint64 to_us;
} AlStripRuler;

typedef enum {
  AL_STRIP_DRAG_NOTHING,
  AL_STRIP_DRAG_RULER,
  AL_STRIP_DRAG_CURSOR,
  AL_STRIP_DRAG_TIME,
} AlStripDrag;

struct _AlStripView {
  GtkWidget parent_instance;

  AlSession *session;
  AlStripWatch *watch;
  GArray *chosen; /* of AlStrip */
  GArray *rows;   /* what of them is shown, from above */
  AlPlotStyle style;
  gboolean projector;
  gboolean has_ecg;
  gboolean has_landmarks;
  gboolean has_band;
  gboolean scrolling;
  gint64 chosen_us;     /* of a sweep, as a person chose it */
  gint64 duration_us;   /* of a sweep, longer in time lapse */
  gint64 review_end_us; /* where the window ends while time stands still, -1 for the present */
  gboolean layout_valid;

  GskRenderNode *static_layer;
  GskRenderNode *beat_layer;
  gboolean beat_valid;
  GskRenderNode *landmark_layer;
  gint64 landmark_end_us; /* where the window ended when they were drawn */
  AlStripChunk chunks[AL_STRIP_SLOTS];

  AlStripRuler ruler;
  AlStripDrag drag;
  gint64 drag_us; /* what was under the pointer, or the end of the window, when the drag began */

  GActionMap *actions; /* not owned */
  GMenu *menu;
};

AlStripRow *al_strip_view_get_row (AlStripView *self, guint position);
void al_strip_view_update_rows (AlStripView *self);
void al_strip_view_drop_beat (AlStripView *self);
void al_strip_view_drop_all (AlStripView *self);
void al_strip_view_update_description (AlStripView *self);

/* Layers of different lifetimes */
void al_strip_view_update_layout (AlStripView *self);
void al_strip_view_draw_static_cb (cairo_t *cr, gpointer user_data);
void al_strip_view_draw_beat_cb (cairo_t *cr, gpointer user_data);
void al_strip_view_snapshot_curves (AlStripView *self, GtkSnapshot *snapshot);

/* Where time stands */
gboolean al_strip_view_is_paper (AlStripView *self);
gint64 al_strip_view_get_end_us (AlStripView *self);
gint64 al_strip_view_get_start_us (AlStripView *self);
double al_strip_view_get_scale (AlStripView *self);
double al_strip_view_get_offset (AlStripView *self, gint64 time_us, gint64 end_us);
gboolean al_strip_view_get_x (AlStripView *self, gint64 time_us, double *x);
gint64 al_strip_view_get_time_at (AlStripView *self, double x);
void al_strip_view_set_review_end_us (AlStripView *self, gint64 end_us);
void al_strip_view_show_cursor (AlStripView *self);

/* What stands over the curves */
void al_strip_view_snapshot_landmarks (AlStripView *self, GtkSnapshot *snapshot);
void al_strip_view_snapshot_overlay (AlStripView *self, GtkSnapshot *snapshot);
char *al_strip_view_format_cursor (AlStripView *self, const AlStripRow *row);
char *al_strip_view_format_ruler (AlStripView *self);

void al_strip_view_add_controllers (AlStripView *self);
void al_strip_view_update_actions (AlStripView *self);

G_END_DECLS
