/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-dialog.h"

#include <glib/gi18n.h>

#include "al-export-share.h"
#include "al-file-chooser.h"

/* The longer side of the preview in pixels. */
#define PREVIEW_SIDE 960

/* How often the progress of a moving picture is looked at, in milliseconds. */
#define PROGRESS_MS 100

/**
 * AlExportDialog:
 *
 * Asks what is to be taken away and how, shows it, and saves, copies or prints it.
 */
struct _AlExportDialog {
  AdwWindow parent_instance;

  AlExport *export;
  AlExportChoice choice;
  GCancellable *saving; /* while a file is made */
  GFile *file;
  guint progress_source;
  gboolean filling; /* the rows are set, and not by a person */

  AdwToastOverlay *toasts;
  GtkStack *preview_stack;
  GtkPicture *preview;
  GtkLabel *table;
  AdwComboRow *content;
  AdwComboRow *format;
  AdwComboRow *style;
  AdwComboRow *shape;
  GtkStack *buttons;
  GtkWidget *copy_button;
  GtkWidget *print_button;
  GtkWidget *save_button;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (AlExportDialog, al_export_dialog, ADW_TYPE_WINDOW)

static void
say (AlExportDialog *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* What is seen */

static void
show_picture (AlExportDialog *self)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *description = al_export_describe (self->export);
  int width, height, side;

  al_export_choice_get_size (&self->choice, &width, &height);
  side = MAX (width, height);
  texture = al_export_create_texture (self->export, &self->choice, width * PREVIEW_SIDE / side,
                                      height * PREVIEW_SIDE / side);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (self->preview, description);
  gtk_stack_set_visible_child_name (self->preview_stack, "picture");
}

static void
show_table (AlExportDialog *self)
{
  g_autofree char *text = al_export_describe_table (self->export, self->choice.format);

  gtk_label_set_text (self->table, text);
  gtk_stack_set_visible_child_name (self->preview_stack, "table");
}

static void
show_choice (AlExportDialog *self)
{
  const gboolean is_picture = !al_export_choice_is_table (&self->choice);

  gtk_widget_set_sensitive (GTK_WIDGET (self->content), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->style), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->shape), is_picture);
  gtk_widget_set_sensitive (self->copy_button, is_picture);
  gtk_widget_set_sensitive (self->print_button, is_picture);
  if (is_picture)
    show_picture (self);
  else
    show_table (self);
}

static void
fill_rows (AlExportDialog *self)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->content, self->choice.content);
  adw_combo_row_set_selected (self->format, self->choice.format);
  adw_combo_row_set_selected (self->style, self->choice.style);
  adw_combo_row_set_selected (self->shape, self->choice.shape);
  self->filling = FALSE;
}

static void
chosen_cb (AlExportDialog *self)
{
  if (self->filling || self->export == NULL)
    return;
  self->choice.content = (AlExportContent) adw_combo_row_get_selected (self->content);
  self->choice.format = (AlExportFormat) adw_combo_row_get_selected (self->format);
  self->choice.style = (AlExportStyle) adw_combo_row_get_selected (self->style);
  self->choice.shape = (AlExportShape) adw_combo_row_get_selected (self->shape);
  al_export_choice_save (&self->choice);
  show_choice (self);
}

/* Saving */

static gboolean
progress_cb (gpointer user_data)
{
  AlExportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, al_export_get_progress (self->export));
  return G_SOURCE_CONTINUE;
}

static void
set_saving (AlExportDialog *self, gboolean saving)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->saving);
  if (saving) {
    self->saving = g_cancellable_new ();
    self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
    gtk_progress_bar_set_fraction (self->progress, 0);
  }
  gtk_stack_set_visible_child_name (self->buttons, saving ? "saving" : "actions");
  /* The keyboard would be with a button that is not seen any more. */
  if (saving)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->buttons), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (self->save_button);
}

static void
report (AlExportDialog *self, const GError *error)
{
  g_autofree char *text = NULL;

  set_saving (self, FALSE);
  if (error == NULL) {
    g_autofree char *name = g_file_get_basename (self->file);
    g_autofree char *shown = g_filename_display_name (name);

    text = g_strdup_printf (_ ("Saved as %s"), shown);
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    text = g_strdup_printf (_ ("It could not be saved: %s"), error->message);
  }
  if (text != NULL)
    say (self, text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  report (self, error);
}

/* The file is replaced as a whole, when all of it is there. */
static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = al_export_render_finish (result, &error);

  if (bytes == NULL)
    report (self, error);
  else
    g_file_replace_contents_bytes_async (self->file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                         self->saving, written_cb, g_object_ref (self));
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (AlExportDialog) self = user_data;

  if (file != NULL)
    al_export_dialog_save_to (self, file);
}

static void
save_cb (AlExportDialog *self)
{
  g_autofree char *name =
      al_export_choice_make_name (&self->choice, al_export_get_patient_id (self->export));

  al_file_chooser_save (GTK_WINDOW (self), _ ("Save"), name, file_chosen_cb, g_object_ref (self));
}

static void
cancel_cb (AlExportDialog *self)
{
  g_cancellable_cancel (self->saving);
}

static void
copy_cb (AlExportDialog *self)
{
  al_export_copy (self->export, &self->choice, gtk_widget_get_clipboard (GTK_WIDGET (self)));
  say (self, _ ("Picture copied"));
}

static void
print_cb (AlExportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (al_export_print (self->export, &self->choice, GTK_WINDOW (self), &error))
    return;
  text = g_strdup_printf (_ ("It could not be printed: %s"), error->message);
  say (self, text);
}

/* The object */

static void
al_export_dialog_dispose (GObject *object)
{
  AlExportDialog *self = AL_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->saving);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->saving);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), AL_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->export, al_export_unref);
  G_OBJECT_CLASS (al_export_dialog_parent_class)->dispose (object);
}

static void
al_export_dialog_class_init (AlExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, style);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, shape);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, buttons);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, AlExportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
al_export_dialog_init (AlExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  al_export_choice_load (&self->choice);
  fill_rows (self);
}

/**
 * al_export_dialog_new:
 * @parent: (nullable): the window that asks
 * @what: what there is to take away
 *
 * Makes a dialog with what was chosen the last time.
 *
 * Returns: (transfer none): a new dialog, owned by GTK until it is destroyed
 */
AlExportDialog *
al_export_dialog_new (GtkWindow *parent, AlExport *what)
{
  AlExportDialog *self = g_object_new (AL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->export = al_export_ref (what);
  show_choice (self);
  gtk_widget_grab_focus (self->save_button);
  return self;
}

/**
 * al_export_dialog_get_choice:
 * @self: a dialog
 * @choice: (out caller-allocates): a choice
 *
 * What is chosen now.
 */
void
al_export_dialog_get_choice (AlExportDialog *self, AlExportChoice *choice)
{
  g_return_if_fail (AL_IS_EXPORT_DIALOG (self));
  *choice = self->choice;
}

/**
 * al_export_dialog_save_to:
 * @self: a dialog
 * @file: where to; one that exists is replaced
 *
 * Saves what is chosen, and says in the dialog how it went. While a file is made there is no other.
 */
void
al_export_dialog_save_to (AlExportDialog *self, GFile *file)
{
  g_return_if_fail (AL_IS_EXPORT_DIALOG (self));
  if (self->saving != NULL)
    return;
  g_set_object (&self->file, file);
  set_saving (self, TRUE);
  al_export_render_async (self->export, &self->choice, self->saving, rendered_cb,
                          g_object_ref (self));
}
