/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-oxygen.h"

#include "test-patients.h"

#include <math.h>

#define TICK_S      0.01
#define HB_G_DL     14.0
#define UPPER_L_MIN 1.2
#define HEART_L_MIN 0.25
#define LOWER_DRAIN 0.2

static const double volumes_ml[AL_OXYGEN_COMPARTMENTS] = {
    60, 90, 40, 100, 50, 30, 40, 30, 700, 2300, 90, 300, 15,
};

static const AlOxygenInput healthy = {
    .haemoglobin_g_dl = HB_G_DL,
    .vo2_ml_min = 250,
    .fio2 = 0.21,
    .paco2_mmhg = 40,
    .fdo2 = 1,
    .oxygenator_transfer = 1,
    .given_haemoglobin_share = 1,
};

/* Steady flows of a circulation whose volumes do not change. */
static void
steady_flows (double edge_ml[AL_N_EDGES], double native_l_min, double ecmo_l_min)
{
  double ml = 1000.0 / 60 * TICK_S, arch = native_l_min - UPPER_L_MIN - HEART_L_MIN;
  double lower = arch + ecmo_l_min;

  for (int i = 0; i < AL_N_EDGES; i++)
    edge_ml[i] = 0;
  edge_ml[AL_EDGE_PV_LA] = edge_ml[AL_EDGE_MITRAL] = edge_ml[AL_EDGE_AORTIC] = native_l_min * ml;
  edge_ml[AL_EDGE_TRICUSPID] = edge_ml[AL_EDGE_PULMONARY] = edge_ml[AL_EDGE_LUNG] =
      native_l_min * ml;
  edge_ml[AL_EDGE_ARCH] = edge_ml[AL_EDGE_ABDOMINAL] = arch * ml;
  edge_ml[AL_EDGE_UPPER] = edge_ml[AL_EDGE_UPPER_BED] = edge_ml[AL_EDGE_UPPER_RETURN] =
      UPPER_L_MIN * ml;
  edge_ml[AL_EDGE_CORONARY_IN] = edge_ml[AL_EDGE_CORONARY_OUT] = HEART_L_MIN * ml;
  edge_ml[AL_EDGE_LOWER_BED] = lower * ml;
  edge_ml[AL_EDGE_LOWER_RETURN] = (lower - LOWER_DRAIN * ecmo_l_min) * ml;
  edge_ml[AL_EDGE_DRAIN_RA] = (1 - LOWER_DRAIN) * ecmo_l_min * ml;
  edge_ml[AL_EDGE_DRAIN_LOWER] = LOWER_DRAIN * ecmo_l_min * ml;
  edge_ml[AL_EDGE_RETURN_ABDOMINAL] = ecmo_l_min * ml;
}

static void
run (AlOxygen *oxygen, const AlOxygenInput *input, const double edge_ml[AL_N_EDGES], double seconds)
{
  for (int i = 0; i < seconds / TICK_S; i++)
    al_oxygen_tick (oxygen, input, edge_ml, volumes_ml, TICK_S);
}

static void
settle (AlOxygen *oxygen, const AlOxygenInput *input, double native_l_min, double ecmo_l_min)
{
  double edge_ml[AL_N_EDGES];

  al_oxygen_init (oxygen, volumes_ml, input->haemoglobin_g_dl);
  steady_flows (edge_ml, native_l_min, ecmo_l_min);
  run (oxygen, input, edge_ml, 1200);
}

static double
saturation (const AlOxygen *oxygen, int compartment)
{
  return al_oxygen_saturation (oxygen, volumes_ml, compartment, HB_G_DL);
}

/* Textbook points of the dissociation curve. */
static void
test_curve (void)
{
  assert_between (al_oxygen_saturation_at (27), 0.49, 0.51);
  assert_between (al_oxygen_saturation_at (40), 0.74, 0.76);
  assert_between (al_oxygen_saturation_at (60), 0.88, 0.92);
  assert_between (al_oxygen_saturation_at (100), 0.970, 0.980);
  g_assert_cmpfloat (al_oxygen_saturation_at (0), ==, 0);
  g_assert_cmpfloat (al_oxygen_saturation_at (-10), ==, 0);
  for (double p = 1; p < 700; p++)
    g_assert_cmpfloat (al_oxygen_saturation_at (p), >, al_oxygen_saturation_at (p - 1));
  assert_between (al_oxygen_content_at (100, 15) * 100, 19.4, 19.8);
  /* Dissolved oxygen at 650 mmHg: 0.003 mL/dL for each mmHg above 150. */
  assert_between (al_oxygen_content_at (650, 15) * 100 - 20.1, 1.49, 1.51);
}

