/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-view-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-layer.h"
#include "al-layer-private.h"
#include "al-strip-ecg.h"
#include "al-strip-layout.h"

/* Room around a part of a curve for its width, caps and marks, in parts of the text height. */
#define PEN_ROOM 0.7

/* Strokes and text are made for a strip of this many pixels and grow with it, up to a limit. */
#define DESIGN_HEIGHT 200.0
#define MAX_SCALE     1.3

/* The gap ahead of the head reaches the oldest chunk in steps of so many pixels, as far as what is
 * repainted is concerned. */
#define REST_STEP 16.0

/* Of the numbers of a strip: their size in parts of the text height, and how much of that they must
 * keep where there is little room. */
#define NUMBERS_SIZE   1.1
#define SMALLEST_SHARE 0.65

/* How high the ECG is, as a share of a strip. */
#define ECG_SHARE 0.42

/* How high the arterial chart is when it holds labels. */
#define LABELLED_SHARE 2.0

/* The text of a projector is made for a picture no higher than this share of the width of the
 * charts: their titles must have room. */
#define TITLE_SHARE 0.85

static void
update_style (AlStripView *self, double strip_height)
{
  const double side = MIN (al_layer_get_picture_height (GTK_WIDGET (self)),
                           TITLE_SHARE * gtk_widget_get_width (GTK_WIDGET (self)));

  al_layer_init_style (GTK_WIDGET (self), self->projector, &self->style);
  if (self->projector)
    al_plot_style_fit (&self->style, side, side);
  else
    al_plot_style_scale (&self->style, CLAMP (strip_height / DESIGN_HEIGHT, 1, MAX_SCALE));
}

/* The charts share their margins, so that one moment stands at one x in all of them. */
static void
share_margins (AlStripView *self)
{
  double left = 0;
  double right = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    double own_left;
    double own_right;

    al_strip_chart_measure_margins (al_strip_view_get_row (self, i)->chart, &own_left, &own_right);
    left = MAX (left, own_left);
    right = MAX (right, own_right);
  }
  for (guint i = 0; i < self->rows->len; i++)
    al_strip_chart_set_margins (al_strip_view_get_row (self, i)->chart, ceil (left), ceil (right));
}

/* The time axis counts from where the sweep begins, or back from the present. */
static gint64
get_first_label_us (AlStripView *self)
{
  if (!al_strip_view_is_paper (self))
    return 0;
  return al_strip_view_get_end_us (self) - self->duration_us -
         al_trace_get_last_us (al_session_get_trace (self->session));
}

static double
get_share (AlStripView *self, const AlStripRow *row)
{
  if (row->is_ecg)
    return ECG_SHARE;
  return self->has_landmarks && row->strip == AL_STRIP_ARTERIAL ? LABELLED_SHARE : 1;
}

static double
sum_shares (AlStripView *self)
{
  double sum = 0;

  for (guint i = 0; i < self->rows->len; i++)
    sum += get_share (self, al_strip_view_get_row (self, i));
  return MAX (sum, 1);
}

/* The lowest strip is higher by the line of times. */
void
al_strip_view_update_layout (AlStripView *self)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double n_shares = sum_shares (self);
  double share;
  double y = 0;

  update_style (self, height / n_shares);
  share = (height - 1.6 * self->style.font_size) / n_shares;
  for (guint i = 0; i < self->rows->len; i++) {
    AlStripRow *row = al_strip_view_get_row (self, i);
    const gboolean last = i == self->rows->len - 1;
    const double row_height = floor (share * get_share (self, row));

    row->y = y;
    al_strip_chart_set_style (row->chart, &self->style);
    al_strip_chart_set_sweep (row->chart, self->duration_us);
    al_strip_chart_set_first_label (row->chart, get_first_label_us (self));
    al_strip_chart_set_time_visible (row->chart, last);
    al_strip_chart_set_size (row->chart, width, last ? height - y : row_height);
    y += row_height;
  }
  share_margins (self);
  self->layout_valid = TRUE;
}

