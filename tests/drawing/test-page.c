/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-page.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#define WIDTH  640
#define HEIGHT 400

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("afterload-page-XXXXXX", &error);
  g_assert_no_error (error);
}

/* Removes the files and says how many there were. */
static guint
empty_folder (const Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_assert_cmpint (g_remove (path), ==, 0);
    n++;
  }
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
path_of (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
read_file (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

/* A PDF and, behind it, what it packs: cairo 1.18 packs all that describes pages and document. */
static char *
read_pdf (const char *path, gsize *length)
{
  const char start[] = "stream\n";
  const gsize n_start = strlen (start);
  gsize n_packed = 0;
  g_autofree char *packed = read_file (path, &n_packed);
  GString *text = g_string_new_len (packed, (gssize) n_packed);

  for (gsize i = 0; i + n_start <= n_packed; i++) {
    Bytef unpacked[1 << 16];
    uLongf n = sizeof unpacked;

    if (memcmp (packed + i, start, n_start) == 0 &&
        uncompress (unpacked, &n, (const Bytef *) packed + i + n_start, n_packed - i - n_start) ==
            Z_OK)
      g_string_append_len (text, (const char *) unpacked, (gssize) n);
  }
  *length = text->len;
  return g_string_free (text, FALSE);
}

/* Whether bytes, zeros among them, hold a text. */
static gboolean
holds (const char *bytes, gsize length, const char *text)
{
  gsize n = strlen (text);

  for (gsize i = 0; i + n <= length; i++) {
    if (memcmp (bytes + i, text, n) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Fills more than the room that it is given. */
static void
draw_red (cairo_t *cr, double width, double height, const AlPlotStyle *style, gpointer user_data)
{
  cairo_rectangle_t *room = user_data;

  if (room != NULL)
    cairo_user_to_device (cr, &room->x, &room->y);
  if (room != NULL)
    *room = (cairo_rectangle_t){room->x, room->y, width, height};
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, -10 * width, -10 * height, 20 * width, 20 * height);
  cairo_fill (cr);
}

static AlPage
page_new (void)
{
  return (AlPage){.title = "Loop",
                  .caption = "A caption that says what is shown.",
                  .width = WIDTH,
                  .height = HEIGHT,
                  .style = AL_STYLE_LIGHT,
                  .draw = draw_red};
}

static cairo_surface_t *
draw_page (const AlPage *page)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) page->width, (int) page->height);
  cairo_t *cr = cairo_create (surface);

  al_page_draw (page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface);

  row += (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

/* Pixels in a rectangle that differ from the upper left corner of the page, its ground. */
static guint
count_ink (cairo_surface_t *surface, cairo_rectangle_int_t area)
{
  guint32 ground = pixel_at (surface, 0, 0);
  guint n = 0;

  for (int y = area.y; y < area.y + area.height; y++) {
    for (int x = area.x; x < area.x + area.width; x++)
      n += pixel_at (surface, x, y) != ground;
  }
  return n;
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  const struct {
    const char *name, *magic;
  } files[] = {{"a.png", "\x89PNG"}, {"a.svg", "<?xml"}, {"a.pdf", "%PDF-"}, {"A.PNG", "\x89PNG"}};
  const AlPage page = page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = path_of (fixture, files[i].name);
    g_autofree char *contents = NULL;
    g_autoptr (GError) error = NULL;
    gsize length = 0;

    g_assert_true (al_page_write (&page, path, &error));
    g_assert_no_error (error);
    contents = read_file (path, &length);
    g_assert_cmpuint (length, >, 500);
    g_assert_cmpmem (contents, strlen (files[i].magic), files[i].magic, strlen (files[i].magic));
  }
}

static void
test_sizes_of_files (Fixture *fixture, gconstpointer data)
{
  const AlPage page = page_new ();
  g_autofree char *png = path_of (fixture, "a.png");
  g_autofree char *svg = path_of (fixture, "a.svg");
  g_autofree char *pdf = path_of (fixture, "a.pdf");
  g_autofree char *svg_text = NULL, *pdf_text = NULL;
  cairo_surface_t *surface;
  gsize length = 0;

  g_assert_true (al_page_write (&page, png, NULL));
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);
  cairo_surface_destroy (surface);

  g_assert_true (al_page_write (&page, svg, NULL));
  svg_text = read_file (svg, &length);
  g_assert_nonnull (strstr (svg_text, "width=\"640px\" height=\"400px\""));

  g_assert_true (al_page_write (&page, pdf, NULL));
  pdf_text = read_pdf (pdf, &length);
  g_assert_true (holds (pdf_text, length, "[ 0 0 480 300 ]"));
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  const char *const names[][2] = {{"a.png", "b.png"}, {"a.pdf", "b.pdf"}};
  const AlPage page = page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *first = path_of (fixture, names[i][0]);
    g_autofree char *second = path_of (fixture, names[i][1]);
    g_autofree char *one = NULL, *other = NULL;
    gsize n_one = 0, n_other = 0;

    g_assert_true (al_page_write (&page, first, NULL));
    g_assert_true (al_page_write (&page, second, NULL));
    one = read_file (first, &n_one);
    other = read_file (second, &n_other);
    g_assert_cmpmem (one, n_one, other, n_other);
  }
}

