/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-canvas.h"
#include "al-schematic-private.h"

#include <math.h>
#include <string.h>

#define WIDTH  400
#define HEIGHT 520

static AlSchematicState
make_state (void)
{
  AlSchematicState state = {
      .chamber_ml = {60, 140, 60, 140},
      .drained_saturation = 0.6,
      .returned_saturation = 1,
      .hand_saturation = 0.97,
      .leg_saturation = 0.98,
      .venous_saturation = 0.65,
      .ecmo_l_min = NAN,
  };

  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    state.saturation[i] = 0.8;
  for (int i = 0; i < AL_SCHEMATIC_N_FLOWS; i++)
    state.flow_ml_s[i] = state.mean_ml_s[i] = 60;
  return state;
}

static AlSchematicState
make_ecmo (double native_ml_s, double arch_ml_s, double ecmo_ml_s)
{
  AlSchematicState state = make_state ();

  state.ecmo = TRUE;
  state.ecmo_l_min = ecmo_ml_s * 0.06;
  state.mean_ml_s[AL_SCHEMATIC_FLOW_AORTIC] = native_ml_s;
  state.mean_ml_s[AL_SCHEMATIC_FLOW_ARCH] = arch_ml_s;
  state.mean_ml_s[AL_SCHEMATIC_FLOW_ECMO] = ecmo_ml_s;
  state.mean_ml_s[AL_SCHEMATIC_FLOW_CORONARY] = 4;
  return state;
}

static AlCanvas *
draw_live (const AlSchematicState *state, gboolean arrows)
{
  const AlColor white = {1, 1, 1, 1};
  AlCanvas *canvas = al_canvas_new (WIDTH, HEIGHT, &white);
  g_autoptr (AlSchematic) schematic = al_schematic_new ();

  al_schematic_set_arrows (schematic, arrows);
  al_schematic_set_state (schematic, state);
  al_schematic_draw_live (schematic, canvas->cr);
  return canvas;
}

static AlCanvas *
draw_beat (const AlSchematicState *state)
{
  const AlColor white = {1, 1, 1, 1};
  AlCanvas *canvas = al_canvas_new (WIDTH, HEIGHT, &white);
  g_autoptr (AlSchematic) schematic = al_schematic_new ();

  al_schematic_set_state (schematic, state);
  al_schematic_draw_beat (schematic, canvas->cr);
  return canvas;
}

/* Blood with more oxygen is brighter, in every style: it can be told in grey. */
static void
test_blood (void)
{
  for (int kind = 0; kind < AL_N_STYLES; kind++) {
    AlPlotStyle style;
    double last = -1;

    al_plot_style_init (&style, (AlStyleKind) kind);
    for (int percent = 40; percent <= 100; percent++) {
      const AlColor color = al_schematic_get_blood_color (&style, percent / 100.0);
      const double luminance = al_color_luminance (&color);

      g_assert_cmpfloat (luminance, >, last);
      last = luminance;
    }
    /* White names and beads stay readable on the brightest. */
    g_assert_cmpfloat (last, <, 0.36);
  }
}

/* What is drawn is a section of the chamber: its area goes with the volume to two thirds. */
static void
test_areas (void)
{
  g_autoptr (AlSchematic) schematic = al_schematic_new ();
  AlSchematicState state = make_state ();

  for (int i = 0; i < AL_N_CHAMBERS; i++) {
    const double reference_ml = al_chamber_shapes[i].reference_ml;
    double area[2];

    for (int k = 0; k < 2; k++) {
      AlOutline outline;

      state.chamber_ml[i] = (k == 0 ? 0.6 : 1.5) * reference_ml;
      al_schematic_set_state (schematic, &state);
      al_schematic_get_outline (schematic, (AlChamberIndex) i, &outline);
      area[k] = al_outline_get_area (&outline);
    }
    g_assert_cmpfloat_with_epsilon (area[1] / area[0], pow (1.5 / 0.6, 2.0 / 3), 1e-6);
  }
}

/* A wall lies outside of its chamber, all around. */
static void
test_walls (void)
{
  g_autoptr (AlSchematic) schematic = al_schematic_new ();
  const AlSchematicState state = make_state ();

  al_schematic_set_state (schematic, &state);
  for (int i = 0; i < AL_N_CHAMBERS; i++) {
    AlOutline outline, grown;

    al_schematic_get_outline (schematic, (AlChamberIndex) i, &outline);
    al_outline_grow (&outline, 3, &grown);
    g_assert_cmpfloat (al_outline_get_area (&grown), >, 1.1 * al_outline_get_area (&outline));
  }
}

/* An odd volume must not leave the numbers. */
static void
test_extremes (void)
{
  static const double volumes[] = {0, 1, 500, 2000};
  g_autoptr (AlSchematic) schematic = al_schematic_new ();
  AlSchematicState state = make_state ();

  for (guint k = 0; k < G_N_ELEMENTS (volumes); k++) {
    AlOutline outline;

    state.chamber_ml[AL_LV] = volumes[k];
    al_schematic_set_state (schematic, &state);
    al_schematic_get_outline (schematic, AL_LV, &outline);
    for (int i = 0; i < outline.n; i++) {
      g_assert_true (isfinite (outline.point[i].x));
      g_assert_true (isfinite (outline.point[i].y));
    }
  }
}

