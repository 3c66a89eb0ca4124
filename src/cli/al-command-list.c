/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-json.h"
#include "al-table.h"

#include <glib/gi18n.h>

/* The commands that list the catalogue: patients, presets, cases, evidence. */

static const char *const format_words[] = {"text", "json", NULL};
static const AlCliFormats formats = {format_words, N_ ("text (default) or json")};

typedef enum {
  FORMAT_TEXT,
  FORMAT_JSON,
} Format;

/* How one kind of thing is listed. */
typedef struct {
  const char *key;
  const char *heading; /* untranslated */
  GListModel *(*get_model) (AlCatalogue *catalogue);
  void (*add_row) (AlTable *table, gpointer item);
  void (*add_json) (AlJson *json, gpointer item);
} Listing;

static void
add_strings (AlJson *json, const char *key, const char *const *strings)
{
  al_json_begin_array (json, key);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    al_json_string (json, NULL, strings[i]);
  al_json_end_array (json);
}

/* A name in a column, and what there is to say about it on a line of its own. */
static void
add_two_lines (AlTable *table, const char *id, const char *name, const char *text)
{
  g_autofree char *indented = g_strdup_printf ("    %s", text);

  al_table_add (table, (const char *[]){id, name, "", NULL});
  al_table_add_line (table, indented);
}

static void
add_patient_row (AlTable *table, gpointer patient)
{
  add_two_lines (table, al_patient_get_id (patient), al_patient_get_name (patient),
                 al_patient_get_story (patient));
}

static void
add_patient_json (AlJson *json, gpointer patient)
{
  al_json_string (json, "id", al_patient_get_id (patient));
  al_json_string (json, "name", al_patient_get_name (patient));
  al_json_string (json, "story", al_patient_get_story (patient));
  add_strings (json, "sources", al_patient_get_sources (patient));
}

static void
add_preset_row (AlTable *table, gpointer preset)
{
  add_two_lines (table, al_preset_get_id (preset), al_preset_get_name (preset),
                 al_preset_get_description (preset));
}

static void
add_preset_json (AlJson *json, gpointer preset)
{
  al_json_string (json, "id", al_preset_get_id (preset));
  al_json_string (json, "name", al_preset_get_name (preset));
  al_json_string (json, "description", al_preset_get_description (preset));
  al_json_string (json, "patient", al_patient_get_id (al_preset_get_patient (preset)));
  add_strings (json, "cannot_tell", al_preset_get_cannot_tell (preset));
}

static void
add_case_row (AlTable *table, gpointer item)
{
  add_two_lines (table, al_case_get_id (item), al_case_get_title (item),
                 al_case_get_summary (item));
}

static void
add_case_json (AlJson *json, gpointer item)
{
  al_json_string (json, "id", al_case_get_id (item));
  al_json_string (json, "version", al_case_get_version (item));
  al_json_string (json, "title", al_case_get_title (item));
  al_json_string (json, "summary", al_case_get_summary (item));
  al_json_string (json, "author", al_case_get_author (item));
  al_json_string (json, "licence", al_case_get_licence (item));
  al_json_integer (json, "difficulty", al_case_get_difficulty (item));
  al_json_integer (json, "minutes", al_case_get_minutes (item));
  add_strings (json, "objectives", al_case_get_objectives (item));
}

static void
add_claim_row (AlTable *table, gpointer claim)
{
  al_table_add (table, (const char *[]){al_claim_get_id (claim),
                                        al_verdict_get_label (al_claim_get_verdict (claim)),
                                        al_claim_get_statement (claim), NULL});
}

static void
add_claim_json (AlJson *json, gpointer claim)
{
  gsize n_findings = 0;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);

  al_json_string (json, "id", al_claim_get_id (claim));
  al_json_integer (json, "number", al_claim_get_number (claim));
  al_json_string (json, "place", al_claim_get_place (claim));
  al_json_string (json, "verdict", al_verdict_get_id (al_claim_get_verdict (claim)));
  al_json_string (json, "statement", al_claim_get_statement (claim));
  al_json_string (json, "measured", al_claim_get_measured (claim));
  al_json_string (json, "why", al_claim_get_why (claim));
  al_json_string (json, "preset", al_claim_get_preset (claim));
  al_json_begin_array (json, "studies");
  for (gsize i = 0; i < n_findings; i++)
    al_json_string (json, NULL, findings[i].study);
  al_json_end_array (json);
}

static void
add_study_row (AlTable *table, gpointer study)
{
  g_autofree char *name =
      g_strdup_printf ("%s (%u)", al_study_get_name (study), al_study_get_year (study));

  al_table_add (
      table, (const char *[]){al_study_get_id (study), name, al_study_get_citation (study), NULL});
}

static void
add_study_json (AlJson *json, gpointer study)
{
  al_json_string (json, "id", al_study_get_id (study));
  al_json_string (json, "name", al_study_get_name (study));
  al_json_integer (json, "year", al_study_get_year (study));
  al_json_string (json, "title", al_study_get_title (study));
  al_json_string (json, "design", al_study_design_get_label (al_study_get_design (study)));
  al_json_string (json, "citation", al_study_get_citation (study));
  al_json_string (json, "doi", al_study_get_doi (study));
  al_json_string (json, "pmid", al_study_get_pmid (study));
  al_json_string (json, "registration", al_study_get_registration (study));
  al_json_string (json, "parent", al_study_get_parent (study));
  al_json_string (json, "takeaway", al_study_get_takeaway (study));
}

