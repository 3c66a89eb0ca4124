/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-circulation.h"

#include "al-reflex.h"
#include "al-septum.h"
#include "al-units.h"

#include <math.h>

#define ARTERIAL_REFERENCE_MMHG  90.0
#define PULMONARY_REFERENCE_MMHG 15.0

/* Beat interval at which the systole of the table holds. */
#define REFERENCE_INTERVAL_S 0.882

#define MITRAL_LENGTH_CM    2.0
#define AORTIC_LENGTH_CM    2.2
#define TRICUSPID_LENGTH_CM 2.0
#define PULMONARY_LENGTH_CM 2.2

/* Zone 2: rise of pulmonary resistance per cmH2O of PEEP above 5. */
#define PEEP_RESISTANCE_PER_CMH2O 0.04
#define PEEP_HARMLESS_CMH2O       5.0

/* Central veins collapse where they enter the chest: a lower right atrial pressure draws no more.
 */
#define VEIN_COLLAPSE_MMHG 0.5

/* A full balloon of this volume has the occlusion of the table; half of it acts above the balloon.
 */
#define OCCLUSION_REFERENCE_ML 40.0

#define INFUSION_UPPER_SHARE 0.25

/* From here on the pericardium is a straight line: 100 mmHg, more than any heart fills against. */
#define PERICARDIUM_LINEAR_FROM 5.0

G_STATIC_ASSERT (AL_PARAMETER_LV_VD == AL_PARAMETER_LV_EES + 4);
G_STATIC_ASSERT (AL_PARAMETER_RV_VD == AL_PARAMETER_RV_EES + 4);
G_STATIC_ASSERT (AL_PARAMETER_LA_VD == AL_PARAMETER_LA_EES + 4);
G_STATIC_ASSERT (AL_PARAMETER_RA_VD == AL_PARAMETER_RA_EES + 4);

static AlChamber
chamber_from (const AlSettings *settings, AlParameter ees, double ks)
{
  const double *v = &settings->value[ees];

  /* The table lists Ees, V0, a, b, Vd of a chamber in this order. */
  return (AlChamber){v[0], v[1], v[2], v[3], v[4], ks};
}

static void
coefficients_heart (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value;

  self->chamber[AL_LA] = chamber_from (settings, AL_PARAMETER_LA_EES, 0);
  self->chamber[AL_LV] = chamber_from (settings, AL_PARAMETER_LV_EES, v[AL_PARAMETER_LV_KS]);
  self->chamber[AL_RA] = chamber_from (settings, AL_PARAMETER_RA_EES, 0);
  self->chamber[AL_RV] = chamber_from (settings, AL_PARAMETER_RV_EES, v[AL_PARAMETER_RV_KS]);
  self->relaxation_s[AL_LA] = v[AL_PARAMETER_LA_TAU];
  self->relaxation_s[AL_LV] = v[AL_PARAMETER_LV_TAU];
  self->relaxation_s[AL_RA] = v[AL_PARAMETER_RA_TAU];
  self->relaxation_s[AL_RV] = v[AL_PARAMETER_RV_TAU];
  self->systole_s = v[AL_PARAMETER_RHYTHM_TS];
  self->atrial_systole_s = v[AL_PARAMETER_RHYTHM_TS_ATRIA];
  self->septum_diastole = v[AL_PARAMETER_SEPTUM_DIASTOLE];
  self->septum_systole = v[AL_PARAMETER_SEPTUM_SYSTOLE];
  self->pericardium_mmhg = v[AL_PARAMETER_PERICARDIUM_P];
  self->pericardium_ml = v[AL_PARAMETER_PERICARDIUM_V0];
  self->pericardium_scale_ml = v[AL_PARAMETER_PERICARDIUM_K];
  self->valve[AL_MITRAL] =
      (AlValve){v[AL_PARAMETER_MITRAL_AREA], MITRAL_LENGTH_CM, v[AL_PARAMETER_MITRAL_LEAK]};
  self->valve[AL_AORTIC] =
      (AlValve){v[AL_PARAMETER_AORTIC_AREA], AORTIC_LENGTH_CM, v[AL_PARAMETER_AORTIC_LEAK]};
  self->valve[AL_TRICUSPID] = (AlValve){v[AL_PARAMETER_TRICUSPID_AREA], TRICUSPID_LENGTH_CM,
                                        v[AL_PARAMETER_TRICUSPID_LEAK]};
  self->valve[AL_PULMONARY] = (AlValve){v[AL_PARAMETER_PULMONARY_AREA], PULMONARY_LENGTH_CM,
                                        v[AL_PARAMETER_PULMONARY_LEAK]};
}