static void
test_pdf_says_what_it_is_not_for (Fixture *fixture, gconstpointer data)
{
  const AlPage page = page_new ();
  g_autofree char *path = path_of (fixture, "a.pdf");
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true (al_page_write (&page, path, NULL));
  text = read_pdf (path, &length);
  g_assert_true (holds (text, length, "Teaching model. Not for patient care."));
  /* A date would make every file another one. */
  g_assert_false (holds (text, length, "/CreationDate"));
}

/* Every style and every size has both ends of the foot: the notice and the version. */
static void
test_foot_is_always_there (Fixture *fixture, gconstpointer data)
{
  const int sizes[][2] = {{320, 240}, {640, 400}, {1600, 900}, {600, 900}};

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * AL_N_STYLES; i++) {
    AlPage page = page_new ();
    int width = sizes[i / AL_N_STYLES][0], height = sizes[i / AL_N_STYLES][1];
    int band = height / 12;
    cairo_surface_t *surface;

    page.width = width;
    page.height = height;
    page.style = i % AL_N_STYLES;
    surface = draw_page (&page);
    g_assert_cmpuint (
        count_ink (surface, (cairo_rectangle_int_t){0, height - band, width / 3, band}), >, 60);
    g_assert_cmpuint (
        count_ink (surface, (cairo_rectangle_int_t){width * 3 / 4, height - band, width / 4, band}),
        >, 30);
    /* Nothing reaches the edge of the paper. */
    g_assert_cmpuint (count_ink (surface, (cairo_rectangle_int_t){0, height - 2, width, 2}), ==, 0);
    g_assert_cmpuint (count_ink (surface, (cairo_rectangle_int_t){width - 2, 0, 2, height}), ==, 0);
    cairo_surface_destroy (surface);
  }
}

static void
test_figure_stays_in_its_room (Fixture *fixture, gconstpointer data)
{
  AlPage page = page_new ();
  cairo_rectangle_t room = {0};
  cairo_surface_t *surface;

  page.user_data = &room;
  surface = draw_page (&page);
  g_assert_cmpfloat (room.width, >, 0.8 * WIDTH);
  g_assert_cmpfloat (room.height, >, 0.5 * HEIGHT);
  for (int y = 0; y < HEIGHT; y++) {
    for (int x = 0; x < WIDTH; x++) {
      if (pixel_at (surface, x, y) != 0xff0000)
        continue;
      g_assert_cmpfloat (x, >=, floor (room.x));
      g_assert_cmpfloat (x, <, room.x + room.width);
      g_assert_cmpfloat (y, >=, floor (room.y));
      g_assert_cmpfloat (y, <, room.y + room.height);
    }
  }
  cairo_surface_destroy (surface);
}

