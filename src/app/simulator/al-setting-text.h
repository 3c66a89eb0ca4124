/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

G_BEGIN_DECLS

char *al_setting_describe (AlParameter parameter, double from, double to);
char *al_setting_describe_all (const AlSettings *from, const AlSettings *to);

G_END_DECLS
