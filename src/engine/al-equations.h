/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-activation.h"
#include "al-chamber.h"
#include "al-ecmo.h"
#include "al-micro-axial-pump.h"
#include "al-septum.h"
#include "al-state.h"
#include "al-thorax.h"
#include "al-valve.h"
#include "al-vessel.h"

G_BEGIN_DECLS

/*
 * The circulation of a beat: the right-hand side of its ordinary differential equations, over
 * AlReal. What changes more slowly than a beat - reflexes, drugs, oxygen - is constant here and
 * turned by al-circulation.c every tick. Every struct is made of AlReal alone, so that a batch of
 * patients is the same struct with wider numbers.
 */

/* Collapse of the veins at the entry to the chest: see al_solve_veins(). */
#define AL_VEIN_COLLAPSE_MMHG      0.5
#define AL_PERICARDIUM_LINEAR_FROM 5.0
#define AL_OCCLUSION_REFERENCE_ML  40.0
#define AL_FASTEST_PER_S           600.0
/* Diameters of the vessels of the lung, over that without pressure. MC */
#define AL_LUNG_NARROWEST 0.8
#define AL_LUNG_WIDEST    1.8
/* Leak that comes with a narrowed outflow tract: the mitral leaflet is drawn into it. */
#define AL_SAM_LEAK_CM2 0.15

/**
 * AlBalloonGas:
 *
 * The balloon as the circuit meets it: conductance = valve x taper x open conductance; the valve
 * opens over a ramp after a command, the taper closes over the last fifth of the way.
 */
typedef struct {
  AlReal volume_ml;
  AlReal per_taper_ml;
  AlReal displacement;
  AlReal occlusion_mmhg_s_ml;
  AlReal opens_at_s;
  AlReal per_ramp_s;
  AlReal source_mmhg;
  AlReal conductance_ml_s_mmhg;
  AlReal inflating; /* 1 or 0 */
} AlBalloonGas;

#define AL_BALLOON_TAPER 0.2

/**
 * AlCoefficients:
 *
 * What the equations need of the settings and of the slow states, gathered by element. Derived: it
 * is never set by itself.
 */
typedef struct {
  /* Chambers, valves and arteries lie one property after the other, so that they can be worked on
   * side by side. */
  AlReal v0_ml[AL_N_CHAMBERS], a_mmhg[AL_N_CHAMBERS];
  AlReal b_per_ml[AL_N_CHAMBERS], vd_ml[AL_N_CHAMBERS], ks_s_ml[AL_N_CHAMBERS];
  AlReal septum_diastole, septum_systole;
  AlReal pericardium_mmhg, pericardium_ml, per_pericardium_ml;
  AlReal valve_cm2[AL_N_VALVES], valve_per_cm[AL_N_VALVES]; /* open area, 1 / length */
  AlReal leak_cm2[AL_N_VALVES]; /* regurgitant orifices, 0 for tight valves */
  AlReal septal_defect_cm2, atrial_defect_cm2;
  AlReal obstruction, per_obstruction_ml; /* of the outflow tract */
  AlReal p1_mmhg[AL_N_ARTERIES], per_v1_ml[AL_N_ARTERIES], eta_mmhg_s_ml[AL_N_ARTERIES];
  AlReal arch_r, per_arch_l, abdominal_r, per_abdominal_l;
  AlReal upper_g;
  AlReal coronary_g1, coronary_g2, per_coronary_c, coronary_share;
  AlReal bronchial_g;
  AlReal upper_vein_g, lower_vein_g;
  AlReal per_pulmonary_vein_c, pulmonary_vein_g, lung_per_mmhg;
  AlThorax thorax;
  AlEcmo ecmo;
  AlMicroAxialPump mafp;
  /* From here on: what al_coefficients_tune() turns every tick. */
  AlReal ees_mmhg_ml[AL_N_CHAMBERS], per_relaxation_s[AL_N_CHAMBERS];
  AlReal upper_bed_g, lower_bed_g, lung_g;
  AlVein upper_vein, lower_vein;
  AlReal wall_arch, wall_arch_upper, wall_upper_arch, wall_upper; /* inverse of the 2 x 2 walls */
  AlReal wall_abdominal;                                          /* 1 / (1 + eta g) */
  AlReal given_upper_ml_s, given_lower_ml_s, lung_water_ml_s, water_ml_s;
} AlCoefficients;