/* Fick: consumption is flow times the difference of content. */
static void
test_fick (void)
{
  AlOxygen oxygen;
  double difference;

  settle (&oxygen, &healthy, 5.5, 0);
  difference = al_oxygen_content (&oxygen, volumes_ml, AL_O2_ARCH) -
               al_oxygen_content (&oxygen, volumes_ml, AL_O2_PA);
  g_assert_cmpfloat (fabs (5500 * difference - 250), <, 0.01);
  g_assert_cmpfloat (fabs (oxygen.vo2_ml_min - 250), <, 0.01);
  assert_between (saturation (&oxygen, AL_O2_PA), 0.65, 0.79);
  assert_between (saturation (&oxygen, AL_O2_UPPER), 0.96, 0.98);
  assert_between (oxygen.do2_ml_min, 900, 1100);
  g_assert_cmpfloat (
      fabs (oxygen.do2_ml_min - 5500 * al_oxygen_content (&oxygen, volumes_ml, AL_O2_ARCH)), <,
      0.01);
}

/* Where the native stream meets the returned one, the contents mix by flow. */
static void
test_mixing (void)
{
  AlOxygenInput input = healthy;
  AlOxygen oxygen;
  double backward = UPPER_L_MIN + HEART_L_MIN - 1, lv, thoracic, arch;

  input.lung_shunt = 0.6;
  settle (&oxygen, &input, 1, 4);
  lv = al_oxygen_content (&oxygen, volumes_ml, AL_O2_LV);
  thoracic = al_oxygen_content (&oxygen, volumes_ml, AL_O2_THORACIC);
  arch = al_oxygen_content (&oxygen, volumes_ml, AL_O2_ARCH);
  g_assert_cmpfloat (thoracic - lv, >, 0.01);
  g_assert_cmpfloat (fabs (arch - (lv + backward * thoracic) / (1 + backward)), <, 1e-9);
  g_assert_cmpfloat (fabs (thoracic - al_oxygen_content (&oxygen, volumes_ml, AL_O2_ABDOMINAL)), <,
                     1e-9);
}

/* A heart that ejects the blood of a bad lung leaves the arms blue and the legs pink. */
static void
test_differential_hypoxaemia (void)
{
  AlOxygenInput input = healthy;
  AlOxygen oxygen;

  input.lung_shunt = 0.6;
  settle (&oxygen, &input, 3, 3);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_UPPER), <, 0.94);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_ABDOMINAL), >,
                     saturation (&oxygen, AL_O2_UPPER) + 0.02);
  settle (&oxygen, &input, 0.02, 4.5);
  assert_between (saturation (&oxygen, AL_O2_UPPER), 0.98, 1);
}

/* A good oxygenator saturates, a failed one returns what it got. */
static void
test_oxygenator (void)
{
  AlOxygenInput input = healthy;
  AlOxygen oxygen;

  settle (&oxygen, &input, 1, 4);
  g_assert_cmpfloat (oxygen.returned_saturation, ==, 1);
  assert_between (oxygen.drained_saturation, 0.6, 0.85);
  input.oxygenator_transfer = 0;
  settle (&oxygen, &input, 1, 4);
  g_assert_cmpfloat (fabs (oxygen.returned_saturation - oxygen.drained_saturation), <, 1e-12);
  g_assert_cmpfloat (fabs (oxygen.oxygenator.value), <, 1e-6);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_ABDOMINAL), <,
                     saturation (&oxygen, AL_O2_PULMONARY_VEIN) - 0.1);
}

/* Sweep gas that is poorer than the blood leaves the blood as it is. */
static void
test_poor_sweep (void)
{
  double edge_ml[AL_N_EDGES] = {0};
  AlOxygenInput input = healthy;
  AlOxygen oxygen;

  input.fdo2 = 0.21;
  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  oxygen.amount_ml[AL_O2_LA] = 0.2 * volumes_ml[AL_O2_LA];
  edge_ml[AL_EDGE_DRAIN_LA] = edge_ml[AL_EDGE_RETURN_ARCH] = 0.5;
  al_oxygen_tick (&oxygen, &input, edge_ml, volumes_ml, TICK_S);
  g_assert_cmpfloat (fabs (oxygen.oxygenator.value), <, 1e-12);
  edge_ml[AL_EDGE_DRAIN_LA] = 0;
  edge_ml[AL_EDGE_DRAIN_RA] = 0.5;
  al_oxygen_tick (&oxygen, &input, edge_ml, volumes_ml, TICK_S);
  g_assert_cmpfloat (oxygen.oxygenator.value, >, 0.01);
}

