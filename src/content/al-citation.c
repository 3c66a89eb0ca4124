/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-citation.h"

#include "al-json.h"

#include <string.h>

/*
 * Only what the files say is written: the family name of the first author, and no title where none
 * is known. The words are those of the files in every locale, since programs read them.
 */

static gboolean
breaks_a_line (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* Neither BibTeX nor RIS can say a newline. */
static char *
one_line (const char *value)
{
  GString *line = g_string_new (NULL);

  for (const char *c = value; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);

    g_string_append_unichar (line, breaks_a_line (character) ? ' ' : character);
  }
  return g_string_free (line, FALSE);
}

/* BibTeX counts braces even after a backslash, so that a brace must be named to stand alone. */
static const char *
bibtex_name_of (char c)
{
  switch (c) {
  case '\\':
    return "\\textbackslash{}";
  case '{':
    return "\\textbraceleft{}";
  case '}':
    return "\\textbraceright{}";
  case '~':
    return "\\textasciitilde{}";
  case '^':
    return "\\textasciicircum{}";
  default:
    return NULL;
  }
}

static char *
bibtex_text (const char *value)
{
  g_autofree char *line = one_line (value);
  GString *text = g_string_new (NULL);

  for (const char *c = line; *c != '\0'; c++) {
    const char *name = bibtex_name_of (*c);

    if (name != NULL)
      g_string_append (text, name);
    else if (strchr ("&%$#_", *c) != NULL)
      g_string_append_printf (text, "\\%c", *c);
    else
      g_string_append_c (text, *c);
  }
  return g_string_free (text, FALSE);
}

/* A DOI becomes an address and is taken letter by letter; what would end the field is written as
 * in an address. */
static char *
bibtex_doi (const char *doi)
{
  GString *text = g_string_new (doi);

  g_string_replace (text, "\\", "%5C", 0);
  g_string_replace (text, "{", "%7B", 0);
  g_string_replace (text, "}", "%7D", 0);
  return g_string_free (text, FALSE);
}

static void
append_bibtex_raw (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, ",\n  %s = {%s}", name, value);
}

static void
append_bibtex (GString *text, const char *name, const char *value)
{
  g_autofree char *escaped = value != NULL ? bibtex_text (value) : NULL;

  if (escaped != NULL)
    append_bibtex_raw (text, name, escaped);
}

/* Without braces the first word of a family name of several would be taken for a first name. */
static void
append_bibtex_authors (GString *text, const AlCitation *citation)
{
  g_autofree char *author = bibtex_text (citation->author);
  gboolean several_words = strchr (author, ' ') != NULL;

  g_string_append_printf (text, several_words ? ",\n  author = {{%s}%s}" : ",\n  author = {%s%s}",
                          author, citation->has_others ? " and others" : "");
}

/* Further braces keep the capitals of a title in every style. */
static void
append_bibtex_title (GString *text, const char *title)
{
  g_autofree char *escaped = bibtex_text (title);

  g_string_append_printf (text, ",\n  title = {{%s}}", escaped);
}

static void
append_bibtex_pages (GString *text, const char *pages)
{
  g_auto (GStrv) ends = g_strsplit (pages, "-", 2);
  g_autofree char *range = g_strjoinv ("--", ends);

  append_bibtex (text, "pages", range);
}

static void
append_bibtex_study (GString *text, AlStudy *study)
{
  const AlCitation *citation = al_study_get_citation_parts (study);
  g_autofree char *year = g_strdup_printf ("%u", al_study_get_year (study));
  g_autofree char *doi = NULL;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "@article{%s", al_study_get_id (study));
  append_bibtex_authors (text, citation);
  if (al_study_get_title (study) != NULL)
    append_bibtex_title (text, al_study_get_title (study));
  append_bibtex (text, "journal", citation->journal);
  append_bibtex (text, "year", year);
  append_bibtex (text, "volume", citation->volume);
  append_bibtex (text, "number", citation->issue);
  if (citation->pages != NULL)
    append_bibtex_pages (text, citation->pages);
  if (al_study_get_doi (study) != NULL) {
    doi = bibtex_doi (al_study_get_doi (study));
    append_bibtex_raw (text, "doi", doi);
  }
  append_bibtex (text, "pmid", al_study_get_pmid (study));
  append_bibtex (text, "note", citation->further);
  g_string_append (text, "\n}\n");
}

static void
append_ris (GString *text, const char *tag, const char *value)
{
  g_autofree char *line = value != NULL ? one_line (value) : NULL;

  if (line != NULL)
    g_string_append_printf (text, "%s  - %s\r\n", tag, line);
}

/* A comma at the end keeps a name of several words together. "et al.," stands for authors who are
 * not named: see "Author and Editor Names" in the manual of EndNote. */