/* Where the part begins that is turned every tick. */
#define AL_COEFFICIENTS_TUNED G_STRUCT_OFFSET (AlCoefficients, ees_mmhg_ml)

/**
 * AlTiming:
 *
 * When the chambers were activated, in seconds of simulated time, and what the balloon was told.
 */
typedef struct {
  AlReal atrial_s[2]; /* this activation and the one before */
  AlReal ventricular_s[2];
  AlReal atrial_systole_s, per_atrial_systole_s;
  AlReal systole_s[2], per_systole_s[2];
  AlBalloonGas gas;
} AlTiming;

/**
 * AlDrive:
 *
 * What depends on time alone.
 */
typedef struct {
  AlReal activation[AL_N_CHAMBERS];
  AlReal thorax_mmhg, alveolar_mmhg;
  AlReal gas_valve;
} AlDrive;

/**
 * AlHaemodynamics:
 *
 * Pressures (mmHg) and flows (mL/s) that follow from the state at a time.
 */
typedef struct {
  AlReal activation[AL_N_CHAMBERS];
  AlReal chamber_mmhg[AL_N_CHAMBERS];
  AlReal artery_mmhg[AL_N_ARTERIES];
  AlReal lv_transmural_mmhg, ra_transmural_mmhg;
  AlReal la_mmhg_ml, ra_mmhg_ml; /* slopes of pressure over volume, all told */
  AlReal upper_vein_mmhg, lower_vein_mmhg;
  AlReal pulmonary_vein_mmhg, thorax_mmhg;
  AlReal coronary_mmhg; /* within the muscle */
  AlReal leak_ml_s[AL_N_VALVES];
  AlReal aortic_cm2;                   /* open area, narrowed by an obstruction */
  AlReal drainage_closed, mafp_closed; /* suction, 0 to 1 */
  AlReal gas_ml_s;
  AlReal arch_r, abdominal_r; /* with the balloon in the way */
  AlReal flow[AL_N_EDGES];
} AlHaemodynamics;

/* The exponentials of a right-hand side that depend on volumes alone are taken together. */
enum {
  AL_EXP_CHAMBERS,
  AL_EXP_ARTERIES = AL_EXP_CHAMBERS + AL_N_CHAMBERS,
  AL_EXP_PERICARDIUM = AL_EXP_ARTERIES + AL_N_ARTERIES,
  AL_N_EXPS
};

/* One chamber out of all. */
static inline AlChamber
al_coefficients_chamber (const AlCoefficients *c, int i)
{
  return (AlChamber){c->ees_mmhg_ml[i], c->v0_ml[i], c->a_mmhg[i],
                     c->b_per_ml[i],    c->vd_ml[i], c->ks_s_ml[i]};
}

static inline void
al_drive_at (const AlCoefficients *c, const AlTiming *timing, AlReal time_s, AlDrive *drive)
{
  /* Atria and ventricles take turns in AlChamberIndex, so they do here: this beat, the one before.
   */
  const AlReal start_s[4] = {timing->atrial_s[0], timing->ventricular_s[0], timing->atrial_s[1],
                             timing->ventricular_s[1]};
  const AlReal systole_s[4] = {timing->atrial_systole_s, timing->systole_s[0],
                               timing->atrial_systole_s, timing->systole_s[1]};
  const AlReal per_systole_s[4] = {timing->per_atrial_systole_s, timing->per_systole_s[0],
                                   timing->per_atrial_systole_s, timing->per_systole_s[1]};
  AlReal contraction[4], after_s[4], angle[8], late_s[8], per_tau_s[8], each[8], breath;

  AL_SIDE_BY_SIDE
  for (int i = 0; i < 4; i++) {
    contraction[i] = al_activation_contraction (time_s - start_s[i], per_systole_s[i]);
    after_s[i] = time_s - start_s[i] - systole_s[i];
  }
  for (int beat = 0; beat < 2; beat++) {
    AL_SIDE_BY_SIDE
    for (int i = 0; i < AL_N_CHAMBERS; i++) {
      angle[4 * beat + i] = contraction[2 * beat + i % 2];
      late_s[4 * beat + i] = after_s[2 * beat + i % 2];
      per_tau_s[4 * beat + i] = c->per_relaxation_s[i];
    }
  }
  AL_SIDE_BY_SIDE
  for (int i = 0; i < 8; i++)
    each[i] = al_activation_of_beat (angle[i], late_s[i], per_tau_s[i]);
  AL_SIDE_BY_SIDE
  for (int i = 0; i < AL_N_CHAMBERS; i++)
    drive->activation[i] = al_activation_union (each[i], each[i + AL_N_CHAMBERS]);
  breath = al_thorax_breath (&c->thorax, time_s);
  drive->thorax_mmhg = c->thorax.rest_mmhg + c->thorax.swing_mmhg * breath;
  drive->alveolar_mmhg =
      drive->thorax_mmhg + c->thorax.alveolar_mmhg + c->thorax.alveolar_swing_mmhg * breath;
  drive->gas_valve = al_clamp ((time_s - timing->gas.opens_at_s) * timing->gas.per_ramp_s,
                               al_real (0), al_real (1));
}

