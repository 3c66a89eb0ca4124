/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-style.h"

#include <math.h>
#include <string.h>

static gboolean
has_same_dash (const AlStroke *a, const AlStroke *b)
{
  return a->n_dash == b->n_dash &&
         memcmp (a->dash, b->dash, (gsize) a->n_dash * sizeof *a->dash) == 0;
}

/* Two curves are told apart without seeing hues: by their dashes, or by their lightness. */
static void
assert_told_apart (const AlStroke *a, const AlStroke *b)
{
  if (has_same_dash (a, b))
    g_assert_cmpfloat (al_color_contrast (&a->color, &b->color), >=, 1.5);
}

static void
assert_hex (const AlColor *color, guint hex)
{
  g_assert_cmpuint ((guint) lround (255 * color->red), ==, hex >> 16);
  g_assert_cmpuint ((guint) lround (255 * color->green), ==, (hex >> 8) & 0xff);
  g_assert_cmpuint ((guint) lround (255 * color->blue), ==, hex & 0xff);
}

static void
test_luminance (void)
{
  const AlColor black = {0, 0, 0, 1}, white = {1, 1, 1, 1};
  const AlColor grey = {0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1};

  g_assert_cmpfloat_with_epsilon (al_color_luminance (&white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_color_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (al_color_contrast (&white, &white), 1, 1e-9);
  /* The grey that is known to fail 4.5:1 by a hair. */
  g_assert_cmpfloat_with_epsilon (al_color_contrast (&grey, &white), 4.48, 0.005);
}

static void
test_text_is_readable (void)
{
  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    AlPlotStyle style;

    al_plot_style_init (&style, kind);
    g_assert_cmpfloat (al_color_contrast (&style.text, &style.ground), >=, 7);
    g_assert_cmpfloat (al_color_contrast (&style.text_dim, &style.ground), >=, 4.5);
    for (guint i = 0; i < AL_N_ROLES; i++) {
      AlColor color = al_plot_style_get_text_color (&style, &style.role[i].color);

      g_assert_cmpfloat (al_color_contrast (&color, &style.ground), >=, 4.5);
    }
    for (guint i = 0; i < AL_N_SIGNALS; i++) {
      AlColor color = al_plot_style_get_text_color (&style, &style.signal[i].color);

      g_assert_cmpfloat (al_color_contrast (&color, &style.ground), >=, 4.5);
    }
  }
}

static void
test_curves_are_seen (void)
{
  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    AlPlotStyle style;

    al_plot_style_init (&style, kind);
    g_assert_cmpfloat (al_color_contrast (&style.axis, &style.ground), >=, 3);
    g_assert_cmpfloat (al_color_contrast (&style.relation.color, &style.ground), >=, 3);
    /* The grid is there, but behind everything. */
    g_assert_cmpfloat (al_color_contrast (&style.grid, &style.ground), >, 1.05);
    g_assert_cmpfloat (al_color_contrast (&style.grid, &style.ground), <, 3);
    for (guint i = 0; i < AL_N_ROLES; i++)
      g_assert_cmpfloat (al_color_contrast (&style.role[i].color, &style.ground), >=, 3);
    for (guint i = 0; i < AL_N_SIGNALS; i++)
      g_assert_cmpfloat (al_color_contrast (&style.signal[i].color, &style.ground), >=, 3);
  }
}

static void
test_roles_are_told_apart (void)
{
  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    AlPlotStyle style;

    al_plot_style_init (&style, kind);
    for (guint i = 0; i < AL_N_ROLES; i++) {
      for (guint k = i + 1; k < AL_N_ROLES; k++)
        assert_told_apart (&style.role[i], &style.role[k]);
      g_assert_cmpfloat (style.role[i].width, <=, style.role[AL_ROLE_BOTH].width);
    }
    g_assert_cmpint (style.role[AL_ROLE_BASELINE].n_dash, >, 0);
    g_assert_cmpint (style.role[AL_ROLE_IABP].n_dash, >, 0);
    g_assert_cmpfloat (style.role[AL_ROLE_IABP].dash[0], >, style.role[AL_ROLE_BASELINE].dash[0]);
    g_assert_cmpint (style.role[AL_ROLE_ECMO].n_dash, ==, 0);
    g_assert_cmpint (style.role[AL_ROLE_BOTH].n_dash, ==, 0);
  }
}

