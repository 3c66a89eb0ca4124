/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-pictograph.h"
#include "al-study.h"

G_BEGIN_DECLS

AlPictograph *al_pictograph_figure_new (AlStudy *study, char **spoken);

G_END_DECLS
