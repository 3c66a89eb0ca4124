/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-schematic-private.h"

#include <math.h>

/* Straight pieces between two points of a vessel, and of a chamber's outline. */
#define VESSEL_PIECES  10
#define OUTLINE_PIECES 8

/* A chamber never shrinks to nothing and never leaves the picture. */
#define SMALLEST_MOVE 0.25
#define LARGEST_MOVE  1.9

/* A piece of a cardinal spline as a Bézier curve. */
typedef struct {
  AlPoint start, control[2], end;
} Piece;

static Piece
make_piece (AlPoint before, AlPoint start, AlPoint end, AlPoint after)
{
  return (Piece){
      .start = start,
      .control = {{start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6},
                  {end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6}},
      .end = end,
  };
}

static AlPoint
get_piece_point (const Piece *self, double t)
{
  const double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (AlPoint){
      a * self->start.x + b * self->control[0].x + c * self->control[1].x + d * self->end.x,
      a * self->start.y + b * self->control[0].y + c * self->control[1].y + d * self->end.y};
}

static void
trace_piece (const Piece *self, cairo_t *cr)
{
  cairo_curve_to (cr, self->control[0].x, self->control[0].y, self->control[1].x,
                  self->control[1].y, self->end.x, self->end.y);
}

/* Vessels */

static Piece
get_vessel_piece (const AlVesselShape *shape, int i)
{
  return make_piece (shape->point[MAX (i - 1, 0)], shape->point[i], shape->point[i + 1],
                     shape->point[MIN (i + 2, shape->n - 1)]);
}

/* Adds the centre line from one point of the shape to another to the path. */
void
al_vessel_trace (const AlVesselShape *shape, int first, int last, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_move_to (cr, shape->point[first].x, shape->point[first].y);
  for (int i = first; i < last; i++) {
    const Piece piece = get_vessel_piece (shape, i);

    trace_piece (&piece, cr);
  }
}

static void
add_course_point (AlCourse *course, AlPoint point)
{
  const int i = course->n++;

  course->point[i] = point;
  course->way[i] = 0;
  if (i > 0)
    course->way[i] = course->way[i - 1] +
                     hypot (point.x - course->point[i - 1].x, point.y - course->point[i - 1].y);
}

static void
plot_course (const AlVesselShape *shape, AlCourse *course)
{
  course->n = 0;
  add_course_point (course, shape->point[shape->first]);
  for (int i = shape->first; i < shape->last; i++) {
    const Piece piece = get_vessel_piece (shape, i);

    for (int k = 1; k <= VESSEL_PIECES; k++)
      add_course_point (course, get_piece_point (&piece, (double) k / VESSEL_PIECES));
  }
}

double
al_course_get_length (const AlCourse *course)
{
  return course->way[course->n - 1];
}

/* The point after a length of way, and the direction of the blood there. */
AlPoint
al_course_get_point (const AlCourse *course, double way, AlPoint *direction)
{
  int low = 0, high = course->n - 1;
  double length, share;
  AlPoint step;

  while (high - low > 1) {
    const int middle = (low + high) / 2;

    if (course->way[middle] <= way)
      low = middle;
    else
      high = middle;
  }
  length = course->way[high] - course->way[low];
  share = CLAMP ((way - course->way[low]) / length, 0, 1);
  step = (AlPoint){course->point[high].x - course->point[low].x,
                   course->point[high].y - course->point[low].y};
  if (direction != NULL)
    *direction = (AlPoint){step.x / length, step.y / length};
  return (AlPoint){course->point[low].x + share * step.x, course->point[low].y + share * step.y};
}

/* Closed outlines */

static Piece
get_outline_piece (const AlPoint *points, int n, int i)
{
  return make_piece (points[(i + n - 1) % n], points[i], points[(i + 1) % n], points[(i + 2) % n]);
}

