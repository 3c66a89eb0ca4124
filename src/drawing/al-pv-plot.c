/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-pv-plot.h"

#include "al-pv-private.h"

#include <math.h>

/* Margins in parts of the text height. */
#define MARGIN_TOP    2.1
#define MARGIN_RIGHT  1.0
#define MARGIN_BOTTOM 3.3

static AlPvLoop *
loop_new (AlRole role, const char *name)
{
  AlPvLoop *loop = g_new0 (AlPvLoop, 1);

  loop->role = role;
  loop->name = g_strdup (name);
  loop->points = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  loop->place = -1;
  return loop;
}

static void
loop_free (AlPvLoop *loop)
{
  g_free (loop->name);
  g_array_unref (loop->points);
  g_free (loop);
}

/* Finds the area anew: the numbers of the vertical axis decide where it begins. */
static void
update_frame (AlPvPlot *self)
{
  double em = self->style.font_size;
  AlMargins margins = {.left = 3 * em,
                       .right = MARGIN_RIGHT * em,
                       .top = MARGIN_TOP * em,
                       .bottom = MARGIN_BOTTOM * em};

  /* How many numbers there are depends on the height alone, which is known. */
  al_frame_init (&self->frame, &self->style, self->width, self->height, &margins);
  al_frame_set_range (&self->frame, &self->style, self->volume_ml, self->pressure_mmhg);
  margins.left = al_frame_measure_labels (&self->style, &self->frame.y_ticks) + AL_PV_MARGIN * em;
  al_frame_init (&self->frame, &self->style, self->width, self->height, &margins);
  al_frame_set_range (&self->frame, &self->style, self->volume_ml, self->pressure_mmhg);
}

/**
 * al_pv_plot_new:
 *
 * An empty plot, 400 pixels square, in the light style, 0 to 200 mL and 0 to 160 mmHg.
 *
 * Returns: (transfer full): a plot
 */
AlPvPlot *
al_pv_plot_new (void)
{
  AlPvPlot *self = g_new0 (AlPvPlot, 1);

  al_plot_style_init (&self->style, AL_STYLE_LIGHT);
  self->width = 400;
  self->height = 400;
  self->volume_ml = (AlRange){0, 200};
  self->pressure_mmhg = (AlRange){0, 160};
  self->espvr = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  self->edpvr = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  self->espvr_place = -1;
  self->edpvr_place = -1;
  self->ea_place = -1;
  self->ghosts = g_ptr_array_new_with_free_func ((GDestroyNotify) loop_free);
  self->live = loop_new (AL_ROLE_BASELINE, NULL);
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->companions = g_ptr_array_new_with_free_func ((GDestroyNotify) loop_free);
  self->review = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  for (guint i = 0; i < AL_PV_MAX_EVENTS; i++)
    self->event_places[i] = -1;
  update_frame (self);
  return self;
}

/**
 * al_pv_plot_free:
 * @self: (transfer full) (nullable): a plot
 *
 * Frees a plot.
 */
void
al_pv_plot_free (AlPvPlot *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->espvr);
  g_array_unref (self->edpvr);
  g_ptr_array_unref (self->ghosts);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->companions);
  g_array_unref (self->review);
  loop_free (self->live);
  g_free (self);
}

/**
 * al_pv_plot_set_style:
 * @self: a plot
 * @style: looks; copied
 *
 * Changes the looks: all layers must be drawn again.
 */
void
al_pv_plot_set_style (AlPvPlot *self, const AlPlotStyle *style)
{
  self->style = *style;
  update_frame (self);
}

/**
 * al_pv_plot_set_size:
 * @self: a plot
 * @width: pixels
 * @height: pixels
 *
 * Changes the size: all layers must be drawn again.
 */
void
al_pv_plot_set_size (AlPvPlot *self, double width, double height)
{
  self->width = width;
  self->height = height;
  update_frame (self);
}

/**
 * al_pv_plot_set_range:
 * @self: a plot
 * @volume_ml: what the horizontal axis shows
 * @pressure_mmhg: what the vertical axis shows
 *
 * Sets the axes, which never move by themselves. [func@range_nice] finds ranges that hold a whole
 * comparison. All layers must be drawn again.
 */
