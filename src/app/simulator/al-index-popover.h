/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_INDEX_POPOVER (al_index_popover_get_type ())

G_DECLARE_FINAL_TYPE (AlIndexPopover, al_index_popover, AL, INDEX_POPOVER, GtkPopover)

GtkWidget *al_index_popover_new (void);
void al_index_popover_set_index (AlIndexPopover *self, AlIndex index);
void al_index_popover_update (AlIndexPopover *self, AlSession *session);
char *al_index_popover_dup_text (AlIndexPopover *self);

G_END_DECLS
