/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <string.h>

/*
 * Mistakes that are easily made with published figures, planted into the evidence that is shipped.
 * Each must be found at its line, with a sentence that says what does not fit.
 */
typedef struct {
  const char *name;
  const char *file;
  const char *record; /* the mistake is in the first of these, */
  const char *part;   /* after the first of these in it, */
  const char *from;   /* at the first of these; up to @until when that is given */
  const char *until;
  const char *to;
  const char *blamed; /* the line that is blamed begins like this, at the part or after it */
  const char *sentence;
} Planted;

#define EXPLANATION "<discrepancy>", "</discrepancy>", ""

static const Planted planted[] = {
    /* Ratios that are none of their counts, and nobody says why. */
    {"hazard-as-risk", "trials.xml", "id=\"shock\"", "id=\"death-1y\"", EXPLANATION,
     "<outcome id=\"death-1y\"",
     "the published RR is 0.72 (0.54 to 0.95), but the counts give 0.802"},
    {"odds-as-risk", "trials.xml", "id=\"danger-shock\"", "id=\"safety\"", EXPLANATION,
     "<outcome id=\"safety\"", "the published RR is 4.74 (2.36 to 9.55), but the counts give 3.84"},
    {"odds-as-risk-again", "trials.xml", "id=\"danger-shock\"", "id=\"rrt\"", EXPLANATION,
     "<outcome id=\"rrt\"", "the published RR is 1.98 (1.27 to 3.09), but the counts give 1.57"},
    {"pooled-as-crude", "observational.xml", "id=\"li-2019\"", "id=\"death-hospital\"", EXPLANATION,
     "<outcome id=\"death-hospital\"",
     "the published RR is 0.9 (0.85 to 0.95), but the counts give"},
    {"neither-risk-nor-odds", "observational.xml", "id=\"vallabhajosyula-2018\"",
     "id=\"death-infarction\"", EXPLANATION, "<outcome id=\"death-infarction\"",
     "the published RR is 0.56, but the percentages give 0.814"},
    {"adjusted-as-crude", "observational.xml", "id=\"grandin-2022\"", "id=\"death-hospital\"",
     EXPLANATION, "<outcome id=\"death-hospital\"",
     "the published OR is 0.84, but the percentages give 0.895"},
    {"hazard-named-risk", "trials.xml", "id=\"ecmo-cs\"", "id=\"composite-30d\"", "hazard-ratio",
     NULL, "risk-ratio", "<outcome id=\"composite-30d\"",
     "the published RR is 0.72 (0.46 to 1.12)"},
    {"hazard-named-risk-2", "trials.xml", "id=\"danger-shock\"", "id=\"death-180d\"",
     "hazard-ratio", NULL, "risk-ratio", "<outcome id=\"death-180d\"",
     "the published RR is 0.74 (0.55 to 0.99)"},
    /* Slips of the pen. */
    {"digits-swapped", "trials.xml", "id=\"iabp-shock-ii\"", "id=\"death-30d\"", "39.7", NULL,
     "37.9", "<treated events=\"119\"", "119 of 300 is 39.67 %, not 37.9 %"},
    {"count-of-other-group", "trials.xml", "id=\"iabp-shock-ii\"", "id=\"death-30d\"",
     "events=\"119\"", NULL, "events=\"123\"", "<treated events=\"123\"",
     "123 of 300 is 41.00 %, not 39.7 %"},
    {"more-than-the-group", "trials.xml", "id=\"danger-shock\"", "id=\"death-180d\"", "of=\"179\"",
     NULL, "of=\"355\"", "<treated events=\"82\"", "355 people are counted in a group of 179"},
    {"interval-of-other-outcome", "trials.xml", "id=\"iabp-shock-ii\"", "id=\"death-30d\"",
     "high=\"1.17\"", NULL, "high=\"1.71\"", "<outcome id=\"death-30d\"",
     "the published RR is 0.96 (0.79 to 1.71), but the counts give 0.961 ("},
    {"interval-without-its-value", "trials.xml", "id=\"iabp-shock-ii\"", "id=\"death-30d\"",
     "value=\"0.96\"", NULL, "value=\"9.6\"", "<published",
     "the interval from 0.79 to 1.17 does not hold the value 9.6"},
    {"p-of-a-truncated-page", "trials.xml", "id=\"ecmo-cs\"", "id=\"composite-30d\"", "p=\"0.21\"",
     NULL, "p=\"21\"", "<published", "21 is not a probability"},
    /* What must not be pooled. */
    {"follow-up-pooled", "forests.xml", "id=\"iabp-routine\"", "pool", "pool=\"none\"", NULL,
     "pool=\"random\"", "<row study=\"iabp-shock-ii-12m\"",
     "are the same patients: they cannot be pooled"},
    {"designs-mixed", "forests.xml", "id=\"venting-early\"", "study",
     "early-unload\" outcome=\"death-1y", NULL, "lin-2016\" outcome=\"death-14d",
     "<row study=\"lin-2016\"", "lin-2016"},
    /* Claims that rest on nothing. */
    {"no-such-study", "claims.xml", "id=\"claim-17\"", "finding", "study=\"aso-2016\"", NULL,
     "study=\"aso-2061\"", "<finding study=\"aso-2061\"", "there is no study 'aso-2061'"},
    {"point-without-source", "practice.xml", "id=\"cpo\"", "<point", "source=\"", "\"", "",
     "<point", "the point has no source"},
    {"guideline-without-year", "guidelines.xml", "id=\"esc-acs-2023\"", "kind", "year=\"2023\"",
     NULL, "", "<card id=\"esc-acs-2023\"", "a guideline needs the year"},
    {"doi-of-a-page", "trials.xml", "id=\"ecls-shock\"", "doi", "doi=\"10.", NULL,
     "doi=\"https://doi.org/10.", "<study id=\"ecls-shock\"", "is not a DOI"},
};