/* What lies around all four chambers, and how it rises with any of their volumes. */
typedef struct {
  AlReal mmhg, mmhg_ml;
} AlOutside;

static inline AlOutside
al_solve_pericardium (const AlCoefficients *c, AlReal fullness, AlReal exponential)
{
  AlReal beyond = al_max (fullness - AL_PERICARDIUM_LINEAR_FROM, al_real (0));
  AlReal grown_mmhg = c->pericardium_mmhg * exponential;

  return (AlOutside){grown_mmhg * (1 + beyond), grown_mmhg * c->per_pericardium_ml};
}

static inline void
al_solve_heart (const AlCoefficients *c, const AlDrive *drive, const AlReal y[AL_N_STATES],
                const AlReal exponential[AL_N_CHAMBERS], AlOutside pericardium, AlHaemodynamics *h)
{
  AlReal pressure[AL_N_CHAMBERS], elastance[AL_N_CHAMBERS];
  AlReal outside_mmhg = pericardium.mmhg, septum;
  AlChamberPressure lv, rv;

  AL_SIDE_BY_SIDE
  for (int i = 0; i < AL_N_CHAMBERS; i++) {
    AlChamber chamber = al_coefficients_chamber (c, i);
    AlChamberPressure free = al_chamber_pressure_from (
        &chamber, exponential[i], drive->activation[i], y[AL_V_LA + i], y[AL_Q_MITRAL + i]);

    pressure[i] = free.pressure_mmhg;
    elastance[i] = free.elastance_mmhg_ml;
  }
  septum = c->septum_diastole + (c->septum_systole - c->septum_diastole) * drive->activation[AL_LV];
  h->la_mmhg_ml = elastance[AL_LA] + pericardium.mmhg_ml + al_chamber_touching_mmhg_ml (y[AL_V_LA]);
  h->ra_mmhg_ml = elastance[AL_RA] + pericardium.mmhg_ml + al_chamber_touching_mmhg_ml (y[AL_V_RA]);
  lv = (AlChamberPressure){pressure[AL_LV], elastance[AL_LV]};
  rv = (AlChamberPressure){pressure[AL_RV], elastance[AL_RV]};
  al_septum_couple (septum, &lv, &rv, &pressure[AL_LV], &pressure[AL_RV]);
  h->lv_transmural_mmhg = pressure[AL_LV] + outside_mmhg;
  h->ra_transmural_mmhg = pressure[AL_RA];
  outside_mmhg = outside_mmhg + drive->thorax_mmhg;
  AL_SIDE_BY_SIDE
  for (int i = 0; i < AL_N_CHAMBERS; i++) {
    h->activation[i] = drive->activation[i];
    h->chamber_mmhg[i] = pressure[i] + outside_mmhg;
  }
}

/*
 * Share of a flow through resistances alone that is let through, into a volume whose pressure is so
 * steep. Where the walls of an atrium touch, the pericardium is as tight as a drum, or wide vessels
 * lead out of a stiff artery, pressure would turn the flow round faster than an explicit step can
 * follow; there the flow goes to the same balance more slowly.
 */
static inline AlReal
al_followable (AlReal conductance, AlReal steep_mmhg_ml)
{
  AlReal rate = conductance * steep_mmhg_ml, fastest = al_real (AL_FASTEST_PER_S);

  if (!al_any (rate > fastest))
    return al_real (1);
  return fastest / al_max (rate, fastest);
}

/* Venous return runs against the right atrium or the collapse at its entry, back only from a fuller
 * atrium. */
static inline AlReal
al_return_drop (AlReal vein_mmhg, AlReal entry_mmhg, AlReal ra_mmhg)
{
  return al_select (vein_mmhg > entry_mmhg, vein_mmhg - entry_mmhg,
                    al_min (vein_mmhg - ra_mmhg, al_real (0)));
}