/* Adds a closed smooth curve through the points to the path. */
void
al_smooth_trace (const AlPoint *points, int n, cairo_t *cr)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (int i = 0; i < n; i++) {
    const Piece piece = get_outline_piece (points, n, i);

    trace_piece (&piece, cr);
  }
  cairo_close_path (cr);
}

void
al_outline_trace (const AlOutline *outline, cairo_t *cr)
{
  al_smooth_trace (outline->point, outline->n, cr);
}

/* The outline at a distance outside of another. */
void
al_outline_grow (const AlOutline *outline, double distance, AlOutline *grown)
{
  const int n = outline->n;

  grown->n = n;
  for (int i = 0; i < n; i++) {
    const AlPoint before = outline->point[(i + n - 1) % n], after = outline->point[(i + 1) % n];
    const double dx = after.x - before.x, dy = after.y - before.y;
    const double share = distance / sqrt (dx * dx + dy * dy);

    grown->point[i] = (AlPoint){outline->point[i].x + share * dy, outline->point[i].y - share * dx};
  }
}

/* The area that an outline encloses. */
double
al_outline_get_area (const AlOutline *outline)
{
  AlPoint last = outline->point[0];
  double twice = 0;

  for (int i = 0; i < outline->n; i++) {
    const Piece piece = get_outline_piece (outline->point, outline->n, i);

    for (int k = 1; k <= OUTLINE_PIECES; k++) {
      const AlPoint point = get_piece_point (&piece, (double) k / OUTLINE_PIECES);

      twice += last.x * point.y - point.x * last.y;
      last = point;
    }
  }
  return fabs (twice) / 2;
}

static void
move_outline (const AlChamberShape *shape, double move, AlOutline *outline)
{
  outline->n = shape->n;
  for (int i = 0; i < shape->n; i++) {
    const double share = shape->point[i].move * (move - 1);

    outline->point[i] =
        (AlPoint){shape->point[i].x + share * (shape->point[i].x - shape->anchor.x),
                  shape->point[i].y + share * (shape->point[i].y - shape->anchor.y)};
  }
}

/* Every point moves in a straight line, so the area is a polynomial of second degree in the move:
 * three areas tell it. */
static void
measure_chamber (const AlChamberShape *shape, double power[3])
{
  double area[3];

  for (int i = 0; i < 3; i++) {
    AlOutline outline;

    move_outline (shape, 0.5 * (i + 1), &outline);
    area[i] = al_outline_get_area (&outline);
  }
  power[2] = 2 * (area[2] - 2 * area[1] + area[0]);
  power[1] = 2 * (area[1] - area[0]) - 1.5 * power[2];
  power[0] = area[1] - power[1] - power[2];
}

/*
 * The outline of a chamber at its volume. What is drawn is a section through a body of one shape:
 * its area goes with the volume to the power of two thirds.
 */
void
al_schematic_get_outline (const AlSchematic *self, AlChamberIndex chamber, AlOutline *outline)
{
  const AlChamberShape *shape = &al_chamber_shapes[chamber];
  const double *power = self->chamber_area[chamber];
  const double volume_ml = MAX (self->state.chamber_ml[chamber], 0);
  const double area =
      (power[0] + power[1] + power[2]) * pow (cbrt (volume_ml / shape->reference_ml), 2);
  const double square = power[1] * power[1] - 4 * power[2] * (power[0] - area);
  const double move = (sqrt (MAX (square, 0)) - power[1]) / (2 * power[2]);

  move_outline (shape, CLAMP (move, SMALLEST_MOVE, LARGEST_MOVE), outline);
}

/* Works out once what depends on the shapes alone. */
void
al_schematic_prepare (AlSchematic *self)
{
  for (int i = 0; i < AL_N_VESSELS; i++)
    plot_course (&al_vessel_shapes[i], &self->course[i]);
  for (int i = 0; i < AL_N_CHAMBERS; i++)
    measure_chamber (&al_chamber_shapes[i], self->chamber_area[i]);
}
