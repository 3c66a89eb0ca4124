/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-content-resources.h"
#include "al-validation-private.h"
#include "al-xml.h"

#include <glib/gi18n-lib.h>

#define TABLE_PATH AL_CONTENT_RESOURCE "/validation/validation.xml"

/* Longer than any circulation takes to settle. */
#define MAX_SETTLE_S 600

/* The table while it is read. */
typedef struct {
  AlValidation *self;
  AlXml *xml;
} Reader;

static void
condition_free (gpointer data)
{
  AlValidationCondition *condition = data;

  g_free (condition->id);
  g_free (condition->patient);
  g_array_unref (condition->adjusts);
  g_array_unref (condition->held);
  g_free (condition);
}

static void
entry_free (gpointer data)
{
  AlValidationEntry *entry = data;

  g_free ((char *) entry->row.id);
  g_free ((char *) entry->row.variable);
  g_free ((char *) entry->row.unit);
  g_free ((char *) entry->row.published);
  g_free ((char *) entry->row.source);
  g_free (entry->not_run);
  g_free (entry);
}

static void
limit_free (gpointer data)
{
  AlValidationLimit *limit = data;

  g_free ((char *) limit->id);
  g_free ((char *) limit->title);
  g_free ((char *) limit->text);
  g_strfreev ((char **) limit->rows);
  g_free (limit);
}

static gboolean
read_parameter (Reader *reader, const xmlNode *node, AlParameter *parameter)
{
  g_autofree char *name = al_xml_attribute (node, "name");

  if (al_parameter_find (name, parameter))
    return TRUE;
  al_xml_error_at (reader->xml, node, _ ("there is no parameter '%s'"), name);
  return FALSE;
}

static gboolean
read_set (Reader *reader, const xmlNode *node, AlAdjust *adjust)
{
  g_autofree char *value = al_xml_attribute (node, "value");

  adjust->kind = AL_ADJUST_SET;
  if (al_parameter_parse (adjust->parameter, value, &adjust->number))
    return TRUE;
  al_xml_error_at (reader->xml, node, _ ("'%s' cannot be '%s'"),
                   al_parameter_get_info (adjust->parameter)->name, value);
  return FALSE;
}

static gboolean
read_adjust (Reader *reader, const xmlNode *node, AlAdjust *adjust)
{
  if (!read_parameter (reader, node, &adjust->parameter))
    return FALSE;
  if (al_xml_is (node, "set"))
    return read_set (reader, node, adjust);
  if (al_xml_is (node, "scale")) {
    adjust->kind = AL_ADJUST_SCALE;
    return al_xml_attribute_double (reader->xml, node, "factor", &adjust->number);
  }
  adjust->kind = AL_ADJUST_SHIFT;
  return al_xml_attribute_double (reader->xml, node, "by", &adjust->number);
}

static gboolean
read_index (Reader *reader, const xmlNode *node, const char *attribute, AlIndex *index)
{
  g_autofree char *key = al_xml_attribute (node, attribute);

  if (key == NULL || al_index_find (key, index))
    return TRUE;
  al_xml_error_at (reader->xml, node, _ ("there is no index '%s'"), key);
  return FALSE;
}

static void
read_hold (Reader *reader, const xmlNode *node, AlValidationCondition *condition)
{
  read_index (reader, node, "index", &condition->hold_index);
  al_xml_attribute_double (reader->xml, node, "at", &condition->hold_at);
  for (xmlNode *child = al_xml_child (node, "scale-parameter"); child != NULL;
       child = al_xml_next (child, "scale-parameter")) {
    AlParameter parameter = 0;
    if (read_parameter (reader, child, &parameter))
      g_array_append_val (condition->held, parameter);
  }
}

static gboolean
find_condition (const AlValidation *self, const char *id, guint *index)
{
  for (guint i = 0; i < self->conditions->len; i++) {
    const AlValidationCondition *condition = g_ptr_array_index (self->conditions, i);
    if (g_strcmp0 (condition->id, id) == 0) {
      *index = i;
      return TRUE;
    }
  }
  return FALSE;
}