static inline void
al_solve_veins (const AlCoefficients *c, const AlReal y[AL_N_STATES], AlHaemodynamics *h)
{
  AlReal ra_mmhg = h->chamber_mmhg[AL_RA];
  AlReal entry_mmhg = al_max (ra_mmhg, h->thorax_mmhg - AL_VEIN_COLLAPSE_MMHG);
  AlReal share = al_followable (c->upper_vein_g + c->lower_vein_g, h->ra_mmhg_ml);

  h->upper_vein_mmhg = al_vein_pressure (&c->upper_vein, y[AL_V_UPPER_VEIN]);
  h->lower_vein_mmhg = al_vein_pressure (&c->lower_vein, y[AL_V_LOWER_VEIN]);
  h->flow[AL_EDGE_UPPER_RETURN] =
      al_return_drop (h->upper_vein_mmhg, entry_mmhg, ra_mmhg) * c->upper_vein_g * share;
  h->flow[AL_EDGE_LOWER_RETURN] =
      al_return_drop (h->lower_vein_mmhg, entry_mmhg, ra_mmhg) * c->lower_vein_g * share;
}

/* Vessels of the lung get no wider than at the higher, no narrower than at the lower diameter. */
static inline AlReal
al_lung_diameter (const AlCoefficients *c, AlReal transmural_mmhg)
{
  return al_clamp (1 + c->lung_per_mmhg * transmural_mmhg, al_real (AL_LUNG_NARROWEST),
                   al_real (AL_LUNG_WIDEST));
}

/*
 * Distensible vessels between two pressures conduct as the mean of the fourth power of their
 * diameter, which grows with pressure: Linehan 1992. The fifth powers of the textbook form, divided
 * by the pressure drop, are this sum.
 */
static inline AlReal
al_lung_conductance (const AlCoefficients *c, AlReal pa_wall_mmhg, AlReal vein_wall_mmhg)
{
  AlReal x = al_lung_diameter (c, pa_wall_mmhg), y = al_lung_diameter (c, vein_wall_mmhg);
  AlReal xx = x * x, yy = y * y;
  AlReal conductance = c->lung_g * (xx * xx + yy * yy + x * y * (xx + x * y + yy));
  AlReal steep_mmhg_ml =
      (pa_wall_mmhg + c->p1_mmhg[AL_PA]) * c->per_v1_ml[AL_PA] + c->per_pulmonary_vein_c;

  return conductance * al_followable (conductance, steep_mmhg_ml);
}

/*
 * Lungs. Where alveolar pressure is above venous it is what blood runs against (zone 2); where
 * venous is above both, blood runs backwards: a lung has no valve.
 */
static inline void
al_solve_lungs (const AlCoefficients *c, const AlDrive *drive, const AlReal y[AL_N_STATES],
                AlReal pa_wall_mmhg, AlHaemodynamics *h)
{
  AlReal zero = al_real (0), alveolar = drive->alveolar_mmhg, veins, pa;
  AlReal vein_wall_mmhg = y[AL_V_PULMONARY_VEIN] * c->per_pulmonary_vein_c;

  pa = pa_wall_mmhg + drive->thorax_mmhg;
  veins = vein_wall_mmhg + drive->thorax_mmhg;
  h->artery_mmhg[AL_PA] = pa;
  h->pulmonary_vein_mmhg = veins;
  h->flow[AL_EDGE_PV_LA] = (veins - h->chamber_mmhg[AL_LA]) * c->pulmonary_vein_g *
                           al_followable (c->pulmonary_vein_g, h->la_mmhg_ml);
  h->flow[AL_EDGE_LUNG] = (al_max (pa - al_max (veins, alveolar), zero) -
                           al_max (veins - al_max (pa, alveolar), zero)) *
                          al_lung_conductance (c, pa_wall_mmhg, vein_wall_mmhg);
}

/* Leaks and defects. The aortic leak is taken against the elastic wall, which needs no iteration.
 * No leak runs forwards; a defect runs either way. */
