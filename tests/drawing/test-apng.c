/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-apng.h"

#include <string.h>
#include <zlib.h>

#define WIDTH    60
#define HEIGHT   40
#define N_FRAMES 5
#define DELAY_MS 40

/* A square that goes to the right; in the fourth frame it stands still. */
static const int places[N_FRAMES] = {2, 9, 16, 16, 23};

static cairo_surface_t *
draw_frame (guint index)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.9, 0.3, 0.1);
  cairo_rectangle (cr, places[index], 10, 12, 12);
  cairo_fill (cr);
  cairo_destroy (cr);
  return surface;
}

static GBytes *
write_frames (void)
{
  g_autoptr (AlApng) apng = al_apng_new (WIDTH, HEIGHT, N_FRAMES, DELAY_MS);

  for (guint i = 0; i < N_FRAMES; i++) {
    cairo_surface_t *frame = draw_frame (i);

    al_apng_add (apng, frame);
    cairo_surface_destroy (frame);
  }
  return al_apng_finish (apng);
}

/* Reading back, by the specification alone */

typedef struct {
  char type[5];
  const guint8 *data;
  guint32 length;
} Chunk;

static guint32
get_32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* Every chunk of a file, each of which must bear the right check. */
static GArray *
read_chunks (GBytes *file)
{
  static const guint8 signature[] = {137, 80, 78, 71, 13, 10, 26, 10};
  GArray *chunks = g_array_new (FALSE, TRUE, sizeof (Chunk));
  gsize length, at = sizeof signature;
  const guint8 *data = g_bytes_get_data (file, &length);

  g_assert_cmpmem (data, sizeof signature, signature, sizeof signature);
  while (at < length) {
    Chunk chunk = {.data = data + at + 8, .length = get_32 (data + at)};

    g_assert_cmpuint (at + 12 + chunk.length, <=, length);
    memcpy (chunk.type, data + at + 4, 4);
    g_assert_cmphex (get_32 (chunk.data + chunk.length), ==,
                     crc32 (0, data + at + 4, chunk.length + 4));
    g_array_append_val (chunks, chunk);
    at += 12 + chunk.length;
  }
  return chunks;
}

static void
test_chunks (void)
{
  g_autoptr (GBytes) file = write_frames ();
  g_autoptr (GArray) chunks = read_chunks (file);
  const Chunk *chunk = (const Chunk *) (gconstpointer) chunks->data;
  guint32 sequence = 0;

  g_assert_cmpuint (chunks->len, ==, 2 + 2 * N_FRAMES + 1);
  g_assert_cmpstr (chunk[0].type, ==, "IHDR");
  g_assert_cmpuint (get_32 (chunk[0].data), ==, WIDTH);
  g_assert_cmpuint (get_32 (chunk[0].data + 4), ==, HEIGHT);
  g_assert_cmpstr (chunk[1].type, ==, "acTL");
  g_assert_cmpuint (get_32 (chunk[1].data), ==, N_FRAMES);
  g_assert_cmpuint (get_32 (chunk[1].data + 4), ==, 0);
  for (guint i = 0; i < N_FRAMES; i++) {
    const Chunk *control = &chunk[2 + 2 * i], *pixels = control + 1;

    g_assert_cmpstr (control->type, ==, "fcTL");
    g_assert_cmpuint (control->length, ==, 26);
    g_assert_cmpuint (get_32 (control->data), ==, sequence++);
    g_assert_cmpuint (control->data[21], ==, DELAY_MS);
    g_assert_cmpuint (control->data[22] * 256u + control->data[23], ==, 1000);
    g_assert_cmpstr (pixels->type, ==, i == 0 ? "IDAT" : "fdAT");
    if (i > 0)
      g_assert_cmpuint (get_32 (pixels->data), ==, sequence++);
  }
  g_assert_cmpstr (chunk[chunks->len - 1].type, ==, "IEND");
}

