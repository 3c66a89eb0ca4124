/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-simulation.h"

#include "al-septum.h"

#include "al-units.h"

#include <math.h>

/* A dragged setting reaches the equations over this time, so that pressures do not jump. */
#define GLIDE_US 300000

/* What is infused or bled flows within this time. */
#define INFUSION_US 10000000

/* Beats whose end-diastolic points place the passive curve in a picture. */
#define CURVE_BEATS 5

static void
refresh (AlSimulation *self)
{
  AlCirculation *circulation = &self->circulation;
  double time_s = (double) circulation->time_us * AL_S_PER_US;

  al_circulation_solve (circulation, &self->coefficients, time_s, circulation->y,
                        &self->haemodynamics);
  al_circulation_rates (circulation, &self->coefficients, circulation->y, &self->haemodynamics,
                        self->rates);
}

static void
take_effective (AlSimulation *self)
{
  al_coefficients_from_settings (&self->coefficients, &self->effective);
}

/**
 * al_simulation_init:
 * @self: (out caller-allocates): a simulation
 * @settings: settings, each within its range
 *
 * A patient at time zero with these settings, devices included, that has not settled yet.
 */
void
al_simulation_init (AlSimulation *self, const AlSettings *settings)
{
  memset (self, 0, sizeof *self);
  self->version = AL_SIMULATION_VERSION;
  self->settings = *settings;
  self->effective = *settings;
  self->glide_from = *settings;
  self->glide_start_us = AL_NEVER;
  self->infusion_end_us = AL_NEVER;
  take_effective (self);
  al_circulation_init (&self->circulation, settings, &self->coefficients);
  refresh (self);
  al_beat_detector_start (&self->detector, &self->circulation, &self->haemodynamics);
  al_balloon_pump_switch (&self->circulation.pump, settings->value[AL_PARAMETER_IABP_ON] > 0.5, 0);
  al_simulation_set (self, AL_PARAMETER_BLOOD_INFUSION,
                     settings->value[AL_PARAMETER_BLOOD_INFUSION]);
  refresh (self);
}

/**
 * al_simulation_get_time_us:
 * @self: a simulation
 *
 * Returns: simulated time since al_simulation_init(), microseconds
 */
gint64
al_simulation_get_time_us (const AlSimulation *self)
{
  return self->circulation.time_us;
}

/**
 * al_simulation_get:
 * @self: a simulation
 * @parameter: a parameter
 *
 * Returns: what was last asked for, in the unit of the parameter
 */
double
al_simulation_get (const AlSimulation *self, AlParameter parameter)
{
  return self->settings.value[parameter];
}

/* Choices and commands that wait for a phase of the beat take effect as they are; all others glide.
 */
static gboolean
glides (AlParameter parameter)
{
  return al_parameter_get_info (parameter)->choices == NULL &&
         parameter != AL_PARAMETER_IABP_RATIO && parameter != AL_PARAMETER_BLOOD_INFUSION;
}

static void
start_infusion (AlSimulation *self)
{
  AlCirculation *circulation = &self->circulation;
  double rest_ml = self->settings.value[AL_PARAMETER_BLOOD_INFUSION] - self->given_ml;

  circulation->infusion_ml_s = rest_ml / (INFUSION_US * AL_S_PER_US);
  self->infusion_end_us = fabs (rest_ml) > 0 ? circulation->time_us + INFUSION_US : AL_NEVER;
}

static void
start_ecmo (AlSimulation *self)
{
  double rise_mmhg = self->haemodynamics.abdominal_mmhg - self->haemodynamics.chamber_mmhg[AL_RA];

  self->circulation.y[AL_ECMO_RPM] = al_ecmo_balance_rpm (&self->coefficients.ecmo, rise_mmhg);
}

/**
 * al_simulation_set:
 * @self: a simulation
 * @parameter: a parameter
 * @value: a value in its unit and range
 *
 * Asks for a setting. It acts at once and smoothly, or at the phase of the beat that physiology
 * asks for. The blood volume of a patient is taken only by al_simulation_init(); bleed or infuse to
 * change it.
 *
 * Returns: whether the value is within range; the simulation is untouched if not
 */
