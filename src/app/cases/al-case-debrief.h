/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-case-run.h"

G_BEGIN_DECLS

GtkWidget *al_case_debrief_new (AlCaseRun *run);

G_END_DECLS
