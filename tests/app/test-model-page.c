/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "al-band-bar.h"
#include "al-limits-view.h"
#include "al-measured-row.h"
#include "al-measured-view.h"
#include "al-model-page.h"
#include "al-number-words.h"
#include "al-parameter-reference.h"
#include "al-reference-row.h"
#include "al-search.h"
#include "al-widget-tree.h"

/* The page in a window, on the content that is shipped. */
typedef struct {
  AlCatalogue *catalogue;
  GtkWidget *window;
  AlModelPage *page;
  AlMeasuredView *measured; /* of the page */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->catalogue = al_catalogue_new (NULL);
  self->window = gtk_window_new ();
  self->page = AL_MODEL_PAGE (al_model_page_new ());
  al_model_page_set_catalogue (self->page, self->catalogue);
  al_tree_show (GTK_WIDGET (self->page), GTK_WINDOW (self->window));
  self->measured =
      AL_MEASURED_VIEW (al_tree_find (GTK_WIDGET (self->page), AL_TYPE_MEASURED_VIEW, 0));
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* What is being run ends with the window; the thread may need a moment for it. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer measured = self->measured;

  g_object_add_weak_pointer (measured, &measured);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_true (al_tree_wait (is_gone, &measured));
  g_assert_finalize_object (self->catalogue);
}

static gboolean
has_ended (gpointer user_data)
{
  return !al_measured_view_is_running (AL_MEASURED_VIEW (user_data));
}

static AlMeasuredRow *
find_measured_row (Fixture *self, const char *id)
{
  for (guint i = 0;; i++) {
    GtkWidget *row = al_tree_find (GTK_WIDGET (self->measured), AL_TYPE_MEASURED_ROW, i);

    g_assert_nonnull (row);
    if (g_str_equal (al_measured_row_get_row (AL_MEASURED_ROW (row))->id, id))
      return AL_MEASURED_ROW (row);
  }
}

static guint
n_rows (Fixture *self)
{
  return al_validation_get_n_rows (al_measured_view_get_table (self->measured));
}

static void
test_before (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (al_model_page_get_shown (self->page), ==, "measured");
  g_assert_cmpuint (al_tree_count (GTK_WIDGET (self->measured), AL_TYPE_MEASURED_ROW), ==,
                    n_rows (self));
  g_assert_cmpuint (al_measured_view_get_n_listed (self->measured), ==, n_rows (self));
  g_assert_true (al_tree_says (GTK_WIDGET (self->measured), "Not yet run on this computer"));
  g_assert_true (al_tree_says (GTK_WIDGET (find_measured_row (self, "A1")), "not run yet"));
  g_assert_true (al_tree_says (GTK_WIDGET (find_measured_row (self, "A1")), "†"));
  g_assert_false (al_tree_says (GTK_WIDGET (find_measured_row (self, "C17")), "†"));
  g_assert_true (al_tree_says (GTK_WIDGET (self->measured), "125 + 11"));
}

static void
choose_chip (Fixture *self, guint position, guint n_expected)
{
  GtkWidget *chip = al_tree_find (GTK_WIDGET (self->measured), GTK_TYPE_TOGGLE_BUTTON, position);

  if (n_expected == 0) {
    g_assert_false (gtk_widget_get_sensitive (chip));
    return;
  }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_assert_cmpuint (al_measured_view_get_n_listed (self->measured), ==, n_expected);
}

/* A row out of band, if there is one, leads to its limit. */
static void
check_missed_row (Fixture *self, GtkWidget *row)
{
  const AlValidation *table = al_measured_view_get_table (self->measured);
  const AlValidationRow *what = al_measured_row_get_row (AL_MEASURED_ROW (row));
  const AlValidationLimit *limit = al_validation_find_limit_of_row (table, what->id);

  g_assert_true (al_tree_says (row, "out of band"));
  if (limit == NULL)
    return;
  g_assert_true (al_tree_says (row, limit->title));
  al_tree_click (al_tree_find_action (row, "model.show-limit"));
  g_assert_cmpstr (al_model_page_get_shown (self->page), ==, "limits");
  al_model_page_show (self->page, "measured");
}

