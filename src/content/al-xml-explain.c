/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-content-resources.h"
#include "al-xml-explain.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

/*
 * RELAX NG decides; this file says in plain words what it found.
 *
 * libxml2 reports that an element "failed to validate content", often several levels above the
 * mistake. So where a file does not validate, it is walked through beside the schema first: what
 * may stand in this element, what must? That finds misspelt, misplaced and missing elements and
 * attributes, which is nearly everything a person gets wrong. Only what remains is told in the
 * words of the validator.
 */

/* What the schema allows in one element. */
typedef struct {
  GPtrArray *elements;            /* (element-type xmlNode): <element> of the schema, once a name */
  GPtrArray *required_elements;   /* (element-type xmlNode) */
  GPtrArray *attributes;          /* (element-type xmlNode) */
  GPtrArray *required_attributes; /* (element-type xmlNode) */
  gboolean text;
} Model;

typedef struct {
  AlXml *xml;
  xmlNode *grammar;
} Walk;

static void
model_clear (Model *model)
{
  g_ptr_array_unref (model->elements);
  g_ptr_array_unref (model->required_elements);
  g_ptr_array_unref (model->attributes);
  g_ptr_array_unref (model->required_attributes);
}

static const xmlNode *
find_define (const xmlNode *grammar, const char *name)
{
  for (xmlNode *node = al_xml_child (grammar, "define"); node != NULL;
       node = al_xml_next (node, "define")) {
    g_autofree char *here = al_xml_attribute (node, "name");
    if (g_strcmp0 (here, name) == 0)
      return node;
  }
  return NULL;
}

static void collect_children (const Walk *walk, const xmlNode *pattern, gboolean required,
                              Model *model);

static void
collect_named (GPtrArray *all, GPtrArray *required_ones, xmlNode *node, gboolean required)
{
  g_ptr_array_add (all, node);
  if (required)
    g_ptr_array_add (required_ones, node);
}

static void
collect (const Walk *walk, xmlNode *node, gboolean required, Model *model)
{
  const char *name = (const char *) node->name;

  if (g_str_equal (name, "element")) {
    collect_named (model->elements, model->required_elements, node, required);
  } else if (g_str_equal (name, "attribute")) {
    collect_named (model->attributes, model->required_attributes, node, required);
  } else if (g_str_equal (name, "ref")) {
    g_autofree char *target = al_xml_attribute (node, "name");
    const xmlNode *define = find_define (walk->grammar, target);
    if (define != NULL)
      collect_children (walk, define, required, model);
  } else if (g_str_equal (name, "text") || g_str_equal (name, "data") ||
             g_str_equal (name, "value")) {
    model->text = TRUE;
  } else {
    gboolean optional = g_str_equal (name, "optional") || g_str_equal (name, "zeroOrMore") ||
                        g_str_equal (name, "choice");
    collect_children (walk, node, required && !optional, model);
  }
}

static void
collect_children (const Walk *walk, const xmlNode *pattern, gboolean required, Model *model)
{
  for (xmlNode *node = al_xml_child (pattern, NULL); node != NULL;
       node = al_xml_next (node, NULL)) {
    /* Annotations stand in a name space of their own. */
    if (node->ns == pattern->ns || node->ns == NULL ||
        g_str_equal ((const char *) node->ns->href, "http://relaxng.org/ns/structure/1.0"))
      collect (walk, node, required, model);
  }
}

static void
model_init (Model *model, const Walk *walk, const xmlNode *element)
{
  model->elements = g_ptr_array_new ();
  model->required_elements = g_ptr_array_new ();
  model->attributes = g_ptr_array_new ();
  model->required_attributes = g_ptr_array_new ();
  model->text = FALSE;
  collect_children (walk, element, TRUE, model);
}

