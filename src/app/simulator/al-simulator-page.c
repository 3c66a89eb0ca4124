/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-simulator-page.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-control-panel.h"
#include "al-driver.h"
#include "al-index-text.h"
#include "al-loop-view.h"
#include "al-preferences.h"
#include "al-readout-board.h"
#include "al-settled.h"
#include "al-shortcuts.h"
#include "al-strip-view.h"
#include "al-warning-bar.h"

/* The patient with whom the program opens the first time: the one it is about. */
#define FIRST_PATIENT "ami-cs"

#define SLOW_SPEED 0.25

/* The loop is square, or wider where there is room; the charts beside it keep at least their share
 * of the width. */
#define STRIP_SHARE 0.38
#define LOOP_SHARE  0.48
#define WIDEST_LOOP 1.25 /* of its height */
#define STAGE_GAP   12

/* The stage is never drawn lower than this, whatever the height of the window. */
#define STAGE_MIN_HEIGHT 300

/* As the page becomes narrower than this the controls fold away, and come back as it widens. */
#define ROOMY_WIDTH 1100

/* From this width on the numbers are larger and every control is unfolded. */
#define SPACIOUS_WIDTH 1600

static const char *const support_names[] = {
    [AL_SUPPORT_NONE] = "baseline",
    [AL_SUPPORT_IABP] = "iabp",
    [AL_SUPPORT_ECMO] = "ecmo",
    [AL_SUPPORT_BOTH] = "both",
};

/**
 * AlSimulatorPage:
 *
 * A patient's heart, alive: loop, charts, numbers, and the controls of its devices.
 */
struct _AlSimulatorPage {
  AdwBin parent_instance;

  AlSession *session;
  AlCatalogue *catalogue;
  GSimpleActionGroup *actions;

  GtkDropDown *patient;
  GtkLabel *story;
  GtkLabel *sources;
  GtkWidget *stage;
  AlLoopView *loop;
  AlStripView *strips;
  AlWarningBar *warnings;
  AlReadoutBoard *board;
  AlControlPanel *controls;
  GtkRevealer *controls_revealer;
  GtkRevealer *preset_revealer;
  GtkLabel *preset_name;
  GtkLabel *preset_description;
  GtkLabel *preset_limits;
  GtkWidget *preset_limits_button;
  GtkWidget *play;
  GtkLabel *change;
  GtkWidget *settling;
  GtkProgressBar *progress;
  gboolean roomy;
  gboolean spacious;
};

G_DEFINE_FINAL_TYPE (AlSimulatorPage, al_simulator_page, ADW_TYPE_BIN)

/* The stage: a square for the loop, the rest for the charts */

static void
measure_stage (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
               int *natural, int *minimum_baseline, int *natural_baseline)
{
  int sum = 0;
  int highest = STAGE_MIN_HEIGHT;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum;

    gtk_widget_measure (child, orientation, -1, &child_minimum, NULL, NULL, NULL);
    sum += child_minimum;
    highest = MAX (highest, child_minimum);
  }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? sum + STAGE_GAP : highest;
  *natural = *minimum;
}

static void
allocate_stage (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *loop = gtk_widget_get_first_child (widget);
  GtkWidget *strips = gtk_widget_get_next_sibling (loop);
  const double wanted = CLAMP (LOOP_SHARE * width, height, WIDEST_LOOP * height);
  const int side = (int) MIN (wanted, (1 - STRIP_SHARE) * (width - STAGE_GAP));
  const int rest = width - side - STAGE_GAP;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GskTransform *place;

  place = gsk_transform_translate (NULL,
                                   &GRAPHENE_POINT_INIT ((float) (rtl ? rest + STAGE_GAP : 0), 0));
  gtk_widget_allocate (loop, side, height, -1, place);
  place = gsk_transform_translate (NULL,
                                   &GRAPHENE_POINT_INIT ((float) (rtl ? 0 : side + STAGE_GAP), 0));
  gtk_widget_allocate (strips, rest, height, -1, place);
}

/* What the page shows */

static void
update_change (AlSimulatorPage *self)
{
  AlIndices now;
  AlIndices reference;
  g_autofree char *text = NULL;

  if (!al_session_get_indices (self->session, &now) ||
      !al_session_get_reference (self->session, &reference))
    return;
  text = al_index_describe_change (al_session_get_reference_name (self->session), &reference, &now);
  if (!g_str_equal (text, gtk_label_get_text (self->change))) {
    gtk_label_set_text (self->change, text);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->change), text);
  }
}

