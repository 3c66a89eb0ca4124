/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-warnings.h"

#include <math.h>

#include <glib/gi18n.h>

/* Timing that is off by less than this is not seen on a console. */
#define TIMING_MS 40

#define VEIN_PERCENT      6 /* mean collapse at which a fifth of the flow is lost */
#define INLET_PERCENT     20
#define SATURATION_POINTS 5
#define HAEMOLYSIS_MG_DL  50
#define LIMB_PERCENT      50
#define LEAK_CM2          0.1
#define OBSTRUCTED_SHARE  0.5
#define LOW_MAP_MMHG      60
#define SHUT_FRACTION     0.05
#define LOW_FLOW_L_MIN    2
#define LOW_FLOW_S        120
#define CO2_FALL_MMHG     20 /* in an hour */
#define CO2_HIGH_MMHG     60
#define CO2_BIN_S         (3600.0 / AL_WARNINGS_CO2_BINS)
#define BACKFLOW_L_MIN    (-0.05)
#define RHYTHM_ASYSTOLE   4
#define TRIGGER_PRESSURE  1
#define TRIGGER_INTERNAL  2

/* What is measured beat by beat must not flicker. */
#define LINGER_US (3 * G_USEC_PER_SEC)

/* All that a rule looks at. */
typedef struct {
  const double *setting;
  const double *index;
  const AlWarnings *memory;
} Situation;

static gboolean
is_on (const Situation *at, AlParameter device)
{
  return at->setting[device] > 0.5;
}

static gboolean
is_choice (const Situation *at, AlParameter parameter, int choice)
{
  return lround (at->setting[parameter]) == choice;
}

static gboolean
is_shut (const Situation *at)
{
  return at->index[AL_INDEX_AV_OPENING] < SHUT_FRACTION;
}

static gboolean
is_arrested (const Situation *at)
{
  return is_choice (at, AL_PARAMETER_RHYTHM, RHYTHM_ASYSTOLE);
}

/* The rules. A comparison with an index that is not computed is false. */

static gboolean
flows_back (const Situation *at)
{
  return is_on (at, AL_PARAMETER_ECMO_ON) && at->index[AL_INDEX_ECMO_FLOW] < BACKFLOW_L_MIN;
}

static gboolean
has_no_trigger (const Situation *at)
{
  gboolean pressure = is_choice (at, AL_PARAMETER_IABP_TRIGGER, TRIGGER_PRESSURE);
  gboolean internal = is_choice (at, AL_PARAMETER_IABP_TRIGGER, TRIGGER_INTERNAL);

  return is_on (at, AL_PARAMETER_IABP_ON) && !internal &&
         (is_arrested (at) || (pressure && is_shut (at)));
}

static gboolean
has_blue_head (const Situation *at)
{
  return is_on (at, AL_PARAMETER_ECMO_ON) &&
         at->index[AL_INDEX_SAO2_FEMORAL] - at->index[AL_INDEX_SAO2_RADIAL] > SATURATION_POINTS;
}

static gboolean
has_blue_legs (const Situation *at)
{
  return is_on (at, AL_PARAMETER_ECMO_ON) &&
         at->index[AL_INDEX_SAO2_RADIAL] - at->index[AL_INDEX_SAO2_FEMORAL] > SATURATION_POINTS;
}

static gboolean
sucks_vein (const Situation *at)
{
  return is_on (at, AL_PARAMETER_ECMO_ON) && at->index[AL_INDEX_ECMO_SUCTION] > VEIN_PERCENT;
}

static gboolean
sucks_ventricle (const Situation *at)
{
  return is_on (at, AL_PARAMETER_MAFP_ON) && at->index[AL_INDEX_MAFP_SUCTION] > INLET_PERCENT;
}

/* A micro-axial pump keeps the blood of a ventricle moving that does not open its valve. */
static gboolean
stands_still (const Situation *at)
{
  return is_on (at, AL_PARAMETER_ECMO_ON) && !is_on (at, AL_PARAMETER_MAFP_ON) && is_shut (at);
}

static gboolean
starves_leg (const Situation *at)
{
  return at->index[AL_INDEX_LIMB_FLOW] < LIMB_PERCENT;
}

static gboolean
loses_co2_fast (const Situation *at)
{
  double highest = at->index[AL_INDEX_PACO2];

  for (guint i = 0; i < AL_WARNINGS_CO2_BINS; i++)
    highest = fmax (highest, at->memory->highest_paco2_mmhg[i]);
  return highest - at->index[AL_INDEX_PACO2] > CO2_FALL_MMHG;
}

