/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-controls.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-unit.h"

#define PERCENT .factor = 100, .unit = "%"

/* Choices, in the order of the values of their parameters */

static const char *const off_on[] = {NC_ ("choice", "Off"), NC_ ("choice", "On"), NULL};
static const char *const no_yes[] = {NC_ ("choice", "No"), NC_ ("choice", "Yes"), NULL};
static const char *const rhythms[] = {
    NC_ ("choice", "Sinus rhythm"),  NC_ ("choice", "Atrial fibrillation"),
    NC_ ("choice", "Ectopic beats"), NC_ ("choice", "Ventricular tachycardia"),
    NC_ ("choice", "Asystole"),      NULL};
static const char *const ratios[] = {"1:1", "1:2", "1:3", NULL};
static const char *const balloon_volumes[] = {"30", "40", "50", NULL};
static const char *const triggers[] = {NC_ ("choice", "ECG"), NC_ ("choice", "Pressure"),
                                       NC_ ("choice", "Internal"), NULL};
static const char *const ecmo_modes[] = {NC_ ("choice", "Flow"), NC_ ("choice", "Speed"), NULL};
static const char *const return_sites[] = {NC_ ("choice", "Femoral"), NC_ ("choice", "Central"),
                                           NULL};
static const char *const drainage_sites[] = {NC_ ("choice", "Right"), NC_ ("choice", "Both atria"),
                                             NULL};
static const char *const breathing[] = {NC_ ("choice", "Own"), NC_ ("choice", "Ventilator"), NULL};
/* Kept from left to right where everything else runs from right to left. */
#define TIMES(number) "\u2066" number "×\u2069"

static const char *const time_lapse[] = {TIMES ("1"), TIMES ("10"), TIMES ("60"), TIMES ("240"),
                                         NULL};

static const double balloon_volume_values[] = {30, 40, 50};
static const double time_lapse_values[] = {1, 10, 60, 240};

/* The groups */

static const AlControl patient[] = {
    {AL_PARAMETER_RHYTHM, N_ ("Rhythm"), .choices = rhythms},
    {AL_PARAMETER_RHYTHM_RATE, N_ ("Heart rate"), 1},
    {AL_PARAMETER_RHYTHM_VT_RATE, N_ ("Tachycardia rate"), 5},
    {AL_PARAMETER_RHYTHM_ECTOPIC_EVERY, N_ ("One ectopic beat in"), 1},
    {AL_PARAMETER_RHYTHM_IRREGULARITY, N_ ("Irregularity"), 0.02, PERCENT},
    {AL_PARAMETER_HISTORY_ARREST, N_ ("Had a cardiac arrest"), .choices = no_yes},
    {AL_PARAMETER_HISTORY_FAILED, N_ ("First therapy failed"), .choices = no_yes},
};

static const AlControl balloon_pump[] = {
    {AL_PARAMETER_IABP_RATIO, N_ ("Assist"), .choices = ratios},
    {AL_PARAMETER_IABP_VOLUME, N_ ("Balloon, mL"), .choices = balloon_volumes,
     .values = balloon_volume_values},
    {AL_PARAMETER_IABP_TRIGGER, N_ ("Trigger"), .choices = triggers},
    {AL_PARAMETER_IABP_INTERNAL_RATE, N_ ("Internal rate"), 5},
    {AL_PARAMETER_IABP_INFLATION_OFFSET, N_ ("Inflation, early or late"), 10},
    {AL_PARAMETER_IABP_DEFLATION_OFFSET, N_ ("Deflation, early or late"), 10},
};

static const AlControl ecmo[] = {
    {AL_PARAMETER_ECMO_MODE, N_ ("Hold constant"), .choices = ecmo_modes},
    {AL_PARAMETER_ECMO_FLOW, N_ ("Flow"), 0.1},
    {AL_PARAMETER_ECMO_RPM, N_ ("Pump speed"), 50},
    {AL_PARAMETER_ECMO_RETURN_SITE, N_ ("Return"), .choices = return_sites},
    {AL_PARAMETER_ECMO_DRAINAGE_SITE, N_ ("Drainage"), .choices = drainage_sites},
};

static const AlControl ecmo_circuit[] = {
    {AL_PARAMETER_ECMO_SWEEP, N_ ("Sweep gas"), 0.5},
    {AL_PARAMETER_ECMO_FDO2, N_ ("Oxygen fraction, FdO2"), 0.05},
    {AL_PARAMETER_ECMO_OXYGENATOR, N_ ("Oxygenator efficiency"), 0.05, PERCENT},
    {AL_PARAMETER_ECMO_RETURN_FR, N_ ("Return cannula"), 1},
    {AL_PARAMETER_ECMO_DRAINAGE_FR, N_ ("Drainage cannula"), 1},
    {AL_PARAMETER_ECMO_DISTAL, N_ ("Leg perfusion cannula"), .choices = off_on},
};

