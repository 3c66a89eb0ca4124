/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-shortcuts.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#define WINDOW_WIDTH  460
#define WINDOW_HEIGHT 620

typedef enum {
  GROUP_SIMULATOR, /* keys without a modifier: they act on the page while it is shown */
  GROUP_LECTURE,   /* the same */
  GROUP_PLOTS,     /* keys of a loop or of charts that have the focus: they set these themselves */
  GROUP_EVIDENCE,  /* keys of the Evidence page: it sets these itself */
  GROUP_VIEW,
  GROUP_PROGRAM,
  N_GROUPS
} Group;

/* The one table of keys: it sets them and it lists them; those of a plot it only lists. */
typedef struct {
  Group group;
  const char *title;
  const char *action; /* detailed; NULL in a plot */
  const char *keys[3];
} Shortcut;

static const char *const group_titles[N_GROUPS] = {
    [GROUP_SIMULATOR] = N_ ("Simulator"),
    [GROUP_LECTURE] = N_ ("Lecture"),
    [GROUP_PLOTS] = N_ ("In the Loop and the Charts"),
    [GROUP_EVIDENCE] = N_ ("Evidence"),
    [GROUP_VIEW] = N_ ("View"),
    [GROUP_PROGRAM] = N_ ("Program"),
};

static const Shortcut shortcuts[] = {
    {GROUP_SIMULATOR, N_ ("Play or freeze"), "sim.play", {"space"}},
    {GROUP_SIMULATOR, N_ ("One beat further"), "sim.step-beat", {"period"}},
    {GROUP_SIMULATOR, N_ ("10 ms back"), "sim.step-back", {"comma"}},
    {GROUP_SIMULATOR, N_ ("10 ms on"), "sim.step-on", {"slash"}},
    {GROUP_SIMULATOR, N_ ("Slow motion, or back to real time"), "sim.slow", {"s"}},
    {GROUP_SIMULATOR, N_ ("Keep this loop"), "sim.keep-ghost", {"g"}},
    {GROUP_SIMULATOR, N_ ("Remove kept loops"), "sim.clear-ghosts", {"<Shift>g"}},
    {GROUP_SIMULATOR, N_ ("Start the patient anew"), "sim.reset", {"r"}},
    {GROUP_SIMULATOR, N_ ("No device"), "sim.support::baseline", {"1"}},
    {GROUP_SIMULATOR, N_ ("Balloon pump"), "sim.support::iabp", {"2"}},
    {GROUP_SIMULATOR, N_ ("VA-ECMO"), "sim.support::ecmo", {"3"}},
    {GROUP_SIMULATOR, N_ ("VA-ECMO and balloon pump"), "sim.support::both", {"4"}},
    {GROUP_SIMULATOR, N_ ("Compare all four, or return"), "sim.four-way", {"5"}},
    {GROUP_SIMULATOR, N_ ("Two runs side by side, or keep the selected one"), "sim.beside", {"n"}},
    {GROUP_SIMULATOR, N_ ("Select the other run"), "sim.swap-run", {"x"}},
    {GROUP_SIMULATOR, N_ ("Charts beside the loop"), "sim.panel::charts", {"w"}},
    {GROUP_SIMULATOR, N_ ("Circulation beside the loop"), "sim.panel::circulation", {"h"}},
    {GROUP_SIMULATOR, N_ ("Table of kept states"), "sim.panel::differences", {"d"}},
    {GROUP_SIMULATOR, N_ ("Trends over hours"), "sim.panel::trends", {"t"}},
    {GROUP_SIMULATOR, N_ ("Predict first, or leave the question"), "sim.panel::predict", {"q"}},
    {GROUP_SIMULATOR, N_ ("Show or hide the controls"), "sim.controls", {"F9"}},
    {GROUP_LECTURE, N_ ("Projector style"), "win.projector", {"p"}},
    {GROUP_LECTURE, N_ ("Window for the audience"), "win.audience", {"a"}},
    {GROUP_LECTURE, N_ ("Freeze the audience’s picture"), "win.freeze-audience", {"f"}},
    {GROUP_LECTURE, N_ ("Blank screen: the audience’s, or else this one"), "win.blank", {"b"}},
    {GROUP_LECTURE, N_ ("Pen on the frozen picture"), "win.pen", {"e"}},
    {GROUP_LECTURE, N_ ("Other colour of the pen"), "win.red-pen", {"c"}},
    {GROUP_LECTURE, N_ ("Take the last stroke back"), "win.undo-stroke", {"BackSpace"}},
    {GROUP_LECTURE, N_ ("Clear all strokes"), "win.clear-strokes", {"Delete"}},
    {GROUP_LECTURE, N_ ("Spotlight around the pointer"), "win.spotlight", {"l"}},
    {GROUP_LECTURE, N_ ("Lay the tool down"), "win.leave-tool", {"Escape"}},
    {GROUP_LECTURE, N_ ("Lock the controls"), "win.lock", {"k"}},
    {GROUP_PLOTS, N_ ("A moment back, freezing time"), NULL, {"Left"}},
    {GROUP_PLOTS, N_ ("A moment on"), NULL, {"Right"}},
    {GROUP_PLOTS, N_ ("Charts: a beat back"), NULL, {"<Control>Left"}},
    {GROUP_PLOTS, N_ ("Charts: a beat on"), NULL, {"<Control>Right"}},
    {GROUP_PLOTS, N_ ("Charts: half a screen back"), NULL, {"Page_Up"}},
    {GROUP_PLOTS, N_ ("Charts: half a screen on"), NULL, {"Page_Down"}},
    {GROUP_PLOTS, N_ ("Charts: the earliest that is remembered"), NULL, {"Home"}},
    {GROUP_PLOTS, N_ ("Charts: the present"), NULL, {"End"}},
    {GROUP_PLOTS, N_ ("Charts: begin or end measuring"), NULL, {"m"}},
    {GROUP_PLOTS, N_ ("Charts: measure the curve above"), NULL, {"Up"}},
    {GROUP_PLOTS, N_ ("Charts: measure the curve below"), NULL, {"Down"}},
    {GROUP_PLOTS, N_ ("Charts: clear what was measured"), NULL, {"Escape"}},
    {GROUP_EVIDENCE, N_ ("Search"), NULL, {"<Control>f"}},
    {GROUP_EVIDENCE, N_ ("From the list to the entry and back"), NULL, {"F6"}},
    {GROUP_EVIDENCE, N_ ("Back from where a link led"), NULL, {"<Alt>Left"}},
    {GROUP_EVIDENCE, N_ ("Save the entry"), NULL, {"<Control>e"}},
    {GROUP_VIEW, N_ ("Simulator"), "win.page::simulator", {"<Alt>1"}},
    {GROUP_VIEW, N_ ("Cases"), "win.page::cases", {"<Alt>2"}},
    {GROUP_VIEW, N_ ("Evidence"), "win.page::evidence", {"<Alt>3"}},
    {GROUP_VIEW, N_ ("About the model"), "win.model", {"<Alt>m"}},
    {GROUP_VIEW, N_ ("Help"), "win.help", {"F1"}},
    {GROUP_VIEW, N_ ("Full screen"), "win.fullscreen", {"F11"}},
    {GROUP_PROGRAM, N_ ("Undo"), "win.undo", {"<Control>z"}},
    {GROUP_PROGRAM, N_ ("Redo"), "win.redo", {"<Control><Shift>z", "<Control>y"}},
    {GROUP_PROGRAM, N_ ("Take it away as a file"), "sim.export", {"<Control>e"}},
    {GROUP_PROGRAM, N_ ("Copy the picture"), "sim.copy", {"<Control><Shift>c"}},
    {GROUP_PROGRAM, N_ ("Print"), "sim.print", {"<Control>p"}},
    {GROUP_PROGRAM, N_ ("Menu"), "win.menu", {"F10"}},
    {GROUP_PROGRAM, N_ ("Keyboard shortcuts"), "win.shortcuts", {"<Control>question"}},
    {GROUP_PROGRAM, N_ ("Close the window"), "window.close", {"<Control>w"}},
    {GROUP_PROGRAM, N_ ("Quit"), "app.quit", {"<Control>q"}},
};

