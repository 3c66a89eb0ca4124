/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"

#include <glib/gi18n-lib.h>

/**
 * AlExercise:
 *
 * Results of one question that disagree, and what might explain it: to be predicted before it is
 * revealed.
 */
struct _AlExercise {
  GObject parent_instance;

  GStringChunk *strings;
  AlEvidencePlace origin;
  const char *id;
  const char *title;
  const char *question;
  const char *lesson;
  GArray *analyses;         /* of AlAnalysis */
  GArray *analysis_origins; /* of AlEvidencePlace, one for each analysis */
  GArray *reasons;          /* of AlReason */
};

G_DEFINE_FINAL_TYPE (AlExercise, al_exercise, G_TYPE_OBJECT)

static void
al_exercise_finalize (GObject *object)
{
  AlExercise *self = AL_EXERCISE (object);

  g_array_unref (self->analyses);
  g_array_unref (self->analysis_origins);
  g_array_unref (self->reasons);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (al_exercise_parent_class)->finalize (object);
}

static void
al_exercise_class_init (AlExerciseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_exercise_finalize;
}

static void
al_exercise_init (AlExercise *self)
{
  self->strings = g_string_chunk_new (1024);
  self->analyses = g_array_new (FALSE, TRUE, sizeof (AlAnalysis));
  self->analysis_origins = g_array_new (FALSE, TRUE, sizeof (AlEvidencePlace));
  self->reasons = g_array_new (FALSE, TRUE, sizeof (AlReason));
}

static void
read_analyses (AlExercise *self, AlEvidenceReader *reader, const xmlNode *node)
{
  const xmlNode *child = al_xml_child (node, "analysis");

  for (; child != NULL; child = al_xml_next (child, "analysis")) {
    const AlEvidencePlace origin = al_evidence_reader_place (reader, child);
    const AlAnalysis analysis = {
        .study = al_evidence_reader_attribute (reader, child, "study"),
        .outcome = al_evidence_reader_attribute (reader, child, "outcome"),
    };

    g_array_append_val (self->analyses, analysis);
    g_array_append_val (self->analysis_origins, origin);
  }
}

static void
read_reasons (AlExercise *self, AlEvidenceReader *reader, const xmlNode *node)
{
  static const char *const words[] = {"no", "yes", NULL};
  const xmlNode *child = al_xml_child (node, "reason");
  guint n_right = 0;

  for (; child != NULL; child = al_xml_next (child, "reason")) {
    const AlReason reason = {
        .right = al_evidence_reader_word (child, "right", words) == 1,
        .text = al_evidence_reader_child_text (reader, child, "text"),
        .because = al_evidence_reader_child_text (reader, child, "because"),
    };

    n_right += reason.right;
    g_array_append_val (self->reasons, reason);
  }
  if (n_right == 0)
    al_xml_error_at (reader->xml, node, _ ("none of the reasons of exercise '%s' is right"),
                     self->id);
}

/**
 * al_exercise_read:
 * @xml: a file whose schema has been checked
 * @node: an `exercise` element of it
 *
 * Reads an exercise. What is wrong with it is noted in @xml; references to studies are not followed
 * yet.
 *
 * Returns: (transfer full): the exercise
 */
AlExercise *
al_exercise_read (AlXml *xml, const xmlNode *node)
{
  AlExercise *self = g_object_new (AL_TYPE_EXERCISE, NULL);
  AlEvidenceReader reader = {xml, self->strings};

  self->origin = al_evidence_reader_place (&reader, node);
  self->id = al_evidence_reader_attribute (&reader, node, "id");
  self->title = al_evidence_reader_child_text (&reader, node, "title");
  self->question = al_evidence_reader_child_text (&reader, node, "question");
  self->lesson = al_evidence_reader_child_text (&reader, node, "lesson");
  read_analyses (self, &reader, node);
  read_reasons (self, &reader, node);
  return self;
}

/**
 * al_exercise_get_origin:
 * @self: an exercise
 *
 * Returns: (transfer none): where it was read
 */
const AlEvidencePlace *
al_exercise_get_origin (AlExercise *self)
{
  return &self->origin;
}

/**
 * al_exercise_get_analysis_origin:
 * @self: an exercise
 * @index: which of its analyses, from 0
 *
 * Returns: (transfer none): where the analysis was read
 */
const AlEvidencePlace *
al_exercise_get_analysis_origin (AlExercise *self, gsize index)
{
  g_return_val_if_fail (index < self->analysis_origins->len, NULL);

  return &g_array_index (self->analysis_origins, AlEvidencePlace, index);
}

/**
 * al_exercise_get_id:
 * @self: an exercise
 *
 * Returns: (transfer none): its id, unique among exercises
 */
const char *
al_exercise_get_id (AlExercise *self)
{
  g_return_val_if_fail (AL_IS_EXERCISE (self), NULL);

  return self->id;
}

/**
 * al_exercise_get_title:
 * @self: an exercise
 *
 * Returns: (transfer none): what it is about, in the language of the person
 */
const char *
al_exercise_get_title (AlExercise *self)
{
  g_return_val_if_fail (AL_IS_EXERCISE (self), NULL);

  return self->title;
}

/**
 * al_exercise_get_question:
 * @self: an exercise
 *
 * Returns: (transfer none): what the results disagree on, in the language of the person
 */
const char *
al_exercise_get_question (AlExercise *self)
{
  g_return_val_if_fail (AL_IS_EXERCISE (self), NULL);

  return self->question;
}

/**
 * al_exercise_get_analyses:
 * @self: an exercise
 * @n_analyses: (out): how many
 *
 * Returns: (transfer none) (array length=n_analyses): the results that disagree
 */
const AlAnalysis *
al_exercise_get_analyses (AlExercise *self, gsize *n_analyses)
{
  g_return_val_if_fail (AL_IS_EXERCISE (self), NULL);

  *n_analyses = self->analyses->len;
  return (const AlAnalysis *) self->analyses->data;
}

/**
 * al_exercise_get_reasons:
 * @self: an exercise
 * @n_reasons: (out): how many
 *
 * Returns: (transfer none) (array length=n_reasons): what might explain it
 */
const AlReason *
al_exercise_get_reasons (AlExercise *self, gsize *n_reasons)
{
  g_return_val_if_fail (AL_IS_EXERCISE (self), NULL);

  *n_reasons = self->reasons->len;
  return (const AlReason *) self->reasons->data;
}

/**
 * al_exercise_get_lesson:
 * @self: an exercise
 *
 * Returns: (transfer none): what to keep of it, in the language of the person
 */
const char *
al_exercise_get_lesson (AlExercise *self)
{
  g_return_val_if_fail (AL_IS_EXERCISE (self), NULL);

  return self->lesson;
}
