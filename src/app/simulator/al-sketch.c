/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-sketch.h"

#include <math.h>

#include <glib/gi18n.h>

#define POINTS_A_SIDE (AL_SKETCH_POINTS / AL_SKETCH_N_CORNERS)

/* A cubic with both handles raised by h rises by three quarters of h. */
#define RISE_OF_A_CUBIC 0.75

/* The sides may not cross: a stroke has at least this. */
#define LEAST_STROKE_ML 1

/* What a sketch is judged by. */
static const AlIndex landmarks[] = {AL_INDEX_LV_EDV, AL_INDEX_LV_ESV, AL_INDEX_LV_EDP,
                                    AL_INDEX_LV_PEAK, AL_INDEX_LV_SV};

/**
 * al_sketch_init:
 * @self: a sketch
 * @indices: of a beat
 *
 * Draws the loop of a beat: from here corners are moved.
 */
void
al_sketch_init (AlSketch *self, const AlIndices *indices)
{
  const double *value = indices->value;
  const double opening = fmin (value[AL_INDEX_AO_END_DIASTOLIC], value[AL_INDEX_LV_PEAK]);
  const double closing = value[AL_INDEX_LV_ESP];

  self->corner[AL_SKETCH_MITRAL_CLOSES] =
      (AlPvPoint){value[AL_INDEX_LV_EDV], value[AL_INDEX_LV_EDP]};
  self->corner[AL_SKETCH_AORTIC_OPENS] = (AlPvPoint){value[AL_INDEX_LV_EDV], opening};
  self->corner[AL_SKETCH_AORTIC_CLOSES] = (AlPvPoint){value[AL_INDEX_LV_ESV], closing};
  self->corner[AL_SKETCH_MITRAL_OPENS] =
      (AlPvPoint){value[AL_INDEX_LV_ESV], value[AL_INDEX_LA_MEAN]};
  self->bulge_mmhg = fmax (0, value[AL_INDEX_LV_PEAK] - fmax (opening, closing));
}

/* The corner on the same side of the loop: both stand above one another. */
static AlSketchCorner
get_partner (AlSketchCorner corner)
{
  switch (corner) {
  case AL_SKETCH_MITRAL_CLOSES:
    return AL_SKETCH_AORTIC_OPENS;
  case AL_SKETCH_AORTIC_OPENS:
    return AL_SKETCH_MITRAL_CLOSES;
  case AL_SKETCH_AORTIC_CLOSES:
    return AL_SKETCH_MITRAL_OPENS;
  case AL_SKETCH_MITRAL_OPENS:
  case AL_SKETCH_N_CORNERS:
  default:
    return AL_SKETCH_AORTIC_CLOSES;
  }
}

/**
 * al_sketch_move:
 * @self: a sketch
 * @corner: which corner
 * @point: where it shall be
 *
 * Moves a corner. Between closing and opening no blood moves, so the corner above or below goes
 * with it to the side; and the sides do not cross.
 */
void
al_sketch_move (AlSketch *self, AlSketchCorner corner, const AlPvPoint *point)
{
  const gboolean right = corner == AL_SKETCH_MITRAL_CLOSES || corner == AL_SKETCH_AORTIC_OPENS;
  const gboolean top = corner == AL_SKETCH_AORTIC_OPENS || corner == AL_SKETCH_AORTIC_CLOSES;
  const AlSketchCorner partner = get_partner (corner);
  double volume = fmax (point->volume_ml, 0);
  double pressure = fmax (point->pressure_mmhg, 0);

  if (right)
    volume = fmax (volume, self->corner[AL_SKETCH_AORTIC_CLOSES].volume_ml + LEAST_STROKE_ML);
  else
    volume = fmin (volume, self->corner[AL_SKETCH_MITRAL_CLOSES].volume_ml - LEAST_STROKE_ML);
  pressure = top ? fmax (pressure, self->corner[partner].pressure_mmhg)
                 : fmin (pressure, self->corner[partner].pressure_mmhg);
  self->corner[corner] = (AlPvPoint){volume, pressure};
  self->corner[partner].volume_ml = volume;
}

/* Along a side from one corner to the next, bent by what is added to the pressure at the handles.
 */