void
al_strip_view_draw_static_cb (cairo_t *cr, gpointer user_data)
{
  AlStripView *self = user_data;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlStripRow *row = al_strip_view_get_row (self, i);

    cairo_save (cr);
    cairo_translate (cr, 0, row->y);
    al_strip_chart_draw_static (row->chart, cr);
    cairo_restore (cr);
  }
}

static PangoLayout *
make_text (AlStripView *self, cairo_t *cr, const char *text, double size)
{
  g_autoptr (PangoFontDescription) font =
      pango_font_description_from_string (self->style.font_family);
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
measure_width (PangoLayout *text)
{
  int width;

  pango_layout_get_pixel_size (text, &width, NULL);
  return width;
}

static PangoLayout *
make_title (AlStripView *self, cairo_t *cr, const AlStripRow *row)
{
  const AlStripLayout *layout = al_strip_layout_get (row->strip);
  g_autofree char *title = g_strdup_printf ("%s %s", _ (layout->title), layout->unit);

  return make_text (self, cr, title, self->style.font_size);
}

/* Above the right end of the strip, smaller where the title leaves less room, as long as they can
 * be read. */
static void
draw_numbers (AlStripView *self, cairo_t *cr, const AlStripRow *row, const char *numbers)
{
  const double em = self->style.font_size;
  g_autoptr (PangoLayout) title = make_title (self, cr, row);
  g_autoptr (PangoLayout) text = make_text (self, cr, numbers, NUMBERS_SIZE * em);
  const double right = gtk_widget_get_width (GTK_WIDGET (self)) - em;
  double room, share;
  cairo_rectangle_t area;
  PangoRectangle extents;

  al_strip_chart_get_area (row->chart, &area);
  room = right - area.x - measure_width (title) - em;
  share = room / measure_width (text);
  if (share < SMALLEST_SHARE)
    return;
  if (share < 1) {
    g_object_unref (text);
    text = make_text (self, cr, numbers, share * NUMBERS_SIZE * em);
  }
  pango_layout_get_pixel_extents (text, NULL, &extents);
  al_color_set_source (&self->style.text, cr);
  cairo_move_to (cr, right - extents.width, area.y - extents.height - 0.15 * em);
  pango_cairo_show_layout (cr, text);
}

/* What stood under the cursor, or the numbers of the last beats. */
static char *
format_numbers (AlStripView *self, const AlStripRow *row)
{
  AlIndices indices;

  if (row->is_ecg)
    return NULL;
  if (al_session_get_reviewing (self->session))
    return al_strip_view_format_cursor (self, row);
  if (!al_session_get_indices (self->session, &indices))
    return NULL;
  return al_strip_layout_format_numbers (
      row->strip, al_support_of (al_session_get_shown (self->session)), &indices);
}

void
al_strip_view_draw_beat_cb (cairo_t *cr, gpointer user_data)
{
  AlStripView *self = user_data;

  for (guint i = 0; i < self->rows->len; i++) {
    const AlStripRow *row = al_strip_view_get_row (self, i);
    g_autofree char *numbers = format_numbers (self, row);

    cairo_save (cr);
    cairo_translate (cr, 0, row->y);
    al_strip_chart_draw_beat (row->chart, cr, al_session_get_trace (self->session));
    if (numbers != NULL)
      draw_numbers (self, cr, row, numbers);
    cairo_restore (cr);
  }
}

/* Curves */

typedef struct {
  AlStripView *view;
  gint64 from_us;
  gint64 to_us;
  gboolean head;
  gboolean finished; /* what comes after it is drawn by another part */
} Part;

/* Whether a part goes on from where another one of the same sweep ended, or the other way round. */
static gboolean
is_joint (AlStripView *self, gint64 time_us)
{
  return !al_layer_get_plain () && time_us % (self->duration_us / AL_STRIP_CHUNKS) == 0 &&
         time_us % self->duration_us != 0;
}

static double
get_pen_room (AlStripView *self)
{
  return ceil (PEN_ROOM * self->style.font_size);
}

/*
 * Two parts meet at a column of pixels and not in the middle of one, a little before the time at
 * which the later one begins: there the earlier one is drawn already. The later one is begun
 * earlier still, so that no cap of a line is seen at a joint.
 */
static double
get_joint_x (AlStripView *self, gint64 time_us)
{
  const AlStripChart *chart = al_strip_view_get_row (self, 0)->chart;

  return floor (al_strip_chart_get_x (chart, time_us) - get_pen_room (self) / 2);
}

static gint64
get_joined_us (AlStripView *self, gint64 from_us)
{
  if (!is_joint (self, from_us))
    return from_us;
  return from_us - (gint64) (get_pen_room (self) / al_strip_view_get_scale (self));
}

static void
clip_at_joints (const Part *part, cairo_t *cr)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  if (is_joint (part->view, part->from_us))
    left = get_joint_x (part->view, part->from_us);
  if (part->finished && is_joint (part->view, part->to_us))
    right = get_joint_x (part->view, part->to_us);
  cairo_rectangle (cr, left, top, MAX (0, right - left), bottom - top);
  cairo_clip (cr);
}