/* Carbon dioxide takes the place of oxygen in the alveolus; more oxygen in the breath helps. */
static void
test_hypoventilation (void)
{
  AlOxygenInput input = healthy;
  AlOxygen oxygen;

  input.paco2_mmhg = 80;
  settle (&oxygen, &input, 5, 0);
  g_assert_cmpfloat (fabs (saturation (&oxygen, AL_O2_PULMONARY_VEIN) -
                           al_oxygen_saturation_at (0.21 * 713 - 80 / 0.8)),
                     <, 1e-9);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_UPPER), <, 0.88);
  input.fio2 = 0.4;
  settle (&oxygen, &input, 5, 0);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_UPPER), >, 0.97);
}

/* A circuit that runs backwards takes arterial blood through the oxygenator into the veins. */
static void
test_backwards_circuit (void)
{
  double edge_ml[AL_N_EDGES];
  AlOxygen oxygen;

  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  steady_flows (edge_ml, 4, -1);
  run (&oxygen, &healthy, edge_ml, 600);
  g_assert_cmpfloat (oxygen.drained_saturation, >, 0.95);
  g_assert_cmpfloat (fabs (al_oxygen_total_ml (&oxygen) / al_oxygen_ledger_ml (&oxygen) - 1), <,
                     1e-9);
}

/* Seven tenths is what tissue can take of blood that flows past, somewhat more of what lingers; a
 * pause shorter than a few seconds is made up for. */
static void
test_extraction (void)
{
  AlOxygenInput input = healthy;
  double edge_ml[AL_N_EDGES], before;
  AlOxygen oxygen;

  input.vo2_ml_min = 5000;
  settle (&oxygen, &input, 3, 0);
  assert_between (oxygen.vo2_ml_min / oxygen.do2_ml_min, 0.7, 0.82);

  settle (&oxygen, &healthy, 5, 0);
  before = oxygen.consumed.value;
  steady_flows (edge_ml, 5, 0);
  edge_ml[AL_EDGE_LOWER_BED] = edge_ml[AL_EDGE_CORONARY_OUT] = 0;
  run (&oxygen, &healthy, edge_ml, 1);
  steady_flows (edge_ml, 5, 0);
  run (&oxygen, &healthy, edge_ml, 9);
  g_assert_cmpfloat (fabs (oxygen.consumed.value - before - 250.0 / 6), <, 0.05);
}

/* Without flow and without need nothing changes. */
static void
test_standstill (void)
{
  double edge_ml[AL_N_EDGES] = {0}, before;
  AlOxygenInput idle = healthy;
  AlOxygen oxygen;

  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  before = al_oxygen_total_ml (&oxygen);
  idle.vo2_ml_min = 0;
  run (&oxygen, &idle, edge_ml, 60);
  g_assert_cmpfloat (al_oxygen_total_ml (&oxygen), ==, before);
  g_assert_cmpfloat (oxygen.do2_ml_min, ==, 0);

  /* Backwards through lung and beds nothing is exchanged. */
  edge_ml[AL_EDGE_LUNG] = edge_ml[AL_EDGE_LOWER_BED] = -0.1;
  run (&oxygen, &idle, edge_ml, 1);
  g_assert_cmpfloat (oxygen.lung.value, ==, 0);
  g_assert_cmpfloat (oxygen.consumed.value, ==, 0);
}

/* Donor blood brings oxygen, crystalloid does not, lost blood takes along what it held. */
static void
test_given (void)
{
  double edge_ml[AL_N_EDGES] = {0};
  AlOxygenInput input = healthy;
  AlOxygen oxygen;

  input.vo2_ml_min = 0;
  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  edge_ml[AL_EDGE_GIVEN_LOWER] = 1;
  al_oxygen_tick (&oxygen, &input, edge_ml, volumes_ml, TICK_S);
  assert_between (oxygen.given.value, 0.1, 0.15);
  input.given_haemoglobin_share = 0;
  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  al_oxygen_tick (&oxygen, &input, edge_ml, volumes_ml, TICK_S);
  g_assert_cmpfloat (oxygen.given.value, ==, 0);
  edge_ml[AL_EDGE_GIVEN_LOWER] = -1;
  al_oxygen_tick (&oxygen, &input, edge_ml, volumes_ml, TICK_S);
  g_assert_cmpfloat (fabs (oxygen.given.value + 0.7 * 0.01 * 1.34 * HB_G_DL), <, 1e-12);
}

