/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-session-actions.h"

#include <math.h>

/* Short enough to stop a valve on its way. */
#define STEP_US 10000

#define HOUR_US (3600 * (gint64) G_USEC_PER_SEC)

static const struct {
  const char *name;
  double speed;
} rates[] = {{"1/16", 1.0 / 16}, {"1/4", 0.25}, {"1", 1}, {"4", 4}, {"16", 16}, {"60", 60}};

static void
rate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++) {
    if (g_str_equal (g_variant_get_string (parameter, NULL), rates[i].name))
      al_session_set_speed (user_data, rates[i].speed);
  }
}

static void
step_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_step (user_data, -STEP_US);
}

static void
step_on_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_step (user_data, STEP_US);
}

static void
leap_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const gint64 hours = g_ascii_strtoll (g_variant_get_string (parameter, NULL), NULL, 10);

  if (hours > 0)
    al_session_leap (user_data, hours * HOUR_US);
}

static void
cancel_work_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_cancel_work (user_data);
}

static void
four_way_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_set_four_way (user_data, !al_session_get_four_way (user_data));
}

static void
beats_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_set_first_beats (user_data,
                              g_str_equal (g_variant_get_string (parameter, NULL), "first"));
}

static const GActionEntry entries[] = {
    {.name = "rate", .activate = rate_cb, .parameter_type = "s", .state = "'1'"},
    {.name = "step-back", .activate = step_back_cb},
    {.name = "step-on", .activate = step_on_cb},
    {.name = "leap", .activate = leap_cb, .parameter_type = "s"},
    {.name = "cancel-work", .activate = cancel_work_cb},
    {.name = "four-way", .activate = four_way_cb, .state = "false"},
    {.name = "beats", .activate = beats_cb, .parameter_type = "s", .state = "'steady'"},
};

static GSimpleAction *
get (GActionMap *map, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (map, name));
}

static const char *
name_rate (double speed)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++) {
    if (fabs (rates[i].speed - speed) < 1e-9)
      return rates[i].name;
  }
  return "";
}

static void
update (GActionMap *map, AlSession *session)
{
  const gboolean ready = al_session_get_ready (session);
  const gboolean first = al_session_get_first_beats (session);
  const gboolean working = al_session_get_work (session) != AL_SESSION_IDLE;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (get (map, entries[i].name), ready);
  g_simple_action_set_enabled (get (map, "cancel-work"), working);
  g_simple_action_set_state (get (map, "rate"),
                             g_variant_new_string (name_rate (al_session_get_speed (session))));
  g_simple_action_set_state (get (map, "four-way"),
                             g_variant_new_boolean (al_session_get_four_way (session)));
  g_simple_action_set_state (get (map, "beats"), g_variant_new_string (first ? "first" : "steady"));
}

static void
notify_cb (AlSession *session, GParamSpec *pspec, GActionMap *map)
{
  update (map, session);
}

static void
ghosts_changed_cb (AlSession *session, GActionMap *map)
{
  update (map, session);
}

/**
 * al_session_actions_add:
 * @map: where the actions go, such as the group "sim" of a page
 * @session: a session that outlives @map
 *
 * Adds what a person does with the time of a session and with its comparisons: `rate` ("1/16",
 * "1/4", "1", "4", "16", "60"), `step-back` and `step-on` (10 ms), `leap` (hours as a string),
 * `cancel-work`, `four-way` (a toggle), `beats` ("first" or "steady").
 */
void
al_session_actions_add (GActionMap *map, AlSession *session)
{
  const char *const notifications[] = {"notify::ready", "notify::speed", "notify::work",
                                       "notify::four-way"};

  g_return_if_fail (AL_IS_SESSION (session));
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), session);
  for (guint i = 0; i < G_N_ELEMENTS (notifications); i++)
    g_signal_connect_object (session, notifications[i], G_CALLBACK (notify_cb), map, 0);
  g_signal_connect_object (session, "ghosts-changed", G_CALLBACK (ghosts_changed_cb), map, 0);
  update (map, session);
}