static void
coefficients_arteries (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value, p1 = v[AL_PARAMETER_ARTERIES_P1];

  self->arch =
      al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_ARCH_C], v[AL_PARAMETER_ARCH_ETA]);
  self->thoracic = al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_THORACIC_C],
                              v[AL_PARAMETER_THORACIC_ETA]);
  self->abdominal = al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_ABDOMINAL_C],
                               v[AL_PARAMETER_ABDOMINAL_ETA]);
  self->upper =
      al_artery (p1, ARTERIAL_REFERENCE_MMHG, v[AL_PARAMETER_UPPER_C], v[AL_PARAMETER_UPPER_ETA]);
  self->pa = al_artery (v[AL_PARAMETER_PA_P1], PULMONARY_REFERENCE_MMHG, v[AL_PARAMETER_PA_C], 0);
  self->arch_l = v[AL_PARAMETER_ARCH_L];
  self->arch_r = v[AL_PARAMETER_ARCH_R];
  self->abdominal_l = v[AL_PARAMETER_ABDOMINAL_L];
  self->abdominal_r = v[AL_PARAMETER_ABDOMINAL_R];
  self->upper_r = v[AL_PARAMETER_UPPER_R];
  self->upper_bed_r = v[AL_PARAMETER_UPPER_BED_R];
  self->lower_bed_r = v[AL_PARAMETER_LOWER_BED_R];
  self->coronary_r1 = v[AL_PARAMETER_CORONARY_R1];
  self->coronary_r2 = v[AL_PARAMETER_CORONARY_R2];
  self->coronary_c = v[AL_PARAMETER_CORONARY_C];
  self->coronary_share = v[AL_PARAMETER_CORONARY_PIM];
  self->bronchial_r = v[AL_PARAMETER_BRONCHIAL_R];
}

static void
coefficients_veins_and_lungs (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value;
  gboolean mechanical = v[AL_PARAMETER_VENTILATION_MODE] > 0.5;
  double peep_cmh2o = mechanical ? v[AL_PARAMETER_VENTILATION_PEEP] : 0;
  double excess = peep_cmh2o > PEEP_HARMLESS_CMH2O ? peep_cmh2o - PEEP_HARMLESS_CMH2O : 0;

  self->upper_vein = (AlVein){v[AL_PARAMETER_UPPER_VEIN_C], v[AL_PARAMETER_UPPER_VEIN_VUS]};
  self->lower_vein = (AlVein){v[AL_PARAMETER_LOWER_VEIN_C], v[AL_PARAMETER_LOWER_VEIN_VUS]};
  self->upper_vein_r = v[AL_PARAMETER_UPPER_VEIN_R];
  self->lower_vein_r = v[AL_PARAMETER_LOWER_VEIN_R];
  self->lung_r = v[AL_PARAMETER_LUNG_R] * (1 + PEEP_RESISTANCE_PER_CMH2O * excess);
  self->pulmonary_vein_c = v[AL_PARAMETER_PULMONARY_VEIN_C];
  self->pulmonary_vein_r = v[AL_PARAMETER_PULMONARY_VEIN_R];
  self->thorax = (AlThorax){mechanical, peep_cmh2o * AL_MMHG_PER_CMH2O};
}

/**
 * al_coefficients_from_settings:
 * @self: (out caller-allocates): coefficients
 * @settings: settings
 *
 * Gathers what the equations need. The same settings give the same bytes.
 */
