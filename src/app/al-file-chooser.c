/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-file-chooser.h"

/* The one file that knows which dialog for files GTK has: the old one until 4.8, a new one since.
 */

typedef struct {
  AlFileChosenFunc func;
  gpointer user_data;
} Request;

#if GTK_CHECK_VERSION(4, 10, 0)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  request->func (file, request->user_data);
}

static void
save (GtkWindow *parent, const char *title, const char *name, Request *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, saved_cb, request);
}

#else

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  request->func (file, request->user_data);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
save (GtkWindow *parent, const char *title, const char *name, Request *request)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * al_file_chooser_save:
 * @parent: the window that asks
 * @title: of the dialog
 * @name: a name for the file
 * @func: called once, when a person has answered
 * @user_data: for @func
 *
 * Asks where a file is to be saved. The dialog asks by itself before an old file is replaced.
 */
void
al_file_chooser_save (GtkWindow *parent, const char *title, const char *name, AlFileChosenFunc func,
                      gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->func = func;
  request->user_data = user_data;
  save (parent, title, name, request);
}
