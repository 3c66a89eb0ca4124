/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-study-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The citation of a study: from its parts to the sentence that people read. */

/* What a person writes who copies the sentence into the attribute. */
static const char *const more_than_a_name[] = {" and others", " et al", ",", ";"};

static const char *
read_name (AlEvidenceReader *reader, const xmlNode *node, const char *name)
{
  const char *value = al_evidence_reader_attribute (reader, node, name);

  if (*value == '\0')
    al_xml_error_at (reader->xml, node, _ ("the attribute '%s' of '%s' is empty"), name,
                     (const char *) node->name);
  return value;
}

static void
check_author (const char *author, AlXml *xml, const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (more_than_a_name); i++) {
    if (strstr (author, more_than_a_name[i]) == NULL)
      continue;
    al_xml_error_at (xml, node,
                     _ ("'%s' is not a family name alone; the program adds the other authors"),
                     author);
    return;
  }
}

/* Pages that run backwards are a slip; 1287-96 is short for 1287-1296, and letters are let be. */
static void
check_pages (const char *pages, AlXml *xml, const xmlNode *node)
{
  char *end = NULL;
  guint64 first = g_ascii_strtoull (pages, &end, 10);
  guint64 last = *end == '-' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;
  gboolean is_short = strlen (end) <= (gsize) (end - pages);

  if (last > 0 && last < first && !is_short)
    al_xml_error_at (xml, node, _ ("the pages %s run backwards"), pages);
}

/* The notation of volumes and pages is the same in every language: 2012;367(14):1287-1296. */
static void
append_source (GString *text, const AlCitation *citation, guint year)
{
  g_string_append_printf (text, "%s %u", citation->journal, year);
  if (citation->volume != NULL || citation->issue != NULL)
    g_string_append_c (text, ';');
  if (citation->volume != NULL)
    g_string_append (text, citation->volume);
  if (citation->issue != NULL)
    g_string_append_printf (text, "(%s)", citation->issue);
  if (citation->pages != NULL)
    g_string_append_printf (text, ":%s", citation->pages);
}

static char *
citation_text (const AlCitation *citation, guint year)
{
  GString *text = g_string_new (NULL);

  if (citation->has_others)
    g_string_append_printf (text, _ ("%s and others"), citation->author);
  else
    g_string_append (text, citation->author);
  g_string_append (text, ", ");
  append_source (text, citation, year);
  if (citation->further != NULL)
    g_string_append_printf (text, "; %s", g_dgettext (GETTEXT_PACKAGE, citation->further));
  return g_string_free (text, FALSE);
}

static const char *
read_further (AlEvidenceReader *reader, const xmlNode *node)
{
  g_autofree char *text = al_xml_raw_text (node);

  return *text != '\0' ? g_string_chunk_insert (reader->strings, text) : NULL;
}

/**
 * al_study_read_citation:
 * @self: a study whose year has been read
 * @reader: its reader
 * @node: its `citation` element
 *
 * Reads where a study was published. What is wrong with it is noted.
 */
void
al_study_read_citation (AlStudy *self, AlEvidenceReader *reader, const xmlNode *node)
{
  AlCitation *citation = &self->citation;
  const char *others = al_evidence_reader_attribute (reader, node, "others");
  g_autofree char *text = NULL;

  citation->author = read_name (reader, node, "author");
  citation->has_others = others == NULL;
  citation->journal = read_name (reader, node, "journal");
  citation->volume = al_evidence_reader_attribute (reader, node, "volume");
  citation->issue = al_evidence_reader_attribute (reader, node, "issue");
  citation->pages = al_evidence_reader_attribute (reader, node, "pages");
  citation->further = read_further (reader, node);
  check_author (citation->author, reader->xml, node);
  if (citation->pages != NULL)
    check_pages (citation->pages, reader->xml, node);
  text = citation_text (citation, self->year);
  self->citation_text = g_string_chunk_insert (reader->strings, text);
}
