/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-schematic-reading.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is averaged where no beat is known: a heart that stands still has none. */
#define WITHOUT_BEAT_US G_USEC_PER_SEC

/* A valve that is open so far counts as open. */
#define OPEN 0.1

/* Signals whose flow is seen as it is. */
static const struct {
  AlSchematicFlow flow;
  AlSignal signal;
} direct[] = {
    {AL_SCHEMATIC_FLOW_MITRAL, AL_SIGNAL_MITRAL_FLOW},
    {AL_SCHEMATIC_FLOW_TRICUSPID, AL_SIGNAL_TRICUSPID_FLOW},
    {AL_SCHEMATIC_FLOW_PULMONARY, AL_SIGNAL_PULMONARY_FLOW},
    {AL_SCHEMATIC_FLOW_ARCH, AL_SIGNAL_ARCH_FLOW},
    {AL_SCHEMATIC_FLOW_ABDOMINAL, AL_SIGNAL_ABDOMINAL_FLOW},
    {AL_SCHEMATIC_FLOW_UPPER, AL_SIGNAL_UPPER_FLOW},
    {AL_SCHEMATIC_FLOW_CORONARY, AL_SIGNAL_CORONARY_FLOW},
    {AL_SCHEMATIC_FLOW_ECMO, AL_SIGNAL_ECMO_FLOW},
    {AL_SCHEMATIC_FLOW_MAFP, AL_SIGNAL_MAFP_FLOW},
};

/**
 * al_schematic_reading_init:
 * @self: (out): a reading
 *
 * Fills a reading of nothing.
 */
void
al_schematic_reading_init (AlSchematicReading *self)
{
  *self = (AlSchematicReading){.time_us = -1, .balloon_ratio = 1};
  self->state.hand_saturation = self->state.leg_saturation = NAN;
  self->state.venous_saturation = self->state.ecmo_l_min = NAN;
}

/* The flows of a sample. Those of veins and legs hardly change within a beat: they stay as @mean
 * says, which may be what is being filled. */
static void
read_flows (const AlSample *sample, const AlSchematicState *state, double *flow)
{
  for (guint i = 0; i < G_N_ELEMENTS (direct); i++)
    flow[direct[i].flow] = sample->value[direct[i].signal];
  flow[AL_SCHEMATIC_FLOW_AORTIC] =
      sample->value[AL_SIGNAL_AORTIC_FLOW] + sample->value[AL_SIGNAL_MAFP_FLOW];
  flow[AL_SCHEMATIC_FLOW_ILIAC] = flow[AL_SCHEMATIC_FLOW_LEG];
  if (state->ecmo && !state->central)
    flow[AL_SCHEMATIC_FLOW_ILIAC] -= flow[AL_SCHEMATIC_FLOW_ECMO];
}

/**
 * al_schematic_reading_take:
 * @self: a reading
 * @sample: signals
 *
 * Reads what changes within a beat, and lets the beads run up to it.
 */
void
al_schematic_reading_take (AlSchematicReading *self, const AlSample *sample)
{
  AlSchematicState *state = &self->state;

  state->chamber_ml[AL_LV] = sample->value[AL_SIGNAL_LV_VOLUME];
  state->chamber_ml[AL_RV] = sample->value[AL_SIGNAL_RV_VOLUME];
  state->chamber_ml[AL_LA] = sample->value[AL_SIGNAL_LA_VOLUME];
  state->chamber_ml[AL_RA] = sample->value[AL_SIGNAL_RA_VOLUME];
  state->opening[AL_AORTIC] = sample->value[AL_SIGNAL_AORTIC_OPENING];
  state->opening[AL_MITRAL] = sample->value[AL_SIGNAL_MITRAL_OPENING];
  state->opening[AL_TRICUSPID] = sample->value[AL_SIGNAL_TRICUSPID_OPENING];
  state->opening[AL_PULMONARY] = sample->value[AL_SIGNAL_PULMONARY_OPENING];
  state->balloon_ml = sample->value[AL_SIGNAL_BALLOON_VOLUME];
  state->ecmo_rpm = sample->value[AL_SIGNAL_ECMO_RPM];
  read_flows (sample, state, state->flow_ml_s);
  if (self->time_us >= 0)
    al_schematic_state_pass (state, (double) (sample->time_us - self->time_us) / G_USEC_PER_SEC);
  self->time_us = sample->time_us;
}

/**
 * al_schematic_reading_take_sample:
 * @self: a reading
 * @session: a session
 *
 * Does what al_schematic_reading_take() does, at the moment that is looked at.
 *
 * Returns: whether there was anything to read
 */
