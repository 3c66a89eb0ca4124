/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-simulation-private.h"

#include "al-septum.h"
#include "al-solver.h"

#include "al-units.h"

#include <math.h>

/* A dragged setting reaches the equations over this time, so that pressures do not jump. */
#define GLIDE_US 300000

/* How fast fluid enters or leaves the pericardium when it is asked for. */
#define EFFUSION_ML_S 50.0

/* A patient who settles lives so much faster as far as lactate and carbon dioxide are concerned:
 * two minutes are four hours. What moves blood volume does not. */
#define SETTLING_SPEED 120.0

/* Beats whose end-diastolic points place the passive curve in a picture. */
#define CURVE_BEATS 5

/* Beats over which the stage of shock is judged. */
#define STAGE_BEATS 5

/* The coefficients follow from the effective settings and what slow things make of them. */
static void
take_tune (AlSimulation *self)
{
  al_coefficients_tune (&self->circulation.core.c, &self->patient, &self->slow.tune);
}

static void
take_effective (AlSimulation *self)
{
  al_coefficients_from_settings (&self->patient, &self->effective);
  self->circulation.core.c = self->patient;
  take_tune (self);
  al_circulation_take_timing (&self->circulation, &self->effective);
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
  AlCirculation *circulation = &self->circulation;

  memset (self, 0, sizeof *self);
  self->version = AL_SIMULATION_VERSION;
  self->settings = *settings;
  self->effective = *settings;
  self->glide_from = *settings;
  self->glide_start_us = AL_NEVER;
  al_coefficients_from_settings (&self->patient, settings);
  al_circulation_init (circulation, settings, &self->patient);
  al_slow_init (&self->slow, settings, &circulation->core);
  al_balloon_pump_switch (&circulation->pump, settings->value[AL_PARAMETER_IABP_ON] > 0.5, 0);
  take_effective (self);
  al_tally_start (&circulation->core.tally, circulation->core.y);
  al_circulation_refresh (circulation);
  al_beat_detector_start (&circulation->core.detector, circulation->core.y, &circulation->core.h);
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
         parameter != AL_PARAMETER_IABP_RATIO && parameter != AL_PARAMETER_BLOOD_INFUSION &&
         parameter != AL_PARAMETER_BLOOD_CRYSTALLOID && parameter != AL_PARAMETER_DRUG_FUROSEMIDE;
}

static void
start_ecmo (AlSimulation *self)
{
  AlCore *core = &self->circulation.core;
  double abdominal_mmhg = core->h.artery_mmhg[AL_ABDOMINAL];
  double back_mmhg =
      abdominal_mmhg + core->c.ecmo.central * (core->h.artery_mmhg[AL_ARCH] - abdominal_mmhg);

  core->y[AL_ECMO_RPM] =
      al_ecmo_balance_rpm (&core->c.ecmo, back_mmhg - core->h.chamber_mmhg[AL_RA]);
}

/* A pump that is switched off deflates now, not at the next event. */
static void
switch_balloon (AlSimulation *self, gboolean on)
{
  AlBalloonPump *pump = &self->circulation.pump;
  gint64 now_us = self->circulation.time_us;

  al_balloon_pump_switch (pump, on, now_us);
  while (al_balloon_pump_next_us (pump) <= now_us)
    al_balloon_pump_command (pump, now_us);
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
  gboolean ecmo_was_on = self->circulation.core.c.ecmo.on > 0.5;

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
  if (parameter == AL_PARAMETER_IABP_ON)
    switch_balloon (self, value > 0.5);
  if (parameter == AL_PARAMETER_BLOOD_INFUSION || parameter == AL_PARAMETER_BLOOD_CRYSTALLOID)
    al_slow_give (&self->slow, &self->settings);
  take_effective (self);
  if (self->circulation.core.c.ecmo.on > 0.5 && !ecmo_was_on)
    start_ecmo (self);
  al_circulation_refresh (&self->circulation);
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

/**
 * al_simulation_next_event_us: (skip)
 * @self: a simulation
 *
 * Returns: when the next beat, atrial activation or command of the balloon is due, microseconds
 */
gint64
al_simulation_next_event_us (const AlSimulation *self)
{
  const AlCirculation *circulation = &self->circulation;
  gint64 next = MIN (circulation->rhythm.next_beat_us, circulation->rhythm.next_atrial_us);

  return MIN (next, al_balloon_pump_next_us (&circulation->pump));
}

/**
 * al_simulation_part_end_us: (skip)
 * @self: a simulation
 *
 * Returns: the end of the part of a step that comes next: a point of the grid or an event
 */
gint64
al_simulation_part_end_us (const AlSimulation *self)
{
  return al_part_end_us (self->circulation.time_us, al_simulation_next_event_us (self));
}

/* Forward flow through the aortic valve ends within the step: find when, on the straight line. */
static void
notice_closure (AlSimulation *self, gint64 start_us, gint64 h_us, double flow_before)
{
  AlCirculation *circulation = &self->circulation;
  double flow_after = circulation->core.y[AL_Q_AORTIC];
  gint64 closure_us =
      start_us + (gint64) ((double) h_us * flow_before / (flow_before - flow_after));
  AlBalloon balloon;

  al_balloon_from_settings (&balloon, &self->effective);
  al_balloon_pump_on_closure (&circulation->pump, &balloon, &circulation->rhythm, closure_us);
}

/* What only a beat has; a valve that hangs open in asystole does not open. */
static void
forget_beat (AlIndices *indices)
{
  static const AlIndex of_a_beat[] = {
      AL_INDEX_HR,     AL_INDEX_AO_PULSE, AL_INDEX_LV_SV,  AL_INDEX_LV_TOTAL_SV, AL_INDEX_LV_EF,
      AL_INDEX_LV_ESP, AL_INDEX_LV_SW,    AL_INDEX_LV_PVA, AL_INDEX_LV_EA,       AL_INDEX_LV_DPDT,
      AL_INDEX_LV_ET,  AL_INDEX_SPTI,     AL_INDEX_DPTI,   AL_INDEX_LVOT_VTI,    AL_INDEX_PAPI,
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_a_beat); i++)
    indices->value[of_a_beat[i]] = NAN;
  indices->value[AL_INDEX_AV_OPENING] = 0;
}

