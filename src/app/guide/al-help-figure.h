/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AL_TYPE_HELP_FIGURE (al_help_figure_get_type ())

/**
 * AlHelpFigure:
 *
 * A pressure-volume loop of a healthy heart, with the name of each of its parts.
 */
G_DECLARE_FINAL_TYPE (AlHelpFigure, al_help_figure, AL, HELP_FIGURE, GtkWidget)

GtkWidget *al_help_figure_new (void);

G_END_DECLS