static void
read_adjusts (Reader *reader, const xmlNode *node, GArray *adjusts)
{
  for (xmlNode *child = al_xml_child (node, NULL); child != NULL;
       child = al_xml_next (child, NULL)) {
    AlAdjust adjust = {0};
    if (!al_xml_is (child, "set") && !al_xml_is (child, "scale") && !al_xml_is (child, "shift"))
      continue;
    if (read_adjust (reader, child, &adjust))
      g_array_append_val (adjusts, adjust);
  }
}

static void
read_condition (Reader *reader, const xmlNode *node)
{
  AlValidationCondition *condition = g_new0 (AlValidationCondition, 1);
  const xmlNode *hold = al_xml_child (node, "hold");
  guint other;

  condition->id = al_xml_attribute (node, "id");
  condition->patient = al_xml_attribute (node, "patient");
  condition->adjusts = g_array_new (FALSE, FALSE, sizeof (AlAdjust));
  condition->held = g_array_new (FALSE, FALSE, sizeof (AlParameter));
  if (find_condition (reader->self, condition->id, &other))
    al_xml_error_at (reader->xml, node, _ ("there are two conditions '%s'"), condition->id);
  if (al_xml_attribute_double (reader->xml, node, "settle", &condition->settle_s) &&
      (condition->settle_s < 0 || condition->settle_s > MAX_SETTLE_S))
    al_xml_error_at (reader->xml, node, _ ("the time to settle must be from 0 to %d seconds"),
                     MAX_SETTLE_S);
  read_adjusts (reader, node, condition->adjusts);
  if (hold != NULL)
    read_hold (reader, hold, condition);
  g_ptr_array_add (reader->self->conditions, condition);
}

static void
read_condition_ref (Reader *reader, const xmlNode *node, const char *attribute, guint *condition)
{
  g_autofree char *id = al_xml_attribute (node, attribute);

  if (id != NULL && !find_condition (reader->self, id, condition))
    al_xml_error_at (reader->xml, node, _ ("there is no condition '%s'"), id);
}

static guint
word_index (const xmlNode *node, const char *attribute, const char *const *words)
{
  g_autofree char *word = al_xml_attribute (node, attribute);

  for (guint i = 0; word != NULL && words[i] != NULL; i++) {
    if (g_str_equal (words[i], word))
      return i;
  }
  return 0;
}

static void
read_comparison (Reader *reader, const xmlNode *node, AlComparison *comparison)
{
  static const char *const kinds[] = {
      "value", "change", "percent-change", "percent-below", "ratio", "gain-ratio", NULL};
  static const char *const beats[] = {"", "assisted", "unassisted", NULL};

  comparison->kind = (AlComparisonKind) word_index (node, "kind", kinds);
  read_index (reader, node, "index", &comparison->x.index);
  read_condition_ref (reader, node, "condition", &comparison->x.condition);
  comparison->x.beats = (AlBeatsKind) word_index (node, "beats", beats);
  comparison->y = comparison->x;
  read_index (reader, node, "reference-index", &comparison->y.index);
  read_condition_ref (reader, node, "reference", &comparison->y.condition);
  comparison->y.beats = (AlBeatsKind) word_index (node, "reference-beats", beats);
  comparison->z = comparison->x;
  read_condition_ref (reader, node, "full", &comparison->z.condition);
  comparison->w = comparison->y;
  read_condition_ref (reader, node, "full-reference", &comparison->w.condition);
}

static char *
raw_child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = al_xml_child (node, name);

  return child != NULL ? al_xml_raw_text (child) : NULL;
}

/* What was published stays as it was published; what is compared is said in the reader's language.
 */