static void
draw_part_cb (cairo_t *cr, gpointer user_data)
{
  const Part *part = user_data;
  AlStripView *self = part->view;
  const AlTrace *trace = al_session_get_trace (self->session);

  for (guint i = 0; i < self->rows->len; i++) {
    const AlStripRow *row = al_strip_view_get_row (self, i);

    cairo_save (cr);
    cairo_translate (cr, 0, row->y);
    cairo_save (cr);
    clip_at_joints (part, cr);
    al_strip_chart_draw_part (row->chart, cr, trace, get_joined_us (self, part->from_us),
                              part->to_us);
    cairo_restore (cr);
    if (row->is_ecg)
      al_strip_ecg_draw_triggers (row->chart, &self->style, cr, &self->watch->events, part->from_us,
                                  part->to_us);
    if (part->head)
      al_strip_chart_draw_head (row->chart, cr, trace);
    cairo_restore (cr);
  }
}

/* A part lies within one chunk, so it does not wrap; its end may be the right edge itself. */
static void
get_part_bounds (const Part *part, graphene_rect_t *bounds)
{
  AlStripView *self = part->view;
  const AlStripChart *chart = al_strip_view_get_row (self, 0)->chart;
  const double room = get_pen_room (self);
  const double x = al_strip_chart_get_x (chart, part->from_us);
  const double width = al_strip_view_get_scale (self) * (double) (part->to_us - part->from_us);

  graphene_rect_init (bounds, (float) (x - room), 0, (float) (width + 2 * room),
                      (float) gtk_widget_get_height (GTK_WIDGET (self)));
  graphene_rect_round_extents (bounds, bounds);
}

static gint64
get_chunk_us (AlStripView *self)
{
  return al_layer_get_plain () ? self->duration_us : self->duration_us / AL_STRIP_CHUNKS;
}

static GskRenderNode *
get_finished_chunk (AlStripView *self, gint64 number)
{
  const gint64 chunk_us = get_chunk_us (self);
  AlStripChunk *chunk = &self->chunks[number % AL_STRIP_SLOTS];
  Part part = {self, number * chunk_us, (number + 1) * chunk_us, FALSE, TRUE};
  graphene_rect_t bounds;

  if (chunk->node == NULL || chunk->number != number) {
    g_clear_pointer (&chunk->node, gsk_render_node_unref);
    get_part_bounds (&part, &bounds);
    chunk->node = al_layer_new (GTK_WIDGET (self), &bounds, draw_part_cb, &part);
    chunk->number = number;
  }
  return chunk->node;
}

static double
get_column (AlStripView *self, gint64 time_us)
{
  return floor (al_strip_chart_get_x (al_strip_view_get_row (self, 0)->chart, time_us));
}

/* The start of the oldest chunk, where the gap ends, is drawn with the head up to here, unless the
 * head is at the other edge. */
static double
get_rest_x (AlStripView *self, gint64 from_us, gint64 last_us)
{
  const double x = get_column (self, from_us);

  if (al_strip_view_is_paper (self) || x <= get_column (self, last_us))
    return x;
  return REST_STEP * (floor (x / REST_STEP) + 1);
}

