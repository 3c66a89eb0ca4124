/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-simulator-page-private.h"

#include <glib/gi18n.h>

#include "al-change-text.h"
#include "al-driver.h"
#include "al-export-actions.h"
#include "al-session-actions.h"
#include "al-shortcuts.h"
#include "al-still.h"
#include "al-widget.h"
#include "al-wrap-layout.h"

/* Widths are for text of the usual size: larger text needs more. */

/* As the page becomes narrower than this the controls fold away, and come back as it widens. */
#define ROOMY_WIDTH 1340

/* From this width on the numbers are larger and every control is unfolded. */
#define SPACIOUS_WIDTH 1600

G_DEFINE_FINAL_TYPE (AlSimulatorPage, al_simulator_page, ADW_TYPE_BIN)

/* What the page shows */

/* What the last change did may be the answer to a question on the next. (transfer full) (nullable)
 */
static char *
describe_change (AlSimulatorPage *self)
{
  AlSettings from, to;

  if (al_session_get_held (self->session, &from, &to))
    return g_strdup (_ ("The change waits for what you expect of it."));
  return al_change_describe_session (self->session);
}

static void
update_change (AlSimulatorPage *self)
{
  g_autofree char *text = describe_change (self);

  if (text == NULL)
    return;
  if (!g_str_equal (text, gtk_label_get_text (self->change))) {
    gtk_label_set_text (self->change, text);
    al_widget_set_tooltip (GTK_WIDGET (self->change), text);
  }
}

static void
update_progress (AlSimulatorPage *self)
{
  gtk_widget_set_visible (self->settling, !al_session_get_ready (self->session));
  gtk_progress_bar_set_fraction (self->progress, al_session_get_progress (self->session));
}

/* The object */

static void
follow_roomy (AlSimulatorPage *self, gboolean roomy)
{
  if (roomy == self->roomy)
    return;
  self->roomy = roomy;
  al_simulator_page_show_controls (self, roomy);
}

static void
follow_spacious (AlSimulatorPage *self, gboolean spacious)
{
  if (spacious == self->spacious)
    return;
  self->spacious = spacious;
  if (spacious)
    gtk_widget_add_css_class (GTK_WIDGET (self), "spacious");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "spacious");
  al_control_panel_unfold (self->controls, spacious);
  al_simulator_page_update_stage (self);
}

static gboolean
is_as_wide_as (AlSimulatorPage *self, int width, int limit)
{
  return width >= limit * al_widget_get_text_scale (GTK_WIDGET (self));
}

/* Only crossing a limit counts, so that a person's own choice stays until then. */
static gboolean
follow_width_cb (gpointer user_data)
{
  AlSimulatorPage *self = user_data;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  /* A page that was closed meanwhile has no width. */
  if (width > 0) {
    follow_roomy (self, is_as_wide_as (self, width, ROOMY_WIDTH));
    follow_spacious (self, is_as_wide_as (self, width, SPACIOUS_WIDTH));
  }
  return G_SOURCE_REMOVE;
}

static void
al_simulator_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      NULL, NULL);
}

/* What depends on the width cannot be changed while widths are given out. */
static void
al_simulator_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AlSimulatorPage *self = AL_SIMULATOR_PAGE (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if (self->tour != NULL)
    al_tour_place (self->tour);
  if (self->roomy != is_as_wide_as (self, width, ROOMY_WIDTH) ||
      self->spacious != is_as_wide_as (self, width, SPACIOUS_WIDTH))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, g_object_ref (self), g_object_unref);
}

static void
al_simulator_page_dispose (GObject *object)
{
  AlSimulatorPage *self = AL_SIMULATOR_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->beside != NULL)
    g_signal_handlers_disconnect_by_data (self->beside, self);
  g_clear_object (&self->beside);
  if (self->tour != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->tour)));
  gtk_widget_dispose_template (GTK_WIDGET (self), AL_TYPE_SIMULATOR_PAGE);
  /* Actions on what the loop shows keep it alive, and it keeps them through its parent. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sim", NULL);
  g_clear_object (&self->circulation);
  g_clear_object (&self->actions);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->found, al_session_record_free);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (al_simulator_page_parent_class)->dispose (object);
}

/* Parts that the tour points at and nothing else asks for. */
static const char *const toured[] = {"devices", "four_way", "panels", "controls_button"};

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, patient);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, story);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, sources);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, presets);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, stage);
  gtk_widget_class_bind_template_child_full (widget_class, "first_run", FALSE,
                                             G_STRUCT_OFFSET (AlSimulatorPage, runs[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second_run", FALSE,
                                             G_STRUCT_OFFSET (AlSimulatorPage, runs[1]));
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, beside_bar);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, beside_label);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, strips);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, panel);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, column);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, circulation_panel);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, circulation_button);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, differences_place);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, trends_place);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, prediction_place);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, view_menu);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, time_bar);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, board);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, controls);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, controls_revealer);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_revealer);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_name);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_description);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_limits);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_limits_button);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, change);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, settling);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, progress);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, tour_offer);
  for (guint i = 0; i < G_N_ELEMENTS (toured); i++)
    gtk_widget_class_bind_template_child_full (widget_class, toured[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, al_simulator_page_take_selected);
}