gboolean
al_schematic_reading_take_sample (AlSchematicReading *self, AlSession *session)
{
  AlSample sample;

  if (!al_session_get_sample (session, &sample))
    return FALSE;
  al_schematic_reading_take (self, &sample);
  return TRUE;
}

static void
read_devices (AlSchematicReading *self, const AlSettings *settings)
{
  const double *value = settings->value;
  AlSchematicState *state = &self->state;

  state->iabp = value[AL_PARAMETER_IABP_ON] > 0.5;
  state->ecmo = value[AL_PARAMETER_ECMO_ON] > 0.5;
  state->central = value[AL_PARAMETER_ECMO_RETURN_SITE] > 0.5;
  state->mafp = value[AL_PARAMETER_MAFP_ON] > 0.5;
  state->la_vent =
      value[AL_PARAMETER_LA_VENT_ON] > 0.5 || value[AL_PARAMETER_ECMO_DRAINAGE_SITE] > 0.5;
  state->septostomy_cm2 = value[AL_PARAMETER_SEPTOSTOMY];
  state->septum_defect_cm2 = value[AL_PARAMETER_SEPTUM_DEFECT];
  self->balloon_ratio = (int) lround (value[AL_PARAMETER_IABP_RATIO]);
}

static void
read_oxygen (AlSchematicState *state, const AlBloodRecord *blood)
{
  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    state->saturation[i] = blood->saturation[i];
  state->drained_saturation = blood->drained_saturation;
  state->returned_saturation = blood->returned_saturation;
}

static void
read_indices (AlSchematicState *state, const AlIndices *indices)
{
  state->hand_saturation = indices->value[AL_INDEX_SAO2_RADIAL] / 100;
  state->leg_saturation = indices->value[AL_INDEX_SAO2_FEMORAL] / 100;
  state->venous_saturation = indices->value[AL_INDEX_SVO2] / 100;
  state->ecmo_l_min = indices->value[AL_INDEX_ECMO_FLOW];
  if (!isnan (indices->value[AL_INDEX_LUNG_WATER]))
    state->lung_water_ml = indices->value[AL_INDEX_LUNG_WATER];
}

/* Means over the samples of the trace. */
static void
read_means (AlSchematicReading *self, const AlTrace *trace, gint64 start_us, gint64 end_us)
{
  const guint n_samples = al_trace_get_n_samples (trace);
  AlSchematicState *state = &self->state;
  double sum[AL_SCHEMATIC_N_FLOWS] = {0}, flow[AL_SCHEMATIC_N_FLOWS] = {0};
  guint n = 0, n_open = 0;

  self->lv_low_ml = INFINITY;
  self->lv_high_ml = -INFINITY;
  for (guint i = al_trace_find (trace, start_us); i < n_samples; i++) {
    const AlSample *sample = al_trace_get_sample (trace, i);

    if (sample->time_us > end_us)
      break;
    read_flows (sample, state, flow);
    for (int k = 0; k < AL_SCHEMATIC_N_FLOWS; k++)
      sum[k] += flow[k];
    self->lv_low_ml = MIN (self->lv_low_ml, sample->value[AL_SIGNAL_LV_VOLUME]);
    self->lv_high_ml = MAX (self->lv_high_ml, sample->value[AL_SIGNAL_LV_VOLUME]);
    n_open += sample->value[AL_SIGNAL_AORTIC_OPENING] > OPEN;
    n++;
  }
  if (n == 0)
    return;
  for (int k = 0; k < AL_SCHEMATIC_N_FLOWS; k++)
    state->mean_ml_s[k] = sum[k] / n;
  self->open_share = (double) n_open / n;
}

/* What no signal says follows from what goes in. */
static void
conclude_means (AlSchematicState *state)
{
  double *mean = state->mean_ml_s;
  const double femoral = state->ecmo && !state->central ? mean[AL_SCHEMATIC_FLOW_ECMO] : 0;

  mean[AL_SCHEMATIC_FLOW_LUNG] = mean[AL_SCHEMATIC_FLOW_PULMONARY];
  mean[AL_SCHEMATIC_FLOW_UPPER_VEIN] = mean[AL_SCHEMATIC_FLOW_UPPER];
  mean[AL_SCHEMATIC_FLOW_LOWER_VEIN] = mean[AL_SCHEMATIC_FLOW_ABDOMINAL] + femoral;
  mean[AL_SCHEMATIC_FLOW_LEG] = mean[AL_SCHEMATIC_FLOW_LOWER_VEIN] / 2;
  mean[AL_SCHEMATIC_FLOW_ILIAC] = mean[AL_SCHEMATIC_FLOW_LEG] - femoral;
  state->flow_ml_s[AL_SCHEMATIC_FLOW_LUNG] = mean[AL_SCHEMATIC_FLOW_LUNG];
  state->flow_ml_s[AL_SCHEMATIC_FLOW_UPPER_VEIN] = mean[AL_SCHEMATIC_FLOW_UPPER_VEIN];
  state->flow_ml_s[AL_SCHEMATIC_FLOW_LOWER_VEIN] = mean[AL_SCHEMATIC_FLOW_LOWER_VEIN];
  state->flow_ml_s[AL_SCHEMATIC_FLOW_LEG] = mean[AL_SCHEMATIC_FLOW_LEG];
}

