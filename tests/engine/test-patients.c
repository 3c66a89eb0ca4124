/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <math.h>

static const struct {
  AlParameter parameter;
  double value;
} shock[] = {
    {AL_PARAMETER_RHYTHM_RATE, 98},
    {AL_PARAMETER_LV_EES, 0.72},
    {AL_PARAMETER_LV_V0, 15},
    {AL_PARAMETER_LV_A, 0.60},
    {AL_PARAMETER_LV_B, 0.0262},
    {AL_PARAMETER_LV_TAU, 0.055},
    {AL_PARAMETER_RV_EES, 0.34},
    {AL_PARAMETER_RV_V0, 25},
    {AL_PARAMETER_RV_A, 1.0},
    {AL_PARAMETER_RV_B, 0.0160},
    {AL_PARAMETER_RV_TAU, 0.045},
    {AL_PARAMETER_MITRAL_LEAK, 0.05},
    {AL_PARAMETER_ARCH_C, 0.44},
    {AL_PARAMETER_THORACIC_C, 0.27},
    {AL_PARAMETER_ABDOMINAL_C, 0.24},
    {AL_PARAMETER_UPPER_C, 0.18},
    {AL_PARAMETER_UPPER_BED_R, 3.60},
    {AL_PARAMETER_LOWER_BED_R, 1.48},
    {AL_PARAMETER_CORONARY_R1, 8.5},
    {AL_PARAMETER_CORONARY_R2, 8.5},
    {AL_PARAMETER_UPPER_VEIN_VUS, 385},
    {AL_PARAMETER_LOWER_VEIN_VUS, 960},
    {AL_PARAMETER_UPPER_VEIN_R, 0.36},
    {AL_PARAMETER_LOWER_VEIN_R, 0.16},
    {AL_PARAMETER_PA_C, 2.0},
    {AL_PARAMETER_LUNG_R, 0.15},
    {AL_PARAMETER_LUNG_REFERENCE, 34},
    {AL_PARAMETER_VENTILATION_MODE, 1},
    {AL_PARAMETER_VENTILATION_PEEP, 6},
    {AL_PARAMETER_REFLEX_GAIN, 0.5},
    {AL_PARAMETER_REFLEX_SET_POINT, 66},
};

void
test_patient_normal (AlSettings *settings)
{
  al_settings_init (settings);
}

void
test_patient_shock (AlSettings *settings)
{
  al_settings_init (settings);
  for (guint i = 0; i < G_N_ELEMENTS (shock); i++)
    settings->value[shock[i].parameter] = shock[i].value;
}

void
test_settle (AlSimulation *simulation, const AlSettings *settings, double seconds, AlIndices *mean)
{
  al_simulation_init (simulation, settings);
  g_assert_cmpint (al_simulation_advance (simulation, (gint64) (seconds * 1e6), NULL, NULL), ==,
                   AL_STATUS_OK);
  g_assert_cmpuint (al_simulation_mean_indices (simulation, 10, mean), ==, 10);
}

gint64
test_next_event_us (const AlCirculation *circulation)
{
  gint64 beat_us = MIN (circulation->rhythm.next_beat_us, circulation->rhythm.next_atrial_us);

  return MIN (beat_us, al_balloon_pump_next_us (&circulation->pump));
}

gint64
test_part_end_us (const AlCirculation *circulation)
{
  gint64 grid_us = (circulation->time_us / AL_STEP_US + 1) * AL_STEP_US;

  return MIN (grid_us, test_next_event_us (circulation));
}

double
test_largest_difference (const AlHaemodynamics *a, const AlHaemodynamics *b)
{
  double largest = fabs (a->pulmonary_vein_mmhg - b->pulmonary_vein_mmhg);

  for (int i = 0; i < AL_N_CHAMBERS; i++)
    largest = MAX (largest, fabs (a->chamber_mmhg[i] - b->chamber_mmhg[i]));
  for (int i = 0; i < AL_N_ARTERIES; i++)
    largest = MAX (largest, fabs (a->artery_mmhg[i] - b->artery_mmhg[i]));
  largest = MAX (largest, fabs (a->upper_vein_mmhg - b->upper_vein_mmhg));
  return MAX (largest, fabs (a->lower_vein_mmhg - b->lower_vein_mmhg));
}