static xmlNode *
find_named (GPtrArray *patterns, const char *name)
{
  for (guint i = 0; i < patterns->len; i++) {
    xmlNode *pattern = g_ptr_array_index (patterns, i);
    g_autofree char *here = al_xml_attribute (pattern, "name");
    if (g_strcmp0 (here, name) == 0)
      return pattern;
  }
  return NULL;
}

static char *
list_names (GPtrArray *patterns)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < patterns->len; i++) {
    g_autofree char *name = al_xml_attribute (g_ptr_array_index (patterns, i), "name");
    if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_ptr_array_add (names, g_steal_pointer (&name));
  }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
schema_error (const Walk *walk, const xmlNode *node, const char *sentence)
{
  al_xml_problem (walk->xml, AL_CONTENT_ERROR_SCHEMA, al_xml_line (node), "%s", sentence);
}

static void
explain_unknown (const Walk *walk, const xmlNode *node, const char *name, GPtrArray *known,
                 gboolean attribute)
{
  g_autofree char *names = list_names (known);
  g_autofree char *sentence = NULL;
  const char *where = (const char *) (attribute ? node->name : node->parent->name);

  if (attribute && known->len == 0)
    sentence =
        g_strdup_printf (_ ("'%s' has no attributes, so '%s' cannot stand there"), where, name);
  else if (attribute)
    sentence = g_strdup_printf (_ ("'%s' has no attribute '%s'; it has: %s"), where, name, names);
  else if (known->len == 0)
    sentence = g_strdup_printf (
        _ ("the element '%s' is not expected inside '%s', which holds no elements"), name, where);
  else
    sentence = g_strdup_printf (
        _ ("the element '%s' is not expected inside '%s'; allowed there: %s"), name, where, names);
  schema_error (walk, node, sentence);
}

/* The words of an attribute that is a choice of words; none when it is anything else. */
static GPtrArray *
allowed_words (const Walk *walk, const xmlNode *pattern)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const xmlNode *choice = al_xml_child (pattern, "choice");

  for (xmlNode *value = al_xml_child (choice != NULL ? choice : pattern, "value"); value != NULL;
       value = al_xml_next (value, "value"))
    g_ptr_array_add (words, al_xml_raw_text (value));
  return words;
}

static void
explain_words (const Walk *walk, const xmlNode *node, const char *name, GPtrArray *words)
{
  g_autofree char *value = al_xml_attribute (node, name);
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  if (g_ptr_array_find_with_equal_func (words, value, g_str_equal, NULL))
    return;
  g_ptr_array_add (words, NULL);
  list = g_strjoinv (", ", (char **) words->pdata);
  sentence = g_strdup_printf (_ ("the attribute '%s' of '%s' is '%s'; it may be: %s"), name,
                              node->name, value, list);
  schema_error (walk, node, sentence);
}

/* The <data> of an attribute, which may stand in a definition of its own. */
static const xmlNode *
find_data (const Walk *walk, const xmlNode *pattern)
{
  const xmlNode *ref = al_xml_child (pattern, "ref");
  g_autofree char *target = al_xml_attribute (ref, "name");

  if (target != NULL)
    pattern = find_define (walk->grammar, target);
  return al_xml_child (pattern, "data");
}

/* A regular expression for a <data>, the same that its type stands for. */
static char *
form_of (const xmlNode *data)
{
  const xmlNode *param = al_xml_child (data, "param");
  g_autofree char *type = al_xml_attribute (data, "type");

  if (param != NULL)
    return al_xml_raw_text (param);
  if (g_strcmp0 (type, "positiveInteger") == 0)
    return g_strdup ("0*[1-9][0-9]*");
  return NULL;
}

