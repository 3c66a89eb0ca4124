/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-projection-actions.h"

#include <glib/gi18n.h>

/**
 * AlProjection:
 *
 * The actions of a lecturer: a window for the room, a pen, a light, a blank screen, and what keeps
 * a lecture from being spoilt.
 */
struct _AlProjection {
  GObject parent_instance;

  GtkApplicationWindow *window; /* not owned: it owns this */
  AlSimulatorPage *page;        /* weak */
  AlSlate *slate;               /* weak; over the window of the presenter */
  GtkLabel *note;               /* weak; what is on, in the header */
  AlSession *session;
  AlInk *ink;
  AlAudienceWindow *audience; /* NULL while there is none */
  guint cookie;               /* while the screen must not go dark */
};

G_DEFINE_FINAL_TYPE (AlProjection, al_projection, G_TYPE_OBJECT)

static GSimpleAction *
get_action (AlProjection *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->window), name));
}

static gboolean
is_on (AlProjection *self, const char *name)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (get_action (self, name)));

  return g_variant_get_boolean (state);
}

static void
set_on (AlProjection *self, const char *name, gboolean on)
{
  g_simple_action_set_state (get_action (self, name), g_variant_new_boolean (on));
}

/* What is on */

static void
add_note (GPtrArray *notes, gboolean on, const char *text)
{
  if (on)
    g_ptr_array_add (notes, (gpointer) text);
}

/* The room must not be left in the dark, or with an old picture, because it was forgotten. */
static void
update_note (AlProjection *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = NULL;
  const AlTool tool = al_ink_get_tool (self->ink);
  const gboolean red = al_ink_get_red (self->ink);

  add_note (notes, tool == AL_TOOL_PEN, red ? _ ("Red pen (Esc)") : _ ("Black pen (Esc)"));
  add_note (notes, tool == AL_TOOL_SPOTLIGHT, _ ("Spotlight (Esc)"));
  add_note (notes, is_on (self, "projector-check"), _ ("Projector check (Esc)"));
  add_note (notes, is_on (self, "lock"), _ ("Locked (K)"));
  add_note (notes, is_on (self, "freeze-audience"), _ ("Room sees a still (F)"));
  add_note (notes, self->audience != NULL && is_on (self, "blank"), _ ("Room sees nothing (B)"));
  g_ptr_array_add (notes, NULL);
  text = g_strjoinv (" · ", (char **) notes->pdata);
  gtk_label_set_text (self->note, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), text[0] != '\0');
}

static void
update_actions (AlProjection *self)
{
  const AlTool tool = al_ink_get_tool (self->ink);
  const gboolean drawn = al_ink_get_n_strokes (self->ink) > 0;
  const gboolean frozen = is_on (self, "freeze-audience");
  const gboolean blank = is_on (self, "blank");

  set_on (self, "pen", tool == AL_TOOL_PEN);
  set_on (self, "spotlight", tool == AL_TOOL_SPOTLIGHT);
  set_on (self, "red-pen", al_ink_get_red (self->ink));
  g_simple_action_set_enabled (get_action (self, "red-pen"), tool == AL_TOOL_PEN);
  g_simple_action_set_enabled (get_action (self, "undo-stroke"), drawn);
  g_simple_action_set_enabled (get_action (self, "clear-strokes"), drawn);
  /* Nothing but a picture can stand still. */
  g_simple_action_set_enabled (get_action (self, "freeze-audience"),
                               self->audience != NULL && (frozen || !blank));
  g_simple_action_set_enabled (get_action (self, "leave-tool"),
                               tool != AL_TOOL_NONE || is_on (self, "projector-check") ||
                                   (blank && self->audience == NULL));
  update_note (self);
}

/* Without a window of its own, the room sees this one. */
static void
update_blank (AlProjection *self)
{
  const gboolean blank = is_on (self, "blank");

  al_slate_set_blank (self->slate, blank && self->audience == NULL);
  if (self->audience != NULL)
    al_slate_set_blank (al_audience_window_get_slate (self->audience), blank);
  update_actions (self);
}

/* A projector that goes dark in the middle of a sentence has no picture for a minute. */
static void
update_inhibit (AlProjection *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  const gboolean projecting = self->audience != NULL || is_on (self, "projector") ||
                              gtk_window_is_fullscreen (GTK_WINDOW (self->window));

  if (application == NULL || projecting == (self->cookie != 0))
    return;
  if (projecting) {
    self->cookie = gtk_application_inhibit (
        application, GTK_WINDOW (self->window),
        GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND, _ ("A lecture is held"));
  } else {
    gtk_application_uninhibit (application, self->cookie);
    self->cookie = 0;
  }
}

/* The window of the room */

static void
update_patient (AlProjection *self)
{
  if (self->audience != NULL)
    al_audience_window_set_patient (self->audience,
                                    al_simulator_page_get_patient_name (self->page));
}

