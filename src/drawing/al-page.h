/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-style.h"

G_BEGIN_DECLS

#define AL_PAGE_ERROR (al_page_error_quark ())

/**
 * AlPageError:
 * @AL_PAGE_ERROR_FORMAT: the name of the file ends in none of .png, .svg, .pdf
 * @AL_PAGE_ERROR_SIZE: the picture is too small to read or too large to hold
 * @AL_PAGE_ERROR_DRAW: Cairo could not draw it
 *
 * Why no page was written. Errors of the file system come as #GFileError.
 */
typedef enum {
  AL_PAGE_ERROR_FORMAT,
  AL_PAGE_ERROR_SIZE,
  AL_PAGE_ERROR_DRAW,
} AlPageError;

/**
 * AlPageFormat:
 * @AL_PAGE_PNG: pixels
 * @AL_PAGE_SVG: lines, for a browser or a drawing program
 * @AL_PAGE_PDF: lines, for paper
 */
typedef enum {
  AL_PAGE_PNG,
  AL_PAGE_SVG,
  AL_PAGE_PDF,
} AlPageFormat;

/**
 * AlPageDrawFunc:
 * @cr: where to draw; the origin is the upper left corner of the figure
 * @width: room for the figure in pixels
 * @height: room for the figure in pixels
 * @style: looks, fitted to the page
 * @user_data: what was given
 */
typedef void (*AlPageDrawFunc) (cairo_t *cr, double width, double height, const AlPlotStyle *style,
                                gpointer user_data);

/**
 * AlPage:
 * @title: (nullable): above the figure
 * @caption: (nullable): under the figure, wrapped
 * @width: whole page in pixels
 * @height: whole page in pixels
 * @style: looks
 * @draw: draws the figure
 * @user_data: for @draw
 *
 * One figure on one page. Every page ends with the line that says what it is not for.
 */
typedef struct {
  const char *title;
  const char *caption;
  double width;
  double height;
  AlStyleKind style;
  AlPageDrawFunc draw;
  gpointer user_data;
} AlPage;

/**
 * AlPageMeasureFunc:
 * @width: room for the figure in pixels
 * @style: looks, fitted to the page
 * @user_data: what was given
 *
 * Returns: how much room the figure needs in height
 */
typedef double (*AlPageMeasureFunc) (double width, const AlPlotStyle *style, gpointer user_data);

GQuark al_page_error_quark (void);
void al_page_fit_height (AlPage *self, AlPageMeasureFunc measure);
gboolean al_page_write (const AlPage *self, const char *path, GError **error);
GBytes *al_page_render (const AlPage *self, AlPageFormat format, GError **error);
void al_page_draw (const AlPage *self, cairo_t *cr);

G_END_DECLS