static void
finish_beat (AlSimulation *self)
{
  const AlCirculation *circulation = &self->circulation;
  AlBeat *beat = &self->beats[self->n_beats % AL_BEAT_HISTORY];
  AlScai scai;

  beat->start_us = circulation->rhythm.window_us;
  beat->end_us = circulation->rhythm.next_beat_us;
  beat->assisted = self->assisted;
  beat->after_assisted = self->after_assisted;
  al_beat_finish (&circulation->core.detector, &circulation->core, &self->slow, &self->effective,
                  &beat->indices);
  if (!circulation->rhythm.activated)
    forget_beat (&beat->indices);
  self->n_beats++;
  al_beat_judge (&beat->indices, &self->effective, &scai);
  self->worst = self->n_beats > 1 ? al_scai_worse (self->worst, scai) : scai;
  if (scai.treated && self->slow.chemistry_speed <= 1) {
    beat->indices.value[AL_INDEX_SCAI_LOW] = self->worst.low;
    beat->indices.value[AL_INDEX_SCAI_HIGH] = self->worst.high;
  }
}

static void
on_beat (AlSimulation *self)
{
  AlCirculation *circulation = &self->circulation;
  AlRhythmDrive drive;

  finish_beat (self);
  al_rhythm_drive_from_settings (&drive, &self->effective,
                                 al_slow_interval_s (&self->slow, &self->effective));
  al_rhythm_on_beat (&circulation->rhythm, &drive);
  self->after_assisted = self->assisted;
  self->assisted =
      al_balloon_pump_on_beat (&circulation->pump, &self->effective, &circulation->rhythm);
  al_beat_detector_start (&circulation->core.detector, circulation->core.y, &circulation->core.h);
}

/* Everything that is due now, what it makes due at once included: an R wave that comes too soon
 * lets the balloon deflate. */
static void
handle_events (AlSimulation *self)
{
  AlCirculation *circulation = &self->circulation;
  gint64 now_us = circulation->time_us;

  while (al_simulation_next_event_us (self) <= now_us) {
    if (al_balloon_pump_next_us (&circulation->pump) <= now_us)
      al_balloon_pump_command (&circulation->pump, now_us);
    else if (circulation->rhythm.next_atrial_us <= now_us)
      al_rhythm_on_atrial (&circulation->rhythm);
    else
      on_beat (self);
  }
  al_circulation_take_timing (circulation, &self->effective);
}

/* An effusion comes and goes no faster than blood can make way for it. Returns whether it is what
 * it is to be. */
static gboolean
follow_effusion (AlSimulation *self, double before_ml)
{
  const double most_ml = EFFUSION_ML_S * (AL_TICK_US * AL_S_PER_US);
  double *now_ml = &self->effective.value[AL_PARAMETER_PERICARDIUM_EFFUSION];
  double change_ml = *now_ml - before_ml;

  *now_ml = before_ml + CLAMP (change_ml, -most_ml, most_ml);
  return fabs (change_ml) <= most_ml;
}