void
al_pv_plot_set_range (AlPvPlot *self, AlRange volume_ml, AlRange pressure_mmhg)
{
  self->volume_ml = volume_ml;
  self->pressure_mmhg = pressure_mmhg;
  update_frame (self);
}

/**
 * al_pv_plot_get_range:
 * @self: a plot
 * @volume_ml: (out): what the horizontal axis shows
 * @pressure_mmhg: (out): what the vertical axis shows
 *
 * What the axes show.
 */
void
al_pv_plot_get_range (const AlPvPlot *self, AlRange *volume_ml, AlRange *pressure_mmhg)
{
  *volume_ml = self->volume_ml;
  *pressure_mmhg = self->pressure_mmhg;
}

static void
set_points (GArray *array, const AlPvPoint *points, guint n_points)
{
  g_array_set_size (array, 0);
  if (n_points > 0)
    g_array_append_vals (array, points, n_points);
}

/**
 * al_pv_plot_set_espvr:
 * @self: a plot
 * @points: (array length=n_points): the relation, its volumes ascending from the one without
 *   pressure; copied
 * @n_points: how many; 0 for none
 *
 * Sets the end-systolic pressure-volume relation: the *beat* layer must be drawn again.
 */
void
al_pv_plot_set_espvr (AlPvPlot *self, const AlPvPoint *points, guint n_points)
{
  set_points (self->espvr, points, n_points);
}

/**
 * al_pv_plot_set_edpvr:
 * @self: a plot
 * @points: (array length=n_points): the relation, its volumes ascending; copied
 * @n_points: how many; 0 for none
 *
 * Sets the end-diastolic pressure-volume relation: the *beat* layer must be drawn again.
 */
void
al_pv_plot_set_edpvr (AlPvPlot *self, const AlPvPoint *points, guint n_points)
{
  set_points (self->edpvr, points, n_points);
}

/**
 * al_pv_plot_set_pva_visible:
 * @self: a plot
 * @visible: whether to show it; at first it is not
 *
 * Shades the pressure-volume area of the newest whole beat, a measure of its need for oxygen: the
 * *beat* layer must be drawn again.
 */
void
al_pv_plot_set_pva_visible (AlPvPlot *self, gboolean visible)
{
  self->is_pva_visible = visible;
}

/**
 * al_pv_plot_add_ghost:
 * @self: a plot
 * @role: what it stands for
 * @name: (nullable): written on the curve
 * @points: (array length=n_points): one whole beat; copied
 * @n_points: how many
 *
 * Adds a loop that stands still, for comparison: the *beat* layer must be drawn again.
 */
void
al_pv_plot_add_ghost (AlPvPlot *self, AlRole role, const char *name, const AlPvPoint *points,
                      guint n_points)
{
  g_return_if_fail (role < AL_N_ROLES);

  AlPvLoop *ghost = loop_new (role, name);

  set_points (ghost->points, points, n_points);
  g_ptr_array_add (self->ghosts, ghost);
}

/**
 * al_pv_plot_add_thin_ghost:
 * @self: a plot
 * @role: what it stands for
 * @points: a whole beat of another chamber
 * @n_points: how many
 *
 * Adds a ghost of another chamber: the dash of its role in a thinner line, and no name, for the
 * dash says whose it is and the companion has the name of the chamber.
 */
void
al_pv_plot_add_thin_ghost (AlPvPlot *self, AlRole role, const AlPvPoint *points, guint n_points)
{
  g_return_if_fail (role < AL_N_ROLES);

  AlPvLoop *ghost = loop_new (role, NULL);

  ghost->is_thin = TRUE;
  set_points (ghost->points, points, n_points);
  g_ptr_array_add (self->ghosts, ghost);
}

/**
 * al_pv_plot_set_ea_visible:
 * @self: a plot
 * @visible: whether to draw the line of arterial elastance
 *
 * The line runs from the end-diastolic volume to the end-systolic point, with its slope on it.
 */
void
al_pv_plot_set_ea_visible (AlPvPlot *self, gboolean visible)
{
  self->is_ea_visible = visible;
}

/**
 * al_pv_plot_set_events:
 * @self: a plot
 * @events: where valves open and close on the newest beat
 * @n_events: how many, #AL_PV_MAX_EVENTS at most
 *
 * Sets the marks of the newest beat. Without any, its end of diastole and of systole are marked.
 */
