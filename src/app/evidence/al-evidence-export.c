/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-export.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-chronology-figure.h"
#include "al-evidence-words.h"
#include "al-forest-figure.h"
#include "al-pictograph-figure.h"

/* As wide as a slide, or as lines that are read with ease; in pixels. */
#define PLOT_WIDTH  1280
#define SHEET_WIDTH 720

static void
add_identifiers (AlSheet *sheet, const char *doi, const char *pmid)
{
  g_autofree char *text = NULL;

  if (doi != NULL)
    text = pmid != NULL ? g_strdup_printf ("doi %s · PMID %s", doi, pmid)
                        : g_strdup_printf ("doi %s", doi);
  else if (pmid != NULL)
    text = g_strdup_printf ("PMID %s", pmid);
  al_sheet_add (sheet, AL_SHEET_CAPTION, text);
}

/* Claims */

static void
add_finding (AlSheet *sheet, const AlFinding *finding, AlEvidence *evidence)
{
  AlStudy *study = al_evidence_find_study (evidence, finding->study);
  g_autofree char *name = study != NULL ? al_study_dup_name_and_year (study) : NULL;
  g_autofree char *text =
      g_strdup_printf ("%s: %s", name != NULL ? name : finding->study, finding->text);

  al_sheet_add (sheet, AL_SHEET_BODY, text);
  al_sheet_add (sheet, AL_SHEET_CAPTION, al_direction_get_label (finding->direction));
}

static void
add_claim (AlSheet *sheet, AlClaim *claim, AlEvidence *evidence)
{
  g_autofree char *place = al_claim_dup_place_text (claim);
  g_autofree char *head =
      g_strdup_printf ("%s · %s", al_verdict_get_label (al_claim_get_verdict (claim)), place);
  gsize n_findings;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  al_sheet_add (sheet, AL_SHEET_HEADING, head);
  al_sheet_add (sheet, AL_SHEET_HEADING, _ ("What was measured"));
  al_sheet_add (sheet, AL_SHEET_BODY, al_claim_get_measured (claim));
  al_sheet_add (sheet, AL_SHEET_HEADING, _ ("Where they part"));
  al_sheet_add (sheet, AL_SHEET_BODY, al_claim_get_why (claim));
  if (n_findings > 0)
    al_sheet_add (sheet, AL_SHEET_HEADING, _ ("Studies bearing on it"));
  for (gsize i = 0; i < n_findings; i++)
    add_finding (sheet, &findings[i], evidence);
  if (al_claim_get_cannot_tell (claim) != NULL)
    al_sheet_add (sheet, AL_SHEET_HEADING, _ ("What the model cannot tell you"));
  al_sheet_add (sheet, AL_SHEET_BODY, al_claim_get_cannot_tell (claim));
}

/* Studies */

static char *
describe_arm (const AlArm *arm, const AlResult *result)
{
  if (arm == NULL || (!result->has_counts && !isfinite (result->percent)))
    return NULL;
  g_autofree char *words = al_words_join_lines (al_words_for_result (result));

  return g_strdup_printf ("%s: %s", arm->label, words);
}

static void
add_outcome (AlSheet *sheet, AlStudy *study, const AlOutcome *outcome)
{
  g_autofree char *head = g_strdup_printf ("%s, %s (%s)", outcome->label, outcome->time,
                                           al_outcome_kind_get_label (outcome->kind));
  g_autofree char *treated = describe_arm (al_study_get_treated (study), &outcome->treated);
  g_autofree char *control = describe_arm (al_study_get_control (study), &outcome->control);

  al_sheet_add (sheet, AL_SHEET_HEADING, head);
  al_sheet_add (sheet, AL_SHEET_BODY, treated);
  al_sheet_add (sheet, AL_SHEET_BODY, control);
  if (outcome->has_effect) {
    g_autofree char *effect = al_words_join_lines (al_words_for_published (&outcome->effect));
    g_autofree char *published = g_strdup_printf (_ ("As published: %s"), effect);

    al_sheet_add (sheet, AL_SHEET_BODY, published);
  }
  if (outcome->treated.has_counts && outcome->control.has_counts) {
    g_autofree char *effect = al_words_join_lines (al_words_for_computed (outcome));
    g_autofree char *computed = g_strdup_printf (_ ("From the counts: %s"), effect);

    al_sheet_add (sheet, AL_SHEET_BODY, computed);
  }
  al_sheet_add (sheet, AL_SHEET_CAPTION, outcome->note);
  al_sheet_add (sheet, AL_SHEET_CAPTION, outcome->discrepancy);
  al_sheet_add (sheet, AL_SHEET_CAPTION, al_certainty_get_label (outcome->certainty));
}