void
al_coefficients_from_settings (AlCoefficients *self, const AlSettings *settings)
{
  const double *v = settings->value;

  coefficients_heart (self, settings);
  coefficients_arteries (self, settings);
  coefficients_veins_and_lungs (self, settings);
  self->reflex_gain = v[AL_PARAMETER_REFLEX_GAIN];
  self->reflex_set_mmhg = v[AL_PARAMETER_REFLEX_SET_POINT];
  self->ischaemia_gain = v[AL_PARAMETER_ISCHAEMIA_GAIN];
  self->ischaemia_ml_s = v[AL_PARAMETER_ISCHAEMIA_FLOW];
  al_balloon_from_settings (&self->balloon, settings);
  al_ecmo_from_settings (&self->ecmo, settings);
}

/* A heart at rest, arteries at a low pressure, and all other blood in the veins at one pressure. */
static void
fill_volumes (AlCirculation *self, const AlSettings *settings, const AlCoefficients *c)
{
  const double start_mmhg = 60, pa_mmhg = 15, chamber_ml = 90, vein_mmhg = 8, coronary_ml = 4;
  double *y = self->y, rest_ml = settings->value[AL_PARAMETER_BLOOD_VOLUME], venous_mmhg;

  for (int i = AL_V_LA; i <= AL_V_RV; i++)
    y[i] = chamber_ml;
  y[AL_V_ARCH] = al_artery_volume (&c->arch, start_mmhg);
  y[AL_V_THORACIC] = al_artery_volume (&c->thoracic, start_mmhg);
  y[AL_V_ABDOMINAL] = al_artery_volume (&c->abdominal, start_mmhg);
  y[AL_V_UPPER] = al_artery_volume (&c->upper, start_mmhg);
  y[AL_V_PA] = al_artery_volume (&c->pa, pa_mmhg);
  y[AL_V_PULMONARY_VEIN] = c->pulmonary_vein_c * vein_mmhg;
  y[AL_V_CORONARY] = coronary_ml;
  for (int i = 0; i < AL_N_VOLUMES; i++)
    rest_ml -= y[i];
  venous_mmhg = (rest_ml - c->upper_vein.unstressed_ml - c->lower_vein.unstressed_ml) /
                (c->upper_vein.compliance_ml_mmhg + c->lower_vein.compliance_ml_mmhg);
  y[AL_V_UPPER_VEIN] = c->upper_vein.unstressed_ml + c->upper_vein.compliance_ml_mmhg * venous_mmhg;
  y[AL_V_LOWER_VEIN] = rest_ml - y[AL_V_UPPER_VEIN];
}

/**
 * al_circulation_init:
 * @self: (out caller-allocates): a circulation
 * @settings: settings
 * @c: their coefficients
 *
 * A circulation at time zero that has not settled: let it run for a minute or two before reading
 * it.
 */
void
al_circulation_init (AlCirculation *self, const AlSettings *settings, const AlCoefficients *c)
{
  memset (self, 0, sizeof *self);
  fill_volumes (self, settings, c);
  self->y[AL_MAP_FILTER] = c->reflex_set_mmhg;
  self->y[AL_CORONARY_FILTER] = c->ischaemia_ml_s;
  al_rhythm_init (&self->rhythm, 0, 60 / settings->value[AL_PARAMETER_RHYTHM_RATE],
                  settings->value[AL_PARAMETER_RHYTHM_PR]);
  al_balloon_pump_init (&self->pump);
}

/**
 * al_circulation_interval_s:
 * @self: a circulation
 * @settings: its settings
 *
 * Returns: the interval to the next beat that sinus node and reflex ask for now, seconds
 */
double
al_circulation_interval_s (const AlCirculation *self, const AlSettings *settings)
{
  double reflex =
      1 + AL_REFLEX_RATE_GAIN * settings->value[AL_PARAMETER_REFLEX_GAIN] * self->y[AL_REFLEX_RATE];

  return 60 / (settings->value[AL_PARAMETER_RHYTHM_RATE] * reflex);
}