static void
al_simulator_page_class_init (AlSimulatorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_simulator_page_dispose;
  widget_class->measure = al_simulator_page_measure;
  widget_class->size_allocate = al_simulator_page_size_allocate;
  g_type_ensure (AL_TYPE_WRAP_LAYOUT);
  g_type_ensure (AL_TYPE_RUN_VIEW);
  g_type_ensure (AL_TYPE_STILL);
  g_type_ensure (AL_TYPE_STRIP_VIEW);
  g_type_ensure (AL_TYPE_PRESETS_POPOVER);
  g_type_ensure (AL_TYPE_TIME_BAR);
  g_type_ensure (AL_TYPE_WARNING_BAR);
  g_type_ensure (AL_TYPE_READOUT_BOARD);
  g_type_ensure (AL_TYPE_CONTROL_PANEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-simulator-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "simulatorpage");
}

static void
follow_session (AlSimulatorPage *self)
{
  const char *const to_actions[] = {"notify::ready", "notify::playing", "notify::speed",
                                    "settings-changed", "ghosts-changed"};

  for (guint i = 0; i < G_N_ELEMENTS (to_actions); i++)
    g_signal_connect_swapped (self->session, to_actions[i],
                              G_CALLBACK (al_simulator_page_update_actions), self);
  g_signal_connect_swapped (self->session, "settings-changed",
                            G_CALLBACK (al_simulator_page_check_preset), self);
  g_signal_connect_swapped (self->session, "beat", G_CALLBACK (update_change), self);
  g_signal_connect_swapped (self->session, "ghosts-changed", G_CALLBACK (update_change), self);
  g_signal_connect_swapped (self->session, "held", G_CALLBACK (update_change), self);
  g_signal_connect_swapped (self->session, "notify::ready", G_CALLBACK (update_progress), self);
  g_signal_connect_swapped (self->session, "notify::progress", G_CALLBACK (update_progress), self);
}

static void
al_simulator_page_init (AlSimulatorPage *self)
{
  self->roomy = TRUE;
  self->session = al_session_new ();
  al_simulator_page_add_actions (self);
  al_export_actions_add (G_ACTION_MAP (self->actions), self);
  al_session_actions_add (G_ACTION_MAP (self->actions), self->session);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loop = al_run_view_get_loop (self->runs[0]);
  /* A layout manager would keep the width of the page from us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  al_simulator_page_set_up_beside (self);
  al_simulator_page_set_up_stage (self);
  al_simulator_page_set_up_guide (self);
  al_strip_view_restore (self->strips);
  al_strip_view_add_actions (self->strips, G_ACTION_MAP (self->actions));
  al_loop_view_add_actions (self->loop, G_ACTION_MAP (self->actions));
  al_strip_view_set_session (self->strips, self->session);
  al_schematic_view_set_session (self->circulation, self->session);
  al_time_bar_set_session (self->time_bar, self->session);
  al_warning_bar_set_session (self->warnings, self->session);
  al_readout_board_set_session (self->board, self->session);
  al_control_panel_set_session (self->controls, self->session);
  al_driver_attach (GTK_WIDGET (self), self->session);
  al_shortcuts_add_to_page (GTK_WIDGET (self));
  follow_session (self);
  al_simulator_page_update_actions (self);
  update_progress (self);
}

/**
 * al_simulator_page_new:
 *
 * Makes a page without patients.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
al_simulator_page_new (void)
{
  return g_object_new (AL_TYPE_SIMULATOR_PAGE, NULL);
}

/**
 * al_simulator_page_get_session:
 * @self: a page
 *
 * The session that the page shows and sets.
 *
 * Returns: (transfer none): the session
 */
AlSession *
al_simulator_page_get_session (AlSimulatorPage *self)
{
  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), NULL);
  return self->session;
}

/**
 * al_simulator_page_set_projector:
 * @self: a page
 * @projector: whether the page goes to a projector
 *
 * Switches to white ground, thick strokes, large text and no controls, or back.
 */
void
al_simulator_page_set_projector (AlSimulatorPage *self, gboolean projector)
{
  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  self->projector = projector;
  al_loop_view_set_projector (self->loop, projector);
  al_strip_view_set_projector (self->strips, projector);
  al_schematic_view_set_projector (self->circulation, projector);
  if (self->trends != NULL)
    al_trend_view_set_projector (self->trends, projector);
  al_readout_board_set_projector (self->board, projector);
  al_simulator_page_show_controls (self, self->roomy && !projector);
}

/**
 * al_simulator_page_focus_loop:
 * @self: a page
 *
 * Gives the keyboard to the loop, so that Space plays and freezes.
 */
void
al_simulator_page_focus_loop (AlSimulatorPage *self)
{
  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->loop));
}
