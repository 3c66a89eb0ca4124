/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-chamber.h"

/*
 * The septum gives way to the ventricle of lower pressure (linearised, closed form).
 *
 *   dVs  = (P_lv,free - P_rv,free) / (Es + E_lv + E_rv)     volume moved into the right side
 *   P_lv = P_lv,free - E_lv dVs        P_rv = P_rv,free + E_rv dVs
 *
 * Because of it the elastance read off a loop is lower than the chamber's parameter. Form:
 * Santamore and Burkhoff 1991; Es is a modelling choice and rises with contraction.
 */
static inline void
al_septum_couple (AlReal septum_mmhg_ml, const AlChamberPressure *lv, const AlChamberPressure *rv,
                  AlReal *lv_mmhg, AlReal *rv_mmhg)
{
  AlReal shift_ml = (lv->pressure_mmhg - rv->pressure_mmhg) /
                    (septum_mmhg_ml + lv->elastance_mmhg_ml + rv->elastance_mmhg_ml);

  *lv_mmhg = lv->pressure_mmhg - lv->elastance_mmhg_ml * shift_ml;
  *rv_mmhg = rv->pressure_mmhg + rv->elastance_mmhg_ml * shift_ml;
}
