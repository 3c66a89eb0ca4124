/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

/**
 * AlLoopOption:
 * @AL_LOOP_SHOW_RV: the loop of the right ventricle
 * @AL_LOOP_SHOW_ATRIA: the loops of both atria
 * @AL_LOOP_SHOW_EA: the line of arterial elastance
 * @AL_LOOP_SHOW_PVA: stroke work and potential energy
 * @AL_LOOP_SHOW_EVENTS: the names of the valves beside their marks
 *
 * What a view shows on request. Each is a property and an action of the same name, such as
 * `show-rv`.
 */
typedef enum {
  AL_LOOP_SHOW_RV,
  AL_LOOP_SHOW_ATRIA,
  AL_LOOP_SHOW_EA,
  AL_LOOP_SHOW_PVA,
  AL_LOOP_SHOW_EVENTS,
  AL_N_LOOP_OPTIONS
} AlLoopOption;

#define AL_TYPE_LOOP_VIEW (al_loop_view_get_type ())

G_DECLARE_FINAL_TYPE (AlLoopView, al_loop_view, AL, LOOP_VIEW, GtkWidget)

GtkWidget *al_loop_view_new (void);

AlSession *al_loop_view_get_session (AlLoopView *self);
void al_loop_view_set_session (AlLoopView *self, AlSession *session);
gboolean al_loop_view_get_projector (AlLoopView *self);
void al_loop_view_set_projector (AlLoopView *self, gboolean projector);
gboolean al_loop_view_to_values (AlLoopView *self, double x, double y, double *volume_ml,
                                 double *pressure_mmhg);
gboolean al_loop_view_to_pixels (AlLoopView *self, double volume_ml, double pressure_mmhg,
                                 double *x, double *y);
const char *al_loop_view_get_option_name (AlLoopOption option);
gboolean al_loop_view_get_shown (AlLoopView *self, AlLoopOption option);
void al_loop_view_set_shown (AlLoopView *self, AlLoopOption option, gboolean shown);

void al_loop_view_add_actions (AlLoopView *self, GActionMap *map);
GMenuModel *al_loop_view_get_menu (void);

G_END_DECLS
