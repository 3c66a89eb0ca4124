/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-private.h"

#include "al-apng.h"

#include <math.h>

#include <glib/gi18n.h>

/* 25 frames a second. */
#define FRAME_US 40000

/* Beats that a moving picture shows; with a balloon that assists every second one, an even number,
 * so that the end joins the beginning. */
#define N_BEATS      3
#define N_BEATS_EVEN 4

/* A very slow heart shows what it does in fewer frames than this. */
#define MOST_FRAMES 250

static guint
count_beats (const AlExport *self)
{
  const AlSettings *settings = &self->simulation->settings;
  const gboolean is_every_second = settings->value[AL_PARAMETER_IABP_ON] > 0.5 &&
                                   lround (settings->value[AL_PARAMETER_IABP_RATIO]) == 2;

  return is_every_second ? N_BEATS_EVEN : N_BEATS;
}

/* The first sample that is not before a time; the last one where there is none. */
static const AlSample *
find_sample (const AlExport *self, gint64 time_us)
{
  guint i = 0;

  while (i + 1 < self->samples->len && g_array_index (self->samples, AlSample, i).time_us < time_us)
    i++;
  return &g_array_index (self->samples, AlSample, i);
}

static void
add_frames (AlExport *self, AlExportPage *page, const AlExportScene *scene, AlApng *apng,
            guint n_frames, GCancellable *cancellable)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) page->page.width,
                                                         (int) page->page.height);
  const gint64 duration_us = scene->end_us - scene->first_us;

  for (guint i = 0; i < n_frames && !g_cancellable_is_cancelled (cancellable); i++) {
    cairo_t *cr = cairo_create (surface);

    page->figure.moment_us = scene->first_us + duration_us * i / n_frames;
    al_schematic_reading_take (&page->circulation, find_sample (self, page->figure.moment_us));
    al_page_draw (&page->page, cr);
    cairo_destroy (cr);
    al_apng_add (apng, surface);
    g_atomic_int_set (&self->progress, (int) (100 * (i + 1) / n_frames));
  }
  cairo_surface_destroy (surface);
}

/**
 * al_export_render_beats:
 * @self: an export
 * @choice: what of it, and how
 * @cancellable: (nullable): stops it
 * @error: (out) (optional): %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED when there is no beat yet
 *
 * Draws some beats as a moving picture that repeats: a point goes round the loop and along the
 * charts.
 *
 * Returns: (transfer full) (nullable): an animated PNG
 */
GBytes *
al_export_render_beats (AlExport *self, const AlExportChoice *choice, GCancellable *cancellable,
                        GError **error)
{
  g_auto (AlExportPage) page = {0};
  g_autoptr (AlApng) apng = NULL;
  AlExportScene scene;
  guint n_frames;

  if (!al_export_find_scene (self, count_beats (self), &scene)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("there is no whole beat yet"));
    return NULL;
  }
  scene.charts_start_us = scene.first_us;
  scene.charts_end_us = scene.end_us;
  al_export_page_init (&page, self, choice, &scene);
  page.figure.has_moment = page.figure.is_moving = TRUE;
  page.circulation.time_us = -1; /* the beads begin where they are */
  n_frames =
      CLAMP ((guint) ((scene.end_us - scene.first_us + FRAME_US / 2) / FRAME_US), 1, MOST_FRAMES);
  apng = al_apng_new ((guint) page.page.width, (guint) page.page.height, n_frames, FRAME_US / 1000);
  add_frames (self, &page, &scene, apng, n_frames, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return al_apng_finish (apng);
}
