/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-beside-view.h"

#include <glib/gi18n.h>

#include "al-index-text.h"
#include "al-loop-view.h"
#include "al-widget.h"

#define N_RUNS 2

/* What stands under each loop. */
static const AlIndex numbers[] = {AL_INDEX_MAP, AL_INDEX_LV_EDP, AL_INDEX_NATIVE_CO,
                                  AL_INDEX_TOTAL_FLOW, AL_INDEX_LV_PVA};

/**
 * AlBesideView:
 *
 * Two runs of one patient side by side: the session and a branch of it, which goes on by the same
 * simulated time. A click on a run selects it; what sets things is told by "notify::selected".
 */
struct _AlBesideView {
  GtkWidget parent_instance;

  AlSession *sessions[N_RUNS]; /* the branch is the second; NULL before there is one */
  guint selected;
  gint64 seen_us; /* the time of the first to which the second has followed */

  GtkWidget *frames[N_RUNS];
  GtkToggleButton *heads[N_RUNS];
  AlLoopView *loops[N_RUNS];
  GtkLabel *labels[N_RUNS];
};

G_DEFINE_FINAL_TYPE (AlBesideView, al_beside_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Numbers */

static void
update_numbers (AlBesideView *self, guint run)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AlIndices now;

  if (!al_session_get_indices (self->sessions[run], &now))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *number = al_index_format (numbers[i], now.value[numbers[i]]);

    g_string_append_printf (text, "%s%s %s %s", i == 0 ? "" : "   ",
                            al_index_get_short_label (numbers[i]), number,
                            al_index_get_display_unit (numbers[i]));
  }
  gtk_label_set_text (self->labels[run], text->str);
}

static void
update_first_cb (AlBesideView *self)
{
  update_numbers (self, 0);
}

static void
update_second_cb (AlBesideView *self)
{
  update_numbers (self, 1);
}

static void
update_heads (AlBesideView *self)
{
  for (guint i = 0; i < N_RUNS; i++) {
    const char *devices = al_support_get_name (al_session_get_support (self->sessions[i]));
    const gboolean selected = i == self->selected;
    /* Translators: which of two runs it is, and the name of its devices */
    g_autofree char *name = g_strdup_printf (i == 0 ? _ ("Run 1: %s") : _ ("Run 2: %s"), devices);
    g_autofree char *text =
        selected ? g_strdup_printf (_ ("%s. Controls act here"), name) : g_strdup (name);

    gtk_button_set_label (GTK_BUTTON (self->heads[i]), text);
    gtk_toggle_button_set_active (self->heads[i], selected);
    if (selected)
      gtk_widget_add_css_class (self->frames[i], "selected-run");
    else
      gtk_widget_remove_css_class (self->frames[i], "selected-run");
  }
}

/* The second follows the first */

static void
follow_cb (AlBesideView *self)
{
  const gint64 now_us = al_session_get_time_us (self->sessions[0]);
  const gint64 passed_us = now_us - self->seen_us;

  self->seen_us = now_us;
  if (passed_us > 0)
    al_session_advance (self->sessions[1], passed_us);
}

/* A leap of one alone would part them for good. */
static void
restarted_cb (AlBesideView *self)
{
  al_beside_view_leave (self);
}

static void
forget_sessions (AlBesideView *self)
{
  for (guint i = 0; i < N_RUNS; i++) {
    if (self->sessions[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->sessions[i], self);
    if (self->loops[i] != NULL)
      al_loop_view_set_session (self->loops[i], NULL);
    g_clear_object (&self->sessions[i]);
  }
  self->selected = 0;
}

/* The object */

static void
toggled_cb (GtkToggleButton *head, AlBesideView *self)
{
  if (gtk_toggle_button_get_active (head) && self->sessions[1] != NULL)
    al_beside_view_select (self, head == self->heads[1]);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AlBesideView *self)
{
  GtkWidget *frame = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (self->sessions[1] != NULL)
    al_beside_view_select (self, frame == self->frames[1]);
}

static void
make_run (AlBesideView *self, guint run)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->frames[run] = box;
  self->heads[run] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->loops[run] = AL_LOOP_VIEW (al_loop_view_new ());
  self->labels[run] = GTK_LABEL (gtk_label_new (""));
  if (run > 0)
    gtk_toggle_button_set_group (self->heads[run], self->heads[0]);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self->heads[run]), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->loops[run]), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->loops[run]), TRUE);
  gtk_label_set_wrap (self->labels[run], TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->labels[run]), "numeric");
  gtk_widget_add_css_class (box, "run-beside");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heads[run]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->loops[run]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->labels[run]));
  g_signal_connect (self->heads[run], "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
al_beside_view_dispose (GObject *object)
{
  AlBesideView *self = AL_BESIDE_VIEW (object);

  forget_sessions (self);
  for (guint i = 0; i < N_RUNS; i++)
    self->loops[i] = NULL;
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_beside_view_parent_class)->dispose (object);
}