static const AlControl micro_axial_pump[] = {
    {AL_PARAMETER_MAFP_LEVEL, N_ ("Performance level, P"), 1},
};

static const AlControl venting[] = {
    {AL_PARAMETER_LA_VENT_ON, N_ ("Left atrial vent"), .choices = off_on},
    {AL_PARAMETER_SEPTOSTOMY, N_ ("Atrial septostomy"), 0.1},
};

/* What is usual: ranges of product information and textbooks. */
static const AlControl drugs[] = {
    {AL_PARAMETER_DRUG_NOREPINEPHRINE, N_ ("Norepinephrine"), 0.02, .usual_low = 0.05,
     .usual_high = 0.5},
    {AL_PARAMETER_DRUG_VASOPRESSIN, N_ ("Vasopressin"), 0.01, .usual_low = 0.01,
     .usual_high = 0.04},
    {AL_PARAMETER_DRUG_PHENYLEPHRINE, N_ ("Phenylephrine"), 0.1, .usual_low = 0.5, .usual_high = 2},
    {AL_PARAMETER_DRUG_EPINEPHRINE, N_ ("Epinephrine"), 0.01, .usual_low = 0.02, .usual_high = 0.3},
    {AL_PARAMETER_DRUG_DOBUTAMINE, N_ ("Dobutamine"), 0.5, .usual_low = 2, .usual_high = 15},
    {AL_PARAMETER_DRUG_MILRINONE, N_ ("Milrinone"), 0.05, .usual_low = 0.25, .usual_high = 0.75},
    {AL_PARAMETER_DRUG_LEVOSIMENDAN, N_ ("Levosimendan"), 0.01, .usual_low = 0.05,
     .usual_high = 0.2},
    {AL_PARAMETER_DRUG_NITROPRUSSIDE, N_ ("Nitroprusside"), 0.1, .usual_low = 0.3, .usual_high = 3},
    {AL_PARAMETER_DRUG_FUROSEMIDE, N_ ("Furosemide in all"), 20, .usual_low = 20,
     .usual_high = 120},
};

static const AlControl volume[] = {
    {AL_PARAMETER_BLOOD_INFUSION, N_ ("Blood given or lost"), 50},
    {AL_PARAMETER_BLOOD_CRYSTALLOID, N_ ("Crystalloid, total"), 250},
    {AL_PARAMETER_VENTILATION_MODE, N_ ("Breathing"), .choices = breathing},
    {AL_PARAMETER_VENTILATION_PEEP, N_ ("PEEP"), 1},
    {AL_PARAMETER_VENTILATION_FIO2, N_ ("Inspired oxygen, FiO2"), 0.05},
    {AL_PARAMETER_VENTILATION_ALVEOLAR, N_ ("Alveolar ventilation"), 0.1},
    {AL_PARAMETER_LUNG_SHUNT, N_ ("Lung shunt"), 0.05, PERCENT},
};

static const AlControl heart[] = {
    {AL_PARAMETER_LV_EES, N_ ("LV contractility, Ees"), 0.02},
    {AL_PARAMETER_RV_EES, N_ ("RV contractility, Ees"), 0.02},
    {AL_PARAMETER_UPPER_BED_R, N_ ("Upper resistance"), 0.05},
    {AL_PARAMETER_LOWER_BED_R, N_ ("Lower resistance"), 0.05},
};

static const AlControl lesions[] = {
    {AL_PARAMETER_SEPTUM_DEFECT, N_ ("Ventricular septal defect"), 0.1},
    {AL_PARAMETER_PERICARDIUM_EFFUSION, N_ ("Pericardial effusion"), 10},
};

static const AlControl organs[] = {
    {AL_PARAMETER_REFLEX_GAIN, N_ ("Baroreflex gain"), 0.1},
    {AL_PARAMETER_ISCHAEMIA_GAIN, N_ ("Ischaemia feedback"), 0.05},
    {AL_PARAMETER_SLOW_ACCELERATION, N_ ("Hours pass"), .choices = time_lapse,
     .values = time_lapse_values},
};

#define CONTROLS(array) array, G_N_ELEMENTS (array)
#define NO_DEVICE       AL_N_PARAMETERS

