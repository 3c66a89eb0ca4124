/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-xml.h"

#include <libxml/xmlversion.h>

G_BEGIN_DECLS

/* What a callback for errors is given: it became const in libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *AlXmlErrorArgument;
#else
typedef xmlError *AlXmlErrorArgument;
#endif

void al_xml_explain (AlXml *self, const char *kind);
char *al_xml_syntax_sentence (const xmlError *error);

G_END_DECLS