static gboolean
holds_co2 (const Situation *at)
{
  return is_on (at, AL_PARAMETER_ECMO_ON) && at->index[AL_INDEX_PACO2] > CO2_HIGH_MMHG;
}

static gboolean
breaks_cells (const Situation *at)
{
  return at->index[AL_INDEX_FREE_HB] > HAEMOLYSIS_MG_DL;
}

static gboolean
flows_slowly (const Situation *at)
{
  return at->memory->low_flow_s > LOW_FLOW_S;
}

static gboolean
runs_on_own_clock (const Situation *at)
{
  return is_on (at, AL_PARAMETER_IABP_ON) &&
         is_choice (at, AL_PARAMETER_IABP_TRIGGER, TRIGGER_INTERNAL) && !is_arrested (at) &&
         !is_shut (at);
}

static gboolean
pumps_into_leak (const Situation *at)
{
  return is_on (at, AL_PARAMETER_IABP_ON) && at->setting[AL_PARAMETER_AORTIC_LEAK] >= LEAK_CM2;
}

/* What empties the ventricle draws its walls together in front of the valve. */
static const AlParameter emptying[] = {
    AL_PARAMETER_IABP_ON,          AL_PARAMETER_DRUG_DOBUTAMINE,   AL_PARAMETER_DRUG_MILRINONE,
    AL_PARAMETER_DRUG_EPINEPHRINE, AL_PARAMETER_DRUG_LEVOSIMENDAN, AL_PARAMETER_DRUG_NITROPRUSSIDE,
};