static void
test_devices_have_their_colours (void)
{
  AlPlotStyle light, dark;

  al_plot_style_init (&light, AL_STYLE_LIGHT);
  al_plot_style_init (&dark, AL_STYLE_DARK);
  assert_hex (&light.role[AL_ROLE_IABP].color, 0x0072b2);
  assert_hex (&light.role[AL_ROLE_ECMO].color, 0xd55e00);
  assert_hex (&light.role[AL_ROLE_BOTH].color, 0x000000);
  assert_hex (&dark.role[AL_ROLE_BOTH].color, 0xffffff);
}

/* The signals that share a strip chart. */
static const AlSignal charts[][4] = {
    {AL_SIGNAL_LV_PRESSURE, AL_SIGNAL_AO_PRESSURE, AL_SIGNAL_RADIAL_PRESSURE, AL_N_SIGNALS},
    {AL_SIGNAL_LA_PRESSURE, AL_SIGNAL_PA_PRESSURE, AL_SIGNAL_RA_PRESSURE, AL_SIGNAL_RV_PRESSURE},
    {AL_SIGNAL_AORTIC_FLOW, AL_SIGNAL_MITRAL_FLOW, AL_SIGNAL_ECMO_FLOW, AL_SIGNAL_CORONARY_FLOW},
};

static void
test_signals_are_told_apart (void)
{
  for (guint kind = 0; kind < AL_N_STYLES; kind++) {
    AlPlotStyle style;

    al_plot_style_init (&style, kind);
    for (guint chart = 0; chart < G_N_ELEMENTS (charts); chart++) {
      for (guint i = 0; i < 4; i++) {
        for (guint k = i + 1; k < 4 && charts[chart][k] < AL_N_SIGNALS; k++)
          assert_told_apart (&style.signal[charts[chart][i]], &style.signal[charts[chart][k]]);
      }
    }
  }
}

/* 16 and 9 inches do not matter: the last row sees parts of the height. */
static void
test_projector_is_read_from_afar (void)
{
  static const double heights[] = {720, 768, 1080, 2160};

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++) {
    AlPlotStyle style;

    al_plot_style_init (&style, AL_STYLE_PROJECTOR);
    al_plot_style_fit (&style, heights[i] * 16 / 9, heights[i]);
    g_assert_cmpfloat (style.font_size, >=, 0.03 * heights[i]);
    g_assert_cmpfloat (style.font_size, <=, 0.04 * heights[i]);
    for (guint role = 0; role < AL_N_ROLES; role++)
      g_assert_cmpfloat (style.role[role].width, >=, 0.00599 * heights[i]);
    g_assert_cmpfloat (al_color_luminance (&style.ground), >, 0.99);
  }
}

static void
test_scale_keeps_proportions (void)
{
  AlPlotStyle style, larger;

  al_plot_style_init (&style, AL_STYLE_LIGHT);
  larger = style;
  al_plot_style_scale (&larger, 2);
  g_assert_cmpfloat_with_epsilon (larger.font_size, 2 * style.font_size, 1e-9);
  g_assert_cmpfloat_with_epsilon (larger.role[AL_ROLE_BOTH].width,
                                  2 * style.role[AL_ROLE_BOTH].width, 1e-9);
  g_assert_cmpfloat_with_epsilon (larger.signal[0].width, 2 * style.signal[0].width, 1e-9);

  al_plot_style_set_font (&larger, "Cantarell", 15);
  g_assert_cmpstr (larger.font_family, ==, "Cantarell");
  g_assert_cmpfloat_with_epsilon (larger.font_size, 15, 1e-9);
}

static void
test_kinds_have_names (void)
{
  AlStyleKind kind = AL_STYLE_DARK;

  g_assert_false (al_style_kind_find ("sepia", &kind));
  g_assert_cmpint (kind, ==, AL_STYLE_DARK);
  g_assert_true (al_style_kind_find ("projector", &kind));
  g_assert_cmpint (kind, ==, AL_STYLE_PROJECTOR);
  g_assert_true (al_style_kind_find ("contrast-dark", &kind));
  g_assert_cmpint (kind, ==, AL_STYLE_CONTRAST_DARK);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/luminance", test_luminance);
  g_test_add_func ("/style/text-is-readable", test_text_is_readable);
  g_test_add_func ("/style/curves-are-seen", test_curves_are_seen);
  g_test_add_func ("/style/roles-are-told-apart", test_roles_are_told_apart);
  g_test_add_func ("/style/devices-have-their-colours", test_devices_have_their_colours);
  g_test_add_func ("/style/signals-are-told-apart", test_signals_are_told_apart);
  g_test_add_func ("/style/projector-is-read-from-afar", test_projector_is_read_from_afar);
  g_test_add_func ("/style/scale-keeps-proportions", test_scale_keeps_proportions);
  g_test_add_func ("/style/kinds-have-names", test_kinds_have_names);
  return g_test_run ();
}
