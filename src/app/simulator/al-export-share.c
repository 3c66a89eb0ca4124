/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-share.h"

#include <glib/gi18n.h>

/**
 * al_export_create_texture:
 * @self: an export
 * @choice: what of it, and how
 * @width: in pixels
 * @height: in pixels
 *
 * Draws a picture for the screen or the clipboard.
 *
 * Returns: (transfer full): a texture
 */
GdkTexture *
al_export_create_texture (const AlExport *self, const AlExportChoice *choice, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  al_export_draw (self, choice, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes =
      g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                  (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * al_export_copy:
 * @self: an export
 * @choice: what of it, and how; whatever its format, pixels are copied
 * @clipboard: where to
 *
 * Copies a picture, in the size in which it would be saved.
 */
void
al_export_copy (const AlExport *self, const AlExportChoice *choice, GdkClipboard *clipboard)
{
  AlExportChoice picture = *choice;
  g_autoptr (GdkTexture) texture = NULL;
  int width, height;

  picture.format = AL_EXPORT_PNG;
  al_export_choice_get_size (&picture, &width, &height);
  texture = al_export_create_texture (self, &picture, width, height);
  gdk_clipboard_set_texture (clipboard, texture);
}

/* Printing */

typedef struct {
  AlExport *export;
  AlExportChoice choice;
} Sheet;

static void
sheet_free (gpointer data, GClosure *closure)
{
  Sheet *sheet = data;

  al_export_unref (sheet->export);
  g_free (sheet);
}

/* As large as the paper has room for, in the middle. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  const Sheet *sheet = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const double room_width = gtk_print_context_get_width (context);
  const double room_height = gtk_print_context_get_height (context);
  int width, height;
  double scale;

  al_export_choice_get_size (&sheet->choice, &width, &height);
  scale = MIN (room_width / width, room_height / height);
  cairo_save (cr);
  cairo_translate (cr, (room_width - scale * width) / 2, (room_height - scale * height) / 2);
  cairo_scale (cr, scale, scale);
  al_export_draw (sheet->export, &sheet->choice, cr, width, height);
  cairo_restore (cr);
}

/**
 * al_export_create_print:
 * @self: an export
 * @choice: what of it, and in which shape; it is printed for paper, whatever its style
 *
 * Prepares a sheet of paper.
 *
 * Returns: (transfer full): an operation that has not begun
 */
GtkPrintOperation *
al_export_create_print (AlExport *self, const AlExportChoice *choice)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->export = al_export_ref (self);
  sheet->choice = *choice;
  sheet->choice.format = AL_EXPORT_PDF;
  sheet->choice.style = AL_EXPORT_PRINT;
  gtk_page_setup_set_orientation (setup, choice->shape == AL_EXPORT_WIDE
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, al_export_get_patient_id (self));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), sheet, sheet_free, 0);
  return operation;
}

/**
 * al_export_print:
 * @self: an export
 * @choice: what of it, and in which shape
 * @parent: the window that asks
 * @error: (out) (optional): why it cannot be printed
 *
 * Asks for a printer and prints.
 *
 * Returns: whether nothing went wrong so far
 */
gboolean
al_export_print (AlExport *self, const AlExportChoice *choice, GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = al_export_create_print (self, choice);

  gtk_print_operation_set_allow_async (operation, TRUE);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                                  error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
