/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-xml-explain.h"
#include "al-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/SAX2.h>

/*
 * The one place that parses. Files come from strangers: nothing is fetched, no document type is
 * read (so there are no entities to expand), and size and depth are limited while parsing, not
 * after.
 */

/* Nobody reads more, and a hostile file could ask for millions. */
#define MAX_MESSAGES 50

/* More attributes than any element has, few enough to be compared with one another. */
#define MAX_EQUALS 2000

struct _AlXml {
  char *file_name;
  xmlDoc *document;
  GPtrArray *messages;
  AlContentError code; /* of the first message */
  startElementNsSAX2Func start_element;
  endElementNsSAX2Func end_element;
  gboolean trusted; /* agreed with its schema when the program was built */
  guint depth;      /* counted here: the parser's own count is not for others to read */
};

G_DEFINE_QUARK (al - content - error - quark, al_content_error)

static void
add_message (AlXml *self, AlContentError code, int line, const char *sentence)
{
  if (self->messages->len == 0)
    self->code = code;
  if (self->messages->len >= MAX_MESSAGES)
    return;
  g_ptr_array_add (self->messages,
                   g_strdup_printf ("%s:%d: error: %s", self->file_name, MAX (line, 1), sentence));
}

/**
 * al_xml_problem:
 * @self: a file
 * @code: the kind of problem
 * @line: where, counted from 1
 * @format: a sentence for people, with printf() placeholders
 *
 * Notes that the file cannot be used, and why.
 */
void
al_xml_problem (AlXml *self, AlContentError code, int line, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_message (self, code, line, sentence);
}

/**
 * al_xml_error_at:
 * @self: a file
 * @node: the element that is to blame
 * @format: a sentence for people, with printf() placeholders
 *
 * Notes that an element cannot be meant as it stands.
 */
void
al_xml_error_at (AlXml *self, const xmlNode *node, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_message (self, AL_CONTENT_ERROR_MEANING, al_xml_line (node), sentence);
}

static void
refuse_document_type (void *context, const xmlChar *name, const xmlChar *external_id,
                      const xmlChar *system_id)
{
  xmlParserCtxt *parser = context;

  al_xml_problem (parser->_private, AL_CONTENT_ERROR_MALFORMED, xmlSAX2GetLineNumber (parser),
                  _ ("a document type (<!DOCTYPE ...>) is not allowed in a content file"));
  xmlStopParser (parser);
}

static void
start_element (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
               int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
               const xmlChar **attributes)
{
  xmlParserCtxt *parser = context;
  AlXml *self = parser->_private;

  if (self->depth++ >= AL_XML_MAX_DEPTH) {
    al_xml_problem (self, AL_CONTENT_ERROR_MALFORMED, xmlSAX2GetLineNumber (parser),
                    _ ("elements are nested more than %d deep"), AL_XML_MAX_DEPTH);
    xmlStopParser (parser);
    return;
  }
  self->start_element (context, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                       n_defaulted, attributes);
}

static void
end_element (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlParserCtxt *parser = context;
  AlXml *self = parser->_private;

  self->depth--;
  self->end_element (context, name, prefix, uri);
}

/* The first error is the mistake; those after it are mostly its consequences. */
static void
note_parser_error (void *context, AlXmlErrorArgument error)
{
  xmlParserCtxt *parser = context;
  AlXml *self = parser->_private;
  g_autofree char *sentence = NULL;

  if (error->level != XML_ERR_FATAL || al_xml_failed (self))
    return;
  sentence = al_xml_syntax_sentence (error);
  al_xml_problem (self, AL_CONTENT_ERROR_MALFORMED, error->line,
                  _ ("this is not well-formed XML: %s"), sentence);
}

static int
line_at (const char *data, const char *position)
{
  int line = 1;

  for (const char *c = data; c < position; c++)
    line += *c == '\n' ? 1 : 0;
  return line;
}

/* One encoding for all, so that what is checked here is what the parser reads. */
static gboolean
check_encoding (AlXml *self, const char *data, gsize size)
{
  const char *end = data;

  if (g_utf8_validate_len (data, size, &end))
    return TRUE;
  al_xml_problem (self, AL_CONTENT_ERROR_MALFORMED, line_at (data, end),
                  _ ("the text is not in UTF-8: save it in that encoding"));
  return FALSE;
}

