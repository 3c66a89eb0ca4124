/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-style.h"

/*
 * Whether loops are told apart without colour, and in a bright room: each against its ground by
 * lightness, each pair by dash, by width, or by a little of both lightness and width.
 */

/* Light of the room on the wall, of that of white. */
#define AMBIENT (1.0 / 3)

/* The least that counts, in the bright room. A dark ground is not for one, which is why the
 * projector has a light one: there a curve must stand out in the dark. */
#define GROUND_CONTRAST      2.0
#define DARK_GROUND_CONTRAST 4.5
#define PAIR_CONTRAST        1.5
#define PAIR_WIDTH           1.25
#define PAIR_WIDTH_ALONE     1.5
#define PAIR_DASH            2.0 /* of the longest strokes */

static const char *const role_names[AL_N_ROLES] = {
    [AL_ROLE_BASELINE] = "baseline", [AL_ROLE_IABP] = "IABP",   [AL_ROLE_ECMO] = "ECMO",
    [AL_ROLE_BOTH] = "both",         [AL_ROLE_OTHER] = "other",
};

static double
get_contrast (const AlColor *one, const AlColor *other, double ambient)
{
  const double a = al_color_luminance (one) + ambient + 0.05;
  const double b = al_color_luminance (other) + ambient + 0.05;

  return MAX (a, b) / MIN (a, b);
}

/* How much one is of the other, the larger of the smaller. */
static double
get_ratio (double one, double other)
{
  return MAX (one, other) / MIN (one, other);
}

static gboolean
differ_in_dash (const AlStroke *one, const AlStroke *other)
{
  if (one->n_dash != other->n_dash)
    return TRUE;
  return one->n_dash > 0 &&
         get_ratio (one->dash[0] * one->width, other->dash[0] * other->width) >= PAIR_DASH;
}

static void
check_pair (const AlPlotStyle *style, guint one, guint other)
{
  const AlStroke *a = &style->role[one];
  const AlStroke *b = &style->role[other];
  const double grey = get_contrast (&a->color, &b->color, 0);
  const double bright = get_contrast (&a->color, &b->color, AMBIENT);
  const double width = get_ratio (a->width, b->width);
  const gboolean dash = differ_in_dash (a, b);

  g_test_message ("  %-8s %-8s grey %5.2f  bright room %4.2f  width %4.2f  dash %s",
                  role_names[one], role_names[other], grey, bright, width, dash ? "yes" : "no");
  g_assert_true (dash || width >= PAIR_WIDTH_ALONE ||
                 (bright >= PAIR_CONTRAST && width >= PAIR_WIDTH));
}

static void
test_style (gconstpointer data)
{
  AlPlotStyle style;

  al_plot_style_init (&style, (AlStyleKind) GPOINTER_TO_UINT (data));
  for (guint i = 0; i < AL_N_ROLES; i++) {
    const AlColor *color = &style.role[i].color;
    const double grey = get_contrast (color, &style.ground, 0);
    const double bright = get_contrast (color, &style.ground, AMBIENT);

    g_test_message ("%-8s on ground: %5.2f  bright room %4.2f", role_names[i], grey, bright);
    if (al_color_luminance (&style.ground) > 0.5)
      g_assert_cmpfloat (bright, >=, GROUND_CONTRAST);
    else
      g_assert_cmpfloat (grey, >=, DARK_GROUND_CONTRAST);
    for (guint k = i + 1; k < AL_N_ROLES; k++)
      check_pair (&style, i, k);
  }
}

int
main (int argc, char *argv[])
{
  static const char *const names[AL_N_STYLES] = {
      [AL_STYLE_LIGHT] = "/greyscale/light",
      [AL_STYLE_DARK] = "/greyscale/dark",
      [AL_STYLE_PRINT] = "/greyscale/print",
      [AL_STYLE_PROJECTOR] = "/greyscale/projector",
      [AL_STYLE_CONTRAST] = "/greyscale/contrast",
      [AL_STYLE_CONTRAST_DARK] = "/greyscale/contrast-dark",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < AL_N_STYLES; i++)
    g_test_add_data_func (names[i], GUINT_TO_POINTER (i), test_style);
  return g_test_run ();
}
