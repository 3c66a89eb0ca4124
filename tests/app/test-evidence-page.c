/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "al-chronology-view.h"
#include "al-evidence-export.h"
#include "al-evidence-page.h"
#include "al-evidence-rows.h"
#include "al-evidence-sections.h"
#include "al-evidence-words.h"
#include "al-exercise-view.h"
#include "al-forest-view.h"
#include "al-index-words.h"
#include "al-stage-explorer.h"
#include "al-text-table.h"
#include "al-widget-tree.h"

/* The evidence that is shipped, on its page in a window. */
typedef struct {
  AlCatalogue *catalogue;
  AlEvidence *evidence; /* of the catalogue */
  GtkWidget *window;
  AlEvidencePage *page;
  char *preset; /* what was last asked of the simulator */
} Fixture;

static void
open_preset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *self = user_data;

  g_free (self->preset);
  self->preset = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = {
      {.name = "open-preset", .activate = open_preset_cb, .parameter_type = "s"}};
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->catalogue = al_catalogue_new (NULL);
  self->evidence = al_catalogue_get_evidence (self->catalogue);
  self->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  self->page = AL_EVIDENCE_PAGE (al_evidence_page_new ());
  al_evidence_page_set_catalogue (self->page, self->catalogue);
  al_tree_show (GTK_WIDGET (self->page), GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->catalogue);
  g_free (self->preset);
}

static AlClaim *
get_claim (Fixture *self, guint position)
{
  GListModel *claims = al_evidence_get_claims (self->evidence);
  g_autoptr (AlClaim) claim = g_list_model_get_item (claims, position);

  /* The list keeps it. */
  return claim;
}

static guint
n_claims (Fixture *self)
{
  return g_list_model_get_n_items (al_evidence_get_claims (self->evidence));
}

static char *
key_of_claim (AlClaim *claim)
{
  return g_strconcat ("claim:", al_claim_get_id (claim), NULL);
}

static void
show_claim (Fixture *self, AlClaim *claim)
{
  g_autofree char *key = key_of_claim (claim);

  g_assert_true (al_evidence_page_show (self->page, key, NULL));
  g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, key);
}

static GtkWidget *
find_tab (Fixture *self, guint position)
{
  return al_tree_find (GTK_WIDGET (self->page), GTK_TYPE_TOGGLE_BUTTON, position);
}

static void
test_all_listed (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++) {
    g_autoptr (GListModel) entries =
        al_evidence_section_get ((AlEvidenceSectionId) i)->list (self->evidence);
    GtkWidget *list = al_tree_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_BOX, i);

    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tab (self, i)), TRUE);
    g_assert_cmpuint (g_list_model_get_n_items (entries), >, 0);
    g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==,
                      g_list_model_get_n_items (entries));
    g_assert_cmpuint (al_tree_count (list, GTK_TYPE_LIST_BOX_ROW), ==,
                      g_list_model_get_n_items (entries));
  }
}

static void
test_note (Fixture *self, gconstpointer data)
{
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "opinion piece"));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "No clinician has reviewed"));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "Last checked on"));
}

static void
test_verdict_chips (Fixture *self, gconstpointer data)
{
  guint sum = 0;

  for (guint i = 0; i < AL_N_VERDICTS; i++) {
    GtkWidget *chip = find_tab (self, AL_N_EVIDENCE_SECTIONS + i);
    guint expected = 0;

    for (guint j = 0; j < n_claims (self); j++)
      expected += al_claim_get_verdict (get_claim (self, j)) == (AlVerdict) i;
    if (expected == 0) {
      g_assert_false (gtk_widget_get_sensitive (chip));
      continue;
    }
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
    g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==, expected);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
    sum += expected;
  }
  g_assert_cmpuint (sum, ==, n_claims (self));
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==, n_claims (self));
}

/* The chips of question, design and year, in the popover. */
static GtkToggleButton *
find_folded_chip (Fixture *self, guint position)
{
  GtkWidget *more = al_tree_find (GTK_WIDGET (self->page), GTK_TYPE_MENU_BUTTON, 0);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)));

  return GTK_TOGGLE_BUTTON (al_tree_find (popover, GTK_TYPE_TOGGLE_BUTTON, position));
}

