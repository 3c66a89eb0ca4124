/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"

/**
 * AlPassage:
 *
 * A part of the review, sentence by sentence and in other words, so that a reader sees where each
 * claim stands. The text itself is not ours.
 */
struct _AlPassage {
  GObject parent_instance;

  GStringChunk *strings;
  AlEvidencePlace origin;
  const char *id;
  const char *title;
  char code;
  GPtrArray *sentences; /* of strings in the chunk */
};

G_DEFINE_FINAL_TYPE (AlPassage, al_passage, G_TYPE_OBJECT)

static void
al_passage_finalize (GObject *object)
{
  AlPassage *self = AL_PASSAGE (object);

  g_ptr_array_unref (self->sentences);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (al_passage_parent_class)->finalize (object);
}

static void
al_passage_class_init (AlPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_passage_finalize;
}

static void
al_passage_init (AlPassage *self)
{
  self->strings = g_string_chunk_new (1024);
  self->sentences = g_ptr_array_new ();
}

/**
 * al_passage_read:
 * @xml: a file whose schema has been checked
 * @node: a `passage` element of it
 *
 * Reads a part of the review. What is wrong with it is noted in @xml.
 *
 * Returns: (transfer full): the passage
 */
AlPassage *
al_passage_read (AlXml *xml, const xmlNode *node)
{
  AlPassage *self = g_object_new (AL_TYPE_PASSAGE, NULL);
  AlEvidenceReader reader = {xml, self->strings};
  const xmlNode *child = al_xml_child (node, "sentence");

  self->origin = al_evidence_reader_place (&reader, node);
  self->id = al_evidence_reader_attribute (&reader, node, "id");
  self->code = *al_evidence_reader_attribute (&reader, node, "code");
  self->title = al_evidence_reader_child_text (&reader, node, "title");
  for (; child != NULL; child = al_xml_next (child, "sentence"))
    g_ptr_array_add (self->sentences, (gpointer) al_evidence_reader_text (&reader, child));
  return self;
}

/**
 * al_passage_get_origin:
 * @self: a part of the review
 *
 * Returns: (transfer none): where it was read
 */
const AlEvidencePlace *
al_passage_get_origin (AlPassage *self)
{
  return &self->origin;
}

/**
 * al_passage_get_id:
 * @self: a part of the review
 *
 * Returns: (transfer none): its id, unique among passages
 */
const char *
al_passage_get_id (AlPassage *self)
{
  g_return_val_if_fail (AL_IS_PASSAGE (self), NULL);

  return self->id;
}

/**
 * al_passage_get_title:
 * @self: a part of the review
 *
 * Returns: (transfer none): its heading, in the language of the person
 */
const char *
al_passage_get_title (AlPassage *self)
{
  g_return_val_if_fail (AL_IS_PASSAGE (self), NULL);

  return self->title;
}

/**
 * al_passage_get_code:
 * @self: a part of the review
 *
 * Returns: the letter by which the places of claims name it: D, I, R or O
 */
char
al_passage_get_code (AlPassage *self)
{
  g_return_val_if_fail (AL_IS_PASSAGE (self), 0);

  return self->code;
}

/**
 * al_passage_get_n_sentences:
 * @self: a part of the review
 *
 * Returns: how many sentences it has
 */
guint
al_passage_get_n_sentences (AlPassage *self)
{
  g_return_val_if_fail (AL_IS_PASSAGE (self), 0);

  return self->sentences->len;
}

/**
 * al_passage_get_sentence:
 * @self: a part of the review
 * @number: which sentence, from 1
 *
 * Returns: (transfer none): what it says, in our words
 */
const char *
al_passage_get_sentence (AlPassage *self, guint number)
{
  g_return_val_if_fail (AL_IS_PASSAGE (self), NULL);
  g_return_val_if_fail (number >= 1 && number <= self->sentences->len, NULL);

  return g_ptr_array_index (self->sentences, number - 1);
}