/* What a title or a caption takes is no longer the figure's. */
static void
test_texts_take_room (Fixture *fixture, gconstpointer data)
{
  AlPage page = page_new ();
  cairo_rectangle_t full = {0}, without_caption = {0}, bare = {0};

  page.user_data = &full;
  cairo_surface_destroy (draw_page (&page));
  page.caption = NULL;
  page.user_data = &without_caption;
  cairo_surface_destroy (draw_page (&page));
  page.title = "";
  page.user_data = &bare;
  cairo_surface_destroy (draw_page (&page));

  g_assert_cmpfloat (without_caption.height, >, full.height + 5);
  g_assert_cmpfloat (bare.height, >, without_caption.height + 5);
  g_assert_cmpfloat (bare.y, <, without_caption.y);
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  const struct {
    const char *name;
    double width, height;
    AlPageError code;
  } cases[] = {
      {"a.gif", WIDTH, HEIGHT, AL_PAGE_ERROR_FORMAT}, {"png", WIDTH, HEIGHT, AL_PAGE_ERROR_FORMAT},
      {"a.png", 100, HEIGHT, AL_PAGE_ERROR_SIZE},     {"a.png", WIDTH, 0, AL_PAGE_ERROR_SIZE},
      {"a.pdf", 1000000, HEIGHT, AL_PAGE_ERROR_SIZE}, {"a.png", NAN, HEIGHT, AL_PAGE_ERROR_SIZE},
      {"a.svg", WIDTH, INFINITY, AL_PAGE_ERROR_SIZE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    AlPage page = page_new ();
    g_autofree char *path = path_of (fixture, cases[i].name);
    g_autoptr (GError) error = NULL;

    page.width = cases[i].width;
    page.height = cases[i].height;
    g_assert_false (al_page_write (&page, path, &error));
    g_assert_error (error, AL_PAGE_ERROR, (int) cases[i].code);
  }
  g_assert_cmpuint (empty_folder (fixture), ==, 0);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  const AlPage page = page_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "none", "a.png", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (al_page_write (&page, path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
draw_badly (cairo_t *cr, double width, double height, const AlPlotStyle *style, gpointer user_data)
{
  cairo_scale (cr, 0, 0);
}

/* The old picture stays when the new one fails, and is gone as a whole when it succeeds. */
static void
test_replaces_as_a_whole (Fixture *fixture, gconstpointer data)
{
  AlPage page = page_new ();
  g_autofree char *path = path_of (fixture, "a.png");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  page.draw = draw_badly;
  g_assert_false (al_page_write (&page, path, &error));
  g_assert_error (error, AL_PAGE_ERROR, AL_PAGE_ERROR_DRAW);
  contents = read_file (path, &length);
  g_assert_cmpstr (contents, ==, "old");

  page.draw = draw_red;
  g_assert_true (al_page_write (&page, path, NULL));
  g_free (contents);
  contents = read_file (path, &length);
  g_assert_cmpmem (contents, 4, "\x89PNG", 4);
  g_assert_cmpuint (empty_folder (fixture), ==, 1);
}

int
main (int argc, char **argv)
{
  const struct {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
      {"/page/formats", test_formats},
      {"/page/sizes-of-files", test_sizes_of_files},
      {"/page/same-bytes", test_same_bytes},
      {"/page/pdf-says-what-it-is-not-for", test_pdf_says_what_it_is_not_for},
      {"/page/foot-is-always-there", test_foot_is_always_there},
      {"/page/figure-stays-in-its-room", test_figure_stays_in_its_room},
      {"/page/texts-take-room", test_texts_take_room},
      {"/page/refuses", test_refuses},
      {"/page/no-folder", test_no_folder},
      {"/page/replaces-as-a-whole", test_replaces_as_a_whole},
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
