/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-parameter.h"

G_BEGIN_DECLS

/*
 * Veno-arterial ECMO: centrifugal pump, oxygenator and cannulas.
 *
 *   L dQ/dt = H n^2 - k_p Q|Q| + P_drain - P_return - R Q - k_r (17/Fr)^4.5 Q|Q| - k_d (25/Fr)^4.5
 * c Q|Q| c = 1 + 200 / (1 + exp ((P_RA - P_th + 1.5) / 0.8))      the drained vein collapses around
 * the cannula
 *
 * n is the speed in 1/min. In flow mode a slow servo turns the speed towards the wanted mean flow,
 * in speed mode the flow is what the patient lets through. Below about 1200/min blood runs
 * backwards. Blood is drained from the right atrium and the lower veins and returned to the
 * abdominal aorta. Pump and cannula numbers are of the order of makers' charts (Broman 2019: real
 * flows are lower still): modelling choices.
 */
typedef struct {
  gboolean on;
  gboolean speed_mode;
  double flow_ml_s; /* wanted */
  double rpm;       /* wanted */
  double rpm_max;
  double head_mmhg_min2;
  double pump_loss;
  double circuit_r;
  double return_loss;
  double drainage_loss;
  double inertance;
  double ivc_fraction;
} AlEcmo;

void al_ecmo_from_settings (AlEcmo *self, const AlSettings *settings);
void al_ecmo_rates (const AlEcmo *self, double rise_mmhg, double suction_mmhg,
                    const double q_rpm[2], double rates[2]);
double al_ecmo_balance_rpm (const AlEcmo *self, double rise_mmhg);

G_END_DECLS
