/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

void al_driver_attach (GtkWidget *widget, AlSession *session);

G_END_DECLS