/* Finds a text after another; it must be there. */
static char *
find (char *text, const char *what)
{
  char *found = strstr (text, what);

  if (found == NULL)
    g_error ("'%s' is not there", what);
  return found;
}

static char *
plant (const Planted *mistake, char *text)
{
  char *part = find (find (text, mistake->record), mistake->part);
  char *from = find (part, mistake->from);
  char *rest = from + strlen (mistake->from);
  g_autofree char *head = g_strndup (text, (gsize) (from - text));

  if (mistake->until != NULL)
    rest = find (rest, mistake->until) + strlen (mistake->until);
  return g_strconcat (head, mistake->to, rest, NULL);
}

/* The line that begins like that, from the beginning of the line on which the part is. */
static guint
find_line (const Planted *mistake, char *text)
{
  char *place = find (find (text, mistake->record), mistake->part);
  guint line = 1;

  while (place > text && place[-1] != '\n')
    place--;
  place = find (place, mistake->blamed);
  for (const char *p = text; p < place; p++)
    line += *p == '\n';
  return line;
}

static void
test_planted (gconstpointer data)
{
  const Planted *mistake = data;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERLOAD_EVIDENCE"), mistake->file, NULL);
  g_autofree char *copy = al_cli_file (mistake->file);
  g_autofree char *line = g_strdup_printf ("check @/%s", mistake->file);
  g_autofree char *text = NULL, *with_mistake = NULL, *where = NULL;
  g_autoptr (AlCliResult) result = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  with_mistake = plant (mistake, text);
  g_assert_true (g_file_set_contents (copy, with_mistake, -1, NULL));
  where = g_strdup_printf ("%s:%u: error: ", mistake->file, find_line (mistake, with_mistake));
  result = al_cli_run (line);
  g_test_message ("%s", result->out);
  g_test_message ("%s", result->err);
  g_assert_cmpint (result->status, ==, 1);
  g_assert_nonnull (strstr (result->err, where));
  g_assert_nonnull (strstr (strstr (result->err, where), mistake->sentence));
}

/* As it is shipped nothing is wrong with it: each message comes from its mistake. */
static void
test_shipped (void)
{
  static const char *const files[] = {"trials.xml", "observational.xml", "forests.xml",
                                      "claims.xml", "practice.xml",      "guidelines.xml"};

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *line =
        g_strdup_printf ("check %s/%s", g_getenv ("AFTERLOAD_EVIDENCE"), files[i]);
    g_autoptr (AlCliResult) result = al_cli_succeed (line);

    g_assert_cmpstr (result->out, ==, "");
  }
}

static void
add_tests (void)
{
  g_test_add_func ("/cli/check-evidence/shipped", test_shipped);
  for (guint i = 0; i < G_N_ELEMENTS (planted); i++) {
    g_autofree char *path = g_strdup_printf ("/cli/check-evidence/%s", planted[i].name);

    g_test_add_data_func (path, &planted[i], test_planted);
  }
}

int
main (int argc, char *argv[])
{
  return al_cli_test_main (argc, argv, add_tests);
}