static void
append_ris_authors (GString *text, const AlCitation *citation)
{
  g_autofree char *author = g_strconcat (citation->author, ",", NULL);

  append_ris (text, "AU", author);
  if (citation->has_others)
    append_ris (text, "AU", "et al.,");
}

static void
append_ris_pages (GString *text, const char *pages)
{
  g_auto (GStrv) ends = g_strsplit (pages, "-", 2);

  append_ris (text, "SP", ends[0]);
  append_ris (text, "EP", ends[1]);
}

static void
append_ris_study (GString *text, AlStudy *study)
{
  const AlCitation *citation = al_study_get_citation_parts (study);
  g_autofree char *year = g_strdup_printf ("%u", al_study_get_year (study));

  if (text->len > 0)
    g_string_append (text, "\r\n");
  append_ris (text, "TY", "JOUR");
  append_ris (text, "ID", al_study_get_id (study));
  append_ris_authors (text, citation);
  append_ris (text, "TI", al_study_get_title (study));
  append_ris (text, "T2", citation->journal);
  append_ris (text, "JA", citation->journal);
  append_ris (text, "PY", year);
  append_ris (text, "VL", citation->volume);
  append_ris (text, "IS", citation->issue);
  if (citation->pages != NULL)
    append_ris_pages (text, citation->pages);
  append_ris (text, "DO", al_study_get_doi (study));
  if (al_study_get_pmid (study) != NULL) {
    append_ris (text, "AN", al_study_get_pmid (study));
    append_ris (text, "DB", "PubMed");
  }
  append_ris (text, "N1", citation->further);
  append_ris (text, "ER", "");
}

static void
add_csl_string (AlJson *json, const char *key, const char *value)
{
  if (value != NULL)
    al_json_string (json, key, value);
}

/* "others" as the last name is printed as "et al." by Pandoc, which takes it over from BibTeX. */
static void
add_csl_authors (AlJson *json, const AlCitation *citation)
{
  al_json_begin_array (json, "author");
  al_json_begin_object (json, NULL);
  al_json_string (json, "family", citation->author);
  al_json_end_object (json);
  if (citation->has_others) {
    al_json_begin_object (json, NULL);
    al_json_string (json, "literal", "others");
    al_json_end_object (json);
  }
  al_json_end_array (json);
}

static void
add_csl_year (AlJson *json, guint year)
{
  al_json_begin_object (json, "issued");
  al_json_begin_array (json, "date-parts");
  al_json_begin_array (json, NULL);
  al_json_integer (json, NULL, year);
  al_json_end_array (json);
  al_json_end_array (json);
  al_json_end_object (json);
}

static void
add_csl_study (AlJson *json, AlStudy *study)
{
  const AlCitation *citation = al_study_get_citation_parts (study);

  al_json_begin_object (json, NULL);
  al_json_string (json, "id", al_study_get_id (study));
  al_json_string (json, "type", "article-journal");
  add_csl_authors (json, citation);
  add_csl_string (json, "title", al_study_get_title (study));
  al_json_string (json, "container-title", citation->journal);
  add_csl_year (json, al_study_get_year (study));
  add_csl_string (json, "volume", citation->volume);
  add_csl_string (json, "issue", citation->issue);
  add_csl_string (json, "page", citation->pages);
  add_csl_string (json, "DOI", al_study_get_doi (study));
  add_csl_string (json, "PMID", al_study_get_pmid (study));
  add_csl_string (json, "note", citation->further);
  al_json_end_object (json);
}

static char *
write_csl_json (GListModel *studies)
{
  g_autoptr (AlJson) json = al_json_new ();

  al_json_begin_array (json, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);

    add_csl_study (json, study);
  }
  al_json_end_array (json);
  return g_strconcat (al_json_get_text (json), "\n", NULL);
}

static char *
write_records (GListModel *studies, void (*append) (GString *text, AlStudy *study))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);

    append (text, study);
  }
  return g_string_free (text, FALSE);
}

/**
 * al_citation_write:
 * @studies: (element-type AlStudy): the studies, in the order in which they are written
 * @format: for which sort of program
 *
 * Writes the citations of studies for programs that keep literature. A record is an article of a
 * journal; its key is the id of the study. What is not known is left out. The same studies give the
 * same bytes in every locale.
 *
 * The formats: the manual of BibTeX by O. Patashnik (1988); the RIS format of Reference Manager;
 * the schema of CSL data, version 1.0.
 *
 * Returns: (transfer full): the text in UTF-8; lines of RIS end with CR and LF
 */
char *
al_citation_write (GListModel *studies, AlCitationFormat format)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (studies), NULL);

  if (format == AL_CITATION_CSL_JSON)
    return write_csl_json (studies);
  return write_records (studies,
                        format == AL_CITATION_RIS ? append_ris_study : append_bibtex_study);
}
