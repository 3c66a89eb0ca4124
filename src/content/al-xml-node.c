/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-xml.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Small steps through the elements of a file, for the readers. */

/**
 * al_xml_is:
 * @node: (nullable): a node
 * @name: a name
 *
 * Returns: whether it is an element of that name
 */
gboolean
al_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         g_str_equal ((const char *) node->name, name);
}

static xmlNode *
first_of (xmlNode *node, const char *name)
{
  for (; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE && (name == NULL || al_xml_is (node, name)))
      return node;
  }
  return NULL;
}

/**
 * al_xml_child:
 * @node: (nullable): an element
 * @name: (nullable): a name, or %NULL for any
 *
 * Returns: (transfer none) (nullable): the first element in it of that name
 */
xmlNode *
al_xml_child (const xmlNode *node, const char *name)
{
  return node != NULL ? first_of (node->children, name) : NULL;
}

/**
 * al_xml_next:
 * @node: an element
 * @name: (nullable): a name, or %NULL for any
 *
 * Returns: (transfer none) (nullable): the next element beside it of that name
 */
xmlNode *
al_xml_next (const xmlNode *node, const char *name)
{
  return first_of (node->next, name);
}

/**
 * al_xml_count:
 * @node: an element
 * @name: (nullable): a name, or %NULL for any
 *
 * Returns: how many elements of that name stand in it
 */
guint
al_xml_count (const xmlNode *node, const char *name)
{
  guint count = 0;

  for (xmlNode *child = al_xml_child (node, name); child != NULL; child = al_xml_next (child, name))
    count++;
  return count;
}

/**
 * al_xml_line:
 * @node: (nullable): an element
 *
 * Returns: the line on which it begins, from 1
 */
int
al_xml_line (const xmlNode *node)
{
  return node != NULL ? (int) CLAMP (xmlGetLineNo (node), 1, G_MAXINT) : 1;
}

static char *
collapse (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *collapsed = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0')
      continue;
    if (collapsed->len > 0)
      g_string_append_c (collapsed, ' ');
    g_string_append (collapsed, words[i]);
  }
  return g_string_free (collapsed, FALSE);
}

/**
 * al_xml_raw_text:
 * @node: an element
 *
 * The text of an element with white space collapsed, as it stands in the file.
 *
 * Returns: (transfer full): the text, possibly empty
 */
char *
al_xml_raw_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *text = collapse (content != NULL ? (const char *) content : "");

  xmlFree (content);
  return text;
}

/**
 * al_xml_text:
 * @node: an element
 *
 * The text of an element with white space collapsed, in the language of the person.
 *
 * Returns: (transfer full): the text, possibly empty
 */
char *
al_xml_text (const xmlNode *node)
{
  g_autofree char *raw = al_xml_raw_text (node);

  /* The translation of the empty text is the header of the catalogue. */
  return g_strdup (*raw == '\0' ? raw : g_dgettext (GETTEXT_PACKAGE, raw));
}

/**
 * al_xml_child_text:
 * @node: an element
 * @name: the name of an element in it
 *
 * Returns: (transfer full) (nullable): its text in the language of the person, %NULL when missing
 */
char *
al_xml_child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = al_xml_child (node, name);

  return child != NULL ? al_xml_text (child) : NULL;
}

/**
 * al_xml_child_texts:
 * @node: an element
 * @name: the name of elements in it
 *
 * Returns: (transfer full): the texts of all of them, in order, in the language of the person
 */
char **
al_xml_child_texts (const xmlNode *node, const char *name)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (xmlNode *child = al_xml_child (node, name); child != NULL; child = al_xml_next (child, name))
    g_ptr_array_add (texts, al_xml_text (child));
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

/**
 * al_xml_attribute:
 * @node: (nullable): an element
 * @name: the name of an attribute
 *
 * Returns: (transfer full) (nullable): its value without white space around, %NULL when missing
 */
char *
al_xml_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = node != NULL ? xmlGetNoNsProp (node, (const xmlChar *) name) : NULL;
  char *text = value != NULL ? g_strstrip (g_strdup ((const char *) value)) : NULL;

  xmlFree (value);
  return text;
}

/**
 * al_xml_attribute_double:
 * @self: a file
 * @node: an element
 * @name: the name of an attribute
 * @value: (out): the number, untouched when there is none
 *
 * Reads a number with a decimal point; anything else is noted as a mistake. A missing attribute is
 * none.
 *
 * Returns: whether @value was set
 */
gboolean
al_xml_attribute_double (AlXml *self, const xmlNode *node, const char *name, double *value)
{
  g_autofree char *text = al_xml_attribute (node, name);
  char *end = NULL;
  double number;

  if (text == NULL)
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (number)) {
    al_xml_error_at (self, node,
                     _ ("'%s' is not a number (attribute '%s'; write it with a decimal point)"),
                     text, name);
    return FALSE;
  }
  *value = number;
  return TRUE;
}

/**
 * al_xml_attribute_uint:
 * @self: a file
 * @node: an element
 * @name: the name of an attribute
 * @value: (out): the number, untouched when there is none
 *
 * Reads a whole number from 0; anything else is noted as a mistake. A missing attribute is none.
 *
 * Returns: whether @value was set
 */
gboolean
al_xml_attribute_uint (AlXml *self, const xmlNode *node, const char *name, guint *value)
{
  g_autofree char *text = al_xml_attribute (node, name);
  guint64 number = 0;

  if (text == NULL)
    return FALSE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL)) {
    al_xml_error_at (self, node, _ ("'%s' is not a whole number (attribute '%s')"), text, name);
    return FALSE;
  }
  *value = (guint) number;
  return TRUE;
}
