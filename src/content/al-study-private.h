/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-evidence-reader.h"

G_BEGIN_DECLS

/* Shared by al-study.c, which shows a study, and the readers that fill it. */
struct _AlStudy {
  GObject parent_instance;

  GStringChunk *strings;
  AlEvidencePlace origin;
  const char *id;
  const char *name;
  guint year;
  const char *title;
  AlCitation citation;
  const char *citation_text;
  const char *doi;
  const char *pmid;
  const char *registration;
  const char *parent;
  AlStudyDesign design;
  AlStudyQuestion question;
  const char *population;
  AlArm treated;
  AlArm control;
  GArray *outcomes; /* of AlOutcome */
  const char *limits;
  const char *takeaway;
  const char *checked;
};

void al_study_read_citation (AlStudy *self, AlEvidenceReader *reader, const xmlNode *node);

G_END_DECLS