/* Blood of one content everywhere keeps it, whatever moves: the amounts follow the volumes. */
static void
test_uniform (void)
{
  AlOxygenInput input = healthy;
  double edge_ml[AL_N_EDGES] = {0}, volume_ml[AL_OXYGEN_COMPARTMENTS];
  AlOxygen oxygen;

  input.vo2_ml_min = 0;
  input.lung_shunt = 1;
  input.oxygenator_transfer = 0;
  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++) {
    volume_ml[i] = volumes_ml[i];
    oxygen.amount_ml[i] *= 0.15 / al_oxygen_content (&oxygen, volume_ml, i);
  }
  edge_ml[AL_EDGE_MITRAL] = 0.5;
  edge_ml[AL_EDGE_SEPTUM] = -0.3;
  edge_ml[AL_EDGE_LUNG] = 0.4;
  edge_ml[AL_EDGE_DRAIN_LA] = edge_ml[AL_EDGE_RETURN_ARCH] = 0.05;
  for (int i = 0; i < 50; i++) {
    al_oxygen_tick (&oxygen, &input, edge_ml, volume_ml, TICK_S);
    volume_ml[AL_O2_LA] -= 0.55;
    volume_ml[AL_O2_LV] += 0.8;
    volume_ml[AL_O2_RV] -= 0.3;
    volume_ml[AL_O2_PA] -= 0.4;
    volume_ml[AL_O2_PULMONARY_VEIN] += 0.4;
    volume_ml[AL_O2_ARCH] += 0.05;
  }
  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    g_assert_cmpfloat (fabs (al_oxygen_content (&oxygen, volume_ml, i) - 0.15), <, 1e-12);
}

/* An hour of flows that no heart makes, through volumes that are too small for them. */
static void
test_conservation (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  AlOxygenInput input = healthy;
  AlOxygen oxygen;

  input.lung_shunt = 0.2;
  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  for (int tick = 0; tick < 360000; tick++) {
    double edge_ml[AL_N_EDGES], volume_ml[AL_OXYGEN_COMPARTMENTS];

    for (int i = 0; i < AL_N_EDGES; i++)
      edge_ml[i] = g_rand_double_range (rand, -2, 4);
    edge_ml[AL_EDGE_GIVEN_UPPER] = g_rand_double_range (rand, -0.05, 0.05);
    edge_ml[AL_EDGE_RETURN_ARCH] = edge_ml[AL_EDGE_DRAIN_RA] + edge_ml[AL_EDGE_DRAIN_LOWER] +
                                   edge_ml[AL_EDGE_DRAIN_LA] - edge_ml[AL_EDGE_RETURN_ABDOMINAL];
    for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
      volume_ml[i] = g_rand_double_range (rand, -2, 200);
    al_oxygen_tick (&oxygen, &input, edge_ml, volume_ml, TICK_S);
    for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
      g_assert_cmpfloat (oxygen.amount_ml[i], >=, 0);
  }
  g_assert_cmpfloat (oxygen.consumed.value, >, 1000);
  g_assert_cmpfloat (oxygen.oxygenator.value, >, 1000);
  g_assert_cmpfloat (fabs (al_oxygen_total_ml (&oxygen) / al_oxygen_ledger_ml (&oxygen) - 1), <,
                     1e-9);
}

/* A right heart that stands still, and a lung through which blood swings to and fro. */
static void
swing (AlOxygen *oxygen, double stroke_ml)
{
  double there[AL_N_EDGES] = {0}, back[AL_N_EDGES] = {0};

  there[AL_EDGE_LUNG] = stroke_ml;
  back[AL_EDGE_LUNG] = -stroke_ml;
  for (int i = 0; i < 2000; i++) {
    al_oxygen_tick (oxygen, &healthy, back, volumes_ml, TICK_S);
    al_oxygen_tick (oxygen, &healthy, there, volumes_ml, TICK_S);
  }
}

/* Blood that swings back through the lung leaves the mixed venous blood as it was. */
static void
test_swing (void)
{
  AlOxygen oxygen;

  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  swing (&oxygen, 2);
  g_assert_cmpfloat (fabs (saturation (&oxygen, AL_O2_PA) - 0.7), <, 1e-6);
  g_assert_cmpfloat (fabs (al_oxygen_total_ml (&oxygen) / al_oxygen_ledger_ml (&oxygen) - 1), <,
                     1e-9);
}