/* Studies are chosen by their question; the chips of another section do not touch them. */
static void
test_question_chips (Fixture *self, gconstpointer data)
{
  GListModel *studies = al_evidence_get_studies (self->evidence);
  guint expected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);

    expected += al_study_get_question (study) == AL_QUESTION_VA_ECMO;
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tab (self, AL_EVIDENCE_STUDIES)), TRUE);
  gtk_toggle_button_set_active (find_folded_chip (self, AL_QUESTION_VA_ECMO), TRUE);
  g_assert_cmpuint (expected, >, 3);
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==, expected);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.show-all", NULL);
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==,
                    g_list_model_get_n_items (studies));
}

static guint
count_randomised (Fixture *self, guint first_year, guint last_year)
{
  GListModel *studies = al_evidence_get_studies (self->evidence);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);
    const guint year = al_study_get_year (study);

    n += al_study_get_design (study) == AL_DESIGN_RCT && year >= first_year && year <= last_year;
  }
  return n;
}

/* Design and year together leave what is of both, and each chip says what it would find. */
static void
test_design_and_year (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);
  GtkToggleButton *last_years = find_folded_chip (self, AL_N_QUESTIONS + AL_N_DESIGNS + 3);
  g_autofree char *number = g_strdup_printf ("%u", count_randomised (self, 2023, 9999));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tab (self, AL_EVIDENCE_STUDIES)), TRUE);
  gtk_toggle_button_set_active (find_folded_chip (self, AL_N_QUESTIONS + AL_DESIGN_RCT), TRUE);
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==,
                    count_randomised (self, 0, 9999));
  g_assert_true (al_tree_says (GTK_WIDGET (last_years), number));
  gtk_toggle_button_set_active (last_years, TRUE);
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==,
                    count_randomised (self, 2023, 9999));
  g_assert_true (al_tree_says (page, "Question, design, year: 2 chosen"));
  gtk_widget_activate_action (page, "evidence.show-all", NULL);
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==,
                    g_list_model_get_n_items (al_evidence_get_studies (self->evidence)));
}

static void
search (Fixture *self, const char *text)
{
  GtkWidget *entry = al_tree_find (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (Fixture *self, gconstpointer data)
{
  search (self, "ecmo IABP");
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), <, n_claims (self));

  search (self, "no claim says this");
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==, 0);
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "Nothing found"));
  /* What is being read does not go away while one searches. */
  g_assert_nonnull (al_evidence_page_get_shown (self->page));

  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.show-all", NULL);
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==, n_claims (self));
}

/* What has two names is found by both, and the tabs say where. */
static void
test_search_by_another_name (Fixture *self, gconstpointer data)
{
  guint found;

  search (self, "IABP");
  found = al_evidence_page_get_n_listed (self->page);
  g_assert_cmpuint (found, >, 3);
  search (self, "balloon pump");
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==, found);
  /* The trial and its second report. */
  search (self, "CULPRIT-SHOCK");
  g_assert_true (g_str_has_suffix (
      gtk_button_get_label (GTK_BUTTON (find_tab (self, AL_EVIDENCE_STUDIES))), " 2"));
}

/* The chips count what the search found. */
static void
test_chips_follow_search (Fixture *self, gconstpointer data)
{
  search (self, "no claim says this");
  for (guint i = 0; i < AL_N_VERDICTS; i++)
    g_assert_false (gtk_widget_get_sensitive (find_tab (self, AL_N_EVIDENCE_SECTIONS + i)));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.show-all", NULL);
  g_assert_true (gtk_widget_get_sensitive (find_tab (self, AL_N_EVIDENCE_SECTIONS)));
}

static void
test_every_claim (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < n_claims (self); i++) {
    AlClaim *claim = get_claim (self, i);

    show_claim (self, claim);
    g_assert_true (al_tree_says (GTK_WIDGET (self->page), al_claim_get_statement (claim)));
    if (al_claim_get_measured (claim))
      g_assert_true (al_tree_says (GTK_WIDGET (self->page), al_claim_get_measured (claim)));
  }
}