/*
 * The parser compares every attribute of an element with every other one, so a few hundred thousand
 * of them would keep it busy for minutes before anybody could object. A '<' cannot stand inside a
 * tag, so equals signs between two of them count its attributes from above.
 */
static gboolean
check_attributes (AlXml *self, const char *data, gsize size)
{
  guint n_equals = 0;

  for (gsize i = 0; i < size; i++) {
    if (data[i] == '<')
      n_equals = 0;
    if (data[i] == '=' && ++n_equals > MAX_EQUALS) {
      al_xml_problem (self, AL_CONTENT_ERROR_MALFORMED, line_at (data, data + i),
                      _ ("more than %d '=' signs stand between two tags: no element has so many "
                         "attributes"),
                      MAX_EQUALS);
      return FALSE;
    }
  }
  return TRUE;
}

static void
parse (AlXml *self, const char *data, gsize size)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA;

  parser->_private = self;
  parser->sax->serror = note_parser_error;
  parser->sax->internalSubset = refuse_document_type;
  self->start_element = parser->sax->startElementNs;
  parser->sax->startElementNs = start_element;
  self->end_element = parser->sax->endElementNs;
  parser->sax->endElementNs = end_element;
  self->document = xmlCtxtReadMemory (parser, data, (int) size, NULL, "UTF-8", options);
  if (self->document == NULL && !al_xml_failed (self))
    al_xml_problem (self, AL_CONTENT_ERROR_MALFORMED, 1, _ ("this cannot be read as XML"));
  xmlFreeParserCtxt (parser);
}

static void
check_and_parse (AlXml *self, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  /* An empty file has no data, not even an empty text. */
  if (data == NULL)
    data = "";
  if (check_encoding (self, data, size) && check_attributes (self, data, size))
    parse (self, data, size);
}

static AlXml *
new_empty (const char *file_name)
{
  AlXml *self = g_new0 (AlXml, 1);

  self->file_name = g_strdup (file_name);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * al_xml_new:
 * @bytes: what the file holds
 * @file_name: what to call the file in messages
 *
 * Parses a file. The result may be one with problems: ask al_xml_failed().
 *
 * Returns: (transfer full): the file
 */
AlXml *
al_xml_new (GBytes *bytes, const char *file_name)
{
  static gsize ready = 0;
  AlXml *self = new_empty (file_name);

  if (g_once_init_enter (&ready)) {
    xmlInitParser ();
    g_once_init_leave (&ready, 1);
  }
  if (g_bytes_get_size (bytes) > AL_XML_MAX_BYTES)
    al_xml_problem (self, AL_CONTENT_ERROR_TOO_LARGE, 1,
                    _ ("the file is larger than %d MiB, which is the limit"),
                    AL_XML_MAX_BYTES / (1024 * 1024));
  else
    check_and_parse (self, bytes);
  return self;
}

static GBytes *
read_limited (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);

  if (stream == NULL)
    return NULL;
  /* One byte beyond the limit is enough to know; a device or a pipe cannot fill the memory. */
  g_autofree char *buffer = g_malloc (AL_XML_MAX_BYTES + 1);
  gsize size = 0;
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, AL_XML_MAX_BYTES + 1, &size, NULL,
                                error))
    return NULL;
  return g_bytes_new (buffer, size);
}

/**
 * al_xml_new_from_file:
 * @file: where it stands
 * @file_name: what to call it in messages
 *
 * Reads and parses a file. The result may be one with problems: ask al_xml_failed().
 *
 * Returns: (transfer full): the file
 */
AlXml *
al_xml_new_from_file (GFile *file, const char *file_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_limited (file, &error);
  AlXml *self;

  if (bytes != NULL)
    return al_xml_new (bytes, file_name);
  self = new_empty (file_name);
  al_xml_problem (self, AL_CONTENT_ERROR_NOT_FOUND, 1, _ ("the file cannot be read: %s"),
                  error->message);
  return self;
}

/**
 * al_xml_free:
 * @self: (transfer full): a file
 *
 * Frees a file and all its elements.
 */
void
al_xml_free (AlXml *self)
{
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_ptr_array_unref (self->messages);
  g_free (self->file_name);
  g_free (self);
}

