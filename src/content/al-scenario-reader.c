/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-reader.h"
#include "al-suggest.h"
#include "al-unit.h"

#include <glib/gi18n-lib.h>

/*
 * The <scenario>, <change> and <set> elements, which mean the same in every kind of file: what
 * the command line calls --patient, --set and --at.
 */

/* Circulations of the reference tables are steady after this time. */
#define DEFAULT_SETTLE_S 120
#define MAX_SETTLE_S     600

/* Nothing that is taught with seconds takes longer; hours belong to the slow model. */
#define MAX_TIME_S 3600

/* Every command is compared with the others. */
#define MAX_COMMANDS 1000

/* The sets of a scenario stand before its settling. */
#define BEFORE_SETTLING (-1)

static void
explain_value (AlXml *xml, const xmlNode *node, const AlParameterInfo *info, const char *value)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];

  if (info->choices != NULL) {
    g_auto (GStrv) choices = g_strsplit (info->choices, "|", -1);
    g_autofree char *words = g_strjoinv (", ", choices);
    al_xml_error_at (xml, node, _ ("'%s' is '%s'; it may be: %s"), info->name, value, words);
    return;
  }
  g_ascii_formatd (low, sizeof low, "%g", info->minimum);
  g_ascii_formatd (high, sizeof high, "%g", info->maximum);
  al_xml_error_at (xml, node, _ ("'%s' is '%s'; it must be a number from %s to %s %s"), info->name,
                   value, low, high, al_unit_get_text (info->unit));
}

static void
explain_name (AlXml *xml, const xmlNode *node, const char *name)
{
  const char *meant = al_suggest_parameter (name);

  if (meant != NULL)
    al_xml_error_at (xml, node, _ ("there is no parameter '%s'; did you mean '%s'?"), name, meant);
  else
    al_xml_error_at (xml, node,
                     _ ("there is no parameter '%s'; \"afterload-cli parameters\" lists them all"),
                     name);
}

static gboolean
read_setting (AlXml *xml, const xmlNode *node, AlCommand *command)
{
  g_autofree char *name = al_xml_attribute (node, "name");
  g_autofree char *value = al_xml_attribute (node, "value");

  if (!al_parameter_find (name, &command->parameter)) {
    explain_name (xml, node, name);
    return FALSE;
  }
  if (!al_parameter_parse (command->parameter, value, &command->value)) {
    explain_value (xml, node, al_parameter_get_info (command->parameter), value);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_time (AlXml *xml, const xmlNode *node, gint64 *time_us)
{
  double seconds = 0;

  if (!al_xml_attribute_double (xml, node, "time", &seconds))
    return FALSE;
  if (seconds < 0 || seconds > MAX_TIME_S) {
    al_xml_error_at (xml, node, _ ("the time must be from 0 to %d seconds"), MAX_TIME_S);
    return FALSE;
  }
  *time_us = (gint64) (seconds * G_USEC_PER_SEC + 0.5);
  return TRUE;
}

static gboolean
already_there (const GArray *commands, const AlCommand *command)
{
  for (guint i = 0; i < commands->len; i++) {
    const AlCommand *other = &g_array_index (commands, AlCommand, i);
    if (other->parameter == command->parameter && other->time_us == command->time_us)
      return TRUE;
  }
  return FALSE;
}

static void
add_command (AlXml *xml, const xmlNode *node, const AlCommand *command, GArray *commands)
{
  if (already_there (commands, command))
    al_xml_error_at (xml, node, _ ("'%s' gets a value twice at the same time"),
                     al_parameter_get_info (command->parameter)->name);
  else
    g_array_append_val (commands, *command);
}

/**
 * al_actions_read:
 * @xml: a file
 * @node: an element with set and at elements in it
 * @set_time_us: the time that its set elements stand for, in microseconds
 * @commands: (element-type AlCommand): where to put them
 *
 * Reads what is done to a patient, in the order of the file.
 */
void
al_actions_read (AlXml *xml, const xmlNode *node, gint64 set_time_us, GArray *commands)
{
  guint number = al_xml_count (node, "set") + al_xml_count (node, "at");

  if (number > MAX_COMMANDS) {
    al_xml_error_at (xml, node, _ ("%u values are set here; at most %d are read"), number,
                     MAX_COMMANDS);
    return;
  }
  for (xmlNode *child = al_xml_child (node, NULL); child != NULL;
       child = al_xml_next (child, NULL)) {
    AlCommand command = {.time_us = set_time_us};

    if (!al_xml_is (child, "set") && !al_xml_is (child, "at"))
      continue;
    if (al_xml_is (child, "at") && !read_time (xml, child, &command.time_us))
      continue;
    if (read_setting (xml, child, &command))
      add_command (xml, child, &command, commands);
  }
}

static void
apply_commands (AlScenario *scenario, const GArray *commands)
{
  for (guint i = 0; i < commands->len; i++) {
    const AlCommand *command = &g_array_index (commands, AlCommand, i);
    if (command->time_us < 0)
      al_scenario_set (scenario, command->parameter, command->value);
    else
      al_scenario_at (scenario, command->time_us, command->parameter, command->value);
  }
}

static double
read_settle (AlXml *xml, const xmlNode *node)
{
  double settle_s = DEFAULT_SETTLE_S;

  if (al_xml_attribute_double (xml, node, "settle", &settle_s) &&
      (settle_s < 0 || settle_s > MAX_SETTLE_S)) {
    al_xml_error_at (xml, node, _ ("the time to settle must be from 0 to %d seconds"),
                     MAX_SETTLE_S);
    return DEFAULT_SETTLE_S;
  }
  return settle_s;
}

/**
 * al_scenario_read:
 * @xml: a file
 * @node: its scenario element
 * @catalogue: where the patient is looked up
 * @patient: (out) (transfer none) (optional): the patient
 *
 * Reads how a patient stands and what is done.
 *
 * Returns: (transfer full) (nullable): the scenario, %NULL when there is no such patient
 */
AlScenario *
al_scenario_read (AlXml *xml, const xmlNode *node, AlCatalogue *catalogue, AlPatient **patient)
{
  g_autoptr (GArray) commands = g_array_new (FALSE, FALSE, sizeof (AlCommand));
  g_autofree char *id = al_xml_attribute (node, "patient");
  AlPatient *found = al_catalogue_find_patient (catalogue, id);
  double settle_s = read_settle (xml, node);
  AlScenario *scenario;

  al_actions_read (xml, node, BEFORE_SETTLING, commands);
  if (found == NULL) {
    al_xml_error_at (xml, node, _ ("there is no patient '%s'"), id);
    return NULL;
  }
  scenario = al_scenario_new (al_patient_get_settings (found));
  al_scenario_set_settle_s (scenario, settle_s);
  apply_commands (scenario, commands);
  if (patient != NULL)
    *patient = found;
  return scenario;
}
