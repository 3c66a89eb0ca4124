/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* dladdr() */

#include <dlfcn.h>
#include <execinfo.h>
#include <stdlib.h>
#include <string.h>

#include <X11/Xutil.h>
#include <adwaita.h>
#include <gdk/x11/gdkx.h>

#include "al-layer-private.h"
#include "al-layer.h"
#include "al-loop-view.h"
#include "al-schematic-view.h"
#include "al-strip-view.h"
#include "al-widget-tree.h"
#include "al-window.h"

/*
 * What a running page draws in its frames, in the real window on a real display.
 */

/* A pixel that differs by more than 8 % in a channel is seen; one in ten thousand may. */
#define VISIBLE_DIFFERENCE 20
#define PIXELS_TO_ONE      10000

#define IDLE_US (G_USEC_PER_SEC / 2)

typedef struct {
  AlWindow *window;
  AlSession *session; /* of the window */
  guint n_frames;
  guint n_beats;
  guint n_labels;
} Fixture;

static void
frame_cb (GdkFrameClock *clock, gpointer user_data)
{
  ((Fixture *) user_data)->n_frames++;
}

static void
beat_cb (Fixture *self)
{
  self->n_beats++;
}

static void
pass_frames (Fixture *self, guint n_frames)
{
  const guint end = self->n_frames + n_frames;

  while (self->n_frames < end)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pass_time (gint64 time_us)
{
  gboolean stopped = FALSE;

  g_timeout_add ((guint) (time_us / 1000), stop_cb, &stopped);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GdkFrameClock *clock;

  self->window = al_window_new (NULL);
  self->session = al_window_get_session (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1600, 900);
  gtk_window_present (GTK_WINDOW (self->window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), self);
  g_signal_connect_swapped (self->session, "beat", G_CALLBACK (beat_cb), self);
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  al_session_advance (self->session, 10 * G_USEC_PER_SEC);
  al_session_set_playing (self->session, TRUE);
  pass_frames (self, 60);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  g_signal_handlers_disconnect_by_data (clock, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

/* What is on the display */

typedef struct {
  guint32 *pixels;
  guint n_pixels;
} Picture;

static Picture
take_picture (Fixture *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));
  Display *display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  const int width = gdk_surface_get_width (surface);
  const int height = gdk_surface_get_height (surface);
  XImage *image = XGetImage (display, gdk_x11_surface_get_xid (surface), 0, 0, (guint) width,
                             (guint) height, AllPlanes, ZPixmap);
  Picture picture = {.n_pixels = (guint) (width * height)};

  g_assert_nonnull (image);
  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  g_assert_cmpint (image->bytes_per_line, ==, 4 * width);
  picture.pixels = g_memdup2 (image->data, 4 * (gsize) picture.n_pixels);
  XDestroyImage (image);
  return picture;
}

static guint
count_differences (const Picture *a, const Picture *b)
{
  guint n = 0;

  g_assert_cmpuint (a->n_pixels, ==, b->n_pixels);
  for (guint i = 0; i < a->n_pixels; i++) {
    int difference = 0;

    for (int shift = 0; shift < 24; shift += 8)
      difference = MAX (difference, abs ((int) (a->pixels[i] >> shift & 0xff) -
                                         (int) (b->pixels[i] >> shift & 0xff)));
    n += difference > VISIBLE_DIFFERENCE;
  }
  return n;
}

static void
picture_clear (Picture *picture)
{
  g_clear_pointer (&picture->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

/* Every view forgets what it kept when the scale of its screen changes, and what is kept of other
 * widgets is drawn anew with them. */
static void
forget_layers (GtkWidget *widget, gpointer user_data)
{
  gtk_widget_queue_draw (widget);
  if (AL_IS_LOOP_VIEW (widget) || AL_IS_STRIP_VIEW (widget) || AL_IS_SCHEMATIC_VIEW (widget))
    g_object_notify (G_OBJECT (widget), "scale-factor");
}

static void
draw_plainly (Fixture *self, gboolean plain)
{
  al_layer_set_plain (plain);
  al_tree_each (GTK_WIDGET (self->window), forget_layers, NULL);
}

/* As it grew over many frames, part by part, and as it is when drawn in one go. */
static void
compare_with_plain (Fixture *self)
{
  g_auto (Picture) grown = {NULL};
  g_auto (Picture) plain = {NULL};
  guint n_differences;

  /* At the end of a beat, since names stand where the beat has them. */
  al_session_set_playing (self->session, FALSE);
  al_session_step_beat (self->session);
  pass_time (IDLE_US);
  grown = take_picture (self);
  draw_plainly (self, TRUE);
  pass_time (IDLE_US);
  plain = take_picture (self);
  draw_plainly (self, FALSE);
  n_differences = count_differences (&grown, &plain);
  g_test_message ("%u of %u pixels differ", n_differences, grown.n_pixels);
  g_assert_cmpuint (n_differences, <=, grown.n_pixels / PIXELS_TO_ONE);
  al_session_set_playing (self->session, TRUE);
}

static void
test_grown_is_plain (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 4; i++) {
    pass_frames (self, 97);
    compare_with_plain (self);
  }
}

/* A test of the test: what moved is seen on the display. */
static void
test_pictures_show_what_moves (Fixture *self, gconstpointer data)
{
  g_auto (Picture) before = take_picture (self);
  g_auto (Picture) after = {NULL};

  pass_frames (self, 12);
  after = take_picture (self);
  g_assert_cmpuint (count_differences (&before, &after), >, before.n_pixels / PIXELS_TO_ONE);
}

/* Allocations */

#define DEPTH 24

static __thread gboolean counting;
static guint n_ours;
static guint n_others; /* of GTK, Cairo and Pango */

/* The program itself, statically linked into this one. */
extern const char __executable_start;
extern const char etext;

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *old, size_t size);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *old, size_t size);