/* More than capillaries hold does mix with it. */
static void
test_wide_swing (void)
{
  AlOxygen oxygen;
  double back[AL_N_EDGES] = {0};

  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  back[AL_EDGE_LUNG] = -2;
  for (int i = 0; i < 200; i++)
    al_oxygen_tick (&oxygen, &healthy, back, volumes_ml, TICK_S);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_PA), >, 0.9);
  g_assert_cmpfloat (oxygen.swung_ml, <=, 0.5 * volumes_ml[AL_O2_PA] + 2);
}

/* Without flow tissue uses up what stands in it, and the ledger holds. */
static void
test_no_flow (void)
{
  AlOxygen oxygen;
  double edge_ml[AL_N_EDGES] = {0};

  settle (&oxygen, &healthy, 5.5, 0);
  run (&oxygen, &healthy, edge_ml, 600);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_LOWER_VEIN), <, 0.05);
  g_assert_cmpfloat (saturation (&oxygen, AL_O2_UPPER_VEIN), <, 0.05);
  g_assert_cmpfloat (oxygen.vo2_ml_min, <, 25);
  g_assert_cmpfloat (fabs (al_oxygen_total_ml (&oxygen) / al_oxygen_ledger_ml (&oxygen) - 1), <,
                     1e-9);
}

/* A patient who settles gets the venous blood of the state, sooner; the ledger holds. */
static void
test_haste (void)
{
  AlOxygenInput hasty = healthy;
  AlOxygen oxygen, slow;
  double edge_ml[AL_N_EDGES];

  hasty.vein_haste = 15;
  settle (&slow, &healthy, 3, 0);
  al_oxygen_init (&oxygen, volumes_ml, HB_G_DL);
  steady_flows (edge_ml, 3, 0);
  run (&oxygen, &hasty, edge_ml, 90);
  g_assert_cmpfloat (fabs (saturation (&oxygen, AL_O2_PA) - saturation (&slow, AL_O2_PA)), <,
                     0.005);
  g_assert_cmpfloat (fabs (al_oxygen_total_ml (&oxygen) / al_oxygen_ledger_ml (&oxygen) - 1), <,
                     1e-9);
}

static AlSimulation *
in_asystole (double ecmo_on, gint64 minutes)
{
  AlSettings settings;
  AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean;

  test_patient_normal (&settings);
  test_settle (simulation, &settings, 60, &mean);
  al_simulation_set (simulation, AL_PARAMETER_ECMO_ON, ecmo_on);
  al_simulation_set (simulation, AL_PARAMETER_RHYTHM, AL_RHYTHM_ASYSTOLE);
  g_assert_cmpint (al_simulation_advance (simulation, minutes * 60 * G_USEC_PER_SEC, NULL, NULL),
                   ==, AL_STATUS_OK);
  return simulation;
}

/* Ten minutes without a heartbeat: blood that stands has no saturation worth a name. */
static void
test_asystole (void)
{
  g_autofree AlSimulation *simulation = in_asystole (0, 10);
  const double *v = al_simulation_get_beat (simulation, 0)->indices.value;
  AlScai scai;

  g_assert_true (isnan (v[AL_INDEX_HR]));
  g_assert_true (isnan (v[AL_INDEX_SVO2]));
  g_assert_true (isnan (v[AL_INDEX_SAO2_RADIAL]));
  g_assert_true (isnan (v[AL_INDEX_O2_EXTRACTION]));
  g_assert_true (isnan (v[AL_INDEX_SVR]));
  g_assert_true (isnan (v[AL_INDEX_LV_SV]));
  g_assert_true (isnan (v[AL_INDEX_LV_PVA]));
  g_assert_cmpfloat (v[AL_INDEX_AV_OPENING], <, 0.5);
  g_assert_cmpfloat (v[AL_INDEX_LACTATE], >, 4);
  g_assert_cmpfloat (v[AL_INDEX_PH], <, 7.25);
  al_simulation_get_scai (simulation, &scai);
  g_assert_cmpint (scai.low, ==, AL_SCAI_E);
  g_assert_cmphex (scai.reasons & 1u << AL_SCAI_REASON_PULSELESS, !=, 0);
}

