/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-window.h"

#include <glib/gi18n.h>

#include "al-cases-page.h"
#include "al-content-watch.h"
#include "al-evidence-page.h"
#include "al-help-page.h"
#include "al-model-page.h"
#include "al-preferences.h"
#include "al-preload.h"
#include "al-projection-actions.h"
#include "al-shortcuts.h"
#include "al-simulator-page.h"
#include "al-still.h"
#include "al-widget.h"

/* Below this width the pages are switched from a bar at the bottom. */
#define NARROW_WIDTH 620
/* How long something said in passing stays, in seconds: the default of libadwaita. */
#define TOAST_S 5

/* Names of the pages, and of those that lie over them. */
#define SIMULATOR "simulator"
#define CASES     "cases"
#define EVIDENCE  "evidence"
#define MAIN      "main"
#define MODEL     "model"
#define HELP      "help"

/**
 * AlWindow:
 *
 * The one window: a page each for the simulator, the cases and the evidence, and two that lie over
 * them until they are left: one about the model, and the help.
 */
struct _AlWindow {
  AdwApplicationWindow parent_instance;

  AlCatalogue *catalogue; /* as it was read last */
  AlContentWatch *watch;
  GPtrArray *problems; /* of AdwToast */
  AlProjection *projection;
  AdwColorScheme scheme_before_projector;
  AlSlate *slate;
  AdwHeaderBar *header;
  GtkWidget *back_button;
  AdwWindowTitle *over_title; /* in the header while a page lies over the others */
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkLabel *projection_note; /* what a lecturer has switched on */
  GtkMenuButton *menu_button;
  GMenuModel *main_menu;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwViewStack *stack;
  AlProgress *progress; /* NULL where nothing is kept */
  AlSimulatorPage *simulator;
  /* Made when they are first seen: the window opens sooner without them */
  AdwBin *cases_place;
  GtkScrolledWindow *evidence_place;
  AlEvidencePage *evidence;
  GtkScrolledWindow *model_place;
  AdwBin *help_place;
};

G_DEFINE_FINAL_TYPE (AlWindow, al_window, ADW_TYPE_APPLICATION_WINDOW)

static GSimpleAction *
get_action (AlWindow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

/* Whether a page lies over the others. */
static gboolean
shows_over (AlWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), MAIN) != 0;
}

static void
make_cases (AlWindow *self)
{
  AlCasesPage *page;

  if (adw_bin_get_child (self->cases_place) != NULL)
    return;
  page = AL_CASES_PAGE (al_cases_page_new ());
  al_cases_page_set_catalogue (page, self->catalogue);
  al_cases_page_set_progress (page, self->progress);
  adw_bin_set_child (self->cases_place, GTK_WIDGET (page));
}

static void
make_evidence (AlWindow *self)
{
  if (self->evidence != NULL)
    return;
  self->evidence = AL_EVIDENCE_PAGE (al_evidence_page_new ());
  al_evidence_page_set_catalogue (self->evidence, self->catalogue);
  gtk_scrolled_window_set_child (self->evidence_place, GTK_WIDGET (self->evidence));
}

static void
make_model (AlWindow *self)
{
  AlModelPage *page;

  if (gtk_scrolled_window_get_child (self->model_place) != NULL)
    return;
  page = AL_MODEL_PAGE (al_model_page_new ());
  al_model_page_set_catalogue (page, self->catalogue);
  gtk_scrolled_window_set_child (self->model_place, GTK_WIDGET (page));
}

static void
make_help (AlWindow *self)
{
  if (adw_bin_get_child (self->help_place) == NULL)
    adw_bin_set_child (self->help_place, al_help_page_new ());
}

/* The simulator is there from the beginning. */
static void
make_page (AlWindow *self, const char *name)
{
  if (g_str_equal (name, CASES))
    make_cases (self);
  else if (g_str_equal (name, EVIDENCE))
    make_evidence (self);
  else if (g_str_equal (name, MODEL))
    make_model (self);
  else if (g_str_equal (name, HELP))
    make_help (self);
}

