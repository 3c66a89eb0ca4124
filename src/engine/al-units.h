/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Conversions at the edges; inside, the engine counts in mmHg, mL and seconds. */
#define AL_US_PER_S          1000000
#define AL_S_PER_US          1e-6
#define AL_US_PER_MS         1000
#define AL_L_MIN_PER_ML_S    0.06
#define AL_MMHG_PER_CMH2O    0.736
#define AL_DYN_PER_MMHG_S_ML 1333.22       /* dyn s cm-5 per mmHg s/mL */
#define AL_W_PER_MMHG_L_MIN  (1.0 / 451.0) /* power of a flow against a pressure */
