/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulator-page.h"

#include "al-beside.h"
#include "al-control-panel.h"
#include "al-difference-table.h"
#include "al-loop-view.h"
#include "al-prediction-view.h"
#include "al-presets-popover.h"
#include "al-readout-board.h"
#include "al-run-view.h"
#include "al-schematic-view.h"
#include "al-session-store.h"
#include "al-strip-view.h"
#include "al-time-bar.h"
#include "al-tour.h"
#include "al-trend-view.h"
#include "al-warning-bar.h"

G_BEGIN_DECLS

/**
 * AlSimulatorPage:
 *
 * A patient's heart, alive: loop, charts, numbers, and the controls of its devices.
 */
struct _AlSimulatorPage {
  AdwBin parent_instance;

  AlSession *session; /* of two runs, it holds the one that is selected */
  AlBeside *beside;
  AlCatalogue *catalogue;
  AlSessionStore *store;  /* NULL while the session is not kept */
  AlSessionRecord *found; /* what is to be set again when its patient is ready */
  GSimpleActionGroup *actions;

  GtkDropDown *patient;
  GtkLabel *story;
  GtkLabel *sources;
  AlPresetsPopover *presets;
  GtkWidget *stage;
  AlRunView *runs[AL_N_RUNS];
  AlLoopView *loop; /* of the first run */
  GtkWidget *beside_bar;
  GtkLabel *beside_label;
  GtkStack *panel;              /* what is seen beside the loop */
  AlSchematicView *circulation; /* in one of the two bins */
  AdwBin *column;
  AdwBin *circulation_panel;
  GtkWidget *circulation_button;
  /* Made when they are first seen; not owned, NULL until then */
  AdwBin *differences_place;
  AdwBin *trends_place;
  AlTrendView *trends;
  AdwBin *prediction_place;
  AlPredictionView *prediction;
  GtkMenuButton *view_menu;
  AlTimeBar *time_bar;
  AlStripView *strips;
  AlWarningBar *warnings;
  AlReadoutBoard *board;
  AlControlPanel *controls;
  GtkRevealer *controls_revealer;
  GtkRevealer *preset_revealer;
  AlSupport preset_support; /* the devices that its words are about */
  gboolean locked;          /* what a nudge would ruin */
  GtkLabel *preset_name;
  GtkLabel *preset_description;
  GtkLabel *preset_limits;
  GtkWidget *preset_limits_button;
  GtkLabel *change;
  GtkWidget *settling;
  GtkRevealer *tour_offer;
  AlTour *tour; /* not owned: a child; NULL until it was asked for */
  GtkProgressBar *progress;
  gboolean projector;
  gboolean roomy;
  gboolean spacious;
};

/* Actions */
void al_simulator_page_add_actions (AlSimulatorPage *self);
void al_simulator_page_update_actions (AlSimulatorPage *self);
void al_simulator_page_show_controls (AlSimulatorPage *self, gboolean shown);

/* The loop and what is seen beside it */
void al_simulator_page_set_up_stage (AlSimulatorPage *self);
void al_simulator_page_update_stage (AlSimulatorPage *self);
void al_simulator_page_show_panel (AlSimulatorPage *self, const char *name);

/* The guided tour */
void al_simulator_page_set_up_guide (AlSimulatorPage *self);

/* Two runs side by side */
void al_simulator_page_set_up_beside (AlSimulatorPage *self);

/* Patients and presets */
void al_simulator_page_take_selected (AlSimulatorPage *self);
void al_simulator_page_check_preset (AlSimulatorPage *self);

G_END_DECLS
