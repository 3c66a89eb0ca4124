/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "al-catalogue.h"
#include "al-export-dialog.h"
#include "al-export-share.h"
#include "al-widget-tree.h"
#include "al-window.h"

#define ROW_S 0.005

/* A patient on ECMO and balloon with a drug, and a loop from before. */
typedef struct {
  AlCatalogue *catalogue;
  AlSession *session;
  AlExportSubject subject;
  AlExport *export;
} Fixture;

static void
take (Fixture *self)
{
  g_clear_pointer (&self->export, al_export_unref);
  self->export = al_export_new (self->session, &self->subject);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  AlPatient *patient;
  g_autoptr (AlScenario) scenario = NULL;

  self->catalogue = al_catalogue_new (NULL);
  patient = al_catalogue_find_patient (self->catalogue, "ami-cs");
  scenario = al_scenario_new (al_patient_get_settings (patient));
  self->session = al_session_new ();
  al_session_load (self->session, scenario);
  while (!al_session_get_ready (self->session))
    g_main_context_iteration (NULL, TRUE);
  al_session_set_support (self->session, AL_SUPPORT_BOTH);
  al_session_set (self->session, AL_PARAMETER_DRUG_NOREPINEPHRINE, 0.1);
  al_session_advance (self->session, 70 * G_USEC_PER_SEC);
  self->subject = (AlExportSubject){
      .patient_id = "ami-cs",
      .patient_name = al_patient_get_name (patient),
      .settings = al_patient_get_settings (patient),
  };
  take (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->export, al_export_unref);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->catalogue);
}