static double
seconds_since (double time_s, gint64 event_us)
{
  return time_s - (double) event_us * AL_S_PER_US;
}

static void
solve_activation (const AlCirculation *self, const AlCoefficients *c, double time_s,
                  AlHaemodynamics *h)
{
  const AlRhythm *rhythm = &self->rhythm;
  double now = seconds_since (time_s, rhythm->beat_us),
         before = seconds_since (time_s, rhythm->beat_before_us);
  double systole = c->systole_s * sqrt (al_rhythm_next_interval_s (rhythm) / REFERENCE_INTERVAL_S);
  double systole_before =
      c->systole_s * sqrt (al_rhythm_interval_s (rhythm) / REFERENCE_INTERVAL_S);

  for (int i = 0; i < AL_N_CHAMBERS; i++) {
    gboolean atrium = i == AL_LA || i == AL_RA;
    AlActivation this_beat = {atrium ? c->atrial_systole_s : systole, c->relaxation_s[i]};
    AlActivation last_beat = {atrium ? c->atrial_systole_s : systole_before, c->relaxation_s[i]};
    double t = atrium ? seconds_since (time_s, rhythm->atrial_us) : now;
    double t_before = atrium ? seconds_since (time_s, rhythm->atrial_before_us) : before;

    h->activation[i] = al_activation_union (al_activation_of_beat (&this_beat, t),
                                            al_activation_of_beat (&last_beat, t_before));
  }
}

static void
solve_heart (const AlCoefficients *c, const double y[AL_N_STATES], AlHaemodynamics *h)
{
  double ees_factor = 1 + AL_REFLEX_EES_GAIN * c->reflex_gain * y[AL_REFLEX_EES];
  double heart_ml = y[AL_V_LA] + y[AL_V_LV] + y[AL_V_RA] + y[AL_V_RV], outside_mmhg, septum;
  AlChamber lv = c->chamber[AL_LV], rv = c->chamber[AL_RV];
  AlChamberPressure la, lv_free, ra, rv_free;

  lv.ees_mmhg_ml *= ees_factor * al_ischaemia_factor (c->ischaemia_gain, c->ischaemia_ml_s,
                                                      y[AL_CORONARY_FILTER]);
  rv.ees_mmhg_ml *= ees_factor;
  la = al_chamber_pressure (&c->chamber[AL_LA], h->activation[AL_LA], y[AL_V_LA], y[AL_Q_MITRAL]);
  lv_free = al_chamber_pressure (&lv, h->activation[AL_LV], y[AL_V_LV], y[AL_Q_AORTIC]);
  ra =
      al_chamber_pressure (&c->chamber[AL_RA], h->activation[AL_RA], y[AL_V_RA], y[AL_Q_TRICUSPID]);
  rv_free = al_chamber_pressure (&rv, h->activation[AL_RV], y[AL_V_RV], y[AL_Q_PULMONARY]);

  septum = c->septum_diastole + (c->septum_systole - c->septum_diastole) * h->activation[AL_LV];
  al_septum_couple (septum, &lv_free, &rv_free, &h->chamber_mmhg[AL_LV], &h->chamber_mmhg[AL_RV]);
  h->lv_transmural_mmhg = h->chamber_mmhg[AL_LV];

  outside_mmhg = h->thorax_mmhg +
                 c->pericardium_mmhg *
                     al_exp_then_line ((heart_ml - c->pericardium_ml) / c->pericardium_scale_ml,
                                       PERICARDIUM_LINEAR_FROM);
  h->lv_transmural_mmhg += outside_mmhg - h->thorax_mmhg;
  h->chamber_mmhg[AL_LA] = la.pressure_mmhg + outside_mmhg;
  h->chamber_mmhg[AL_LV] += outside_mmhg;
  h->chamber_mmhg[AL_RA] = ra.pressure_mmhg + outside_mmhg;
  h->chamber_mmhg[AL_RV] += outside_mmhg;
}