gboolean
al_simulation_set (AlSimulation *self, AlParameter parameter, double value)
{
  gboolean ecmo_was_on = self->coefficients.ecmo.on;

  if (!al_parameter_in_range (parameter, value))
    return FALSE;
  self->settings.value[parameter] = value;
  if (glides (parameter)) {
    self->glide_from = self->effective;
    self->glide_start_us = self->circulation.time_us;
    return TRUE;
  }
  self->effective.value[parameter] = value;
  self->glide_from.value[parameter] = value;
  take_effective (self);
  if (parameter == AL_PARAMETER_IABP_ON)
    al_balloon_pump_switch (&self->circulation.pump, value > 0.5, self->circulation.time_us);
  if (parameter == AL_PARAMETER_BLOOD_INFUSION)
    start_infusion (self);
  if (self->coefficients.ecmo.on && !ecmo_was_on)
    start_ecmo (self);
  refresh (self);
  return TRUE;
}

/**
 * al_simulation_apply:
 * @self: a simulation
 * @settings: settings, each within its range
 *
 * Asks for all settings that differ; time goes on.
 */
void
al_simulation_apply (AlSimulation *self, const AlSettings *settings)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    double difference = settings->value[i] - self->settings.value[i];

    if (difference > 0 || difference < 0)
      al_simulation_set (self, (AlParameter) i, settings->value[i]);
  }
}

static void
glide (AlSimulation *self)
{
  gint64 since_us = self->circulation.time_us - self->glide_start_us;
  double share;

  if (self->glide_start_us == AL_NEVER)
    return;
  if (since_us >= GLIDE_US) {
    self->effective = self->settings;
    self->glide_start_us = AL_NEVER;
  } else {
    share = (double) since_us / GLIDE_US;
    for (guint i = 0; i < AL_N_PARAMETERS; i++)
      self->effective.value[i] =
          self->glide_from.value[i] + share * (self->settings.value[i] - self->glide_from.value[i]);
  }
  take_effective (self);
}

/* One step of the classical Runge-Kutta method; the first stage is the end of the last step. */
static void
step (AlSimulation *self, gint64 h_us, double y[AL_N_STATES])
{
  const AlCirculation *circulation = &self->circulation;
  double h_s = (double) h_us * AL_S_PER_US, time_s = (double) circulation->time_us * AL_S_PER_US;
  double sum[AL_N_STATES], k[AL_N_STATES];
  static const double reach[] = {0.5, 0.5, 1.0}, weight[] = {2, 2, 1};
  AlHaemodynamics stage;

  memcpy (k, self->rates, sizeof k);
  memcpy (sum, k, sizeof sum);
  for (int s = 0; s < 3; s++) {
    for (int i = 0; i < AL_N_STATES; i++)
      y[i] = circulation->y[i] + reach[s] * h_s * k[i];
    al_circulation_solve (circulation, &self->coefficients, time_s + reach[s] * h_s, y, &stage);
    al_circulation_rates (circulation, &self->coefficients, y, &stage, k);
    for (int i = 0; i < AL_N_STATES; i++)
      sum[i] += weight[s] * k[i];
  }
  for (int i = 0; i < AL_N_STATES; i++)
    y[i] = circulation->y[i] + h_s / 6 * sum[i];
}

static gboolean
all_finite (const double y[AL_N_STATES])
{
  double sum = 0;

  for (int i = 0; i < AL_N_STATES; i++)
    sum += y[i] - y[i];
  return sum >= 0;
}

/* Forward flow through the aortic valve ends within the step: find when, on the straight line. */
static void
notice_closure (AlSimulation *self, gint64 start_us, gint64 h_us, double flow_before,
                double flow_after)
{
  gint64 closure_us =
      start_us + (gint64) ((double) h_us * flow_before / (flow_before - flow_after));

  al_balloon_pump_on_closure (&self->circulation.pump, &self->coefficients.balloon,
                              &self->circulation.rhythm, closure_us);
}

static gint64
next_event_us (const AlSimulation *self)
{
  const AlCirculation *circulation = &self->circulation;
  gint64 next = MIN (circulation->rhythm.next_beat_us, circulation->rhythm.next_atrial_us);

  next = MIN (next, al_balloon_pump_next_us (&circulation->pump));
  return MIN (next, self->infusion_end_us);
}