static void
add_side (AlPvPoint *points, const AlPvPoint *from, const AlPvPoint *to, const double *bend)
{
  for (int i = 0; i < POINTS_A_SIDE; i++) {
    const double u = (double) i / POINTS_A_SIDE, v = 1 - u;
    const double first = 3 * v * v * u, second = 3 * v * u * u;

    points[i].volume_ml = from->volume_ml + (to->volume_ml - from->volume_ml) * u;
    points[i].pressure_mmhg =
        from->pressure_mmhg * v + to->pressure_mmhg * u + bend[0] * first + bend[1] * second;
  }
}

/**
 * al_sketch_get_points:
 * @self: a sketch
 * @points: (out caller-allocates): room for %AL_SKETCH_POINTS
 *
 * The smooth line through the corners.
 */
void
al_sketch_get_points (const AlSketch *self, AlPvPoint *points)
{
  const AlPvPoint *corner = self->corner;
  const double rise = self->bulge_mmhg / RISE_OF_A_CUBIC;
  const double fall = fmax (corner[AL_SKETCH_MITRAL_OPENS].pressure_mmhg, 0) / 6;
  const double straight[] = {0, 0}, up[] = {rise, rise}, down[] = {-2 * fall, -fall};

  add_side (points, &corner[0], &corner[1], straight);
  add_side (points + POINTS_A_SIDE, &corner[1], &corner[2], up);
  add_side (points + 2 * POINTS_A_SIDE, &corner[2], &corner[3], straight);
  add_side (points + 3 * POINTS_A_SIDE, &corner[3], &corner[0], down);
}

/**
 * al_sketch_get_landmark:
 * @self: a sketch
 * @index: an index of the left ventricle
 * @value: (out): what the sketch says about it
 *
 * Returns: whether a sketch says anything about it
 */
gboolean
al_sketch_get_landmark (const AlSketch *self, AlIndex index, double *value)
{
  const AlPvPoint *corner = self->corner;

  if (index == AL_INDEX_LV_EDV)
    *value = corner[AL_SKETCH_MITRAL_CLOSES].volume_ml;
  else if (index == AL_INDEX_LV_ESV)
    *value = corner[AL_SKETCH_AORTIC_CLOSES].volume_ml;
  else if (index == AL_INDEX_LV_EDP)
    *value = corner[AL_SKETCH_MITRAL_CLOSES].pressure_mmhg;
  else if (index == AL_INDEX_LV_SV)
    *value = corner[AL_SKETCH_MITRAL_CLOSES].volume_ml - corner[AL_SKETCH_AORTIC_CLOSES].volume_ml;
  else if (index == AL_INDEX_LV_PEAK)
    *value = fmax (corner[AL_SKETCH_AORTIC_OPENS].pressure_mmhg,
                   corner[AL_SKETCH_AORTIC_CLOSES].pressure_mmhg) +
             self->bulge_mmhg;
  else
    return FALSE;
  return TRUE;
}

/**
 * al_sketch_get_landmarks:
 * @n_landmarks: (out): how many there are
 *
 * What a sketch is judged by: directions, never overlap.
 *
 * Returns: (transfer none) (array length=n_landmarks): the indices
 */
const AlIndex *
al_sketch_get_landmarks (guint *n_landmarks)
{
  *n_landmarks = G_N_ELEMENTS (landmarks);
  return landmarks;
}

/**
 * al_sketch_corner_get_name:
 * @corner: a corner
 *
 * What happens there, translated.
 *
 * Returns: (transfer none): the name
 */
const char *
al_sketch_corner_get_name (AlSketchCorner corner)
{
  switch (corner) {
  case AL_SKETCH_MITRAL_CLOSES:
    return _ ("Mitral valve closes");
  case AL_SKETCH_AORTIC_OPENS:
    return _ ("Aortic valve opens");
  case AL_SKETCH_AORTIC_CLOSES:
    return _ ("Aortic valve closes");
  case AL_SKETCH_MITRAL_OPENS:
  case AL_SKETCH_N_CORNERS:
  default:
    return _ ("Mitral valve opens");
  }
}

/**
 * al_sketch_describe_corner:
 * @self: a sketch
 * @corner: a corner
 *
 * Where a corner is, in words.
 *
 * Returns: (transfer full): such as "150 mL, 28 mmHg"
 */
char *
al_sketch_describe_corner (const AlSketch *self, AlSketchCorner corner)
{
  /* Translators: volume and pressure of a corner of the loop */
  return g_strdup_printf (_ ("%.0f mL, %.0f mmHg"), self->corner[corner].volume_ml,
                          self->corner[corner].pressure_mmhg);
}
