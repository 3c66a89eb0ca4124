/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-ink.h"

/**
 * AlInk:
 *
 * What a lecturer points at and draws, in every window alike.
 */
struct _AlInk {
  GObject parent_instance;

  AlTool tool;
  gboolean red;
  GPtrArray *strokes; /* of Stroke */
  gboolean lit;
  AlSpot light;
};

/* All spots of a stroke are in the place in which it began. */
typedef struct {
  gboolean red;
  GArray *spots; /* of AlSpot */
} Stroke;

G_DEFINE_FINAL_TYPE (AlInk, al_ink, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stroke_free (gpointer data)
{
  Stroke *stroke = data;

  g_array_unref (stroke->spots);
  g_free (stroke);
}

static void
announce (AlInk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
al_ink_finalize (GObject *object)
{
  g_ptr_array_unref (AL_INK (object)->strokes);
  G_OBJECT_CLASS (al_ink_parent_class)->finalize (object);
}

static void
al_ink_class_init (AlInkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_ink_finalize;
  /* The tool, a stroke or the light is another. */
  signals[CHANGED] =
      g_signal_new ("changed", AL_TYPE_INK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
al_ink_init (AlInk *self)
{
  self->strokes = g_ptr_array_new_with_free_func (stroke_free);
}

/**
 * al_ink_new:
 *
 * Makes a clean sheet, with no tool taken up.
 *
 * Returns: (transfer full): a new object
 */
AlInk *
al_ink_new (void)
{
  return g_object_new (AL_TYPE_INK, NULL);
}

/**
 * al_ink_get_tool:
 * @self: an ink
 *
 * What the pointer is now.
 */
AlTool
al_ink_get_tool (AlInk *self)
{
  g_return_val_if_fail (AL_IS_INK (self), AL_TOOL_NONE);
  return self->tool;
}

/**
 * al_ink_set_tool:
 * @self: an ink
 * @tool: what the pointer is from now on
 *
 * Takes up a tool, or lays it down. Strokes stay; the light does not.
 */
void
al_ink_set_tool (AlInk *self, AlTool tool)
{
  g_return_if_fail (AL_IS_INK (self));
  if (self->tool == tool)
    return;
  self->tool = tool;
  self->lit = FALSE;
  announce (self);
}

/**
 * al_ink_get_red:
 * @self: an ink
 *
 * Whether the next stroke is red, not black.
 */
gboolean
al_ink_get_red (AlInk *self)
{
  g_return_val_if_fail (AL_IS_INK (self), FALSE);
  return self->red;
}

/**
 * al_ink_set_red:
 * @self: an ink
 * @red: whether the next stroke is red, not black
 *
 * Chooses between the two colours of the pen.
 */
void
al_ink_set_red (AlInk *self, gboolean red)
{
  g_return_if_fail (AL_IS_INK (self));
  if (self->red == !!red)
    return;
  self->red = !!red;
  announce (self);
}

/**
 * al_ink_begin_stroke:
 * @self: an ink
 * @spot: where it begins
 *
 * Sets the pen down.
 */
void
al_ink_begin_stroke (AlInk *self, const AlSpot *spot)
{
  Stroke *stroke;

  g_return_if_fail (AL_IS_INK (self) && spot != NULL && spot->place < AL_N_PLACES);
  if (self->strokes->len == AL_INK_MOST_STROKES)
    g_ptr_array_remove_index (self->strokes, 0);
  stroke = g_new (Stroke, 1);
  stroke->red = self->red;
  stroke->spots = g_array_new (FALSE, FALSE, sizeof (AlSpot));
  g_array_append_val (stroke->spots, *spot);
  g_ptr_array_add (self->strokes, stroke);
  announce (self);
}

/**
 * al_ink_continue_stroke:
 * @self: an ink
 * @x: where it is now, in the place in which the stroke began
 * @y: the same
 *
 * Moves the pen. Does nothing without a stroke.
 */
void
al_ink_continue_stroke (AlInk *self, float x, float y)
{
  Stroke *stroke;
  AlSpot spot;

  g_return_if_fail (AL_IS_INK (self));
  if (self->strokes->len == 0)
    return;
  stroke = g_ptr_array_index (self->strokes, self->strokes->len - 1);
  spot = (AlSpot){g_array_index (stroke->spots, AlSpot, 0).place, x, y};
  g_array_append_val (stroke->spots, spot);
  announce (self);
}

/**
 * al_ink_get_n_strokes:
 * @self: an ink
 *
 * How many strokes there are.
 */
guint
al_ink_get_n_strokes (AlInk *self)
{
  g_return_val_if_fail (AL_IS_INK (self), 0);
  return self->strokes->len;
}

/**
 * al_ink_get_stroke:
 * @self: an ink
 * @position: of a stroke, the oldest first
 * @n_spots: (out): how many spots it has, at least one
 * @red: (out) (optional): whether it is red
 *
 * Where a stroke goes.
 *
 * Returns: (array length=n_spots): the spots, all in one place; valid until the next change
 */
const AlSpot *
al_ink_get_stroke (AlInk *self, guint position, guint *n_spots, gboolean *red)
{
  const Stroke *stroke;

  g_return_val_if_fail (AL_IS_INK (self) && position < self->strokes->len, NULL);
  stroke = g_ptr_array_index (self->strokes, position);
  *n_spots = stroke->spots->len;
  if (red != NULL)
    *red = stroke->red;
  return &g_array_index (stroke->spots, AlSpot, 0);
}

/**
 * al_ink_undo_stroke:
 * @self: an ink
 *
 * Takes the last stroke back, if there is one.
 */
void
al_ink_undo_stroke (AlInk *self)
{
  g_return_if_fail (AL_IS_INK (self));
  if (self->strokes->len == 0)
    return;
  g_ptr_array_remove_index (self->strokes, self->strokes->len - 1);
  announce (self);
}

/**
 * al_ink_clear:
 * @self: an ink
 *
 * Takes all strokes away. The tool stays in the hand.
 */
void
al_ink_clear (AlInk *self)
{
  g_return_if_fail (AL_IS_INK (self));
  if (self->strokes->len == 0)
    return;
  g_ptr_array_set_size (self->strokes, 0);
  announce (self);
}

/**
 * al_ink_get_light:
 * @self: an ink
 * @spot: (out): the middle of the light
 *
 * Where the spotlight is.
 *
 * Returns: whether it is on and over a window
 */
gboolean
al_ink_get_light (AlInk *self, AlSpot *spot)
{
  g_return_val_if_fail (AL_IS_INK (self), FALSE);
  *spot = self->light;
  return self->lit;
}

/**
 * al_ink_set_light:
 * @self: an ink
 * @spot: (nullable): the middle of the light, %NULL when the pointer has left the window
 *
 * Moves the spotlight. Does nothing while another tool is in the hand.
 */
void
al_ink_set_light (AlInk *self, const AlSpot *spot)
{
  g_return_if_fail (AL_IS_INK (self));
  if (self->tool != AL_TOOL_SPOTLIGHT || (spot == NULL && !self->lit))
    return;
  self->lit = spot != NULL;
  if (spot != NULL)
    self->light = *spot;
  announce (self);
}