static void
finish_beat (AlSimulation *self)
{
  const AlRhythm *rhythm = &self->circulation.rhythm;
  AlBeat *beat = &self->beats[self->n_beats % AL_BEAT_HISTORY];
  AlBeatBody body = {
      .interval_s = (double) (rhythm->next_beat_us - rhythm->beat_us) * AL_S_PER_US,
      .bsa_m2 = self->effective.value[AL_PARAMETER_BODY_BSA],
      .lvot_cm2 = self->effective.value[AL_PARAMETER_LVOT_AREA],
      .ecmo_on = self->coefficients.ecmo.on,
  };

  beat->start_us = rhythm->beat_us;
  beat->end_us = rhythm->next_beat_us;
  beat->assisted = self->assisted;
  beat->after_assisted = self->after_assisted;
  al_beat_detector_finish (&self->detector, &body, self->coefficients.chamber[AL_LV].v0_ml,
                           &beat->indices);
  self->n_beats++;
}

static void
on_beat (AlSimulation *self)
{
  AlCirculation *circulation = &self->circulation;

  finish_beat (self);
  al_rhythm_on_beat (&circulation->rhythm,
                     al_circulation_interval_s (circulation, &self->effective),
                     self->effective.value[AL_PARAMETER_RHYTHM_PR]);
  self->after_assisted = self->assisted;
  self->assisted =
      al_balloon_pump_on_beat (&circulation->pump, &self->effective, &circulation->rhythm);
  al_beat_detector_start (&self->detector, circulation, &self->haemodynamics);
}

static void
handle_events (AlSimulation *self)
{
  AlCirculation *circulation = &self->circulation;
  gint64 now_us = circulation->time_us;

  if (now_us >= next_event_us (self)) {
    while (al_balloon_pump_next_us (&circulation->pump) <= now_us)
      al_balloon_pump_command (&circulation->pump, now_us);
    if (circulation->rhythm.next_atrial_us <= now_us)
      al_rhythm_on_atrial (&circulation->rhythm);
    if (circulation->rhythm.next_beat_us <= now_us)
      on_beat (self);
    if (self->infusion_end_us <= now_us) {
      circulation->infusion_ml_s = 0;
      self->infusion_end_us = AL_NEVER;
    }
    refresh (self);
  }
}

/* Advances to the next event or the end of the grid step, whichever comes first. */
static AlStatus
advance_part (AlSimulation *self, gint64 until_us)
{
  AlCirculation *circulation = &self->circulation;
  gint64 start_us = circulation->time_us, end_us = MIN (until_us, next_event_us (self));
  double y[2][AL_N_STATES], dt_s = (double) (end_us - start_us) * AL_S_PER_US;
  AlHaemodynamics h[2];

  memcpy (y[0], circulation->y, sizeof y[0]);
  h[0] = self->haemodynamics;
  step (self, end_us - start_us, y[1]);
  if (!all_finite (y[1]))
    return AL_STATUS_NOT_FINITE;
  memcpy (circulation->y, y[1], sizeof y[1]);
  circulation->time_us = end_us;
  self->given_ml += circulation->infusion_ml_s * dt_s;
  refresh (self);
  h[1] = self->haemodynamics;
  al_beat_detector_add (&self->detector, &self->coefficients, dt_s, y, h);
  if (y[0][AL_Q_AORTIC] > 0 && y[1][AL_Q_AORTIC] <= 0 && self->detector.ejected)
    notice_closure (self, start_us, end_us - start_us, y[0][AL_Q_AORTIC], y[1][AL_Q_AORTIC]);
  handle_events (self);
  return AL_STATUS_OK;
}

static AlStatus
advance_grid_step (AlSimulation *self)
{
  gint64 until_us = (self->circulation.time_us / AL_STEP_US + 1) * AL_STEP_US;

  if (self->glide_start_us != AL_NEVER) {
    glide (self);
    refresh (self);
  }
  while (self->circulation.time_us < until_us) {
    if (advance_part (self, until_us) != AL_STATUS_OK)
      return AL_STATUS_NOT_FINITE;
  }
  return AL_STATUS_OK;
}

