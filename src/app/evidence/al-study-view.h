/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "al-evidence.h"

G_BEGIN_DECLS

#define AL_TYPE_STUDY_VIEW (al_study_view_get_type ())

/**
 * AlStudyView:
 *
 * One study in full: who was studied, what happened, as published and as its counts give it, the
 * harms, the limits and where to read it.
 */
G_DECLARE_FINAL_TYPE (AlStudyView, al_study_view, AL, STUDY_VIEW, AdwBin)

AlStudyView *al_study_view_new (AlStudy *study, AlEvidence *evidence);

G_END_DECLS
