/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-textbook.h"

#include "al-simulation-private.h"
#include "al-units.h"

/*
 * The yardstick of the benchmarks: the equations of the engine, solved as a textbook does it. The
 * classical Runge-Kutta method at 1 ms evaluates the whole right-hand side four times a step, what
 * depends on time alone included, and nothing is kept from one step to the next. Events divide a
 * step and the slow parts tick as they do in the engine.
 */
typedef struct {
  AlSimulation *simulation;
  double lv_ml, lv_mmhg; /* at the start of the step before */
  double before_s;       /* its length */
} Textbook;

static void
evaluate (const AlCore *core, double time_s, const double *y, AlHaemodynamics *h, double *rates)
{
  AlDrive drive;

  al_drive_at (&core->c, &core->timing, time_s, &drive);
  al_equations_solve (&core->c, &core->timing.gas, &drive, y, h);
  al_equations_rates (&core->c, y, h, rates);
}

/* Beats and ticks take what they want to know at the start of a step, by the rectangle rule. */
static void
observe (Textbook *self, double h_s)
{
  AlCore *core = &self->simulation->circulation.core;
  const double lv_ml[2] = {self->lv_ml, core->y[AL_V_LV]};
  const double lv_mmhg[2] = {self->lv_mmhg, core->h.chamber_mmhg[AL_LV]};

  al_tally_add (&core->tally, h_s, &core->h);
  al_beat_detector_integrate (&core->detector, h_s, &core->h);
  al_beat_detector_work (&core->detector, self->before_s, lv_ml, lv_mmhg);
  al_beat_detector_phase (&core->detector, core->y[AL_Q_AORTIC]);
  al_beat_detector_extremes (&core->detector, core->c.v0_ml[AL_LV], core->y, &core->h);
  self->lv_ml = lv_ml[1];
  self->lv_mmhg = lv_mmhg[1];
  self->before_s = h_s;
}

static void
take_step (Textbook *self, double time_s, double h_s)
{
  AlCore *core = &self->simulation->circulation.core;
  double k1[AL_N_STATES], k2[AL_N_STATES], k3[AL_N_STATES], k4[AL_N_STATES], y[AL_N_STATES];
  AlHaemodynamics h;

  evaluate (core, time_s, core->y, &core->h, k1);
  observe (self, h_s);
  for (int i = 0; i < AL_N_STATES; i++)
    y[i] = core->y[i] + 0.5 * h_s * k1[i];
  evaluate (core, time_s + 0.5 * h_s, y, &h, k2);
  for (int i = 0; i < AL_N_STATES; i++)
    y[i] = core->y[i] + 0.5 * h_s * k2[i];
  evaluate (core, time_s + 0.5 * h_s, y, &h, k3);
  for (int i = 0; i < AL_N_STATES; i++)
    y[i] = core->y[i] + h_s * k3[i];
  evaluate (core, time_s + h_s, y, &h, k4);
  for (int i = 0; i < AL_N_STATES; i++)
    core->y[i] += h_s / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
}

static gint64
part_end_us (const AlCirculation *circulation)
{
  const AlRhythm *rhythm = &circulation->rhythm;
  gint64 end_us = (circulation->time_us / AL_TEXTBOOK_STEP_US + 1) * AL_TEXTBOOK_STEP_US;

  end_us = MIN (end_us, MIN (rhythm->next_beat_us, rhythm->next_atrial_us));
  return MIN (end_us, al_balloon_pump_next_us (&circulation->pump));
}

/**
 * al_textbook_advance:
 * @simulation: a simulation
 * @duration_us: simulated time to pass
 *
 * Lets simulated time pass as al_simulation_advance() does, but plainly. Indices of beats are
 * nearly the same, not the same bytes.
 *
 * Returns: %AL_STATUS_OK, or %AL_STATUS_NOT_FINITE with the simulation as far as it came
 */
AlStatus
al_textbook_advance (AlSimulation *simulation, gint64 duration_us)
{
  AlCirculation *circulation = &simulation->circulation;
  AlCore *core = &circulation->core;
  gint64 until_us = circulation->time_us + duration_us;
  Textbook self = {simulation, core->y[AL_V_LV], core->h.chamber_mmhg[AL_LV],
                   AL_TEXTBOOK_STEP_US * AL_S_PER_US};

  while (circulation->time_us < until_us) {
    gint64 start_us = circulation->time_us, end_us = part_end_us (circulation);
    AlValveMoment before = {core->y[AL_Q_AORTIC], core->detector.ejecting};

    take_step (&self, al_circulation_time_s (circulation),
               (double) (end_us - start_us) * AL_S_PER_US);
    if (!al_core_is_finite (core))
      return AL_STATUS_NOT_FINITE;
    circulation->time_us = end_us;
    al_simulation_finish_part (simulation, start_us, &before);
  }
  return AL_STATUS_OK;
}