/**
 * al_simulation_advance:
 * @self: a simulation
 * @duration_us: simulated time to pass; whole grid steps are taken, the last one may pass the end
 * @func: (nullable) (scope call): called at every point of the grid that is reached
 * @user_data: for @func
 *
 * Lets simulated time pass.
 *
 * Returns: %AL_STATUS_OK, or %AL_STATUS_NOT_FINITE with the simulation as it was when called
 */
AlStatus
al_simulation_advance (AlSimulation *self, gint64 duration_us, AlSampleFunc func,
                       gpointer user_data)
{
  gint64 until_us = self->circulation.time_us + duration_us;
  AlSimulation before = *self;
  AlSample sample;

  while (self->circulation.time_us < until_us) {
    if (advance_grid_step (self) != AL_STATUS_OK) {
      *self = before;
      return AL_STATUS_NOT_FINITE;
    }
    if (func != NULL) {
      al_simulation_sample (self, &sample);
      func (&sample, user_data);
    }
  }
  return AL_STATUS_OK;
}

/**
 * al_simulation_advance_beat:
 * @self: a simulation
 * @func: (nullable) (scope call): called at every point of the grid that is reached
 * @user_data: for @func
 *
 * Lets time pass until the running beat has ended.
 *
 * Returns: as al_simulation_advance()
 */
AlStatus
al_simulation_advance_beat (AlSimulation *self, AlSampleFunc func, gpointer user_data)
{
  gint64 left_us = self->circulation.rhythm.next_beat_us - self->circulation.time_us;

  return al_simulation_advance (self, MAX (left_us, 1), func, user_data);
}

static void
sample_flows (const AlSimulation *self, double *v)
{
  const double *y = self->circulation.y;
  const AlHaemodynamics *h = &self->haemodynamics;

  v[AL_SIGNAL_AORTIC_FLOW] = y[AL_Q_AORTIC] - h->leak_ml_s[AL_AORTIC];
  v[AL_SIGNAL_MITRAL_FLOW] = y[AL_Q_MITRAL] - h->leak_ml_s[AL_MITRAL];
  v[AL_SIGNAL_TRICUSPID_FLOW] = y[AL_Q_TRICUSPID] - h->leak_ml_s[AL_TRICUSPID];
  v[AL_SIGNAL_PULMONARY_FLOW] = y[AL_Q_PULMONARY] - h->leak_ml_s[AL_PULMONARY];
  v[AL_SIGNAL_ARCH_FLOW] = y[AL_Q_ARCH];
  v[AL_SIGNAL_ABDOMINAL_FLOW] = y[AL_Q_ABDOMINAL];
  v[AL_SIGNAL_UPPER_FLOW] = h->upper_ml_s;
  v[AL_SIGNAL_CORONARY_FLOW] = h->coronary_ml_s;
  v[AL_SIGNAL_ECMO_FLOW] = y[AL_Q_ECMO];
  v[AL_SIGNAL_ECMO_RPM] = y[AL_ECMO_RPM];
  v[AL_SIGNAL_BALLOON_VOLUME] = y[AL_V_BALLOON];
  v[AL_SIGNAL_AORTIC_OPENING] = y[AL_Z_AORTIC];
  v[AL_SIGNAL_MITRAL_OPENING] = y[AL_Z_MITRAL];
  v[AL_SIGNAL_TRICUSPID_OPENING] = y[AL_Z_TRICUSPID];
  v[AL_SIGNAL_PULMONARY_OPENING] = y[AL_Z_PULMONARY];
}

/**
 * al_simulation_sample:
 * @self: a simulation
 * @sample: (out caller-allocates): all signals as they stand
 *
 * Reads the signals.
 */