/* What GLib allocates belongs to whoever asked for it. */
static gboolean
allocates_for_others (const char *library)
{
  return strstr (library, "libglib-2.0") != NULL || strstr (library, "libgobject-2.0") != NULL ||
         strstr (library, "libc.so") != NULL;
}

static gboolean
is_ours (void *const *stack, int depth)
{
  /* This, count(), and the allocator itself lie above. */
  for (int i = 3; i < depth; i++) {
    const char *const place = stack[i];
    Dl_info info;

    if (place >= &__executable_start && place < &etext)
      return TRUE;
    if (dladdr (place, &info) == 0 || info.dli_fname == NULL ||
        !allocates_for_others (info.dli_fname))
      return FALSE;
  }
  return FALSE;
}

static void __attribute__ ((noinline)) find_and_count (void)
{
  void *stack[DEPTH];
  int depth;

  counting = FALSE;
  depth = backtrace (stack, DEPTH);
  if (is_ours (stack, depth))
    n_ours++;
  else
    n_others++;
  counting = TRUE;
}

static void __attribute__ ((noinline)) count (void)
{
  if (counting)
    find_and_count ();
  __asm__ volatile("");
}

void *
malloc (size_t size)
{
  void *memory = __libc_malloc (size);

  count ();
  return memory;
}

void *
calloc (size_t n, size_t size)
{
  void *memory = __libc_calloc (n, size);

  count ();
  return memory;
}

void *
realloc (void *old, size_t size)
{
  void *memory = __libc_realloc (old, size);

  count ();
  return memory;
}

/* A frame begins and ends with its callback: what lies between is what it cost. */
typedef struct {
  guint n_beats;
  guint n_drawn;
  guint n_usual;  /* frames without a new beat and without a finished part of a curve */
  guint n_others; /* what was allocated in them, none of it by us */
} Watch;

static void
watch_frame (Fixture *self, Watch *watch)
{
  n_ours = n_others = 0;
  counting = TRUE;
  pass_frames (self, 1);
  counting = FALSE;
  if (self->n_beats == watch->n_beats && al_layer_get_n_drawn () == watch->n_drawn) {
    g_assert_cmpuint (n_ours, ==, 0);
    watch->n_usual++;
    watch->n_others += n_others;
  }
  watch->n_beats = self->n_beats;
  watch->n_drawn = al_layer_get_n_drawn ();
}

static void
test_nothing_allocates (Fixture *self, gconstpointer data)
{
  Watch watch = {self->n_beats, al_layer_get_n_drawn (), 0, 0};
  void *stack[2];

  /* The first time it loads a library. */
  backtrace (stack, 2);
  for (int i = 0; i < 180; i++)
    watch_frame (self, &watch);
  g_assert_cmpuint (watch.n_usual, >, 40);
  g_test_message ("%u frames of 180 without a beat or a finished part; in each %u allocations of "
                  "GTK, Cairo and Pango, and none of ours",
                  watch.n_usual, watch.n_others / watch.n_usual);
}

/* A test of the test. */
static void
test_allocations_are_seen (void)
{
  g_autofree char *own = NULL;

  n_ours = n_others = 0;
  counting = TRUE;
  own = g_strdup_printf ("%d", 2);
  counting = FALSE;
  g_assert_cmpuint (n_ours, >, 0);
}

/* What lasts */

static void
label_cb (Fixture *self)
{
  self->n_labels++;
}

static void
watch_label (GtkWidget *widget, gpointer user_data)
{
  if (GTK_IS_LABEL (widget))
    g_signal_connect_swapped (widget, "notify::label", G_CALLBACK (label_cb), user_data);
}

