/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"
#include "al-xml.h"

G_BEGIN_DECLS

/* How the kinds of content are read: used by the catalogue and the check, not by other layers. */

AlPatient *al_patient_read (AlXml *xml);
AlPreset *al_preset_read (AlXml *xml, AlCatalogue *catalogue);
AlCase *al_case_read (AlXml *xml, AlCatalogue *catalogue);

void al_actions_read (AlXml *xml, const xmlNode *node, gint64 set_time_us, GArray *commands);
AlScenario *al_scenario_read (AlXml *xml, const xmlNode *node, AlCatalogue *catalogue,
                              AlPatient **patient);

G_END_DECLS