void
al_simulation_sample (const AlSimulation *self, AlSample *sample)
{
  const double *y = self->circulation.y;
  const AlHaemodynamics *h = &self->haemodynamics;
  double *v = sample->value;

  sample->time_us = self->circulation.time_us;
  v[AL_SIGNAL_LV_PRESSURE] = h->chamber_mmhg[AL_LV];
  v[AL_SIGNAL_LV_VOLUME] = y[AL_V_LV];
  v[AL_SIGNAL_RV_PRESSURE] = h->chamber_mmhg[AL_RV];
  v[AL_SIGNAL_RV_VOLUME] = y[AL_V_RV];
  v[AL_SIGNAL_LA_PRESSURE] = h->chamber_mmhg[AL_LA];
  v[AL_SIGNAL_LA_VOLUME] = y[AL_V_LA];
  v[AL_SIGNAL_RA_PRESSURE] = h->chamber_mmhg[AL_RA];
  v[AL_SIGNAL_RA_VOLUME] = y[AL_V_RA];
  v[AL_SIGNAL_AO_PRESSURE] = h->arch_mmhg;
  v[AL_SIGNAL_THORACIC_PRESSURE] = h->thoracic_mmhg;
  v[AL_SIGNAL_ABDOMINAL_PRESSURE] = h->abdominal_mmhg;
  v[AL_SIGNAL_RADIAL_PRESSURE] = h->upper_mmhg;
  v[AL_SIGNAL_PA_PRESSURE] = h->pa_mmhg;
  v[AL_SIGNAL_PULMONARY_VEIN_PRESSURE] = h->pulmonary_vein_mmhg;
  v[AL_SIGNAL_THORAX_PRESSURE] = h->thorax_mmhg;
  v[AL_SIGNAL_LV_ACTIVATION] = h->activation[AL_LV];
  sample_flows (self, v);
}

/**
 * al_simulation_get_n_beats:
 * @self: a simulation
 *
 * Returns: how many beats have ended since al_simulation_init()
 */
gint64
al_simulation_get_n_beats (const AlSimulation *self)
{
  return self->n_beats;
}

/**
 * al_simulation_get_beat:
 * @self: a simulation
 * @back: 0 for the beat that ended last, 1 for the one before, up to AL_BEAT_HISTORY - 1
 *
 * Returns: (nullable) (transfer none): a beat, valid until time passes; %NULL when there is none
 * yet
 */
const AlBeat *
al_simulation_get_beat (const AlSimulation *self, guint back)
{
  if (back >= AL_BEAT_HISTORY || (gint64) back >= self->n_beats)
    return NULL;
  return &self->beats[(self->n_beats - 1 - back) % AL_BEAT_HISTORY];
}

/**
 * al_simulation_mean_indices:
 * @self: a simulation
 * @n_beats: how many beats back, up to AL_BEAT_HISTORY
 * @mean: (out caller-allocates): mean of each index over those beats
 *
 * Averages the last beats.
 *
 * Returns: how many beats there were
 */
guint
al_simulation_mean_indices (const AlSimulation *self, guint n_beats, AlIndices *mean)
{
  AlIndices indices[AL_BEAT_HISTORY];
  const AlBeat *beat;
  guint n = 0;

  while (n < n_beats && (beat = al_simulation_get_beat (self, n)) != NULL)
    indices[n++] = beat->indices;
  al_indices_mean (indices, n, mean);
  return n;
}

/* Indices that an assisted beat owes mostly to the balloon in its own diastole, not to the one
 * before. */
static const AlIndex diastolic_indices[] = {
    AL_INDEX_AO_AUGMENTED,
    AL_INDEX_CORONARY_FLOW,
    AL_INDEX_CORONARY_DIASTOLIC,
    AL_INDEX_CORONARY_DIASTOLIC_FLOW,
    AL_INDEX_DPTI,
    AL_INDEX_MAP,
    AL_INDEX_CPO,
    AL_INDEX_TOTAL_POWER,
    AL_INDEX_SVR,
    AL_INDEX_UPPER_FLOW,
};

/**
 * al_simulation_mean_indices_where:
 * @self: a simulation
 * @n_beats: how many beats back, up to AL_BEAT_HISTORY
 * @assisted: which kind of beat
 * @mean: (out caller-allocates): mean of each index over those beats; NAN where there is none
 *
 * Averages assisted or unassisted beats. The systole that a balloon assists is the one after it
 * deflates, so indices of diastole and of the whole beat's pressure come from the beat in which it
 * inflates and all others from the beat that follows.
 *
 * Returns: how many beats there were whose systole is of the kind asked for
 */
