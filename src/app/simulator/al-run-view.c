/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-run-view.h"

#include "al-index-text.h"
#include "al-widget.h"

/* What tells two runs apart at a glance. */
static const AlIndex numbers[] = {AL_INDEX_MAP, AL_INDEX_TOTAL_FLOW, AL_INDEX_LV_SV,
                                  AL_INDEX_LV_EDP, AL_INDEX_LV_PVA};

#define N_NUMBERS G_N_ELEMENTS (numbers)

/**
 * AlRunView:
 *
 * The loop of a run. Beside another it has a head, which says which run it is, and its numbers.
 */
struct _AlRunView {
  GtkWidget parent_instance;

  AlSession *session;
  AlLoopView *loop;
  GtkWidget *head;
  GtkLabel *title;
  GtkLabel *note;
  GtkWidget *board;
  GtkLabel *values[N_NUMBERS];
};

G_DEFINE_FINAL_TYPE (AlRunView, al_run_view, GTK_TYPE_WIDGET)

static void
show_number (AlRunView *self, guint position, const AlIndices *now)
{
  const AlIndex index = numbers[position];
  g_autofree char *value = al_index_format (index, now->value[index]);
  g_autofree char *spoken = NULL;

  if (g_str_equal (value, gtk_label_get_text (self->values[position])))
    return;
  gtk_label_set_text (self->values[position], value);
  spoken = g_strdup_printf ("%s %s %s", al_index_get_short_label (index), value,
                            al_index_get_display_unit (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->values[position]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Alone, a run has its numbers on the board of the page. */
static void
update_numbers (AlRunView *self)
{
  AlIndices now;

  if (!gtk_widget_get_visible (self->board) || !al_session_get_indices (self->session, &now))
    return;
  for (guint i = 0; i < N_NUMBERS; i++)
    show_number (self, i, &now);
}

/* The object */

static void
add_number (AlRunView *self, guint position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (al_index_get_abbreviation (numbers[position]));
  GtkWidget *value = gtk_label_new ("");
  g_autofree char *tooltip =
      g_strdup_printf ("%s (%s)", al_index_get_short_label (numbers[position]),
                       al_index_get_display_unit (numbers[position]));

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (value, "heading");
  al_widget_set_tooltip (box, tooltip);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (self->board), box);
  self->values[position] = GTK_LABEL (value);
}

static void
forget_session (AlRunView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_run_view_dispose (GObject *object)
{
  forget_session (AL_RUN_VIEW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_RUN_VIEW);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_run_view_parent_class)->dispose (object);
}

static void
al_run_view_class_init (AlRunViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_run_view_dispose;
  g_type_ensure (AL_TYPE_LOOP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-run-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlRunView, loop);
  gtk_widget_class_bind_template_child (widget_class, AlRunView, head);
  gtk_widget_class_bind_template_child (widget_class, AlRunView, title);
  gtk_widget_class_bind_template_child (widget_class, AlRunView, note);
  gtk_widget_class_bind_template_child (widget_class, AlRunView, board);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "runview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
al_run_view_init (AlRunView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_NUMBERS; i++)
    add_number (self, i);
}

/**
 * al_run_view_new:
 *
 * Makes a view of no run yet.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_run_view_new (void)
{
  return g_object_new (AL_TYPE_RUN_VIEW, NULL);
}

/**
 * al_run_view_get_loop:
 * @self: a view
 *
 * The loop in it.
 *
 * Returns: (transfer none): a widget
 */
AlLoopView *
al_run_view_get_loop (AlRunView *self)
{
  g_return_val_if_fail (AL_IS_RUN_VIEW (self), NULL);
  return self->loop;
}

/**
 * al_run_view_set_session:
 * @self: a view
 * @session: (nullable): the session that holds the run
 *
 * Shows a run. The view does not drive it: see al_driver_attach().
 */
void
al_run_view_set_session (AlRunView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_RUN_VIEW (self));
  if (session == self->session)
    return;
  forget_session (self);
  al_loop_view_set_session (self->loop, session);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "beat", G_CALLBACK (update_numbers), self);
  update_numbers (self);
}

/**
 * al_run_view_set_head:
 * @self: a view with a session
 * @title: (nullable): which run it is, %NULL when it is the only one
 * @note: what else is to be said of it, may be empty
 *
 * Says which run it is and shows its numbers, or neither.
 */
void
al_run_view_set_head (AlRunView *self, const char *title, const char *note)
{
  g_return_if_fail (AL_IS_RUN_VIEW (self));
  if (title != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "paired");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "paired");
  gtk_widget_set_visible (self->head, title != NULL);
  gtk_widget_set_visible (self->board, title != NULL);
  if (title == NULL) {
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    return;
  }
  gtk_label_set_text (self->title, title);
  al_widget_set_tooltip (self->head, title);
  gtk_label_set_text (self->note, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  update_numbers (self);
}

/**
 * al_run_view_set_selected:
 * @self: a view
 * @selected: whether controls act on it
 *
 * Puts a frame around it, or none.
 */
void
al_run_view_set_selected (AlRunView *self, gboolean selected)
{
  g_return_if_fail (AL_IS_RUN_VIEW (self));
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
}
