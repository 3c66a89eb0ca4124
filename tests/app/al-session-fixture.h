/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"
#include "al-session.h"

G_BEGIN_DECLS

/* A session on the patient in shock, who was settled at build time. */
typedef struct {
  AlCatalogue *catalogue;
  AlScenario *scenario;
  AlSession *session;
  guint n_signals; /* for a test to count in */
} AlSessionFixture;

void al_session_fixture_set_up (AlSessionFixture *self, gconstpointer data);
void al_session_fixture_tear_down (AlSessionFixture *self, gconstpointer data);

G_END_DECLS