void
al_pv_plot_set_events (AlPvPlot *self, const AlPvEvent *events, guint n_events)
{
  g_return_if_fail (n_events <= AL_PV_MAX_EVENTS);

  for (guint i = 0; i < n_events; i++)
    self->events[i] = events[i];
  self->n_events = n_events;
}

/**
 * al_pv_plot_set_event_names_visible:
 * @self: a plot
 * @visible: whether the events have their names beside them
 *
 * Names the marks of the newest beat.
 */
void
al_pv_plot_set_event_names_visible (AlPvPlot *self, gboolean visible)
{
  self->are_event_names_visible = visible;
}

/**
 * al_pv_plot_set_n_companions:
 * @self: a plot
 * @n_companions: how many other chambers are shown, #AL_PV_MAX_COMPANIONS at most
 *
 * Makes room for other chambers.
 */
void
al_pv_plot_set_n_companions (AlPvPlot *self, guint n_companions)
{
  g_return_if_fail (n_companions <= AL_PV_MAX_COMPANIONS);

  while (self->companions->len > n_companions)
    g_ptr_array_remove_index (self->companions, self->companions->len - 1);
  while (self->companions->len < n_companions) {
    AlPvLoop *companion = loop_new (self->live->role, NULL);

    companion->is_thin = TRUE;
    companion->now = (AlPvPoint){NAN, NAN};
    g_ptr_array_add (self->companions, companion);
  }
}

/**
 * al_pv_plot_set_companion:
 * @self: a plot
 * @index: which of them
 * @name: what stands on the curve
 * @points: its last whole beat
 * @n_points: how many
 *
 * Shows another chamber beside the live loop, in a thinner line.
 */
void
al_pv_plot_set_companion (AlPvPlot *self, guint index, const char *name, const AlPvPoint *points,
                          guint n_points)
{
  g_return_if_fail (index < self->companions->len);

  AlPvLoop *companion = g_ptr_array_index (self->companions, index);

  if (g_strcmp0 (companion->name, name) != 0) {
    g_free (companion->name);
    companion->name = g_strdup (name);
    companion->place = -1;
  }
  set_points (companion->points, points, n_points);
}

/**
 * al_pv_plot_move_companion:
 * @self: a plot
 * @index: which of them
 * @now: where that chamber is
 *
 * Moves the point of another chamber.
 */
void
al_pv_plot_move_companion (AlPvPlot *self, guint index, const AlPvPoint *now)
{
  g_return_if_fail (index < self->companions->len);

  ((AlPvLoop *) g_ptr_array_index (self->companions, index))->now = *now;
}

/**
 * al_pv_plot_set_review:
 * @self: a plot
 * @points: the beat that is looked at again
 * @n_points: how many; 0 to return to the present
 * @now: which of them is the moment
 *
 * Sets what al_pv_plot_draw_review() draws.
 */
void
al_pv_plot_set_review (AlPvPlot *self, const AlPvPoint *points, guint n_points, guint now)
{
  set_points (self->review, points, n_points);
  self->review_now = now;
}

/**
 * al_pv_plot_is_left:
 * @self: a plot
 *
 * Whether the newest beat is partly outside of the axes.
 */
gboolean
al_pv_plot_is_left (const AlPvPlot *self)
{
  const GArray *beat = al_pv_plot_get_newest (self);

  for (guint i = 0; beat != NULL && i < beat->len; i++) {
    const AlPvPoint *point = &g_array_index (beat, AlPvPoint, i);

    if (point->volume_ml > self->volume_ml.high || point->volume_ml < self->volume_ml.low ||
        point->pressure_mmhg > self->pressure_mmhg.high ||
        point->pressure_mmhg < self->pressure_mmhg.low)
      return TRUE;
  }
  return FALSE;
}

/**
 * al_pv_plot_clear_ghosts:
 * @self: a plot
 *
 * Takes all ghosts away: the *beat* layer must be drawn again.
 */
void
al_pv_plot_clear_ghosts (AlPvPlot *self)
{
  g_ptr_array_set_size (self->ghosts, 0);
}

/**
 * al_pv_plot_set_live:
 * @self: a plot
 * @role: what it stands for
 * @name: (nullable): written on the curve
 *
 * Says what the live loop is. It is always solid, so that it is told from the ghosts; the rest of
 * its looks is that of the role. The *beat* and *live* layers must be drawn again.
 */