static GBytes *
render (Fixture *self, AlExportFormat format)
{
  const AlExportChoice choice = {.content = AL_EXPORT_BOTH, .format = format};
  g_autoptr (GError) error = NULL;
  GBytes *bytes = al_export_render (self->export, &choice, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static char *
render_text (Fixture *self, AlExportFormat format)
{
  g_autoptr (GBytes) bytes = render (self, format);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Every file is of the kind that its name says. */
static void
test_formats (Fixture *self, gconstpointer data)
{
  static const struct {
    AlExportFormat format;
    const char *begins;
  } kinds[] = {
      {AL_EXPORT_PNG, "\x89PNG"},
      {AL_EXPORT_SVG, "<?xml"},
      {AL_EXPORT_PDF, "%PDF"},
      {AL_EXPORT_APNG, "\x89PNG"},
      {AL_EXPORT_SIGNALS, "# Afterload "},
      {AL_EXPORT_BEATS, "# Afterload "},
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *text = render_text (self, kinds[i].format);

    g_assert_true (g_str_has_prefix (text, kinds[i].begins));
  }
}

static cairo_surface_t *
draw (Fixture *self, AlExportContent content, AlExportStyle style)
{
  const AlExportChoice choice = {content, AL_EXPORT_PNG, style, AL_EXPORT_WIDE};
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 360);
  cairo_t *cr = cairo_create (surface);

  al_export_draw (self->export, &choice, cr, 640, 360);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint32 *one = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (a);
  const guint32 *other = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (b);
  guint n = 0;

  for (int i = 0; i < 640 * 360; i++)
    n += (one[i] & 0xffffff) != (other[i] & 0xffffff);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  return n;
}

/* Each choice makes another picture. */
static void
test_pictures_differ (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (count_differences (draw (self, AL_EXPORT_LOOP, AL_EXPORT_LIGHT),
                                       draw (self, AL_EXPORT_CIRCULATION, AL_EXPORT_LIGHT)),
                    >, 5000);
  g_assert_cmpuint (count_differences (draw (self, AL_EXPORT_LOOP, AL_EXPORT_LIGHT),
                                       draw (self, AL_EXPORT_CHARTS, AL_EXPORT_LIGHT)),
                    >, 5000);
  g_assert_cmpuint (count_differences (draw (self, AL_EXPORT_LOOP, AL_EXPORT_LIGHT),
                                       draw (self, AL_EXPORT_BOTH, AL_EXPORT_LIGHT)),
                    >, 5000);
  g_assert_cmpuint (count_differences (draw (self, AL_EXPORT_BOTH, AL_EXPORT_PRINT),
                                       draw (self, AL_EXPORT_BOTH, AL_EXPORT_PROJECTOR)),
                    >, 5000);
}

/* An export is of its moment: that the heart beats on does not show. */
static void
test_stands_still (Fixture *self, gconstpointer data)
{
  cairo_surface_t *before = draw (self, AL_EXPORT_BOTH, AL_EXPORT_LIGHT);

  al_session_set_support (self->session, AL_SUPPORT_NONE);
  al_session_advance (self->session, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_differences (before, draw (self, AL_EXPORT_BOTH, AL_EXPORT_LIGHT)), ==,
                    0);
}

/* What it is compared with is on the picture. */
static void
test_shows_ghosts (Fixture *self, gconstpointer data)
{
  cairo_surface_t *with = draw (self, AL_EXPORT_LOOP, AL_EXPORT_LIGHT);

  g_assert_cmpuint (al_session_get_n_ghosts (self->session), >, 0);
  al_session_clear_ghosts (self->session);
  take (self);
  g_assert_cmpuint (count_differences (with, draw (self, AL_EXPORT_LOOP, AL_EXPORT_LIGHT)), >, 500);
}

/* A moment of the past has its mark, and its loop, be the beat remembered or not. */
static void
test_looks_back (Fixture *self, gconstpointer data)
{
  static const int seconds[] = {4, 50};

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++) {
    cairo_surface_t *present;

    al_session_set_playing (self->session, TRUE);
    al_session_set_playing (self->session, FALSE);
    take (self);
    g_assert_null (strstr (al_export_get_caption (self->export), "look back"));
    present = draw (self, AL_EXPORT_BOTH, AL_EXPORT_LIGHT);
    al_session_set_cursor_us (self->session,
                              al_session_get_time_us (self->session) - seconds[i] * G_USEC_PER_SEC);
    take (self);
    g_assert_nonnull (strstr (al_export_get_caption (self->export), "look back"));
    g_assert_cmpuint (count_differences (present, draw (self, AL_EXPORT_BOTH, AL_EXPORT_LIGHT)), >,
                      100);
  }
}

static void
test_settings_in_words (Fixture *self, gconstpointer data)
{
  const char *caption = al_export_get_caption (self->export);

  g_assert_nonnull (strstr (caption, "VA-ECMO 4.0\u00a0L/min + IABP 1:1."));
  g_assert_nonnull (strstr (caption, "Norepinephrine 0.10"));
  al_session_set (self->session, AL_PARAMETER_DRUG_NOREPINEPHRINE, 0);
  al_session_set_support (self->session, AL_SUPPORT_NONE);
  take (self);
  g_assert_cmpstr (al_export_get_caption (self->export), ==, "No device.");
}

/* Tables */

/* The lines behind the comments, the heading first. */
static GStrv
split_rows (const char *text)
{
  while (text[0] == '#')
    text = strchr (text, '\n') + 1;
  return g_strsplit (text, "\n", -1);
}

static void
test_signals (Fixture *self, gconstpointer data)
{
  g_autofree char *text = render_text (self, AL_EXPORT_SIGNALS);
  g_auto (GStrv) rows = split_rows (text);
  g_auto (GStrv) names = g_strsplit (rows[0], ",", -1);
  const guint n_rows = g_strv_length (rows) - 2;

  g_assert_nonnull (strstr (text, "Teaching model. Not for patient care."));
  g_assert_nonnull (strstr (text, "(ami-cs)"));
  g_assert_nonnull (strstr (text, "ecmo.on=on"));
  g_assert_nonnull (strstr (text, "drug.norepinephrine_ug_kg_min=0.1"));
  g_assert_nonnull (strstr (text, "5 ms"));
  g_assert_cmpuint (g_strv_length (names), ==, 1 + AL_N_SIGNALS);
  g_assert_cmpstr (names[0], ==, "time_s");
  g_assert_cmpstr (names[1], ==, "lv_pressure_mmhg");
  g_assert_cmpuint (n_rows, >, 60 / ROW_S - 1);
  for (guint i = 0; i < n_rows; i++) {
    g_auto (GStrv) fields = g_strsplit (rows[1 + i], ",", -1);

    g_assert_cmpuint (g_strv_length (fields), ==, 1 + AL_N_SIGNALS);
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[0], NULL), i * ROW_S, 1e-6);
  }
}

