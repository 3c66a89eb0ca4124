/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-catalogue.h"

G_BEGIN_DECLS

#define AL_TYPE_MODEL_PAGE (al_model_page_get_type ())

/**
 * AlModelPage:
 *
 * What is known of the model: its measurements beside published ones, its limits in plain words,
 * and its parameters. `win.back` leaves it.
 */
G_DECLARE_FINAL_TYPE (AlModelPage, al_model_page, AL, MODEL_PAGE, AdwBin)

GtkWidget *al_model_page_new (void);

void al_model_page_set_catalogue (AlModelPage *self, AlCatalogue *catalogue);
const char *al_model_page_get_shown (AlModelPage *self);
void al_model_page_show (AlModelPage *self, const char *part);
void al_model_page_show_limit (AlModelPage *self, const char *limit_id);

G_END_DECLS