static void
glide (AlSimulation *self)
{
  gint64 since_us = self->circulation.time_us - self->glide_start_us;
  double effusion_ml = self->effective.value[AL_PARAMETER_PERICARDIUM_EFFUSION], share;

  if (since_us >= GLIDE_US) {
    self->effective = self->settings;
  } else {
    share = (double) since_us / GLIDE_US;
    for (guint i = 0; i < AL_N_PARAMETERS; i++)
      self->effective.value[i] =
          self->glide_from.value[i] + share * (self->settings.value[i] - self->glide_from.value[i]);
  }
  if (follow_effusion (self, effusion_ml) && since_us >= GLIDE_US)
    self->glide_start_us = AL_NEVER;
  take_effective (self);
}

/**
 * al_simulation_tick: (skip)
 * @self: a simulation at the end of a tick
 *
 * What is slow takes what passed since the last tick.
 *
 * Returns: whether the core has to be refreshed
 */
gboolean
al_simulation_tick (AlSimulation *self)
{
  AlCore *core = &self->circulation.core;
  AlTune before = self->slow.tune;

  al_slow_tick (&self->slow, &self->effective, core);
  al_tally_start (&core->tally, core->y);
  if (self->glide_start_us != AL_NEVER)
    glide (self);
  else if (memcmp (&before, &self->slow.tune, sizeof before) != 0)
    take_tune (self);
  else
    return FALSE;
  return TRUE;
}

/**
 * al_simulation_finish_part: (skip)
 * @self: a simulation whose time is at the end of a part of a step
 * @start_us: when it began
 * @before: the aortic valve then
 *
 * After a part of a step: notices what happened in it and does what happens at its end.
 *
 * Returns: whether the core has to be refreshed
 */
gboolean
al_simulation_finish_part (AlSimulation *self, gint64 start_us, const AlValveMoment *before)
{
  AlCirculation *circulation = &self->circulation;
  AlCore *core = &circulation->core;
  gint64 end_us = circulation->time_us;
  gboolean stale = FALSE;

  if (before->flow_ml_s > 0 && core->y[AL_Q_AORTIC] <= 0 && core->detector.ejected > 0.5)
    notice_closure (self, start_us, end_us - start_us, before->flow_ml_s);
  if (before->ejecting < core->detector.ejecting &&
      al_balloon_pump_on_upstroke (&circulation->pump, &self->effective, &circulation->rhythm,
                                   end_us))
    self->assisted = TRUE;
  if (end_us >= al_simulation_next_event_us (self)) {
    handle_events (self);
    stale = TRUE;
  }
  if (end_us % AL_TICK_US == 0 && al_simulation_tick (self))
    stale = TRUE;
  return stale;
}

/* Advances to the next event or the next point of the grid, whichever comes first. */
static AlStatus
advance_part (AlSimulation *self)
{
  AlCirculation *circulation = &self->circulation;
  AlCore *core = &circulation->core;
  gint64 start_us = circulation->time_us, end_us = al_simulation_part_end_us (self);
  AlValveMoment before = {core->y[AL_Q_AORTIC], core->detector.ejecting};

  al_solver_step (core, al_circulation_time_s (circulation), (double) end_us * AL_S_PER_US,
                  (double) (end_us - start_us) * AL_S_PER_US);
  if (!al_core_is_finite (core))
    return AL_STATUS_NOT_FINITE;
  circulation->time_us = end_us;
  if (al_simulation_finish_part (self, start_us, &before))
    al_circulation_refresh (circulation);
  return AL_STATUS_OK;
}