static void
test_beats (Fixture *self, gconstpointer data)
{
  g_autofree char *text = render_text (self, AL_EXPORT_BEATS);
  g_auto (GStrv) rows = split_rows (text);
  g_auto (GStrv) names = g_strsplit (rows[0], ",", -1);
  const guint n_rows = g_strv_length (rows) - 2;
  double before = -1;

  g_assert_cmpuint (n_rows, ==, AL_BEAT_HISTORY);
  g_assert_cmpuint (g_strv_length (names), ==, 4 + AL_N_INDICES);
  g_assert_cmpstr (names[4], ==, "hr_bpm");
  for (guint i = 0; i < n_rows; i++) {
    g_auto (GStrv) fields = g_strsplit (rows[1 + i], ",", -1);
    const double start = g_ascii_strtod (fields[0], NULL);

    g_assert_cmpuint (g_strv_length (fields), ==, 4 + AL_N_INDICES);
    g_assert_cmpfloat (start, >, before);
    g_assert_cmpfloat (g_ascii_strtod (fields[1], NULL), >, start);
    g_assert_cmpfloat (g_ascii_strtod (fields[4], NULL), >, 30);
    g_assert_null (strstr (rows[1 + i], "nan"));
    before = start;
  }
}

/* Makes a locale with a decimal comma in a folder, where the machine has what it takes. */
static gboolean
make_comma_locale (const char *folder)
{
  g_autofree char *program = g_find_program_in_path ("localedef");
  g_autofree char *locale = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *argv[] = {program, "--no-archive", "-i", "de_DE", "-f", "UTF-8", locale, NULL};

  g_setenv ("LOCPATH", folder, TRUE);
  return program != NULL &&
         g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, NULL, NULL) &&
         setlocale (LC_NUMERIC, "de_DE.UTF-8") != NULL;
}

/* Rows are the same where a comma stands before decimals. */
static void
test_decimal_comma (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("afterload-locale-XXXXXX", NULL);
  g_autofree char *with_point = render_text (self, AL_EXPORT_BEATS);
  g_autofree char *with_comma = NULL;
  const char *remove[] = {"rm", "-r", folder, NULL};

  if (make_comma_locale (folder)) {
    g_autofree char *half = g_strdup_printf ("%.1f", 0.5);

    g_assert_cmpstr (half, ==, "0,5");
    with_comma = render_text (self, AL_EXPORT_BEATS);
    setlocale (LC_NUMERIC, "C");
    g_assert_cmpstr (strstr (with_comma, "start_s,"), ==, strstr (with_point, "start_s,"));
  } else {
    g_test_skip ("no locale with a decimal comma can be made here");
  }
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

/* Moving pictures */

static guint32
get_32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* As many frames as three beats last at 25 a second; acTL is the second chunk. */
static void
assert_moves (Fixture *self, AlExportContent content)
{
  const AlExportChoice choice = {.content = content, .format = AL_EXPORT_APNG};
  const AlSimulation *simulation = al_session_get_simulation (self->session);
  g_autoptr (GBytes) bytes = al_export_render (self->export, &choice, NULL, NULL);
  const guint8 *file = g_bytes_get_data (bytes, NULL);
  const gint64 duration_us = al_simulation_get_beat (simulation, 0)->end_us -
                             al_simulation_get_beat (simulation, 2)->start_us;

  g_assert_cmpmem (file + 8 + 25 + 4, 4, "acTL", 4);
  g_assert_cmpint (ABS ((gint64) get_32 (file + 8 + 25 + 8) * 40000 - duration_us), <=, 20000);
  g_assert_cmpfloat (al_export_get_progress (self->export), >=, 1);
  /* Frames hold what differs from the one before: without motion there would be next to nothing. */
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 200000);
}

