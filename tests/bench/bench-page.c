/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <adwaita.h>

#include "al-application.h"
#include "al-frame-memory.h"
#include "al-layer-private.h"
#include "al-loop-view.h"
#include "al-schematic-view.h"
#include "al-strip-view.h"
#include "al-widget-tree.h"
#include "al-window.h"

/*
 * What a frame of the running page costs: the real window with everything in it, on both devices,
 * beside its four ghosts. Time of the processor, all threads, since a machine that does other
 * things as well stretches every other measure.
 */

#define ROUNDS         5
#define RUNNING_FRAMES 180
#define REDRAWN_FRAMES 24
#define WARM_FRAMES    90
#define IDLE_US        (3 * G_USEC_PER_SEC)

/* Long enough for both devices to show in every curve. */
#define BEFORE_US (20 * G_USEC_PER_SEC)

typedef struct {
  AlApplication *application;
  AlWindow *window;
  AlSession *session;
  int width;
  int height;
  guint n_frames;
  gint64 framed_us;  /* of the processor, when the last frame ended */
  gint64 slowest_us; /* of it, of one frame */
  gboolean redraws;
} Bench;

/* What passed, by the frame. */
typedef struct {
  double cpu_ms;
  double slowest_ms;
  double faults;
  double per_second;
} Cost;

typedef struct {
  gint64 cpu_us;
  gint64 wall_us;
  glong faults;
  guint n_frames;
} Moment;

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static Moment
take_moment (const Bench *self)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (Moment){get_cpu_us (), g_get_monotonic_time (), usage.ru_minflt, self->n_frames};
}

static void
pass_frames (Bench *self, guint n_frames)
{
  const guint end = self->n_frames + n_frames;

  while (self->n_frames < end)
    g_main_context_iteration (NULL, TRUE);
}

static Cost
measure (Bench *self, guint n_frames)
{
  const Moment start = take_moment (self);
  Moment end;

  self->slowest_us = 0;
  pass_frames (self, n_frames);
  end = take_moment (self);
  return (Cost){
      .cpu_ms = (double) (end.cpu_us - start.cpu_us) / 1000 / n_frames,
      .slowest_ms = (double) self->slowest_us / 1000,
      .faults = (double) (end.faults - start.faults) / n_frames,
      .per_second = n_frames * (double) G_USEC_PER_SEC / (double) (end.wall_us - start.wall_us),
  };
}

/* Every view forgets what it kept when the scale of its screen changes. */
static void
forget_layers (GtkWidget *widget, gpointer user_data)
{
  if (AL_IS_LOOP_VIEW (widget) || AL_IS_STRIP_VIEW (widget) || AL_IS_SCHEMATIC_VIEW (widget))
    g_object_notify (G_OBJECT (widget), "scale-factor");
}

static void
redraw (GtkWidget *widget, gpointer user_data)
{
  gtk_widget_queue_draw (widget);
}

/* While layers are plain, no widget is kept as a picture either. */
static void
set_plain (Bench *self, gboolean plain)
{
  al_layer_set_plain (plain);
  al_tree_each (GTK_WIDGET (self->window), redraw, NULL);
}

static gboolean
redraw_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (((Bench *) user_data)->redraws)
    al_tree_each (widget, forget_layers, NULL);
  return G_SOURCE_CONTINUE;
}

static Cost
measure_redraw (Bench *self)
{
  guint tick;
  Cost cost;

  self->redraws = TRUE;
  set_plain (self, TRUE);
  al_session_set_playing (self->session, FALSE);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), redraw_cb, self, NULL);
  pass_frames (self, 4);
  cost = measure (self, REDRAWN_FRAMES);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->window), tick);
  set_plain (self, FALSE);
  self->redraws = FALSE;
  al_tree_each (GTK_WIDGET (self->window), forget_layers, NULL);
  return cost;
}

static Cost
measure_running (Bench *self)
{
  al_session_set_playing (self->session, TRUE);
  pass_frames (self, WARM_FRAMES);
  return measure (self, RUNNING_FRAMES);
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  const double difference = ((const Cost *) a)->cpu_ms - ((const Cost *) b)->cpu_ms;

  return (difference > 0) - (difference < 0);
}

static void
print_costs (const char *what, Cost costs[ROUNDS])
{
  qsort (costs, ROUNDS, sizeof *costs, compare_costs);
  printf (
      "  %-12s %7.2f ms a frame at best, %7.2f usually, %7.2f the slowest of a round; %6.1f page "
      "faults; %4.1f frames a second\n",
      what, costs[0].cpu_ms, costs[ROUNDS / 2].cpu_ms, costs[ROUNDS / 2].slowest_ms,
      costs[ROUNDS / 2].faults, costs[ROUNDS / 2].per_second);
}