/* Undo and redo are those of the simulator, and act while it is seen. */
static void
update_actions (AlWindow *self)
{
  AlSession *session = al_window_get_session (self);
  const char *page = adw_view_stack_get_visible_child_name (self->stack);
  gboolean shown = g_strcmp0 (page, SIMULATOR) == 0 && !shows_over (self);

  g_simple_action_set_enabled (get_action (self, "back"), shows_over (self));

  g_simple_action_set_enabled (get_action (self, "undo"),
                               shown && al_session_get_can_undo (session));
  g_simple_action_set_enabled (get_action (self, "redo"),
                               shown && al_session_get_can_redo (session));
  g_simple_action_set_state (get_action (self, "page"),
                             g_variant_new_string (page != NULL ? page : ""));
}

static void
page_changed_cb (AlWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->stack);

  if (page == NULL || get_action (self, "page") == NULL)
    return;
  make_page (self, page);
  al_preferences_set_page (al_preferences_get_default (), page);
  update_actions (self);
  if (g_str_equal (page, SIMULATOR) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    al_simulator_page_focus_loop (self->simulator);
}

static void
update_switchers (AlWindow *self)
{
  gboolean narrow;
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  narrow = width > 0 && width < NARROW_WIDTH && !gtk_window_is_maximized (GTK_WINDOW (self));
  adw_view_switcher_bar_set_reveal (self->switcher_bar, narrow && !shows_over (self));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), !narrow);
}

/* A page over the others has a way back where those have each other. */
static void
show_over (AlWindow *self, const char *name)
{
  const gboolean over = !g_str_equal (name, MAIN);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), name) == 0)
    return;
  make_page (self, name);
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->back_button, over);
  adw_window_title_set_title (self->over_title,
                              g_str_equal (name, HELP) ? _ ("Help") : _ ("About the Model"));
  adw_header_bar_set_title_widget (self->header, over ? GTK_WIDGET (self->over_title)
                                                      : GTK_WIDGET (self->switcher));
  update_switchers (self);
  update_actions (self);
  if (over)
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->simulator)))
    al_simulator_page_focus_loop (self->simulator);
}

static AdwToast *
add_toast (AlWindow *self, const char *text, guint timeout_s)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, timeout_s);
  adw_toast_overlay_add_toast (self->toasts, toast);
  /* The overlay keeps it. */
  return toast;
}

static void
failed_cb (AlWindow *self)
{
  al_window_add_toast (self, _ ("The model cannot follow this; the last change was taken back."));
}

/* Actions */

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_undo (al_window_get_session (AL_WINDOW (user_data)));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_redo (al_window_get_session (AL_WINDOW (user_data)));
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_window_show_page (AL_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
open_preset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_window_open_preset (AL_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
show_evidence_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlWindow *self = AL_WINDOW (user_data);
  const char *from = adw_view_stack_get_visible_child_name (self->stack);

  make_evidence (self);
  if (al_evidence_page_show (self->evidence, g_variant_get_string (parameter, NULL),
                             g_str_equal (from, EVIDENCE) ? NULL : from))
    al_window_show_page (self, EVIDENCE);
}

static void
model_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_over (AL_WINDOW (user_data), MODEL);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_over (AL_WINDOW (user_data), HELP);
}

static void
tour_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlWindow *self = AL_WINDOW (user_data);

  al_window_show_page (self, SIMULATOR);
  al_simulator_page_start_tour (self->simulator);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_over (AL_WINDOW (user_data), MAIN);
}

static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (AL_WINDOW (user_data)->menu_button);
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_shortcuts_present (GTK_WINDOW (user_data));
}

static void
fullscreen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = user_data;

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
fullscreened_cb (AlWindow *self)
{
  gboolean fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));

  g_simple_action_set_state (get_action (self, "fullscreen"), g_variant_new_boolean (fullscreen));
}

