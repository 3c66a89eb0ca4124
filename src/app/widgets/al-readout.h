/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-indices.h"

G_BEGIN_DECLS

#define AL_TYPE_READOUT (al_readout_get_type ())

G_DECLARE_FINAL_TYPE (AlReadout, al_readout, AL, READOUT, GtkWidget)

GtkWidget *al_readout_new (AlIndex index);
GtkWidget *al_readout_new_text (const char *label, const char *tooltip);

void al_readout_set_brief (AlReadout *self, gboolean brief);
void al_readout_update (AlReadout *self, double value, double reference);
void al_readout_set_text (AlReadout *self, const char *value, const char *unit);
void al_readout_set_compact (AlReadout *self, gboolean compact);

G_END_DECLS
