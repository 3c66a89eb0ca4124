/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-strip-view-private.h"

#include <glib/gi18n.h>

#include "al-preferences.h"
#include "al-strip-layout.h"

/* Names of actions; the menu expects them in the group of the simulator. */
#define GROUP     "sim"
#define PREFIX    "strip-"
#define ECG       "ecg"
#define LANDMARKS "landmarks"
#define DISPLAY   "display"
#define DURATION  "duration"

static const char *const displays[] = {"sweep", "scroll"};
static const int durations_s[] = {3, 6, 12};

/* Preferences */

static char *
format_duration (AlStripView *self)
{
  return g_strdup_printf ("%d", (int) (self->chosen_us / G_USEC_PER_SEC));
}

/* One list of words: charts, marks, display, and seconds. */
static void
remember (AlStripView *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *duration = format_duration (self);
  g_auto (GStrv) list = NULL;

  for (int strip = 0; strip < AL_N_STRIPS; strip++) {
    if (al_strip_view_has_strip (self, (AlStrip) strip))
      g_strv_builder_add (words, al_strip_layout_get ((AlStrip) strip)->word);
  }
  if (self->has_ecg)
    g_strv_builder_add (words, ECG);
  if (self->has_landmarks)
    g_strv_builder_add (words, LANDMARKS);
  g_strv_builder_add (words, displays[self->scrolling]);
  g_strv_builder_add (words, duration);
  list = g_strv_builder_end (words);
  al_preferences_set_strips (al_preferences_get_default (), (const char *const *) list);
}

static gboolean
has_word (char **words, const char *word)
{
  return g_strv_contains ((const char *const *) words, word);
}

static void
choose_strips (AlStripView *self, char **words)
{
  AlStrip strip;

  for (guint i = 0; words[i] != NULL; i++) {
    if (al_strip_layout_find (words[i], &strip) && !al_strip_view_has_strip (self, strip) &&
        self->chosen->len < AL_STRIPS_MOST)
      g_array_append_val (self->chosen, strip);
  }
  for (strip = 0; self->chosen->len < AL_STRIPS_FEWEST; strip++) {
    if (!al_strip_view_has_strip (self, strip))
      g_array_append_val (self->chosen, strip);
  }
}

static void
restore_duration (AlStripView *self, char **words)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations_s); i++) {
    g_autofree char *word = g_strdup_printf ("%d", durations_s[i]);

    if (has_word (words, word))
      al_strip_view_set_duration_us (self, durations_s[i] * G_USEC_PER_SEC);
  }
}

/**
 * al_strip_view_restore:
 * @self: a view without strips
 *
 * Shows what the person chose last.
 */
void
al_strip_view_restore (AlStripView *self)
{
  static const char *const first[] = {"arterial", "filling", "flow", ECG, NULL};
  g_auto (GStrv) words = NULL;

  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  words = al_preferences_dup_strips (al_preferences_get_default ());
  if (words == NULL)
    words = g_strdupv ((char **) first);
  choose_strips (self, words);
  self->has_ecg = has_word (words, ECG);
  self->has_landmarks = has_word (words, LANDMARKS);
  al_strip_view_update_rows (self);
  restore_duration (self, words);
  al_strip_view_set_scrolling (self, has_word (words, displays[TRUE]));
}

/* Actions */

static void
strip_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlStripView *self = user_data;
  const char *word = g_action_get_name (G_ACTION (action)) + strlen (PREFIX);
  AlStrip strip;

  if (!al_strip_layout_find (word, &strip))
    return;
  if (al_strip_view_has_strip (self, strip))
    al_strip_view_remove_strip (self, strip);
  else
    al_strip_view_add_strip (self, strip);
  remember (self);
}

static void
ecg_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_strip_view_set_ecg (user_data, !al_strip_view_get_ecg (user_data));
  remember (user_data);
}

static void
landmarks_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_strip_view_set_landmarks (user_data, !al_strip_view_get_landmarks (user_data));
  remember (user_data);
}

static void
display_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_strip_view_set_scrolling (
      user_data, g_str_equal (g_variant_get_string (parameter, NULL), displays[TRUE]));
  remember (user_data);
}

static void
duration_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const gint64 asked_s = g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10);

  for (guint i = 0; i < G_N_ELEMENTS (durations_s); i++) {
    if (asked_s == durations_s[i])
      al_strip_view_set_duration_us (user_data, asked_s * G_USEC_PER_SEC);
  }
  remember (user_data);
}