static inline void
al_solve_leaks (const AlCoefficients *c, const AlReal y[AL_N_STATES], AlReal root_mmhg,
                AlHaemodynamics *h)
{
  const AlReal *p = h->chamber_mmhg;
  AlReal narrow = al_smoothstep (2 - 2 * y[AL_V_LV] * c->per_obstruction_ml) * c->obstruction;
  AlReal septum = p[AL_LV] - p[AL_RV], atrial = p[AL_LA] - p[AL_RA];
  AlReal *leak = h->leak_ml_s;

  h->aortic_cm2 = c->valve_cm2[AL_AORTIC] * (1 - narrow);
  leak[AL_MITRAL] =
      al_orifice_flow (c->leak_cm2[AL_MITRAL] + AL_SAM_LEAK_CM2 * narrow, p[AL_LV] - p[AL_LA]);
  leak[AL_AORTIC] = al_orifice_flow (c->leak_cm2[AL_AORTIC], root_mmhg - p[AL_LV]);
  leak[AL_TRICUSPID] = al_orifice_flow (c->leak_cm2[AL_TRICUSPID], p[AL_RV] - p[AL_RA]);
  leak[AL_PULMONARY] =
      al_orifice_flow (c->leak_cm2[AL_PULMONARY], h->artery_mmhg[AL_PA] - p[AL_RV]);
  h->flow[AL_EDGE_SEPTUM] = al_orifice_flow (c->septal_defect_cm2, septum) -
                            al_orifice_flow (c->septal_defect_cm2, -septum);
  h->flow[AL_EDGE_ATRIAL] = al_orifice_flow (c->atrial_defect_cm2, atrial) -
                            al_orifice_flow (c->atrial_defect_cm2, -atrial);
  h->flow[AL_EDGE_MITRAL] = y[AL_Q_MITRAL] - leak[AL_MITRAL];
  h->flow[AL_EDGE_AORTIC] = y[AL_Q_AORTIC] - leak[AL_AORTIC];
  h->flow[AL_EDGE_TRICUSPID] = y[AL_Q_TRICUSPID] - leak[AL_TRICUSPID];
  h->flow[AL_EDGE_PULMONARY] = y[AL_Q_PULMONARY] - leak[AL_PULMONARY];
}

/* How far walls close the inlets of pumps; of interest only where there is a pump. */
static inline void
al_solve_suction (const AlCoefficients *c, const AlReal y[AL_N_STATES], AlHaemodynamics *h)
{
  h->drainage_closed = h->mafp_closed = al_real (0);
  if (al_any (c->ecmo.on > 0.5))
    h->drainage_closed = al_logistic ((al_ecmo_pull (&c->ecmo, y[AL_V_RA], &y[AL_Q_ECMO]) -
                                       h->ra_transmural_mmhg - AL_ECMO_COLLAPSE_MMHG) *
                                      (1 / AL_ECMO_COLLAPSE_WIDTH_MMHG)) *
                         c->ecmo.on;
  if (al_any (c->mafp.on > 0.5))
    h->mafp_closed =
        al_logistic ((c->mafp.suction_ml - y[AL_V_LV]) * (1 / AL_MAFP_SUCTION_WIDTH_ML)) *
        c->mafp.on;
}

/* What the ECMO drains and returns. */
static inline void
al_solve_ecmo (const AlCoefficients *c, const AlReal y[AL_N_STATES], AlHaemodynamics *h)
{
  AlReal q = y[AL_Q_ECMO],
         la = al_ecmo_vent (&c->ecmo, h->chamber_mmhg[AL_LA], y[AL_V_LA], h->thorax_mmhg, q);
  AlReal lower = c->ecmo.ivc_fraction * (q - la), arch = c->ecmo.central * q;

  h->flow[AL_EDGE_DRAIN_LA] = la;
  h->flow[AL_EDGE_DRAIN_LOWER] = lower;
  h->flow[AL_EDGE_DRAIN_RA] = q - la - lower;
  h->flow[AL_EDGE_RETURN_ARCH] = arch;
  h->flow[AL_EDGE_RETURN_ABDOMINAL] = q - arch;
}

/* Arch and upper-body arteries: two walls with viscosity share a resistor, so two linear equations.
 */