static void
change_projector_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  AlWindow *self = user_data;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean projector = g_variant_get_boolean (state);

  g_simple_action_set_state (action, state);
  /* A bright room washes a dark picture out. */
  if (projector)
    self->scheme_before_projector = adw_style_manager_get_color_scheme (manager);
  adw_style_manager_set_color_scheme (manager, projector ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                         : self->scheme_before_projector);
  al_simulator_page_set_projector (self->simulator, projector);
  if (projector)
    gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "projector");
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *authors[] = {_ ("The Afterload authors"), NULL};

  gtk_show_about_dialog (
      GTK_WINDOW (user_data), "program-name", "Afterload", "version", PACKAGE_VERSION,
      "logo-icon-name", APPLICATION_ID, "license-type", GTK_LICENSE_GPL_3_0, "authors", authors,
      "website", HOMEPAGE[0] != '\0' ? HOMEPAGE : NULL, "comments",
      _ ("Mechanical circulatory support in cardiogenic shock, on a beating model.\n\n"
         "Teaching model. Not for patient care. No clinician has reviewed its content. What you "
         "see comes from a simplified circulation and from published figures, each with its "
         "source."),
      NULL);
}

static const GActionEntry action_entries[] = {
    {.name = "undo", .activate = undo_cb},
    {.name = "redo", .activate = redo_cb},
    {.name = "page", .activate = page_cb, .parameter_type = "s", .state = "'simulator'"},
    {.name = "open-preset", .activate = open_preset_cb, .parameter_type = "s"},
    {.name = "show-evidence", .activate = show_evidence_cb, .parameter_type = "s"},
    {.name = "model", .activate = model_cb},
    {.name = "help", .activate = help_cb},
    {.name = "tour", .activate = tour_cb},
    {.name = "back", .activate = back_cb},
    {.name = "menu", .activate = menu_cb},
    {.name = "shortcuts", .activate = shortcuts_cb},
    {.name = "about", .activate = about_cb},
    {.name = "fullscreen", .activate = fullscreen_cb, .state = "false"},
    {.name = "projector", .state = "false", .change_state = change_projector_cb},
};

/* The object */

static gboolean
al_window_close_request (GtkWindow *window)
{
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  al_preferences_set_window (al_preferences_get_default (), width, height,
                             gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (al_window_parent_class)->close_request (window);
}

static void
al_window_dispose (GObject *object)
{
  AlWindow *self = AL_WINDOW (object);

  g_clear_object (&self->projection);
  if (self->simulator != NULL)
    g_signal_handlers_disconnect_by_data (al_window_get_session (self), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sim", NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), AL_TYPE_WINDOW);
  g_clear_object (&self->over_title);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->watch);
  g_clear_object (&self->progress);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  G_OBJECT_CLASS (al_window_parent_class)->dispose (object);
}

static void
al_window_class_init (AlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = al_window_close_request;
  g_type_ensure (AL_TYPE_SLATE);
  g_type_ensure (AL_TYPE_SIMULATOR_PAGE);
  g_type_ensure (AL_TYPE_STILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AlWindow, header);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, slate);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, projection_note);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, simulator);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, cases_place);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, evidence_place);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, model_place);
  gtk_widget_class_bind_template_child (widget_class, AlWindow, help_place);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