static void
set_action_state (AlSimulatorPage *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
set_action_enabled (AlSimulatorPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* No button stands for what has no name. */
static const char *
get_support_name (AlSupport support)
{
  return support < G_N_ELEMENTS (support_names) ? support_names[support] : "";
}

static char *
format_speed (double speed)
{
  return g_strdup_printf ("1/%d", (int) lround (1 / speed));
}

static void
update_actions (AlSimulatorPage *self)
{
  gboolean ready = al_session_get_ready (self->session);
  gboolean playing = al_session_get_playing (self->session);
  const char *const always[] = {"play", "step-beat", "keep-ghost", "reset", "support", "fit-axes"};
  g_autofree char *speed = format_speed (al_session_get_speed (self->session));

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    set_action_enabled (self, always[i], ready);
  set_action_enabled (self, "clear-ghosts", ready && al_session_get_n_ghosts (self->session) > 0);
  set_action_state (self, "play", g_variant_new_boolean (playing));
  set_action_state (self, "speed", g_variant_new_string (speed));
  set_action_state (
      self, "support",
      g_variant_new_string (get_support_name (al_session_get_support (self->session))));
  gtk_button_set_icon_name (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic"
                                                             : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, playing ? _ ("Freeze (Space)") : _ ("Play (Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  playing ? _ ("Freeze") : _ ("Play"), -1);
}

static void
update_progress (AlSimulatorPage *self)
{
  gtk_widget_set_visible (self->settling, !al_session_get_ready (self->session));
  gtk_progress_bar_set_fraction (self->progress, al_session_get_progress (self->session));
}

/* Actions */

static void
play_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  al_session_set_playing (self->session, !al_session_get_playing (self->session));
}

static void
step_beat_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  al_session_set_playing (self->session, FALSE);
  al_session_step_beat (self->session);
}

static void
slow_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;
  gboolean slow = al_session_get_speed (self->session) < 1;

  al_session_set_speed (self->session, slow ? 1 : SLOW_SPEED);
}

/* The target is such as "1/4": a fraction of real time. */
static void
speed_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;
  const char *fraction = g_variant_get_string (parameter, NULL);
  const gint64 divisor =
      g_str_has_prefix (fraction, "1/") ? g_ascii_strtoll (fraction + 2, NULL, 10) : 0;

  if (divisor > 0)
    al_session_set_speed (self->session, 1.0 / (double) divisor);
}

static void
keep_ghost_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_keep_ghost (AL_SIMULATOR_PAGE (user_data)->session, NULL);
}

static void
clear_ghosts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_clear_ghosts (AL_SIMULATOR_PAGE (user_data)->session);
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_reset (AL_SIMULATOR_PAGE (user_data)->session);
}

static void
fit_axes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  al_session_fit_axes (AL_SIMULATOR_PAGE (user_data)->session);
}

static void
support_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  for (int support = 0; support < (int) G_N_ELEMENTS (support_names); support++) {
    if (g_str_equal (g_variant_get_string (parameter, NULL), support_names[support]))
      al_session_set_support (self->session, (AlSupport) support);
  }
}

static void
show_controls (AlSimulatorPage *self, gboolean shown)
{
  gtk_revealer_set_reveal_child (self->controls_revealer, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->controls_revealer), shown);
  set_action_state (self, "controls", g_variant_new_boolean (shown));
}

static void
controls_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AlSimulatorPage *self = user_data;

  show_controls (self, !gtk_revealer_get_reveal_child (self->controls_revealer));
}

static void
close_preset_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_revealer_set_reveal_child (AL_SIMULATOR_PAGE (user_data)->preset_revealer, FALSE);
}

static const GActionEntry action_entries[] = {
    {.name = "play", .activate = play_cb, .state = "false"},
    {.name = "step-beat", .activate = step_beat_cb},
    {.name = "slow", .activate = slow_cb},
    {.name = "speed", .activate = speed_cb, .parameter_type = "s", .state = "'1/1'"},
    {.name = "keep-ghost", .activate = keep_ghost_cb},
    {.name = "clear-ghosts", .activate = clear_ghosts_cb},
    {.name = "reset", .activate = reset_cb},
    {.name = "fit-axes", .activate = fit_axes_cb},
    {.name = "support", .activate = support_cb, .parameter_type = "s", .state = "'baseline'"},
    {.name = "controls", .activate = controls_cb, .state = "true"},
    {.name = "close-preset", .activate = close_preset_cb},
};

