/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <glib/gstdio.h>
#include <string.h>

/* A title that tries to end its field, its record or its line. */
#define HOSTILE_XML "&quot;Q&quot; }, year = {1} \\ &amp; 50% #1 a_b {&#x2028;ER - Ø"
#define HOSTILE     "\"Q\" }, year = {1} \\ & 50% #1 a_b {\u2028ER - Ø"

static gboolean
matches (const char *line, const char *pattern)
{
  return g_regex_match_simple (pattern, line, 0, 0);
}

static JsonArray *
read_csl (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_array_ref (json_node_get_array (json_parser_get_root (parser)));
}

static JsonArray *
cite_csl (const char *studies)
{
  g_autofree char *line = g_strdup_printf ("cite --format csl-json %s", studies);
  g_autoptr (AlCliResult) result = al_cli_succeed (line);

  return read_csl (result->out);
}

static const char *
id_of (JsonArray *items, guint position)
{
  return json_object_get_string_member (json_array_get_object_element (items, position), "id");
}

/* Without a name all studies are written, in the order in which they are listed. */
static void
test_all_studies (void)
{
  g_autoptr (JsonObject) lists = al_cli_json ("evidence --format json");
  JsonArray *studies = json_object_get_array_member (lists, "studies");
  g_autoptr (JsonArray) items = cite_csl ("");

  g_assert_cmpuint (json_array_get_length (items), >=, 31);
  g_assert_cmpuint (json_array_get_length (items), ==, json_array_get_length (studies));
  for (guint i = 0; i < json_array_get_length (items); i++)
    g_assert_cmpstr (id_of (items, i), ==, id_of (studies, i));
}

/* As they are named, and one that is named twice once. */
static void
test_named_studies (void)
{
  g_autoptr (JsonArray) items = cite_csl ("iabp-shock-ii danger-shock iabp-shock-ii ecls-shock");

  g_assert_cmpuint (json_array_get_length (items), ==, 3);
  g_assert_cmpstr (id_of (items, 0), ==, "iabp-shock-ii");
  g_assert_cmpstr (id_of (items, 1), ==, "danger-shock");
  g_assert_cmpstr (id_of (items, 2), ==, "ecls-shock");
}

static void
test_one_study (void)
{
  g_autoptr (AlCliResult) result = al_cli_succeed ("cite iabp-shock-ii");

  g_assert_cmpstr (result->out, ==,
                   "@article{iabp-shock-ii,\n"
                   "  author = {Thiele and others},\n"
                   "  title = {{Intraaortic balloon support for myocardial infarction with "
                   "cardiogenic shock}},\n"
                   "  journal = {N Engl J Med},\n"
                   "  year = {2012},\n"
                   "  volume = {367},\n"
                   "  pages = {1287--1296},\n"
                   "  doi = {10.1056/NEJMoa1208410},\n"
                   "  pmid = {22920912}\n"
                   "}\n");
}

/* As BibTeX counts them: a backslash before a brace changes nothing. */
static void
assert_braces_close_at_the_end (const char *value)
{
  guint depth = 0;

  for (const char *c = value; *c != '\0'; c++) {
    if (*c == '{')
      depth++;
    else if (*c == '}')
      g_assert_cmpuint (depth--, >, 0);
    g_assert_true (depth > 0 || c[1] == '\0');
  }
  g_assert_cmpuint (depth, ==, 0);
}

/* Reads the line of a field, whose comma has been taken off. */
static void
read_field (const char *line)
{
  g_assert_true (matches (line, "^  [a-z]+ = \\{.*\\}$"));
  assert_braces_close_at_the_end (strchr (line, '{'));
  if (!g_str_has_prefix (line, "  doi = "))
    g_assert_false (matches (line, "(?<!\\\\)[&%$#_~^]"));
}

