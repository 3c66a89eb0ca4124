/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-simulator-page-private.h"

#include "al-preferences.h"
#include "al-settled.h"

/* The patient with whom the program opens the first time: the one it is about. */
#define FIRST_PATIENT "ami-cs"

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

/* What waited to be set again belongs to what was open before. */
static void
note_origin (AlSimulatorPage *self, AlPatient *patient, AlPreset *preset)
{
  AlSettings settings = *al_patient_get_settings (patient);

  g_clear_pointer (&self->found, al_session_record_free);
  if (self->store == NULL)
    return;
  if (preset != NULL)
    al_scenario_get_settings (al_preset_get_scenario (preset), &settings);
  al_session_store_set_origin (self->store, al_patient_get_id (patient),
                               preset != NULL ? al_preset_get_id (preset) : NULL, &settings);
}

static void
load_patient (AlSimulatorPage *self, AlPatient *patient)
{
  g_autoptr (AlScenario) scenario = al_scenario_new (al_patient_get_settings (patient));

  gtk_revealer_set_reveal_child (self->preset_revealer, FALSE);
  show_story (self, patient);
  note_origin (self, patient, NULL);
  al_session_set_baseline (self->session, NULL);
  al_preferences_set_patient (al_preferences_get_default (), al_patient_get_id (patient));
  al_session_load (self->session, scenario);
  al_session_set_playing (self->session, TRUE);
}

/* Returns: (transfer none) (nullable): who is chosen in the list */
static AlPatient *
get_selected (AlSimulatorPage *self)
{
  g_autoptr (AlPatient) patient = NULL;

  if (self->catalogue == NULL)
    return NULL;
  patient = g_list_model_get_item (al_catalogue_get_patients (self->catalogue),
                                   gtk_drop_down_get_selected (self->patient));
  /* The catalogue keeps it. */
  return patient;
}

void
al_simulator_page_take_selected (AlSimulatorPage *self)
{
  AlPatient *patient = get_selected (self);

  if (patient != NULL)
    load_patient (self, patient);
}

static void
choose_in_list (AlSimulatorPage *self, AlPatient *patient)
{
  g_signal_handlers_block_by_func (self->patient, al_simulator_page_take_selected, self);
  select_patient (self, patient);
  g_signal_handlers_unblock_by_func (self->patient, al_simulator_page_take_selected, self);
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
  AlSettings settings;

  al_scenario_get_settings (al_preset_get_scenario (preset), &settings);
  self->preset_support = al_support_of (&settings);
  gtk_label_set_text (self->preset_name, al_preset_get_name (preset));
  gtk_label_set_text (self->preset_description, al_preset_get_description (preset));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->preset_description),
                               al_preset_get_description (preset));
  gtk_label_set_text (self->preset_limits, limits);
  gtk_widget_set_visible (self->preset_limits_button, limits[0] != '\0');
  gtk_revealer_set_reveal_child (self->preset_revealer, TRUE);
}

/* The words of a preset go when other devices run than those that they are about. */
void
al_simulator_page_check_preset (AlSimulatorPage *self)
{
  if (al_session_get_ready (self->session) &&
      al_session_get_support (self->session) != self->preset_support)
    gtk_revealer_set_reveal_child (self->preset_revealer, FALSE);
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
      al_settled_lookup (scenario, settled, NULL))
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
  note_origin (self, al_preset_get_patient (preset), preset);
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
  g_signal_handlers_block_by_func (self->patient, al_simulator_page_take_selected, self);
  gtk_drop_down_set_model (self->patient, G_LIST_MODEL (names));
  g_signal_handlers_unblock_by_func (self->patient, al_simulator_page_take_selected, self);
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
  al_presets_popover_set_catalogue (self->presets, catalogue);
  if (!al_simulator_page_open_patient (self, last) &&
      !al_simulator_page_open_patient (self, FIRST_PATIENT))
    al_simulator_page_take_selected (self);
}

static void
set_again_cb (AlSimulatorPage *self)
{
  g_autoptr (AlSessionRecord) record = NULL;

  if (self->found == NULL || !al_session_get_ready (self->session))
    return;
  record = g_steal_pointer (&self->found);
  al_session_record_apply (record, self->session);
}

/* Whether a patient is open, with nothing done to him. */
static gboolean
is_open (AlSimulatorPage *self, const char *id)
{
  AlPatient *patient = get_selected (self);
  AlSettings asked;

  al_session_get_asked (self->session, &asked);
  return patient != NULL && g_str_equal (al_patient_get_id (patient), id) &&
         al_session_get_ready (self->session) &&
         al_settings_equal (al_patient_get_settings (patient), &asked);
}

/* The window opened on the last patient already: that is not done twice. */
static gboolean
open_record (AlSimulatorPage *self, const AlSessionRecord *record)
{
  if (record->preset == NULL && is_open (self, record->patient)) {
    note_origin (self, get_selected (self), NULL);
    return TRUE;
  }
  if (record->preset != NULL)
    return al_simulator_page_open_preset (self, record->preset);
  return al_simulator_page_open_patient (self, record->patient);
}

/**
 * al_simulator_page_keep_session:
 * @self: a page with a catalogue
 * @path: the file
 * @error: where to say why the last session could not be read
 *
 * Goes on with the session that was written to a file last, and from now on writes it there.
 *
 * Returns: whether there was a session in which something was set, which undo takes back
 */
gboolean
al_simulator_page_keep_session (AlSimulatorPage *self, const char *path, GError **error)
{
  g_autoptr (AlSessionRecord) record = NULL;

  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), FALSE);
  g_return_val_if_fail (self->store == NULL, FALSE);
  self->store = al_session_store_new (self->session, path);
  record = al_session_store_take (self->store, error);
  if (record == NULL || !open_record (self, record)) {
    AlPatient *patient = get_selected (self);

    if (patient != NULL)
      note_origin (self, patient, NULL);
    return FALSE;
  }
  if (!al_session_record_has_changes (record))
    return FALSE;
  self->found = g_steal_pointer (&record);
  g_signal_connect_swapped (self->session, "notify::ready", G_CALLBACK (set_again_cb), self);
  set_again_cb (self);
  return TRUE;
}

/**
 * al_simulator_page_get_patient_name:
 * @self: a page
 *
 * Who is simulated.
 *
 * Returns: (transfer none) (nullable): the translated name, valid while the list is the same
 */
const char *
al_simulator_page_get_patient_name (AlSimulatorPage *self)
{
  gpointer patient;

  g_return_val_if_fail (AL_IS_SIMULATOR_PAGE (self), NULL);
  patient = gtk_drop_down_get_selected_item (self->patient);
  return patient != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (patient)) : NULL;
}
