/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-xml-explain.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

/* What libxml2 says about text that is not XML, in words for people who write a case, not a parser.
 */

static const char *
plain_sentence (int code)
{
  switch (code) {
  case XML_ERR_DOCUMENT_EMPTY:
    return _ ("there is no element in it");
  case XML_ERR_DOCUMENT_END:
    return _ ("something follows after the end of the outermost element");
  case XML_ERR_ATTRIBUTE_NOT_STARTED:
  case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    return _ ("the value of an attribute must stand in quotation marks, after an equals sign");
  case XML_ERR_ATTRIBUTE_NOT_FINISHED:
  case XML_ERR_LT_IN_ATTRIBUTE:
    return _ ("the quotation marks of an attribute are not closed");
  case XML_ERR_NAME_REQUIRED:
    return _ ("a '<' or '&' that is meant as such is written &lt; or &amp;");
  case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    return _ ("an '&' that is meant as such is written &amp;");
  case XML_ERR_INVALID_CHAR:
    return _ ("there is a character that no text may hold");
  case XML_ERR_GT_REQUIRED:
    return _ ("a tag is not closed by '>'");
  default:
    return NULL;
  }
}

static char *
sentence_with_names (const xmlError *error)
{
  const char *name = error->str1 != NULL ? error->str1 : "";
  const char *other = error->str2 != NULL ? error->str2 : "";

  switch (error->code) {
  case XML_ERR_TAG_NAME_MISMATCH:
    return g_strdup_printf (_ ("the element '%s' of line %d is closed by '</%s>'"), name,
                            error->int1, other);
  case XML_ERR_TAG_NOT_FINISHED:
    return g_strdup_printf (_ ("the element '%s' of line %d is never closed"), name, error->int1);
  case XML_ERR_ATTRIBUTE_REDEFINED:
    return g_strdup_printf (_ ("the attribute '%s' stands there twice"), name);
  case XML_ERR_UNDECLARED_ENTITY:
    return g_strdup_printf (
        _ ("'&%s;' has no meaning here; an '&' that is meant as such is written &amp;"), name);
  default:
    return NULL;
  }
}

/* The first line of a message: some go on with the bytes that were found. */
static char *
first_line (const char *message)
{
  char *line = g_strndup (message, strcspn (message, "\n"));

  return g_strstrip (line);
}

/**
 * al_xml_syntax_sentence:
 * @error: (nullable): what the parser said last
 *
 * Returns: (transfer full): the same as a sentence for people
 */
char *
al_xml_syntax_sentence (const xmlError *error)
{
  const char *plain;
  char *named;

  if (error == NULL)
    return g_strdup (plain_sentence (XML_ERR_DOCUMENT_EMPTY));
  plain = plain_sentence (error->code);
  if (plain != NULL)
    return g_strdup (plain);
  named = sentence_with_names (error);
  return named != NULL ? named : first_line (error->message != NULL ? error->message : "");
}
