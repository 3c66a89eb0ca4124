/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _AlClaim {
  GObject parent_instance;

  GStringChunk *strings;
  AlEvidencePlace origin;
  const char *id;
  guint number;
  const char *place;
  AlClaimKind kind;
  AlVerdict verdict;
  const char *statement;
  const char *measured;
  const char *why;
  const char *preset;
  const char *cannot_tell;
  GArray *findings;        /* of AlFinding */
  GArray *finding_origins; /* of AlEvidencePlace, one for each finding */
};

G_DEFINE_FINAL_TYPE (AlClaim, al_claim, G_TYPE_OBJECT)

static const char *const kind_words[] = {
    "trial-data", "meta-analysis", "guideline", "authors-opinion", "contested", NULL,
};

static const char *const kind_labels[] = {
    N_ ("Trial data"),       N_ ("Meta-analysis"), N_ ("Guideline"),
    N_ ("Authors’ opinion"), N_ ("Contested"),
};

static const char *const verdict_words[] = {
    "supported", "partly", "contradicted", "overtaken", "open", "value-statement", NULL,
};

static const char *const verdict_labels[] = {
    N_ ("Supported"),    N_ ("Partly supported"),
    N_ ("Contradicted"), N_ ("Overtaken by later studies"),
    N_ ("Open"),         N_ ("Value statement"),
};

static const char *const direction_words[] = {
    "supports", "contradicts", "neutral", "context", NULL,
};

static const char *const direction_labels[] = {
    N_ ("Speaks for the claim"),
    N_ ("Speaks against the claim"),
    N_ ("Neutral"),
    N_ ("Context"),
};

static void
al_claim_finalize (GObject *object)
{
  AlClaim *self = AL_CLAIM (object);

  g_array_unref (self->findings);
  g_array_unref (self->finding_origins);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (al_claim_parent_class)->finalize (object);
}

static void
al_claim_class_init (AlClaimClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_claim_finalize;
}

static void
al_claim_init (AlClaim *self)
{
  self->strings = g_string_chunk_new (1024);
  self->findings = g_array_new (FALSE, TRUE, sizeof (AlFinding));
  self->finding_origins = g_array_new (FALSE, TRUE, sizeof (AlEvidencePlace));
}

static void
read_findings (AlClaim *self, AlEvidenceReader *reader, const xmlNode *node)
{
  const xmlNode *child = al_xml_child (node, "finding");

  for (; child != NULL; child = al_xml_next (child, "finding")) {
    AlEvidencePlace origin = al_evidence_reader_place (reader, child);
    AlFinding finding = {
        .study = al_evidence_reader_attribute (reader, child, "study"),
        .direction = al_evidence_reader_word (child, "direction", direction_words),
        .text = al_evidence_reader_text (reader, child),
    };

    g_array_append_val (self->findings, finding);
    g_array_append_val (self->finding_origins, origin);
  }
}

static void
read_texts (AlClaim *self, AlEvidenceReader *reader, const xmlNode *node)
{
  self->statement = al_evidence_reader_child_text (reader, node, "statement");
  self->measured = al_evidence_reader_child_text (reader, node, "measured");
  self->why = al_evidence_reader_child_text (reader, node, "why");
  self->cannot_tell = al_evidence_reader_child_text (reader, node, "cannot-tell");
  self->preset = al_evidence_reader_attribute (reader, node, "preset");
  if (self->preset != NULL && self->cannot_tell == NULL)
    al_xml_error_at (
        reader->xml, node,
        _ ("claim '%s' shows a preset, so 'cannot-tell' must say what the model leaves "
           "open"),
        self->id);
}

#define ONE_PLACE "[DIRO][1-9][0-9]?(-[1-9][0-9]?)?"

static void
check_place (const AlClaim *self, AlXml *xml, const xmlNode *node)
{
  if (!g_regex_match_simple ("^" ONE_PLACE "( " ONE_PLACE ")*$", self->place, 0, 0))
    al_xml_error_at (
        xml, node,
        _ ("'%s' is not a place: write D, I, R or O and the number of a sentence, such "
           "as R9 or R12-13"),
        self->place);
}