/* The room sees beside the loop what the presenter sees there: the charts, or where these are not
 * shown the circulation. On another page it keeps what it has. */
static void
update_room (AlProjection *self)
{
  if (self->audience == NULL || self->page == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    return;
  al_audience_window_show_circulation (
      self->audience, gtk_widget_get_mapped (al_simulator_page_get_circulation (self->page)) &&
                          !gtk_widget_get_mapped (al_simulator_page_get_charts (self->page)));
}

static void
follow_page (AlProjection *self)
{
  GtkWidget *const seen[] = {al_simulator_page_get_charts (self->page),
                             al_simulator_page_get_circulation (self->page)};

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++) {
    g_signal_connect_object (seen[i], "map", G_CALLBACK (update_room), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (seen[i], "unmap", G_CALLBACK (update_room), self, G_CONNECT_SWAPPED);
  }
}

static void
audience_gone_cb (AlProjection *self)
{
  self->audience = NULL;
  set_on (self, "audience", FALSE);
  set_on (self, "freeze-audience", FALSE);
  set_on (self, "blank", FALSE);
  update_blank (self);
  update_inhibit (self);
}

/* The keys of the simulator act wherever the keyboard is. */
static gboolean
forward_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, AlProjection *self)
{
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (self->page));
}

static void
share_keys (AlProjection *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (forward_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->audience), keys);
}

/* The room sees the same chambers and lines as the presenter. */
static void
share_options (AlProjection *self)
{
  AlLoopView *from = al_simulator_page_get_loop (self->page);
  AlLoopView *to = al_audience_window_get_loop (self->audience);

  for (int option = 0; option < AL_N_LOOP_OPTIONS; option++) {
    const char *name = al_loop_view_get_option_name ((AlLoopOption) option);

    g_object_bind_property (from, name, to, name, G_BINDING_SYNC_CREATE);
  }
}

static void
open_audience (AlProjection *self)
{
  self->audience = al_audience_window_new (self->session, self->ink);
  g_signal_connect_swapped (self->audience, "destroy", G_CALLBACK (audience_gone_cb), self);
  share_options (self);
  g_object_bind_property (al_simulator_page_get_warnings (self->page), "most-urgent",
                          self->audience, "warning", G_BINDING_SYNC_CREATE);
  share_keys (self);
  update_patient (self);
  update_room (self);
  al_audience_window_present_beside (self->audience, GTK_WINDOW (self->window));
  update_blank (self);
  update_inhibit (self);
}

/* Actions */

static void
change_audience_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AlProjection *self = user_data;
  const gboolean open = g_variant_get_boolean (state);

  if (open == (self->audience != NULL))
    return;
  g_simple_action_set_state (action, state);
  if (open)
    open_audience (self);
  else
    gtk_window_destroy (GTK_WINDOW (self->audience));
}

static void
change_freeze_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AlProjection *self = user_data;

  if (self->audience == NULL)
    return;
  g_simple_action_set_state (action, state);
  al_slate_set_frozen (al_audience_window_get_slate (self->audience),
                       g_variant_get_boolean (state));
  update_actions (self);
}

static void
change_blank_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  update_blank (AL_PROJECTION (user_data));
}

/* Only a picture that stands still can be drawn on. */
static void
change_pen_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AlProjection *self = user_data;
  const gboolean on = g_variant_get_boolean (state);

  if (on)
    al_session_set_playing (self->session, FALSE);
  al_ink_set_tool (self->ink, on ? AL_TOOL_PEN : AL_TOOL_NONE);
}

static void
change_spotlight_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  al_ink_set_tool (AL_PROJECTION (user_data)->ink,
                   g_variant_get_boolean (state) ? AL_TOOL_SPOTLIGHT : AL_TOOL_NONE);
}

static void
change_red_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  al_ink_set_red (AL_PROJECTION (user_data)->ink, g_variant_get_boolean (state));
}

static void
undo_stroke_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_ink_undo_stroke (AL_PROJECTION (user_data)->ink);
}

static void
clear_strokes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_ink_clear (AL_PROJECTION (user_data)->ink);
}

static void
change_check_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AlProjection *self = user_data;

  g_simple_action_set_state (action, state);
  al_slate_set_veiled (self->slate, g_variant_get_boolean (state));
  update_actions (self);
}

static void
change_lock_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AlProjection *self = user_data;

  g_simple_action_set_state (action, state);
  al_simulator_page_set_locked (self->page, g_variant_get_boolean (state));
  update_actions (self);
}

/* The uppermost goes first. */
static void
leave_tool_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlProjection *self = user_data;
  GActionGroup *actions = G_ACTION_GROUP (self->window);

  if (self->audience == NULL && is_on (self, "blank"))
    g_action_group_change_action_state (actions, "blank", g_variant_new_boolean (FALSE));
  else if (al_ink_get_tool (self->ink) != AL_TOOL_NONE)
    al_ink_set_tool (self->ink, AL_TOOL_NONE);
  else
    g_action_group_change_action_state (actions, "projector-check", g_variant_new_boolean (FALSE));
}

