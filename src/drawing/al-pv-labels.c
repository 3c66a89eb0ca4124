/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The labels of the pressure-volume plot stand on the curves themselves. For each there is a list
 * of places, and the placer takes the one that hides least. A place is remembered by its number,
 * which means the same spot of the curve from beat to beat.
 */

#include "config.h"

#include "al-placer.h"
#include "al-pv-outline.h"
#include "al-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Places along a curve, and on which side of it. */
#define N_SPOTS        32
#define N_EVENT_PLACES 8
#define N_PLACES       (N_SIDES * N_SPOTS)

/* Between curve and label, in parts of the text height. */
#define GAP 0.45

/* A name that is wider is written in lines: in parts of the plot, and at least of the text height.
 */
#define NAME_SHARE 0.33
#define NAME_EM    6.5

/* Between a mark and any label. */
#define MARK_GAP 0.3

/* A label that finds no room beside its curve stands this far off, with a line that leads to it. */
#define FAR_GAP      2.2
#define FARTHER_GAP  4.5
#define FARTHEST_GAP 8.0

/* How much less is it liked, in points of curve under a label. */
#define PENALTY_INSIDE   6.0
#define PENALTY_FAR      14.0
#define PENALTY_FARTHER  20.0
#define PENALTY_FARTHEST 30.0
#define PENALTY_LOW      2.0
#define PENALTY_BELOW    5.0
#define PENALTY_LEFT     4.0
#define PENALTY_EARLY    10.0
/* Within a loop of another name, for each. */
#define PENALTY_FOREIGN 8.0
/* For each point of another loop that is this near, in parts of the text height. */
#define PENALTY_NEAR 2.0
#define NEAR         0.4

/* On which side of the curve the places of a spot are, and how far from it. */
enum {
  OUTSIDE,
  INSIDE,
  FAR_OUTSIDE,
  FARTHER_OUTSIDE,
  FARTHEST_OUTSIDE,
  N_SIDES
};

/* A spot on a curve and the direction across it, turned to the left of the curve. */
typedef struct {
  AlPixel at;
  AlPixel across;
} Spot;

/* What all labels share: what is in their way, and the loops. */
typedef struct {
  AlPlacer placer;
  GPtrArray *outlines;
} Labels;

static double
distance (const AlPixel *a, const AlPixel *b)
{
  return hypot (b->x - a->x, b->y - a->y);
}

static double
get_length (const GArray *pixels)
{
  double length = 0;

  for (guint i = 1; i < pixels->len; i++)
    length +=
        distance (&g_array_index (pixels, AlPixel, i - 1), &g_array_index (pixels, AlPixel, i));
  return length;
}

/* Spots at equal distances along a curve, whatever its samples; FALSE when it has no length. */
static gboolean
find_spots (const GArray *pixels, Spot *spots, guint n_spots)
{
  double step = get_length (pixels) / n_spots;
  double walked = 0;
  guint n = 0;

  if (!(step > 0))
    return FALSE;
  for (guint i = 1; i < pixels->len && n < n_spots; i++) {
    const AlPixel *from = &g_array_index (pixels, AlPixel, i - 1);
    const AlPixel *to = &g_array_index (pixels, AlPixel, i);
    double length = distance (from, to);

    for (; n < n_spots && length > 0 && (n + 0.5) * step <= walked + length; n++) {
      double share = ((n + 0.5) * step - walked) / length;

      spots[n].at.x = from->x + share * (to->x - from->x);
      spots[n].at.y = from->y + share * (to->y - from->y);
      spots[n].across.x = (to->y - from->y) / length;
      spots[n].across.y = -(to->x - from->x) / length;
    }
    walked += length;
  }
  return n == n_spots;
}

static void
add_obstacle (AlPlacer *placer, const AlPvOutline *outline)
{
  for (guint i = 0; i < outline->pixels->len; i++) {
    const AlPixel *pixel = &g_array_index (outline->pixels, AlPixel, i);

    al_placer_add_point (placer, pixel->x, pixel->y);
  }
}

