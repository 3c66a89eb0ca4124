/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/* The step of the textbook solver. */
#define AL_TEXTBOOK_STEP_US 1000

AlStatus al_textbook_advance (AlSimulation *simulation, gint64 duration_us);

G_END_DECLS
