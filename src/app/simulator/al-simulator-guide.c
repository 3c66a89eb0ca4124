/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-simulator-page-private.h"

#include "al-preferences.h"

/* Whoever took the tour, or declined it, is not asked again. */
static void
set_offered (AlSimulatorPage *self, gboolean offered)
{
  gtk_revealer_set_reveal_child (self->tour_offer, offered);
  gtk_widget_set_visible (GTK_WIDGET (self->tour_offer), offered);
  if (!offered)
    al_preferences_set_tour_offered (al_preferences_get_default (), FALSE);
}

static void
decline_tour_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_offered (AL_SIMULATOR_PAGE (user_data), FALSE);
  al_simulator_page_focus_loop (AL_SIMULATOR_PAGE (user_data));
}

static const GActionEntry action_entries[] = {
    {.name = "decline-tour", .activate = decline_tour_cb},
};

void
al_simulator_page_set_up_guide (AlSimulatorPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  if (al_preferences_get_tour_offered (al_preferences_get_default ()))
    set_offered (self, TRUE);
}

/**
 * al_simulator_page_start_tour:
 * @self: a page that is shown
 *
 * Leads through the parts of the page, from the first.
 */
void
al_simulator_page_start_tour (AlSimulatorPage *self)
{
  GtkWidget *focus;

  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  /* The tour gives the keyboard back to what has it now: that must outlast menu and offer. */
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tour_offer)))
    al_simulator_page_focus_loop (self);
  set_offered (self, FALSE);
  if (self->tour == NULL)
    self->tour = AL_TOUR (al_tour_new (GTK_WIDGET (self)));
  al_tour_start (self->tour);
}