/*
 * A box of a size beside a spot: it touches the end of @gap along @normal with the middle of a side
 * where the normal is upright or level, else with a point between there and a corner.
 */
static cairo_rectangle_t
box_beside (const Spot *spot, AlPixel normal, double width, double height, double gap)
{
  double longer = MAX (fabs (normal.x), fabs (normal.y));
  double x = spot->at.x + normal.x * gap + normal.x / longer * width / 2;
  double y = spot->at.y + normal.y * gap + normal.y / longer * height / 2;

  return (cairo_rectangle_t){x - width / 2, y - height / 2, width, height};
}

/* Where a line from a spot on a curve reaches the label that stands off it. */
static AlPixel
get_leader_end (const Spot *spot, const cairo_rectangle_t *box)
{
  return (AlPixel){CLAMP (spot->at.x, box->x, box->x + box->width),
                   CLAMP (spot->at.y, box->y, box->y + box->height)};
}

/* What the line crosses, without the curve that it starts from. */
static cairo_rectangle_t
get_leader_box (const Spot *spot, const cairo_rectangle_t *box)
{
  AlPixel end = get_leader_end (spot, box);
  AlPixel from = {spot->at.x + 0.2 * (end.x - spot->at.x), spot->at.y + 0.2 * (end.y - spot->at.y)};

  return (cairo_rectangle_t){MIN (from.x, end.x) - 1, MIN (from.y, end.y) - 1,
                             fabs (end.x - from.x) + 2, fabs (end.y - from.y) + 2};
}

/* A place that is so far from the curve that a line leads to it. */
static AlPlace
make_far_place (const Spot *spot, AlPixel out, const cairo_rectangle_t *label, double gap,
                double penalty)
{
  const cairo_rectangle_t box = box_beside (spot, out, label->width, label->height, gap);

  return (AlPlace){.box = box, .leader = get_leader_box (spot, &box), .penalty = penalty};
}

/* Places around a spot of a loop; outside, above and to the right are liked best. */
static void
fill_spot_places (const Spot *spot, const AlPixel *middle, AlPlace *places,
                  const cairo_rectangle_t *label, double em)
{
  AlPixel out = spot->across;

  if (out.x * (spot->at.x - middle->x) + out.y * (spot->at.y - middle->y) < 0)
    out = (AlPixel){-out.x, -out.y};

  AlPixel in = {-out.x, -out.y};
  double penalty = PENALTY_BELOW * MAX (0, out.y) + PENALTY_LEFT * MAX (0, -out.x) +
                   (spot->at.y > middle->y ? PENALTY_LOW : 0);
  cairo_rectangle_t outside = box_beside (spot, out, label->width, label->height, GAP * em);
  cairo_rectangle_t inside = box_beside (spot, in, label->width, label->height, GAP * em);

  places[OUTSIDE] = (AlPlace){.box = outside, .penalty = penalty};
  places[INSIDE] = (AlPlace){.box = inside, .penalty = penalty + PENALTY_INSIDE};
  places[FAR_OUTSIDE] = make_far_place (spot, out, label, FAR_GAP * em, penalty + PENALTY_FAR);
  places[FARTHER_OUTSIDE] =
      make_far_place (spot, out, label, FARTHER_GAP * em, penalty + PENALTY_FARTHER);
  places[FARTHEST_OUTSIDE] =
      make_far_place (spot, out, label, FARTHEST_GAP * em, penalty + PENALTY_FARTHEST);
}

static void
fill_loop_places (const Spot *spots, const AlPvOutline *outline, AlPlace *places,
                  const cairo_rectangle_t *label, double em)
{
  AlPixel middle = al_pv_outline_get_middle (outline);

  for (guint i = 0; i < N_SPOTS; i++)
    fill_spot_places (&spots[i], &middle, &places[N_SIDES * i], label, em);
}

