/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cases-page.h"

#include <glib/gi18n.h>

#include "al-case-list-row.h"
#include "al-window.h"

struct _AlCasesPage {
  AdwBin parent_instance;

  AlCatalogue *catalogue;
  GHashTable *players;  /* id of a case -> the player in the stack, not owned */
  AlProgress *progress; /* nullable */
  gboolean cannot_keep; /* it was said that progress cannot be written */

  GtkStack *stack;
  GtkBox *list_box;
};

G_DEFINE_FINAL_TYPE (AlCasesPage, al_cases_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CATALOGUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What was kept; a case that has changed since begins anew. */
static AlCaseRun *
restore_run (AlCasesPage *self, AlCase *content)
{
  GVariant *record =
      self->progress ? al_progress_get_run (self->progress, al_case_get_id (content)) : NULL;
  g_autoptr (GError) error = NULL;
  AlCaseRun *run;

  if (!record)
    return NULL;
  run = al_case_run_new_from_variant (content, record, &error);
  if (!run)
    g_info ("%s", error->message);
  return run;
}

/* How far the person has come, or NULL. */
static AlCaseRun *
find_run (AlCasesPage *self, AlCase *content)
{
  AlCasePlayer *player = g_hash_table_lookup (self->players, al_case_get_id (content));

  return player ? g_object_ref (al_case_player_get_run (player)) : restore_run (self, content);
}

static void
keep_run_cb (AlCasesPage *self, AlCaseRun *run)
{
  const char *case_id = al_case_get_id (al_case_run_get_case (run));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!self->progress || self->cannot_keep ||
      al_progress_keep_run (self->progress, case_id, al_case_run_to_variant (run), &error))
    return;
  self->cannot_keep = TRUE;
  /* Translators: what the system says is wrong */
  text = g_strdup_printf (
      _ ("What you do in the cases is not kept after the program is closed: %s"), error->message);
  if (AL_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))
    al_window_add_toast (AL_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), text);
}

static void
update_rows (AlCasesPage *self)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box)); child;
       child = gtk_widget_get_next_sibling (child)) {
    AlCaseListRow *row = AL_CASE_LIST_ROW (child);
    g_autoptr (AlCaseRun) run = find_run (self, al_case_list_row_get_case (row));

    al_case_list_row_set_run (row, run);
  }
}

static void
show_list (AlCasesPage *self)
{
  GListModel *cases = al_catalogue_get_cases (self->catalogue);
  gboolean empty = g_list_model_get_n_items (cases) == 0;

  update_rows (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
remove_all (AlCasesPage *self)
{
  GHashTableIter iter;
  gpointer player;
  GtkWidget *child;

  g_hash_table_iter_init (&iter, self->players);
  while (g_hash_table_iter_next (&iter, NULL, &player))
    gtk_stack_remove (self->stack, player);
  g_hash_table_remove_all (self->players);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))))
    gtk_box_remove (self->list_box, child);
}

static void
fill_list (AlCasesPage *self)
{
  GListModel *cases = al_catalogue_get_cases (self->catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (cases); i++) {
    g_autoptr (AlCase) content = g_list_model_get_item (cases, i);

    gtk_box_append (self->list_box, GTK_WIDGET (al_case_list_row_new (content)));
  }
}

static AlCasePlayer *
create_player (AlCasesPage *self, AlCase *content)
{
  g_autoptr (AlCaseRun) run = find_run (self, content);
  AlCasePlayer *player;

  if (!run)
    run = al_case_run_new (content);
  g_signal_connect_object (run, "changed", G_CALLBACK (keep_run_cb), self, G_CONNECT_SWAPPED);
  player = al_case_player_new (run, self->catalogue);
  gtk_stack_add_child (self->stack, GTK_WIDGET (player));
  g_hash_table_insert (self->players, g_strdup (al_case_get_id (content)), player);
  return player;
}

static void
open_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  al_cases_page_open (AL_CASES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
leave_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  al_cases_page_leave (AL_CASES_PAGE (widget));
}