static void
test_every_study (Fixture *self, gconstpointer data)
{
  GListModel *studies = al_evidence_get_studies (self->evidence);

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);
    g_autofree char *key = g_strconcat ("study:", al_study_get_id (study), NULL);

    g_assert_true (al_evidence_page_show (self->page, key, NULL));
    g_assert_true (al_tree_says (GTK_WIDGET (self->page), al_study_get_citation (study)));
    if (al_study_get_doi (study))
      g_assert_true (al_tree_says (GTK_WIDGET (self->page), al_study_get_doi (study)));
  }
}

static void
test_every_forest (Fixture *self, gconstpointer data)
{
  GListModel *forests = al_evidence_get_forests (self->evidence);

  for (guint i = 0; i < g_list_model_get_n_items (forests); i++) {
    g_autoptr (AlForest) forest = g_list_model_get_item (forests, i);
    g_autofree char *key = g_strconcat ("forest:", al_forest_get_id (forest), NULL);
    GtkWidget *view;
    GtkWidget *table;
    gsize n_entries;

    g_assert_true (al_evidence_page_show (self->page, key, NULL));
    view = al_tree_find (GTK_WIDGET (self->page), AL_TYPE_FOREST_VIEW, 0);
    table = al_tree_find (GTK_WIDGET (self->page), AL_TYPE_TEXT_TABLE, 0);
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         al_forest_get_title (forest));
    al_forest_get_entries (forest, &n_entries);
    g_assert_cmpuint (al_text_table_get_n_rows (AL_TEXT_TABLE (table)), ==, n_entries);
  }
}

/* Each entry of each section can be shown, and says what its row says. */
static void
test_every_entry (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++) {
    g_autoptr (GListModel) entries =
        al_evidence_section_get ((AlEvidenceSectionId) i)->list (self->evidence);

    for (guint k = 0; k < g_list_model_get_n_items (entries); k++) {
      g_autoptr (GObject) entry = g_list_model_get_item (entries, k);
      g_autofree char *key = al_evidence_item_dup_key (entry);

      g_assert_true (al_evidence_page_show (self->page, key, NULL));
      g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, key);
    }
  }
}

/* The claims of a sentence stand in its margin and lead to it. */
static void
test_review (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  g_assert_true (al_evidence_page_show (self->page, "passage:reflection", NULL));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "“IABP SHOCK I” among them"));
  button = al_tree_find_action (GTK_WIDGET (self->page), "evidence.show");
  g_assert_nonnull (button);
  al_tree_click (button);
  /* The first sentence of the reflection. */
  g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, "claim:claim-08");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.back", NULL);
  g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, "passage:reflection");
}

static gboolean
has_width (gpointer widget)
{
  return gtk_widget_get_width (widget) > 0;
}

/* Every publication once as a row, and each mark of the picture leads to its record. */
static void
test_timeline (Fixture *self, gconstpointer data)
{
  g_autoptr (AlChronology) chronology = al_chronology_find (self->evidence, "all");
  AlChronologyView *view;
  guint year;
  gsize n_events;
  GtkWidget *rows;

  g_assert_true (al_evidence_page_show (self->page, "timeline:all", NULL));
  al_chronology_get_events (chronology, &n_events);
  rows = al_tree_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_BOX, AL_N_EVIDENCE_SECTIONS);
  g_assert_cmpuint (al_tree_count (rows, GTK_TYPE_LIST_BOX_ROW), ==, n_events);

  view = AL_CHRONOLOGY_VIEW (al_tree_find (GTK_WIDGET (self->page), AL_TYPE_CHRONOLOGY_VIEW, 0));
  g_assert_true (al_tree_wait (has_width, view));
  g_assert_null (al_chronology_view_get_current (view));
  g_assert_false (al_chronology_view_show_current (view));
  al_chronology_view_move (view, 1, 0);
  g_assert_cmpstr (al_study_get_id (al_chronology_view_get_current (view)->study), ==, "shock");
  year = al_chronology_view_get_current (view)->year;
  al_chronology_view_move (view, 1, 0);
  g_assert_cmpuint (al_chronology_view_get_current (view)->year, >, year);
  al_chronology_view_move (view, -1, 0);
  for (guint i = 0; i < n_events; i++)
    al_chronology_view_move (view, 0, 1);
  g_assert_nonnull (al_chronology_view_get_current (view)->guideline);
  g_assert_true (al_chronology_view_show_current (view));
  g_assert_true (g_str_has_prefix (al_evidence_page_get_shown (self->page), "guideline:"));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.back", NULL);
  g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, "timeline:all");
}

