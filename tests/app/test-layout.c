/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <libintl.h>
#undef dgettext
#undef gettext

#include "al-control-panel.h"
#include "al-control-section.h"
#include "al-evidence-page.h"
#include "al-loop-view.h"
#include "al-prediction-view.h"
#include "al-simulator-page.h"
#include "al-sketch-view.h"
#include "al-widget-tree.h"
#include "al-window.h"

/*
 * Whether the page stands a small screen, large text, long words and the other direction of
 * reading: nothing outside of what holds it, nothing over its neighbour, no word cut short.
 */

/* Of a width by which rounding may differ. */
#define SLACK 1.5f

typedef struct {
  int width;
  int height;
  double text;  /* of the usual size */
  double words; /* of the usual length */
  gboolean rtl;
} Look;

/* How long each message is, of its own length. */
static double word_length = 1;

static const char *
lengthen (const char *message)
{
  const char *context_end = strchr (message, '\004');
  const char *text = context_end != NULL ? context_end + 1 : message;
  const gsize length = strlen (text);
  const guint more = (guint) ((word_length - 1) * (double) g_utf8_strlen (text, -1) + 0.5);
  g_autoptr (GString) longer = g_string_sized_new (length + more);

  if (more == 0 || length == 0 || !g_ascii_isalnum (text[length - 1]))
    return message; /* as where there is no translation */
  g_string_append (longer, text);
  for (guint i = 0; i < more; i++)
    /* Short ones grow as a German compound does, long ones by words. */
    g_string_append_c (longer, more > 4 && i % 8 == 0 ? ' ' : 'e');
  return g_intern_string (longer->str);
}

/* A translation into a language that does not exist, in place of the one of the C library. */

char *
dcgettext (const char *domain, const char *message, int category)
{
  return (char *) (domain == NULL || g_str_equal (domain, "afterload") ? lengthen (message)
                                                                       : message);
}

char *
dgettext (const char *domain, const char *message)
{
  return dcgettext (domain, message, 0);
}

char *
gettext (const char *message)
{
  return dcgettext (NULL, message, 0);
}

typedef struct {
  GtkWidget *window;
  GString *found; /* what is wrong, a line each */
  const Look *look;
} Inspection;

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *at = widget; at != NULL && !GTK_IS_WINDOW (at); at = gtk_widget_get_parent (at))
    g_string_append_printf (path, " < %s", G_OBJECT_TYPE_NAME (at));
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (path, " \"%s\"", gtk_label_get_text (GTK_LABEL (widget)));
  return g_string_free (path, FALSE);
}

static void
complain (Inspection *self, const char *what, GtkWidget *widget)
{
  g_autofree char *name = describe (widget);

  g_string_append_printf (self->found, "\n%s:%s", what, name);
}

static graphene_rect_t
get_bounds (Inspection *self, GtkWidget *widget)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  g_assert_true (gtk_widget_compute_bounds (widget, self->window, &bounds));
  return bounds;
}

/* With large text or long words a table is wider than the page, which then is scrolled sideways. */
static gboolean
may_scroll_sideways (Inspection *self, GtkWidget *scrolled)
{
  GtkPolicyType horizontal;

  g_object_get (scrolled, "hscrollbar-policy", &horizontal, NULL);
  return (self->look->text > 1 || self->look->words > 1) && horizontal == GTK_POLICY_AUTOMATIC &&
         gtk_widget_get_ancestor (scrolled, AL_TYPE_EVIDENCE_PAGE) != NULL;
}

/* What may be scrolled up and down still must not be wider than what scrolls it. */
static graphene_rect_t
get_limits (Inspection *self, GtkWidget *widget)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t limits = get_bounds (self, scrolled != NULL ? scrolled : self->window);

  if (scrolled != NULL) {
    limits.origin.y = -1e5f;
    limits.size.height = 2e5f;
  }
  if (scrolled != NULL && may_scroll_sideways (self, scrolled)) {
    limits.origin.x = -1e5f;
    limits.size.width = 2e5f;
  }
  graphene_rect_inset (&limits, -SLACK, -SLACK);
  return limits;
}