static void
read_row (Reader *reader, const xmlNode *node, const char *group, gboolean further)
{
  AlValidationEntry *entry = g_new0 (AlValidationEntry, 1);
  g_autofree char *status = al_xml_attribute (node, "status");
  const xmlNode *measure = al_xml_child (node, "measure");

  entry->row = (AlValidationRow){
      .id = al_xml_attribute (node, "id"),
      .group = group,
      .further = further,
      .variable = al_xml_child_text (node, "variable"),
      .unit = al_xml_attribute (node, "unit"),
      .published = raw_child_text (node, "published"),
      .source = raw_child_text (node, "source"),
      .status = g_strcmp0 (status, "opened") == 0 ? AL_VALIDATION_OPENED : AL_VALIDATION_MEMORY,
  };
  entry->not_run = al_xml_child_text (node, "not-run");
  al_xml_attribute_double (reader->xml, node, "low", &entry->row.low);
  al_xml_attribute_double (reader->xml, node, "high", &entry->row.high);
  if (entry->row.low > entry->row.high)
    al_xml_error_at (reader->xml, node, _ ("the band of row '%s' ends before it begins"),
                     entry->row.id);
  if (al_validation_find_row (reader->self, entry->row.id) != NULL)
    al_xml_error_at (reader->xml, node, _ ("there are two rows '%s'"), entry->row.id);
  if (measure != NULL)
    read_comparison (reader, measure, &entry->comparison);
  g_ptr_array_add (reader->self->entries, entry);
}

static void
read_group (Reader *reader, const xmlNode *node)
{
  g_autofree char *further = al_xml_attribute (node, "further");
  char *title = al_xml_child_text (node, "title");

  g_ptr_array_add (reader->self->groups, title);
  for (xmlNode *row = al_xml_child (node, "row"); row != NULL; row = al_xml_next (row, "row"))
    read_row (reader, row, title, further != NULL);
}

/* Words between which there is white space of any kind. */
static char **
split_words (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) pieces = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);

  for (guint i = 0; pieces[i] != NULL; i++) {
    if (pieces[i][0] != '\0')
      g_strv_builder_add (words, pieces[i]);
  }
  return g_strv_builder_end (words);
}

static const AlValidationLimit *
find_limit (const AlValidation *self, const char *id)
{
  for (guint i = 0; i < self->limits->len; i++) {
    const AlValidationLimit *limit = g_ptr_array_index (self->limits, i);
    if (g_strcmp0 (limit->id, id) == 0)
      return limit;
  }
  return NULL;
}

/* One row has one reason, so that it is clear which one is told. */
static void
check_limit (Reader *reader, const xmlNode *node, const AlValidationLimit *limit)
{
  if (find_limit (reader->self, limit->id) != NULL)
    al_xml_error_at (reader->xml, node, _ ("there are two limits '%s'"), limit->id);
  for (guint i = 0; limit->rows[i] != NULL; i++) {
    if (al_validation_find_row (reader->self, limit->rows[i]) == NULL)
      al_xml_error_at (reader->xml, node, _ ("there is no row '%s'"), limit->rows[i]);
    else if (al_validation_find_limit_of_row (reader->self, limit->rows[i]) != NULL)
      al_xml_error_at (reader->xml, node, _ ("the row '%s' has two limits"), limit->rows[i]);
  }
}

static void
read_limit (Reader *reader, const xmlNode *node)
{
  AlValidationLimit *limit = g_new0 (AlValidationLimit, 1);
  g_autofree char *rows = al_xml_attribute (node, "rows");

  limit->id = al_xml_attribute (node, "id");
  limit->title = al_xml_child_text (node, "title");
  limit->text = al_xml_child_text (node, "text");
  limit->rows = (const char *const *) split_words (rows);
  check_limit (reader, node, limit);
  g_ptr_array_add (reader->self->limits, limit);
}

static void
read_table (Reader *reader)
{
  const xmlNode *root = al_xml_get_root (reader->xml);

  for (xmlNode *node = al_xml_child (root, "condition"); node != NULL;
       node = al_xml_next (node, "condition"))
    read_condition (reader, node);
  for (xmlNode *node = al_xml_child (root, "group"); node != NULL;
       node = al_xml_next (node, "group"))
    read_group (reader, node);
  for (xmlNode *node = al_xml_child (root, "limit"); node != NULL;
       node = al_xml_next (node, "limit"))
    read_limit (reader, node);
}