static gboolean
is_focus_in (Fixture *self, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && (G_TYPE_CHECK_INSTANCE_TYPE (focus, type) ||
                           gtk_widget_get_ancestor (focus, type) != NULL);
}

static gboolean
is_scrolled (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 0;
}

/* Whoever follows a link by keys or pointer reads from the beginning, with the keys on the list. */
static void
test_link_is_read_from_its_beginning (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);
  AlChronologyView *view;
  GtkWidget *viewport;
  GtkAdjustment *adjustment;
  gint64 end;

  g_assert_true (al_evidence_page_show (self->page, "timeline:all", NULL));
  g_assert_true (is_focus_in (self, GTK_TYPE_LIST_BOX_ROW));
  view = AL_CHRONOLOGY_VIEW (al_tree_find (page, AL_TYPE_CHRONOLOGY_VIEW, 0));
  g_assert_true (al_tree_wait (has_width, view));
  viewport = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_VIEWPORT);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_widget_activate_action (page, "evidence.cross", NULL);
  g_assert_true (is_focus_in (self, AL_TYPE_CHRONOLOGY_VIEW));
  /* The last one is below the window. */
  for (guint i = 0; i < 60; i++)
    al_chronology_view_move (view, 0, 1);
  g_assert_true (al_tree_wait (is_scrolled, adjustment));
  g_assert_true (al_chronology_view_show_current (view));
  g_assert_true (is_focus_in (self, GTK_TYPE_LIST_BOX_ROW));
  end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (is_scrolled (adjustment));
}

/* A recommendation shows its class, its source and how sure it is. */
static void
test_guideline (Fixture *self, gconstpointer data)
{
  g_assert_true (al_evidence_page_show (self->page, "guideline:esc-acs-2023", NULL));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "III B"));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "10.1093/eurheartj/ehad191"));
  g_assert_true (al_evidence_page_show (self->page, "practice:iabp-bedside", NULL));
  g_assert_true (
      al_tree_says (GTK_WIDGET (self->page), al_certainty_get_label (AL_CERTAINTY_MEMORY)));
}

static const char *
get_stage (Fixture *self, guint position)
{
  GtkWidget *explorer = al_tree_find (GTK_WIDGET (self->page), AL_TYPE_STAGE_EXPLORER, 0);
  guint n_found = 0;

  for (guint i = 0; i < al_tree_count (explorer, GTK_TYPE_LABEL); i++) {
    GtkWidget *label = al_tree_find (explorer, GTK_TYPE_LABEL, i);

    if (gtk_widget_has_css_class (label, "title-1") && n_found++ == position)
      return gtk_label_get_text (GTK_LABEL (label));
  }
  return NULL;
}

/* An example of the stage to begin with; moved, it shows the stage by both versions and why. */
static void
test_stage_explorer (Fixture *self, gconstpointer data)
{
  const char *const letters[] = {"A", "B", "C", "D", "E"};

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++) {
    g_autofree char *key = g_strdup_printf ("stage:stage-%c", 'a' + i);

    g_assert_true (al_evidence_page_show (self->page, key, NULL));
    g_assert_cmpstr (get_stage (self, 0), ==, letters[i]);
  }
  g_assert_true (al_evidence_page_show (self->page, "stage:stage-c", NULL));
  /* The fourth value is lactate. */
  gtk_range_set_value (GTK_RANGE (al_tree_find (GTK_WIDGET (self->page), GTK_TYPE_SCALE, 3)), 6);
  g_assert_cmpstr (get_stage (self, 0), ==, "C");
  g_assert_cmpstr (get_stage (self, 1), ==, "E");
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "stage E in the definition of 2019"));
  g_assert_true (al_tree_says (GTK_WIDGET (self->page), "40.4 %"));
}

static GtkWidget *find_button (GtkWidget *root, const char *label);