/* Reads a record strictly; the lines of a field end with a comma where another one follows. */
static void
read_record (const char *record)
{
  g_auto (GStrv) lines = g_strsplit (record, "\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_cmpuint (n_lines, >=, 5);
  g_assert_true (matches (lines[0], "^@article\\{[a-z][a-z0-9-]*,$"));
  g_assert_true (g_str_has_prefix (lines[1], "  author = {"));
  g_assert_cmpstr (lines[n_lines - 1], ==, "}");
  for (guint i = 1; i + 1 < n_lines; i++) {
    gboolean last = i + 2 == n_lines;

    g_assert_true (g_str_has_suffix (lines[i], "},") != last);
    if (!last)
      lines[i][strlen (lines[i]) - 1] = '\0';
    read_field (lines[i]);
  }
}

static guint
read_bibtex (const char *text)
{
  g_autofree char *whole = g_strndup (text, strlen (text) - 1);
  g_auto (GStrv) records = g_strsplit (whole, "\n\n", -1);

  g_assert_true (g_str_has_suffix (text, "}\n"));
  for (guint i = 0; records[i] != NULL; i++)
    read_record (records[i]);
  return g_strv_length (records);
}

/* Reads RIS strictly: lines that end with CR and LF, from TY to ER, and one between two records. */
static guint
read_ris (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  gboolean inside = FALSE;
  guint n_records = 0;

  g_assert_true (g_str_has_suffix (text, "ER  - \r\n"));
  for (guint i = 0; lines[i] != NULL; i++) {
    g_assert_null (strpbrk (lines[i], "\r\n"));
    if (*lines[i] == '\0') {
      g_assert_false (inside);
      continue;
    }
    g_assert_true (matches (lines[i], "^[A-Z][A-Z0-9]  - (?!\\s)"));
    g_assert_true (g_str_equal (lines[i], "TY  - JOUR") != inside);
    inside = !g_str_equal (lines[i], "ER  - ");
    n_records += inside ? 0 : 1;
  }
  return n_records;
}

static void
test_every_record_is_read_back (void)
{
  g_autoptr (JsonArray) items = cite_csl ("");
  g_autoptr (AlCliResult) bibtex = al_cli_succeed ("cite --format bibtex");
  g_autoptr (AlCliResult) ris = al_cli_succeed ("cite --format ris");

  g_assert_cmpuint (read_bibtex (bibtex->out), ==, json_array_get_length (items));
  g_assert_cmpuint (read_ris (ris->out), ==, json_array_get_length (items));
  g_assert_nonnull (strstr (bibtex->out, "  author = {Møller and others},\n"));
  g_assert_nonnull (strstr (ris->out, "AU  - Møller,\r\n"));
}

/* Writes a study with a hostile title among the files of the user. */
static char *
write_own_study (void)
{
  const char *const text =
      "<evidence schema='1'><study id='own' question='va-ecmo' design='rct' year='2020' "
      "checked='2026-01-31'>"
      "<name>A</name><published-title>" HOSTILE_XML "</published-title>"
      "<citation author='A' journal='J'/><population>P</population>"
      "<outcome id='o' kind='primary' status='memory'><label>L</label><time>M</time>"
      "<note>N</note></outcome><limits>N</limits><takeaway>O</takeaway></study></evidence>";
  g_autofree char *folder = g_build_filename (al_cli_folder (), "afterload", "evidence", NULL);
  char *path = g_build_filename (folder, "own.xml", NULL);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
remove_own_study (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (folder);

  g_remove (path);
  g_rmdir (folder);
  g_rmdir (parent);
}

static void
test_hostile_title (void)
{
  g_autofree char *path = write_own_study ();
  g_autoptr (AlCliResult) bibtex = al_cli_run ("cite own");
  g_autoptr (AlCliResult) ris = al_cli_run ("cite own --format ris");
  g_autoptr (AlCliResult) csl = al_cli_run ("cite own --format csl-json");
  g_autoptr (JsonArray) items = NULL;

  remove_own_study (path);
  g_assert_cmpstr (bibtex->err, ==, "");
  g_assert_cmpuint (read_bibtex (bibtex->out), ==, 1);
  g_assert_nonnull (strstr (bibtex->out, "50\\% \\#1 a\\_b \\textbraceleft{} ER - Ø}}"));
  g_assert_cmpuint (read_ris (ris->out), ==, 1);
  g_assert_nonnull (strstr (ris->out, "a_b { ER - Ø\r\n"));
  items = read_csl (csl->out);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (items, 0), "title"), ==,
      HOSTILE);
}

static void
test_out (void)
{
  const char *const formats[] = {"bibtex", "ris", "csl-json"};
  g_autofree char *path = al_cli_file ("studies");

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autofree char *to_screen = g_strdup_printf ("cite shock --format %s", formats[i]);
    g_autofree char *to_file = g_strdup_printf ("%s --out @/studies", to_screen);
    g_autoptr (AlCliResult) screen = al_cli_succeed (to_screen);
    g_autoptr (AlCliResult) file = al_cli_succeed (to_file);
    g_autofree char *contents = NULL;

    g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    g_assert_cmpstr (file->out, ==, "");
    g_assert_cmpstr (contents, ==, screen->out);
  }
}

static void
test_refuses (void)
{
  al_cli_refuse ("cite iabp-shok-ii", 2,
                 "There is no study 'iabp-shok-ii'; did you mean 'iabp-shock-ii'?");
  al_cli_refuse ("cite shock aspirin", 2,
                 "There is no study 'aspirin'. 'afterload-cli evidence' lists the studies.");
  al_cli_refuse ("cite --format word", 2,
                 "--format is one of bibtex, ris, csl-json; 'word' is not.");
  al_cli_refuse ("cite shock --out @/no/folder/studies.bib", 1, "The citations cannot be written");
}

static void
add_tests (void)
{
  g_test_add_func ("/cite/all-studies", test_all_studies);
  g_test_add_func ("/cite/named-studies", test_named_studies);
  g_test_add_func ("/cite/one-study", test_one_study);
  g_test_add_func ("/cite/every-record-is-read-back", test_every_record_is_read_back);
  g_test_add_func ("/cite/hostile-title", test_hostile_title);
  g_test_add_func ("/cite/out", test_out);
  g_test_add_func ("/cite/refuses", test_refuses);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
