/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What each drug does at its reference dose, once.
 *
 * AL_DRUG (ID, reference dose, rate, LV Ees, RV Ees, resistance, lung resistance, venous volume,
 *          relaxation, lactate, onset, offset, source)
 *
 * The dose is the parameter AL_PARAMETER_DRUG_<ID> and has its unit. Rate is added, in 1/min; venous
 * volume is added to the unstressed volume, in mL; the others multiply, 1 being no effect. Onset and
 * offset are the time constants, in s, with which the effect follows a dose that was raised or
 * lowered. What a study measured is an effect on pressure and flow; the multipliers are modelling
 * choices ("MC") that let the model reproduce it. That of the lung holds at a constant pressure: what
 * a catheter measures also counts that its vessels widen as pressure rises, and narrow as it falls. "Label": what the product information says.
 *
 * This file is included several times with different definitions of AL_DRUG.
 */
AL_DRUG (NOREPINEPHRINE, 0.3, 3, 1.20, 1.15, 1.34, 1.28, -100, 1, 1, 75, 180, "effect: Rokyta 2010, Jolly 2005; multipliers MC; half-life of minutes: label")
AL_DRUG (VASOPRESSIN, 0.04, 0, 1, 1, 1.35, 1, 0, 1, 1, 240, 600, "effect: Jolly 2005; multipliers MC; fades within 20 min: label")
AL_DRUG (PHENYLEPHRINE, 1, 0, 1, 1, 1.35, 1.40, -150, 1, 1, 75, 300, "MC; the slowing of the heart is left to the reflex")
AL_DRUG (EPINEPHRINE, 0.2, 15, 1.28, 1.24, 1.26, 1.25, -100, 0.9, 2.0, 75, 180, "effect: Levy 2018, pressure and index as with norepinephrine, rate and lactate above it; multipliers MC; half-life of minutes: label")
AL_DRUG (DOBUTAMINE, 10, 14, 1.40, 1.40, 0.64, 0.65, 60, 0.85, 1, 75, 180, "effect: Monrad 1986; multipliers MC; half-life of 2 min: label")
AL_DRUG (MILRINONE, 0.5, 3, 1.30, 1.30, 0.62, 0.58, 250, 0.85, 1, 600, 12000, "effect: Monrad 1986, Lowes 2001; multipliers MC; onset after a bolus; half-life of 2.3 h: label")
AL_DRUG (LEVOSIMENDAN, 0.15, 5, 1.25, 1.25, 0.75, 0.68, 150, 0.90, 1, 2700, 259200, "MC; effect kept for a day after the infusion: Kivikko 2003; gone after a week")
AL_DRUG (NITROPRUSSIDE, 1.5, -2, 1, 1, 0.52, 0.58, 260, 1, 1, 60, 120, "effect: Monrad 1986; multipliers MC; half-life of 2 min: label")
AL_DRUG (FUROSEMIDE, 80, 0, 1, 1, 1, 1, 100, 1, 1, 300, 300, "MC; the veins widen before the urine flows")