/* Venous return runs against the right atrium or the collapse at its entry, back only from a fuller
 * atrium. */
static double
return_drop (double vein_mmhg, double entry_mmhg, double ra_mmhg)
{
  if (vein_mmhg > entry_mmhg)
    return vein_mmhg - entry_mmhg;
  return vein_mmhg < ra_mmhg ? vein_mmhg - ra_mmhg : 0;
}

static void
solve_veins_and_lungs (const AlCoefficients *c, const double y[AL_N_STATES], double alveolar_mmhg,
                       AlHaemodynamics *h)
{
  double shift_ml = -AL_REFLEX_VEIN_ML * c->reflex_gain * y[AL_REFLEX_VEIN];
  double entry_mmhg = MAX (h->chamber_mmhg[AL_RA], h->thorax_mmhg - VEIN_COLLAPSE_MMHG), down_mmhg;

  h->upper_vein_mmhg =
      al_vein_pressure (&c->upper_vein, y[AL_V_UPPER_VEIN], AL_REFLEX_VEIN_UPPER * shift_ml);
  h->lower_vein_mmhg =
      al_vein_pressure (&c->lower_vein, y[AL_V_LOWER_VEIN], (1 - AL_REFLEX_VEIN_UPPER) * shift_ml);
  h->upper_return_ml_s =
      return_drop (h->upper_vein_mmhg, entry_mmhg, h->chamber_mmhg[AL_RA]) / c->upper_vein_r;
  h->lower_return_ml_s =
      return_drop (h->lower_vein_mmhg, entry_mmhg, h->chamber_mmhg[AL_RA]) / c->lower_vein_r;

  h->pa_mmhg = al_artery_pressure (&c->pa, y[AL_V_PA]) + h->thorax_mmhg;
  h->pulmonary_vein_mmhg = y[AL_V_PULMONARY_VEIN] / c->pulmonary_vein_c + h->thorax_mmhg;
  h->pulmonary_vein_ml_s = (h->pulmonary_vein_mmhg - h->chamber_mmhg[AL_LA]) / c->pulmonary_vein_r;
  /* Zone 2: where alveolar pressure is above venous, it is what blood runs against. */
  down_mmhg = MAX (h->pulmonary_vein_mmhg, h->thorax_mmhg + alveolar_mmhg);
  h->lung_ml_s = MAX (h->pa_mmhg - down_mmhg, 0) / c->lung_r;
}

/* Arch and upper-body arteries: two walls with viscosity share a resistor, so two linear equations.
 */
static void
solve_arch_and_upper (const AlCoefficients *c, const double y[AL_N_STATES], double r_factor,
                      AlHaemodynamics *h)
{
  double bed_r = c->upper_bed_r * r_factor, g0u = 1 / c->upper_r, eta0 = c->arch.eta_mmhg_s_ml,
         eta_u = c->upper.eta_mmhg_s_ml;
  double wall0 = al_artery_pressure (&c->arch, y[AL_V_ARCH]) + h->thorax_mmhg;
  double wall_u = al_artery_pressure (&c->upper, y[AL_V_UPPER]);
  double inflow = y[AL_Q_AORTIC] - h->leak_ml_s[AL_AORTIC] - y[AL_Q_ARCH];
  double a00, a0u, b0, auu, au0, bu, determinant;

  h->coronary_mmhg =
      c->coronary_share * h->lv_transmural_mmhg + h->thorax_mmhg + y[AL_V_CORONARY] / c->coronary_c;
  a00 = 1 + eta0 * (g0u + 1 / c->coronary_r1);
  a0u = -eta0 * g0u;
  b0 = wall0 + eta0 * (inflow + h->coronary_mmhg / c->coronary_r1);
  auu = 1 + eta_u * (g0u + 1 / bed_r);
  au0 = -eta_u * g0u;
  bu = wall_u + eta_u * h->upper_vein_mmhg / bed_r;
  determinant = a00 * auu - a0u * au0;
  h->arch_mmhg = (b0 * auu - a0u * bu) / determinant;
  h->upper_mmhg = (a00 * bu - au0 * b0) / determinant;

  h->upper_ml_s = (h->arch_mmhg - h->upper_mmhg) * g0u;
  h->upper_bed_ml_s = (h->upper_mmhg - h->upper_vein_mmhg) / bed_r;
  h->coronary_ml_s = (h->arch_mmhg - h->coronary_mmhg) / c->coronary_r1;
  h->coronary_out_ml_s = (h->coronary_mmhg - h->chamber_mmhg[AL_RA]) / c->coronary_r2;
}