static inline void
al_solve_arch_and_upper (const AlCoefficients *c, const AlReal y[AL_N_STATES], AlReal wall0,
                         AlReal wall_u, AlHaemodynamics *h)
{
  AlReal inflow =
      h->flow[AL_EDGE_AORTIC] + y[AL_Q_MAFP] + h->flow[AL_EDGE_RETURN_ARCH] - y[AL_Q_ARCH];
  AlReal b0, bu, arch, upper;

  h->coronary_mmhg = c->coronary_share * h->lv_transmural_mmhg + h->thorax_mmhg +
                     y[AL_V_CORONARY] * c->per_coronary_c;
  b0 = wall0 + c->eta_mmhg_s_ml[AL_ARCH] * (inflow + h->coronary_mmhg * c->coronary_g1);
  bu = wall_u + c->eta_mmhg_s_ml[AL_UPPER] * h->upper_vein_mmhg * c->upper_bed_g;
  arch = b0 * c->wall_arch + bu * c->wall_arch_upper;
  upper = b0 * c->wall_upper_arch + bu * c->wall_upper;
  h->artery_mmhg[AL_ARCH] = arch;
  h->artery_mmhg[AL_UPPER] = upper;
  h->flow[AL_EDGE_UPPER] = (arch - upper) * c->upper_g;
  h->flow[AL_EDGE_UPPER_BED] = (upper - h->upper_vein_mmhg) * c->upper_bed_g;
  h->flow[AL_EDGE_CORONARY_IN] = (arch - h->coronary_mmhg) * c->coronary_g1;
  h->flow[AL_EDGE_CORONARY_OUT] = (h->coronary_mmhg - h->chamber_mmhg[AL_RA]) * c->coronary_g2;
}

/*
 * The thoracic aorta holds the balloon, whose gas flow depends on the pressure it makes: one
 * equation. Gas flows only where the console drives it: an aorta above the driving pressure does
 * not empty the balloon. A balloon in the way counts by the cube of its filling.
 */
static inline void
al_solve_thoracic (const AlCoefficients *c, const AlBalloonGas *gas, AlReal gas_valve,
                   const AlReal y[AL_N_STATES], AlReal wall, AlHaemodynamics *h)
{
  AlReal volume = y[AL_V_BALLOON], eta = c->eta_mmhg_s_ml[AL_THORACIC], k, room, taper;
  AlReal inflow = y[AL_Q_ARCH] - y[AL_Q_ABDOMINAL] + h->pulmonary_vein_mmhg * c->bronchial_g;
  AlReal stiff = 1 + eta * c->bronchial_g, driven = wall + eta * inflow, conductance, p, fill;

  k = gas->displacement;
  room = al_select (gas->inflating > 0.5, gas->volume_ml - volume, volume);
  taper = al_clamp (room * gas->per_taper_ml, al_real (0), al_real (1));
  conductance = gas->conductance_ml_s_mmhg * gas_valve * taper;
  p = (gas->source_mmhg * stiff - driven) * (gas->inflating - 0.5);
  conductance = al_select (p > 0, conductance, al_real (0));
  p = (driven + eta * k * conductance * gas->source_mmhg) / (stiff + eta * k * conductance);
  h->artery_mmhg[AL_THORACIC] = p;
  h->gas_ml_s = conductance * (gas->source_mmhg - p);
  h->flow[AL_EDGE_ARCH] = y[AL_Q_ARCH];
  h->flow[AL_EDGE_ABDOMINAL] = y[AL_Q_ABDOMINAL];
  h->flow[AL_EDGE_BRONCHIAL] = (p - h->pulmonary_vein_mmhg) * c->bronchial_g;
  fill = al_max (volume, al_real (0)) * (1 / AL_OCCLUSION_REFERENCE_ML);
  fill = gas->occlusion_mmhg_s_ml * fill * fill * fill;
  h->arch_r = c->arch_r + 0.5 * fill;
  h->abdominal_r = c->abdominal_r + fill;
}

static inline void
al_solve_abdominal (const AlCoefficients *c, const AlReal y[AL_N_STATES], AlReal wall,
                    AlHaemodynamics *h)
{
  AlReal inflow =
      y[AL_Q_ABDOMINAL] + h->flow[AL_EDGE_RETURN_ABDOMINAL] + h->lower_vein_mmhg * c->lower_bed_g;
  AlReal p = (wall + c->eta_mmhg_s_ml[AL_ABDOMINAL] * inflow) * c->wall_abdominal;

  h->artery_mmhg[AL_ABDOMINAL] = p;
  h->flow[AL_EDGE_LOWER_BED] = (p - h->lower_vein_mmhg) * c->lower_bed_g;
}

