/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-catalogue.h"
#include "al-content-check.h"
#include "test-files.h"

#include <string.h>

/* The shipped case, and what is said of it when it is broken on purpose. */

typedef struct {
  const char *name;
  const char *find;    /* replaced ... */
  const char *replace; /* ... by this */
  const char *where;   /* the message names the line of this text */
  const char *words;
} Broken;

static const Broken cases[] = {
    {"start", "start=\"arrival\"", "start=\"nowhere\"", "start=\"nowhere\"", "starts at 'nowhere'"},
    {"dead-link", "id=\"arrival\" to=\"first\"", "id=\"arrival\" to=\"frist\"", "id=\"arrival\"",
     "leads to 'frist'"},
    {"dead-option", "<option id=\"wait\" accepted=\"no\" to=\"after-wait\"",
     "<option id=\"wait\" accepted=\"no\" to=\"gone\"", "<option id=\"wait\"", "leads to 'gone'"},
    {"unreachable", "accepted=\"no\" to=\"after-wait\"", "accepted=\"no\" to=\"after-balloon\"",
     "id=\"after-wait\"", "no path leads to the step 'after-wait'"},
    {"circle", "id=\"after-balloon\" to=\"evidence\"", "id=\"after-balloon\" to=\"look\"",
     "id=\"look\"", "goes in a circle"},
    {"same-id", "<page id=\"night\" to=\"loaded\"", "<page id=\"arrival\" to=\"loaded\"",
     "<page id=\"arrival\" to=\"loaded\"", "two steps 'arrival'"},
    {"same-option", "<option id=\"wait\"", "<option id=\"widen\"",
     "<option id=\"widen\" accepted=\"yes\"", "two options 'widen'"},
    {"no-because", "<because>It lowers", "<becuase>x</becuase><because>It lowers", "<becuase>",
     "'becuase' is not expected"},
    {"empty-because", "<because>The ventricle is full already.",
     "<because> </because></option><option id=\"z\" accepted=\"no\" "
     "to=\"worse\"><text>t</text><because>b",
     "<because> </because>", "'because' is empty"},
    {"unknown-index", "<prediction index=\"lv_edp_mmhg\"", "<prediction index=\"lvedp\"",
     "<prediction index=\"lvedp\"", "no index 'lvedp'"},
    {"bad-answer", "answer=\"up\" margin=\"2\"", "answer=\"higher\" margin=\"2\"",
     "answer=\"higher\"", "it may be: up, down, same"},
    {"no-margin", "margin=\"2\"", "margin=\"-2\"", "margin=\"-2\"", "margin must be above 0"},
    {"asked-twice", "<prediction index=\"lv_sv_ml\"", "<prediction index=\"lv_edp_mmhg\"",
     "<prediction index=\"lv_edp_mmhg\" answer=\"down\"", "'lv_edp_mmhg' is asked twice"},
    {"no-claim", "ref=\"claim-17\"", "ref=\"claim-99\"", "ref=\"claim-99\"", "no claim 'claim-99'"},
    {"no-study", "ref=\"ecls-shock\"", "ref=\"ecls\"", "ref=\"ecls\"", "no study 'ecls'"},
    {"no-patient", "<scenario patient=\"ami-cs\"/>", "<scenario patient=\"nobody\"/>",
     "patient=\"nobody\"", "no patient 'nobody'"},
    {"first-scenario", "<scenario patient=\"ami-cs\"/>", "", "id=\"arrival\"",
     "the first step needs a scenario"},
    {"no-difficulty", "difficulty=\"2\"", "difficulty=\"7\"", "support=\"guided\"",
     "it may be: 1, 2, 3, 4"},
    {"not-educational", "<educational-only/>", "", "<case id",
     "needs an element 'educational-only'"},
    {"finding-tolerance", "value=\"28\" within=\"3\"", "value=\"28\" within=\"0\"", "within=\"0\"",
     "needs 'within'"},
    {"newer", "schema=\"1\"", "schema=\"3\"", "schema=\"3\"", "needs a newer Afterload"},
};

static void
test_broken (gconstpointer data)
{
  const Broken *broken = data;
  char *folder = test_folder_new ();
  g_autofree char *text = test_built_in_text ("cases/ami-ecmo-01.xml");
  g_autofree char *wrong = test_replaced (text, broken->find, broken->replace);
  g_autofree char *path = test_file_write (folder, "case.xml", wrong);
  const char *paths[] = {path, NULL};
  g_auto (GStrv) messages = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);
  int line = test_line_of (wrong, broken->where);

  /* The head of a case stands on two lines; libxml2 counts an element by the line where it closes.
   */
  if (strstr (broken->where, "=\"guided\"") != NULL || strstr (broken->where, "<case") != NULL ||
      strstr (broken->where, "start=") != NULL || strstr (broken->where, "schema=") != NULL)
    line = test_line_of (wrong, "start=");
  test_assert_message ((const char *const *) messages, path, line, broken->words);
  test_folder_remove (folder);
}