static void
draw_leader (const AlPvPlot *self, const Spot *spot, const cairo_rectangle_t *box,
             const AlColor *color, cairo_t *cr)
{
  AlPixel end = get_leader_end (spot, box);

  cairo_move_to (cr, spot->at.x, spot->at.y);
  cairo_line_to (cr, end.x, end.y);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, self->style.hairline);
  al_color_set_source (color, cr);
  cairo_stroke (cr);
}

static void
draw_in_box (const AlPvPlot *self, AlText *text, const cairo_rectangle_t *box, cairo_t *cr)
{
  text->halo = TRUE;
  text->align_x = 0.5;
  text->align_y = 0.5;
  al_text_draw (text, &self->style, cr, box->x + box->width / 2, box->y + box->height / 2);
}

/* A name within another loop, or as near to it as to its own, would be read as the name of that. */
static void
shun_other_loops (const GPtrArray *outlines, guint own, AlPlace *places, double em)
{
  for (guint i = 0; i < N_PLACES; i++) {
    const cairo_rectangle_t *box = &places[i].box;
    const AlPixel middle = {box->x + box->width / 2, box->y + box->height / 2};

    for (guint k = 0; k < outlines->len; k++) {
      const AlPvOutline *outline = g_ptr_array_index (outlines, k);

      if (k == own)
        continue;
      places[i].penalty += PENALTY_NEAR * al_pv_outline_count_near (outline, box, NEAR * em);
      if (al_pv_outline_is_around (outline, middle))
        places[i].penalty += PENALTY_FOREIGN;
    }
  }
}

/* Writes the name of a loop beside it; the loop remembers where. */
static void
draw_loop_label (const AlPvPlot *self, Labels *labels, guint index, AlPvLoop *loop, cairo_t *cr)
{
  const AlPvOutline *outline = g_ptr_array_index (labels->outlines, index);
  const AlStroke stroke = al_pv_plot_get_stroke (self, loop);
  AlColor color = al_plot_style_get_text_color (&self->style, &stroke.color);
  AlText text = {.text = loop->name,
                 .bold = TRUE,
                 .color = &color,
                 .wrap =
                     MAX (NAME_SHARE * self->frame.area.width, NAME_EM * self->style.font_size)};
  Spot spots[N_SPOTS];
  AlPlace places[N_PLACES];
  cairo_rectangle_t label = {0};

  if (loop->name == NULL || *loop->name == '\0' || !find_spots (outline->pixels, spots, N_SPOTS))
    return;

  al_text_measure (&text, &self->style, &label.width, &label.height);
  fill_loop_places (spots, outline, places, &label, self->style.font_size);
  shun_other_loops (labels->outlines, index, places, self->style.font_size);
  loop->place = al_placer_choose (&labels->placer, places, N_PLACES, loop->place);
  if (places[loop->place].leader.width > 0)
    draw_leader (self, &spots[loop->place / N_SIDES], &places[loop->place].box, &color, cr);
  draw_in_box (self, &text, &places[loop->place].box, cr);
}

/* The part of a relation that is inside the plot, from its far end towards its origin. */
static GArray *
get_visible_pixels (const AlPvPlot *self, const GArray *relation)
{
  g_autoptr (GArray) pixels = al_pv_outline_to_pixels (self, relation);
  GArray *visible = g_array_new (FALSE, FALSE, sizeof (AlPixel));
  const cairo_rectangle_t *area = &self->frame.area;

  for (guint i = pixels->len; i > 0; i--) {
    const AlPixel *pixel = &g_array_index (pixels, AlPixel, i - 1);

    if (pixel->x >= area->x && pixel->x <= area->x + area->width && pixel->y >= area->y &&
        pixel->y <= area->y + area->height)
      g_array_append_vals (visible, pixel, 1);
  }
  return visible;
}

