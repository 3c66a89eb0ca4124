/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * AlApng:
 *
 * Writes an animated PNG that repeats for ever. A program that knows no animation shows the first
 * frame. Of every later frame only what differs from the one before is kept.
 */
typedef struct _AlApng AlApng;

AlApng *al_apng_new (guint width, guint height, guint n_frames, guint delay_ms);
void al_apng_free (AlApng *self);
void al_apng_add (AlApng *self, cairo_surface_t *frame);
GBytes *al_apng_finish (AlApng *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlApng, al_apng_free)

G_END_DECLS