/* The least that any picture of this size can cost: to write it once. */
static double
measure_memset (const Bench *self)
{
  const gsize size = (gsize) self->width * (gsize) self->height * 4;
  g_autofree guchar *surface = g_malloc (size);
  double best_ms = G_MAXDOUBLE;

  for (int i = 0; i < 20; i++) {
    const gint64 start_us = get_cpu_us ();

    memset (surface, i, size);
    /* So that the compiler cannot leave it out. */
    __asm__ volatile("" : : "r"(surface) : "memory");
    best_ms = MIN (best_ms, (double) (get_cpu_us () - start_us) / 1000);
  }
  return best_ms;
}

static void
compare_displays (Bench *self)
{
  const char *const names[] = {"sweep", "scroll"};
  GtkWidget *strips = al_tree_find (GTK_WIDGET (self->window), AL_TYPE_STRIP_VIEW, 0);
  Cost running[G_N_ELEMENTS (names)][ROUNDS];
  Cost redrawn[ROUNDS];
  const double memset_ms = measure_memset (self);

  for (int round = 0; round < ROUNDS; round++) {
    for (guint i = G_N_ELEMENTS (names); i-- > 0;) {
      al_strip_view_set_scrolling (AL_STRIP_VIEW (strips), i == 1);
      running[i][round] = measure_running (self);
    }
    redrawn[round] = measure_redraw (self);
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    print_costs (names[i], running[i]);
  print_costs ("full redraw", redrawn);
  printf (
      "  sweep is %.1f times cheaper than the full redraw, and %.1f times a memset of the picture "
      "(%.2f ms)\n",
      redrawn[0].cpu_ms / running[0][0].cpu_ms, running[0][0].cpu_ms / memset_ms, memset_ms);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
measure_idle (Bench *self, const char *what)
{
  gboolean stopped = FALSE;
  Moment start;
  Moment end;

  /* What was under way ends first. */
  g_timeout_add (1000, stop_cb, &stopped);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
  stopped = FALSE;
  start = take_moment (self);
  g_timeout_add (IDLE_US / 1000, stop_cb, &stopped);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
  end = take_moment (self);
  printf ("  %-12s %7.3f ms of the processor in %d s; %u frames\n", what,
          (double) (end.cpu_us - start.cpu_us) / 1000, (int) (IDLE_US / G_USEC_PER_SEC),
          end.n_frames - start.n_frames);
}

static void
compare_rest (Bench *self)
{
  al_session_set_playing (self->session, FALSE);
  measure_idle (self, "frozen");
  al_session_set_playing (self->session, TRUE);
  al_window_show_page (self->window, "evidence");
  measure_idle (self, "hidden");
}

static void
frame_cb (GdkFrameClock *clock, gpointer user_data)
{
  Bench *self = user_data;
  const gint64 now_us = get_cpu_us ();

  self->n_frames++;
  self->slowest_us = MAX (self->slowest_us, now_us - self->framed_us);
  self->framed_us = now_us;
}

static void
open_window (Bench *self)
{
  g_autoptr (GError) error = NULL;
  GdkFrameClock *clock;

  self->application = al_application_new ();
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  self->window = al_window_new (GTK_APPLICATION (self->application));
  self->session = al_window_get_session (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), self->width, self->height);
  gtk_window_present (GTK_WINDOW (self->window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), self);
  while (!al_session_get_ready (self->session))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "sim.four-way", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "sim.support", "s", "both");
  al_session_advance (self->session, BEFORE_US);
  pass_frames (self, WARM_FRAMES);
}

static void
print_scene (Bench *self)
{
  GtkWidget *root = GTK_WIDGET (self->window);
  GtkWidget *schematic = al_tree_find (root, AL_TYPE_SCHEMATIC_VIEW, 0);
  GtkWidget *strips = al_tree_find (root, AL_TYPE_STRIP_VIEW, 0);

  printf ("Page of %d x %d: loop, %u ghosts, %u charts%s; GTK %u.%u.%u, %s\n",
          gtk_widget_get_width (root), gtk_widget_get_height (root),
          al_session_get_n_ghosts (self->session),
          al_strip_view_get_n_strips (AL_STRIP_VIEW (strips)),
          gtk_widget_get_mapped (schematic) ? ", circulation" : "", gtk_get_major_version (),
          gtk_get_minor_version (), gtk_get_micro_version (),
          G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (root))));
}

int
main (int argc, char *argv[])
{
  Bench bench = {.width = 1920, .height = 1080};

  al_frame_memory_keep ();
  if (argc == 3) {
    bench.width = atoi (argv[1]);
    bench.height = atoi (argv[2]);
  }
  open_window (&bench);
  print_scene (&bench);
  compare_displays (&bench);
  compare_rest (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.application);
  return 0;
}