static AlValidation *
new_empty (void)
{
  AlValidation *self = g_new0 (AlValidation, 1);

  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->limits = g_ptr_array_new_with_free_func (limit_free);
  return self;
}

/**
 * al_validation_new_from_bytes:
 * @bytes: what a file of published measurements holds
 * @file_name: what to call it in messages
 * @error: (out) (optional): what is wrong, in the domain %AL_CONTENT_ERROR
 *
 * Reads a table of published measurements.
 *
 * Returns: (transfer full) (nullable): the table
 */
AlValidation *
al_validation_new_from_bytes (GBytes *bytes, const char *file_name, GError **error)
{
  g_autoptr (AlValidation) self = new_empty ();
  g_autoptr (AlXml) xml = al_xml_new (bytes, file_name);
  Reader reader = {.self = self, .xml = xml};

  if (al_xml_check_schema (xml, "validation"))
    read_table (&reader);
  if (!al_xml_finish (xml, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * al_validation_new:
 * @error: (out) (optional): what is wrong, in the domain %AL_CONTENT_ERROR
 *
 * Reads the table that the program brings.
 *
 * Returns: (transfer full) (nullable): the table
 */
AlValidation *
al_validation_new (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
      al_content_resources_get_resource (), TABLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? al_validation_new_from_bytes (bytes, "validation.xml", error) : NULL;
}

/**
 * al_validation_free:
 * @self: (transfer full): a table
 *
 * Frees a table and its rows.
 */
void
al_validation_free (AlValidation *self)
{
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->limits);
  g_free (self);
}

/**
 * al_validation_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has
 */
guint
al_validation_get_n_rows (const AlValidation *self)
{
  return self->entries->len;
}

/**
 * al_validation_get_row:
 * @self: a table
 * @index: less than al_validation_get_n_rows()
 *
 * Returns: (transfer none): a row, as long as the table lives
 */
const AlValidationRow *
al_validation_get_row (const AlValidation *self, guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &((const AlValidationEntry *) g_ptr_array_index (self->entries, index))->row;
}

/**
 * al_validation_find_row:
 * @self: a table
 * @id: such as C1
 *
 * Returns: (transfer none) (nullable): the row of that id
 */
const AlValidationRow *
al_validation_find_row (const AlValidation *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++) {
    if (g_strcmp0 (al_validation_get_row (self, i)->id, id) == 0)
      return al_validation_get_row (self, i);
  }
  return NULL;
}

/**
 * al_validation_status_get_id:
 * @status: a status
 *
 * Returns: (transfer none): its word in files and in JSON: `opened` or `memory`
 */
const char *
al_validation_status_get_id (AlValidationStatus status)
{
  return status == AL_VALIDATION_OPENED ? "opened" : "memory";
}

/**
 * al_validation_get_n_limits:
 * @self: a table
 *
 * Returns: how many limits of the model it names
 */
guint
al_validation_get_n_limits (const AlValidation *self)
{
  return self->limits->len;
}

/**
 * al_validation_get_limit:
 * @self: a table
 * @index: less than al_validation_get_n_limits()
 *
 * Returns: (transfer none): a limit, as long as the table lives
 */
const AlValidationLimit *
al_validation_get_limit (const AlValidation *self, guint index)
{
  g_return_val_if_fail (index < self->limits->len, NULL);

  return g_ptr_array_index (self->limits, index);
}

/**
 * al_validation_find_limit_of_row:
 * @self: a table
 * @row_id: such as C17
 *
 * Returns: (transfer none) (nullable): the limit that explains why a row is out of band
 */
const AlValidationLimit *
al_validation_find_limit_of_row (const AlValidation *self, const char *row_id)
{
  for (guint i = 0; i < self->limits->len; i++) {
    const AlValidationLimit *limit = al_validation_get_limit (self, i);
    if (g_strv_contains (limit->rows, row_id))
      return limit;
  }
  return NULL;
}