/* Puts a frame over what was there, as a reader does. */
static void
compose (guint32 *canvas, const Chunk *control, const Chunk *pixels)
{
  const guint width = get_32 (control->data + 4), height = get_32 (control->data + 8);
  const guint x0 = get_32 (control->data + 12), y0 = get_32 (control->data + 16);
  const guint skip = g_str_equal (pixels->type, "fdAT") ? 4 : 0;
  const gsize stride = 1 + 4 * (gsize) width;
  uLongf length = stride * height;
  g_autofree guint8 *rows = g_malloc (length);

  g_assert_cmpuint (x0 + width, <=, WIDTH);
  g_assert_cmpuint (y0 + height, <=, HEIGHT);
  g_assert_cmpint (uncompress (rows, &length, pixels->data + skip, pixels->length - skip), ==,
                   Z_OK);
  g_assert_cmpuint (length, ==, stride * height);
  for (guint y = 0; y < height; y++) {
    const guint8 *row = rows + y * stride;

    g_assert_cmpuint (row[0], ==, 0);
    for (guint x = 0; x < width; x++) {
      const guint8 *pixel = row + 1 + 4 * x;

      g_assert_true (pixel[3] == 0 || pixel[3] == 255);
      if (pixel[3] == 255)
        canvas[(y0 + y) * WIDTH + x0 + x] =
            (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];
    }
  }
}

static void
assert_shows (const guint32 *canvas, cairo_surface_t *frame)
{
  const guint8 *data = cairo_image_surface_get_data (frame);
  const int stride = cairo_image_surface_get_stride (frame);

  g_assert_cmpint (cairo_image_surface_get_width (frame), ==, WIDTH);
  for (int y = 0; y < HEIGHT; y++) {
    const guint32 *row = (const guint32 *) (gconstpointer) (data + y * stride);

    for (int x = 0; x < WIDTH; x++)
      g_assert_cmphex (canvas[y * WIDTH + x], ==, row[x] & 0xffffff);
  }
}

/* A reader that puts one frame over the other sees what was drawn. */
static void
test_frames (void)
{
  g_autoptr (GBytes) file = write_frames ();
  g_autoptr (GArray) chunks = read_chunks (file);
  guint32 canvas[WIDTH * HEIGHT] = {0};

  for (guint i = 0; i < N_FRAMES; i++) {
    cairo_surface_t *frame = draw_frame (i);

    compose (canvas, &g_array_index (chunks, Chunk, 2 + 2 * i),
             &g_array_index (chunks, Chunk, 3 + 2 * i));
    assert_shows (canvas, frame);
    cairo_surface_destroy (frame);
  }
}

/* What stands still is not written again. */
static void
test_keeps_changes_alone (void)
{
  g_autoptr (GBytes) file = write_frames ();
  g_autoptr (GArray) chunks = read_chunks (file);
  const guint8 *moved = g_array_index (chunks, Chunk, 4).data;
  const guint8 *still = g_array_index (chunks, Chunk, 8).data;

  g_assert_cmpuint (get_32 (moved + 4), ==, 7 + 12);
  g_assert_cmpuint (get_32 (moved + 8), ==, 12);
  g_assert_cmpuint (get_32 (still + 4), ==, 1);
  g_assert_cmpuint (get_32 (still + 8), ==, 1);
}

typedef struct {
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_cb (void *user_data, unsigned char *data, unsigned int length)
{
  Reader *reader = user_data;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* A reader that knows no animation shows the first frame. */
static void
test_plain_reader (void)
{
  g_autoptr (GBytes) file = write_frames ();
  Reader reader = {0};
  cairo_surface_t *read, *drawn = draw_frame (0);
  g_autofree guint32 *canvas = g_new0 (guint32, WIDTH * HEIGHT);

  reader.data = g_bytes_get_data (file, &reader.left);
  read = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  g_assert_cmpint (cairo_surface_status (read), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < HEIGHT; y++) {
    const guint8 *row =
        cairo_image_surface_get_data (read) + y * cairo_image_surface_get_stride (read);

    for (int x = 0; x < WIDTH; x++)
      canvas[y * WIDTH + x] = ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
  }
  assert_shows (canvas, drawn);
  cairo_surface_destroy (read);
  cairo_surface_destroy (drawn);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apng/chunks", test_chunks);
  g_test_add_func ("/apng/frames", test_frames);
  g_test_add_func ("/apng/keeps-changes-alone", test_keeps_changes_alone);
  g_test_add_func ("/apng/plain-reader", test_plain_reader);
  return g_test_run ();
}
