/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-simulation.h"

G_BEGIN_DECLS

/* Patients in the cohort that is measured. */
#define AL_BENCHMARK_PATIENTS 256

/* Display frames a second. */
#define AL_BENCHMARK_FRAME_RATE 60

/**
 * AlBenchmark:
 * @simulated_seconds_per_cpu_second: of one patient
 * @patient_seconds_per_cpu_second: of a cohort, on one thread
 * @textbook_seconds_per_cpu_second: of one patient, by al_textbook_advance()
 * @two_core_speedup: wall time of the cohort on one thread over that on two; NAN where there is but
 * one processor
 * @display_frame_us: CPU time of a frame, the signals of each point of the grid included
 *
 * How fast the engine is: the best of several rounds of each.
 */
typedef struct {
  double simulated_seconds_per_cpu_second;
  double patient_seconds_per_cpu_second;
  double textbook_seconds_per_cpu_second;
  double two_core_speedup;
  double display_frame_us;
} AlBenchmark;

AlStatus al_benchmark_run (AlBenchmark *self, const AlSettings *patient);
void al_benchmark_vary (AlSettings *settings, guint i);

G_END_DECLS
