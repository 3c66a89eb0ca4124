/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-patients.h"

#include <stdlib.h>

/*
 * A frame of the display asks the engine for a sixtieth of a second. It may not ask for memory: the
 * allocator of the C library is stood in for and counts. A sanitizer has its own.
 */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define COUNTS_ALLOCATIONS 1

void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *memory, size_t size);

static guint n_allocations;

void *
malloc (size_t size)
{
  n_allocations++;
  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  n_allocations++;
  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  n_allocations++;
  return __libc_realloc (memory, size);
}
#else
#define COUNTS_ALLOCATIONS 0

static guint n_allocations;
#endif

#define N_FRAMES 1200

static void
look (const AlSample *sample, gpointer user_data)
{
  double *sum = user_data;

  *sum += sample->value[AL_SIGNAL_AO_PRESSURE];
}

static void
run_frames (AlSimulation *simulation, double *sum)
{
  gint64 start_us = al_simulation_get_time_us (simulation);
  AlIndices mean;
  AlScai scai;

  for (gint64 frame = 1; frame <= N_FRAMES; frame++) {
    gint64 shown_us = start_us + frame * G_USEC_PER_SEC / 60;

    al_simulation_advance (simulation, shown_us - al_simulation_get_time_us (simulation), look,
                           sum);
    al_simulation_mean_indices (simulation, 6, &mean);
    al_simulation_get_scai (simulation, &scai);
  }
}

/* Through beats, ticks, balloon commands, a setting that glides and one that does not. */
static void
test_no_allocation (void)
{
  static AlSimulation simulation;
  AlSettings settings;
  double sum = 0;
  guint before;

  if (!COUNTS_ALLOCATIONS) {
    g_test_skip ("this allocator cannot be counted");
    return;
  }
  test_patient_shock (&settings);
  settings.value[AL_PARAMETER_IABP_ON] = 1;
  settings.value[AL_PARAMETER_ECMO_ON] = 1;
  al_simulation_init (&simulation, &settings);
  before = n_allocations;
  g_assert_cmpuint (before, >, 0);
  run_frames (&simulation, &sum);
  al_simulation_set (&simulation, AL_PARAMETER_LV_EES, 1.2);
  al_simulation_set (&simulation, AL_PARAMETER_IABP_RATIO, 2);
  al_simulation_set (&simulation, AL_PARAMETER_RHYTHM, AL_RHYTHM_ATRIAL_FIBRILLATION);
  run_frames (&simulation, &sum);
  g_assert_cmpuint (n_allocations - before, ==, 0);
  g_assert_cmpfloat (sum, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/frame/no-allocation", test_no_allocation);
  return g_test_run ();
}