static const AlControlGroup groups[] = {
    {N_ ("Patient and rhythm"), NO_DEVICE, AL_UNFOLD_WITH_ROOM, FALSE, CONTROLS (patient)},
    {N_ ("Balloon pump"), AL_PARAMETER_IABP_ON, AL_UNFOLD_ALWAYS, FALSE, CONTROLS (balloon_pump)},
    {N_ ("VA-ECMO"), AL_PARAMETER_ECMO_ON, AL_UNFOLD_ALWAYS, FALSE, CONTROLS (ecmo)},
    {N_ ("ECMO gas and cannulas"), NO_DEVICE, AL_UNFOLD_ON_DEMAND, FALSE, CONTROLS (ecmo_circuit)},
    {N_ ("Micro-axial pump"), AL_PARAMETER_MAFP_ON, AL_UNFOLD_ON_DEMAND, FALSE,
     CONTROLS (micro_axial_pump)},
    {N_ ("Venting"), NO_DEVICE, AL_UNFOLD_ON_DEMAND, TRUE, CONTROLS (venting)},
    {N_ ("Drugs"), NO_DEVICE, AL_UNFOLD_ON_DEMAND, TRUE, CONTROLS (drugs)},
    {N_ ("Volume and ventilation"), NO_DEVICE, AL_UNFOLD_ON_DEMAND, FALSE, CONTROLS (volume)},
    {N_ ("Heart and vessels"), NO_DEVICE, AL_UNFOLD_ON_DEMAND, FALSE, CONTROLS (heart)},
    {N_ ("Lesions"), NO_DEVICE, AL_UNFOLD_ON_DEMAND, TRUE, CONTROLS (lesions)},
    {N_ ("Reflexes and organs"), NO_DEVICE, AL_UNFOLD_ON_DEMAND, FALSE, CONTROLS (organs)},
};

/* What has an effect only while another setting is one of some values is shown only then. */
typedef struct {
  AlParameter parameter;
  AlParameter depends_on;
  guint values; /* a bit for each value */
} Condition;

#define IS(value)       (1u << (value))
#define REGULAR_RHYTHMS (IS (0) | IS (1) | IS (2)) /* those that begin with the sinus rate */

static const Condition conditions[] = {
    {AL_PARAMETER_RHYTHM_RATE, AL_PARAMETER_RHYTHM, REGULAR_RHYTHMS},
    {AL_PARAMETER_RHYTHM_IRREGULARITY, AL_PARAMETER_RHYTHM, IS (1)},
    {AL_PARAMETER_RHYTHM_ECTOPIC_EVERY, AL_PARAMETER_RHYTHM, IS (2)},
    {AL_PARAMETER_RHYTHM_VT_RATE, AL_PARAMETER_RHYTHM, IS (3)},
    {AL_PARAMETER_IABP_INTERNAL_RATE, AL_PARAMETER_IABP_TRIGGER, IS (2)},
    {AL_PARAMETER_ECMO_FLOW, AL_PARAMETER_ECMO_MODE, IS (0)},
    {AL_PARAMETER_ECMO_RPM, AL_PARAMETER_ECMO_MODE, IS (1)},
    {AL_PARAMETER_ECMO_SWEEP, AL_PARAMETER_ECMO_ON, IS (1)},
    {AL_PARAMETER_ECMO_FDO2, AL_PARAMETER_ECMO_ON, IS (1)},
    {AL_PARAMETER_ECMO_OXYGENATOR, AL_PARAMETER_ECMO_ON, IS (1)},
    {AL_PARAMETER_ECMO_RETURN_FR, AL_PARAMETER_ECMO_ON, IS (1)},
    {AL_PARAMETER_ECMO_DRAINAGE_FR, AL_PARAMETER_ECMO_ON, IS (1)},
    {AL_PARAMETER_ECMO_DISTAL, AL_PARAMETER_ECMO_ON, IS (1)},
    {AL_PARAMETER_ECMO_DISTAL, AL_PARAMETER_ECMO_RETURN_SITE, IS (0)},
    {AL_PARAMETER_LA_VENT_ON, AL_PARAMETER_ECMO_ON, IS (1)},
    {AL_PARAMETER_VENTILATION_PEEP, AL_PARAMETER_VENTILATION_MODE, IS (1)},
};

/**
 * al_control_get_groups:
 * @n_groups: (out): how many there are
 *
 * Every setting that a person changes while the heart beats, grouped, from the top.
 *
 * Returns: (transfer none) (array length=n_groups): the groups
 */