static void
set_state (AlStripView *self, const char *word, GVariant *state, gboolean enabled)
{
  g_autofree char *name = g_strconcat (PREFIX, word, NULL);
  GAction *action = g_action_map_lookup_action (self->actions, name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* What the menu checks, and what it offers: neither too few charts nor too many. */
void
al_strip_view_update_actions (AlStripView *self)
{
  const guint n_strips = al_strip_view_get_n_strips (self);
  g_autofree char *duration = format_duration (self);

  if (self->actions == NULL)
    return;
  for (int i = 0; i < AL_N_STRIPS; i++) {
    const gboolean shown = al_strip_view_has_strip (self, (AlStrip) i);

    set_state (self, al_strip_layout_get ((AlStrip) i)->word, g_variant_new_boolean (shown),
               shown ? n_strips > AL_STRIPS_FEWEST : n_strips < AL_STRIPS_MOST);
  }
  set_state (self, ECG, g_variant_new_boolean (self->has_ecg), TRUE);
  set_state (self, LANDMARKS, g_variant_new_boolean (self->has_landmarks),
             al_strip_view_has_strip (self, AL_STRIP_ARTERIAL));
  set_state (self, DISPLAY, g_variant_new_string (displays[self->scrolling]), TRUE);
  set_state (self, DURATION, g_variant_new_string (duration), TRUE);
}

/**
 * al_strip_view_add_actions:
 * @self: a view
 * @actions: (not owned): where the actions of the page are; it outlives the view
 *
 * Adds what a person may choose: `strip-arterial` and so on for each chart, `strip-ecg`,
 * `strip-landmarks`, `strip-display` with `sweep` or `scroll`, and `strip-duration` with `3`, `6`
 * or `12` seconds. What is chosen by them is remembered.
 */
void
al_strip_view_add_actions (AlStripView *self, GActionMap *actions)
{
  static const GActionEntry entries[] = {
      {PREFIX ECG, ecg_cb, NULL, "false", NULL},
      {PREFIX LANDMARKS, landmarks_cb, NULL, "false", NULL},
      {PREFIX DISPLAY, display_cb, "s", "'sweep'", NULL},
      {PREFIX DURATION, duration_cb, "s", "'6'", NULL},
  };

  g_return_if_fail (AL_IS_STRIP_VIEW (self));
  g_return_if_fail (G_IS_ACTION_MAP (actions));
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
  for (int i = 0; i < AL_N_STRIPS; i++) {
    g_autofree char *name = g_strconcat (PREFIX, al_strip_layout_get ((AlStrip) i)->word, NULL);
    const GActionEntry entry = {name, strip_cb, NULL, "false", NULL};

    g_action_map_add_action_entries (actions, &entry, 1, self);
  }
  self->actions = actions;
  al_strip_view_update_actions (self);
}

/* The menu */

static void
append (GMenu *menu, const char *label, const char *word, const char *target)
{
  g_autofree char *action = g_strconcat (GROUP "." PREFIX, word, NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (target != NULL)
    g_menu_item_set_action_and_target (item, action, "s", target);
  else
    g_menu_item_set_action_and_target (item, action, NULL);
  g_menu_append_item (menu, item);
}

static void
append_charts (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (int i = 0; i < AL_N_STRIPS; i++) {
    const AlStripLayout *layout = al_strip_layout_get ((AlStrip) i);

    append (section, _ (layout->title), layout->word, NULL);
  }
  g_menu_append_section (menu, _ ("Charts"), G_MENU_MODEL (section));
}

static void
append_marks (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append (section, _ ("ECG and triggers"), ECG, NULL);
  append (section, _ ("Landmarks of the arterial curve"), LANDMARKS, NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_display (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append (section, _ ("Sweep, as a monitor"), DISPLAY, displays[FALSE]);
  append (section, _ ("Scroll, as paper"), DISPLAY, displays[TRUE]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_durations (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (durations_s); i++) {
    g_autofree char *target = g_strdup_printf ("%d", durations_s[i]);
    /* Translators: how much time a chart shows, in seconds */
    g_autofree char *label = g_strdup_printf (_ ("%d s"), durations_s[i]);

    append (section, label, DURATION, target);
  }
  g_menu_append_section (menu, _ ("Time across"), G_MENU_MODEL (section));
}

/**
 * al_strip_view_get_menu:
 * @self: a view
 *
 * The choices as a menu, for a button beside the charts. Its actions are expected in the group
 * `sim`.
 *
 * Returns: (transfer none): a menu
 */
GMenuModel *
al_strip_view_get_menu (AlStripView *self)
{
  g_return_val_if_fail (AL_IS_STRIP_VIEW (self), NULL);
  if (self->menu == NULL) {
    self->menu = g_menu_new ();
    append_charts (self->menu);
    append_marks (self->menu);
    append_display (self->menu);
    append_durations (self->menu);
  }
  return G_MENU_MODEL (self->menu);
}
