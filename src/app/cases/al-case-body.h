/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-case-predict-row.h"
#include "al-case-run.h"
#include "al-catalogue.h"
#include "al-session.h"

G_BEGIN_DECLS

/*
 * What stands under the title of a step, for each kind of step. A body shows the run as it stands
 * when the body is made; only a prediction that is still open writes to the run.
 */

GtkWidget *al_case_body_new (AlCaseRun *run, AlCatalogue *catalogue, AlSession *session);
AlCasePredictRow *al_case_body_get_row (GtkWidget *body, guint row);
GtkWidget *al_case_body_get_choice (GtkWidget *body);
const char *al_case_node_kind_get_label (AlCaseNodeKind kind);

G_END_DECLS