static gboolean
overlap (const graphene_rect_t *one, const graphene_rect_t *other)
{
  graphene_rect_t both;

  return graphene_rect_intersection (one, other, &both) && both.size.width > SLACK &&
         both.size.height > SLACK;
}

/* The row of an entry, which stands in full beside the list. */
static gboolean
is_of_entry (GtkWidget *label)
{
  GtkWidget *list = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX);

  return list != NULL && gtk_widget_has_css_class (list, "navigation-sidebar");
}

/* A name of a patient of any length, and the sentence on a change, both in full in a tooltip. */
static gboolean
may_be_cut (GtkWidget *label)
{
  return is_of_entry (label) || gtk_widget_get_ancestor (label, GTK_TYPE_DROP_DOWN) != NULL ||
         gtk_widget_has_css_class (label, "change-sentence");
}

static gboolean
is_seen (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && !GTK_IS_NATIVE (widget) &&
         gtk_widget_get_width (widget) > 0 && gtk_widget_get_height (widget) > 0;
}

static void
inspect_siblings (Inspection *self, GtkWidget *widget)
{
  const graphene_rect_t bounds = get_bounds (self, widget);

  /* Corners of a sketch stand where the person puts them. */
  if (GTK_IS_OVERLAY (gtk_widget_get_parent (widget)) ||
      AL_IS_SKETCH_VIEW (gtk_widget_get_parent (widget)))
    return;
  for (GtkWidget *next = gtk_widget_get_next_sibling (widget); next != NULL;
       next = gtk_widget_get_next_sibling (next)) {
    const graphene_rect_t other =
        is_seen (next) ? get_bounds (self, next) : GRAPHENE_RECT_INIT (0, 0, 0, 0);

    if (overlap (&bounds, &other)) {
      complain (self, "overlaps the next", widget);
      complain (self, "                 ", next);
    }
  }
}

