/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-apng.h"

#include <string.h>
#include <zlib.h>

/* Bytes of a pixel in the file: red, green, blue, alpha. */
#define CHANNELS 4

/* What fcTL says of the pixels of a frame. */
#define DISPOSE_NONE 0
#define BLEND_SOURCE 0
#define BLEND_OVER   1

struct _AlApng {
  guint width;
  guint height;
  guint n_frames;
  guint delay_ms;
  guint n_added;
  guint32 sequence; /* of the next fcTL or fdAT */
  GByteArray *bytes;
  guint32 *before; /* the last frame, without alpha */
};

/* A rectangle of whole pixels. */
typedef struct {
  guint x;
  guint y;
  guint width;
  guint height;
} Area;

/* Bytes of the file */

static void
append_16 (GByteArray *bytes, guint value)
{
  const guint16 big = GUINT16_TO_BE ((guint16) value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_32 (GByteArray *bytes, guint32 value)
{
  const guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

/* A chunk is its length, its type, its data, and a check of type and data. */
static void
append_chunk (AlApng *self, const char *type, const GByteArray *data)
{
  const guint start = self->bytes->len + sizeof (guint32);
  uLong check;

  append_32 (self->bytes, data->len);
  g_byte_array_append (self->bytes, (const guint8 *) type, 4);
  g_byte_array_append (self->bytes, data->data, data->len);
  check = crc32 (0, self->bytes->data + start, self->bytes->len - start);
  append_32 (self->bytes, (guint32) check);
}

static void
append_header (AlApng *self)
{
  static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  /* 8 bits a channel, colours with alpha, the only compression and filter there are, no interlace
   */
  static const guint8 kind[] = {8, 6, 0, 0, 0};
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autoptr (GByteArray) animation = g_byte_array_new ();

  g_byte_array_append (self->bytes, signature, sizeof signature);
  append_32 (header, self->width);
  append_32 (header, self->height);
  g_byte_array_append (header, kind, sizeof kind);
  append_chunk (self, "IHDR", header);
  append_32 (animation, self->n_frames);
  append_32 (animation, 0); /* repeats for ever */
  append_chunk (self, "acTL", animation);
}

static void
append_control (AlApng *self, const Area *area)
{
  g_autoptr (GByteArray) control = g_byte_array_new ();
  const guint8 operations[] = {DISPOSE_NONE, self->n_added == 0 ? BLEND_SOURCE : BLEND_OVER};

  append_32 (control, self->sequence++);
  append_32 (control, area->width);
  append_32 (control, area->height);
  append_32 (control, area->x);
  append_32 (control, area->y);
  append_16 (control, self->delay_ms);
  append_16 (control, 1000);
  g_byte_array_append (control, operations, sizeof operations);
  append_chunk (self, "fcTL", control);
}

/* Pixels */

static guint32
get_pixel (cairo_surface_t *frame, guint x, guint y)
{
  const guint8 *row = cairo_image_surface_get_data (frame);

  row += (gsize) y * (gsize) cairo_image_surface_get_stride (frame);
  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static gboolean
is_changed (const AlApng *self, cairo_surface_t *frame, guint x, guint y)
{
  return self->n_added == 0 || get_pixel (frame, x, y) != self->before[y * self->width + x];
}

/* The smallest rectangle that holds what changed; one pixel when nothing did, for there is no empty
 * frame. */
static Area
find_changed (const AlApng *self, cairo_surface_t *frame)
{
  guint left = self->width, right = 0, top = self->height, bottom = 0;

  for (guint y = 0; y < self->height; y++) {
    for (guint x = 0; x < self->width; x++) {
      if (!is_changed (self, frame, x, y))
        continue;
      left = MIN (left, x);
      right = MAX (right, x + 1);
      top = MIN (top, y);
      bottom = y + 1;
    }
  }
  if (right == 0)
    return (Area){0, 0, 1, 1};
  return (Area){left, top, right - left, bottom - top};
}

/* Rows from left to right, each behind a byte that says that it is not filtered. What did not
 * change is clear. */
static GByteArray *
get_rows (const AlApng *self, cairo_surface_t *frame, const Area *area)
{
  const gsize stride = 1 + (gsize) area->width * CHANNELS;
  GByteArray *rows = g_byte_array_new ();

  g_byte_array_set_size (rows, (guint) (stride * area->height));
  memset (rows->data, 0, rows->len);
  for (guint y = 0; y < area->height; y++) {
    guint8 *to = rows->data + y * stride + 1;

    for (guint x = 0; x < area->width; x++, to += CHANNELS) {
      const guint32 pixel = get_pixel (frame, area->x + x, area->y + y);

      if (!is_changed (self, frame, area->x + x, area->y + y))
        continue;
      to[0] = (guint8) (pixel >> 16);
      to[1] = (guint8) (pixel >> 8);
      to[2] = (guint8) pixel;
      to[3] = 0xff;
    }
  }
  return rows;
}

static void
append_pixels (AlApng *self, cairo_surface_t *frame, const Area *area)
{
  g_autoptr (GByteArray) rows = get_rows (self, frame, area);
  g_autoptr (GByteArray) data = g_byte_array_new ();
  uLongf length = compressBound (rows->len);
  guint start;

  if (self->n_added > 0)
    append_32 (data, self->sequence++);
  start = data->len;
  g_byte_array_set_size (data, start + (guint) length);
  if (compress2 (data->data + start, &length, rows->data, rows->len, Z_BEST_COMPRESSION) != Z_OK)
    g_assert_not_reached (); /* the bound leaves room for whatever it is */
  g_byte_array_set_size (data, start + (guint) length);
  append_chunk (self, self->n_added == 0 ? "IDAT" : "fdAT", data);
}

static void
remember (AlApng *self, cairo_surface_t *frame)
{
  for (guint y = 0; y < self->height; y++) {
    for (guint x = 0; x < self->width; x++)
      self->before[y * self->width + x] = get_pixel (frame, x, y);
  }
}

/**
 * al_apng_new:
 * @width: of every frame in pixels, above 0
 * @height: of every frame in pixels, above 0
 * @n_frames: how many will be added, above 0
 * @delay_ms: for how long each is shown, below 65,536
 *
 * Begins an animation.
 *
 * Returns: (transfer full): an animation without frames
 */
AlApng *
al_apng_new (guint width, guint height, guint n_frames, guint delay_ms)
{
  AlApng *self;

  g_return_val_if_fail (width > 0 && height > 0 && n_frames > 0, NULL);
  g_return_val_if_fail (delay_ms <= G_MAXUINT16, NULL);
  self = g_new0 (AlApng, 1);
  self->width = width;
  self->height = height;
  self->n_frames = n_frames;
  self->delay_ms = delay_ms;
  self->bytes = g_byte_array_new ();
  self->before = g_new0 (guint32, (gsize) width * height);
  append_header (self);
  return self;
}

/**
 * al_apng_free:
 * @self: (transfer full): an animation
 *
 * Frees an animation.
 */
void
al_apng_free (AlApng *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self->before);
  g_free (self);
}

/**
 * al_apng_add:
 * @self: an animation that is not complete
 * @frame: an image of its size, %CAIRO_FORMAT_RGB24, or %CAIRO_FORMAT_ARGB32 without clear pixels
 *
 * Adds the next frame.
 */
void
al_apng_add (AlApng *self, cairo_surface_t *frame)
{
  Area area;

  g_return_if_fail (self->n_added < self->n_frames);
  g_return_if_fail (cairo_image_surface_get_width (frame) == (int) self->width);
  g_return_if_fail (cairo_image_surface_get_height (frame) == (int) self->height);
  cairo_surface_flush (frame);
  area = find_changed (self, frame);
  append_control (self, &area);
  append_pixels (self, frame, &area);
  remember (self, frame);
  self->n_added++;
}

/**
 * al_apng_finish:
 * @self: an animation with all of its frames
 *
 * Completes the file. Nothing can be added after it.
 *
 * Returns: (transfer full) (nullable): the file, %NULL while frames are missing
 */
GBytes *
al_apng_finish (AlApng *self)
{
  g_autoptr (GByteArray) nothing = g_byte_array_new ();

  g_return_val_if_fail (self->n_added == self->n_frames, NULL);
  append_chunk (self, "IEND", nothing);
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
