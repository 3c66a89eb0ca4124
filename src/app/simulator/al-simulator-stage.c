/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-simulator-page-private.h"

#include <glib/gi18n.h>

#include "al-widget.h"

/* The loop is square, or wider where there is room; the panel beside it keeps at least its share
 * of the width. */
#define PANEL_SHARE 0.38
#define LOOP_SHARE  0.48
#define WIDEST_LOOP 1.25 /* of its height */
#define STAGE_GAP   12

/* The stage is never drawn lower than this, whatever the height of the window: for text of the
 * usual size. */
#define STAGE_MIN_HEIGHT 300

/* The circulation between them, where there is room for a column of its own. */
#define COLUMN_SHARE  0.25
#define COLUMN_ASPECT 0.77 /* of its height, at most */

#define CHARTS      "charts"
#define CIRCULATION "circulation"
#define DIFFERENCES "differences"
#define TRENDS      "trends"
#define PREDICT     "predict"

static void
measure_stage (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
               int *natural, int *minimum_baseline, int *natural_baseline)
{
  int sum = -STAGE_GAP;
  int highest = (int) (STAGE_MIN_HEIGHT * al_widget_get_text_scale (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, orientation, -1, &child_minimum, NULL, NULL, NULL);
    sum += child_minimum + STAGE_GAP;
    highest = MAX (highest, child_minimum);
  }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? sum : highest;
  *natural = *minimum;
}

/* One part of the stage, from its left edge as it would be read from left to right. */
static void
place (GtkWidget *part, int stage_width, int left, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (part) == GTK_TEXT_DIR_RTL;
  const float x = (float) (rtl ? stage_width - left - width : left);

  gtk_widget_allocate (part, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, 0)));
}

/* How wide a loop is, of one or two. The panel keeps its share, and more if it needs it. */
static int
get_side (GtkWidget *panel, int width, int height, gboolean beside)
{
  int minimum, room;

  gtk_widget_measure (panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width -= STAGE_GAP;
  room = MIN (width - minimum, (int) ((1 - PANEL_SHARE) * width));
  if (beside)
    return (int) MIN (WIDEST_LOOP * height, (room - STAGE_GAP) / 2.0);
  return (int) MIN (CLAMP (LOOP_SHARE * width, height, WIDEST_LOOP * height), room);
}

static void
allocate_stage (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  GtkWidget *column = gtk_widget_get_next_sibling (second);
  GtkWidget *panel = gtk_widget_get_next_sibling (column);
  const gboolean beside = gtk_widget_should_layout (second);
  int left = 0, rest = width, side;

  if (gtk_widget_should_layout (column)) {
    side = (int) MIN (COLUMN_SHARE * width, COLUMN_ASPECT * height);
    rest -= side + STAGE_GAP;
  }
  side = get_side (panel, rest, height, beside);
  place (first, width, 0, side, height);
  left = side + STAGE_GAP;
  if (beside) {
    place (second, width, left, side, height);
    left += side + STAGE_GAP;
  }
  if (gtk_widget_should_layout (column)) {
    place (column, width, left, width - rest - STAGE_GAP, height);
    left += width - rest;
  }
  place (panel, width, left, width - left, height);
}

/* A second run takes the room of the column. */
static gboolean
has_column (AlSimulatorPage *self)
{
  return self->spacious && !al_beside_get_on (self->beside);
}

/* The circulation is drawn once: in its column, or as one of the panels. */
void
al_simulator_page_update_stage (AlSimulatorPage *self)
{
  const gboolean column = has_column (self);
  AdwBin *from = column ? self->circulation_panel : self->column;
  AdwBin *to = column ? self->column : self->circulation_panel;

  if (adw_bin_get_child (to) == NULL) {
    adw_bin_set_child (from, NULL);
    adw_bin_set_child (to, GTK_WIDGET (self->circulation));
  }
  gtk_widget_set_visible (GTK_WIDGET (self->column), column);
  gtk_widget_set_visible (self->circulation_button, !column);
  if (column && g_strcmp0 (gtk_stack_get_visible_child_name (self->panel), CIRCULATION) == 0)
    al_simulator_page_show_panel (self, CHARTS);
}

/* Who leaves the questions returns to the charts. */
static void
follow_prediction_cb (AlSimulatorPage *self)
{
  if (!al_prediction_view_get_on (self->prediction) &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->panel), PREDICT) == 0)
    al_simulator_page_show_panel (self, CHARTS);
}

static void
make_differences (AlSimulatorPage *self)
{
  AlDifferenceTable *differences = AL_DIFFERENCE_TABLE (al_difference_table_new ());

  al_difference_table_set_session (differences, self->session);
  adw_bin_set_child (self->differences_place, GTK_WIDGET (differences));
}

static void
make_trends (AlSimulatorPage *self)
{
  self->trends = AL_TREND_VIEW (al_trend_view_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->trends), "plot");
  al_trend_view_set_session (self->trends, self->session);
  al_trend_view_set_projector (self->trends, self->projector);
  adw_bin_set_child (self->trends_place, GTK_WIDGET (self->trends));
}