/* Pixels: an SVG names its parts anew each time. */
static GBytes *
save_png (Fixture *self)
{
  g_autofree char *folder = g_dir_make_tmp ("afterload-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  al_evidence_page_save (self->page, file, &error);
  g_assert_no_error (error);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return bytes;
}

/* Another measure and another model change the plot, its table, what it says and what is saved. */
static void
test_forest_options (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (self->page);
  g_autoptr (GBytes) as_read = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) as_chosen = NULL;

  g_assert_true (al_evidence_page_show (self->page, "forest:va-ecmo-early", NULL));
  g_assert_true (al_tree_says (page, "Risk ratio 0.96"));
  as_read = save_png (self);
  again = save_png (self);
  g_assert_true (g_bytes_equal (as_read, again));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "Odds ratio")), TRUE);
  g_assert_true (al_tree_says (page, "pooled: Odds ratio"));
  as_chosen = save_png (self);
  g_assert_false (g_bytes_equal (as_read, as_chosen));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "REML")), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (page, "Cumulative")), TRUE);
  g_assert_true (al_tree_says (page, "4 studies, side by side"));
  /* What the file does not pool has no models. */
  g_assert_true (al_evidence_page_show (self->page, "forest:mafp", NULL));
  g_assert_false (gtk_widget_is_visible (find_button (page, "REML")));
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  for (guint i = 0; i < al_tree_count (root, GTK_TYPE_BUTTON); i++) {
    GtkWidget *button = al_tree_find (root, GTK_TYPE_BUTTON, i);

    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  }
  return NULL;
}

static gboolean
shows (GtkWidget *root, const char *text)
{
  for (guint i = 0; i < al_tree_count (root, GTK_TYPE_LABEL); i++) {
    GtkWidget *label = al_tree_find (root, GTK_TYPE_LABEL, i);

    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return gtk_widget_is_visible (label);
  }
  return FALSE;
}

/* The answer is hidden until something is chosen and revealed; each reason is judged. */
static void
test_exercise (Fixture *self, gconstpointer data)
{
  AlExercise *exercise = al_evidence_find_exercise (self->evidence, "flow-pump");
  gsize n_reasons;
  const AlReason *reasons = al_exercise_get_reasons (exercise, &n_reasons);
  g_autofree char *score =
      g_strdup_printf ("%u of %u reasons", (guint) n_reasons, (guint) n_reasons);
  GtkWidget *view, *reveal;

  g_assert_true (al_evidence_page_show (self->page, "exercise:flow-pump", NULL));
  view = al_tree_find (GTK_WIDGET (self->page), AL_TYPE_EXERCISE_VIEW, 0);
  reveal = find_button (view, "Reveal");
  g_assert_false (gtk_widget_get_sensitive (reveal));
  g_assert_false (shows (view, reasons[0].because));
  for (guint i = 0; i < n_reasons; i++)
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (al_tree_find (view, GTK_TYPE_TOGGLE_BUTTON, i)), reasons[i].right);
  al_tree_click (reveal);
  g_assert_true (shows (view, reasons[0].because));
  g_assert_true (shows (view, al_exercise_get_lesson (exercise)));
  g_assert_true (al_tree_says (view, score));
  al_tree_click (find_button (view, "Try Again"));
  g_assert_false (shows (view, reasons[0].because));
  g_assert_false (gtk_widget_get_sensitive (reveal));
}

