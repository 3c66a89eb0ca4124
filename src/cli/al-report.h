/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-run.h"

G_BEGIN_DECLS

char *al_report_json (const AlRun *run, const AlRunPlan *plan);
char *al_report_csv (const AlRun *run);

G_END_DECLS