static void
draw_start_of_rest (AlStripView *self, cairo_t *cr, gint64 from_us, double rest_x)
{
  const double x = get_column (self, from_us);
  const gint64 chunk_us = get_chunk_us (self);
  gint64 number = from_us / chunk_us;

  if (x >= rest_x)
    return;
  cairo_rectangle (cr, x, 0, rest_x - x, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_clip (cr);
  for (; get_joined_us (self, number * chunk_us) < from_us; number++)
    gsk_render_node_draw (get_finished_chunk (self, number), cr);
}

/*
 * With the head goes what the gap ahead of it uncovers and hides: what a frame repaints is one
 * column. Several would divide what moves beside them into more pieces, and instead of too many
 * pieces GSK repaints everything around them.
 */
static void
snapshot_head (AlStripView *self, GtkSnapshot *snapshot, const Part *head, gint64 from_us)
{
  const double rest_x = get_rest_x (self, from_us, head->to_us);
  graphene_rect_t bounds;
  cairo_t *cr;

  get_part_bounds (head, &bounds);
  bounds.size.width = MAX (bounds.size.width, (float) rest_x - bounds.origin.x);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw_part_cb (cr, (gpointer) head);
  draw_start_of_rest (self, cr, from_us, rest_x);
  cairo_destroy (cr);
}

/* Of the oldest chunk what the gap ahead of the head has not reached, nor will reach soon. */
static void
snapshot_rest (GtkSnapshot *snapshot, GskRenderNode *node, double x)
{
  graphene_rect_t bounds;
  float cut;

  gsk_render_node_get_bounds (node, &bounds);
  cut = (float) x - bounds.origin.x;
  bounds.origin.x += cut;
  bounds.size.width = MAX (0, bounds.size.width - cut);
  gtk_snapshot_push_clip (snapshot, &bounds);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
}

/* Chunks from one time to another, each where the sweep has it. */
static void
snapshot_chunks (AlStripView *self, GtkSnapshot *snapshot, gint64 from_us, gint64 to_us)
{
  const gint64 chunk_us = get_chunk_us (self);
  const gint64 last_us = al_trace_get_last_us (al_session_get_trace (self->session));

  for (gint64 number = from_us / chunk_us; number * chunk_us < to_us; number++) {
    const gboolean is_head = (number + 1) * chunk_us >= last_us;
    const Part head = {self, MAX (number * chunk_us, from_us), last_us, self->review_end_us < 0};

    if (is_head)
      snapshot_head (self, snapshot, &head, from_us);
    else if (get_joined_us (self, number * chunk_us) < from_us && !al_strip_view_is_paper (self))
      snapshot_rest (snapshot, get_finished_chunk (self, number),
                     get_rest_x (self, from_us, last_us));
    else
      gtk_snapshot_append_node (snapshot, get_finished_chunk (self, number));
  }
}

/* Sweep for sweep, each moved to where the paper has it. */
static void
snapshot_paper (AlStripView *self, GtkSnapshot *snapshot, gint64 from_us, gint64 to_us)
{
  cairo_rectangle_t area;

  al_strip_chart_get_area (al_strip_view_get_row (self, 0)->chart, &area);
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT ((float) floor (area.x), 0, (float) (ceil (area.width) + 3),
                                     (float) gtk_widget_get_height (GTK_WIDGET (self))));
  while (from_us < to_us) {
    const gint64 end_us = MIN (to_us, (from_us / self->duration_us + 1) * self->duration_us);
    const double offset = al_strip_view_get_offset (self, from_us, al_strip_view_get_end_us (self));

    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) offset, 0));
    snapshot_chunks (self, snapshot, from_us, end_us);
    gtk_snapshot_restore (snapshot);
    from_us = end_us;
  }
  gtk_snapshot_pop (snapshot);
}

void
al_strip_view_snapshot_curves (AlStripView *self, GtkSnapshot *snapshot)
{
  const AlTrace *trace = al_session_get_trace (self->session);
  const gint64 from_us = al_strip_view_get_start_us (self);
  const gint64 to_us = al_strip_view_get_end_us (self);

  if (al_trace_get_n_samples (trace) == 0)
    return;
  if (al_strip_view_is_paper (self))
    snapshot_paper (self, snapshot, from_us, to_us);
  else
    snapshot_chunks (self, snapshot, from_us, to_us);
}
