/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-session.h"

G_BEGIN_DECLS

/**
 * AlSessionRecord:
 * @patient: the id of the patient
 * @preset: (nullable): the id of the preset it began with
 * @settings: what was set otherwise since
 * @is_set: which of @settings were
 *
 * A session as it is found again.
 */
typedef struct {
  char *patient;
  char *preset;
  AlSettings settings;
  gboolean is_set[AL_N_PARAMETERS];
} AlSessionRecord;

void al_session_record_free (AlSessionRecord *self);
gboolean al_session_record_has_changes (const AlSessionRecord *self);
void al_session_record_apply (const AlSessionRecord *self, AlSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlSessionRecord, al_session_record_free)

#define AL_TYPE_SESSION_STORE (al_session_store_get_type ())

G_DECLARE_FINAL_TYPE (AlSessionStore, al_session_store, AL, SESSION_STORE, GObject)

AlSessionStore *al_session_store_new (AlSession *session, const char *path);
AlSessionRecord *al_session_store_take (AlSessionStore *self, GError **error);
void al_session_store_set_origin (AlSessionStore *self, const char *patient, const char *preset,
                                  const AlSettings *settings);
void al_session_store_flush (AlSessionStore *self);

G_END_DECLS