/**
 * al_claim_read:
 * @xml: a file whose schema has been checked
 * @node: a `claim` element of it
 *
 * Reads a claim. What is wrong with it is noted in @xml; references to studies and presets are not
 * followed yet.
 *
 * Returns: (transfer full): the claim
 */
AlClaim *
al_claim_read (AlXml *xml, const xmlNode *node)
{
  AlClaim *self = g_object_new (AL_TYPE_CLAIM, NULL);
  AlEvidenceReader reader = {xml, self->strings};

  self->origin = al_evidence_reader_place (&reader, node);
  self->id = al_evidence_reader_attribute (&reader, node, "id");
  self->place = al_evidence_reader_attribute (&reader, node, "place");
  check_place (self, xml, node);
  self->kind = al_evidence_reader_word (node, "kind", kind_words);
  self->verdict = al_evidence_reader_word (node, "verdict", verdict_words);
  al_xml_attribute_uint (xml, node, "number", &self->number);
  read_texts (self, &reader, node);
  read_findings (self, &reader, node);
  return self;
}

/**
 * al_claim_get_origin:
 * @self: a claim
 *
 * Returns: (transfer none): where it was read
 */
const AlEvidencePlace *
al_claim_get_origin (AlClaim *self)
{
  return &self->origin;
}

/**
 * al_claim_get_finding_origin:
 * @self: a claim
 * @index: which of its findings, from 0
 *
 * Returns: (transfer none): where the finding was read
 */
const AlEvidencePlace *
al_claim_get_finding_origin (AlClaim *self, gsize index)
{
  g_return_val_if_fail (index < self->finding_origins->len, NULL);

  return &g_array_index (self->finding_origins, AlEvidencePlace, index);
}

/**
 * al_claim_get_id:
 * @self: a claim
 *
 * Returns: (transfer none): its id, unique among claims
 */
const char *
al_claim_get_id (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  return self->id;
}

/**
 * al_claim_get_number:
 * @self: a claim
 *
 * Returns: its place in the list of claims, from 1
 */
guint
al_claim_get_number (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), 0);

  return self->number;
}

/**
 * al_claim_get_place:
 * @self: a claim
 *
 * Returns: (transfer none): where the review says it, as a code such as `R9` or `D1 I7-8`
 */
const char *
al_claim_get_place (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  return self->place;
}

typedef struct {
  char part;
  guint first;
  guint last;
} Place;

/* "R9" or "R12-13", whose form was checked when it was read. */
static Place
parse_place (const char *code)
{
  const char *range = strchr (code, '-');
  const guint first = (guint) atoi (code + 1);

  return (Place){*code, first, range != NULL ? (guint) atoi (range + 1) : first};
}

static const char *
section_name (char code)
{
  switch (code) {
  case 'D':
    return _ ("Description");
  case 'I':
    return _ ("Introduction");
  case 'R':
    return _ ("Reflection");
  default:
    return _ ("Outlook");
  }
}

static char *
describe_place (const char *code)
{
  const Place place = parse_place (code);

  if (place.first == place.last)
    /* Translators: a part of an article, and the number of a sentence in it */
    return g_strdup_printf (_ ("%s, sentence %u"), section_name (place.part), place.first);
  /* Translators: a part of an article, and the numbers of the first and last of several sentences
   */
  return g_strdup_printf (_ ("%s, sentences %u to %u"), section_name (place.part), place.first,
                          place.last);
}

/**
 * al_claim_dup_place_text:
 * @self: a claim
 *
 * Where the review says it, in words: "Reflection, sentence 9".
 *
 * Returns: (transfer full): the words, in the language of the person
 */
char *
al_claim_dup_place_text (AlClaim *self)
{
  g_auto (GStrv) codes = NULL;

  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  codes = g_strsplit (self->place, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++) {
    char *words = describe_place (codes[i]);

    g_free (codes[i]);
    codes[i] = words;
  }
  return g_strjoinv ("; ", codes);
}

/**
 * al_claim_is_at:
 * @self: a claim
 * @part: a part of the review: D, I, R or O
 * @sentence: the number of a sentence in it, from 1
 *
 * Whether the review makes the claim in a sentence.
 */
