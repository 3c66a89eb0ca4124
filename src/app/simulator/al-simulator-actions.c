/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-simulator-page-private.h"

#include <glib/gi18n.h>

#define SLOW_SPEED 0.25

static const char *const support_names[] = {
    [AL_SUPPORT_NONE] = "baseline",
    [AL_SUPPORT_IABP] = "iabp",
    [AL_SUPPORT_ECMO] = "ecmo",
    [AL_SUPPORT_BOTH] = "both",
};

static void
set_action_state (AlSimulatorPage *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_action_enabled (AlSimulatorPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* No button stands for what has no name. */
static const char *
get_support_name (AlSupport support)
{
  return support < G_N_ELEMENTS (support_names) ? support_names[support] : "";
}

void
al_simulator_page_update_actions (AlSimulatorPage *self)
{
  gboolean ready = al_session_get_ready (self->session);
  gboolean playing = al_session_get_playing (self->session);
  const char *const always[] = {"play", "step-beat", "keep-ghost", "support", "fit-axes"};
  AlSettings asked;

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    set_action_enabled (self, always[i], ready);
  set_action_enabled (self, "reset", ready && !self->locked);
  set_action_enabled (self, "clear-ghosts", ready && al_session_get_n_ghosts (self->session) > 0);
  set_action_state (self, "play", g_variant_new_boolean (playing));
  al_session_get_asked (self->session, &asked);
  set_action_state (self, "support",
                    g_variant_new_string (get_support_name (al_support_of (&asked))));
}

/* Actions */

static void
play_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  al_session_set_playing (self->session, !al_session_get_playing (self->session));
}

static void
step_beat_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  al_session_set_playing (self->session, FALSE);
  al_session_step_beat (self->session);
}

static void
slow_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;
  gboolean slow = al_session_get_speed (self->session) < 1;

  al_session_set_speed (self->session, slow ? 1 : SLOW_SPEED);
}

static void
keep_ghost_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_keep_ghost (AL_SIMULATOR_PAGE (user_data)->session, NULL);
}

static void
clear_ghosts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_clear_ghosts (AL_SIMULATOR_PAGE (user_data)->session);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_reset (AL_SIMULATOR_PAGE (user_data)->session);
}

static void
fit_axes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_fit_axes (AL_SIMULATOR_PAGE (user_data)->session);
}

static void
support_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  for (int support = 0; support < (int) G_N_ELEMENTS (support_names); support++) {
    if (g_str_equal (g_variant_get_string (parameter, NULL), support_names[support]))
      al_session_set_support (self->session, (AlSupport) support);
  }
}

void
al_simulator_page_show_controls (AlSimulatorPage *self, gboolean shown)
{
  gtk_revealer_set_reveal_child (self->controls_revealer, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->controls_revealer), shown);
  set_action_state (self, "controls", g_variant_new_boolean (shown));
}

static void
controls_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  al_simulator_page_show_controls (self, !gtk_revealer_get_reveal_child (self->controls_revealer));
}

static void
panel_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = AL_SIMULATOR_PAGE (user_data);
  const char *name = g_variant_get_string (parameter, NULL);

  /* The questions hold every change back, so the way in is the way out as well. */
  if (g_str_equal (name, "predict") && self->prediction != NULL &&
      al_prediction_view_get_on (self->prediction))
    al_prediction_view_set_on (self->prediction, FALSE);
  else
    al_simulator_page_show_panel (self, name);
}

static void
close_preset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_revealer_set_reveal_child (AL_SIMULATOR_PAGE (user_data)->preset_revealer, FALSE);
}

static const GActionEntry action_entries[] = {
    {.name = "play", .activate = play_cb, .state = "false"},
    {.name = "step-beat", .activate = step_beat_cb},
    {.name = "slow", .activate = slow_cb},
    {.name = "keep-ghost", .activate = keep_ghost_cb},
    {.name = "clear-ghosts", .activate = clear_ghosts_cb},
    {.name = "reset", .activate = reset_cb},
    {.name = "fit-axes", .activate = fit_axes_cb},
    {.name = "support", .activate = support_cb, .parameter_type = "s", .state = "'baseline'"},
    {.name = "controls", .activate = controls_cb, .state = "true"},
    {.name = "panel", .activate = panel_cb, .parameter_type = "s", .state = "'charts'"},
    {.name = "close-preset", .activate = close_preset_cb},
};

void
al_simulator_page_add_actions (AlSimulatorPage *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sim", G_ACTION_GROUP (self->actions));
}