const AlControlGroup *
al_control_get_groups (guint *n_groups)
{
  *n_groups = G_N_ELEMENTS (groups);
  return groups;
}

/**
 * al_control_matters:
 * @parameter: a setting
 * @settings: all of them
 *
 * Whether a setting has an effect while the others are as they are.
 */
gboolean
al_control_matters (AlParameter parameter, const AlSettings *settings)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++) {
    const Condition *condition = &conditions[i];

    if (condition->parameter == parameter &&
        !(condition->values & IS (lround (settings->value[condition->depends_on]))))
      return FALSE;
  }
  return TRUE;
}

/**
 * al_control_group_matters:
 * @group: a group
 * @settings: all settings
 *
 * Whether a group has a device to switch, or a control with an effect.
 */
gboolean
al_control_group_matters (const AlControlGroup *group, const AlSettings *settings)
{
  gboolean matters = group->device != NO_DEVICE;

  for (guint i = 0; i < group->n_controls && !matters; i++)
    matters = al_control_matters (group->controls[i].parameter, settings);
  return matters;
}

/**
 * al_control_group_count_active:
 * @group: a group
 * @settings: all settings
 *
 * How many controls with an effect are above their lowest value, such as drugs that run.
 */
guint
al_control_group_count_active (const AlControlGroup *group, const AlSettings *settings)
{
  guint n = 0;

  for (guint i = 0; i < group->n_controls; i++) {
    const AlParameter parameter = group->controls[i].parameter;

    n += settings->value[parameter] > al_parameter_get_info (parameter)->minimum &&
         al_control_matters (parameter, settings);
  }
  return n;
}

/**
 * al_control_get_choice_value:
 * @control: a control with choices
 * @position: a choice, from 0
 *
 * What a choice sets.
 *
 * Returns: a value in the unit of the parameter
 */
double
al_control_get_choice_value (const AlControl *control, guint position)
{
  g_return_val_if_fail (control->choices != NULL, 0);
  if (control->values != NULL)
    return control->values[position];
  return al_parameter_get_info (control->parameter)->minimum + position;
}

static double
get_factor (const AlControl *control)
{
  return control->factor > 0 ? control->factor : 1;
}

/* What stands behind a number, with a gap before it: "98/min", not "98 1/min", and nothing behind a
 * plain one. */
static char *
format_unit (const AlControl *control)
{
  const char *unit =
      control->unit != NULL ? control->unit : al_parameter_get_info (control->parameter)->unit;

  unit = al_unit_get_text (unit);
  if (unit[0] == '\0')
    return g_strdup ("");
  if (g_str_has_prefix (unit, "1/"))
    return g_strdup (unit + 1);
  return g_strdup_printf ("\u00a0%s", unit);
}

static int
get_digits (const AlControl *control)
{
  return MAX (0, (int) -floor (log10 (control->step * get_factor (control)) + 1e-9));
}

/**
 * al_control_format:
 * @control: a control with a scale
 * @value: a value in the unit of its parameter
 *
 * A value as it is shown, with its unit.
 *
 * Returns: (transfer full): such as "40 mL"
 */
char *
al_control_format (const AlControl *control, double value)
{
  const int digits = get_digits (control);
  const double shown = value * get_factor (control);
  const double half = 0.5 * pow (10, -digits);
  g_autofree char *unit = format_unit (control);

  return g_strdup_printf ("%s%.*f%s", shown < -half ? "−" : "", digits,
                          fabs (shown) < half ? 0 : fabs (shown), unit);
}

/**
 * al_control_describe:
 * @control: a control
 *
 * What a setting is, and for a scale its default, its range and what is usual.
 *
 * Returns: (transfer full): lines of text, translated
 */
char *
al_control_describe (const AlControl *control)
{
  const AlParameterInfo *info = al_parameter_get_info (control->parameter);
  const double factor = get_factor (control);
  g_autofree char *unit = format_unit (control);
  g_autoptr (GString) text = g_string_new (_ (info->description));

  if (control->usual_high > 0) {
    g_string_append_c (text, '\n');
    /* Translators: lowest and highest usual value, unit */
    g_string_append_printf (text, _ ("Usual: %g to %g%s"), control->usual_low * factor,
                            control->usual_high * factor, unit);
  }
  if (control->choices == NULL) {
    g_string_append_c (text, '\n');
    /* Translators: default value, unit, lowest and highest possible value, unit */
    g_string_append_printf (text, _ ("Default %g%s, range %g to %g%s"),
                            info->default_value * factor, unit, info->minimum * factor,
                            info->maximum * factor, unit);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
