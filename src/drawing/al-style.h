/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "al-signal.h"

G_BEGIN_DECLS

/**
 * AlColor:
 * @red: 0 to 1, sRGB as on the screen
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 (clear) to 1 (solid)
 */
typedef struct {
  double red;
  double green;
  double blue;
  double alpha;
} AlColor;

/**
 * AlRole:
 * @AL_ROLE_BASELINE: no device
 * @AL_ROLE_IABP: balloon pump alone
 * @AL_ROLE_ECMO: VA-ECMO alone
 * @AL_ROLE_BOTH: balloon pump with VA-ECMO
 * @AL_ROLE_OTHER: any other state that a person keeps
 *
 * What a curve stands for. Each role has a colour, a dash and a width of its own, so that no role
 * is told by colour alone.
 */
typedef enum {
  AL_ROLE_BASELINE,
  AL_ROLE_IABP,
  AL_ROLE_ECMO,
  AL_ROLE_BOTH,
  AL_ROLE_OTHER,
  AL_N_ROLES
} AlRole;

/**
 * AlStyleKind:
 * @AL_STYLE_LIGHT: screen, light
 * @AL_STYLE_DARK: screen, dark
 * @AL_STYLE_PRINT: white paper, finer lines
 * @AL_STYLE_PROJECTOR: white, strokes 0.6 % and text 3.5 % of the height, hardly a grid
 * @AL_STYLE_CONTRAST: high contrast, light
 * @AL_STYLE_CONTRAST_DARK: high contrast, dark
 */
typedef enum {
  AL_STYLE_LIGHT,
  AL_STYLE_DARK,
  AL_STYLE_PRINT,
  AL_STYLE_PROJECTOR,
  AL_STYLE_CONTRAST,
  AL_STYLE_CONTRAST_DARK,
  AL_N_STYLES
} AlStyleKind;

/**
 * AlStroke:
 * @color: colour of the line
 * @width: width in pixels
 * @dash: lengths of dash and gap, in line widths
 * @n_dash: how many of @dash are used; 0 for a solid line
 */
typedef struct {
  AlColor color;
  double width;
  double dash[4];
  int n_dash;
} AlStroke;

/**
 * AlPlotStyle:
 * @kind: what it was made for
 * @ground: behind everything
 * @text: titles and numbers
 * @text_dim: units, tick labels
 * @axis: the two axis lines and their ticks
 * @grid: grid lines
 * @relation: the ESPVR and the EDPVR
 * @role: a stroke for each role
 * @signal: a stroke for each signal
 * @font_family: families that Pango tries in turn
 * @font_size: height of ordinary text in pixels; titles and notes follow it
 * @hairline: width of grid and axis lines in pixels
 *
 * All that a picture needs to know about looks. It is plain data: copy it freely.
 */
typedef struct {
  AlStyleKind kind;
  AlColor ground;
  AlColor text;
  AlColor text_dim;
  AlColor axis;
  AlColor grid;
  AlStroke relation;
  AlStroke role[AL_N_ROLES];
  AlStroke signal[AL_N_SIGNALS];
  char font_family[128];
  double font_size;
  double hairline;
} AlPlotStyle;

void al_plot_style_init (AlPlotStyle *self, AlStyleKind kind);
void al_plot_style_fit (AlPlotStyle *self, double width, double height);
void al_plot_style_scale (AlPlotStyle *self, double factor);
void al_plot_style_set_font (AlPlotStyle *self, const char *family, double size);
gboolean al_style_kind_find (const char *name, AlStyleKind *kind);

double al_color_luminance (const AlColor *color);
double al_color_contrast (const AlColor *a, const AlColor *b);
AlColor al_color_mix (const AlColor *from, const AlColor *to, double share);
AlColor al_plot_style_get_text_color (const AlPlotStyle *self, const AlColor *color);

void al_color_set_source (const AlColor *color, cairo_t *cr);
void al_stroke_apply (const AlStroke *stroke, cairo_t *cr);

G_END_DECLS