static AlStatus
advance_grid_step (AlSimulation *self)
{
  gint64 until_us = (self->circulation.time_us / AL_STEP_US + 1) * AL_STEP_US;

  while (self->circulation.time_us < until_us) {
    if (advance_part (self) != AL_STATUS_OK)
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
sample_flows (const AlCore *core, double *v)
{
  const double *y = core->y, *flow = core->h.flow;

  v[AL_SIGNAL_AORTIC_FLOW] = flow[AL_EDGE_AORTIC];
  v[AL_SIGNAL_MITRAL_FLOW] = flow[AL_EDGE_MITRAL];
  v[AL_SIGNAL_TRICUSPID_FLOW] = flow[AL_EDGE_TRICUSPID];
  v[AL_SIGNAL_PULMONARY_FLOW] = flow[AL_EDGE_PULMONARY];
  v[AL_SIGNAL_ARCH_FLOW] = flow[AL_EDGE_ARCH];
  v[AL_SIGNAL_ABDOMINAL_FLOW] = flow[AL_EDGE_ABDOMINAL];
  v[AL_SIGNAL_UPPER_FLOW] = flow[AL_EDGE_UPPER];
  v[AL_SIGNAL_CORONARY_FLOW] = flow[AL_EDGE_CORONARY_IN];
  v[AL_SIGNAL_ECMO_FLOW] = y[AL_Q_ECMO];
  v[AL_SIGNAL_ECMO_RPM] = y[AL_ECMO_RPM];
  v[AL_SIGNAL_MAFP_FLOW] = y[AL_Q_MAFP];
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
  const AlCore *core = &self->circulation.core;
  const double *y = core->y, *chamber = core->h.chamber_mmhg, *artery = core->h.artery_mmhg;
  double *v = sample->value;

  sample->time_us = self->circulation.time_us;
  v[AL_SIGNAL_LV_PRESSURE] = chamber[AL_LV];
  v[AL_SIGNAL_LV_VOLUME] = y[AL_V_LV];
  v[AL_SIGNAL_RV_PRESSURE] = chamber[AL_RV];
  v[AL_SIGNAL_RV_VOLUME] = y[AL_V_RV];
  v[AL_SIGNAL_LA_PRESSURE] = chamber[AL_LA];
  v[AL_SIGNAL_LA_VOLUME] = y[AL_V_LA];
  v[AL_SIGNAL_RA_PRESSURE] = chamber[AL_RA];
  v[AL_SIGNAL_RA_VOLUME] = y[AL_V_RA];
  v[AL_SIGNAL_AO_PRESSURE] = artery[AL_ARCH];
  v[AL_SIGNAL_THORACIC_PRESSURE] = artery[AL_THORACIC];
  v[AL_SIGNAL_ABDOMINAL_PRESSURE] = artery[AL_ABDOMINAL];
  v[AL_SIGNAL_RADIAL_PRESSURE] = artery[AL_UPPER];
  v[AL_SIGNAL_PA_PRESSURE] = artery[AL_PA];
  v[AL_SIGNAL_PULMONARY_VEIN_PRESSURE] = core->h.pulmonary_vein_mmhg;
  v[AL_SIGNAL_THORAX_PRESSURE] = core->h.thorax_mmhg;
  v[AL_SIGNAL_LV_ACTIVATION] = core->h.activation[AL_LV];
  sample_flows (core, v);
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
 * al_simulation_set_settling:
 * @self: a simulation
 * @settling: whether it settles
 *
 * A patient who settles reaches the lactate and the carbon dioxide of the state within minutes
 * instead of hours. When settling ends, the worst stage of shock is taken anew.
 */
void
al_simulation_set_settling (AlSimulation *self, gboolean settling)
{
  if (!settling)
    al_simulation_get_scai (self, &self->worst);
  self->slow.chemistry_speed = settling ? SETTLING_SPEED : 1;
}

/**
 * al_simulation_get_scai:
 * @self: a simulation
 * @scai: (out caller-allocates): the stage
 *
 * Judges the stage of shock from the last beats. Under a device or a vasoactive drug it is the
 * worst since the patient had settled: a normal lactate on a pump is no recovery.
 */
void
al_simulation_get_scai (const AlSimulation *self, AlScai *scai)
{
  AlIndices mean;

  al_simulation_mean_indices (self, STAGE_BEATS, &mean);
  al_beat_judge (&mean, &self->effective, scai);
  if (scai->treated && self->slow.chemistry_speed <= 1)
    *scai = al_scai_worse (self->worst, *scai);
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
 * Returns: blood volume that came in since al_simulation_init(), less what left, mL: infusions,
 * bleeding, urine, lung water
 */
double
al_simulation_blood_given_ml (const AlSimulation *self)
{
  const double *edge = self->circulation.core.tally.edge_ml;

  return self->slow.ledger_ml + edge[AL_EDGE_GIVEN_UPPER] + edge[AL_EDGE_GIVEN_LOWER] -
         edge[AL_EDGE_LUNG_WATER] - edge[AL_EDGE_WATER];
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
  return ees * (volume_ml - self->circulation.core.c.v0_ml[AL_LV]);
}

/* Pressure of the relaxed left ventricle beside a right ventricle of some volume, nothing around
 * them. */
static double
relaxed_lv_mmhg (const AlSimulation *self, double lv_ml, double rv_ml)
{
  const AlCoefficients *c = &self->circulation.core.c;
  const AlChamber left = al_coefficients_chamber (c, AL_LV),
                  right = al_coefficients_chamber (c, AL_RV);
  AlChamberPressure lv = al_chamber_pressure (&left, 0, lv_ml, 0);
  AlChamberPressure rv = al_chamber_pressure (&right, 0, rv_ml, 0);
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

  if (al_simulation_mean_indices (self, CURVE_BEATS, &mean) == 0) {
    const AlChamber left = al_coefficients_chamber (&self->circulation.core.c, AL_LV);

    return al_chamber_passive (&left, volume_ml);
  }
  edv_ml = mean.value[AL_INDEX_LV_EDV];
  rv_ml = mean.value[AL_INDEX_RV_EDV];
  return relaxed_lv_mmhg (self, volume_ml, rv_ml) + mean.value[AL_INDEX_LV_EDP] -
         relaxed_lv_mmhg (self, edv_ml, rv_ml);
}
