/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-validation.h"

#include <math.h>
#include <string.h>

/* A table of one condition of the healthy adult, with what is given put in its place. */
static AlValidation *
read_table_with_limits (const char *in_condition, const char *rows, const char *limits,
                        GError **error)
{
  g_autofree char *text =
      g_strdup_printf ("<validation schema='1'>\n"
                       "<condition id='rest' patient='normal' settle='10'>%s</condition>"
                       "<condition id='fast' patient='normal' settle='10'>"
                       "<set name='rhythm.rate_bpm' value='76'/></condition>"
                       "<condition id='faster' patient='normal' settle='10'>"
                       "<set name='rhythm.rate_bpm' value='96'/></condition>\n"
                       "<group id='Z'><title>Z</title>\n%s</group>\n%s"
                       "</validation>\n",
                       in_condition, rows, limits);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return al_validation_new_from_bytes (bytes, "t.xml", error);
}

static AlValidation *
read_table (const char *in_condition, const char *rows, GError **error)
{
  return read_table_with_limits (in_condition, rows, "", error);
}

static char *
row_text (const char *id, const char *band, const char *measure)
{
  return g_strdup_printf ("<row id='%s' unit='1' %s status='memory'><variable>v</variable>"
                          "<published>p</published><source>s</source>%s</row>\n",
                          id, band, measure);
}

static GPtrArray *
run_rows (const char *in_condition, const char *rows, AlValidation **table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  const AlValidationTask task = {.catalogue = catalogue};
  GPtrArray *results;

  *table = read_table (in_condition, rows, &error);
  g_assert_no_error (error);
  results = al_validation_run (*table, &task, &error);
  g_assert_no_error (error);
  return results;
}

static void
test_built_in_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AlValidation) table = al_validation_new (&error);
  guint n_printed = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < al_validation_get_n_rows (table); i++) {
    const AlValidationRow *row = al_validation_get_row (table, i);

    g_assert_cmpfloat (row->low, <, row->high);
    g_assert_cmpstr (row->variable, !=, "");
    g_assert_cmpstr (row->published, !=, "");
    g_assert_cmpstr (row->source, !=, "");
    g_assert_true (al_validation_find_row (table, row->id) == row);
    g_assert_cmpint (row->further, ==, row->id[0] == 'R');
    n_printed += !row->further;
  }
  g_assert_cmpuint (n_printed, ==, 125);
  g_assert_cmpuint (al_validation_get_n_rows (table), >, n_printed);
  g_assert_null (al_validation_find_row (table, "A999"));
}

static double
value_of (GPtrArray *results, guint index)
{
  return ((const AlValidationResult *) g_ptr_array_index (results, index))->value;
}

static AlValidationVerdict
verdict_of (GPtrArray *results, guint index)
{
  return ((const AlValidationResult *) g_ptr_array_index (results, index))->verdict;
}

/* Each kind of comparison against the values that it is made of. */
static void
test_comparisons (void)
{
  const char *const measures[] = {
      "<measure kind='value' index='lv_edv_ml' condition='rest'/>",
      "<measure kind='value' index='lv_esv_ml' condition='rest'/>",
      "<measure kind='change' index='lv_edv_ml' condition='rest' reference-index='lv_esv_ml'/>",
      "<measure kind='percent-change' index='lv_edv_ml' condition='rest' "
      "reference-index='lv_esv_ml'/>",
      "<measure kind='percent-below' index='lv_esv_ml' condition='rest' "
      "reference-index='lv_edv_ml'/>",
      "<measure kind='ratio' index='lv_edv_ml' condition='rest' reference-index='lv_esv_ml'/>",
      "<measure kind='gain-ratio' index='lv_edv_ml' condition='rest' reference-index='lv_esv_ml' "
      "full='rest'/>",
      "<measure kind='gain-ratio' index='hr_bpm' condition='fast' reference='rest' full='faster' "
      "full-reference='fast'/>",
  };
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (AlValidation) table = NULL;
  g_autoptr (GPtrArray) results = NULL;
  double edv, esv;

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++) {
    g_autofree char *id = g_strdup_printf ("Z%u", i);
    g_autofree char *row = row_text (id, "low='0' high='1'", measures[i]);
    g_string_append (rows, row);
  }
  results = run_rows ("", rows->str, &table);
  edv = value_of (results, 0);
  esv = value_of (results, 1);
  g_assert_cmpfloat (edv, >, esv);
  g_assert_cmpfloat_with_epsilon (value_of (results, 2), edv - esv, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (results, 3), 100 * (edv - esv) / esv, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (results, 4), 100 * (edv - esv) / edv, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (results, 5), edv / esv, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (results, 6), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (value_of (results, 7), 0.5, 0.01);
}

