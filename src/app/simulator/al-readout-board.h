/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_READOUT_BOARD (al_readout_board_get_type ())

G_DECLARE_FINAL_TYPE (AlReadoutBoard, al_readout_board, AL, READOUT_BOARD, GtkWidget)

GtkWidget *al_readout_board_new (void);

void al_readout_board_set_session (AlReadoutBoard *self, AlSession *session);

void al_readout_board_set_projector (AlReadoutBoard *self, gboolean projector);
G_END_DECLS
