/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AL_TYPE_HELP_PAGE (al_help_page_get_type ())

/**
 * AlHelpPage:
 *
 * What the program shows and how to use it. `win.back` leaves it.
 */
G_DECLARE_FINAL_TYPE (AlHelpPage, al_help_page, AL, HELP_PAGE, AdwBin)

GtkWidget *al_help_page_new (void);

G_END_DECLS