/**
 * al_schematic_reading_take_beat:
 * @self: a reading
 * @session: a session
 *
 * Reads what changes from beat to beat: devices, saturations, mean flows.
 */
void
al_schematic_reading_take_beat (AlSchematicReading *self, AlSession *session)
{
  const AlBeat *beat = al_session_find_beat (session);
  const AlBloodRecord *blood = al_session_get_blood (session);
  const gint64 cursor_us = al_session_get_cursor_us (session);

  read_devices (self, &blood->settings);
  read_oxygen (&self->state, blood);
  if (beat != NULL)
    read_indices (&self->state, &beat->indices);
  if (beat != NULL && cursor_us - beat->end_us < 2 * WITHOUT_BEAT_US)
    read_means (self, al_session_get_trace (session), beat->start_us, beat->end_us);
  else
    read_means (self, al_session_get_trace (session), cursor_us - WITHOUT_BEAT_US, cursor_us);
  conclude_means (&self->state);
}

/* In words */

static void
add_words (GString *text, const char *words)
{
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, words);
}

G_GNUC_PRINTF (2, 3)
static void
add (GString *text, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  add_words (text, words);
}

static void
add_devices (GString *text, const AlSchematicReading *self)
{
  const AlSchematicState *state = &self->state;

  if (state->iabp)
    add (text, _ ("balloon on 1:%d"), self->balloon_ratio);
  if (state->mafp)
    add (text, _ ("micro-axial pump %.1f L/min"), state->mean_ml_s[AL_SCHEMATIC_FLOW_MAFP] * 0.06);
  if (state->ecmo && !isnan (state->ecmo_l_min))
    add (text,
         state->central ? _ ("ECMO %.1f L/min into the aorta")
                        : _ ("ECMO %.1f L/min into the femoral artery"),
         state->ecmo_l_min);
  if (state->ecmo && state->la_vent)
    add_words (text, _ ("the left atrium is drained"));
  if (state->septostomy_cm2 > 0)
    add_words (text, _ ("septostomy"));
  if (state->septum_defect_cm2 > 0)
    add_words (text, _ ("defect of the ventricular septum"));
}

static const char *
get_mixing_words (AlMixingPlace place)
{
  switch (place) {
  case AL_MIXING_ROOT:
    return _ ("no blood is ejected, blood from the ECMO stands at the aortic valve");
  case AL_MIXING_ARCH:
    return _ ("mixing point in the arch");
  case AL_MIXING_DESCENDING:
    return _ ("mixing point in the descending aorta");
  case AL_MIXING_ABDOMINAL:
    return _ ("mixing point in the abdominal aorta");
  case AL_MIXING_NONE:
  default:
    return NULL;
  }
}

static void
add_oxygen (GString *text, const AlSchematicState *state)
{
  if (!isnan (state->hand_saturation) && !isnan (state->leg_saturation))
    add (text, _ ("oxygen saturation %.0f %% at the right hand, %.0f %% at the leg"),
         100 * state->hand_saturation, 100 * state->leg_saturation);
  if (!isnan (state->venous_saturation))
    add (text, _ ("%.0f %% in mixed venous blood"), 100 * state->venous_saturation);
  if (state->lung_water_ml >= 30)
    add (text, _ ("%.0f mL of water in the lungs"), state->lung_water_ml);
}

/**
 * al_schematic_reading_describe:
 * @self: a reading
 *
 * The schematic in words, for those who do not see it.
 *
 * Returns: (transfer full): a text
 */
char *
al_schematic_reading_describe (const AlSchematicReading *self)
{
  GString *text = g_string_new (NULL);
  const char *mixing = get_mixing_words (al_schematic_state_find_mixing (&self->state, NULL));

  if (self->lv_high_ml >= self->lv_low_ml)
    add (text, _ ("Left ventricle %.0f to %.0f mL"), self->lv_high_ml, self->lv_low_ml);
  if (self->open_share > 0)
    add (text, _ ("aortic valve open for %.0f %% of the beat"), 100 * self->open_share);
  else
    add_words (text, _ ("aortic valve stays closed"));
  add_devices (text, self);
  if (mixing != NULL)
    add_words (text, mixing);
  add_oxygen (text, &self->state);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}