/* One entry of each section, in each format. */
static void
test_save (Fixture *self, gconstpointer data)
{
  static const char *const keys[] = {
      "claim:claim-03",       "passage:reflection", "study:danger-shock",
      "forest:va-ecmo-early", "timeline:all",       "guideline:esc-acs-2023",
      "stage:stage-c",        "practice:cpo",       "exercise:flow-pump"};
  g_autofree char *folder = g_dir_make_tmp ("afterload-test-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *path = g_build_filename (folder, i % 2 == 0 ? "a.svg" : "a.pdf", NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GError) error = NULL;
    g_autofree char *bytes = NULL;
    gsize size;

    g_assert_true (al_evidence_page_show (self->page, keys[i], NULL));
    g_assert_true (al_evidence_page_save (self->page, file, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
    g_assert_cmpuint (size, >, 4000);
    g_unlink (path);
  }
  g_rmdir (folder);
}

/* What cannot be written says why. */
static void
test_save_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/no/such/folder/a.pdf");
  g_autoptr (GFile) format = g_file_new_for_path ("/tmp/a.docx");
  g_autoptr (GError) error = NULL;

  g_assert_true (al_evidence_page_show (self->page, "practice:cpo", NULL));
  g_assert_false (al_evidence_page_save (self->page, file, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (al_evidence_page_save (self->page, format, &error));
  g_assert_nonnull (strstr (error->message, ".png, .svg and .pdf"));
}

/* An exercise is handed out without its answers. */
static void
test_sheets (Fixture *self, gconstpointer data)
{
  AlExercise *exercise = al_evidence_find_exercise (self->evidence, "flow-pump");
  gsize n_reasons, n_analyses;
  g_autoptr (AlSheet) sheet = al_evidence_export_create_sheet (G_OBJECT (exercise), self->evidence);

  al_exercise_get_reasons (exercise, &n_reasons);
  al_exercise_get_analyses (exercise, &n_analyses);
  /* The question, each result with its heading, a heading, and the reasons. */
  g_assert_cmpuint (al_sheet_get_n_paragraphs (sheet), ==, 2 + 2 * n_analyses + n_reasons);
}

/* A study is taken away with its hundred people, where there are groups that were counted. */
static void
test_sheet_of_study (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = {"danger-shock", "jentzer-2019"};
  AlPlotStyle style;
  double heights[G_N_ELEMENTS (ids)];
  guint n_paragraphs[G_N_ELEMENTS (ids)];

  al_plot_style_init (&style, AL_STYLE_PRINT);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    AlStudy *study = al_evidence_find_study (self->evidence, ids[i]);
    g_autoptr (AlSheet) sheet = al_evidence_export_create_sheet (G_OBJECT (study), self->evidence);

    n_paragraphs[i] = al_sheet_get_n_paragraphs (sheet);
    heights[i] = al_sheet_measure_height (sheet, &style, 700) / n_paragraphs[i];
  }
  /* Three rows of people are as high as many lines. */
  g_assert_cmpfloat (heights[0], >, 1.4 * heights[1]);
}

/* What the simulator names is there. */
static void
test_cards_of_indices (Fixture *self, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < AL_N_INDICES; i++) {
    const char *key = al_index_get_card ((AlIndex) i);

    if (key == NULL)
      continue;
    g_assert_true (al_evidence_page_show (self->page, key, NULL));
    n++;
  }
  g_assert_cmpuint (n, >=, 8);
}

static void
test_unknown_key (Fixture *self, gconstpointer data)
{
  g_autofree char *before = g_strdup (al_evidence_page_get_shown (self->page));

  g_assert_false (al_evidence_page_show (self->page, "claim:no-such-claim", NULL));
  g_assert_false (al_evidence_page_show (self->page, "nonsense", NULL));
  g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, before);
}

/* "See it in the simulator": on every claim that names a preset, and only there. */
static void
test_presets (Fixture *self, gconstpointer data)
{
  guint n_presets = 0;

  for (guint i = 0; i < n_claims (self); i++) {
    AlClaim *claim = get_claim (self, i);
    const char *preset = al_claim_get_preset (claim);
    GtkWidget *button;

    show_claim (self, claim);
    button = al_tree_find_action (GTK_WIDGET (self->page), "win.open-preset");
    if (!preset) {
      g_assert_null (button);
      continue;
    }
    g_clear_pointer (&self->preset, g_free);
    al_tree_click (button);
    g_assert_cmpstr (self->preset, ==, preset);
    g_assert_nonnull (al_catalogue_find_preset (self->catalogue, preset));
    n_presets++;
  }
  g_assert_cmpuint (n_presets, >, 0);
}

static AlClaim *
find_claim_with_study (Fixture *self)
{
  for (guint i = 0; i < n_claims (self); i++) {
    gsize n_findings;

    al_claim_get_findings (get_claim (self, i), &n_findings);
    if (n_findings > 0)
      return get_claim (self, i);
  }
  return NULL;
}

static void
test_link_and_back (Fixture *self, gconstpointer data)
{
  AlClaim *claim = find_claim_with_study (self);
  g_autofree char *key = key_of_claim (claim);
  gsize n_findings;
  const AlFinding *findings = al_claim_get_findings (claim, &n_findings);
  g_autofree char *study_key = g_strconcat ("study:", findings[0].study, NULL);

  show_claim (self, claim);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.show", "s", study_key);
  g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, study_key);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.back", NULL);
  g_assert_cmpstr (al_evidence_page_get_shown (self->page), ==, key);
}

