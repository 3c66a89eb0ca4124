/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-page-private.h"

#include <glib/gi18n.h>

#include "al-evidence-export.h"
#include "al-evidence-rows.h"
#include "al-file-chooser.h"
#include "al-forest-card.h"
#include "al-window.h"

/* What a person does on the page: follow a link and come back, search, copy, save. */

/* Where one came from is the key of an entry, or this and the name of another page. */
#define WINDOW_PAGE "page:"

static gboolean
go_to (AlEvidencePage *self, const char *key)
{
  SectionId id;
  GtkListBoxRow *row;

  if (!self->catalogue || !al_evidence_section_find (key, &id))
    return FALSE;
  row = al_evidence_page_find_row (self->sections[id].list, key);
  if (!row) {
    gtk_widget_activate_action (GTK_WIDGET (self), "evidence.show-all", NULL);
    row = al_evidence_page_find_row (self->sections[id].list, key);
  }
  if (!row)
    return FALSE;

  self->following = TRUE;
  gtk_toggle_button_set_active (self->sections[id].tab, TRUE);
  gtk_list_box_select_row (self->sections[id].list, row);
  self->following = FALSE;
  al_evidence_page_focus_list (self);
  al_evidence_page_update_back (self);
  return TRUE;
}

static void
show_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (widget);
  g_autofree char *from = g_strdup (al_evidence_page_get_shown (self));

  if (from)
    g_ptr_array_add (self->came_from, g_strdup (from));
  if (!go_to (self, g_variant_get_string (parameter, NULL)) && from)
    g_ptr_array_remove_index (self->came_from, self->came_from->len - 1);
  al_evidence_page_update_back (self);
}

static void
back_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (widget);
  g_autofree char *key = NULL;

  if (self->came_from->len == 0)
    return;
  key = g_ptr_array_steal_index (self->came_from, self->came_from->len - 1);
  if (g_str_has_prefix (key, WINDOW_PAGE))
    gtk_widget_activate_action (widget, "win.page", "s", key + strlen (WINDOW_PAGE));
  else
    go_to (self, key);
  al_evidence_page_update_back (self);
}

static void
show_all_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (widget);

  gtk_editable_set_text (self->search_entry, "");
  al_evidence_filter_clear (self->chips);
  /* The entry tells of its change only after a pause in typing. */
  al_evidence_page_filter_changed (self);
}

static void
search_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (AL_EVIDENCE_PAGE (widget)->search_entry));
}

static void
cross_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  al_evidence_page_cross (AL_EVIDENCE_PAGE (widget));
}

static void
copy_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
}

/* The entry on the right, also when a filter hides it in its list; a forest plot as it is drawn. */
static GObject *
dup_shown_item (AlEvidencePage *self)
{
  GtkWidget *view = adw_bin_get_child (self->detail);
  const char *key = al_evidence_page_get_shown (self);
  SectionId id = al_evidence_page_current_section (self);
  g_autoptr (GListModel) items =
      al_evidence_section_get (id)->list (al_catalogue_get_evidence (self->catalogue));

  if (AL_IS_FOREST_CARD (view))
    return g_object_ref (G_OBJECT (al_forest_card_get_shown (AL_FOREST_CARD (view))));
  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (items); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);
    g_autofree char *item_key = al_evidence_item_dup_key (item);

    if (g_str_equal (item_key, key))
      return g_steal_pointer (&item);
  }
  return NULL;
}

static void
say (AlEvidencePage *self, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (AL_IS_WINDOW (root))
    al_window_add_toast (AL_WINDOW (root), text);
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AlEvidencePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (file == NULL)
    return;
  if (al_evidence_page_save (self, file, &error)) {
    say (self, _ ("Saved"));
    return;
  }
  text = g_strdup_printf (_ ("It could not be saved: %s"), error->message);
  say (self, text);
}

static void
save_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (widget);
  const char *key = al_evidence_page_get_shown (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *name = NULL;

  if (key == NULL || !GTK_IS_WINDOW (root))
    return;
  name = g_strconcat (key, ".pdf", NULL);
  g_strdelimit (name, ":", '-');
  al_file_chooser_save (GTK_WINDOW (root), _ ("Save as PDF, PNG or SVG"), name, file_chosen_cb,
                        g_object_ref (self));
}

/*
 * al_evidence_page_install_actions:
 *
 * Gives the page its actions and their keys.
 */
void
al_evidence_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "evidence.show", "s", show_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.show-all", NULL, show_all_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.copy", "s", copy_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.cross", NULL, cross_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "evidence.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "evidence.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "evidence.cross", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "evidence.back",
                                       NULL);
}

/**
 * al_evidence_page_show:
 * @self: a page
 * @key: the key of an entry
 * @from: (nullable): the page of the window on which the link is, to which Back returns
 *
 * Shows an entry, as a link from elsewhere does. Search and chips are cleared if they hide it.
 *
 * Returns: %FALSE if there is no such entry
 */
gboolean
al_evidence_page_show (AlEvidencePage *self, const char *key, const char *from)
{
  g_return_val_if_fail (AL_IS_EVIDENCE_PAGE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  g_ptr_array_set_size (self->came_from, 0);
  if (from != NULL)
    g_ptr_array_add (self->came_from, g_strconcat (WINDOW_PAGE, from, NULL));
  return go_to (self, key);
}

/**
 * al_evidence_page_save:
 * @self: a page
 * @file: whose name ends in `.png`, `.svg` or `.pdf`
 * @error: (out) (optional): why there is no file
 *
 * Saves the entry that is shown as a picture.
 *
 * Returns: whether the file is there
 */
gboolean
al_evidence_page_save (AlEvidencePage *self, GFile *file, GError **error)
{
  g_autoptr (GObject) item = NULL;

  g_return_val_if_fail (AL_IS_EVIDENCE_PAGE (self), FALSE);

  item = dup_shown_item (self);
  if (item == NULL || g_file_peek_path (file) == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("choose an entry, and a folder of this computer"));
    return FALSE;
  }
  return al_evidence_export_write (item, al_catalogue_get_evidence (self->catalogue),
                                   g_file_peek_path (file), error);
}