/* Places along a relation on both sides; the box is that of the turned text. */
static void
fill_relation_places (const Spot *spots, AlPlace *places, double width, double height, double gap)
{
  for (guint i = 0; i < N_SPOTS; i++) {
    const Spot *spot = &spots[i];
    /* The direction along the curve stands at right angles to the one across. */
    double along_x = fabs (spot->across.y), along_y = fabs (spot->across.x);
    double box_width = along_x * width + along_y * height;
    double box_height = along_y * width + along_x * height;
    double reach = height / 2 + gap;
    AlPixel up = spot->across;

    if (up.y > 0)
      up = (AlPixel){-up.x, -up.y};
    for (guint side = 0; side < 2; side++) {
      double sign = side == 0 ? 1 : -1;
      AlPlace *place = &places[2 * i + side];

      *place = (AlPlace){.penalty = PENALTY_EARLY * i / N_SPOTS + side * PENALTY_BELOW};
      place->box = (cairo_rectangle_t){spot->at.x + sign * up.x * reach - box_width / 2,
                                       spot->at.y + sign * up.y * reach - box_height / 2, box_width,
                                       box_height};
    }
  }
}

/* Writes the name of a relation along it; @place remembers where. */
static void
draw_relation_label (const AlPvPlot *self, AlPlacer *placer, const GArray *relation,
                     const char *name, int *place, cairo_t *cr)
{
  g_autoptr (GArray) pixels = get_visible_pixels (self, relation);
  AlText text = {.text = name, .size = 0.92, .color = &self->style.text_dim};
  Spot spots[N_SPOTS];
  AlPlace places[2 * N_SPOTS];
  double width, height;

  if (!find_spots (pixels, spots, N_SPOTS))
    return;
  al_text_measure (&text, &self->style, &width, &height);
  fill_relation_places (spots, places, width, height, 0.1 * self->style.font_size);
  *place = al_placer_choose (placer, places, 2 * N_SPOTS, *place);

  const AlPixel *across = &spots[*place / 2].across;

  /* Along the curve from left to right, so that the word is never upside down. */
  text.angle = atan2 (across->x, -across->y);
  if (fabs (text.angle) > G_PI / 2)
    text.angle += text.angle > 0 ? -G_PI : G_PI;
  draw_in_box (self, &text, &places[*place].box, cr);
}

/* The outlines of all loops: the ghosts', then that of the newest beat if there is one, then those
 * of other chambers. */
static GPtrArray *
get_outlines (const AlPvPlot *self)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) al_pv_outline_free);
  const GArray *newest = al_pv_plot_get_newest (self);

  for (guint i = 0; i < self->ghosts->len; i++) {
    const AlPvLoop *ghost = g_ptr_array_index (self->ghosts, i);

    g_ptr_array_add (outlines, al_pv_outline_new (self, ghost->points));
  }
  if (newest != NULL)
    g_ptr_array_add (outlines, al_pv_outline_new (self, newest));
  for (guint i = 0; i < self->companions->len; i++) {
    const AlPvLoop *companion = g_ptr_array_index (self->companions, i);

    g_ptr_array_add (outlines, al_pv_outline_new (self, companion->points));
  }
  return outlines;
}

static void
take_marks (const AlPvPlot *self, AlPlacer *placer)
{
  double radius = al_pv_plot_get_mark_radius (self) + MARK_GAP * self->style.font_size;
  AlPvPoint marks[AL_PV_MARKS];

  if (!al_pv_plot_get_marks (self, marks))
    return;
  for (guint i = 0; i < AL_PV_MARKS; i++) {
    cairo_rectangle_t box = {.width = 2 * radius, .height = 2 * radius};

    al_pv_plot_to_pixels (self, &marks[i], &box.x, &box.y);
    box.x -= radius;
    box.y -= radius;
    if (isfinite (box.x) && isfinite (box.y))
      al_placer_take (placer, &box);
  }
}