static void
al_cases_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AlCasesPage *self = AL_CASES_PAGE (object);

  switch (id) {
  case PROP_CATALOGUE:
    g_value_set_object (value, self->catalogue);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_cases_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AlCasesPage *self = AL_CASES_PAGE (object);

  switch (id) {
  case PROP_CATALOGUE:
    al_cases_page_set_catalogue (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_cases_page_dispose (GObject *object)
{
  AlCasesPage *self = AL_CASES_PAGE (object);

  g_clear_pointer (&self->players, g_hash_table_unref);
  g_clear_object (&self->progress);
  g_clear_object (&self->catalogue);
  /* The child is named in the template: disposing of that first would leave the bin a dead one. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CASES_PAGE);
  G_OBJECT_CLASS (al_cases_page_parent_class)->dispose (object);
}

static void
al_cases_page_class_init (AlCasesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = al_cases_page_get_property;
  object_class->set_property = al_cases_page_set_property;
  object_class->dispose = al_cases_page_dispose;

  properties[PROP_CATALOGUE] =
      g_param_spec_object ("catalogue", NULL, NULL, AL_TYPE_CATALOGUE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "cases.open", "s", open_action_cb);
  gtk_widget_class_install_action (widget_class, "case.leave", NULL, leave_action_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AlCasesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AlCasesPage, list_box);
}

static void
al_cases_page_init (AlCasesPage *self)
{
  self->players = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * al_cases_page_new:
 *
 * Creates a page without cases.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
al_cases_page_new (void)
{
  return g_object_new (AL_TYPE_CASES_PAGE, NULL);
}

/**
 * al_cases_page_get_catalogue:
 * @self: a page
 *
 * Gets where the cases come from.
 *
 * Returns: (transfer none) (nullable): the catalogue
 */
AlCatalogue *
al_cases_page_get_catalogue (AlCasesPage *self)
{
  g_return_val_if_fail (AL_IS_CASES_PAGE (self), NULL);

  return self->catalogue;
}

/**
 * al_cases_page_set_catalogue:
 * @self: a page
 * @catalogue: (nullable): where the cases come from
 *
 * Lists the cases. Cases that were being played are given up.
 */
void
al_cases_page_set_catalogue (AlCasesPage *self, AlCatalogue *catalogue)
{
  g_return_if_fail (AL_IS_CASES_PAGE (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;
  remove_all (self);
  if (catalogue) {
    fill_list (self);
    show_list (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE]);
}

/**
 * al_cases_page_set_progress:
 * @self: a page
 * @progress: what was kept of the cases, and where to keep it
 *
 * Goes on with the cases where they were left, and keeps every step from now on.
 */
void
al_cases_page_set_progress (AlCasesPage *self, AlProgress *progress)
{
  g_return_if_fail (AL_IS_CASES_PAGE (self));

  if (g_set_object (&self->progress, progress) && self->catalogue)
    update_rows (self);
}

/**
 * al_cases_page_get_player:
 * @self: a page
 *
 * Gets the case that is on the page now.
 *
 * Returns: (transfer none) (nullable): its player; %NULL while the list is shown
 */
AlCasePlayer *
al_cases_page_get_player (AlCasesPage *self)
{
  GtkWidget *child;

  g_return_val_if_fail (AL_IS_CASES_PAGE (self), NULL);

  child = gtk_stack_get_visible_child (self->stack);
  return AL_IS_CASE_PLAYER (child) ? AL_CASE_PLAYER (child) : NULL;
}

/**
 * al_cases_page_open:
 * @self: a page
 * @case_id: id of a case
 *
 * Begins a case, or goes on where it was left.
 *
 * Returns: %FALSE if there is no such case
 */
gboolean
al_cases_page_open (AlCasesPage *self, const char *case_id)
{
  AlCasePlayer *player;
  AlCase *content;

  g_return_val_if_fail (AL_IS_CASES_PAGE (self), FALSE);
  g_return_val_if_fail (self->catalogue != NULL, FALSE);

  content = al_catalogue_find_case (self->catalogue, case_id);
  if (!content)
    return FALSE;
  player = g_hash_table_lookup (self->players, case_id);
  if (!player)
    player = create_player (self, content);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (player));
  /* The stack has moved the focus on by itself. */
  gtk_widget_grab_focus (GTK_WIDGET (player));
  return TRUE;
}

/**
 * al_cases_page_leave:
 * @self: a page
 *
 * Goes back to the list. The case waits where it is.
 */
void
al_cases_page_leave (AlCasesPage *self)
{
  g_return_if_fail (AL_IS_CASES_PAGE (self));

  if (self->catalogue)
    show_list (self);
}
