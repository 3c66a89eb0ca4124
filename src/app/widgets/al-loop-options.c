/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view-private.h"

#include <glib/gi18n.h>

#include "al-preferences.h"

static const struct {
  const char *name;
  const char *action;
  const char *label;
} options[AL_N_LOOP_OPTIONS] = {
    [AL_LOOP_SHOW_RV] = {"show-rv", "sim.show-rv", N_ ("_Right ventricle")},
    [AL_LOOP_SHOW_ATRIA] = {"show-atria", "sim.show-atria", N_ ("_Atria")},
    [AL_LOOP_SHOW_EA] = {"show-ea", "sim.show-ea", N_ ("Arterial _elastance (Ea)")},
    [AL_LOOP_SHOW_PVA] = {"show-pva", "sim.show-pva", N_ ("_Work and potential energy")},
    [AL_LOOP_SHOW_EVENTS] = {"show-events", "sim.show-events", N_ ("_Names of valve events")},
};

/**
 * al_loop_view_get_option_name:
 * @option: what can be shown on request
 *
 * The name of its property and of its action.
 */
const char *
al_loop_view_get_option_name (AlLoopOption option)
{
  return options[option].name;
}

void
al_loop_view_update_label (AlLoopView *self)
{
  g_autoptr (GString) text = g_string_new (_ ("Pressure-volume loop of the left ventricle"));

  for (guint i = 0; i < self->n_companions; i++)
    g_string_append_printf (text, ", %s", al_cavity_get_name (self->companions[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

static void
choose_companions (AlLoopView *self)
{
  self->n_companions = 0;
  if (self->shown[AL_LOOP_SHOW_RV])
    self->companions[self->n_companions++] = AL_CAVITY_RV;
  if (self->shown[AL_LOOP_SHOW_ATRIA]) {
    self->companions[self->n_companions++] = AL_CAVITY_LA;
    self->companions[self->n_companions++] = AL_CAVITY_RA;
  }
  al_pv_plot_set_n_companions (self->plot, self->n_companions);
}

void
al_loop_view_follow_options (AlLoopView *self)
{
  al_pv_plot_set_ea_visible (self->plot, self->shown[AL_LOOP_SHOW_EA]);
  al_pv_plot_set_pva_visible (self->plot, self->shown[AL_LOOP_SHOW_PVA]);
  al_pv_plot_set_event_names_visible (self->plot, self->shown[AL_LOOP_SHOW_EVENTS]);
  choose_companions (self);
  al_loop_view_update_label (self);
  if (self->session != NULL) {
    al_loop_view_update_companions (self);
    al_loop_view_update_ghosts (self);
    al_loop_view_follow_axes (self);
    al_loop_view_update_description (self);
  }
  al_loop_view_drop_beat (self);
}

static void
save_options_cb (AlLoopView *self)
{
  const char *names[AL_N_LOOP_OPTIONS + 1] = {NULL};
  guint n_names = 0;

  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++) {
    if (self->shown[i])
      names[n_names++] = options[i].name;
  }
  al_preferences_set_loop (al_preferences_get_default (), names);
}

static void
load_options (AlLoopView *self)
{
  g_auto (GStrv) names = al_preferences_dup_loop (al_preferences_get_default ());

  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++)
    al_loop_view_set_shown (self, (AlLoopOption) i,
                            g_strv_contains ((const char *const *) names, options[i].name));
}

/**
 * al_loop_view_add_actions:
 * @self: a view
 * @map: the actions of its page, which are called `sim.`
 *
 * Adds an action for each option. What was shown last time is shown again, and from then on every
 * choice is remembered.
 */
void
al_loop_view_add_actions (AlLoopView *self, GActionMap *map)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self));
  load_options (self);
  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++) {
    g_autoptr (GPropertyAction) action =
        g_property_action_new (options[i].name, self, options[i].name);
    g_autofree char *signal = g_strconcat ("notify::", options[i].name, NULL);

    g_action_map_add_action (map, G_ACTION (action));
    g_signal_connect (self, signal, G_CALLBACK (save_options_cb), NULL);
  }
}

/**
 * al_loop_view_get_menu:
 *
 * A menu of what al_loop_view_add_actions() adds, for a button on the page.
 *
 * Returns: (transfer full): a new menu
 */
GMenuModel *
al_loop_view_get_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++)
    g_menu_append (menu, _ (options[i].label), options[i].action);
  return G_MENU_MODEL (menu);
}