static void
test_run (Fixture *self, gconstpointer data)
{
  guint met, missed, not_run;

  al_tree_click (al_tree_find_action (GTK_WIDGET (self->measured), "measured.run"));
  g_assert_true (al_measured_view_is_running (self->measured));
  g_assert_true (
      gtk_widget_is_visible (al_tree_find_action (GTK_WIDGET (self->measured), "measured.cancel")));
  g_assert_true (al_tree_wait (has_ended, self->measured));
  met = al_measured_view_count (self->measured, AL_VALIDATION_PASS);
  missed = al_measured_view_count (self->measured, AL_VALIDATION_FAIL);
  not_run = al_measured_view_count (self->measured, AL_VALIDATION_NOT_RUN);
  g_assert_cmpuint (met + missed + not_run, ==, n_rows (self));
  g_assert_cmpuint (met, >, 80);
  g_assert_true (al_tree_says (GTK_WIDGET (self->measured), "of 125 measurements in band"));
  choose_chip (self, 3, met);
  choose_chip (self, 2, not_run);
  choose_chip (self, 1, missed);
  choose_chip (self, 0, n_rows (self));
  for (guint i = 0; i < n_rows (self); i++) {
    GtkWidget *row = al_tree_find (GTK_WIDGET (self->measured), AL_TYPE_MEASURED_ROW, i);

    if (al_measured_row_get_verdict (AL_MEASURED_ROW (row)) == AL_VALIDATION_FAIL)
      check_missed_row (self, row);
  }
}

/* Given up, it leaves everything as it was. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  al_measured_view_run (self->measured);
  al_tree_click (al_tree_find_action (GTK_WIDGET (self->measured), "measured.cancel"));
  g_assert_true (al_tree_wait (has_ended, self->measured));
  g_assert_cmpuint (al_measured_view_count (self->measured, AL_VALIDATION_PASS), ==, 0);
  g_assert_true (al_tree_says (GTK_WIDGET (self->measured), "Not yet run on this computer"));
  g_assert_true (
      gtk_widget_is_visible (al_tree_find_action (GTK_WIDGET (self->measured), "measured.run")));
}

static void
test_close_while_running (Fixture *self, gconstpointer data)
{
  al_measured_view_run (self->measured);
  g_assert_true (al_measured_view_is_running (self->measured));
}

static void
search (GtkWidget *view, const char *text)
{
  GtkWidget *entry = al_tree_find (view, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search_measured (Fixture *self, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (self->measured);

  search (view, "C17");
  g_assert_cmpuint (al_measured_view_get_n_listed (self->measured), ==, 1);
  search (view, "pig STROKE");
  g_assert_cmpuint (al_measured_view_get_n_listed (self->measured), >, 0);
  search (view, "no such thing");
  g_assert_cmpuint (al_measured_view_get_n_listed (self->measured), ==, 0);
  g_assert_true (gtk_widget_activate_action (view, "measured.show-all", NULL));
  g_assert_cmpuint (al_measured_view_get_n_listed (self->measured), ==, n_rows (self));
}

/* A result without a run, so that every verdict is there whatever the model does. */
static void
test_results (Fixture *self, gconstpointer data)
{
  AlMeasuredRow *row = find_measured_row (self, "C17");
  const AlValidationRow *what = al_measured_row_get_row (row);
  const AlValidationLimit limit = {.id = "i", .title = "too small a pig", .text = "t"};
  AlValidationResult result = {.row = what, .verdict = AL_VALIDATION_FAIL, .value = 1234.4};

  al_measured_row_set_result (row, &result, &limit);
  g_assert_true (al_tree_says (GTK_WIDGET (row), "1234"));
  g_assert_true (al_tree_says (GTK_WIDGET (row), "out of band"));
  g_assert_true (al_tree_says (GTK_WIDGET (row), "too small a pig"));
  g_assert_true (gtk_widget_get_visible (al_tree_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, 0)));
  result.verdict = AL_VALIDATION_PASS;
  al_measured_row_set_result (row, &result, &limit);
  g_assert_true (al_tree_says (GTK_WIDGET (row), "in band"));
  g_assert_false (gtk_widget_get_visible (al_tree_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, 0)));
  result = (AlValidationResult){
      .row = what, .verdict = AL_VALIDATION_NOT_RUN, .value = NAN, .reason = (char *) "No pig."};
  al_measured_row_set_result (row, &result, NULL);
  g_assert_true (al_tree_says (GTK_WIDGET (row), "No pig."));
}

static void
test_limits (Fixture *self, gconstpointer data)
{
  const AlValidation *table = al_measured_view_get_table (self->measured);
  GtkWidget *limits = al_tree_find (GTK_WIDGET (self->page), AL_TYPE_LIMITS_VIEW, 0);
  guint n = al_validation_get_n_limits (table);

  g_assert_cmpuint (n, >, 5);
  g_assert_cmpuint (al_tree_count (limits, GTK_TYPE_LIST_BOX_ROW), ==, n);
  al_model_page_show (self->page, "limits");
  for (guint i = 0; i < n; i++) {
    const AlValidationLimit *limit = al_validation_get_limit (table, i);

    g_assert_true (al_tree_says (limits, limit->title));
    g_assert_true (al_tree_says (limits, limit->text));
    g_assert_true (al_limits_view_show (AL_LIMITS_VIEW (limits), limit->id));
  }
  g_assert_false (al_limits_view_show (AL_LIMITS_VIEW (limits), "none"));
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_read (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static gboolean
is_ready_again (gpointer user_data)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (user_data), "Copy the name") == 0;
}