/* The version is judged before the schema: a newer file may hold anything. */
static gboolean
check_version (AlXml *self, const char *kind)
{
  const xmlNode *root = al_xml_get_root (self);
  g_autofree char *text = al_xml_attribute (root, "schema");
  guint64 version = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &version, NULL))
    return TRUE;
  if (version <= AL_XML_SCHEMA_VERSION)
    return TRUE;
  al_xml_problem (self, AL_CONTENT_ERROR_VERSION, al_xml_line (root),
                  /* Translators: the first placeholder is a kind of file, such as "case" */
                  _ ("this %s is written in version %u of the format, and this program reads "
                     "version %u: it needs a newer Afterload"),
                  kind, (guint) version, AL_XML_SCHEMA_VERSION);
  return FALSE;
}

/**
 * al_xml_trust:
 * @self: a file that is part of the program
 *
 * Spares the file its schema, which it was held against when the program was built: a program that
 * opens need not do that again.
 */
void
al_xml_trust (AlXml *self)
{
  self->trusted = TRUE;
}

/**
 * al_xml_check_schema:
 * @self: a file
 * @kind: the name of its root element and of the schema: `patient`, `preset`, `case`, `evidence`
 *
 * Checks the version and then every element and attribute against the RELAX NG schema of our own
 * resource. Mistakes are noted in @self.
 *
 * Returns: whether nothing is wrong so far
 */
gboolean
al_xml_check_schema (AlXml *self, const char *kind)
{
  if (al_xml_failed (self))
    return FALSE;
  if (!al_xml_is (al_xml_get_root (self), kind)) {
    al_xml_problem (self, AL_CONTENT_ERROR_SCHEMA, al_xml_line (al_xml_get_root (self)),
                    _ ("the outermost element is '%s', but '%s' is expected"),
                    al_xml_get_kind (self), kind);
    return FALSE;
  }
  if (!check_version (self, kind))
    return FALSE;
  if (!self->trusted)
    al_xml_explain (self, kind);
  return !al_xml_failed (self);
}

static void
check_empty (AlXml *self, const xmlNode *node)
{
  const xmlNode *child = al_xml_child (node, NULL);
  g_autofree char *text = NULL;

  for (; child != NULL; child = al_xml_next (child, NULL))
    check_empty (self, child);
  if (al_xml_child (node, NULL) != NULL || node->properties != NULL ||
      al_xml_is (node, "educational-only"))
    return;
  text = al_xml_raw_text (node);
  if (*text == '\0')
    al_xml_error_at (self, node, _ ("'%s' is empty: write something into it or leave it out"),
                     node->name);
}

/**
 * al_xml_check_empty:
 * @self: a file that agrees with its schema
 *
 * Notes every element that should say something and says nothing: a *because* without a reason.
 */
void
al_xml_check_empty (AlXml *self)
{
  check_empty (self, al_xml_get_root (self));
}

/**
 * al_xml_failed:
 * @self: a file
 *
 * Returns: whether anything is wrong with it so far
 */
gboolean
al_xml_failed (const AlXml *self)
{
  return self->messages->len > 0;
}

/**
 * al_xml_finish:
 * @self: a file
 * @error: (out) (optional): the first thing that is wrong, in the domain %AL_CONTENT_ERROR
 *
 * Ends the reading of a file.
 *
 * Returns: whether it can be used
 */
gboolean
al_xml_finish (const AlXml *self, GError **error)
{
  if (!al_xml_failed (self))
    return TRUE;
  g_set_error_literal (error, AL_CONTENT_ERROR, (int) self->code,
                       g_ptr_array_index (self->messages, 0));
  return FALSE;
}

/**
 * al_xml_get_file_name:
 * @self: a file
 *
 * Returns: (transfer none): what it is called in messages
 */
const char *
al_xml_get_file_name (const AlXml *self)
{
  return self->file_name;
}

/**
 * al_xml_get_root:
 * @self: a file
 *
 * Returns: (transfer none) (nullable): the outermost element, %NULL when it could not be parsed
 */
xmlNode *
al_xml_get_root (const AlXml *self)
{
  return self->document != NULL ? xmlDocGetRootElement (self->document) : NULL;
}

/**
 * al_xml_get_kind:
 * @self: a file
 *
 * Returns: (transfer none): the name of the outermost element, empty when it could not be parsed
 */
const char *
al_xml_get_kind (const AlXml *self)
{
  const xmlNode *root = al_xml_get_root (self);

  return root != NULL ? (const char *) root->name : "";
}

/**
 * al_xml_get_messages:
 * @self: a file
 *
 * Returns: (transfer none) (element-type utf8): everything that is wrong, in the order found
 */
GPtrArray *
al_xml_get_messages (const AlXml *self)
{
  return self->messages;
}