static void
test_mixing_places (void)
{
  AlSchematicState state = make_ecmo (30, -10, 60);

  g_assert_cmpint (al_schematic_state_find_mixing (&state, NULL), ==, AL_MIXING_ARCH);
  state = make_ecmo (40, 1, 50);
  g_assert_cmpint (al_schematic_state_find_mixing (&state, NULL), ==, AL_MIXING_DESCENDING);
  state = make_ecmo (70, 40, 20);
  g_assert_cmpint (al_schematic_state_find_mixing (&state, NULL), ==, AL_MIXING_ABDOMINAL);
  state = make_ecmo (0, -25, 70);
  g_assert_cmpint (al_schematic_state_find_mixing (&state, NULL), ==, AL_MIXING_ROOT);
  state = make_ecmo (40, -10, 50);
  state.central = TRUE;
  g_assert_cmpint (al_schematic_state_find_mixing (&state, NULL), ==, AL_MIXING_NONE);
  state = make_state ();
  g_assert_cmpint (al_schematic_state_find_mixing (&state, NULL), ==, AL_MIXING_NONE);
}

/* The more ECMO and the less native flow, the nearer to the heart: step by step, without a jump. */
static void
test_mixing_moves (void)
{
  double last = INFINITY;

  for (int i = 0; i <= 400; i++) {
    /* The upper body takes 26 mL/s; what the heart does not give comes from below. */
    const double native = 90 - 0.21 * i, ecmo = 10 + 0.15 * i;
    const AlSchematicState state = make_ecmo (native, native - 26 - 4, ecmo);
    double share, along;

    along = al_schematic_state_find_mixing (&state, &share) + share;
    g_assert_cmpfloat (along, <=, last + 1e-9);
    if (i > 0)
      g_assert_cmpfloat (last - along, <, 0.06);
    last = along;
  }
  g_assert_cmpfloat (last, <, AL_MIXING_ARCH + 0.5);
}

static void
test_beads (void)
{
  AlSchematicState state = make_state ();

  state.flow_ml_s[AL_SCHEMATIC_FLOW_AORTIC] = 100;
  state.flow_ml_s[AL_SCHEMATIC_FLOW_MITRAL] = -100;
  al_schematic_state_pass (&state, 0.01);
  g_assert_cmpfloat (state.phase[AL_SCHEMATIC_FLOW_AORTIC], >, 0);
  g_assert_cmpfloat (state.phase[AL_SCHEMATIC_FLOW_AORTIC], <, AL_BEAD_SPACING / 2);
  g_assert_cmpfloat (state.phase[AL_SCHEMATIC_FLOW_MITRAL], >, AL_BEAD_SPACING / 2);
  g_assert_cmpfloat (state.phase[AL_SCHEMATIC_FLOW_MITRAL], <, AL_BEAD_SPACING);
  /* Wound back they come back. */
  al_schematic_state_pass (&state, -0.01);
  g_assert_cmpfloat_with_epsilon (state.phase[AL_SCHEMATIC_FLOW_AORTIC], 0, 1e-9);
  /* However much time passes, they never seem to run the wrong way. */
  al_schematic_state_pass (&state, 0.4);
  g_assert_cmpfloat (state.phase[AL_SCHEMATIC_FLOW_AORTIC], <, AL_BEAD_SPACING / 2);
}

/* With arrows nothing moves that is not data. */
static void
test_arrows (void)
{
  AlSchematicState state = make_state ();
  g_autoptr (AlCanvas) beads = draw_live (&state, FALSE);
  g_autoptr (AlCanvas) still = draw_live (&state, TRUE);

  for (int i = 0; i < AL_SCHEMATIC_N_FLOWS; i++)
    state.phase[i] = AL_BEAD_SPACING / 2;
  {
    g_autoptr (AlCanvas) moved_beads = draw_live (&state, FALSE);
    g_autoptr (AlCanvas) moved_still = draw_live (&state, TRUE);

    g_assert_cmpfloat (al_canvas_compare (beads, moved_beads, 30), >, 0.001);
    g_assert_cmpfloat (al_canvas_compare (still, moved_still, 30), ==, 0);
  }
}

/* What is not there is not drawn. */
static void
test_devices (void)
{
  AlSchematicState state = make_state ();
  g_autoptr (AlCanvas) without = draw_beat (&state);
  g_autoptr (AlCanvas) with = NULL;

  g_assert_cmpuint (al_canvas_count_ink (without, 8, 340, 84, 176), ==, 0);
  state = make_ecmo (40, -10, 60);
  with = draw_beat (&state);
  g_assert_cmpuint (al_canvas_count_ink (with, 8, 340, 84, 176), >, 2000);
}

static guint
count_balloon (double balloon_ml)
{
  AlSchematicState state = make_state ();
  g_autoptr (AlCanvas) canvas = NULL;

  state.iabp = TRUE;
  state.balloon_ml = balloon_ml;
  for (int i = 0; i < AL_SCHEMATIC_N_FLOWS; i++)
    state.phase[i] = 0;
  canvas = draw_live (&state, TRUE);
  return al_canvas_count_ink (canvas, 294, 180, 28, 100);
}

