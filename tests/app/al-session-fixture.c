/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-session-fixture.h"

void
al_session_fixture_set_up (AlSessionFixture *self, gconstpointer data)
{
  AlPatient *patient;

  self->catalogue = al_catalogue_new (NULL);
  patient = al_catalogue_find_patient (self->catalogue, "ami-cs");
  g_assert_nonnull (patient);
  self->scenario = al_scenario_new (al_patient_get_settings (patient));
  self->session = al_session_new ();
  al_session_load (self->session, self->scenario);
}

void
al_session_fixture_tear_down (AlSessionFixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->session);
  al_scenario_free (self->scenario);
  g_assert_finalize_object (self->catalogue);
}