static gboolean
is_of_page (const Shortcut *shortcut)
{
  return shortcut->group == GROUP_SIMULATOR || shortcut->group == GROUP_LECTURE;
}

static gboolean
is_of_program (const Shortcut *shortcut)
{
  return shortcut->group == GROUP_VIEW || shortcut->group == GROUP_PROGRAM;
}

/**
 * al_shortcuts_install:
 * @application: the program
 *
 * Sets the keys that act everywhere.
 */
void
al_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    if (is_of_program (&shortcuts[i]))
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
  }
}

/* A key that would do nothing now, such as Escape without a tool, is left to others. */
static gboolean
is_idle (GtkWidget *page, const char *action)
{
  GtkRoot *root = gtk_widget_get_root (page);

  return g_str_has_prefix (action, "win.") && G_IS_ACTION_GROUP (root) &&
         !g_action_group_get_action_enabled (G_ACTION_GROUP (root), action + strlen ("win."));
}

/* A key without a modifier belongs to the page that is shown, and to no other. */
static gboolean
activate_cb (GtkWidget *page, GVariant *args, gpointer user_data)
{
  const Shortcut *shortcut = user_data;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (!gtk_widget_get_mapped (page) ||
      !g_action_parse_detailed_name (shortcut->action, &name, &target, NULL) ||
      is_idle (page, name))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action_variant (page, name, target);
}

static void
add_controller (GtkWidget *page, GtkShortcutScope scope)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), scope);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    if (!is_of_page (&shortcuts[i]))
      continue;
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys[0]),
                          gtk_callback_action_new (activate_cb, (gpointer) &shortcuts[i], NULL)));
  }
  gtk_widget_add_controller (page, controller);
}

/**
 * al_shortcuts_add_to_page:
 * @page: the simulator page, with its actions
 *
 * Sets the keys that act on the simulator while it is shown.
 *
 * Within the page they come before the window, which takes Space for itself; elsewhere after it.
 */
void
al_shortcuts_add_to_page (GtkWidget *page)
{
  add_controller (page, GTK_SHORTCUT_SCOPE_LOCAL);
  add_controller (page, GTK_SHORTCUT_SCOPE_GLOBAL);
}

static GtkWidget *
make_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *key;
  g_autofree char *label = NULL;
  GdkModifierType modifiers;
  guint keyval;

  gtk_accelerator_parse (shortcut->keys[0], &keyval, &modifiers);
  label = gtk_accelerator_get_label (keyval, modifiers);
  key = gtk_label_new (label);
  gtk_widget_add_css_class (key, "keycap-label");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
  return row;
}

static GtkWidget *
make_group (Group group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), _ (group_titles[group]));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++) {
    if (shortcuts[i].group == group)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), make_row (&shortcuts[i]));
  }
  return widget;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * al_shortcuts_present:
 * @parent: the window that asks
 *
 * Shows the list of keys.
 */
void
al_shortcuts_present (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  for (int group = 0; group < N_GROUPS; group++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                              ADW_PREFERENCES_GROUP (make_group ((Group) group)));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), page);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (window), WINDOW_WIDTH, WINDOW_HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  close_on_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