static void
test_verdicts (void)
{
  const char *measure = "<measure kind='value' index='lv_edv_ml' condition='rest'/>";
  const char *undefined =
      "<measure kind='value' index='sao2_preoxygenator_percent' condition='rest'/>";
  g_autofree char *in = row_text ("Z1", "low='20' high='400'", measure);
  g_autofree char *above = row_text ("Z2", "low='20' high='21'", measure);
  g_autofree char *below = row_text ("Z3", "low='400' high='401'", measure);
  g_autofree char *empty = row_text ("Z4", "low='0' high='100'", undefined);
  g_autofree char *never = row_text ("Z5", "low='0' high='1'", "<not-run>No pump.</not-run>");
  g_autofree char *rows = g_strconcat (in, above, below, empty, never, NULL);
  g_autoptr (AlValidation) table = NULL;
  g_autoptr (GPtrArray) results = run_rows ("", rows, &table);
  const AlValidationResult *last = g_ptr_array_index (results, 4);

  g_assert_cmpint (verdict_of (results, 0), ==, AL_VALIDATION_PASS);
  g_assert_cmpint (verdict_of (results, 1), ==, AL_VALIDATION_FAIL);
  g_assert_cmpint (verdict_of (results, 2), ==, AL_VALIDATION_FAIL);
  g_assert_cmpint (verdict_of (results, 3), ==, AL_VALIDATION_NOT_RUN);
  g_assert_true (isnan (value_of (results, 3)));
  g_assert_cmpint (verdict_of (results, 4), ==, AL_VALIDATION_NOT_RUN);
  g_assert_cmpstr (last->reason, ==, "No pump.");
}

static void
test_hold_meets_its_target (void)
{
  g_autofree char *row = row_text ("Z1", "low='69.9' high='70.1'",
                                   "<measure kind='value' index='map_mmhg' condition='rest'/>");
  g_autoptr (AlValidation) table = NULL;
  g_autoptr (GPtrArray) results =
      run_rows ("<hold index='map_mmhg' at='70'>"
                "<scale-parameter name='upper_bed.resistance_mmhg_s_ml'/>"
                "<scale-parameter name='lower_bed.resistance_mmhg_s_ml'/></hold>",
                row, &table);

  g_assert_cmpint (verdict_of (results, 0), ==, AL_VALIDATION_PASS);
}

static void
test_adjustments (void)
{
  g_autofree char *row = row_text ("Z1", "low='0' high='1'",
                                   "<measure kind='value' index='hr_bpm' condition='rest'/>");
  g_autoptr (AlValidation) table = NULL;
  g_autoptr (GPtrArray) results = run_rows ("<set name='rhythm.rate_bpm' value='50'/>"
                                            "<scale name='rhythm.rate_bpm' factor='2'/>"
                                            "<shift name='rhythm.rate_bpm' by='-20'/>",
                                            row, &table);

  g_assert_cmpfloat_with_epsilon (value_of (results, 0), 80, 0.1);
}

/* A condition beyond the range of a parameter is not run, and says so. */
static void
test_beyond_range (void)
{
  g_autofree char *row = row_text ("Z1", "low='0' high='1'",
                                   "<measure kind='value' index='hr_bpm' condition='rest'/>");
  g_autoptr (AlValidation) table = NULL;
  g_autoptr (GPtrArray) results =
      run_rows ("<scale name='rhythm.rate_bpm' factor='9'/>", row, &table);

  g_assert_cmpint (verdict_of (results, 0), ==, AL_VALIDATION_NOT_RUN);
  g_assert_nonnull (((const AlValidationResult *) g_ptr_array_index (results, 0))->reason);
}

static void
count_cb (guint done, guint all, gpointer user_data)
{
  guint *calls = user_data;

  (*calls)++;
  g_assert_cmpuint (done, ==, *calls);
  g_assert_cmpuint (done, <=, all);
}

static void
test_progress_and_choice (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  g_autoptr (AlValidation) table = al_validation_new (NULL);
  const char *const ids[] = {"A1", "C1", NULL};
  guint calls = 0;
  const AlValidationTask task = {
      .catalogue = catalogue, .ids = ids, .progress = count_cb, .user_data = &calls};
  g_autoptr (GPtrArray) results = al_validation_run (table, &task, NULL);

  g_assert_cmpuint (calls, ==, 3); /* healthy, in shock, in shock with the balloon */
  g_assert_cmpuint (results->len, ==, 2);
  g_assert_cmpstr (((AlValidationResult *) g_ptr_array_index (results, 1))->row->id, ==, "C1");
}

