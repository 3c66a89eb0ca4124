/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-control-panel.h"

#include <glib/gi18n.h>

#include "al-choice-row.h"
#include "al-controls.h"
#include "al-control-section.h"
#include "al-parameter-row.h"
#include "al-widget.h"

/* Frames in which a panel is seen without its controls. */
#define FRAMES_BEFORE 2

/**
 * AlControlPanel:
 *
 * The settings of a session that a person changes while the heart beats.
 */
struct _AlControlPanel {
  GtkWidget parent_instance;

  AlSession *session;
  GtkWidget *box;
  gboolean has_room;
  guint n_ticks;                    /* while the sections are still to be made */
  GPtrArray *sections;              /* not owned, one for each group; empty until they are made */
  GtkWidget *rows[AL_N_PARAMETERS]; /* not owned; NULL for what is not set here */
};

G_DEFINE_FINAL_TYPE (AlControlPanel, al_control_panel, GTK_TYPE_WIDGET)

static void
show_group (AlControlSection *section, const AlControlGroup *group, const AlSettings *settings)
{
  const guint n_active = group->counts ? al_control_group_count_active (group, settings) : 0;
  g_autofree char *note = NULL;

  if (n_active > 0)
    /* Translators: how many drugs run, or how many lesions there are */
    note = g_strdup_printf (ngettext ("%u active", "%u active", n_active), n_active);
  al_control_section_set_note (section, note);
  gtk_widget_set_visible (GTK_WIDGET (section), al_control_group_matters (group, settings));
}

static void
settings_changed_cb (AlControlPanel *self)
{
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);
  AlSettings settings;

  al_session_get_asked (self->session, &settings);
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (self->rows[i] != NULL)
      gtk_widget_set_visible (self->rows[i], al_control_matters ((AlParameter) i, &settings));
  }
  for (guint i = 0; i < n_groups; i++)
    show_group (g_ptr_array_index (self->sections, i), &groups[i], &settings);
}

static void
unfold (AlControlPanel *self)
{
  const AlUnfold least = self->has_room ? AL_UNFOLD_WITH_ROOM : AL_UNFOLD_ALWAYS;
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);

  for (guint i = 0; i < self->sections->len; i++)
    al_control_section_set_expanded (g_ptr_array_index (self->sections, i),
                                     groups[i].unfold >= least);
}

static GtkWidget *
make_row (const AlControl *control)
{
  return control->choices != NULL ? al_choice_row_new (control) : al_parameter_row_new (control);
}

static void
add_group (AlControlPanel *self, const AlControlGroup *group)
{
  GtkWidget *section = al_control_section_new (_ (group->title));

  g_ptr_array_add (self->sections, section);
  gtk_box_append (GTK_BOX (self->box), section);
  for (guint i = 0; i < group->n_controls; i++) {
    const AlControl *control = &group->controls[i];

    self->rows[control->parameter] = make_row (control);
    al_control_section_add (AL_CONTROL_SECTION (section), self->rows[control->parameter]);
  }
}

static void
connect_controls (AlControlPanel *self)
{
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);

  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (AL_IS_PARAMETER_ROW (self->rows[i]))
      al_parameter_row_set_session (AL_PARAMETER_ROW (self->rows[i]), self->session);
    else if (AL_IS_CHOICE_ROW (self->rows[i]))
      al_choice_row_set_session (AL_CHOICE_ROW (self->rows[i]), self->session);
  }
  for (guint i = 0; i < n_groups; i++) {
    if (groups[i].device != AL_N_PARAMETERS)
      al_control_section_bind_switch (g_ptr_array_index (self->sections, i), self->session,
                                      groups[i].device);
  }
  g_signal_connect_swapped (self->session, "settings-changed", G_CALLBACK (settings_changed_cb),
                            self);
  settings_changed_cb (self);
}

static void
make_sections (AlControlPanel *self)
{
  guint n_groups;
  const AlControlGroup *groups = al_control_get_groups (&n_groups);

  for (guint i = 0; i < n_groups; i++)
    add_group (self, &groups[i]);
  unfold (self);
  if (self->session != NULL)
    connect_controls (self);
}

/* The heart is seen first: its first frames do not wait for some hundred widgets beside it. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AlControlPanel *self = AL_CONTROL_PANEL (widget);

  if (self->n_ticks++ < FRAMES_BEFORE)
    return G_SOURCE_CONTINUE;
  make_sections (self);
  return G_SOURCE_REMOVE;
}

static void
forget_session (AlControlPanel *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_control_panel_dispose (GObject *object)
{
  forget_session (AL_CONTROL_PANEL (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CONTROL_PANEL);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_control_panel_parent_class)->dispose (object);
}

static void
al_control_panel_finalize (GObject *object)
{
  g_clear_pointer (&AL_CONTROL_PANEL (object)->sections, g_ptr_array_unref);
  G_OBJECT_CLASS (al_control_panel_parent_class)->finalize (object);
}

static void
al_control_panel_class_init (AlControlPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_control_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = al_control_panel_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-control-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AlControlPanel, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "controlpanel");
}

static void
al_control_panel_init (AlControlPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sections = g_ptr_array_new ();
  gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * al_control_panel_new:
 *
 * Makes a panel that sets nothing yet. Its controls come with the third frame in which it is seen.
 *
 * Returns: (transfer floating): a new panel
 */
GtkWidget *
al_control_panel_new (void)
{
  return g_object_new (AL_TYPE_CONTROL_PANEL, NULL);
}

/**
 * al_control_panel_unfold:
 * @self: a panel
 * @has_room: whether there is room for more than the most important sections
 *
 * Unfolds the sections for which there is room and folds the others.
 */
void
al_control_panel_unfold (AlControlPanel *self, gboolean has_room)
{
  g_return_if_fail (AL_IS_CONTROL_PANEL (self));
  self->has_room = has_room;
  unfold (self);
}

/**
 * al_control_panel_set_session:
 * @self: a panel
 * @session: the session that is set
 *
 * Connects every control to a session.
 */
void
al_control_panel_set_session (AlControlPanel *self, AlSession *session)
{
  g_return_if_fail (AL_IS_CONTROL_PANEL (self));
  g_return_if_fail (AL_IS_SESSION (session));
  forget_session (self);
  self->session = g_object_ref (session);
  if (self->sections->len > 0)
    connect_controls (self);
}
