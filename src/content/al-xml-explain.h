/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-xml.h"

G_BEGIN_DECLS

void al_xml_explain (AlXml *self, const char *kind);
char *al_xml_syntax_sentence (const xmlError *error);

G_END_DECLS