static void
test_moving (Fixture *self, gconstpointer data)
{
  assert_moves (self, AL_EXPORT_BOTH);
  assert_moves (self, AL_EXPORT_CIRCULATION);
}

typedef struct {
  gboolean done;
  GError *error;
} Answer;

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  g_assert_null (al_export_render_finish (result, &answer->error));
  answer->done = TRUE;
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  const AlExportChoice choice = {.format = AL_EXPORT_APNG};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = {FALSE, NULL};

  al_export_render_async (self->export, &choice, cancellable, rendered_cb, &answer);
  g_cancellable_cancel (cancellable);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

/* A patient who has just been loaded has no picture yet, and does no harm. */
static void
test_nothing_yet (Fixture *self, gconstpointer data)
{
  g_autoptr (AlSession) session = al_session_new ();
  g_autoptr (AlExport) empty = al_export_new (session, &self->subject);
  g_autoptr (GError) error = NULL;
  AlExportChoice choice = {.content = AL_EXPORT_BOTH, .format = AL_EXPORT_APNG};

  g_assert_null (al_export_render (empty, &choice, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  for (int format = 0; format < AL_N_EXPORT_FORMATS; format++) {
    g_autoptr (GBytes) bytes = NULL;

    choice.format = (AlExportFormat) format;
    if (format != AL_EXPORT_APNG)
      bytes = al_export_render (empty, &choice, NULL, NULL);
    g_assert_true (bytes != NULL || format == AL_EXPORT_APNG);
  }
}

/* Clipboard and paper */

static void
test_copy (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  const AlExportChoice choice = {.format = AL_EXPORT_SIGNALS, .shape = AL_EXPORT_SQUARE};
  g_auto (GValue) value = G_VALUE_INIT;

  al_export_copy (self->export, &choice, clipboard);
  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_cmpint (gdk_texture_get_width (g_value_get_object (&value)), ==, 1440);
  g_assert_cmpint (gdk_texture_get_height (g_value_get_object (&value)), ==, 1440);
}

static void
test_print (Fixture *self, gconstpointer data)
{
  const AlExportChoice choice = {.content = AL_EXPORT_LOOP};
  g_autoptr (GtkPrintOperation) operation = al_export_create_print (self->export, &choice);
  g_autofree char *folder = g_dir_make_tmp ("afterload-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  g_assert_cmpuint (length, >, 10000);
  g_remove (path);
  g_rmdir (folder);
}

/* The dialog */

typedef struct {
  GtkWidget *dialog;
  const char *text;
} Saying;

static gboolean
is_said (gpointer user_data)
{
  const Saying *saying = user_data;

  return al_tree_says (saying->dialog, saying->text);
}

static void
assert_will_say (GtkWidget *dialog, const char *text)
{
  Saying saying = {dialog, text};

  g_assert_true (al_tree_wait (is_said, &saying));
}

static AdwComboRow *
get_row (GtkWidget *dialog, guint position)
{
  return ADW_COMBO_ROW (al_tree_find (dialog, ADW_TYPE_COMBO_ROW, position));
}

static void
test_dialog_chooses (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (al_export_dialog_new (NULL, self->export));
  GtkWidget *picture = al_tree_find (dialog, GTK_TYPE_PICTURE, 0);
  AlExportChoice choice;

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_accessible_assert_role (picture, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_nonnull (strstr (gtk_picture_get_alternative_text (GTK_PICTURE (picture)), "fills to"));
  adw_combo_row_set_selected (get_row (dialog, 0), AL_EXPORT_PDF);
  adw_combo_row_set_selected (get_row (dialog, 1), AL_EXPORT_LOOP);
  adw_combo_row_set_selected (get_row (dialog, 2), AL_EXPORT_PROJECTOR);
  adw_combo_row_set_selected (get_row (dialog, 3), AL_EXPORT_SQUARE);
  al_export_dialog_get_choice (AL_EXPORT_DIALOG (dialog), &choice);
  g_assert_cmpint (choice.format, ==, AL_EXPORT_PDF);
  g_assert_cmpint (choice.content, ==, AL_EXPORT_LOOP);
  g_assert_cmpint (choice.style, ==, AL_EXPORT_PROJECTOR);
  g_assert_cmpint (choice.shape, ==, AL_EXPORT_SQUARE);
  g_assert_cmpint (
      gdk_paintable_get_intrinsic_width (gtk_picture_get_paintable (GTK_PICTURE (picture))), ==,
      gdk_paintable_get_intrinsic_height (gtk_picture_get_paintable (GTK_PICTURE (picture))));

  /* A table has no looks, and says what it holds. */
  adw_combo_row_set_selected (get_row (dialog, 0), AL_EXPORT_BEATS);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_row (dialog, 2))));
  g_assert_nonnull (strstr (al_export_get_patient_id (self->export), "ami-cs"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_dialog_saves (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (al_export_dialog_new (NULL, self->export));
  g_autofree char *folder = g_dir_make_tmp ("afterload-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "table.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  g_autofree char *text = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  adw_combo_row_set_selected (get_row (dialog, 0), AL_EXPORT_BEATS);
  g_assert_true (g_file_set_contents (path, "what was there", -1, NULL));
  al_export_dialog_save_to (AL_EXPORT_DIALOG (dialog), file);
  assert_will_say (dialog, "Saved as table.csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "# Afterload"));
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = GTK_WIDGET (al_export_dialog_new (NULL, self->export));
  gtk_window_present (GTK_WINDOW (dialog));
  al_export_dialog_save_to (AL_EXPORT_DIALOG (dialog), missing);
  assert_will_say (dialog, "It could not be saved");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_remove (path);
  g_rmdir (folder);
}

/* A dialog that is closed while it saves stops saving, and is gone. */
static void
test_dialog_closes (Fixture *self, gconstpointer data)
{
  gpointer dialog = al_export_dialog_new (NULL, self->export);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.png");

  g_object_add_weak_pointer (dialog, &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  adw_combo_row_set_selected (get_row (dialog, 0), AL_EXPORT_APNG);
  al_export_dialog_save_to (dialog, file);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The window */

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (AL_IS_EXPORT_DIALOG (window))
      return window;
  }
  return NULL;
}

static gboolean
is_enabled (GtkWidget *window, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  /* As a menu in the header does: the window itself has the actions of the page. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  g_object_ref_sink (button);
  gtk_widget_set_parent (button, window);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  g_object_unref (button);
  return enabled;
}

static void
test_actions (Fixture *self, gconstpointer data)
{
  AlWindow *window = al_window_new (NULL);
  GtkWidget *widget = GTK_WIDGET (window);

  al_session_set_playing (al_window_get_session (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (widget);
  g_assert_true (is_enabled (widget, "sim.export"));
  g_assert_true (gtk_widget_activate_action (widget, "sim.copy", NULL));
  assert_will_say (widget, "Picture copied");
  g_assert_true (gtk_widget_activate_action (widget, "sim.export", NULL));
  g_assert_nonnull (find_dialog ());
  gtk_window_destroy (find_dialog ());

  /* Another page has nothing to take away. */
  al_window_show_page (window, "cases");
  gtk_test_widget_wait_for_draw (widget);
  g_assert_false (is_enabled (widget, "sim.export"));
  al_window_show_page (window, "simulator");
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add ("/export/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  al_tree_init (&argc, &argv);

  ADD ("formats", test_formats);
  ADD ("pictures-differ", test_pictures_differ);
  ADD ("stands-still", test_stands_still);
  ADD ("shows-ghosts", test_shows_ghosts);
  ADD ("looks-back", test_looks_back);
  ADD ("settings-in-words", test_settings_in_words);
  ADD ("signals", test_signals);
  ADD ("beats", test_beats);
  ADD ("decimal-comma", test_decimal_comma);
  ADD ("moving", test_moving);
  ADD ("cancel", test_cancel);
  ADD ("nothing-yet", test_nothing_yet);
  ADD ("copy", test_copy);
  ADD ("print", test_print);
  ADD ("dialog-chooses", test_dialog_chooses);
  ADD ("dialog-saves", test_dialog_saves);
  ADD ("dialog-closes", test_dialog_closes);
  ADD ("actions", test_actions);
  return g_test_run ();
}