/* A balloon in the way: its cross-section counts by the cube of its filling. */
static void
solve_occlusion (const AlCoefficients *c, double gas_ml, AlHaemodynamics *h)
{
  double fill = MAX (gas_ml, 0) / OCCLUSION_REFERENCE_ML;
  double occlusion = c->balloon.occlusion_mmhg_s_ml * fill * fill * fill;

  h->arch_r = c->arch_r + 0.5 * occlusion;
  h->abdominal_r = c->abdominal_r + occlusion;
}

/*
 * The thoracic aorta holds the balloon, whose gas flow depends on the pressure it makes: one
 * equation. Gas flows only where the console drives it: an aorta above the driving pressure does
 * not empty the balloon.
 */
static void
solve_thoracic (const AlCirculation *self, const AlCoefficients *c, double time_s,
                const double y[AL_N_STATES], AlHaemodynamics *h)
{
  AlGasFlow gas = al_balloon_pump_gas (&self->pump, &c->balloon, time_s, y[AL_V_BALLOON]);
  double eta = c->thoracic.eta_mmhg_s_ml, k = c->balloon.displacement,
         conductance = gas.conductance_ml_s_mmhg;
  double wall =
      al_artery_pressure (&c->thoracic, y[AL_V_THORACIC] + k * y[AL_V_BALLOON]) + h->thorax_mmhg;
  double inflow = y[AL_Q_ARCH] - y[AL_Q_ABDOMINAL] + h->pulmonary_vein_mmhg / c->bronchial_r;
  double still_mmhg = (wall + eta * inflow) / (1 + eta / c->bronchial_r);

  if ((gas.source_mmhg > still_mmhg) != self->pump.inflating)
    conductance = 0;
  h->thoracic_mmhg = (wall + eta * (inflow + k * conductance * gas.source_mmhg)) /
                     (1 + eta / c->bronchial_r + eta * k * conductance);
  h->gas_ml_s = conductance * (gas.source_mmhg - h->thoracic_mmhg);
  h->bronchial_ml_s = (h->thoracic_mmhg - h->pulmonary_vein_mmhg) / c->bronchial_r;
  solve_occlusion (c, y[AL_V_BALLOON], h);
}

static void
solve_abdominal (const AlCoefficients *c, const double y[AL_N_STATES], double r_factor,
                 AlHaemodynamics *h)
{
  double bed_r = c->lower_bed_r * r_factor, eta = c->abdominal.eta_mmhg_s_ml;
  double wall = al_artery_pressure (&c->abdominal, y[AL_V_ABDOMINAL]);

  h->abdominal_mmhg =
      (wall + eta * (y[AL_Q_ABDOMINAL] + y[AL_Q_ECMO] + h->lower_vein_mmhg / bed_r)) /
      (1 + eta / bed_r);
  h->lower_bed_ml_s = (h->abdominal_mmhg - h->lower_vein_mmhg) / bed_r;
}

static void
solve_leaks (const AlCoefficients *c, AlHaemodynamics *h)
{
  const double *p = h->chamber_mmhg;

  h->leak_ml_s[AL_MITRAL] = al_valve_leak (&c->valve[AL_MITRAL], p[AL_LV] - p[AL_LA]);
  h->leak_ml_s[AL_TRICUSPID] = al_valve_leak (&c->valve[AL_TRICUSPID], p[AL_RV] - p[AL_RA]);
  h->leak_ml_s[AL_PULMONARY] = al_valve_leak (&c->valve[AL_PULMONARY], h->pa_mmhg - p[AL_RV]);
}

