/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const al_measure_words[] = {
    "risk-ratio", "odds-ratio", "hazard-ratio", "risk-difference", NULL,
};

const char *const al_certainty_words[] = {"confirmed", "reconstructed", "memory", NULL};

static const char *
keep (AlEvidenceReader *self, char *text)
{
  const char *kept = text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;

  g_free (text);
  return kept;
}

/**
 * al_evidence_reader_attribute:
 * @self: a reader
 * @node: an element
 * @name: the name of an attribute
 *
 * Returns: (transfer none) (nullable): its value, owned by the object that is read
 */
const char *
al_evidence_reader_attribute (AlEvidenceReader *self, const xmlNode *node, const char *name)
{
  return keep (self, al_xml_attribute (node, name));
}

/**
 * al_evidence_reader_text:
 * @self: a reader
 * @node: an element
 *
 * The text of an element in the language of the person; an empty one is noted as a mistake.
 *
 * Returns: (transfer none): the text, owned by the object that is read
 */
const char *
al_evidence_reader_text (AlEvidenceReader *self, const xmlNode *node)
{
  const char *text = keep (self, al_xml_text (node));

  if (*text == '\0')
    al_xml_error_at (self->xml, node, _ ("the element '%s' holds no text"),
                     (const char *) node->name);
  return text;
}

/**
 * al_evidence_reader_child_text:
 * @self: a reader
 * @node: an element
 * @name: the name of an element in it
 *
 * Returns: (transfer none) (nullable): its text in the language of the person, %NULL when missing
 */
const char *
al_evidence_reader_child_text (AlEvidenceReader *self, const xmlNode *node, const char *name)
{
  const xmlNode *child = al_xml_child (node, name);

  return child != NULL ? al_evidence_reader_text (self, child) : NULL;
}

/**
 * al_evidence_reader_child_name:
 * @self: a reader
 * @node: an element
 * @name: the name of an element in it
 *
 * As al_evidence_reader_child_text(), for what is the same in every language: names and titles.
 *
 * Returns: (transfer none) (nullable): its text, %NULL when missing
 */
const char *
al_evidence_reader_child_name (AlEvidenceReader *self, const xmlNode *node, const char *name)
{
  const xmlNode *child = al_xml_child (node, name);
  const char *text = child != NULL ? keep (self, al_xml_raw_text (child)) : NULL;

  if (text != NULL && *text == '\0')
    al_xml_error_at (self->xml, child, _ ("the element '%s' holds no text"), name);
  return text;
}

/**
 * al_evidence_reader_word:
 * @node: an element
 * @name: the name of an attribute whose values the schema lists
 * @words: (array zero-terminated=1): the same list
 *
 * Returns: the place of the value in the list
 */
guint
al_evidence_reader_word (const xmlNode *node, const char *name, const char *const *words)
{
  g_autofree char *value = al_xml_attribute (node, name);

  for (guint i = 0; words[i] != NULL; i++) {
    if (g_strcmp0 (value, words[i]) == 0)
      return i;
  }
  g_return_val_if_reached (0);
}

static guint
count_decimals (const char *text)
{
  const char *point = strchr (text, '.');

  return point != NULL ? (guint) strspn (point + 1, "0123456789") : 0;
}

/**
 * al_evidence_reader_decimal:
 * @self: a reader
 * @node: an element
 * @name: the name of an attribute
 * @value: (out): the number, untouched when there is none
 * @decimals: (out) (optional): with how many decimals it is written
 *
 * Reads a number as printed; anything else is noted as a mistake. A missing attribute is none.
 *
 * Returns: whether @value was set
 */
gboolean
al_evidence_reader_decimal (AlEvidenceReader *self, const xmlNode *node, const char *name,
                            double *value, guint *decimals)
{
  g_autofree char *text = al_xml_attribute (node, name);

  if (!al_xml_attribute_double (self->xml, node, name, value))
    return FALSE;
  if (decimals != NULL)
    *decimals = count_decimals (text);
  return TRUE;
}

static gboolean
looks_like (const char *text, const char *pattern)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

/**
 * al_evidence_reader_check_identifiers:
 * @self: a reader
 * @node: the element that has them
 * @doi: (nullable): a digital object identifier
 * @pmid: (nullable): a PubMed number
 *
 * Notes identifiers that cannot be ones.
 */
void
al_evidence_reader_check_identifiers (AlEvidenceReader *self, const xmlNode *node, const char *doi,
                                      const char *pmid)
{
  if (doi != NULL && !looks_like (doi, "^10\\.[0-9]{4,9}/[^\\s]+$"))
    al_xml_error_at (self->xml, node,
                     _ ("'%s' is not a DOI: it has the form 10.1056/NEJMoa1208410"), doi);
  if (pmid != NULL && !looks_like (pmid, "^[1-9][0-9]{0,7}$"))
    al_xml_error_at (self->xml, node, _ ("'%s' is not a PubMed number: it has one to eight digits"),
                     pmid);
}

/**
 * al_evidence_reader_place:
 * @self: a reader
 * @node: an element
 *
 * Returns: where it was read; the name is owned by the object that is read
 */
AlEvidencePlace
al_evidence_reader_place (AlEvidenceReader *self, const xmlNode *node)
{
  return (AlEvidencePlace){
      .file = g_string_chunk_insert_const (self->strings, al_xml_get_file_name (self->xml)),
      .line = al_xml_line (node),
  };
}

/**
 * al_evidence_problem:
 * @problems: (element-type utf8): receives `FILE:LINE: error: sentence`
 * @place: where
 * @format: a sentence for people, with printf() placeholders
 *
 * Notes what is wrong with something that was read earlier.
 */
void
al_evidence_problem (GPtrArray *problems, const AlEvidencePlace *place, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (problems,
                   g_strdup_printf ("%s:%d: error: %s", place->file, place->line, sentence));
}