restore (AlWindow *self)
{
  AlPreferences *preferences = al_preferences_get_default ();
  g_autofree char *page = al_preferences_dup_page (preferences);
  gboolean maximized;
  int width;
  int height;

  al_preferences_get_window (preferences, &width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  al_window_show_page (self, page);
}

static void
dismiss (gpointer toast)
{
  adw_toast_dismiss (toast);
  g_object_unref (toast);
}

/* What is wrong with the user's own files stays until it was read, or mended. */
static void
show_problems (AlWindow *self)
{
  const char *const *problems = al_catalogue_get_problems (self->catalogue);

  g_ptr_array_set_size (self->problems, 0);
  for (int i = 0; problems[i] != NULL; i++)
    g_ptr_array_add (self->problems, g_object_ref (add_toast (self, problems[i], 0)));
}

/* Who writes evidence sees it at once; a patient or a case is not changed under the hands of who
 * works with it. */
static void
content_read_cb (AlWindow *self, AlCatalogue *catalogue)
{
  g_set_object (&self->catalogue, catalogue);
  if (self->evidence != NULL)
    al_evidence_page_set_catalogue (self->evidence, catalogue);
  show_problems (self);
  if (self->problems->len == 0)
    al_window_add_toast (self, _ ("Your evidence was read again."));
}

static void
load_content (AlWindow *self)
{
  g_autofree char *folder = al_catalogue_dup_default_folder ();

  self->catalogue = al_preload_take ();
  al_simulator_page_set_catalogue (self->simulator, self->catalogue);
  self->problems = g_ptr_array_new_with_free_func (dismiss);
  show_problems (self);
  self->watch = al_content_watch_new (folder);
  g_signal_connect_object (self->watch, "read", G_CALLBACK (content_read_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
al_window_init (AlWindow *self)
{
  AlSession *session;

  gtk_widget_init_template (GTK_WIDGET (self));
  al_widget_set_menu (self->menu_button, self->main_menu);
  self->over_title = ADW_WINDOW_TITLE (g_object_ref_sink (adw_window_title_new ("", "")));
  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  self->projection = al_projection_new (GTK_APPLICATION_WINDOW (self), self->simulator, self->slate,
                                        self->projection_note);
  session = al_window_get_session (self);
  g_signal_connect_swapped (session, "notify::can-undo", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (session, "notify::can-redo", G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (session, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self, "notify::default-width", G_CALLBACK (update_switchers), NULL);
  g_signal_connect (self, "notify::maximized", G_CALLBACK (update_switchers), NULL);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  load_content (self);
  restore (self);
  update_actions (self);
  al_simulator_page_focus_loop (self->simulator);
}

/**
 * al_window_new:
 * @application: (nullable): the program
 *
 * Makes a window on a beating heart.
 *
 * Returns: (transfer none): a new window, owned by GTK until it is destroyed
 */
AlWindow *
al_window_new (GtkApplication *application)
{
  return g_object_new (AL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * al_window_get_session:
 * @self: a window
 *
 * The session of the simulator page.
 *
 * Returns: (transfer none): the session
 */
AlSession *
al_window_get_session (AlWindow *self)
{
  g_return_val_if_fail (AL_IS_WINDOW (self), NULL);
  return al_simulator_page_get_session (self->simulator);
}

/**
 * al_window_show_page:
 * @self: a window
 * @page: `simulator`, `cases` or `evidence`; another name is ignored
 *
 * Switches to a page, and leaves one that lies over the others.
 */
void
al_window_show_page (AlWindow *self, const char *page)
{
  g_return_if_fail (AL_IS_WINDOW (self));
  if (adw_view_stack_get_child_by_name (self->stack, page) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->stack, page);
  show_over (self, MAIN);
}

/**
 * al_window_open_preset:
 * @self: a window
 * @preset_id: the id of a preset
 *
 * Begins with a preset in the simulator and switches there.
 *
 * Returns: whether there is a preset of that id
 */
gboolean
al_window_open_preset (AlWindow *self, const char *preset_id)
{
  g_return_val_if_fail (AL_IS_WINDOW (self), FALSE);
  if (!al_simulator_page_open_preset (self->simulator, preset_id)) {
    al_window_add_toast (self, _ ("This preset is not there."));
    return FALSE;
  }
  al_window_show_page (self, SIMULATOR);
  return TRUE;
}

/**
 * al_window_add_toast:
 * @self: a window
 * @text: what to say, translated, as plain text
 *
 * Says something in passing.
 */
void
al_window_add_toast (AlWindow *self, const char *text)
{
  g_return_if_fail (AL_IS_WINDOW (self));
  add_toast (self, text, TOAST_S);
}

static void
keep_progress (AlWindow *self, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "progress.log", NULL);
  GtkWidget *cases = adw_bin_get_child (self->cases_place);
  g_autoptr (GError) error = NULL;

  self->progress = al_progress_new (path);
  if (!al_progress_load (self->progress, &error))
    add_toast (self, error->message, 0);
  if (cases != NULL)
    al_cases_page_set_progress (AL_CASES_PAGE (cases), self->progress);
}

/**
 * al_window_keep_session:
 * @self: a window
 *
 * Goes on with the session and the cases of the last time, after a crash as well, and keeps these.
 */
void
al_window_keep_session (AlWindow *self)
{
  g_autofree char *folder = al_catalogue_dup_default_folder ();
  g_autofree char *path = g_build_filename (folder, "session.ini", NULL);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (AL_IS_WINDOW (self));
  if (al_simulator_page_keep_session (self->simulator, path, &error))
    al_window_add_toast (self, _ ("As you left it. Undo returns to the fresh patient."));
  else if (error != NULL)
    add_toast (self, error->message, 0);
  keep_progress (self, folder);
}