/* What only the model can tell: a wrong answer, a wrong finding. */
static void
assert_model_says (const char *find, const char *replace, const char *words)
{
  char *folder = test_folder_new ();
  g_autofree char *text = test_built_in_text ("cases/ami-ecmo-01.xml");
  g_autofree char *wrong = test_replaced (text, find, replace);
  g_autofree char *path = test_file_write (folder, "case.xml", wrong);
  const char *paths[] = {path, NULL};
  g_auto (GStrv) without = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);
  g_auto (GStrv) with = al_content_check_paths (paths, AL_CONTENT_CHECK_MODEL, NULL);

  g_assert_cmpuint (g_strv_length (without), ==, 0);
  g_assert_cmpuint (g_strv_length (with), ==, 1);
  test_assert_message ((const char *const *) with, path, test_line_of (wrong, replace), words);
  test_folder_remove (folder);
}

static void
test_wrong_answer (void)
{
  assert_model_says ("index=\"lv_edp_mmhg\" answer=\"up\"", "index=\"lv_edp_mmhg\" answer=\"down\"",
                     "but the model goes from");
}

static void
test_wrong_finding (void)
{
  assert_model_says ("index=\"ao_pulse_pressure_mmhg\" value=\"16\"",
                     "index=\"ao_pulse_pressure_mmhg\" value=\"36\"", "but the model gives");
}

/* What a letter or a chart leaves behind, and what looks like it and is none. */
static const struct {
  const char *text;
  const char *found; /* NULL: nothing */
} phrases[] = {
    {"A man, 12.03.1965, had", "12.03.1965"},
    {"A man, 3/12/1965, had", "3/12/1965"},
    {"Admitted 2024-05-17 with", "2024-05-17"},
    {"MRN 4711 had", "MRN"},
    {"Hospital number 4711 had", "Hospital number"},
    {"A man born on a Sunday had", "born on"},
    {"Case 00734512 had", "00734512"},
    {"Ask kim@example.org, who had", "kim@example.org"},
    {"A 58-year-old had", NULL},
    {"As in PMID 29083953 someone had", NULL},
    {"As in 10.1056/NEJMoa1710261 someone had", NULL},
    {"As in 10.1161/01.CIR.0000079016.65341 someone had", NULL},
    {"In 1999, 302 people had", NULL},
    {"Of 1,000,000 people some had", NULL},
};

static void
test_identity (void)
{
  char *folder = test_folder_new ();
  g_autofree char *text = test_built_in_text ("cases/ami-ecmo-01.xml");

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++) {
    g_autofree char *wrong = test_replaced (text, "A 58-year-old had", phrases[i].text);
    g_autofree char *path = test_file_write (folder, "case.xml", wrong);
    const char *paths[] = {path, NULL};
    g_auto (GStrv) messages = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);

    g_assert_cmpuint (g_strv_length (messages), ==, phrases[i].found != NULL);
    if (phrases[i].found != NULL)
      test_assert_message ((const char *const *) messages, path,
                           test_line_of (wrong, phrases[i].text), phrases[i].found);
  }
  test_folder_remove (folder);
}

static void
test_shipped_case (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlCase *content = al_catalogue_find_case (catalogue, "ami-ecmo-01");
  const AlCaseNode *node;

  g_assert_nonnull (content);
  g_assert_cmpuint (al_case_get_difficulty (content), ==, 2);
  g_assert_cmpint (al_case_get_support (content), ==, AL_CASE_GUIDED);
  g_assert_cmpstr (al_case_get_licence (content), ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (g_strv_length ((char **) al_case_get_objectives (content)), >=, 3);
  g_assert_cmpstr (al_case_get_start (content)->id, ==, "arrival");
  node = al_case_find_node (content, "start-ecmo");
  g_assert_cmpint (node->kind, ==, AL_CASE_PREDICT);
  g_assert_cmpuint (node->n_predictions, ==, 5);
  g_assert_cmpuint (node->change.n_commands, ==, 2);
  g_assert_null (al_case_find_node (content, "nowhere"));
}

/* Several acceptable answers, a reason for each, and one good way that needs no further device. */
static void
test_shipped_options (void)
{
  g_autoptr (AlCatalogue) catalogue = al_catalogue_new (NULL);
  AlCase *content = al_catalogue_find_case (catalogue, "ami-ecmo-01");
  const AlCaseNode *node = al_case_find_node (content, "loaded");
  guint n_accepted = 0;

  for (guint i = 0; i < node->n_options; i++) {
    n_accepted += node->options[i].accepted ? 1 : 0;
    g_assert_cmpuint (strlen (node->options[i].because), >, 40);
  }
  g_assert_cmpuint (n_accepted, >=, 3);
  g_assert_cmpuint (n_accepted, <, node->n_options);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/content/case/broken/%s", cases[i].name);
    g_test_add_data_func (path, &cases[i], test_broken);
  }
  g_test_add_func ("/content/case/wrong-answer", test_wrong_answer);
  g_test_add_func ("/content/case/wrong-finding", test_wrong_finding);
  g_test_add_func ("/content/case/identity", test_identity);
  g_test_add_func ("/content/case/shipped", test_shipped_case);
  g_test_add_func ("/content/case/options", test_shipped_options);
  return g_test_run ();
}
