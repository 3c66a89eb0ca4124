/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-actions.h"

#include <glib/gi18n.h>

#include "al-export-dialog.h"
#include "al-export-share.h"
#include "al-simulator-page-private.h"
#include "al-window.h"

static GtkWindow *
get_window (AlSimulatorPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
say (AlSimulatorPage *page, const char *text)
{
  GtkWindow *window = get_window (page);

  if (AL_IS_WINDOW (window))
    al_window_add_toast (AL_WINDOW (window), text);
}

/* What the page shows now. */
static AlExport *
take (AlSimulatorPage *page)
{
  GListModel *patients =
      page->catalogue != NULL ? al_catalogue_get_patients (page->catalogue) : NULL;
  g_autoptr (AlPatient) patient =
      patients != NULL
          ? g_list_model_get_item (patients, gtk_drop_down_get_selected (page->patient))
          : NULL;
  const gboolean is_preset = gtk_revealer_get_reveal_child (page->preset_revealer);
  const AlExportSubject subject = {
      .patient_id = patient != NULL ? al_patient_get_id (patient) : "patient",
      .patient_name = patient != NULL ? al_patient_get_name (patient) : _ ("Patient"),
      .preset_name = is_preset ? gtk_label_get_text (page->preset_name) : NULL,
      .settings = patient != NULL ? al_patient_get_settings (patient) : NULL,
  };

  return al_export_new (page->session, &subject);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *page = user_data;
  g_autoptr (AlExport) taken = take (page);

  gtk_window_present (GTK_WINDOW (al_export_dialog_new (get_window (page), taken)));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *page = user_data;
  g_autoptr (AlExport) taken = take (page);
  AlExportChoice choice;

  al_export_choice_load (&choice);
  al_export_copy (taken, &choice, gtk_widget_get_clipboard (GTK_WIDGET (page)));
  say (page, _ ("Picture copied"));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *page = user_data;
  g_autoptr (AlExport) taken = take (page);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AlExportChoice choice;

  al_export_choice_load (&choice);
  if (al_export_print (taken, &choice, get_window (page), &error))
    return;
  text = g_strdup_printf (_ ("It could not be printed: %s"), error->message);
  say (page, text);
}

static const GActionEntry entries[] = {
    {.name = "export", .activate = export_cb},
    {.name = "copy", .activate = copy_cb},
    {.name = "print", .activate = print_cb},
};

/* What is not seen is not taken away. */
static void
update_enabled (AlSimulatorPage *page)
{
  const gboolean enabled =
      gtk_widget_get_mapped (GTK_WIDGET (page)) && al_session_get_ready (page->session);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                     G_ACTION_MAP (page->actions), entries[i].name)),
                                 enabled);
}

/* The menu in the header of the window has the actions of the page, too. */
static void
root_changed_cb (AlSimulatorPage *page)
{
  GtkWindow *window = get_window (page);

  if (window != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (window), "sim", G_ACTION_GROUP (page->actions));
}

/**
 * al_export_actions_add:
 * @map: the actions of the page
 * @page: a page with a session
 *
 * Adds the actions that take away what the page shows: `export` asks how, `copy` and `print` do
 * what was chosen the last time.
 */
void
al_export_actions_add (GActionMap *map, AlSimulatorPage *page)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), page);
  g_signal_connect (page, "notify::root", G_CALLBACK (root_changed_cb), NULL);
  g_signal_connect_after (page, "map", G_CALLBACK (update_enabled), NULL);
  g_signal_connect_after (page, "unmap", G_CALLBACK (update_enabled), NULL);
  g_signal_connect_swapped (page->session, "notify::ready", G_CALLBACK (update_enabled), page);
  update_enabled (page);
}
