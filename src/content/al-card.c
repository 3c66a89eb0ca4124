/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * AlCard:
 *
 * A card of points, each with its source and with how sure it is: what to know at the bedside, what
 * a guideline recommends, or what makes a stage of shock.
 */
struct _AlCard {
  GObject parent_instance;

  GStringChunk *strings;
  AlEvidencePlace origin;
  const char *id;
  AlCardKind kind;
  const char *title;
  const char *summary;
  const char *preset;
  guint year;
  double mortality_percent;
  const char *checked;
  GArray *points;        /* of AlCardPoint */
  GArray *point_origins; /* of AlEvidencePlace, one for each point */
};

G_DEFINE_FINAL_TYPE (AlCard, al_card, G_TYPE_OBJECT)

static const char *const kind_words[] = {"practice", "guideline", "stage", NULL};

static void
al_card_finalize (GObject *object)
{
  AlCard *self = AL_CARD (object);

  g_array_unref (self->points);
  g_array_unref (self->point_origins);
  g_string_chunk_free (self->strings);
  G_OBJECT_CLASS (al_card_parent_class)->finalize (object);
}

static void
al_card_class_init (AlCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_card_finalize;
}

static void
al_card_init (AlCard *self)
{
  self->strings = g_string_chunk_new (1024);
  self->points = g_array_new (FALSE, TRUE, sizeof (AlCardPoint));
  self->point_origins = g_array_new (FALSE, TRUE, sizeof (AlEvidencePlace));
}

/* What nobody can look up is from memory, and is shown as such. */
static void
check_source (const AlCardPoint *point, AlEvidenceReader *reader, const xmlNode *node)
{
  if (point->study == NULL && point->source == NULL && point->certainty != AL_CERTAINTY_MEMORY)
    al_xml_error_at (reader->xml, node,
                     _ ("the point has no source: name a study of these files in 'study', give a "
                        "short citation in 'source', or set its status to 'memory'"));
  al_evidence_reader_check_identifiers (reader, node, point->doi, point->pmid);
}

static void
read_point (AlCard *self, AlEvidenceReader *reader, const xmlNode *node)
{
  const AlEvidencePlace origin = al_evidence_reader_place (reader, node);
  const AlCardPoint point = {
      .text = al_evidence_reader_text (reader, node),
      .certainty = al_evidence_reader_word (node, "status", al_certainty_words),
      .class_of_recommendation = al_evidence_reader_attribute (reader, node, "class"),
      .level = al_evidence_reader_attribute (reader, node, "level"),
      .study = al_evidence_reader_attribute (reader, node, "study"),
      .source = al_evidence_reader_attribute (reader, node, "source"),
      .doi = al_evidence_reader_attribute (reader, node, "doi"),
      .pmid = al_evidence_reader_attribute (reader, node, "pmid"),
  };

  check_source (&point, reader, node);
  g_array_append_val (self->points, point);
  g_array_append_val (self->point_origins, origin);
}

/* A recommendation is one of its year: it may have been overtaken since. */
static void
read_year (AlCard *self, AlEvidenceReader *reader, const xmlNode *node)
{
  al_xml_attribute_uint (reader->xml, node, "year", &self->year);
  if (self->kind == AL_CARD_GUIDELINE && self->year == 0)
    al_xml_error_at (reader->xml, node, _ ("a guideline needs the year in which it appeared"));
}

/**
 * al_card_read:
 * @xml: a file whose schema has been checked
 * @node: a `card` element of it
 *
 * Reads a card. What is wrong with it is noted in @xml; references to studies and presets are not
 * followed yet.
 *
 * Returns: (transfer full): the card
 */
