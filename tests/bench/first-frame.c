/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>

/*
 * first-frame RUNS PAINTS PROGRAM [PAINTS PROGRAM]...: starts the programs in turn, and says how
 * long each takes from its start until its window was painted so often, and its memory after that.
 *
 * A window is cleared once when it is mapped, which is damage as well and not counted. Of a program
 * whose picture moves by itself the second paint is its first moving frame.
 */

#define TIMEOUT_US (20 * G_USEC_PER_SEC)

/* Memory is read when a program has had time to come to rest. */
#define REST_US (2 * G_USEC_PER_SEC)

typedef struct {
  double frame_ms;
  double rss_mb;
  double pss_mb;
} Start;

static Display *display;
static int damage_event;

static double
read_field (const char *path, const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  line = strstr (text, name);
  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) / 1024 : 0;
}

static void
read_memory (pid_t pid, Start *start)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) pid);

  start->rss_mb = read_field (path, "Rss:");
  start->pss_mb = read_field (path, "\nPss:");
}

/* Returns when the window that is mapped next was painted so often, or 0. */
static gint64
wait_for_paint (int n_paints, gint64 end_us)
{
  int n_left = n_paints + 1;

  while (g_get_monotonic_time () < end_us) {
    XEvent event;

    if (XPending (display) == 0) {
      g_usleep (200);
      continue;
    }
    XNextEvent (display, &event);
    if (event.type == MapNotify && !event.xmap.override_redirect) {
      XDamageCreate (display, event.xmap.window, XDamageReportNonEmpty);
      /* What was painted before this moment was the clearing. */
      n_left = n_paints;
    } else if (event.type == damage_event) {
      XDamageSubtract (display, ((XDamageNotifyEvent *) &event)->damage, None, None);
      if (--n_left == 0)
        return g_get_monotonic_time ();
    }
    XFlush (display);
  }
  return 0;
}

static int
ignore_error (Display *d, XErrorEvent *event)
{
  return 0;
}

static Start
run (const char *program, int n_paints)
{
  const char *argv[] = {program, NULL};
  const gint64 start_us = g_get_monotonic_time ();
  Start start = {0};
  gint64 painted_us;
  GPid pid;

  if (!g_spawn_async (NULL, (char **) argv, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, NULL))
    g_error ("%s does not start", program);
  painted_us = wait_for_paint (n_paints, start_us + TIMEOUT_US);
  if (painted_us == 0)
    g_error ("%s paints nothing", program);
  start.frame_ms = (double) (painted_us - start_us) / 1000;
  g_usleep (REST_US);
  read_memory (pid, &start);
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  XSync (display, True);
  return start;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const double difference = ((const Start *) a)->frame_ms - ((const Start *) b)->frame_ms;

  return (difference > 0) - (difference < 0);
}

static void
print_starts (const char *program, Start *starts, int n_runs)
{
  g_autofree char *name = g_path_get_basename (program);

  qsort (starts, (size_t) n_runs, sizeof *starts, compare_starts);
  printf ("  %-17s %6.0f ms at best, %6.0f usually; %5.1f MB resident, %5.1f MB its own share\n",
          name, starts[0].frame_ms, starts[n_runs / 2].frame_ms, starts[n_runs / 2].rss_mb,
          starts[n_runs / 2].pss_mb);
}

int
main (int argc, char *argv[])
{
  const int n_runs = argc > 2 ? atoi (argv[1]) : 0;
  const int n_programs = (argc - 2) / 2;
  g_autofree Start *starts = NULL;
  int error_event;

  display = XOpenDisplay (NULL);
  if (n_runs < 1 || n_programs < 1 || display == NULL ||
      !XDamageQueryExtension (display, &damage_event, &error_event)) {
    fprintf (stderr, "Usage: first-frame RUNS PAINTS PROGRAM [PAINTS PROGRAM]...\n");
    return 1;
  }
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  starts = g_new0 (Start, n_runs * n_programs);
  /* The first of each warms the caches; then one after the other, so that all meet the same. */
  for (int i = -1; i < n_runs; i++) {
    for (int k = 0; k < n_programs; k++)
      starts[k * n_runs + MAX (i, 0)] = run (argv[3 + 2 * k], atoi (argv[2 + 2 * k]));
  }
  for (int k = 0; k < n_programs; k++)
    print_starts (argv[3 + 2 * k], starts + k * n_runs, n_runs);
  XCloseDisplay (display);
  return 0;
}