static void
make_prediction (AlSimulatorPage *self)
{
  self->prediction = AL_PREDICTION_VIEW (al_prediction_view_new ());
  al_prediction_view_set_session (self->prediction, self->session);
  g_signal_connect_object (self->prediction, "notify::on", G_CALLBACK (follow_prediction_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->prediction_place, GTK_WIDGET (self->prediction));
}

/* The charts are there from the beginning, and the circulation has two places. */
static void
make_panel (AlSimulatorPage *self, const char *name)
{
  if (g_str_equal (name, DIFFERENCES) && adw_bin_get_child (self->differences_place) == NULL)
    make_differences (self);
  else if (g_str_equal (name, TRENDS) && self->trends == NULL)
    make_trends (self);
  else if (g_str_equal (name, PREDICT) && self->prediction == NULL)
    make_prediction (self);
}

/* Shows one thing beside the loop. */
void
al_simulator_page_show_panel (AlSimulatorPage *self, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "panel");

  if (gtk_stack_get_child_by_name (self->panel, name) == NULL ||
      (has_column (self) && g_str_equal (name, CIRCULATION)))
    return;
  make_panel (self, name);
  gtk_stack_set_visible_child_name (self->panel, name);
  if (self->prediction != NULL)
    al_prediction_view_set_on (self->prediction, g_str_equal (name, PREDICT));
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
}

/* What the loop and the charts show, in one menu. */
static GMenuModel *
make_view_menu (AlSimulatorPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) loop = al_loop_view_get_menu ();
  g_autoptr (GMenu) runs = g_menu_new ();
  GMenuModel *charts = al_strip_view_get_menu (self->strips);

  g_menu_append (runs, _ ("Two _Runs Side by Side"), "sim.beside");
  g_menu_append_section (menu, _ ("Loop"), loop);
  g_menu_append_submenu (menu, _ ("Charts"), charts);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (runs));
  return G_MENU_MODEL (menu);
}

void
al_simulator_page_set_up_stage (AlSimulatorPage *self)
{
  g_autoptr (GMenuModel) menu = NULL;

  self->circulation = g_object_ref_sink (AL_SCHEMATIC_VIEW (al_schematic_view_new ()));
  gtk_widget_add_css_class (GTK_WIDGET (self->circulation), "plot");
  gtk_widget_set_layout_manager (self->stage,
                                 gtk_custom_layout_new (NULL, measure_stage, allocate_stage));
  al_simulator_page_update_stage (self);
  menu = make_view_menu (self);
  al_widget_set_menu (self->view_menu, menu);
  g_signal_connect_swapped (self->beside, "changed", G_CALLBACK (al_simulator_page_update_stage),
                            self);
}

/**
 * al_simulator_page_set_up_slate:
 * @self: a page
 * @slate: what lies over the window of the page
 *
 * Says what can be drawn on and pointed at.
 */
void
al_simulator_page_set_up_slate (AlSimulatorPage *self, AlSlate *slate)
{
  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  al_slate_set_place (slate, AL_PLACE_LOOP, GTK_WIDGET (self->loop));
  al_slate_set_place (slate, AL_PLACE_CHARTS, GTK_WIDGET (self->strips));
  al_slate_set_pointed (slate, self->stage);
}

/**
 * al_simulator_page_get_loop:
 * @self: a page
 *
 * The loop of the first run.
 *
 * Returns: (transfer none): a widget
 */
AlLoopView *
al_simulator_page_get_loop (AlSimulatorPage *self)
{
  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), NULL);
  return self->loop;
}

/**
 * al_simulator_page_get_charts:
 * @self: a page
 *
 * The strip charts of the first run, mapped while they are what is shown.
 *
 * Returns: (transfer none): a widget
 */
GtkWidget *
al_simulator_page_get_charts (AlSimulatorPage *self)
{
  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), NULL);
  return GTK_WIDGET (self->strips);
}

/**
 * al_simulator_page_get_circulation:
 * @self: a page
 *
 * The drawing of the circulation, mapped while it is shown.
 *
 * Returns: (transfer none): a widget
 */
GtkWidget *
al_simulator_page_get_circulation (AlSimulatorPage *self)
{
  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), NULL);
  return GTK_WIDGET (self->circulation);
}

/**
 * al_simulator_page_get_warnings:
 * @self: a page
 *
 * What says what is wrong with the patient.
 *
 * Returns: (transfer none): a [class@WarningBar]
 */
GtkWidget *
al_simulator_page_get_warnings (AlSimulatorPage *self)
{
  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), NULL);
  return GTK_WIDGET (self->warnings);
}

/**
 * al_simulator_page_set_locked:
 * @self: a page
 * @locked: whether settings are safe from the pointer
 *
 * Lets a nudge in a lecture ruin nothing: controls, patients, presets and the way back to the start
 * take no input. The other keys and the buttons of the devices still do what they say.
 */
void
al_simulator_page_set_locked (AlSimulatorPage *self, gboolean locked)
{
  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  self->locked = !!locked;
  al_simulator_page_update_actions (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->controls), !locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->patient), !locked);
  gtk_widget_set_sensitive (gtk_widget_get_parent (GTK_WIDGET (self->presets)), !locked);
}
