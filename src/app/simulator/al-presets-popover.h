/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-catalogue.h"

G_BEGIN_DECLS

#define AL_TYPE_PRESETS_POPOVER (al_presets_popover_get_type ())

G_DECLARE_FINAL_TYPE (AlPresetsPopover, al_presets_popover, AL, PRESETS_POPOVER, GtkPopover)

void al_presets_popover_set_catalogue (AlPresetsPopover *self, AlCatalogue *catalogue);

G_END_DECLS