static void
inspect (Inspection *self, GtkWidget *widget)
{
  const graphene_rect_t bounds = get_bounds (self, widget);
  const graphene_rect_t limits = get_limits (self, widget);

  if (!graphene_rect_contains_rect (&limits, &bounds))
    complain (self, "outside", widget);
  if (GTK_IS_LABEL (widget) && !may_be_cut (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    complain (self, "cut short", widget);
  /* The parts of one control are the toolkit's. */
  if (!GTK_IS_RANGE (widget) && !GTK_IS_SWITCH (widget) && !GTK_IS_SCROLLBAR (widget) &&
      !GTK_IS_LEVEL_BAR (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child)) {
      if (!is_seen (child))
        continue;
      if (!GTK_IS_SCROLLED_WINDOW (widget))
        inspect_siblings (self, child);
      inspect (self, child);
    }
}

/* Until no size changes any more: what depends on the width is set after widths are given out. */
static void
settle (GtkWidget *widget)
{
  for (int i = 0; i < 3; i++) {
    gtk_test_widget_wait_for_draw (widget);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
}

static AlWindow *
open_window (const Look *look)
{
  AlWindow *window;

  word_length = look->words;
  gtk_widget_set_default_direction (look->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (look->text * 96 * 1024), NULL);
  window = al_window_new (NULL);
  al_session_set_playing (al_window_get_session (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), look->width, look->height);
  gtk_window_present (GTK_WINDOW (window));
  settle (GTK_WIDGET (window));
  if (gtk_widget_get_mapped (al_tree_find (GTK_WIDGET (window), AL_TYPE_CONTROL_PANEL, 0)))
    al_tree_wait_for_type (GTK_WIDGET (window), AL_TYPE_CONTROL_SECTION);
  settle (GTK_WIDGET (window));
  return window;
}

static const char *const panels[] = {"circulation", "differences", "trends", "predict", "charts"};

static void
inspect_panel (Inspection *self, const char *panel)
{
  GtkWidget *page = al_tree_find (self->window, AL_TYPE_SIMULATOR_PAGE, 0);
  GtkWidget *loop = al_tree_find (page, AL_TYPE_LOOP_VIEW, 0);
  const gsize before = self->found->len;

  g_assert_true (gtk_widget_activate_action (loop, "sim.panel", "s", panel));
  settle (self->window);
  inspect (self, page);
  if (self->found->len > before)
    g_string_append_printf (self->found, "\n  beside %s", panel);
}

/* A question needs more room than the examples that stand for it before it is asked. */
static void
inspect_question (Inspection *self)
{
  GtkWidget *view = al_tree_find (self->window, AL_TYPE_PREDICTION_VIEW, 0);
  GtkWidget *loop = al_tree_find (self->window, AL_TYPE_LOOP_VIEW, 0);
  GtkStack *pages = GTK_STACK (al_tree_find (view, GTK_TYPE_STACK, 0));
  AlSession *session = al_window_get_session (AL_WINDOW (self->window));

  g_assert_true (gtk_widget_activate_action (loop, "sim.panel", "s", "predict"));
  g_assert_true (gtk_widget_activate_action (loop, "sim.support", "s", "ecmo"));
  settle (self->window);
  inspect (self, view);
  gtk_stack_set_visible_child_name (pages, "sketch");
  settle (self->window);
  inspect (self, view);
  inspect_siblings (self, loop);
  al_session_undo (session);
  settle (self->window);
}

/* The entry of each section with the most on it. */
static const char *const entries[] = {
    "claim:claim-17",     "passage:reflection",
    "study:danger-shock", "forest:va-ecmo-early",
    "timeline:all",       "guideline:esc-acs-2023",
    "stage:stage-c",      "practice:ecmo-complications",
    "exercise:flow-pump",
};

static void
inspect_entry (Inspection *self, const char *key)
{
  AlEvidencePage *page = AL_EVIDENCE_PAGE (al_tree_find (self->window, AL_TYPE_EVIDENCE_PAGE, 0));
  const gsize before = self->found->len;

  g_assert_true (al_evidence_page_show (page, key, NULL));
  settle (self->window);
  inspect (self, GTK_WIDGET (page));
  if (self->found->len > before)
    g_string_append_printf (self->found, "\n  on %s", key);
}

static void
inspect_evidence (Inspection *self)
{
  al_window_show_page (AL_WINDOW (self->window), "evidence");
  settle (self->window);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    inspect_entry (self, entries[i]);
}

static void
test_look (gconstpointer data)
{
  const Look *look = data;
  AlWindow *window = open_window (look);
  Inspection inspection = {GTK_WIDGET (window), g_string_new (NULL), look};

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    inspect_panel (&inspection, panels[i]);
  inspect_question (&inspection);
  inspect_evidence (&inspection);
  if (inspection.found->len > 0)
    g_test_message ("At %d x %d:%s", gtk_widget_get_width (GTK_WIDGET (window)),
                    gtk_widget_get_height (GTK_WIDGET (window)), inspection.found->str);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, look->width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, look->height);
  g_assert_cmpstr (inspection.found->str, ==, "");
  g_string_free (inspection.found, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static const Look looks[] = {
    {1024, 768, 1, 1, FALSE},   {1366, 768, 1, 1, FALSE},  {1024, 768, 1, 1.4, FALSE},
    {1366, 768, 1, 1.4, FALSE}, {1024, 768, 1, 1.4, TRUE}, {1366, 768, 1, 1.4, TRUE},
    {1366, 768, 1, 1, TRUE},    {1366, 768, 2, 1, FALSE},  {1920, 1080, 2, 1, FALSE},
    {1920, 1080, 1, 1.4, TRUE}, {1920, 1080, 1, 1, FALSE},
};

/* As the program looks: paddings and icons need room too. */
static void
add_looks (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/afterload/Afterload/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/io/github/afterload/Afterload/icons");
}

int
main (int argc, char *argv[])
{
  /* The language is the one above, whatever the person speaks. */
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_unsetenv ("LANGUAGE");
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  al_tree_init (&argc, &argv);
  add_looks ();
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    const Look *look = &looks[i];
    g_autofree char *path =
        g_strdup_printf ("/layout/%dx%d/text-%.0f%%/words-%.0f%%%s", look->width, look->height,
                         100 * look->text, 100 * look->words, look->rtl ? "/rtl" : "");

    g_test_add_data_func (path, look, test_look);
  }
  return g_test_run ();
}
