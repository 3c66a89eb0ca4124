/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-citation.h"
#include "al-evidence.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Everything that a format could take for its own: quotes, braces, ends of lines, signs. */
#define HOSTILE_XML                                                                                \
  "&quot;Q&quot; {open \\ &amp; 50% #1 a_b $x ~ ^ ER - X&#x2028;new&#x85;line } Ø – 心"
#define HOSTILE "\"Q\" {open \\ & 50% #1 a_b $x ~ ^ ER - X\u2028new\xc2\x85line } Ø – 心"

/* An article with all that can be known, and one with as little as there may be. */
static AlEvidence *
load (void)
{
  const char *const text =
      "<evidence schema='1'>\n"
      "<study id='full' question='va-ecmo' design='rct' year='2012' checked='2026-01-31' "
      "doi='10.1000/a_b(1){c' "
      "pmid='123'><name>A</name><published-title>" HOSTILE_XML "</published-title>"
      "<citation author='De&#10;Ángel' journal='J &amp; K' volume='367' issue='14' "
      "pages='E87-E96'>one year: L {</citation><population>P</population>"
      "<outcome id='o' kind='primary' status='memory'><label>L</label><time>M</time>"
      "<note>N</note></outcome><limits>N</limits><takeaway>O</takeaway></study>\n"
      "<study id='bare' question='va-ecmo' design='rct' year='2013' "
      "checked='2026-01-31'><name>B</name>"
      "<citation author='B' others='no' journal='J'/><population>P</population>"
      "<outcome id='o' kind='primary' status='memory'><label>L</label><time>M</time>"
      "<note>N</note></outcome><limits>N</limits><takeaway>O</takeaway></study>\n"
      "</evidence>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  AlEvidence *evidence = al_evidence_new ();

  al_evidence_add (evidence, bytes, "mine.xml", problems);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  return evidence;
}

static char *
write_as (AlCitationFormat format)
{
  g_autoptr (AlEvidence) evidence = load ();

  return al_citation_write (al_evidence_get_studies (evidence), format);
}

static void
test_bibtex (void)
{
  g_autofree char *text = write_as (AL_CITATION_BIBTEX);

  g_assert_cmpstr (
      text, ==,
      "@article{full,\n"
      "  author = {{De Ángel} and others},\n"
      "  title = {{\"Q\" \\textbraceleft{}open \\textbackslash{} \\& 50\\% \\#1 a\\_b \\$x "
      "\\textasciitilde{} \\textasciicircum{} ER - X new line \\textbraceright{} Ø – 心}},\n"
      "  journal = {J \\& K},\n"
      "  year = {2012},\n"
      "  volume = {367},\n"
      "  number = {14},\n"
      "  pages = {E87--E96},\n"
      "  doi = {10.1000/a_b(1)%7Bc},\n"
      "  pmid = {123},\n"
      "  note = {one year: L \\textbraceleft{}}\n"
      "}\n"
      "\n"
      "@article{bare,\n"
      "  author = {B},\n"
      "  journal = {J},\n"
      "  year = {2013}\n"
      "}\n");
}

static void
test_ris (void)
{
  g_autofree char *text = write_as (AL_CITATION_RIS);

  g_assert_cmpstr (text, ==,
                   "TY  - JOUR\r\n"
                   "ID  - full\r\n"
                   "AU  - De Ángel,\r\n"
                   "AU  - et al.,\r\n"
                   "TI  - \"Q\" {open \\ & 50% #1 a_b $x ~ ^ ER - X new line } Ø – 心\r\n"
                   "T2  - J & K\r\n"
                   "JA  - J & K\r\n"
                   "PY  - 2012\r\n"
                   "VL  - 367\r\n"
                   "IS  - 14\r\n"
                   "SP  - E87\r\n"
                   "EP  - E96\r\n"
                   "DO  - 10.1000/a_b(1){c\r\n"
                   "AN  - 123\r\n"
                   "DB  - PubMed\r\n"
                   "N1  - one year: L {\r\n"
                   "ER  - \r\n"
                   "\r\n"
                   "TY  - JOUR\r\n"
                   "ID  - bare\r\n"
                   "AU  - B,\r\n"
                   "T2  - J\r\n"
                   "JA  - J\r\n"
                   "PY  - 2013\r\n"
                   "ER  - \r\n");
}

static void
assert_member (JsonObject *item, const char *key, const char *value)
{
  g_assert_true (json_object_has_member (item, key));
  g_assert_cmpstr (json_object_get_string_member (item, key), ==, value);
}

static gint64
year_of (JsonObject *item)
{
  JsonObject *issued = json_object_get_object_member (item, "issued");
  JsonArray *parts = json_object_get_array_member (issued, "date-parts");

  g_assert_cmpuint (json_array_get_length (parts), ==, 1);
  return json_array_get_int_element (json_array_get_array_element (parts, 0), 0);
}

static void
assert_full (JsonObject *item)
{
  JsonArray *authors = json_object_get_array_member (item, "author");

  assert_member (item, "id", "full");
  assert_member (item, "type", "article-journal");
  assert_member (item, "title", HOSTILE);
  assert_member (item, "container-title", "J & K");
  assert_member (item, "volume", "367");
  assert_member (item, "issue", "14");
  assert_member (item, "page", "E87-E96");
  assert_member (item, "DOI", "10.1000/a_b(1){c");
  assert_member (item, "PMID", "123");
  assert_member (item, "note", "one year: L {");
  g_assert_cmpint (year_of (item), ==, 2012);
  g_assert_cmpuint (json_array_get_length (authors), ==, 2);
  assert_member (json_array_get_object_element (authors, 0), "family", "De\nÁngel");
  assert_member (json_array_get_object_element (authors, 1), "literal", "others");
}

/* What is not known is left out: an empty text or a null would be taken for something known. */
static void
assert_bare (JsonObject *item)
{
  assert_member (item, "id", "bare");
  assert_member (item, "container-title", "J");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (item, "author")), ==, 1);
  g_assert_cmpint (year_of (item), ==, 2013);
  g_assert_cmpuint (json_object_get_size (item), ==, 5);
}

static void
test_csl_json (void)
{
  g_autofree char *text = write_as (AL_CITATION_CSL_JSON);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *items;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  items = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (items), ==, 2);
  assert_full (json_array_get_object_element (items, 0));
  assert_bare (json_array_get_object_element (items, 1));
}

static void
test_no_study (void)
{
  g_autoptr (GListStore) none = g_list_store_new (AL_TYPE_STUDY);
  g_autofree char *bibtex = al_citation_write (G_LIST_MODEL (none), AL_CITATION_BIBTEX);
  g_autofree char *ris = al_citation_write (G_LIST_MODEL (none), AL_CITATION_RIS);
  g_autofree char *csl = al_citation_write (G_LIST_MODEL (none), AL_CITATION_CSL_JSON);

  g_assert_cmpstr (bibtex, ==, "");
  g_assert_cmpstr (ris, ==, "");
  g_assert_cmpstr (csl, ==, "[]\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/citation/bibtex", test_bibtex);
  g_test_add_func ("/content/citation/ris", test_ris);
  g_test_add_func ("/content/citation/csl-json", test_csl_json);
  g_test_add_func ("/content/citation/no-study", test_no_study);
  return g_test_run ();
}