static gboolean
narrows_outflow (const Situation *at)
{
  if (at->setting[AL_PARAMETER_LVOT_OBSTRUCTION] < OBSTRUCTED_SHARE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (emptying); i++) {
    if (at->setting[emptying[i]] > 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
widens_low_pressure (const Situation *at)
{
  return at->setting[AL_PARAMETER_DRUG_NITROPRUSSIDE] > 0 && at->index[AL_INDEX_MAP] < LOW_MAP_MMHG;
}

/* How much later than right a balloon that follows the heart is told to move. */
static double
get_offset_ms (const Situation *at, AlParameter offset)
{
  if (!is_on (at, AL_PARAMETER_IABP_ON) ||
      is_choice (at, AL_PARAMETER_IABP_TRIGGER, TRIGGER_INTERNAL))
    return 0;
  return at->setting[offset];
}

static gboolean
deflates_late (const Situation *at)
{
  return get_offset_ms (at, AL_PARAMETER_IABP_DEFLATION_OFFSET) > TIMING_MS;
}

static gboolean
deflates_early (const Situation *at)
{
  return get_offset_ms (at, AL_PARAMETER_IABP_DEFLATION_OFFSET) < -TIMING_MS;
}

static gboolean
inflates_early (const Situation *at)
{
  return get_offset_ms (at, AL_PARAMETER_IABP_INFLATION_OFFSET) < -TIMING_MS;
}

static gboolean
inflates_late (const Situation *at)
{
  return get_offset_ms (at, AL_PARAMETER_IABP_INFLATION_OFFSET) > TIMING_MS;
}

/* Within these a heart and its vessels need no pump. */
static const struct {
  AlParameter parameter;
  double low;
  double high;
} healthy[] = {
    {AL_PARAMETER_RHYTHM, 0, 0.5},
    {AL_PARAMETER_LV_EES, 2, INFINITY},
    {AL_PARAMETER_RV_EES, 0.4, INFINITY},
    {AL_PARAMETER_MITRAL_AREA, 3, INFINITY},
    {AL_PARAMETER_AORTIC_AREA, 2, INFINITY},
    {AL_PARAMETER_MITRAL_LEAK, 0, LEAK_CM2},
    {AL_PARAMETER_AORTIC_LEAK, 0, LEAK_CM2},
    {AL_PARAMETER_TRICUSPID_LEAK, 0, LEAK_CM2},
    {AL_PARAMETER_SEPTUM_DEFECT, 0, LEAK_CM2},
    {AL_PARAMETER_LVOT_OBSTRUCTION, 0, 0.1},
    {AL_PARAMETER_PERICARDIUM_EFFUSION, 0, 50},
    {AL_PARAMETER_UPPER_BED_R, 2.4, 6},
    {AL_PARAMETER_LOWER_BED_R, 1, 2.5},
    {AL_PARAMETER_LUNG_R, 0, 0.12},
    {AL_PARAMETER_LUNG_SHUNT, 0, 0.2},
    {AL_PARAMETER_BLOOD_INFUSION, -500, INFINITY},
};

static gboolean
is_healthy (const Situation *at)
{
  gboolean pumped = is_on (at, AL_PARAMETER_IABP_ON) || is_on (at, AL_PARAMETER_ECMO_ON) ||
                    is_on (at, AL_PARAMETER_MAFP_ON);

  for (guint i = 0; i < G_N_ELEMENTS (healthy) && pumped; i++) {
    const double value = at->setting[healthy[i].parameter];

    pumped = value >= healthy[i].low && value <= healthy[i].high;
  }
  return pumped;
}

typedef struct {
  gboolean (*holds) (const Situation *at);
  gboolean lingers; /* for a moment after it held */
  const char *text;
} Rule;

static const Rule rules[AL_N_WARNINGS] = {
    [AL_WARNING_BACKFLOW] = {flows_back, TRUE,
                             N_ ("Blood runs backwards through the ECMO, from the artery to the "
                                 "vein: raise the speed, or clamp.")},
    [AL_WARNING_NO_TRIGGER] = {has_no_trigger, FALSE,
                               N_ ("The balloon finds no trigger in this heart and stands still.")},
    [AL_WARNING_DIFFERENTIAL_HYPOXAEMIA] = {has_blue_head, TRUE,
                                            N_ ("Differential hypoxaemia: brain and heart get the "
                                                "blood of sick lungs, the legs that of "
                                                "the ECMO. Measure at the right hand.")},
    [AL_WARNING_POOR_OXYGENATOR] = {has_blue_legs, TRUE,
                                    N_ ("The ECMO returns blood with too little oxygen: look at "
                                        "oxygenator and sweep gas.")},
    [AL_WARNING_SUCTION] = {sucks_vein, TRUE,
                            N_ ("The vein collapses around the drainage cannula, the line "
                                "chatters: give volume, or slow the pump.")},
    [AL_WARNING_PUMP_SUCTION] = {sucks_ventricle, TRUE,
                                 N_ ("The wall of the ventricle closes the inlet of the "
                                     "micro-axial pump: give volume, or lower the level.")},
    [AL_WARNING_VALVE_SHUT] = {stands_still, TRUE,
                               N_ ("The aortic valve stays shut: blood stands still in the "
                                   "ventricle and may clot.")},
    [AL_WARNING_LIMB] = {starves_leg, TRUE,
                         N_ ("The cannulated leg gets less than half of its blood.")},
    [AL_WARNING_FAST_FALL_OF_CO2] = {loses_co2_fast, TRUE,
                                     N_ ("PaCO2 fell by more than 20 mmHg within an hour, too fast "
                                         "for the brain: lower the sweep gas.")},
    [AL_WARNING_CO2_HELD] = {holds_co2, TRUE,
                             N_ ("PaCO2 is above 60 mmHg: raise the sweep gas, or breathe more for "
                                 "the patient.")},
    [AL_WARNING_HAEMOLYSIS] = {breaks_cells, TRUE,
                               N_ ("Haemolysis: free haemoglobin is above 50 mg/dL.")},
    [AL_WARNING_LOW_FLOW] = {flows_slowly, FALSE,
                             N_ ("ECMO flow below 2 L/min for minutes: the circuit may clot.")},
    [AL_WARNING_OWN_CLOCK] = {runs_on_own_clock, FALSE,
                              N_ ("The balloon runs by its own clock while the heart beats: it "
                                  "inflates against ejection, too.")},
    [AL_WARNING_LEAKING_VALVE] = {pumps_into_leak, FALSE,
                                  N_ ("Contraindicated: the aortic valve leaks, and the balloon "
                                      "drives blood back into the ventricle: the loop grows wider, "
                                      "not lower.")},
    [AL_WARNING_OUTFLOW] = {narrows_outflow, FALSE,
                            N_ ("Contraindicated: the way out of this ventricle narrows as it "
                                "empties. A balloon, an inotrope and a vasodilator steepen the "
                                "gradient; volume and a vasoconstrictor open it.")},
    [AL_WARNING_WIDE_VESSELS] = {widens_low_pressure, TRUE,
                                 N_ ("A vasodilator at a mean pressure below 60 mmHg: flow rises, "
                                     "but brain and heart are fed by pressure.")},
    [AL_WARNING_LATE_DEFLATION] = {deflates_late, FALSE,
                                   N_ ("Late deflation: stroke work rises, the ventricle ejects "
                                       "against a full balloon.")},
    [AL_WARNING_EARLY_DEFLATION] = {deflates_early, FALSE,
                                    N_ ("Early deflation: the aorta fills again before the heart "
                                        "ejects, its relief is lost.")},
    [AL_WARNING_EARLY_INFLATION] = {inflates_early, FALSE,
                                    N_ ("Early inflation: the balloon fills while the ventricle "
                                        "still ejects.")},
    [AL_WARNING_LATE_INFLATION] = {inflates_late, FALSE,
                                   N_ ("Late inflation: diastole is augmented late and less.")},
    [AL_WARNING_NORMAL_HEART] = {is_healthy, FALSE,
                                 N_ ("This heart is healthy: what pumps do to it is not what they "
                                     "do in shock.")},
};

/**
 * al_warnings_init:
 * @self: (out caller-allocates): the memory
 *
 * Forgets everything, as another patient asks for.
 */
void
al_warnings_init (AlWarnings *self)
{
  *self = (AlWarnings){.time_us = -1};
  for (guint i = 0; i < AL_WARNINGS_CO2_BINS; i++)
    self->highest_paco2_mmhg[i] = NAN;
  for (guint i = 0; i < AL_N_WARNINGS; i++)
    self->seen_us[i] = -1;
}

/* Of the hour only the highest value of each part is kept; a part that begins anew forgets the one
 * an hour ago. */
static void
remember_co2 (AlWarnings *self, double before_s, double paco2_mmhg)
{
  const gint64 last = (gint64) (before_s / CO2_BIN_S);
  const gint64 now = (gint64) (self->organ_s / CO2_BIN_S);

  for (gint64 bin = MAX (last + 1, now - AL_WARNINGS_CO2_BINS + 1); bin <= now; bin++)
    self->highest_paco2_mmhg[bin % AL_WARNINGS_CO2_BINS] = NAN;
  self->highest_paco2_mmhg[now % AL_WARNINGS_CO2_BINS] =
      fmax (self->highest_paco2_mmhg[now % AL_WARNINGS_CO2_BINS], paco2_mmhg);
}

static void
let_time_pass (AlWarnings *self, gint64 time_us, const AlSettings *settings, const AlIndices *now)
{
  const double before_s = self->organ_s;
  const double passed_s = self->time_us < 0 ? 0 : 1e-6 * (double) (time_us - self->time_us);
  const double organ_s = passed_s * settings->value[AL_PARAMETER_SLOW_ACCELERATION];
  gboolean low = settings->value[AL_PARAMETER_ECMO_ON] > 0.5 &&
                 now->value[AL_INDEX_ECMO_FLOW] < LOW_FLOW_L_MIN;

  self->time_us = time_us;
  self->organ_s += organ_s;
  self->low_flow_s = low ? self->low_flow_s + organ_s : 0;
  remember_co2 (self, before_s, now->value[AL_INDEX_PACO2]);
}

/**
 * al_warnings_observe:
 * @self: the memory
 * @time_us: simulated time; when it is earlier than before, everything is forgotten
 * @settings: the settings as they are
 * @now: the indices of the last beats
 *
 * Looks at a patient, once a beat or more often.
 *
 * Returns: a bit for each #AlWarning that holds
 */
guint32
al_warnings_observe (AlWarnings *self, gint64 time_us, const AlSettings *settings,
                     const AlIndices *now)
{
  const Situation at = {settings->value, now->value, self};
  guint32 found = 0;

  if (time_us < self->time_us)
    al_warnings_init (self);
  let_time_pass (self, time_us, settings, now);
  for (guint i = 0; i < AL_N_WARNINGS; i++) {
    if (rules[i].holds (&at))
      self->seen_us[i] = time_us;
    else if (!rules[i].lingers || time_us - self->seen_us[i] > LINGER_US)
      self->seen_us[i] = -1;
    if (self->seen_us[i] >= 0)
      found |= 1u << i;
  }
  return found;
}

/**
 * al_warning_get_text:
 * @warning: a warning
 *
 * What is wrong and what to do about it, in one sentence.
 *
 * Returns: (transfer none): a sentence, translated
 */
const char *
al_warning_get_text (AlWarning warning)
{
  g_return_val_if_fail (warning < AL_N_WARNINGS, NULL);
  return g_dgettext (GETTEXT_PACKAGE, rules[warning].text);
}