/* Pressures from volumes, flows from pressures. */
static inline void
al_equations_solve (const AlCoefficients *c, const AlBalloonGas *gas, const AlDrive *drive,
                    const AlReal y[AL_N_STATES], AlHaemodynamics *h)
{
  AlReal x[AL_N_EXPS], wall[AL_N_ARTERIES];
  AlOutside pericardium;
  AlReal heart_ml = y[AL_V_LA] + y[AL_V_LV] + y[AL_V_RA] + y[AL_V_RV];
  AlReal fullness = (heart_ml - c->pericardium_ml) * c->per_pericardium_ml;

  h->thorax_mmhg = drive->thorax_mmhg;
  AL_SIDE_BY_SIDE
  for (int i = 0; i < AL_N_CHAMBERS; i++)
    x[AL_EXP_CHAMBERS + i] =
        al_min (c->b_per_ml[i] * (y[AL_V_LA + i] - c->vd_ml[i]), al_real (AL_CHAMBER_LINEAR_FROM));
  AL_SIDE_BY_SIDE
  for (int i = AL_ARCH; i <= AL_UPPER; i++)
    x[AL_EXP_ARTERIES + i] = y[AL_V_ARCH + i] * c->per_v1_ml[i];
  x[AL_EXP_ARTERIES + AL_THORACIC] +=
      gas->displacement * y[AL_V_BALLOON] * c->per_v1_ml[AL_THORACIC];
  x[AL_EXP_ARTERIES + AL_PA] = y[AL_V_PA] * c->per_v1_ml[AL_PA];
  x[AL_EXP_PERICARDIUM] = al_min (fullness, al_real (AL_PERICARDIUM_LINEAR_FROM));
  AL_SIDE_BY_SIDE
  for (int i = 0; i < AL_N_EXPS; i++)
    x[i] = al_exp_bounded (x[i]); /* beyond its bounds an artery would hold a hundred litres */
  AL_SIDE_BY_SIDE
  for (int i = 0; i < AL_N_ARTERIES; i++)
    wall[i] = c->p1_mmhg[i] * (x[AL_EXP_ARTERIES + i] - 1);
  pericardium = al_solve_pericardium (c, fullness, x[AL_EXP_PERICARDIUM]);

  al_solve_heart (c, drive, y, &x[AL_EXP_CHAMBERS], pericardium, h);
  al_solve_suction (c, y, h);
  al_solve_veins (c, y, h);
  al_solve_lungs (c, drive, y, wall[AL_PA], h);
  al_solve_leaks (c, y, wall[AL_ARCH] + h->thorax_mmhg, h);
  al_solve_ecmo (c, y, h);
  h->flow[AL_EDGE_MAFP] = y[AL_Q_MAFP];
  al_solve_arch_and_upper (c, y, wall[AL_ARCH] + h->thorax_mmhg, wall[AL_UPPER], h);
  al_solve_thoracic (c, gas, drive->gas_valve, y, wall[AL_THORACIC] + h->thorax_mmhg, h);
  al_solve_abdominal (c, y, wall[AL_ABDOMINAL], h);
  h->flow[AL_EDGE_GIVEN_UPPER] = c->given_upper_ml_s;
  h->flow[AL_EDGE_GIVEN_LOWER] = c->given_lower_ml_s;
  h->flow[AL_EDGE_LUNG_WATER] = c->lung_water_ml_s;
  h->flow[AL_EDGE_WATER] = c->water_ml_s;
}

