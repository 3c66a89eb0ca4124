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
 * @AL_STRIP_RIGHT: pressure in the right ventricle and the pulmonary artery
 * @AL_STRIP_BALLOON: gas in the balloon
 * @AL_STRIP_VOLUMES: volume of the ventricles
 * @AL_STRIP_CORONARY: coronary flow
 * @AL_STRIP_MICRO_AXIAL: flow through the micro-axial pump
 * @AL_STRIP_ARTERIES: pressure in the aortic root and the radial artery
 * @AL_STRIP_VALVES: flow through the mitral and the aortic valve
 *
 * A chart that a view can hold.
 */
typedef enum {
  AL_STRIP_ARTERIAL,
  AL_STRIP_FILLING,
  AL_STRIP_FLOW,
  AL_STRIP_RIGHT,
  AL_STRIP_BALLOON,
  AL_STRIP_VOLUMES,
  AL_STRIP_CORONARY,
  AL_STRIP_MICRO_AXIAL,
  AL_STRIP_ARTERIES,
  AL_STRIP_VALVES,
  AL_N_STRIPS
} AlStrip;

/* What a person may choose: fewer say nothing about each other, more are too low to be read. */
#define AL_STRIPS_FEWEST 2
#define AL_STRIPS_MOST   5

#define AL_TYPE_STRIP_VIEW (al_strip_view_get_type ())

G_DECLARE_FINAL_TYPE (AlStripView, al_strip_view, AL, STRIP_VIEW, GtkWidget)

GtkWidget *al_strip_view_new (void);

AlSession *al_strip_view_get_session (AlStripView *self);
void al_strip_view_set_session (AlStripView *self, AlSession *session);
gboolean al_strip_view_get_projector (AlStripView *self);
void al_strip_view_set_projector (AlStripView *self, gboolean projector);

/* What is shown */
void al_strip_view_add_strip (AlStripView *self, AlStrip strip);
void al_strip_view_remove_strip (AlStripView *self, AlStrip strip);
gboolean al_strip_view_has_strip (AlStripView *self, AlStrip strip);
guint al_strip_view_get_n_strips (AlStripView *self);
gboolean al_strip_view_get_ecg (AlStripView *self);
void al_strip_view_set_ecg (AlStripView *self, gboolean ecg);
gboolean al_strip_view_get_landmarks (AlStripView *self);
void al_strip_view_set_landmarks (AlStripView *self, gboolean landmarks);

/* How time runs */
gboolean al_strip_view_get_scrolling (AlStripView *self);
void al_strip_view_set_scrolling (AlStripView *self, gboolean scrolling);
gint64 al_strip_view_get_duration_us (AlStripView *self);
void al_strip_view_set_duration_us (AlStripView *self, gint64 duration_us);

/* Choices of a person */
void al_strip_view_restore (AlStripView *self);
void al_strip_view_add_actions (AlStripView *self, GActionMap *actions);
GMenuModel *al_strip_view_get_menu (AlStripView *self);

/* Rulers */
gboolean al_strip_view_get_ruler (AlStripView *self, gint64 *from_us, gint64 *to_us);
void al_strip_view_clear_ruler (AlStripView *self);

G_END_DECLS