/**
 * al_circulation_solve:
 * @self: a circulation, for its rhythm and pump
 * @c: coefficients
 * @time_s: simulated time in seconds
 * @y: continuous states at that time
 * @h: (out caller-allocates): pressures and flows
 *
 * Solves the algebraic part: pressures from volumes, flows from pressures.
 */
void
al_circulation_solve (const AlCirculation *self, const AlCoefficients *c, double time_s,
                      const double y[AL_N_STATES], AlHaemodynamics *h)
{
  AlThoraxPressure thorax = al_thorax_pressure (&c->thorax, time_s);
  double r_factor = 1 + AL_REFLEX_R_GAIN * c->reflex_gain * y[AL_REFLEX_R], root_mmhg;

  h->thorax_mmhg = thorax.thorax_mmhg;
  solve_activation (self, c, time_s, h);
  solve_heart (c, y, h);
  solve_veins_and_lungs (c, y, thorax.alveolar_mmhg, h);
  solve_leaks (c, h);
  /* The aortic leak is taken against the elastic wall pressure, which needs no iteration. */
  root_mmhg = al_artery_pressure (&c->arch, y[AL_V_ARCH]) + h->thorax_mmhg;
  h->leak_ml_s[AL_AORTIC] =
      al_valve_leak (&c->valve[AL_AORTIC], root_mmhg - h->chamber_mmhg[AL_LV]);
  solve_arch_and_upper (c, y, r_factor, h);
  solve_thoracic (self, c, time_s, y, h);
  solve_abdominal (c, y, r_factor, h);
}

static void
rates_of_volumes (const AlCirculation *self, const AlCoefficients *c, const double y[AL_N_STATES],
                  const AlHaemodynamics *h, double dy[AL_N_STATES])
{
  double mitral = y[AL_Q_MITRAL] - h->leak_ml_s[AL_MITRAL],
         aortic = y[AL_Q_AORTIC] - h->leak_ml_s[AL_AORTIC];
  double tricuspid = y[AL_Q_TRICUSPID] - h->leak_ml_s[AL_TRICUSPID];
  double pulmonary = y[AL_Q_PULMONARY] - h->leak_ml_s[AL_PULMONARY];
  double ivc_drain = c->ecmo.ivc_fraction * y[AL_Q_ECMO], ra_drain = y[AL_Q_ECMO] - ivc_drain;
  double upper_infusion = INFUSION_UPPER_SHARE * self->infusion_ml_s;

  dy[AL_V_LA] = h->pulmonary_vein_ml_s - mitral;
  dy[AL_V_LV] = mitral - aortic;
  dy[AL_V_RA] =
      h->upper_return_ml_s + h->lower_return_ml_s + h->coronary_out_ml_s - tricuspid - ra_drain;
  dy[AL_V_RV] = tricuspid - pulmonary;
  dy[AL_V_ARCH] = aortic - y[AL_Q_ARCH] - h->upper_ml_s - h->coronary_ml_s;
  dy[AL_V_THORACIC] = y[AL_Q_ARCH] - y[AL_Q_ABDOMINAL] - h->bronchial_ml_s;
  dy[AL_V_ABDOMINAL] = y[AL_Q_ABDOMINAL] + y[AL_Q_ECMO] - h->lower_bed_ml_s;
  dy[AL_V_UPPER] = h->upper_ml_s - h->upper_bed_ml_s;
  dy[AL_V_UPPER_VEIN] = h->upper_bed_ml_s - h->upper_return_ml_s + upper_infusion;
  dy[AL_V_LOWER_VEIN] =
      h->lower_bed_ml_s - h->lower_return_ml_s - ivc_drain + self->infusion_ml_s - upper_infusion;
  dy[AL_V_PA] = pulmonary - h->lung_ml_s;
  dy[AL_V_PULMONARY_VEIN] = h->lung_ml_s + h->bronchial_ml_s - h->pulmonary_vein_ml_s;
  dy[AL_V_CORONARY] = h->coronary_ml_s - h->coronary_out_ml_s;
}