static void
take_events (const AlPvPlot *self, AlPlacer *placer)
{
  double radius = al_pv_plot_get_event_radius (self);

  for (guint i = 0; i < self->n_events; i++) {
    cairo_rectangle_t box = {.width = 2 * radius, .height = 2 * radius};

    al_pv_plot_to_pixels (self, &self->events[i].at, &box.x, &box.y);
    box.x -= radius;
    box.y -= radius;
    if (isfinite (box.x) && isfinite (box.y))
      al_placer_take (placer, &box);
  }
}

/* Places around a mark; those off to the sides are liked best. */
static void
fill_event_places (const AlPixel *at, double reach, const cairo_rectangle_t *label, AlPlace *places)
{
  for (guint i = 0; i < N_EVENT_PLACES; i++) {
    double angle = 2 * G_PI * i / N_EVENT_PLACES;
    AlPixel out = {cos (angle), sin (angle)};
    double x = at->x + out.x * (reach + label->width / 2);
    double y = at->y + out.y * (reach + label->height / 2);

    places[i] =
        (AlPlace){.box = {x - label->width / 2, y - label->height / 2, label->width, label->height},
                  .penalty = fabs (out.y)};
  }
}

static void
draw_event_name (const AlPvPlot *self, AlPlacer *placer, const AlPvEvent *event, int *place,
                 cairo_t *cr)
{
  AlText text = {.text = event->name, .size = 0.85, .color = &self->style.text};
  AlPlace places[N_EVENT_PLACES];
  cairo_rectangle_t label = {0};
  AlPixel at;

  al_pv_plot_to_pixels (self, &event->at, &at.x, &at.y);
  if (!isfinite (at.x) || !isfinite (at.y))
    return;
  al_text_measure (&text, &self->style, &label.width, &label.height);
  fill_event_places (&at, al_pv_plot_get_event_radius (self) + 0.15 * self->style.font_size, &label,
                     places);
  *place = al_placer_choose (placer, places, N_EVENT_PLACES, *place);
  draw_in_box (self, &text, &places[*place].box, cr);
}

static void
draw_event_names (AlPvPlot *self, AlPlacer *placer, cairo_t *cr)
{
  if (!self->are_event_names_visible)
    return;
  for (guint i = 0; i < self->n_events; i++)
    draw_event_name (self, placer, &self->events[i], &self->event_places[i], cr);
}

/* Writes the name of an area around its middle, short where it has little room. */
static void
draw_area_name (const AlPvPlot *self, AlPlacer *placer, const AlPixel *middle, double room,
                const char *const names[2], cairo_t *cr)
{
  AlText text = {.text = names[0], .size = 0.85, .color = &self->style.text};
  cairo_rectangle_t box = {0};

  if (!isfinite (middle->x) || !isfinite (middle->y))
    return;
  al_text_measure (&text, &self->style, &box.width, &box.height);
  if (box.width > room) {
    text.text = names[1];
    al_text_measure (&text, &self->style, &box.width, &box.height);
  }
  box.x = middle->x - box.width / 2;
  box.y = middle->y - box.height / 2;
  al_placer_take (placer, &box);
  draw_in_box (self, &text, &box, cr);
}

/* Stroke work in the middle of the loop, potential energy in that of the triangle beside it. */
static void
draw_area_names (const AlPvPlot *self, AlPlacer *placer, cairo_t *cr)
{
  const char *const work[2] = {_ ("Stroke work"), C_ ("stroke work", "SW")};
  const char *const potential[2] = {_ ("Potential energy"), C_ ("potential energy", "PE")};
  AlPvPoint marks[AL_PV_MARKS];
  AlPixel origin, diastole, systole, middle;

  if (!self->is_pva_visible || self->espvr->len == 0 || !al_pv_plot_get_marks (self, marks))
    return;
  al_pv_plot_to_pixels (self, &g_array_index (self->espvr, AlPvPoint, 0), &origin.x, &origin.y);
  al_pv_plot_to_pixels (self, &marks[0], &diastole.x, &diastole.y);
  al_pv_plot_to_pixels (self, &marks[1], &systole.x, &systole.y);
  middle = (AlPixel){(diastole.x + systole.x) / 2, (diastole.y + systole.y) / 2};
  draw_area_name (self, placer, &middle, 0.8 * (diastole.x - systole.x), work, cr);
  middle = (AlPixel){(origin.x + 2 * systole.x) / 3, (2 * origin.y + systole.y) / 3};
  draw_area_name (self, placer, &middle, 0.5 * (systole.x - origin.x), potential, cr);
}

