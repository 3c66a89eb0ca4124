/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-catalogue.h"
#include "al-loop-view.h"
#include "al-session.h"
#include "al-slate.h"

G_BEGIN_DECLS

#define AL_TYPE_SIMULATOR_PAGE (al_simulator_page_get_type ())

G_DECLARE_FINAL_TYPE (AlSimulatorPage, al_simulator_page, AL, SIMULATOR_PAGE, AdwBin)

GtkWidget *al_simulator_page_new (void);

AlSession *al_simulator_page_get_session (AlSimulatorPage *self);
void al_simulator_page_set_catalogue (AlSimulatorPage *self, AlCatalogue *catalogue);
gboolean al_simulator_page_open_patient (AlSimulatorPage *self, const char *id);
gboolean al_simulator_page_open_preset (AlSimulatorPage *self, const char *id);
gboolean al_simulator_page_keep_session (AlSimulatorPage *self, const char *path, GError **error);
void al_simulator_page_set_projector (AlSimulatorPage *self, gboolean projector);
void al_simulator_page_set_locked (AlSimulatorPage *self, gboolean locked);
void al_simulator_page_set_up_slate (AlSimulatorPage *self, AlSlate *slate);
AlLoopView *al_simulator_page_get_loop (AlSimulatorPage *self);
GtkWidget *al_simulator_page_get_charts (AlSimulatorPage *self);
GtkWidget *al_simulator_page_get_circulation (AlSimulatorPage *self);
GtkWidget *al_simulator_page_get_warnings (AlSimulatorPage *self);
const char *al_simulator_page_get_patient_name (AlSimulatorPage *self);
void al_simulator_page_focus_loop (AlSimulatorPage *self);
void al_simulator_page_start_tour (AlSimulatorPage *self);

G_END_DECLS