static void
test_parameters (Fixture *self, gconstpointer data)
{
  GtkWidget *view = al_tree_find (GTK_WIDGET (self->page), AL_TYPE_PARAMETER_REFERENCE, 0);
  AlParameterReference *reference = AL_PARAMETER_REFERENCE (view);
  g_autofree char *copied = NULL;
  GtkWidget *button;

  al_model_page_show (self->page, "parameters");
  gtk_test_widget_wait_for_draw (view);
  g_assert_cmpuint (al_tree_count (view, AL_TYPE_REFERENCE_ROW), ==, AL_N_PARAMETERS);
  for (guint i = 0; i < AL_N_PARAMETERS; i++)
    g_assert_true (al_tree_says (view, al_parameter_get_info ((AlParameter) i)->name));
  search (view, "lv.ees");
  g_assert_cmpuint (al_parameter_reference_get_n_listed (reference), ==, 1);
  search (view, "balloon");
  g_assert_cmpuint (al_parameter_reference_get_n_listed (reference), >, 5);
  search (view, "no such thing");
  g_assert_cmpuint (al_parameter_reference_get_n_listed (reference), ==, 0);
  g_assert_true (gtk_widget_activate_action (view, "parameters.show-all", NULL));
  g_assert_cmpuint (al_parameter_reference_get_n_listed (reference), ==, AL_N_PARAMETERS);
  button = al_tree_find_action (view, "parameter.copy");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Copy the name");
  al_tree_click (button);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Copied");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, read_cb, &copied);
  g_assert_true (al_tree_wait (is_read, &copied));
  g_assert_cmpstr (copied, ==, al_parameter_get_info ((AlParameter) 0)->name);
  g_assert_true (al_tree_wait (is_ready_again, button));
}

static void
test_places_on_the_bar (void)
{
  double low = al_band_bar_place (10, 20, 10);
  double high = al_band_bar_place (10, 20, 20);

  g_assert_cmpfloat (low, >, 0);
  g_assert_cmpfloat (high, <, 1);
  g_assert_cmpfloat_with_epsilon (al_band_bar_place (10, 20, 15), (low + high) / 2, 1e-12);
  g_assert_cmpfloat (al_band_bar_place (10, 20, 9), <, low);
  g_assert_cmpfloat (al_band_bar_place (10, 20, -900), ==, 0);
  g_assert_cmpfloat (al_band_bar_place (10, 20, 900), ==, 1);
}

static void
expect_words (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_numbers (void)
{
  expect_words (al_words_for_number (4.5), "4.5");
  expect_words (al_words_for_number (-30), "−30");
  expect_words (al_words_for_number (0.0255), "0.0255");
  expect_words (al_words_for_number (1e6), "1000000");
  expect_words (al_words_for_measured (1234.5), "1234");
  expect_words (al_words_for_measured (-12.34), "−12.3");
  expect_words (al_words_for_measured (1.234), "1.23");
  expect_words (al_words_for_measured (-0.0001), "0.000");
  expect_words (al_words_for_measured (NAN), "–");
}

static void
test_words (void)
{
  const char *const texts[] = {"Pig: LV stroke work", "Ostadal 2015", NULL};

  g_assert_true (al_search_matches (texts, ""));
  g_assert_true (al_search_matches (texts, "  ostadal PIG "));
  g_assert_false (al_search_matches (texts, "pig cow"));
}

/* On a screen of 1024 pixels no column is cut off; 58 are paddings, a scroll bar and the frame. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  static const char *const parts[] = {"measured", "limits", "parameters"};

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    int minimum;

    al_model_page_show (self->page, parts[i]);
    gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                        NULL, NULL);
    g_assert_cmpint (minimum, <=, 1024 - 58);
  }
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  al_tree_init (&argc, &argv);
  add ("/model-page/before", test_before);
  add ("/model-page/run", test_run);
  add ("/model-page/cancel", test_cancel);
  add ("/model-page/close-while-running", test_close_while_running);
  add ("/model-page/search-measured", test_search_measured);
  add ("/model-page/results", test_results);
  add ("/model-page/limits", test_limits);
  add ("/model-page/parameters", test_parameters);
  add ("/model-page/narrow", test_narrow);
  g_test_add_func ("/model-page/places-on-the-bar", test_places_on_the_bar);
  g_test_add_func ("/model-page/numbers", test_numbers);
  g_test_add_func ("/model-page/words", test_words);
  return g_test_run ();
}
