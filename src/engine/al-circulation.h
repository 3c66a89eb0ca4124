/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-activation.h"
#include "al-balloon-pump.h"
#include "al-chamber.h"
#include "al-ecmo.h"
#include "al-parameter.h"
#include "al-rhythm.h"
#include "al-signal.h"
#include "al-thorax.h"
#include "al-valve.h"
#include "al-vessel.h"

G_BEGIN_DECLS

/**
 * AlStateIndex:
 *
 * The continuous states. Volumes come first, and together they are all the blood there is.
 */
typedef enum {
  AL_V_LA,
  AL_V_LV,
  AL_V_RA,
  AL_V_RV,
  AL_V_ARCH,      /* root, ascending aorta and arch; stressed volume, as in all arteries */
  AL_V_THORACIC,  /* descending thoracic aorta, holds the balloon */
  AL_V_ABDOMINAL, /* abdominal aorta and iliac arteries, receives ECMO */
  AL_V_UPPER,     /* arteries of head and arms */
  AL_V_UPPER_VEIN,
  AL_V_LOWER_VEIN,
  AL_V_PA,
  AL_V_PULMONARY_VEIN,
  AL_V_CORONARY, /* blood within the heart muscle */
  AL_N_VOLUMES,
  AL_Q_MITRAL = AL_N_VOLUMES,
  AL_Q_AORTIC,
  AL_Q_TRICUSPID,
  AL_Q_PULMONARY,
  AL_Z_MITRAL, /* valve openings, 0 to 1 */
  AL_Z_AORTIC,
  AL_Z_TRICUSPID,
  AL_Z_PULMONARY,
  AL_Q_ARCH,      /* arch to thoracic aorta */
  AL_Q_ABDOMINAL, /* thoracic to abdominal aorta */
  AL_Q_ECMO,
  AL_ECMO_RPM,
  AL_V_BALLOON, /* gas */
  AL_MAP_FILTER,
  AL_REFLEX_RATE,
  AL_REFLEX_R,
  AL_REFLEX_EES,
  AL_REFLEX_VEIN,
  AL_CORONARY_FILTER, /* coronary flow behind the ischaemia feedback, mL/s */
  AL_N_STATES
} AlStateIndex;

typedef enum {
  AL_LA,
  AL_LV,
  AL_RA,
  AL_RV,
  AL_N_CHAMBERS
} AlChamberIndex;

typedef enum {
  AL_MITRAL,
  AL_AORTIC,
  AL_TRICUSPID,
  AL_PULMONARY,
  AL_N_VALVES
} AlValveIndex;

/**
 * AlCoefficients:
 *
 * What the equations need of the settings, gathered by element. Derived: it is never set by itself.
 */
typedef struct {
  AlChamber chamber[AL_N_CHAMBERS];
  double relaxation_s[AL_N_CHAMBERS];
  double systole_s; /* at an interval of 0.882 s */
  double atrial_systole_s;
  double septum_diastole, septum_systole;
  double pericardium_mmhg, pericardium_ml, pericardium_scale_ml;
  AlValve valve[AL_N_VALVES];
  AlArtery arch, thoracic, abdominal, upper, pa;
  AlVein upper_vein, lower_vein;
  double arch_l, arch_r, abdominal_l, abdominal_r, upper_r;
  double upper_bed_r, lower_bed_r;
  double upper_vein_r, lower_vein_r;
  double coronary_r1, coronary_r2, coronary_c, coronary_share;
  double bronchial_r;
  double lung_r, pulmonary_vein_c, pulmonary_vein_r;
  AlThorax thorax;
  double reflex_gain, reflex_set_mmhg;
  double ischaemia_gain, ischaemia_ml_s;
  AlBalloon balloon;
  AlEcmo ecmo;
} AlCoefficients;

/**
 * AlHaemodynamics:
 *
 * Pressures (mmHg) and flows (mL/s) that follow from the state at a time.
 */
typedef struct {
  double chamber_mmhg[AL_N_CHAMBERS];
  double lv_transmural_mmhg;
  double activation[AL_N_CHAMBERS];
  double arch_mmhg, thoracic_mmhg, abdominal_mmhg, upper_mmhg;
  double upper_vein_mmhg, lower_vein_mmhg;
  double pa_mmhg, pulmonary_vein_mmhg, thorax_mmhg;
  double coronary_mmhg; /* within the muscle */
  double leak_ml_s[AL_N_VALVES];
  double upper_ml_s, upper_bed_ml_s, lower_bed_ml_s;
  double coronary_ml_s, coronary_out_ml_s;
  double upper_return_ml_s, lower_return_ml_s;
  double bronchial_ml_s, lung_ml_s, pulmonary_vein_ml_s;
  double arch_r, abdominal_r; /* with the balloon in the way */
  double gas_ml_s;
} AlHaemodynamics;

/**
 * AlCirculation:
 *
 * The closed loop at a moment: continuous states, rhythm and balloon pump.
 */
typedef struct {
  gint64 time_us;
  double y[AL_N_STATES];
  double infusion_ml_s; /* blood given now; a quarter of it into the upper veins */
  AlRhythm rhythm;
  AlBalloonPump pump;
} AlCirculation;

void al_coefficients_from_settings (AlCoefficients *self, const AlSettings *settings);
void al_circulation_init (AlCirculation *self, const AlSettings *settings, const AlCoefficients *c);
double al_circulation_interval_s (const AlCirculation *self, const AlSettings *settings);
void al_circulation_solve (const AlCirculation *self, const AlCoefficients *c, double time_s,
                           const double y[AL_N_STATES], AlHaemodynamics *h);
void al_circulation_rates (const AlCirculation *self, const AlCoefficients *c,
                           const double y[AL_N_STATES], const AlHaemodynamics *h,
                           double dy[AL_N_STATES]);
double al_circulation_blood_ml (const AlCirculation *self);

G_END_DECLS
