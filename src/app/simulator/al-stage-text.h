/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-indices.h"
#include "al-scai.h"
#include "al-parameter.h"

G_BEGIN_DECLS

gboolean al_stage_is_supported (const AlSettings *settings);
char *al_stage_format (const AlIndices *now);
char *al_stage_format_modifiers (const AlSettings *settings);
char *al_stage_describe_reasons (const AlScai *scai);

G_END_DECLS