static void
add_pictograph (AlSheet *sheet, AlStudy *study)
{
  AlPictograph *pictograph = al_pictograph_figure_new (study, NULL);

  if (al_pictograph_get_n_rows (pictograph) > 0)
    al_sheet_add (sheet, AL_SHEET_HEADING, _ ("Of 100 people"));
  al_sheet_add_pictograph (sheet, pictograph);
}

static void
add_study (AlSheet *sheet, AlStudy *study)
{
  gsize n_outcomes;
  const AlOutcome *outcomes = al_study_get_outcomes (study, &n_outcomes);

  al_sheet_add (sheet, AL_SHEET_BODY, al_study_get_title (study));
  al_sheet_add (sheet, AL_SHEET_BODY, al_study_get_population (study));
  for (gsize i = 0; i < n_outcomes; i++)
    add_outcome (sheet, study, &outcomes[i]);
  add_pictograph (sheet, study);
  al_sheet_add (sheet, AL_SHEET_HEADING, _ ("Limits"));
  al_sheet_add (sheet, AL_SHEET_BODY, al_study_get_limits (study));
  al_sheet_add (sheet, AL_SHEET_HEADING, _ ("What to keep"));
  al_sheet_add (sheet, AL_SHEET_BODY, al_study_get_takeaway (study));
  al_sheet_add (sheet, AL_SHEET_CAPTION, al_study_get_citation (study));
  add_identifiers (sheet, al_study_get_doi (study), al_study_get_pmid (study));
}

/* Cards, the review, exercises */

static void
add_point (AlSheet *sheet, const AlCardPoint *point, AlEvidence *evidence)
{
  g_autofree char *class = al_card_point_dup_class (point);
  g_autofree char *text =
      class != NULL ? g_strdup_printf ("%s  %s", class, point->text) : g_strdup (point->text);
  g_autofree char *source = al_words_for_source (point, evidence);

  al_sheet_add (sheet, AL_SHEET_BODY, text);
  al_sheet_add (sheet, AL_SHEET_CAPTION, source);
}

static void
add_card (AlSheet *sheet, AlCard *card, AlEvidence *evidence)
{
  gsize n_points;
  const AlCardPoint *points = al_card_get_points (card, &n_points);

  al_sheet_add (sheet, AL_SHEET_BODY, al_card_get_summary (card));
  for (gsize i = 0; i < n_points; i++)
    add_point (sheet, &points[i], evidence);
}

static void
add_passage (AlSheet *sheet, AlPassage *passage)
{
  al_sheet_add (sheet, AL_SHEET_CAPTION, _ ("The review, in our words"));
  for (guint i = 1; i <= al_passage_get_n_sentences (passage); i++) {
    g_autofree char *text = g_strdup_printf ("%u  %s", i, al_passage_get_sentence (passage, i));

    al_sheet_add (sheet, AL_SHEET_BODY, text);
  }
}