/* Patients and presets */

static void
select_patient (AlSimulatorPage *self, AlPatient *patient)
{
  GListModel *patients = al_catalogue_get_patients (self->catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (patients); i++) {
    g_autoptr (AlPatient) other = g_list_model_get_item (patients, i);

    if (g_str_equal (al_patient_get_id (other), al_patient_get_id (patient)))
      gtk_drop_down_set_selected (self->patient, i);
  }
}

static void
show_story (AlSimulatorPage *self, AlPatient *patient)
{
  const char *const *sources = al_patient_get_sources (patient);
  g_autofree char *list = sources != NULL ? g_strjoinv ("\n", (char **) sources) : g_strdup ("");

  gtk_label_set_text (self->story, al_patient_get_story (patient));
  gtk_label_set_text (self->sources, list);
  gtk_widget_set_visible (GTK_WIDGET (self->sources), list[0] != '\0');
}

static void
load_patient (AlSimulatorPage *self, AlPatient *patient)
{
  g_autoptr (AlScenario) scenario = al_scenario_new (al_patient_get_settings (patient));

  gtk_revealer_set_reveal_child (self->preset_revealer, FALSE);
  show_story (self, patient);
  al_session_set_baseline (self->session, NULL);
  al_preferences_set_patient (al_preferences_get_default (), al_patient_get_id (patient));
  al_session_load (self->session, scenario);
  al_session_set_playing (self->session, TRUE);
}

static void
patient_selected_cb (AlSimulatorPage *self)
{
  g_autoptr (AlPatient) patient = NULL;
  GListModel *patients;

  if (self->catalogue == NULL)
    return;
  patients = al_catalogue_get_patients (self->catalogue);
  patient = g_list_model_get_item (patients, gtk_drop_down_get_selected (self->patient));
  if (patient != NULL)
    load_patient (self, patient);
}

static void
choose_in_list (AlSimulatorPage *self, AlPatient *patient)
{
  g_signal_handlers_block_by_func (self->patient, patient_selected_cb, self);
  select_patient (self, patient);
  g_signal_handlers_unblock_by_func (self->patient, patient_selected_cb, self);
}

static char *
join_limits (AlPreset *preset)
{
  const char *const *limits = al_preset_get_cannot_tell (preset);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; limits != NULL && limits[i] != NULL; i++)
    g_string_append_printf (text, "%s• %s", i == 0 ? "" : "\n", limits[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_preset (AlSimulatorPage *self, AlPreset *preset)
{
  g_autofree char *limits = join_limits (preset);

  gtk_label_set_text (self->preset_name, al_preset_get_name (preset));
  gtk_label_set_text (self->preset_description, al_preset_get_description (preset));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->preset_description),
                               al_preset_get_description (preset));
  gtk_label_set_text (self->preset_limits, limits);
  gtk_widget_set_visible (self->preset_limits_button, limits[0] != '\0');
  gtk_revealer_set_reveal_child (self->preset_revealer, TRUE);
}

static gboolean
belongs_to_device (const char *name)
{
  static const char *const devices[] = {"iabp.", "ecmo.", "mafp.", "la_vent.", "septostomy."};
  gboolean belongs = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    belongs = belongs || g_str_has_prefix (name, devices[i]);
  return belongs;
}

/* Whether the heart and vessels of a preset are those of its patient. */
static gboolean
sets_devices_alone (const AlSettings *patient, const AlSettings *preset)
{
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    const double difference = preset->value[i] - patient->value[i];

    if ((difference < 0 || difference > 0) &&
        !belongs_to_device (al_parameter_get_info ((AlParameter) i)->name))
      return FALSE;
  }
  return TRUE;
}

/*
 * A preset with a device begins beside the same patient without one. One that changes the heart as
 * well begins alone: beside another heart, the device would seem to do what the heart does.
 */