AlCard *
al_card_read (AlXml *xml, const xmlNode *node)
{
  AlCard *self = g_object_new (AL_TYPE_CARD, NULL);
  AlEvidenceReader reader = {xml, self->strings};
  const xmlNode *child = al_xml_child (node, "point");

  self->origin = al_evidence_reader_place (&reader, node);
  self->id = al_evidence_reader_attribute (&reader, node, "id");
  self->kind = al_evidence_reader_word (node, "kind", kind_words);
  self->preset = al_evidence_reader_attribute (&reader, node, "preset");
  self->checked = al_evidence_reader_attribute (&reader, node, "checked");
  read_year (self, &reader, node);
  self->mortality_percent = NAN;
  al_evidence_reader_decimal (&reader, node, "mortality", &self->mortality_percent, NULL);
  self->title = al_evidence_reader_child_text (&reader, node, "title");
  self->summary = al_evidence_reader_child_text (&reader, node, "summary");
  for (; child != NULL; child = al_xml_next (child, "point"))
    read_point (self, &reader, child);
  return self;
}

/**
 * al_card_get_origin:
 * @self: a card
 *
 * Returns: (transfer none): where it was read
 */
const AlEvidencePlace *
al_card_get_origin (AlCard *self)
{
  return &self->origin;
}

/**
 * al_card_get_point_origin:
 * @self: a card
 * @index: which of its points, from 0
 *
 * Returns: (transfer none): where the point was read
 */
const AlEvidencePlace *
al_card_get_point_origin (AlCard *self, gsize index)
{
  g_return_val_if_fail (index < self->point_origins->len, NULL);

  return &g_array_index (self->point_origins, AlEvidencePlace, index);
}

/**
 * al_card_get_id:
 * @self: a card
 *
 * Returns: (transfer none): its id, unique among cards
 */
const char *
al_card_get_id (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), NULL);

  return self->id;
}

/**
 * al_card_get_kind:
 * @self: a card
 *
 * Returns: what sort of card it is
 */
AlCardKind
al_card_get_kind (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), AL_CARD_PRACTICE);

  return self->kind;
}

/**
 * al_card_get_title:
 * @self: a card
 *
 * Returns: (transfer none): what it is about, in the language of the person
 */
const char *
al_card_get_title (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), NULL);

  return self->title;
}

/**
 * al_card_get_summary:
 * @self: a card
 *
 * Returns: (transfer none): what to keep of it, in the language of the person
 */
const char *
al_card_get_summary (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), NULL);

  return self->summary;
}

/**
 * al_card_get_preset:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): id of the preset that shows its physiology
 */
const char *
al_card_get_preset (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), NULL);

  return self->preset;
}

/**
 * al_card_get_year:
 * @self: a card
 *
 * Returns: the year in which a guideline appeared; 0 for other cards
 */
guint
al_card_get_year (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), 0);

  return self->year;
}

/**
 * al_card_get_mortality_percent:
 * @self: a card
 *
 * How many of those in a stage of shock died in hospital.
 *
 * Returns: in percent, 0 to 100; NAN where the card has none
 */
double
al_card_get_mortality_percent (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), NAN);

  return self->mortality_percent;
}

/**
 * al_card_get_checked:
 * @self: a card
 *
 * Returns: (transfer none): the day on which it was last held against its sources, as 2026-11-22
 */
const char *
al_card_get_checked (AlCard *self)
{
  g_return_val_if_fail (AL_IS_CARD (self), NULL);

  return self->checked;
}

/**
 * al_card_get_points:
 * @self: a card
 * @n_points: (out): how many
 *
 * Returns: (transfer none) (array length=n_points): its facts or recommendations
 */
const AlCardPoint *
al_card_get_points (AlCard *self, gsize *n_points)
{
  g_return_val_if_fail (AL_IS_CARD (self), NULL);

  *n_points = self->points->len;
  return (const AlCardPoint *) self->points->data;
}

/**
 * al_card_point_dup_class:
 * @point: a point of a card
 *
 * The class of recommendation and the level of evidence in one: "IIb C".
 *
 * Returns: (transfer full) (nullable): the two, %NULL where the source gives none
 */
char *
al_card_point_dup_class (const AlCardPoint *point)
{
  if (point->class_of_recommendation == NULL)
    return NULL;
  if (point->level == NULL)
    return g_strdup (point->class_of_recommendation);
  return g_strdup_printf ("%s %s", point->class_of_recommendation, point->level);
}
