/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-study.h"

G_BEGIN_DECLS

/**
 * AlCitationFormat:
 * @AL_CITATION_BIBTEX: BibTeX, as LaTeX and JabRef read it
 * @AL_CITATION_RIS: RIS, as EndNote, Zotero and Mendeley read it
 * @AL_CITATION_CSL_JSON: JSON of the Citation Style Language, as Zotero and Pandoc read it
 *
 * A form in which programs that keep literature take citations.
 */
typedef enum {
  AL_CITATION_BIBTEX,
  AL_CITATION_RIS,
  AL_CITATION_CSL_JSON,
} AlCitationFormat;

char *al_citation_write (GListModel *studies, AlCitationFormat format);

G_END_DECLS