static void
choose_baseline (AlSimulatorPage *self, AlPreset *preset)
{
  const AlSettings *patient = al_patient_get_settings (al_preset_get_patient (preset));
  g_autoptr (AlScenario) scenario = al_scenario_new (patient);
  g_autofree AlSimulation *settled = g_new0 (AlSimulation, 1);
  AlSettings settings;

  al_scenario_get_settings (al_preset_get_scenario (preset), &settings);
  if (al_support_of (&settings) != AL_SUPPORT_NONE && sets_devices_alone (patient, &settings) &&
      al_settled_lookup (scenario, settled))
    al_session_set_baseline (self->session, settled);
  else
    al_session_set_baseline (self->session, NULL);
}

/**
 * al_simulator_page_open_patient:
 * @self: a page with a catalogue
 * @id: the id of a patient
 *
 * Begins with a patient.
 *
 * Returns: whether there is one of that id
 */
gboolean
al_simulator_page_open_patient (AlSimulatorPage *self, const char *id)
{
  AlPatient *patient;

  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), FALSE);
  patient = self->catalogue != NULL ? al_catalogue_find_patient (self->catalogue, id) : NULL;
  if (patient == NULL)
    return FALSE;
  choose_in_list (self, patient);
  load_patient (self, patient);
  return TRUE;
}

/**
 * al_simulator_page_open_preset:
 * @self: a page with a catalogue
 * @id: the id of a preset
 *
 * Begins with a preset, and says what it shows and what the model cannot tell.
 *
 * Returns: whether there is one of that id
 */
gboolean
al_simulator_page_open_preset (AlSimulatorPage *self, const char *id)
{
  AlPreset *preset;

  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), FALSE);
  preset = self->catalogue != NULL ? al_catalogue_find_preset (self->catalogue, id) : NULL;
  if (preset == NULL)
    return FALSE;
  choose_in_list (self, al_preset_get_patient (preset));
  show_story (self, al_preset_get_patient (preset));
  show_preset (self, preset);
  choose_baseline (self, preset);
  al_session_load (self->session, al_preset_get_scenario (preset));
  al_session_set_playing (self->session, TRUE);
  return TRUE;
}

static void
fill_patients (AlSimulatorPage *self)
{
  GListModel *patients = al_catalogue_get_patients (self->catalogue);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (patients); i++) {
    g_autoptr (AlPatient) patient = g_list_model_get_item (patients, i);

    gtk_string_list_append (names, al_patient_get_name (patient));
  }
  g_signal_handlers_block_by_func (self->patient, patient_selected_cb, self);
  gtk_drop_down_set_model (self->patient, G_LIST_MODEL (names));
  g_signal_handlers_unblock_by_func (self->patient, patient_selected_cb, self);
}

/**
 * al_simulator_page_set_catalogue:
 * @self: a page
 * @catalogue: patients and presets
 *
 * Fills the list of patients and begins with the one that was simulated last.
 */
void
al_simulator_page_set_catalogue (AlSimulatorPage *self, AlCatalogue *catalogue)
{
  g_autofree char *last = al_preferences_dup_patient (al_preferences_get_default ());

  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  if (!g_set_object (&self->catalogue, catalogue) || catalogue == NULL)
    return;
  fill_patients (self);
  if (!al_simulator_page_open_patient (self, last) &&
      !al_simulator_page_open_patient (self, FIRST_PATIENT))
    patient_selected_cb (self);
}

/* The object */

static void
follow_roomy (AlSimulatorPage *self, gboolean roomy)
{
  if (roomy == self->roomy)
    return;
  self->roomy = roomy;
  show_controls (self, roomy);
}

static void
follow_spacious (AlSimulatorPage *self, gboolean spacious)
{
  if (spacious == self->spacious)
    return;
  self->spacious = spacious;
  if (spacious)
    gtk_widget_add_css_class (GTK_WIDGET (self), "spacious");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "spacious");
  al_control_panel_unfold (self->controls, spacious);
}

/* Only crossing a limit counts, so that a person's own choice stays until then. */
static gboolean
follow_width_cb (gpointer user_data)
{
  AlSimulatorPage *self = user_data;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  /* A page that was closed meanwhile has no width. */
  if (width > 0) {
    follow_roomy (self, width >= ROOMY_WIDTH);
    follow_spacious (self, width >= SPACIOUS_WIDTH);
  }
  return G_SOURCE_REMOVE;
}

static void
al_simulator_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      NULL, NULL);
}

/* What depends on the width cannot be changed while widths are given out. */
static void
al_simulator_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AlSimulatorPage *self = AL_SIMULATOR_PAGE (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if (self->roomy != (width >= ROOMY_WIDTH) || self->spacious != (width >= SPACIOUS_WIDTH))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, g_object_ref (self), g_object_unref);
}