static void
add_relation (const AlPvPlot *self, AlPlacer *placer, const GArray *relation)
{
  g_autoptr (AlPvOutline) outline = al_pv_outline_new (self, relation);

  add_obstacle (placer, outline);
}

/* The live loop chooses first. */
static void
draw_loop_labels (AlPvPlot *self, Labels *labels, cairo_t *cr)
{
  guint n_ghosts = self->ghosts->len;
  guint first_companion = labels->outlines->len - self->companions->len;

  if (first_companion > n_ghosts)
    draw_loop_label (self, labels, n_ghosts, self->live, cr);
  for (guint i = 0; i < self->companions->len; i++)
    draw_loop_label (self, labels, first_companion + i, g_ptr_array_index (self->companions, i),
                     cr);
  for (guint i = 0; i < n_ghosts; i++)
    draw_loop_label (self, labels, i, g_ptr_array_index (self->ghosts, i), cr);
}

/* Whether a slope is one that a heart can have, and so short enough to be written on its line. */
static gboolean
is_slope (double slope_mmhg_ml)
{
  return slope_mmhg_ml > 0 && slope_mmhg_ml < 100;
}

static void
draw_ea_label (AlPvPlot *self, AlPlacer *placer, cairo_t *cr)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  AlPvPoint ends[2];
  double ea = al_pv_plot_get_ea (self, ends);
  g_autofree char *name = g_strdup_printf (_ ("Ea %.2f mmHg/mL"), ea);

  if (!is_slope (ea))
    return;
  g_array_append_vals (line, ends, 2);
  draw_relation_label (self, placer, line, name, &self->ea_place, cr);
}

/* On a projector the name has room, and the number beside it has not. */
static void
draw_relation_labels (AlPvPlot *self, AlPlacer *placer, cairo_t *cr)
{
  double ees = al_pv_plot_get_ees (self);
  gboolean with_slope = is_slope (ees) && self->style.kind != AL_STYLE_PROJECTOR;
  g_autofree char *espvr =
      with_slope ? g_strdup_printf (_ ("ESPVR, Ees %.2f mmHg/mL"), ees) : g_strdup (_ ("ESPVR"));

  draw_relation_label (self, placer, self->espvr, espvr, &self->espvr_place, cr);
  draw_relation_label (self, placer, self->edpvr, _ ("EDPVR"), &self->edpvr_place, cr);
  draw_ea_label (self, placer, cr);
}

/*
 * Draws all labels of the plot: the loops first, for the relations have more room. A relation is
 * not in the way of its own name, which runs along it.
 */
void
al_pv_plot_draw_labels (AlPvPlot *self, cairo_t *cr)
{
  g_autoptr (GPtrArray) outlines = get_outlines (self);
  Labels labels = {.outlines = outlines};
  guint n_points;

  al_placer_init (&labels.placer, &self->frame.area);
  for (guint i = 0; i < outlines->len; i++)
    add_obstacle (&labels.placer, g_ptr_array_index (outlines, i));
  if (self->n_events > 0)
    take_events (self, &labels.placer);
  else
    take_marks (self, &labels.placer);
  n_points = al_placer_get_n_points (&labels.placer);
  add_relation (self, &labels.placer, self->espvr);
  add_relation (self, &labels.placer, self->edpvr);
  draw_area_names (self, &labels.placer, cr);
  draw_event_names (self, &labels.placer, cr);
  draw_loop_labels (self, &labels, cr);
  al_placer_forget_points (&labels.placer, n_points);
  draw_relation_labels (self, &labels.placer, cr);
  al_placer_clear (&labels.placer);
}
