/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulator-page.h"

G_BEGIN_DECLS

void al_export_actions_add (GActionMap *map, AlSimulatorPage *page);

G_END_DECLS
