/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-evidence.h"

G_BEGIN_DECLS

#define AL_TYPE_STAGE_EXPLORER (al_stage_explorer_get_type ())
G_DECLARE_FINAL_TYPE (AlStageExplorer, al_stage_explorer, AL, STAGE_EXPLORER, AdwBin)

GtkWidget *al_stage_explorer_new (AlCard *stage, AlEvidence *evidence);

G_END_DECLS