/* To be handed out: with the reasons, and without the answers. */
static void
add_exercise (AlSheet *sheet, AlExercise *exercise, AlEvidence *evidence)
{
  gsize n_analyses, n_reasons;
  const AlAnalysis *analyses = al_exercise_get_analyses (exercise, &n_analyses);
  const AlReason *reasons = al_exercise_get_reasons (exercise, &n_reasons);

  al_sheet_add (sheet, AL_SHEET_BODY, al_exercise_get_question (exercise));
  for (gsize i = 0; i < n_analyses; i++) {
    AlStudy *study = al_evidence_find_study (evidence, analyses[i].study);
    g_autofree char *name = al_study_dup_name_and_year (study);
    g_autofree char *result =
        al_words_for_outcome (study, al_study_find_outcome (study, analyses[i].outcome));

    al_sheet_add (sheet, AL_SHEET_HEADING, name);
    al_sheet_add (sheet, AL_SHEET_BODY, result);
  }
  al_sheet_add (sheet, AL_SHEET_HEADING, _ ("What explains it? Several may."));
  for (gsize i = 0; i < n_reasons; i++) {
    g_autofree char *text = g_strdup_printf ("☐  %s", reasons[i].text);

    al_sheet_add (sheet, AL_SHEET_BODY, text);
  }
}

/**
 * al_evidence_export_create_sheet:
 * @item: an entry of the page that is not a plot
 * @evidence: where its studies are
 *
 * Writes an entry down. An exercise is without its answers.
 *
 * Returns: (transfer full): the sheet, without a title
 */
AlSheet *
al_evidence_export_create_sheet (GObject *item, AlEvidence *evidence)
{
  g_autoptr (AlSheet) sheet = al_sheet_new ();

  if (AL_IS_CLAIM (item))
    add_claim (sheet, AL_CLAIM (item), evidence);
  else if (AL_IS_STUDY (item))
    add_study (sheet, AL_STUDY (item));
  else if (AL_IS_CARD (item))
    add_card (sheet, AL_CARD (item), evidence);
  else if (AL_IS_PASSAGE (item))
    add_passage (sheet, AL_PASSAGE (item));
  else if (AL_IS_EXERCISE (item))
    add_exercise (sheet, AL_EXERCISE (item), evidence);
  return g_steal_pointer (&sheet);
}

/**
 * al_evidence_export_dup_title:
 * @item: an entry of the page
 *
 * Returns: (transfer full): what stands above it
 */
char *
al_evidence_export_dup_title (GObject *item)
{
  if (AL_IS_CLAIM (item))
    return g_strdup (al_claim_get_statement (AL_CLAIM (item)));
  if (AL_IS_STUDY (item))
    return al_study_dup_name_and_year (AL_STUDY (item));
  if (AL_IS_CARD (item))
    return g_strdup (al_card_get_title (AL_CARD (item)));
  if (AL_IS_PASSAGE (item))
    return g_strdup (al_passage_get_title (AL_PASSAGE (item)));
  if (AL_IS_EXERCISE (item))
    return g_strdup (al_exercise_get_title (AL_EXERCISE (item)));
  if (AL_IS_CHRONOLOGY (item))
    return g_strdup_printf ("%s: %s", _ ("Timeline"),
                            al_chronology_get_title (AL_CHRONOLOGY (item)));
  return g_strdup (al_forest_get_title (AL_FOREST (item)));
}

/**
 * al_evidence_export_write:
 * @item: an entry of the page
 * @evidence: where its studies are
 * @path: the file, whose name ends in `.png`, `.svg` or `.pdf`
 * @error: (out) (optional): as al_page_write()
 *
 * Draws an entry into a file, for paper, with the line that says what it is not for.
 *
 * Returns: whether the file is there
 */
gboolean
al_evidence_export_write (GObject *item, AlEvidence *evidence, const char *path, GError **error)
{
  g_autofree char *title = al_evidence_export_dup_title (item);
  g_autoptr (AlSheet) sheet = NULL;
  AlPage page = {.title = title, .width = SHEET_WIDTH, .style = AL_STYLE_PRINT};

  if (AL_IS_FOREST (item)) {
    page.width = PLOT_WIDTH;
    page.caption = al_forest_get_note (AL_FOREST (item));
    return al_forest_figure_write (AL_FOREST (item), &page, path, error);
  }
  if (AL_IS_CHRONOLOGY (item)) {
    page.width = PLOT_WIDTH;
    return al_chronology_figure_write (AL_CHRONOLOGY (item), &page, path, error);
  }
  sheet = al_evidence_export_create_sheet (item, evidence);
  return al_sheet_write (sheet, &page, path, error);
}