/* Stage E at once; on a pump too, though the body is perfused. */
static void
test_asystole_at_once (void)
{
  g_autofree AlSimulation *alone = in_asystole (0, 0), *on_ecmo = in_asystole (1, 10);
  const double *v;
  AlScai scai;

  al_simulation_get_scai (alone, &scai);
  g_assert_cmpint (scai.low, ==, AL_SCAI_E);
  v = al_simulation_get_beat (on_ecmo, 0)->indices.value;
  al_simulation_get_scai (on_ecmo, &scai);
  g_assert_cmpint (scai.low, ==, AL_SCAI_E);
  g_assert_true (scai.supported);
  g_assert_true (isnan (v[AL_INDEX_HR]));
  g_assert_cmpfloat (v[AL_INDEX_LACTATE], <, 2);
  g_assert_cmpfloat (v[AL_INDEX_SAO2_PREOXYGENATOR], >, 60);
}

/* Without ECMO all arteries hold the blood that the heart ejects, also around a balloon that swings
 * more blood than the pressure holds in the aorta. */
static void
test_around_balloon (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean;
  double lung;

  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_AORTIC_LEAK] = 0.4;
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  test_settle (simulation, &settings, 120, &mean);
  lung = 100 * al_oxygen_saturation (&simulation->slow.oxygen, simulation->circulation.core.y,
                                     AL_O2_PULMONARY_VEIN, mean.value[AL_INDEX_HAEMOGLOBIN]);
  g_assert_cmpfloat (fabs (mean.value[AL_INDEX_SAO2_RADIAL] - lung), <, 0.3);
  g_assert_cmpfloat (fabs (mean.value[AL_INDEX_SAO2_FEMORAL] - lung), <, 0.3);
}

/* A heart whose own blood is blue for minutes loses its force. */
static void
test_hypoxic_heart (void)
{
  AlSettings settings;
  g_autofree AlSimulation *simulation = g_new (AlSimulation, 1);
  AlIndices mean;
  double before;

  test_patient_normal (&settings);
  settings.value[AL_PARAMETER_REFLEX_GAIN] = 0;
  test_settle (simulation, &settings, 60, &mean);
  before = simulation->slow.tune.rv_ees;
  simulation->slow.arterial_saturation = 0.5;
  al_simulation_advance (simulation, G_USEC_PER_SEC, NULL, NULL);
  g_assert_cmpfloat (fabs (simulation->slow.tune.rv_ees - before), <, 1e-3);
  simulation->slow.arterial_saturation = 0.3;
  al_simulation_advance (simulation, G_USEC_PER_SEC, NULL, NULL);
  assert_between (simulation->slow.tune.rv_ees / before, 0.55, 0.7);
  simulation->slow.arterial_saturation = 0.05;
  al_simulation_advance (simulation, G_USEC_PER_SEC, NULL, NULL);
  assert_between (simulation->slow.tune.rv_ees / before, 0.19, 0.25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/oxygen/curve", test_curve);
  g_test_add_func ("/engine/oxygen/fick", test_fick);
  g_test_add_func ("/engine/oxygen/mixing", test_mixing);
  g_test_add_func ("/engine/oxygen/differential-hypoxaemia", test_differential_hypoxaemia);
  g_test_add_func ("/engine/oxygen/oxygenator", test_oxygenator);
  g_test_add_func ("/engine/oxygen/poor-sweep", test_poor_sweep);
  g_test_add_func ("/engine/oxygen/hypoventilation", test_hypoventilation);
  g_test_add_func ("/engine/oxygen/backwards-circuit", test_backwards_circuit);
  g_test_add_func ("/engine/oxygen/extraction", test_extraction);
  g_test_add_func ("/engine/oxygen/standstill", test_standstill);
  g_test_add_func ("/engine/oxygen/given", test_given);
  g_test_add_func ("/engine/oxygen/uniform", test_uniform);
  g_test_add_func ("/engine/oxygen/conservation", test_conservation);
  g_test_add_func ("/engine/oxygen/swing", test_swing);
  g_test_add_func ("/engine/oxygen/wide-swing", test_wide_swing);
  g_test_add_func ("/engine/oxygen/no-flow", test_no_flow);
  g_test_add_func ("/engine/oxygen/haste", test_haste);
  g_test_add_func ("/engine/oxygen/asystole", test_asystole);
  g_test_add_func ("/engine/oxygen/asystole-at-once", test_asystole_at_once);
  g_test_add_func ("/engine/oxygen/around-balloon", test_around_balloon);
  g_test_add_func ("/engine/oxygen/hypoxic-heart", test_hypoxic_heart);
  return g_test_run ();
}
