/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-indices.h"
#include "al-parameter-group.h"
#include "al-signal.h"

#include <math.h>

/* Names are a contract: unique, lower case, and every row says what it is and where it comes from.
 */
static void
test_table (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const AlParameterInfo *info = al_parameter_get_info ((AlParameter) i);

    g_assert_true (g_hash_table_add (names, (gpointer) info->name));
    g_assert_true (al_parameter_in_range ((AlParameter) i, info->default_value));
    g_assert_cmpfloat (info->minimum, <, info->maximum);
    g_assert_cmpstr (info->description, !=, "");
    g_assert_true (info->kind == AL_KIND_CHOICE || info->unit[0] != '\0');
    g_assert_true (info->kind == AL_KIND_CHOICE || info->kind == AL_KIND_COMMAND ||
                   info->source[0] != '\0');
  }
}

static void
test_find (void)
{
  AlParameter parameter = AL_N_PARAMETERS;

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    g_assert_true (al_parameter_find (al_parameter_get_info ((AlParameter) i)->name, &parameter));
    g_assert_cmpuint (parameter, ==, i);
  }
  g_assert_false (al_parameter_find ("lv.magic", &parameter));
}

static void
test_parse (void)
{
  double value = 7;

  g_assert_true (al_parameter_parse (AL_PARAMETER_ECMO_FLOW, "4.25", &value));
  g_assert_cmpfloat (value, ==, 4.25);
  g_assert_true (al_parameter_parse (AL_PARAMETER_IABP_ON, "on", &value));
  g_assert_cmpfloat (value, ==, 1);
  g_assert_true (al_parameter_parse (AL_PARAMETER_VENTILATION_MODE, "spontaneous", &value));
  g_assert_cmpfloat (value, ==, 0);
  value = 7;
  g_assert_false (al_parameter_parse (AL_PARAMETER_ECMO_FLOW, "400", &value));
  g_assert_false (al_parameter_parse (AL_PARAMETER_ECMO_FLOW, "4,2", &value));
  g_assert_false (al_parameter_parse (AL_PARAMETER_ECMO_FLOW, "", &value));
  g_assert_false (al_parameter_parse (AL_PARAMETER_ECMO_FLOW, "nan", &value));
  g_assert_false (al_parameter_parse (AL_PARAMETER_IABP_ON, "perhaps", &value));
  g_assert_cmpfloat (value, ==, 7);
}

/* What is printed reads back as the same value. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const AlParameterInfo *info = al_parameter_get_info ((AlParameter) i);
    double values[] = {info->minimum, info->default_value, info->maximum};

    for (guint k = 0; k < G_N_ELEMENTS (values); k++) {
      g_autofree char *text = al_parameter_format ((AlParameter) i, values[k]);
      double back = NAN;

      g_assert_true (al_parameter_parse ((AlParameter) i, text, &back));
      g_assert_cmpfloat (back, ==, values[k]);
    }
  }
}

static void
test_format_is_for_people (void)
{
  g_autofree char *volume = al_parameter_format (AL_PARAMETER_IABP_VOLUME, 40);
  g_autofree char *speed = al_parameter_format (AL_PARAMETER_ECMO_RPM, 3000);
  g_autofree char *word = al_parameter_format (AL_PARAMETER_IABP_ON, 1);
  /* As few digits as tell it from its neighbours, however many that are. */
  g_autofree char *many = al_parameter_format (AL_PARAMETER_LV_EES, 2.7182818);
  g_autofree char *few = al_parameter_format (AL_PARAMETER_LV_EES, 0.1);

  g_assert_cmpstr (volume, ==, "40");
  g_assert_cmpstr (speed, ==, "3000");
  g_assert_cmpstr (word, ==, "on");
  g_assert_cmpstr (many, ==, "2.7182818");
  g_assert_cmpstr (few, ==, "0.1");
}

/* A new name begins with a word that a reference knows, and every heading has something under it.
 */
static void
test_groups (void)
{
  guint members[AL_N_PARAMETER_GROUPS] = {0};

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    AlParameterGroup group = al_parameter_get_group ((AlParameter) i);

    if (group == AL_N_PARAMETER_GROUPS)
      g_test_message ("%s", al_parameter_get_info ((AlParameter) i)->name);
    g_assert_cmpint (group, <, AL_N_PARAMETER_GROUPS);
    members[group]++;
  }
  for (guint i = 0; i < AL_N_PARAMETER_GROUPS; i++) {
    g_assert_cmpuint (members[i], >, 0);
    g_assert_cmpstr (al_parameter_group_get_title ((AlParameterGroup) i), !=, "");
  }
  g_assert_cmpint (al_parameter_get_group (AL_PARAMETER_LV_EES), ==, AL_PARAMETER_GROUP_CHAMBERS);
  g_assert_cmpint (al_parameter_get_group (AL_PARAMETER_LAVA_FACTOR), ==, AL_PARAMETER_GROUP_ECMO);
  g_assert_cmpint (al_parameter_get_group (AL_PARAMETER_RHYTHM), ==, AL_PARAMETER_GROUP_RHYTHM);
}

static void
test_other_tables (void)
{
  for (guint i = 0; i < AL_N_INDICES; i++) {
    AlIndex found = AL_N_INDICES;

    g_assert_true (al_index_find (al_index_get_info ((AlIndex) i)->key, &found));
    g_assert_cmpuint (found, ==, i);
  }
  for (guint i = 0; i < AL_N_SIGNALS; i++) {
    AlSignal found = AL_N_SIGNALS;

    g_assert_true (al_signal_find (al_signal_get_info ((AlSignal) i)->key, &found));
    g_assert_cmpuint (found, ==, i);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/parameter/table", test_table);
  g_test_add_func ("/engine/parameter/find", test_find);
  g_test_add_func ("/engine/parameter/parse", test_parse);
  g_test_add_func ("/engine/parameter/round-trip", test_round_trip);
  g_test_add_func ("/engine/parameter/format-is-for-people", test_format_is_for_people);
  g_test_add_func ("/engine/parameter/groups", test_groups);
  g_test_add_func ("/engine/parameter/other-tables", test_other_tables);
  return g_test_run ();
}
