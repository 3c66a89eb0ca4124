/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-number.h"
#include "al-picture.h"

#include <glib/gi18n.h>

/* What a strip chart shows: enough for a breath, few enough beats to see each. */
#define WINDOW_SAMPLES 6000

struct _AlPicture {
  AlFigureView view;
  GPtrArray *shots;
};

/* One run with the last signals of it. */
typedef struct {
  AlRun *run;
  GArray *samples; /* of AlSample */
  char *title;     /* of the preset or patient */
  char *devices;   /* what stands on the curve, where it tells it from the others */
  AlRole role;
} Shot;

static void
shot_free (gpointer data)
{
  Shot *shot = data;

  g_free (shot->run);
  g_array_unref (shot->samples);
  g_free (shot->title);
  g_free (shot->devices);
  g_free (shot);
}

/**
 * al_picture_new:
 * @view: loop or strip charts
 *
 * A picture of nothing yet.
 *
 * Returns: (transfer full): a picture
 */
AlPicture *
al_picture_new (AlFigureView view)
{
  AlPicture *self = g_new0 (AlPicture, 1);

  self->view = view;
  self->shots = g_ptr_array_new_with_free_func (shot_free);
  return self;
}

/**
 * al_picture_free:
 * @self: (transfer full): a picture
 *
 * Frees a picture and its runs.
 */
void
al_picture_free (AlPicture *self)
{
  g_ptr_array_unref (self->shots);
  g_free (self);
}

/* Keeps the last samples; the older half is dropped now and then rather than one at a time. */
static void
keep_sample (const AlSample *sample, gpointer samples)
{
  GArray *kept = samples;

  g_array_append_val (kept, *sample);
  if (kept->len >= 2 * WINDOW_SAMPLES)
    g_array_remove_range (kept, 0, kept->len - WINDOW_SAMPLES);
}

static gboolean
is_on (const AlSimulation *simulation, AlParameter parameter)
{
  return al_simulation_get (simulation, parameter) > 0;
}

static AlRole
role_of (const AlSimulation *simulation)
{
  gboolean iabp = is_on (simulation, AL_PARAMETER_IABP_ON);
  gboolean ecmo = is_on (simulation, AL_PARAMETER_ECMO_ON);

  if (iabp && ecmo)
    return AL_ROLE_BOTH;
  return iabp ? AL_ROLE_IABP : ecmo ? AL_ROLE_ECMO : AL_ROLE_BASELINE;
}

static char *
ecmo_text (const AlSimulation *simulation)
{
  gboolean by_speed = is_on (simulation, AL_PARAMETER_ECMO_MODE);
  double value =
      al_simulation_get (simulation, by_speed ? AL_PARAMETER_ECMO_RPM : AL_PARAMETER_ECMO_FLOW);
  g_autofree char *number = al_number_text (value, AL_NUMBER_DIGITS);

  return g_strdup_printf (by_speed ? _ ("VA-ECMO %s/min") : _ ("VA-ECMO %s L/min"), number);
}

/* What stands on the curve: the devices, since the patient is the same more often than not. */
static char *
devices_text (const AlSimulation *simulation)
{
  g_autofree char *ecmo = ecmo_text (simulation);
  g_autofree char *ratio =
      al_number_text (al_simulation_get (simulation, AL_PARAMETER_IABP_RATIO), AL_NUMBER_DIGITS);
  g_autofree char *iabp = g_strdup_printf (_ ("IABP 1:%s"), ratio);

  switch (role_of (simulation)) {
  case AL_ROLE_IABP:
    return g_steal_pointer (&iabp);
  case AL_ROLE_ECMO:
    return g_steal_pointer (&ecmo);
  case AL_ROLE_BOTH:
    return g_strdup_printf ("%s + %s", ecmo, iabp);
  case AL_ROLE_BASELINE:
  case AL_ROLE_OTHER:
  case AL_N_ROLES:
  default:
    return g_strdup (_ ("No device"));
  }
}

/**
 * al_picture_add:
 * @self: a picture
 * @plan: what to run
 *
 * Runs a plan and puts it on top of what is there.
 *
 * Returns: whether it could be run; if not, it has been said
 */
gboolean
al_picture_add (AlPicture *self, const AlRunPlan *plan)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (AlSample));
  AlRun *run = al_run_new (plan, keep_sample, samples);
  Shot *shot;

  if (run == NULL)
    return FALSE;
  if (samples->len > WINDOW_SAMPLES)
    g_array_remove_range (samples, 0, samples->len - WINDOW_SAMPLES);
  shot = g_new0 (Shot, 1);
  shot->run = run;
  shot->samples = g_steal_pointer (&samples);
  shot->role = role_of (&run->simulation);
  shot->title = g_strdup (plan->title);
  shot->devices = devices_text (&run->simulation);
  g_ptr_array_add (self->shots, shot);
  return TRUE;
}

/* Two curves with the same devices are told apart by their presets or patients. */
static const char *
curve_name (const AlPicture *self, const Shot *shot)
{
  for (guint i = 0; i < self->shots->len; i++) {
    const Shot *other = g_ptr_array_index (self->shots, i);
    if (other != shot && g_str_equal (other->devices, shot->devices))
      return shot->title;
  }
  return shot->devices;
}

/* The loop is that of the last whole beat. */
static AlFigureRun
figure_run (const AlPicture *self, const Shot *shot)
{
  const AlBeat *beat = al_simulation_get_beat (&shot->run->simulation, 0);

  return (AlFigureRun){
      .role = shot->role,
      .name = curve_name (self, shot),
      .simulation = &shot->run->simulation,
      .indices = &shot->run->mean,
      .samples = (const AlSample *) (const void *) shot->samples->data,
      .n_samples = shot->samples->len,
      .loop_start_us = beat != NULL ? beat->start_us : 0,
      .loop_end_us = beat != NULL ? beat->end_us : 0,
  };
}

/**
 * al_picture_write:
 * @self: a picture with at least one run
 * @page: title, caption, size and looks
 * @path: the file: .png, .svg or .pdf
 * @error: (out) (optional): as al_figure_write()
 *
 * Draws the picture into a file.
 *
 * Returns: whether the file is there
 */
gboolean
al_picture_write (AlPicture *self, AlPage *page, const char *path, GError **error)
{
  g_autofree AlFigureRun *runs = g_new0 (AlFigureRun, self->shots->len);
  AlFigure figure = {
      .view = self->view,
      .title = page->title,
      .caption = page->caption,
      .runs = runs,
      .n_runs = self->shots->len,
  };

  for (guint i = 0; i < self->shots->len; i++)
    runs[i] = figure_run (self, g_ptr_array_index (self->shots, i));
  return al_figure_write (&figure, path, page->style, page->width, page->height, error);
}