gboolean
al_claim_is_at (AlClaim *self, char part, guint sentence)
{
  g_auto (GStrv) codes = NULL;

  g_return_val_if_fail (AL_IS_CLAIM (self), FALSE);

  codes = g_strsplit (self->place, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++) {
    const Place place = parse_place (codes[i]);

    if (place.part == part && sentence >= place.first && sentence <= place.last)
      return TRUE;
  }
  return FALSE;
}

/**
 * al_claim_get_last_sentence:
 * @self: a claim
 * @part: a part of the review: D, I, R or O
 *
 * Returns: the highest number of a sentence of that part in which the review makes the claim; 0 for
 * none
 */
guint
al_claim_get_last_sentence (AlClaim *self, char part)
{
  g_auto (GStrv) codes = NULL;
  guint last = 0;

  g_return_val_if_fail (AL_IS_CLAIM (self), 0);

  codes = g_strsplit (self->place, " ", -1);
  for (guint i = 0; codes[i] != NULL; i++) {
    const Place place = parse_place (codes[i]);

    if (place.part == part)
      last = MAX (last, place.last);
  }
  return last;
}

/**
 * al_claim_get_kind:
 * @self: a claim
 *
 * Returns: what sort of sentence it is
 */
AlClaimKind
al_claim_get_kind (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), AL_CLAIM_CONTESTED);

  return self->kind;
}

/**
 * al_claim_get_verdict:
 * @self: a claim
 *
 * Returns: how it stands beside what was measured
 */
AlVerdict
al_claim_get_verdict (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), AL_VERDICT_OPEN);

  return self->verdict;
}

/**
 * al_claim_get_statement:
 * @self: a claim
 *
 * Returns: (transfer none): what is claimed, in our words
 */
const char *
al_claim_get_statement (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  return self->statement;
}

/**
 * al_claim_get_measured:
 * @self: a claim
 *
 * Returns: (transfer none): what was measured, in short
 */
const char *
al_claim_get_measured (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  return self->measured;
}

/**
 * al_claim_get_why:
 * @self: a claim
 *
 * Returns: (transfer none): where claim and measurement part, or why they agree
 */
const char *
al_claim_get_why (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  return self->why;
}

/**
 * al_claim_get_findings:
 * @self: a claim
 * @n_findings: (out): how many
 *
 * Returns: (transfer none) (array length=n_findings): what each study says to it
 */
const AlFinding *
al_claim_get_findings (AlClaim *self, gsize *n_findings)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  *n_findings = self->findings->len;
  return (const AlFinding *) self->findings->data;
}

/**
 * al_claim_get_preset:
 * @self: a claim
 *
 * Returns: (transfer none) (nullable): id of the preset that shows its physiology
 */
const char *
al_claim_get_preset (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  return self->preset;
}

/**
 * al_claim_get_cannot_tell:
 * @self: a claim
 *
 * Returns: (transfer none) (nullable): what the model cannot tell about it
 */
const char *
al_claim_get_cannot_tell (AlClaim *self)
{
  g_return_val_if_fail (AL_IS_CLAIM (self), NULL);

  return self->cannot_tell;
}

/**
 * al_claim_kind_get_label:
 * @kind: a kind of claim
 *
 * Returns: (transfer none): its name in the language of the person
 */
const char *
al_claim_kind_get_label (AlClaimKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_labels), NULL);

  return _ (kind_labels[kind]);
}

/**
 * al_verdict_get_id:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its word in the files, the same in every language
 */
const char *
al_verdict_get_id (AlVerdict verdict)
{
  g_return_val_if_fail (verdict < AL_N_VERDICTS, NULL);

  return verdict_words[verdict];
}

/**
 * al_verdict_get_label:
 * @verdict: a verdict
 *
 * Returns: (transfer none): its name in the language of the person
 */
const char *
al_verdict_get_label (AlVerdict verdict)
{
  g_return_val_if_fail (verdict < AL_N_VERDICTS, NULL);

  return _ (verdict_labels[verdict]);
}

/**
 * al_direction_get_label:
 * @direction: which way a study points
 *
 * Returns: (transfer none): the direction in the language of the person
 */
const char *
al_direction_get_label (AlDirection direction)
{
  g_return_val_if_fail (direction < G_N_ELEMENTS (direction_labels), NULL);

  return _ (direction_labels[direction]);
}