/* The derivatives of the volumes add up to what is given less what leaves: blood is conserved. */
static inline void
al_rates_of_volumes (const AlReal flow[AL_N_EDGES], AlReal dy[AL_N_STATES])
{
  dy[AL_V_LA] =
      flow[AL_EDGE_PV_LA] - flow[AL_EDGE_MITRAL] - flow[AL_EDGE_ATRIAL] - flow[AL_EDGE_DRAIN_LA];
  dy[AL_V_LV] =
      flow[AL_EDGE_MITRAL] - flow[AL_EDGE_AORTIC] - flow[AL_EDGE_MAFP] - flow[AL_EDGE_SEPTUM];
  dy[AL_V_RA] = flow[AL_EDGE_UPPER_RETURN] + flow[AL_EDGE_LOWER_RETURN] +
                flow[AL_EDGE_CORONARY_OUT] + flow[AL_EDGE_ATRIAL] - flow[AL_EDGE_TRICUSPID] -
                flow[AL_EDGE_DRAIN_RA];
  dy[AL_V_RV] = flow[AL_EDGE_TRICUSPID] + flow[AL_EDGE_SEPTUM] - flow[AL_EDGE_PULMONARY];
  dy[AL_V_ARCH] = flow[AL_EDGE_AORTIC] + flow[AL_EDGE_MAFP] + flow[AL_EDGE_RETURN_ARCH] -
                  flow[AL_EDGE_ARCH] - flow[AL_EDGE_UPPER] - flow[AL_EDGE_CORONARY_IN];
  dy[AL_V_THORACIC] = flow[AL_EDGE_ARCH] - flow[AL_EDGE_ABDOMINAL] - flow[AL_EDGE_BRONCHIAL];
  dy[AL_V_ABDOMINAL] =
      flow[AL_EDGE_ABDOMINAL] + flow[AL_EDGE_RETURN_ABDOMINAL] - flow[AL_EDGE_LOWER_BED];
  dy[AL_V_UPPER] = flow[AL_EDGE_UPPER] - flow[AL_EDGE_UPPER_BED];
  dy[AL_V_UPPER_VEIN] =
      flow[AL_EDGE_UPPER_BED] + flow[AL_EDGE_GIVEN_UPPER] - flow[AL_EDGE_UPPER_RETURN];
  dy[AL_V_LOWER_VEIN] = flow[AL_EDGE_LOWER_BED] + flow[AL_EDGE_GIVEN_LOWER] -
                        flow[AL_EDGE_LOWER_RETURN] - flow[AL_EDGE_DRAIN_LOWER] -
                        flow[AL_EDGE_WATER];
  dy[AL_V_PA] = flow[AL_EDGE_PULMONARY] - flow[AL_EDGE_LUNG];
  dy[AL_V_PULMONARY_VEIN] =
      flow[AL_EDGE_LUNG] + flow[AL_EDGE_BRONCHIAL] - flow[AL_EDGE_PV_LA] - flow[AL_EDGE_LUNG_WATER];
  dy[AL_V_CORONARY] = flow[AL_EDGE_CORONARY_IN] - flow[AL_EDGE_CORONARY_OUT];
}

/* The right-hand side: derivatives per second. */
static inline void
al_equations_rates (const AlCoefficients *c, const AlReal y[AL_N_STATES], const AlHaemodynamics *h,
                    AlReal dy[AL_N_STATES])
{
  const AlReal *p = h->chamber_mmhg, *artery = h->artery_mmhg;
  const AlReal difference_mmhg[AL_N_VALVES] = {p[AL_LA] - p[AL_LV], p[AL_LV] - artery[AL_ARCH],
                                               p[AL_RA] - p[AL_RV], p[AL_RV] - artery[AL_PA]};
  const AlReal area_cm2[AL_N_VALVES] = {c->valve_cm2[AL_MITRAL], h->aortic_cm2,
                                        c->valve_cm2[AL_TRICUSPID], c->valve_cm2[AL_PULMONARY]};
  AlReal back_mmhg, empty_ml;

  al_rates_of_volumes (h->flow, dy);
  AL_SIDE_BY_SIDE
  for (int i = 0; i < AL_N_VALVES; i++) {
    AlValve valve = {area_cm2[i], c->valve_per_cm[i]};

    al_valve_rates (&valve, difference_mmhg[i], y[AL_Q_MITRAL + i], y[AL_Z_MITRAL + i],
                    &dy[AL_Q_MITRAL + i], &dy[AL_Z_MITRAL + i]);
  }
  dy[AL_Q_ARCH] =
      (artery[AL_ARCH] - artery[AL_THORACIC] - h->arch_r * y[AL_Q_ARCH]) * c->per_arch_l;
  dy[AL_Q_ABDOMINAL] =
      (artery[AL_THORACIC] - artery[AL_ABDOMINAL] - h->abdominal_r * y[AL_Q_ABDOMINAL]) *
      c->per_abdominal_l;
  back_mmhg = artery[AL_ABDOMINAL] + c->ecmo.central * (artery[AL_ARCH] - artery[AL_ABDOMINAL]);
  al_ecmo_rates (&c->ecmo, back_mmhg - p[AL_RA], h->ra_transmural_mmhg, h->drainage_closed,
                 &y[AL_Q_ECMO], &dy[AL_Q_ECMO]);
  empty_ml = al_max (AL_CHAMBER_EMPTY_ML - y[AL_V_LV], al_real (0));
  dy[AL_Q_MAFP] = al_micro_axial_pump_rate (&c->mafp, artery[AL_ARCH] - p[AL_LV], h->mafp_closed,
                                            empty_ml, y[AL_Q_MAFP]);
  dy[AL_V_BALLOON] = h->gas_ml_s;
}

G_END_DECLS
