/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-simulator-page-private.h"

#include <glib/gi18n.h>

#include "al-window.h"

static const char *const run_names[AL_N_RUNS] = {"1", "2"};

static GSimpleAction *
get_action (AlSimulatorPage *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

/* Which of the two it is, and its devices. */
static char *
name_run (AlSimulatorPage *self, guint run)
{
  const char *devices =
      al_support_get_name (al_session_get_support (al_beside_get_run (self->beside, run)));

  /* Translators: one of two runs beside each other; %s is the name of its devices */
  return g_strdup_printf (run == 0 ? _ ("Run 1: %s") : _ ("Run 2: %s"), devices);
}

static void
update_run (AlSimulatorPage *self, guint run)
{
  const gboolean on = al_beside_get_on (self->beside);
  const gboolean selected = run == al_beside_get_selected (self->beside);
  g_autofree char *title = NULL;

  al_run_view_set_session (self->runs[run], al_beside_get_run (self->beside, run));
  gtk_widget_set_visible (GTK_WIDGET (self->runs[run]), on || run == 0);
  al_run_view_set_selected (self->runs[run], on && selected);
  if (on)
    title = name_run (self, run);
  al_run_view_set_head (self->runs[run], title,
                        selected                                   ? _ ("Controls act here")
                        : al_beside_get_catching_up (self->beside) ? _ ("Catching up…")
                                                                   : _ ("Click to select"));
}

static void
update_banner (AlSimulatorPage *self)
{
  const guint selected = al_beside_get_selected (self->beside);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->beside_bar, al_beside_get_on (self->beside));
  if (!al_beside_get_on (self->beside))
    return;
  name = name_run (self, selected);
  /* Translators: %s is such as "Run 2: VA-ECMO" */
  text = g_strdup_printf (_ ("Controls, charts and numbers are those of %s"), name);
  gtk_label_set_text (self->beside_label, text);
}

static void
update (AlSimulatorPage *self)
{
  const gboolean on = al_beside_get_on (self->beside);
  const gboolean ready = al_session_get_ready (self->session);
  const gboolean free_to_choose = on && !al_beside_get_catching_up (self->beside);

  for (guint run = 0; run < AL_N_RUNS; run++)
    update_run (self, run);
  update_banner (self);
  g_simple_action_set_enabled (get_action (self, "beside"), ready);
  g_simple_action_set_state (get_action (self, "beside"), g_variant_new_boolean (on));
  g_simple_action_set_enabled (get_action (self, "run"), free_to_choose);
  g_simple_action_set_enabled (get_action (self, "swap-run"), free_to_choose);
  g_simple_action_set_state (
      get_action (self, "run"),
      g_variant_new_string (run_names[al_beside_get_selected (self->beside)]));
}

static void
parted_cb (AlSimulatorPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (AL_IS_WINDOW (root))
    al_window_add_toast (AL_WINDOW (root),
                         _ ("The other run has ended: it could not be kept at the same time."));
}

/* Actions */

static void
beside_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  if (al_beside_get_on (self->beside))
    al_beside_leave (self->beside);
  else
    al_beside_begin (self->beside);
}

static void
run_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  for (guint run = 0; run < AL_N_RUNS; run++) {
    if (g_str_equal (g_variant_get_string (parameter, NULL), run_names[run]))
      al_beside_select (self->beside, run);
  }
}

static void
swap_run_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  al_beside_select (self->beside, 1 - al_beside_get_selected (self->beside));
}

static const GActionEntry entries[] = {
    {.name = "beside", .activate = beside_cb, .state = "false"},
    {.name = "run", .activate = run_cb, .parameter_type = "s", .state = "'1'"},
    {.name = "swap-run", .activate = swap_run_cb},
};

/* Before the loop takes the press: what is dragged is then dragged in the run that is selected. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AlSimulatorPage *self)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  al_beside_select (self->beside, view == GTK_WIDGET (self->runs[1]));
}

static void
select_on_press (AlSimulatorPage *self, guint run)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->runs[run]), GTK_EVENT_CONTROLLER (click));
}

/* Both show the same chambers and lines. */
static void
share_options (AlSimulatorPage *self)
{
  AlLoopView *second = al_run_view_get_loop (self->runs[1]);

  for (int option = 0; option < AL_N_LOOP_OPTIONS; option++) {
    const char *name = al_loop_view_get_option_name ((AlLoopOption) option);

    g_object_bind_property (self->loop, name, second, name, G_BINDING_SYNC_CREATE);
  }
  g_object_bind_property (self->loop, "projector", second, "projector", G_BINDING_SYNC_CREATE);
}

void
al_simulator_page_set_up_beside (AlSimulatorPage *self)
{
  self->beside = al_beside_new (self->session);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  share_options (self);
  for (guint run = 0; run < AL_N_RUNS; run++)
    select_on_press (self, run);
  g_signal_connect_swapped (self->beside, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->beside, "parted", G_CALLBACK (parted_cb), self);
  g_signal_connect_swapped (self->session, "notify::ready", G_CALLBACK (update), self);
  update (self);
}