static void
explain_form (const Walk *walk, const xmlNode *node, const char *name, const xmlNode *pattern)
{
  g_autofree char *form = form_of (find_data (walk, pattern));
  g_autofree char *value = al_xml_attribute (node, name);
  g_autofree char *anchored = NULL;
  g_autofree char *sentence = NULL;

  if (form == NULL)
    return;
  anchored = g_strdup_printf ("^(%s)$", form);
  if (g_regex_match_simple (anchored, value, 0, 0))
    return;
  sentence = g_strdup_printf (_ ("the attribute '%s' of '%s' is '%s', which is not of the form %s"),
                              name, node->name, value, form);
  schema_error (walk, node, sentence);
}

static void
explain_value (const Walk *walk, const xmlNode *node, const char *name, const xmlNode *pattern)
{
  g_autoptr (GPtrArray) words = allowed_words (walk, pattern);

  if (words->len > 0)
    explain_words (walk, node, name, words);
  else
    explain_form (walk, node, name, pattern);
}

static void
explain_attributes (const Walk *walk, const xmlNode *node, const Model *model)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL;
       attribute = attribute->next) {
    const char *name = (const char *) attribute->name;
    const xmlNode *pattern = find_named (model->attributes, name);

    if (pattern == NULL)
      explain_unknown (walk, node, name, model->attributes, TRUE);
    else
      explain_value (walk, node, name, pattern);
  }
  for (guint i = 0; i < model->required_attributes->len; i++) {
    const xmlNode *pattern = g_ptr_array_index (model->required_attributes, i);
    g_autofree char *name = al_xml_attribute (pattern, "name");
    if (xmlHasProp (node, (const xmlChar *) name) == NULL) {
      g_autofree char *sentence =
          g_strdup_printf (_ ("'%s' needs the attribute '%s'"), node->name, name);
      schema_error (walk, node, sentence);
    }
  }
}

static gboolean
has_own_text (const xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE && !xmlIsBlankNode (child))
      return TRUE;
  }
  return FALSE;
}

static void
explain_missing (const Walk *walk, const xmlNode *node, const Model *model)
{
  for (guint i = 0; i < model->required_elements->len; i++) {
    const xmlNode *pattern = g_ptr_array_index (model->required_elements, i);
    g_autofree char *name = al_xml_attribute (pattern, "name");
    if (al_xml_child (node, name) == NULL) {
      g_autofree char *sentence =
          g_strdup_printf (_ ("'%s' needs an element '%s' in it"), node->name, name);
      schema_error (walk, node, sentence);
    }
  }
}

static void
explain_element (const Walk *walk, const xmlNode *node, const xmlNode *pattern)
{
  Model model;

  model_init (&model, walk, pattern);
  explain_attributes (walk, node, &model);
  explain_missing (walk, node, &model);
  if (!model.text && has_own_text (node)) {
    g_autofree char *sentence =
        g_strdup_printf (_ ("'%s' holds no text of its own, only elements"), node->name);
    schema_error (walk, node, sentence);
  }
  for (xmlNode *child = al_xml_child (node, NULL); child != NULL;
       child = al_xml_next (child, NULL)) {
    const xmlNode *inner = find_named (model.elements, (const char *) child->name);
    if (inner == NULL)
      explain_unknown (walk, child, (const char *) child->name, model.elements, FALSE);
    else
      explain_element (walk, child, inner);
  }
  model_clear (&model);
}

static void
explain_document (AlXml *xml, xmlDoc *schema)
{
  Walk walk = {.xml = xml, .grammar = xmlDocGetRootElement (schema)};
  const xmlNode *start = al_xml_child (walk.grammar, "start");
  Model model;

  model_init (&model, &walk, start);
  const xmlNode *pattern = find_named (model.elements, al_xml_get_kind (xml));
  if (pattern != NULL)
    explain_element (&walk, al_xml_get_root (xml), pattern);
  model_clear (&model);
}