static void
rates_of_valves (const AlCoefficients *c, const double y[AL_N_STATES], const AlHaemodynamics *h,
                 double dy[AL_N_STATES])
{
  const double *p = h->chamber_mmhg;
  const double difference_mmhg[AL_N_VALVES] = {
      [AL_MITRAL] = p[AL_LA] - p[AL_LV],
      [AL_AORTIC] = p[AL_LV] - h->arch_mmhg,
      [AL_TRICUSPID] = p[AL_RA] - p[AL_RV],
      [AL_PULMONARY] = p[AL_RV] - h->pa_mmhg,
  };

  for (int i = 0; i < AL_N_VALVES; i++)
    al_valve_rates (&c->valve[i], difference_mmhg[i], y[AL_Q_MITRAL + i], y[AL_Z_MITRAL + i],
                    &dy[AL_Q_MITRAL + i], &dy[AL_Z_MITRAL + i]);
}

static void
rates_of_reflexes (const AlCoefficients *c, const double y[AL_N_STATES], const AlHaemodynamics *h,
                   double dy[AL_N_STATES])
{
  double x = al_reflex_signal (c->reflex_set_mmhg, y[AL_MAP_FILTER]);

  dy[AL_MAP_FILTER] =
      (0.5 * (h->arch_mmhg + h->upper_mmhg) - y[AL_MAP_FILTER]) / AL_REFLEX_MAP_TAU_S;
  dy[AL_REFLEX_RATE] = (x - y[AL_REFLEX_RATE]) / AL_REFLEX_RATE_TAU_S;
  dy[AL_REFLEX_R] = (x - y[AL_REFLEX_R]) / AL_REFLEX_R_TAU_S;
  dy[AL_REFLEX_EES] = (x - y[AL_REFLEX_EES]) / AL_REFLEX_EES_TAU_S;
  dy[AL_REFLEX_VEIN] = (x - y[AL_REFLEX_VEIN]) / AL_REFLEX_VEIN_TAU_S;
  dy[AL_CORONARY_FILTER] = (h->coronary_ml_s - y[AL_CORONARY_FILTER]) / AL_ISCHAEMIA_TAU_S;
}

/**
 * al_circulation_rates:
 * @self: a circulation, for what is infused
 * @c: coefficients
 * @y: continuous states
 * @h: what al_circulation_solve() made of them
 * @dy: (out): derivatives, per second
 *
 * The right-hand side. The derivatives of the volumes add up to what is infused: blood is
 * conserved.
 */
void
al_circulation_rates (const AlCirculation *self, const AlCoefficients *c,
                      const double y[AL_N_STATES], const AlHaemodynamics *h, double dy[AL_N_STATES])
{
  rates_of_volumes (self, c, y, h, dy);
  rates_of_valves (c, y, h, dy);
  dy[AL_Q_ARCH] = (h->arch_mmhg - h->thoracic_mmhg - h->arch_r * y[AL_Q_ARCH]) / c->arch_l;
  dy[AL_Q_ABDOMINAL] =
      (h->thoracic_mmhg - h->abdominal_mmhg - h->abdominal_r * y[AL_Q_ABDOMINAL]) / c->abdominal_l;
  al_ecmo_rates (&c->ecmo, h->abdominal_mmhg - h->chamber_mmhg[AL_RA],
                 h->chamber_mmhg[AL_RA] - h->thorax_mmhg, &y[AL_Q_ECMO], &dy[AL_Q_ECMO]);
  dy[AL_V_BALLOON] = h->gas_ml_s;
  rates_of_reflexes (c, y, h, dy);
}

/**
 * al_circulation_blood_ml:
 * @self: a circulation
 *
 * Returns: all the blood in it, mL
 */
double
al_circulation_blood_ml (const AlCirculation *self)
{
  double sum = 0;

  for (int i = 0; i < AL_N_VOLUMES; i++)
    sum += self->y[i];
  return sum;
}