static void
forget_label (GtkWidget *widget, gpointer user_data)
{
  if (GTK_IS_LABEL (widget))
    g_signal_handlers_disconnect_by_data (widget, user_data);
}

/* A number that changes sixty times a second cannot be read. */
static void
test_readouts_change_once_a_beat (Fixture *self, gconstpointer data)
{
  guint n_between = 0;
  guint n_at_beats = 0;

  al_tree_each (GTK_WIDGET (self->window), watch_label, self);
  for (int i = 0; i < 240; i++) {
    const guint n_beats = self->n_beats;

    self->n_labels = 0;
    pass_frames (self, 1);
    if (self->n_beats == n_beats)
      n_between += self->n_labels;
    else
      n_at_beats += self->n_labels;
  }
  al_tree_each (GTK_WIDGET (self->window), forget_label, self);
  g_assert_cmpuint (n_at_beats, >, 0);
  g_assert_cmpuint (n_between, ==, 0);
}

/* Axes, ghosts and names are drawn at most once a beat, and between beats nothing is drawn but a
 * part of a curve that is finished. */
static void
test_nothing_static_is_drawn (Fixture *self, gconstpointer data)
{
  guint n_between = 0;

  for (int i = 0; i < 120; i++) {
    const guint n_beats = self->n_beats;
    const guint n_drawn = al_layer_get_n_drawn ();

    pass_frames (self, 1);
    if (self->n_beats == n_beats) {
      /* One of the loop, one of the charts; soon after a beat one of the circulation. */
      g_assert_cmpuint (al_layer_get_n_drawn () - n_drawn, <=, 3);
      n_between += al_layer_get_n_drawn () - n_drawn;
    }
  }
  g_assert_cmpuint (n_between, >, 0);
}

/* Until what a change has moved has come to rest, however slow the machine. */
static void
come_to_rest (Fixture *self)
{
  for (guint i = 0; i < 20; i++) {
    self->n_frames = 0;
    pass_time (IDLE_US);
    if (self->n_frames == 0)
      return;
  }
}

/* Nobody asks for a frame in which nothing moves, nor for one that nobody sees. */
static void
test_idle_draws_nothing (Fixture *self, gconstpointer data)
{
  gint64 time_us;

  al_session_set_playing (self->session, FALSE);
  come_to_rest (self);
  pass_time (IDLE_US);
  g_assert_cmpuint (self->n_frames, ==, 0);

  al_session_set_playing (self->session, TRUE);
  al_window_show_page (self->window, "evidence");
  come_to_rest (self);
  time_us = al_session_get_time_us (self->session);
  pass_time (IDLE_US);
  g_assert_cmpuint (self->n_frames, ==, 0);
  g_assert_cmpint (al_session_get_time_us (self->session), ==, time_us);
}

/* Two marks far from each other. */
static void
draw_marks_cb (cairo_t *cr, gpointer user_data)
{
  cairo_rectangle (cr, 20, 20, 10, 10);
  cairo_rectangle (cr, 520, 20, 10, *(const double *) user_data);
  cairo_fill (cr);
}

/* What is not drawn otherwise than before is the same node, and so not repainted. */
static void
test_same_places_stay (void)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 600, 100);
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (""));
  g_autoptr (GskRenderNode) layer = NULL;
  g_autoptr (GskRenderNode) first = NULL;
  double height = 10;

  al_layer_renew (&layer, widget, &bounds, draw_marks_cb, &height);
  g_assert_cmpuint (gsk_container_node_get_n_children (layer), ==, 2);
  first = gsk_render_node_ref (layer);
  height = 11;
  al_layer_renew (&layer, widget, &bounds, draw_marks_cb, &height);
  g_assert_true (gsk_container_node_get_child (layer, 0) ==
                 gsk_container_node_get_child (first, 0));
  g_assert_true (gsk_container_node_get_child (layer, 1) !=
                 gsk_container_node_get_child (first, 1));
  g_object_unref (widget);
}

#define ADD(path, func) g_test_add ("/redraw/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  ADD ("grown-is-plain", test_grown_is_plain);
  ADD ("pictures-show-what-moves", test_pictures_show_what_moves);
  ADD ("nothing-allocates", test_nothing_allocates);
  g_test_add_func ("/redraw/allocations-are-seen", test_allocations_are_seen);
  ADD ("readouts-change-once-a-beat", test_readouts_change_once_a_beat);
  ADD ("nothing-static-is-drawn", test_nothing_static_is_drawn);
  g_test_add_func ("/redraw/same-places-stay", test_same_places_stay);
  ADD ("idle-draws-nothing", test_idle_draws_nothing);
  return g_test_run ();
}
