/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-parameter-group.h"

#include <string.h>

#define N_(text) text

/* What stands before the first full stop of a name says which part of the model it is about. */
typedef struct {
  const char *title;
  const char *prefixes; /* with a space before and after each */
} Group;

static const Group groups[AL_N_PARAMETER_GROUPS] = {
    [AL_PARAMETER_GROUP_BODY] = {N_ ("Body, blood and history"), " body blood history "},
    [AL_PARAMETER_GROUP_RHYTHM] = {N_ ("Rhythm"), " rhythm "},
    [AL_PARAMETER_GROUP_CHAMBERS] = {N_ ("Chambers of the heart"), " lv rv la ra "},
    [AL_PARAMETER_GROUP_WALLS] = {N_ ("Septum and pericardium"), " septum pericardium "},
    [AL_PARAMETER_GROUP_VALVES] = {N_ ("Valves and outflow tract"),
                                   " mitral aortic tricuspid pulmonary_valve lvot "},
    [AL_PARAMETER_GROUP_ARTERIES] = {N_ ("Systemic arteries"),
                                     " arteries arch thoracic_aorta abdominal_aorta upper_arteries "
                                     "upper_bed lower_bed "},
    [AL_PARAMETER_GROUP_CORONARY] = {N_ ("Coronary and bronchial vessels"), " coronary bronchial "},
    [AL_PARAMETER_GROUP_VEINS] = {N_ ("Systemic veins"), " upper_veins lower_veins "},
    [AL_PARAMETER_GROUP_LUNGS] = {N_ ("Lungs and ventilation"),
                                  " pulmonary_artery pulmonary_veins lung ventilation "},
    [AL_PARAMETER_GROUP_FEEDBACK] = {N_ ("Reflex and ischaemia"), " reflex ischaemia "},
    [AL_PARAMETER_GROUP_IABP] = {N_ ("Intra-aortic balloon pump"), " iabp "},
    [AL_PARAMETER_GROUP_ECMO] = {N_ ("Veno-arterial ECMO"), " ecmo "},
    [AL_PARAMETER_GROUP_OTHER_PUMPS] = {N_ ("Micro-axial pump, vent and septostomy"),
                                        " mafp la_vent septostomy "},
    [AL_PARAMETER_GROUP_DRUGS] = {N_ ("Drugs"), " drug "},
    [AL_PARAMETER_GROUP_HOURS] = {N_ ("Hours: coarse, slow organs"), " slow lactate "},
};

/**
 * al_parameter_get_group:
 * @parameter: a parameter
 *
 * The part of the model that a parameter belongs to.
 *
 * Returns: the group; %AL_N_PARAMETER_GROUPS when its name begins with an unknown word
 */
AlParameterGroup
al_parameter_get_group (AlParameter parameter)
{
  const char *name = al_parameter_get_info (parameter)->name;
  g_autofree char *first = g_strndup (name, strcspn (name, "."));
  g_autofree char *word = g_strdup_printf (" %s ", first);

  for (guint i = 0; i < AL_N_PARAMETER_GROUPS; i++) {
    if (strstr (groups[i].prefixes, word) != NULL)
      return (AlParameterGroup) i;
  }
  return AL_N_PARAMETER_GROUPS;
}

/**
 * al_parameter_group_get_title:
 * @group: a group
 *
 * The heading over the parameters of a group.
 *
 * Returns: (transfer none): the title, untranslated; show it through gettext
 */
const char *
al_parameter_group_get_title (AlParameterGroup group)
{
  g_return_val_if_fail (group < AL_N_PARAMETER_GROUPS, "");

  return groups[group].title;
}
