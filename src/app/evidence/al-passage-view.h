/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-evidence.h"

G_BEGIN_DECLS

#define AL_TYPE_PASSAGE_VIEW (al_passage_view_get_type ())
G_DECLARE_FINAL_TYPE (AlPassageView, al_passage_view, AL, PASSAGE_VIEW, AdwBin)

GtkWidget *al_passage_view_new (AlPassage *passage, AlEvidence *evidence);

G_END_DECLS
