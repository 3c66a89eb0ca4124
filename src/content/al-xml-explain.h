/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-xml.h"

G_BEGIN_DECLS

void al_xml_explain (AlXml *self, const char *kind);

G_END_DECLS