/* What is left after the walk: an order, a number of elements, a type of data. */
static char *
validity_sentence (AlXmlErrorArgument error)
{
  const char *first = error->str1 != NULL ? error->str1 : "";
  const char *second = error->str2 != NULL ? error->str2 : "";

  switch (error->code) {
  case XML_RELAXNG_ERR_ELEMWRONG:
  case XML_RELAXNG_ERR_ELEMNAME:
  case XML_RELAXNG_ERR_EXTRACONTENT:
    return g_strdup_printf (_ ("the element '%s' is out of order or stands there too often"),
                            first);
  case XML_RELAXNG_ERR_TYPE:
  case XML_RELAXNG_ERR_TYPEVAL:
  case XML_RELAXNG_ERR_DATATYPE:
    return g_strdup_printf (_ ("the value '%s' is not of the right type (%s)"), second, first);
  default:
    return NULL;
  }
}

typedef struct {
  int line;
  char *sentence;
} Remainder;

static void
note_first (void *data, AlXmlErrorArgument error)
{
  Remainder *remainder = data;
  char *sentence;

  if (remainder->line == 0)
    remainder->line = error->line;
  if (remainder->sentence != NULL)
    return;
  sentence = validity_sentence (error);
  if (sentence != NULL) {
    remainder->line = error->line;
    remainder->sentence = sentence;
  }
}

static gboolean
validate (AlXml *xml, xmlRelaxNG *schema, Remainder *remainder)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  gboolean valid;

  xmlRelaxNGSetValidStructuredErrors (context, note_first, remainder);
  valid = xmlRelaxNGValidateDoc (context, al_xml_get_root (xml)->doc) == 0;
  xmlRelaxNGFreeValidCtxt (context);
  return valid;
}

static xmlDoc *
load_grammar (const char *file_name)
{
  g_autofree char *path = g_strconcat (AL_CONTENT_RESOURCE "/schema/", file_name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (al_content_resources_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const char *data;

  /* A schema is ours and trusted; one that cannot be read is a mistake of the program. */
  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &size);
  return xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET);
}

/* Puts what an included grammar defines in the place of the <include>: libxml2 would look for a
 * file. */
static void
resolve_include (xmlNode *include)
{
  g_autofree char *file_name = al_xml_attribute (include, "href");
  xmlDoc *included = load_grammar (file_name);
  xmlNode *root = xmlDocGetRootElement (included);

  for (xmlNode *define = al_xml_child (root, "define"); define != NULL;
       define = al_xml_next (define, "define"))
    xmlAddPrevSibling (include, xmlDocCopyNode (define, include->doc, 1));
  xmlUnlinkNode (include);
  xmlFreeNode (include);
  xmlFreeDoc (included);
}

static xmlDoc *
load_schema (const char *kind)
{
  g_autofree char *file_name = g_strconcat (kind, ".rng", NULL);
  xmlDoc *document = load_grammar (file_name);
  xmlNode *include = al_xml_child (xmlDocGetRootElement (document), "include");

  if (include != NULL)
    resolve_include (include);
  return document;
}

static xmlRelaxNG *
compile_schema (xmlDoc *document)
{
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewDocParserCtxt (document);
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);

  xmlRelaxNGFreeParserCtxt (parser);
  g_assert (schema != NULL);
  return schema;
}

/**
 * al_xml_explain:
 * @self: a file that was parsed
 * @kind: the kind of file, which names its schema
 *
 * Validates a file and notes in it, in plain sentences, what does not agree with the schema.
 */
void
al_xml_explain (AlXml *self, const char *kind)
{
  xmlDoc *document = load_schema (kind);
  xmlRelaxNG *schema = compile_schema (document);
  Remainder remainder = {0};

  if (!validate (self, schema, &remainder)) {
    explain_document (self, document);
    if (!al_xml_failed (self))
      al_xml_problem (self, AL_CONTENT_ERROR_SCHEMA, remainder.line, "%s",
                      remainder.sentence != NULL
                          ? remainder.sentence
                          : _ ("the elements here are not in the expected order or number"));
  }
  g_free (remainder.sentence);
  xmlRelaxNGFree (schema);
  xmlFreeDoc (document);
}
