/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-evidence-filter.h"
#include "al-evidence-page.h"

G_BEGIN_DECLS

/* Shared by al-evidence-page.c, which lists and shows, and al-evidence-actions.c. */

typedef AlEvidenceSectionId SectionId;

/* What stands on the page of a section. */
typedef struct {
  GtkToggleButton *tab;
  GtkListBox *list;
  GListModel *listed; /* what search and chips leave */
  char *shown;        /* key of what stands on the right */
} Section;

struct _AlEvidencePage {
  AdwBin parent_instance;

  AlCatalogue *catalogue;
  GtkFilter *filter;
  Section sections[AL_N_EVIDENCE_SECTIONS];
  GPtrArray *came_from; /* keys, the last one on top */
  gboolean following;   /* a link is being followed: its step is already noted */

  GtkWidget *tabs;
  GtkEditable *search_entry;
  AlEvidenceFilter *chips;
  GtkStack *lists;
  GtkWidget *back_button;
  GtkLabel *note_label;
  GtkScrolledWindow *detail_scroll;
  AdwBin *detail;
};

SectionId al_evidence_page_current_section (AlEvidencePage *self);
void al_evidence_page_filter_changed (AlEvidencePage *self);
void al_evidence_page_focus_list (AlEvidencePage *self);
void al_evidence_page_cross (AlEvidencePage *self);
void al_evidence_page_update_back (AlEvidencePage *self);
GtkListBoxRow *al_evidence_page_find_row (GtkListBox *list, const char *key);

void al_evidence_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
