/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

/**
 * AlStrip:
 * @AL_STRIP_ARTERIAL: pressure in the aorta and the left ventricle
 * @AL_STRIP_FILLING: pressure in the left atrium, the pulmonary artery and the right atrium
 * @AL_STRIP_FLOW: flow through the aortic valve and the ECMO circuit
 *
 * A chart that a view can hold.
 */
typedef enum {
  AL_STRIP_ARTERIAL,
  AL_STRIP_FILLING,
  AL_STRIP_FLOW,
  AL_N_STRIPS
} AlStrip;

#define AL_TYPE_STRIP_VIEW (al_strip_view_get_type ())

G_DECLARE_FINAL_TYPE (AlStripView, al_strip_view, AL, STRIP_VIEW, GtkWidget)

GtkWidget *al_strip_view_new (void);

void al_strip_view_add_strip (AlStripView *self, AlStrip strip);
AlSession *al_strip_view_get_session (AlStripView *self);
void al_strip_view_set_session (AlStripView *self, AlSession *session);
gboolean al_strip_view_get_projector (AlStripView *self);
void al_strip_view_set_projector (AlStripView *self, gboolean projector);

G_END_DECLS