static void
test_link_through_filter (Fixture *self, gconstpointer data)
{
  AlClaim *claim = find_claim_with_study (self);

  search (self, "no claim says this");
  show_claim (self, claim);
  g_assert_cmpuint (al_evidence_page_get_n_listed (self->page), ==, n_claims (self));
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  GdkContentProvider *provider;
  GValue value = G_VALUE_INIT;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "evidence.copy", "s", "10.1000/182");
  provider = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (self->page)));
  g_assert_nonnull (provider);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "10.1000/182");
  g_value_unset (&value);
}

/* A risk difference is kept as a share and read in points of a hundred. */
static void
test_words (Fixture *self, gconstpointer data)
{
  AlPublishedEffect difference = {
      .measure = AL_MEASURE_RISK_DIFFERENCE,
      .value = -0.093,
      .low = -0.205,
      .high = 0.019,
      .p = 0.11,
      .decimals = 3,
  };
  AlOutcome bleeding = {
      .label = "Bleeding",
      .time = "30 days",
      .treated = {.has_counts = TRUE, .counts = {49, 209}, .percent = 23.4, .percent_decimals = 1},
      .control = {.has_counts = TRUE, .counts = {20, 208}, .percent = 9.6, .percent_decimals = 1},
  };
  g_autofree char *published = al_words_for_published (&difference);
  g_autofree char *result = al_words_for_result (&bleeding.treated);
  g_autofree char *computed = al_words_for_computed (&bleeding);
  g_autofree char *absolute = al_words_for_difference (&bleeding, "ECMO", "usual care");
  g_autofree char *needed = al_words_for_number_needed (&bleeding);

  g_assert_cmpstr (published, ==, "RD −9.3\n−20.5 to 1.9\np = 0.11");
  g_assert_cmpstr (result, ==, "49 / 209\n23.4 %");
  g_assert_cmpstr (computed, ==, "RR 2.44\n1.50 to 3.95");
  g_assert_nonnull (strstr (absolute, "ECMO 23.4, usual care 9.6. Difference: 13.8 more"));
  g_assert_nonnull (strstr (needed, "one more for every 7 treated"));

  /* As many with as without: nobody can say how many to treat. */
  bleeding.treated = bleeding.control;
  g_assert_null (al_words_for_number_needed (&bleeding));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  add ("/evidence-page/all-listed", test_all_listed);
  add ("/evidence-page/note", test_note);
  add ("/evidence-page/verdict-chips", test_verdict_chips);
  add ("/evidence-page/question-chips", test_question_chips);
  add ("/evidence-page/design-and-year", test_design_and_year);
  add ("/evidence-page/search", test_search);
  add ("/evidence-page/search-by-another-name", test_search_by_another_name);
  add ("/evidence-page/chips-follow-search", test_chips_follow_search);
  add ("/evidence-page/every-claim", test_every_claim);
  add ("/evidence-page/every-study", test_every_study);
  add ("/evidence-page/every-forest", test_every_forest);
  add ("/evidence-page/every-entry", test_every_entry);
  add ("/evidence-page/review", test_review);
  add ("/evidence-page/timeline", test_timeline);
  add ("/evidence-page/link-from-its-beginning", test_link_is_read_from_its_beginning);
  add ("/evidence-page/guideline", test_guideline);
  add ("/evidence-page/stage-explorer", test_stage_explorer);
  add ("/evidence-page/exercise", test_exercise);
  add ("/evidence-page/save", test_save);
  add ("/evidence-page/save-fails", test_save_fails);
  add ("/evidence-page/sheets", test_sheets);
  add ("/evidence-page/sheet-of-study", test_sheet_of_study);
  add ("/evidence-page/forest-options", test_forest_options);
  add ("/evidence-page/cards-of-indices", test_cards_of_indices);
  add ("/evidence-page/unknown-key", test_unknown_key);
  add ("/evidence-page/presets", test_presets);
  add ("/evidence-page/link-and-back", test_link_and_back);
  add ("/evidence-page/link-through-filter", test_link_through_filter);
  add ("/evidence-page/copy", test_copy);
  add ("/evidence-page/words", test_words);

  return g_test_run ();
}