static void
test_cancelled (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  g_autoptr (AlValidation) table = al_validation_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const AlValidationTask task = {.catalogue = catalogue, .cancellable = cancellable};

  g_cancellable_cancel (cancellable);
  g_assert_null (al_validation_run (table, &task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_mistakes_are_named (void)
{
  const struct {
    const char *in_condition, *band, *measure, *message;
  } cases[] = {
      {"<set name='lv.shoe' value='1'/>", "low='0' high='1'", "<not-run>n</not-run>",
       "t.xml:2: error: "},
      {"<set name='iabp.on' value='9'/>", "low='0' high='1'", "<not-run>n</not-run>",
       "t.xml:2: error: "},
      {"", "low='2' high='1'", "<not-run>n</not-run>", "t.xml:4: error: "},
      {"", "low='x' high='1'", "<not-run>n</not-run>", "t.xml:4: error: "},
      {"", "low='0' high='1'", "<measure kind='value' index='shoe' condition='rest'/>",
       "t.xml:4: error: "},
      {"", "low='0' high='1'", "<measure kind='value' index='hr_bpm' condition='run'/>",
       "t.xml:4: error: "},
      {"", "low='0' high='1'", "<measure kind='sum' index='hr_bpm' condition='rest'/>",
       "t.xml:4: error: "},
      {"", "low='0' high='1'", "", "t.xml:4: error: "},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *row = row_text ("Z1", cases[i].band, cases[i].measure);
    g_autoptr (GError) error = NULL;
    AlValidation *table = read_table (cases[i].in_condition, row, &error);

    g_assert_null (table);
    g_assert_nonnull (error);
    g_assert_true (error->domain == AL_CONTENT_ERROR);
    if (!g_str_has_prefix (error->message, cases[i].message))
      g_test_message ("case %u: %s", i, error->message);
    g_assert_true (g_str_has_prefix (error->message, cases[i].message));
  }
}

static void
test_limits (void)
{
  g_autofree char *one = row_text ("Z1", "low='0' high='1'", "<not-run>n</not-run>");
  g_autofree char *two = row_text ("Z2", "low='0' high='1'", "<not-run>n</not-run>");
  g_autofree char *three = row_text ("Z3", "low='0' high='1'", "<not-run>n</not-run>");
  g_autofree char *rows = g_strconcat (one, two, three, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlValidation) table = read_table_with_limits (
      "", rows,
      "<limit id='plain'><title>A</title><text>a</text></limit>"
      "<limit id='shared' rows='Z1\n  Z3'><title>B</title><text>long\n reason</text></limit>",
      &error);
  const AlValidationLimit *limit;

  g_assert_no_error (error);
  g_assert_cmpuint (al_validation_get_n_limits (table), ==, 2);
  g_assert_cmpstr (al_validation_get_limit (table, 0)->title, ==, "A");
  g_assert_null (al_validation_get_limit (table, 0)->rows[0]);
  limit = al_validation_find_limit_of_row (table, "Z3");
  g_assert_true (limit == al_validation_get_limit (table, 1));
  g_assert_true (limit == al_validation_find_limit_of_row (table, "Z1"));
  g_assert_null (al_validation_find_limit_of_row (table, "Z2"));
  g_assert_cmpstr (limit->text, ==, "long reason");
}

static void
test_mistakes_in_limits (void)
{
  const char *const cases[] = {
      "<limit id='a' rows='Z9'><title>A</title><text>a</text></limit>",
      "<limit id='a'><title>A</title></limit>",
      "<limit id='a'><title>A</title><text>a</text></limit>"
      "<limit id='a'><title>A</title><text>a</text></limit>",
      "<limit id='a' rows='Z1'><title>A</title><text>a</text></limit>"
      "<limit id='b' rows='Z1'><title>A</title><text>a</text></limit>",
  };
  g_autofree char *row = row_text ("Z1", "low='0' high='1'", "<not-run>n</not-run>");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_table_with_limits ("", row, cases[i], &error));
    g_assert_true (error->domain == AL_CONTENT_ERROR);
    g_assert_true (g_str_has_prefix (error->message, "t.xml:6: error: "));
  }
}

/* The model may miss a measurement, but not in silence; what it meets is not called missed. */
static void
test_limits_name_what_is_missed (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  g_autoptr (AlValidation) table = al_validation_new (NULL);
  const AlValidationTask task = {.catalogue = catalogue};
  g_autoptr (GPtrArray) results = al_validation_run (table, &task, NULL);
  guint n_wrong = 0;

  for (guint i = 0; i < results->len; i++) {
    const AlValidationResult *result = g_ptr_array_index (results, i);
    gboolean missed = result->verdict == AL_VALIDATION_FAIL;
    gboolean named = al_validation_find_limit_of_row (table, result->row->id) != NULL;

    if (missed == named)
      continue;
    n_wrong++;
    g_test_message ("%s is %g, band %g to %g: %s", result->row->id, result->value, result->row->low,
                    result->row->high,
                    missed ? "name it in a <limit>" : "take it out of its <limit>");
  }
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validation/built-in-table", test_built_in_table);
  g_test_add_func ("/validation/comparisons", test_comparisons);
  g_test_add_func ("/validation/verdicts", test_verdicts);
  g_test_add_func ("/validation/hold-meets-its-target", test_hold_meets_its_target);
  g_test_add_func ("/validation/adjustments", test_adjustments);
  g_test_add_func ("/validation/beyond-range", test_beyond_range);
  g_test_add_func ("/validation/progress-and-choice", test_progress_and_choice);
  g_test_add_func ("/validation/cancelled", test_cancelled);
  g_test_add_func ("/validation/mistakes-are-named", test_mistakes_are_named);
  g_test_add_func ("/validation/limits", test_limits);
  g_test_add_func ("/validation/mistakes-in-limits", test_mistakes_in_limits);
  g_test_add_func ("/validation/limits-name-what-is-missed", test_limits_name_what_is_missed);
  return g_test_run ();
}
