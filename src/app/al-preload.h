/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"

G_BEGIN_DECLS

void al_preload_begin (void);
AlCatalogue *al_preload_take (void);

G_END_DECLS