static void
al_simulator_page_dispose (GObject *object)
{
  AlSimulatorPage *self = AL_SIMULATOR_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), AL_TYPE_SIMULATOR_PAGE);
  g_clear_object (&self->actions);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (al_simulator_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, patient);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, story);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, sources);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, stage);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, loop);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, strips);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, board);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, controls);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, controls_revealer);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_revealer);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_name);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_description);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_limits);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, preset_limits_button);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, play);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, change);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, settling);
  gtk_widget_class_bind_template_child (widget_class, AlSimulatorPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, patient_selected_cb);
}

static void
al_simulator_page_class_init (AlSimulatorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_simulator_page_dispose;
  widget_class->measure = al_simulator_page_measure;
  widget_class->size_allocate = al_simulator_page_size_allocate;
  g_type_ensure (AL_TYPE_LOOP_VIEW);
  g_type_ensure (AL_TYPE_STRIP_VIEW);
  g_type_ensure (AL_TYPE_WARNING_BAR);
  g_type_ensure (AL_TYPE_READOUT_BOARD);
  g_type_ensure (AL_TYPE_CONTROL_PANEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-simulator-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "simulatorpage");
}

static void
follow_session (AlSimulatorPage *self)
{
  const char *const to_actions[] = {"notify::ready", "notify::playing", "notify::speed",
                                    "settings-changed", "ghosts-changed"};

  for (guint i = 0; i < G_N_ELEMENTS (to_actions); i++)
    g_signal_connect_swapped (self->session, to_actions[i], G_CALLBACK (update_actions), self);
  g_signal_connect_swapped (self->session, "beat", G_CALLBACK (update_change), self);
  g_signal_connect_swapped (self->session, "ghosts-changed", G_CALLBACK (update_change), self);
  g_signal_connect_swapped (self->session, "notify::ready", G_CALLBACK (update_progress), self);
  g_signal_connect_swapped (self->session, "notify::progress", G_CALLBACK (update_progress), self);
}

static void
al_simulator_page_init (AlSimulatorPage *self)
{
  self->roomy = TRUE;
  self->session = al_session_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "sim", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A layout manager would keep the width of the page from us. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_set_layout_manager (self->stage,
                                 gtk_custom_layout_new (NULL, measure_stage, allocate_stage));
  for (int strip = 0; strip < AL_N_STRIPS; strip++)
    al_strip_view_add_strip (self->strips, (AlStrip) strip);
  al_loop_view_set_session (self->loop, self->session);
  al_strip_view_set_session (self->strips, self->session);
  al_warning_bar_set_session (self->warnings, self->session);
  al_readout_board_set_session (self->board, self->session);
  al_control_panel_set_session (self->controls, self->session);
  al_driver_attach (GTK_WIDGET (self), self->session);
  al_shortcuts_add_to_page (GTK_WIDGET (self));
  follow_session (self);
  update_actions (self);
  update_progress (self);
}

/**
 * al_simulator_page_new:
 *
 * Makes a page without patients.
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
al_simulator_page_new (void)
{
  return g_object_new (AL_TYPE_SIMULATOR_PAGE, NULL);
}

/**
 * al_simulator_page_get_session:
 * @self: a page
 *
 * The session that the page shows and sets.
 *
 * Returns: (transfer none): the session
 */
AlSession *
al_simulator_page_get_session (AlSimulatorPage *self)
{
  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), NULL);
  return self->session;
}

/**
 * al_simulator_page_set_projector:
 * @self: a page
 * @projector: whether the page goes to a projector
 *
 * Switches to white ground, thick strokes, large text and no controls, or back.
 */
void
al_simulator_page_set_projector (AlSimulatorPage *self, gboolean projector)
{
  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  al_loop_view_set_projector (self->loop, projector);
  al_strip_view_set_projector (self->strips, projector);
  al_readout_board_set_projector (self->board, projector);
  show_controls (self, self->roomy && !projector);
}

/**
 * al_simulator_page_focus_loop:
 * @self: a page
 *
 * Gives the keyboard to the loop, so that Space plays and freezes.
 */
void
al_simulator_page_focus_loop (AlSimulatorPage *self)
{
  g_return_if_fail (AL_IS_SIMULATOR_PAGE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->loop));
}