static void
al_beside_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_object (value, al_beside_view_get_selected (AL_BESIDE_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
al_beside_view_class_init (AlBesideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = al_beside_view_dispose;
  object_class->get_property = al_beside_view_get_property;
  /* The session on which controls act; NULL when there is no second run */
  properties[PROP_SELECTED] =
      g_param_spec_object ("selected", NULL, NULL, AL_TYPE_SESSION,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "besideview");
}

static void
al_beside_view_init (AlBesideView *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 12);
  for (guint i = 0; i < N_RUNS; i++)
    make_run (self, i);
}

/**
 * al_beside_view_new:
 *
 * Makes a view without runs.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_beside_view_new (void)
{
  return g_object_new (AL_TYPE_BESIDE_VIEW, NULL);
}

static void
follow_sessions (AlBesideView *self)
{
  g_signal_connect_swapped (self->sessions[0], "advanced", G_CALLBACK (follow_cb), self);
  g_signal_connect_swapped (self->sessions[0], "restarted", G_CALLBACK (restarted_cb), self);
  g_signal_connect_swapped (self->sessions[0], "beat", G_CALLBACK (update_first_cb), self);
  g_signal_connect_swapped (self->sessions[1], "beat", G_CALLBACK (update_second_cb), self);
  for (guint i = 0; i < N_RUNS; i++) {
    g_signal_connect_swapped (self->sessions[i], "settings-changed", G_CALLBACK (update_heads),
                              self);
    al_loop_view_set_session (self->loops[i], self->sessions[i]);
    update_numbers (self, i);
  }
}

/**
 * al_beside_view_branch:
 * @self: a view
 * @session: a session in which a scenario runs, and which something else drives
 *
 * Begins a second run from the state as it is, and selects it. Both have the same axes.
 *
 * When @session returns to its beginning or leaps, the second run ends.
 */
void
al_beside_view_branch (AlBesideView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_BESIDE_VIEW (self));
  g_return_if_fail (AL_IS_SESSION (session));
  forget_sessions (self);
  self->sessions[0] = g_object_ref (session);
  self->sessions[1] = al_session_branch (session);
  self->seen_us = al_session_get_time_us (session);
  self->selected = 1;
  follow_sessions (self);
  update_heads (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * al_beside_view_leave:
 * @self: a view
 *
 * Ends the second run.
 */
void
al_beside_view_leave (AlBesideView *self)
{
  g_return_if_fail (AL_IS_BESIDE_VIEW (self));
  if (self->sessions[1] == NULL)
    return;
  forget_sessions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * al_beside_view_get_selected:
 * @self: a view
 *
 * The session on which controls are to act.
 *
 * Returns: (transfer none) (nullable): a session, %NULL when there is no second run
 */
AlSession *
al_beside_view_get_selected (AlBesideView *self)
{
  g_return_val_if_fail (AL_IS_BESIDE_VIEW (self), NULL);
  return self->sessions[self->selected];
}

/**
 * al_beside_view_get_branch:
 * @self: a view
 *
 * The second run.
 *
 * Returns: (transfer none) (nullable): a session
 */
AlSession *
al_beside_view_get_branch (AlBesideView *self)
{
  g_return_val_if_fail (AL_IS_BESIDE_VIEW (self), NULL);
  return self->sessions[1];
}

/**
 * al_beside_view_select:
 * @self: a view with two runs
 * @branch: whether the second is meant
 *
 * Says on which run controls act.
 */
void
al_beside_view_select (AlBesideView *self, gboolean branch)
{
  g_return_if_fail (AL_IS_BESIDE_VIEW (self));
  g_return_if_fail (self->sessions[1] != NULL);
  if (self->selected == (guint) !!branch)
    return;
  self->selected = !!branch;
  update_heads (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * al_beside_view_set_projector:
 * @self: a view
 * @projector: whether the picture goes to a projector
 *
 * Switches to white ground, thick strokes and large text, or back.
 */
void
al_beside_view_set_projector (AlBesideView *self, gboolean projector)
{
  g_return_if_fail (AL_IS_BESIDE_VIEW (self));
  for (guint i = 0; i < N_RUNS; i++)
    al_loop_view_set_projector (self->loops[i], projector);
}