void
al_pv_plot_set_live (AlPvPlot *self, AlRole role, const char *name)
{
  g_return_if_fail (role < AL_N_ROLES);

  self->live->role = role;
  g_free (self->live->name);
  self->live->name = g_strdup (name);
}

/**
 * al_pv_plot_add_point:
 * @self: a plot
 * @volume_ml: where the ventricle is now
 * @pressure_mmhg: where the ventricle is now
 *
 * Lets the live loop grow: the *live* layer must be drawn again.
 */
void
al_pv_plot_add_point (AlPvPlot *self, double volume_ml, double pressure_mmhg)
{
  const AlPvPoint point = {volume_ml, pressure_mmhg};

  g_array_append_val (self->live->points, point);
}

/**
 * al_pv_plot_end_beat:
 * @self: a plot
 *
 * Ends the current beat, to be called at ventricular activation: it becomes the newest past beat,
 * and the next one begins where it ended. The *beat* and *live* layers must be drawn again.
 */
void
al_pv_plot_end_beat (AlPvPlot *self)
{
  GArray *beat = self->live->points;

  if (beat->len == 0)
    return;

  AlPvPoint last = g_array_index (beat, AlPvPoint, beat->len - 1);

  g_ptr_array_add (self->past, beat);
  if (self->past->len > AL_PV_TRAIL)
    g_ptr_array_remove_index (self->past, 0);
  self->live->points = g_array_sized_new (FALSE, FALSE, sizeof (AlPvPoint), beat->len);
  g_array_append_val (self->live->points, last);
}

/**
 * al_pv_plot_clear_beats:
 * @self: a plot
 *
 * Forgets the current beat and the past ones, as after a leap in time. The *beat* and *live* layers
 * must be drawn again.
 */
void
al_pv_plot_clear_beats (AlPvPlot *self)
{
  g_ptr_array_set_size (self->past, 0);
  g_array_set_size (self->live->points, 0);
  self->n_events = 0;
}

/**
 * al_pv_plot_get_n_points:
 * @self: a plot
 *
 * How many points the current beat has.
 *
 * Returns: a number
 */
guint
al_pv_plot_get_n_points (const AlPvPlot *self)
{
  return self->live->points->len;
}

/* The newest whole beat, or NULL. */
const GArray *
al_pv_plot_get_newest (const AlPvPlot *self)
{
  return self->past->len > 0 ? g_ptr_array_index (self->past, self->past->len - 1) : NULL;
}

/**
 * al_pv_plot_get_last_beat:
 * @self: a plot
 * @n_points: (out): how many points it has
 *
 * The newest whole beat, as for a ghost.
 *
 * Returns: (transfer none) (nullable) (array length=n_points): its points until the next beat ends
 */
const AlPvPoint *
al_pv_plot_get_last_beat (const AlPvPlot *self, guint *n_points)
{
  const GArray *beat = al_pv_plot_get_newest (self);

  *n_points = beat != NULL ? beat->len : 0;
  return beat != NULL ? (const AlPvPoint *) (gpointer) beat->data : NULL;
}

/**
 * al_pv_plot_get_area:
 * @self: a plot
 * @area: (out): where curves are drawn, in pixels
 *
 * The room between the axes.
 */
void
al_pv_plot_get_area (const AlPvPlot *self, cairo_rectangle_t *area)
{
  *area = self->frame.area;
}

/**
 * al_pv_plot_to_pixels:
 * @self: a plot
 * @point: volume and pressure
 * @x: (out): pixel
 * @y: (out): pixel
 *
 * Where a point stands; it may be outside of the area.
 */
void
al_pv_plot_to_pixels (const AlPvPlot *self, const AlPvPoint *point, double *x, double *y)
{
  *x = al_axis_map (&self->frame.x, point->volume_ml);
  *y = al_axis_map (&self->frame.y, point->pressure_mmhg);
}

/**
 * al_pv_plot_from_pixels:
 * @self: a plot
 * @x: pixel
 * @y: pixel
 * @point: (out): volume and pressure
 *
 * What stands at a pixel.
 */
void
al_pv_plot_from_pixels (const AlPvPlot *self, double x, double y, AlPvPoint *point)
{
  point->volume_ml = al_axis_unmap (&self->frame.x, x);
  point->pressure_mmhg = al_axis_unmap (&self->frame.y, y);
}