static void
test_balloon (void)
{
  const double small = count_balloon (10), large = count_balloon (40);

  g_assert_cmpfloat (count_balloon (0), >, 0);
  g_assert_cmpfloat (large / small, >, 1.6);
  g_assert_cmpfloat (large / small, <, 2.2);
}

/* Each leaflet of each valve is seen to move. */
static void
test_valves (void)
{
  static const int box[AL_N_VALVES][2] = {[AL_MITRAL] = {222, 244},
                                          [AL_AORTIC] = {192, 226},
                                          [AL_TRICUSPID] = {126, 256},
                                          [AL_PULMONARY] = {154, 222}};

  for (int i = 0; i < AL_N_VALVES; i++) {
    AlSchematicState state = make_state ();
    g_autoptr (AlCanvas) closed = draw_live (&state, TRUE);
    g_autoptr (AlCanvas) open = NULL;
    int n = 0;

    state.opening[i] = 1;
    open = draw_live (&state, TRUE);
    for (int y = box[i][1]; y < box[i][1] + 40; y++) {
      for (int x = box[i][0]; x < box[i][0] + 40; x++)
        n += memcmp (cairo_image_surface_get_data (open->surface) +
                         y * cairo_image_surface_get_stride (open->surface) + 4 * x,
                     cairo_image_surface_get_data (closed->surface) +
                         y * cairo_image_surface_get_stride (closed->surface) + 4 * x,
                     4) != 0;
    }
    g_assert_cmpint (n, >, 60);
  }
}

/* A part keeps to its bounds, wherever the drawing stands in the picture. */
static void
test_parts (void)
{
  const AlColor grey = {0.5, 0.5, 0.5, 1};
  const AlSchematicState state = make_ecmo (40, -10, 60);
  g_autoptr (AlSchematic) schematic = al_schematic_new ();

  al_schematic_set_size (schematic, 700, 520);
  al_schematic_set_state (schematic, &state);
  for (int part = 0; part < AL_SCHEMATIC_N_PARTS; part++) {
    g_autoptr (AlCanvas) canvas = al_canvas_new (700, 520, &grey);
    cairo_rectangle_t box;

    g_assert_true (al_schematic_get_part_bounds (schematic, (AlSchematicPart) part, &box));
    al_schematic_draw_live_part (schematic, canvas->cr, (AlSchematicPart) part);
    g_assert_cmpuint (al_canvas_count_ink (canvas, 0, 0, 700, 520), >, 0);
    g_assert_cmpuint (al_canvas_count_ink_outside (canvas, (int) box.x, (int) box.y,
                                                   (int) box.width + 1, (int) box.height + 1),
                      ==, 0);
  }
}

/* No layer leaves the picture, in any style. */
static void
test_margins (void)
{
  for (int kind = 0; kind < AL_N_STYLES; kind++) {
    AlPlotStyle style;
    AlSchematicState state = make_ecmo (40, -10, 60);
    g_autoptr (AlSchematic) schematic = al_schematic_new ();
    g_autoptr (AlCanvas) canvas = NULL;

    al_plot_style_init (&style, (AlStyleKind) kind);
    canvas = al_canvas_new (WIDTH + 40, HEIGHT + 40, &style.ground);
    state.iabp = state.mafp = state.la_vent = TRUE;
    state.septostomy_cm2 = state.septum_defect_cm2 = 1;
    state.lung_water_ml = 400;
    state.hand_saturation = state.leg_saturation = 1;
    al_schematic_set_style (schematic, &style);
    al_schematic_set_state (schematic, &state);
    cairo_translate (canvas->cr, 20, 20);
    al_schematic_draw_static (schematic, canvas->cr);
    al_schematic_draw_beat (schematic, canvas->cr);
    al_schematic_draw_live (schematic, canvas->cr);
    al_schematic_draw_front (schematic, canvas->cr);
    g_assert_cmpuint (al_canvas_count_ink (canvas, 20, 20, WIDTH, HEIGHT), >, 20000);
    g_assert_cmpuint (al_canvas_count_ink_outside (canvas, 19, 19, WIDTH + 2, HEIGHT + 2), ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schematic/blood", test_blood);
  g_test_add_func ("/schematic/areas", test_areas);
  g_test_add_func ("/schematic/walls", test_walls);
  g_test_add_func ("/schematic/extremes", test_extremes);
  g_test_add_func ("/schematic/mixing-places", test_mixing_places);
  g_test_add_func ("/schematic/mixing-moves", test_mixing_moves);
  g_test_add_func ("/schematic/beads", test_beads);
  g_test_add_func ("/schematic/arrows", test_arrows);
  g_test_add_func ("/schematic/devices", test_devices);
  g_test_add_func ("/schematic/balloon", test_balloon);
  g_test_add_func ("/schematic/valves", test_valves);
  g_test_add_func ("/schematic/parts", test_parts);
  g_test_add_func ("/schematic/margins", test_margins);
  return g_test_run ();
}
