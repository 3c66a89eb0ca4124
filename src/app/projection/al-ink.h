/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AlPlace:
 * @AL_PLACE_WINDOW: the whole window, which nobody else sees
 * @AL_PLACE_LOOP: the axes of the loop
 * @AL_PLACE_CHARTS: the charts against time
 *
 * What a person points at. It may be seen in two windows, at different sizes.
 */
typedef enum {
  AL_PLACE_WINDOW,
  AL_PLACE_LOOP,
  AL_PLACE_CHARTS,
  AL_N_PLACES
} AlPlace;

/**
 * AlSpot:
 * @place: what it is in
 * @x: in the loop a volume in mL; else 0 (left edge) to 1 (right edge), and beyond them outside
 * @y: in the loop a pressure in mmHg; else 0 (upper edge) to 1 (lower edge)
 *
 * A spot that every window finds again.
 */
typedef struct {
  AlPlace place;
  float x;
  float y;
} AlSpot;

/**
 * AlTool:
 * @AL_TOOL_NONE: the pointer sets and drags, as always
 * @AL_TOOL_PEN: it draws
 * @AL_TOOL_SPOTLIGHT: all but what is around it is dimmed
 *
 * What the pointer is to a lecturer.
 */
typedef enum {
  AL_TOOL_NONE,
  AL_TOOL_PEN,
  AL_TOOL_SPOTLIGHT,
} AlTool;

/* Strokes that are kept: older ones go. */
#define AL_INK_MOST_STROKES 200

#define AL_TYPE_INK (al_ink_get_type ())

G_DECLARE_FINAL_TYPE (AlInk, al_ink, AL, INK, GObject)

AlInk *al_ink_new (void);

AlTool al_ink_get_tool (AlInk *self);
void al_ink_set_tool (AlInk *self, AlTool tool);

/* The pen */
gboolean al_ink_get_red (AlInk *self);
void al_ink_set_red (AlInk *self, gboolean red);
void al_ink_begin_stroke (AlInk *self, const AlSpot *spot);
void al_ink_continue_stroke (AlInk *self, float x, float y);
guint al_ink_get_n_strokes (AlInk *self);
const AlSpot *al_ink_get_stroke (AlInk *self, guint position, guint *n_spots, gboolean *red);
void al_ink_undo_stroke (AlInk *self);
void al_ink_clear (AlInk *self);

/* The spotlight */
gboolean al_ink_get_light (AlInk *self, AlSpot *spot);
void al_ink_set_light (AlInk *self, const AlSpot *spot);

G_END_DECLS