static const GActionEntry entries[] = {
    {.name = "audience", .state = "false", .change_state = change_audience_cb},
    {.name = "freeze-audience", .state = "false", .change_state = change_freeze_cb},
    {.name = "blank", .state = "false", .change_state = change_blank_cb},
    {.name = "pen", .state = "false", .change_state = change_pen_cb},
    {.name = "red-pen", .state = "false", .change_state = change_red_cb},
    {.name = "undo-stroke", .activate = undo_stroke_cb},
    {.name = "clear-strokes", .activate = clear_strokes_cb},
    {.name = "spotlight", .state = "false", .change_state = change_spotlight_cb},
    {.name = "leave-tool", .activate = leave_tool_cb},
    {.name = "projector-check", .state = "false", .change_state = change_check_cb},
    {.name = "lock", .state = "false", .change_state = change_lock_cb},
};

/* The session */

/* What was drawn belongs to the picture that stood still. */
static void
follow_playing (AlProjection *self)
{
  if (!al_session_get_playing (self->session))
    return;
  al_ink_clear (self->ink);
  if (al_ink_get_tool (self->ink) == AL_TOOL_PEN)
    al_ink_set_tool (self->ink, AL_TOOL_NONE);
}

static void
follow_restart (AlProjection *self)
{
  al_ink_clear (self->ink);
  update_patient (self);
}

static void
follow (AlProjection *self)
{
  g_signal_connect_swapped (self->ink, "changed", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (self->session, "notify::playing", G_CALLBACK (follow_playing), self);
  g_signal_connect_swapped (self->session, "notify::ready", G_CALLBACK (update_patient), self);
  g_signal_connect_swapped (self->session, "restarted", G_CALLBACK (follow_restart), self);
  g_signal_connect_swapped (self->window, "notify::fullscreened", G_CALLBACK (update_inhibit),
                            self);
  g_signal_connect_swapped (self->window, "action-state-changed::projector",
                            G_CALLBACK (update_inhibit), self);
}

/* The object */

static void
al_projection_dispose (GObject *object)
{
  AlProjection *self = AL_PROJECTION (object);
  GtkApplication *application;

  if (self->audience != NULL) {
    g_signal_handlers_disconnect_by_data (self->audience, self);
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->audience)));
  }
  if (self->window != NULL) {
    application = gtk_window_get_application (GTK_WINDOW (self->window));
    if (self->cookie != 0 && application != NULL)
      gtk_application_uninhibit (application, self->cookie);
    g_signal_handlers_disconnect_by_data (self->window, self);
    for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
      g_action_map_remove_action (G_ACTION_MAP (self->window), entries[i].name);
    self->window = NULL;
  }
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->ink != NULL)
    g_signal_handlers_disconnect_by_data (self->ink, self);
  g_set_weak_pointer (&self->page, NULL);
  g_set_weak_pointer (&self->slate, NULL);
  g_set_weak_pointer (&self->note, NULL);
  g_clear_object (&self->session);
  g_clear_object (&self->ink);
  G_OBJECT_CLASS (al_projection_parent_class)->dispose (object);
}

static void
al_projection_class_init (AlProjectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = al_projection_dispose;
}

static void
al_projection_init (AlProjection *self)
{
  self->ink = al_ink_new ();
}

/**
 * al_projection_new:
 * @window: the window of the presenter, with an action `projector`; it owns the result
 * @page: the simulator in it
 * @slate: what lies over its content
 * @note: where to say what is on
 *
 * Adds what a lecturer needs to a window, as its actions.
 *
 * Returns: (transfer full): a new object, to be let go of before the window
 */
AlProjection *
al_projection_new (GtkApplicationWindow *window, AlSimulatorPage *page, AlSlate *slate,
                   GtkLabel *note)
{
  AlProjection *self;

  g_return_val_if_fail (GTK_IS_APPLICATION_WINDOW (window), NULL);
  self = g_object_new (AL_TYPE_PROJECTION, NULL);
  self->window = window;
  g_set_weak_pointer (&self->page, page);
  g_set_weak_pointer (&self->slate, slate);
  g_set_weak_pointer (&self->note, note);
  self->session = g_object_ref (al_simulator_page_get_session (page));
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  al_simulator_page_set_up_slate (page, slate);
  al_slate_set_ink (slate, self->ink);
  follow (self);
  follow_page (self);
  update_actions (self);
  return self;
}

/**
 * al_projection_get_audience:
 * @self: a projection
 *
 * The window of the room.
 *
 * Returns: (transfer none) (nullable): the window, %NULL while there is none
 */
AlAudienceWindow *
al_projection_get_audience (AlProjection *self)
{
  g_return_val_if_fail (AL_IS_PROJECTION (self), NULL);
  return self->audience;
}
