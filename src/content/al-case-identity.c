/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-private.h"

#include <glib/gi18n-lib.h>

/* What tells who a person is, as it slips in from a letter or a chart: a full date, a number of
 * seven figures or more that is not that of a publication, an address, and the words for these. */
static const char identifying[] = "(?<![\\w.-])[0-3]?\\d[./-][01]?\\d[./-](?:19|20)\\d{2}(?![\\w-])"
                                  "|(?<![\\w.-])(?:19|20)\\d{2}-[01]\\d-[0-3]\\d(?![\\w-])"
                                  "|(?<!PMID )(?<!PMID: )(?<![\\w.,-])\\d{7,}(?![\\w.,-]*\\d)"
                                  "|[\\w.+-]+@[\\w-]+\\.\\w+"
                                  "|\\b(?:MRN|DOB|NHS number|born on|(?:date of|day of) birth|"
                                  "(?:hospital|insurance|social security|telephone) number)\\b";

typedef struct {
  const char *file_name;
  GPtrArray *messages;
  GRegex *regex;
} Search;

static void
check_text (Search *search, const xmlNode *element)
{
  g_autofree char *text = al_xml_raw_text (element);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;
  g_autofree char *sentence = NULL;

  if (!g_regex_match (search->regex, text, G_REGEX_MATCH_DEFAULT, &match))
    return;
  found = g_match_info_fetch (match, 0);
  sentence = g_strdup_printf (_ ("'%s' looks like what tells who a real person is; cases are "
                                 "invented, so take it out"),
                              found);
  g_ptr_array_add (search->messages, g_strdup_printf ("%s:%d: error: %s", search->file_name,
                                                      al_xml_line (element), sentence));
}

/* Elements with text have no others in them. */
static void
check_element (Search *search, const xmlNode *element)
{
  const xmlNode *child = al_xml_child (element, NULL);

  /* Who wrote the case may say where to be reached. */
  if (al_xml_is (element, "author"))
    return;
  if (child == NULL)
    check_text (search, element);
  for (; child != NULL; child = al_xml_next (child, NULL))
    check_element (search, child);
}

/**
 * al_case_check_identity:
 * @xml: the file of a case
 * @messages: (element-type utf8): takes a message for each mistake
 *
 * Looks for what could tell who a real patient is. It may be wrong, so it belongs to the check of a
 * file and not to its reading.
 */
void
al_case_check_identity (const AlXml *xml, GPtrArray *messages)
{
  Search search = {.file_name = al_xml_get_file_name (xml), .messages = messages};

  search.regex =
      g_regex_new (identifying, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);
  check_element (&search, al_xml_get_root (xml));
  g_regex_unref (search.regex);
}