guint
al_simulation_mean_indices_where (const AlSimulation *self, guint n_beats, gboolean assisted,
                                  AlIndices *mean)
{
  AlIndices systole[AL_BEAT_HISTORY], diastole[AL_BEAT_HISTORY], diastole_mean;
  guint n_systole = 0, n_diastole = 0;
  const AlBeat *beat;

  for (guint i = 0; i < n_beats && (beat = al_simulation_get_beat (self, i)) != NULL; i++) {
    if (beat->after_assisted == assisted)
      systole[n_systole++] = beat->indices;
    if (beat->assisted == assisted)
      diastole[n_diastole++] = beat->indices;
  }
  al_indices_mean (systole, n_systole, mean);
  al_indices_mean (diastole, n_diastole, &diastole_mean);
  for (guint i = 0; i < G_N_ELEMENTS (diastolic_indices); i++)
    mean->value[diastolic_indices[i]] = diastole_mean.value[diastolic_indices[i]];
  return n_systole;
}

/**
 * al_simulation_blood_ml:
 * @self: a simulation
 *
 * Returns: all the blood in the loop, mL
 */
double
al_simulation_blood_ml (const AlSimulation *self)
{
  return al_circulation_blood_ml (&self->circulation);
}

/**
 * al_simulation_blood_given_ml:
 * @self: a simulation
 *
 * Returns: all blood infused since al_simulation_init(), negative if bled, mL
 */
double
al_simulation_blood_given_ml (const AlSimulation *self)
{
  return self->given_ml;
}

/**
 * al_simulation_lv_espvr:
 * @self: a simulation
 * @volume_ml: a left ventricular volume
 *
 * The end-systolic line as the loops show it: from V0 through the end-systolic points of the last
 * beats. It is flatter than the chamber's own elastance, because the septum gives way.
 *
 * Returns: pressure on the line, mmHg
 */
double
al_simulation_lv_espvr (const AlSimulation *self, double volume_ml)
{
  AlIndices mean;
  double ees = self->effective.value[AL_PARAMETER_LV_EES];

  if (al_simulation_mean_indices (self, CURVE_BEATS, &mean) > 0)
    ees = mean.value[AL_INDEX_LV_EES];
  return ees * (volume_ml - self->coefficients.chamber[AL_LV].v0_ml);
}

/* Pressure of the relaxed left ventricle beside a right ventricle of some volume, nothing around
 * them. */
static double
relaxed_lv_mmhg (const AlSimulation *self, double lv_ml, double rv_ml)
{
  const AlCoefficients *c = &self->coefficients;
  AlChamberPressure lv = al_chamber_pressure (&c->chamber[AL_LV], 0, lv_ml, 0);
  AlChamberPressure rv = al_chamber_pressure (&c->chamber[AL_RV], 0, rv_ml, 0);
  double lv_mmhg, rv_mmhg;

  al_septum_couple (c->septum_diastole, &lv, &rv, &lv_mmhg, &rv_mmhg);
  return lv_mmhg;
}

/**
 * al_simulation_lv_edpvr:
 * @self: a simulation
 * @volume_ml: a left ventricular volume
 *
 * The curve of passive filling as the loops show it: that of the chamber beside its neighbour at
 * end-diastole, raised by what presses on the heart from outside so that it passes through the
 * end-diastolic points of the last beats.
 *
 * Returns: pressure on the curve, mmHg
 */
double
al_simulation_lv_edpvr (const AlSimulation *self, double volume_ml)
{
  AlIndices mean;
  double edv_ml, rv_ml;

  if (al_simulation_mean_indices (self, CURVE_BEATS, &mean) == 0)
    return al_chamber_passive (&self->coefficients.chamber[AL_LV], volume_ml);
  edv_ml = mean.value[AL_INDEX_LV_EDV];
  rv_ml = mean.value[AL_INDEX_RV_EDV];
  return relaxed_lv_mmhg (self, volume_ml, rv_ml) + mean.value[AL_INDEX_LV_EDP] -
         relaxed_lv_mmhg (self, edv_ml, rv_ml);
}
