/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-list-row.h"

#include <glib/gi18n.h>

#include "al-case-blocks.h"

/* The scale on which a case is graded. */
#define MAX_DIFFICULTY 4

struct _AlCaseListRow {
  AdwBin parent_instance;

  AlCase *content;

  GtkLabel *title_label;
  GtkBox *level_box;
  GtkLabel *summary_label;
  GtkLabel *level_label;
  GtkLabel *time_label;
  GtkLabel *author_label;
  GtkWidget *objectives_section;
  GtkWidget *objectives_box;
  GtkWidget *start_button;
  GtkLabel *state_label;
};

G_DEFINE_FINAL_TYPE (AlCaseListRow, al_case_list_row, ADW_TYPE_BIN)

static void
show_level (AlCaseListRow *self, guint difficulty)
{
  g_autofree char *text = g_strdup_printf (_ ("Level %u of %u"), difficulty, MAX_DIFFICULTY);

  for (guint i = 1; i <= MAX_DIFFICULTY; i++) {
    GtkWidget *dot = gtk_image_new_from_icon_name (i <= difficulty ? "al-level-on-symbolic"
                                                                   : "al-level-off-symbolic");

    gtk_box_append (self->level_box, dot);
  }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->level_box), text);
  gtk_label_set_label (self->level_label, text);
}

static void
show_facts (AlCaseListRow *self)
{
  guint minutes = al_case_get_minutes (self->content);
  g_autofree char *time = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "About %u minute", "About %u minutes", minutes), minutes);
  g_autofree char *author = g_strdup_printf ("%s, %s", al_case_get_author (self->content),
                                             al_case_get_licence (self->content));

  show_level (self, al_case_get_difficulty (self->content));
  gtk_label_set_label (self->time_label, time);
  gtk_label_set_label (self->author_label, author);
}

static void
show_objectives (AlCaseListRow *self)
{
  const char *const *objectives = al_case_get_objectives (self->content);

  gtk_widget_set_visible (self->objectives_section, objectives && objectives[0]);
  for (guint i = 0; objectives && objectives[i]; i++)
    al_case_append_point (self->objectives_box, objectives[i]);
}

static void
al_case_list_row_dispose (GObject *object)
{
  AlCaseListRow *self = AL_CASE_LIST_ROW (object);

  g_clear_object (&self->content);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CASE_LIST_ROW);
  G_OBJECT_CLASS (al_case_list_row_parent_class)->dispose (object);
}

static void
al_case_list_row_class_init (AlCaseListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_case_list_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-case-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, level_box);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, level_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, author_label);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, objectives_section);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, objectives_box);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, start_button);
  gtk_widget_class_bind_template_child (widget_class, AlCaseListRow, state_label);
}

static void
al_case_list_row_init (AlCaseListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_case_list_row_new:
 * @content: a case
 *
 * Creates a row.
 *
 * Returns: (transfer floating): the row
 */
AlCaseListRow *
al_case_list_row_new (AlCase *content)
{
  AlCaseListRow *self = g_object_new (AL_TYPE_CASE_LIST_ROW, NULL);

  self->content = g_object_ref (content);
  gtk_label_set_label (self->title_label, al_case_get_title (content));
  gtk_label_set_label (self->summary_label, al_case_get_summary (content));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->start_button), "s",
                                    al_case_get_id (content));
  show_facts (self);
  show_objectives (self);
  al_case_list_row_set_run (self, NULL);
  return self;
}

/**
 * al_case_list_row_get_case:
 * @self: a row
 *
 * Gets the case.
 *
 * Returns: (transfer none): the case
 */
AlCase *
al_case_list_row_get_case (AlCaseListRow *self)
{
  g_return_val_if_fail (AL_IS_CASE_LIST_ROW (self), NULL);

  return self->content;
}

/**
 * al_case_list_row_set_run:
 * @self: a row
 * @run: (nullable): how far the person has come, %NULL for not begun
 *
 * Says whether the button begins the case or goes on with it.
 */
void
al_case_list_row_set_run (AlCaseListRow *self, AlCaseRun *run)
{
  g_autofree char *state = NULL;

  g_return_if_fail (AL_IS_CASE_LIST_ROW (self));

  gtk_button_set_label (GTK_BUTTON (self->start_button), run ? _ ("Continue") : _ ("Start"));
  if (run)
    state = al_case_run_is_finished (run)
                ? g_strdup (_ ("Finished; the debrief is open"))
                : g_strdup_printf (_ ("You are at step %u of %u"), al_case_run_get_step (run),
                                   al_case_run_get_n_steps (run));
  gtk_label_set_label (self->state_label, state ? state : "");
}