static void
add_forest_row (AlTable *table, gpointer forest)
{
  al_table_add (table, (const char *[]){al_forest_get_id (forest),
                                        al_measure_get_label (al_forest_get_measure (forest)),
                                        al_forest_get_title (forest), NULL});
}

static void
add_forest_json (AlJson *json, gpointer forest)
{
  al_json_string (json, "id", al_forest_get_id (forest));
  al_json_string (json, "title", al_forest_get_title (forest));
  al_json_string (json, "measure", al_measure_get_label (al_forest_get_measure (forest)));
}

static GListModel *
get_claims (AlCatalogue *catalogue)
{
  return al_evidence_get_claims (al_catalogue_get_evidence (catalogue));
}

static GListModel *
get_studies (AlCatalogue *catalogue)
{
  return al_evidence_get_studies (al_catalogue_get_evidence (catalogue));
}

static GListModel *
get_forests (AlCatalogue *catalogue)
{
  return al_evidence_get_forests (al_catalogue_get_evidence (catalogue));
}

static const Listing patients_listing[] = {
    {"patients", NULL, al_catalogue_get_patients, add_patient_row, add_patient_json},
    {NULL},
};

static const Listing presets_listing[] = {
    {"presets", NULL, al_catalogue_get_presets, add_preset_row, add_preset_json},
    {NULL},
};

static const Listing cases_listing[] = {
    {"cases", NULL, al_catalogue_get_cases, add_case_row, add_case_json},
    {NULL},
};

static const Listing evidence_listing[] = {
    {"claims", N_ ("CLAIMS of the review: id, verdict, statement"), get_claims, add_claim_row,
     add_claim_json},
    {"studies", N_ ("STUDIES: id, name, citation"), get_studies, add_study_row, add_study_json},
    {"forests", N_ ("FOREST PLOTS, for render --forest: id, measure, title"), get_forests,
     add_forest_row, add_forest_json},
    {NULL},
};

static char *
listing_text (const Listing *listing, AlCatalogue *catalogue)
{
  g_autoptr (AlTable) table = al_table_new ("lll");
  GListModel *model = listing->get_model (catalogue);

  if (listing->heading != NULL)
    al_table_add_line (table, _ (listing->heading));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (model, i);
    listing->add_row (table, item);
  }
  if (listing[1].key != NULL)
    al_table_add_line (table, "");
  return al_table_to_text (table);
}

static char *
listings_text (const Listing *listings, AlCatalogue *catalogue)
{
  GString *text = g_string_new (NULL);

  for (const Listing *listing = listings; listing->key != NULL; listing++) {
    g_autofree char *part = listing_text (listing, catalogue);
    g_string_append (text, part);
  }
  return g_string_free (text, FALSE);
}

static void
add_listing_json (AlJson *json, const Listing *listing, AlCatalogue *catalogue)
{
  GListModel *model = listing->get_model (catalogue);

  al_json_begin_array (json, listing->key);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (model, i);
    al_json_begin_object (json, NULL);
    listing->add_json (json, item);
    al_json_end_object (json);
  }
  al_json_end_array (json);
}

static char *
listings_json (const Listing *listings, AlCatalogue *catalogue)
{
  g_autoptr (AlJson) json = al_json_new ();

  al_json_begin_object (json, NULL);
  al_json_string (json, "version", PACKAGE_VERSION);
  for (const Listing *listing = listings; listing->key != NULL; listing++)
    add_listing_json (json, listing, catalogue);
  al_json_end_object (json);
  return g_strdup_printf ("%s\n", al_json_get_text (json));
}

static int
list (char **argv, const char *summary, const Listing *listings)
{
  g_autofree char *text = NULL;
  g_autoptr (AlCatalogue) catalogue = NULL;
  guint chosen = 0;

  if (!al_cli_parse_format (argv, summary, &formats, &chosen))
    return AL_EXIT_USAGE;
  catalogue = al_cli_open_catalogue ();
  text = chosen == FORMAT_JSON ? listings_json (listings, catalogue)
                               : listings_text (listings, catalogue);
  return al_cli_print (text);
}

/**
 * al_command_patients:
 * @argv: `patients` and its options
 *
 * Lists the patients, built in and the user's own.
 *
 * Returns: the exit status
 */
int
al_command_patients (char **argv)
{
  return list (argv, N_ ("Lists the patients: id, name, story."), patients_listing);
}

/**
 * al_command_presets:
 * @argv: `presets` and its options
 *
 * Lists the presets, built in and the user's own.
 *
 * Returns: the exit status
 */
int
al_command_presets (char **argv)
{
  return list (argv, N_ ("Lists the presets: id, name, description."), presets_listing);
}

/**
 * al_command_cases:
 * @argv: `cases` and its options
 *
 * Lists the cases, built in and the user's own.
 *
 * Returns: the exit status
 */
int
al_command_cases (char **argv)
{
  return list (argv, N_ ("Lists the cases: id, title, summary."), cases_listing);
}

/**
 * al_command_evidence:
 * @argv: `evidence` and its options
 *
 * Lists the claims of the review, the studies and the forest plots.
 *
 * Returns: the exit status
 */
int
al_command_evidence (char **argv)
{
  return list (argv, N_ ("Lists the claims of the review, the studies and the forest plots."),
               evidence_listing);
}
