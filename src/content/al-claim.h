/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AlClaimKind:
 *
 * What sort of sentence the review makes: what it would take to settle it.
 */
typedef enum {
  AL_CLAIM_TRIAL_DATA,
  AL_CLAIM_META_ANALYSIS,
  AL_CLAIM_GUIDELINE,
  AL_CLAIM_AUTHORS_OPINION,
  AL_CLAIM_CONTESTED,
} AlClaimKind;

/**
 * AlVerdict:
 *
 * How a claim stands beside what was measured.
 */
typedef enum {
  AL_VERDICT_SUPPORTED,
  AL_VERDICT_PARTLY,
  AL_VERDICT_CONTRADICTED,
  AL_VERDICT_OVERTAKEN,
  AL_VERDICT_OPEN,
  AL_VERDICT_VALUE_STATEMENT,
} AlVerdict;

#define AL_N_VERDICTS (AL_VERDICT_VALUE_STATEMENT + 1)

/**
 * AlDirection:
 *
 * Which way a study points for a claim.
 */
typedef enum {
  AL_DIRECTION_SUPPORTS,
  AL_DIRECTION_CONTRADICTS,
  AL_DIRECTION_NEUTRAL,
  AL_DIRECTION_CONTEXT,
} AlDirection;

/**
 * AlFinding:
 * @study: id of the study
 * @direction: which way it points
 * @text: what it measured that bears on the claim, with its numbers
 */
typedef struct {
  const char *study;
  AlDirection direction;
  const char *text;
} AlFinding;

#define AL_TYPE_CLAIM (al_claim_get_type ())
G_DECLARE_FINAL_TYPE (AlClaim, al_claim, AL, CLAIM, GObject)

const char *al_claim_get_id (AlClaim *self);
guint al_claim_get_number (AlClaim *self);
const char *al_claim_get_place (AlClaim *self);
char *al_claim_dup_place_text (AlClaim *self);
gboolean al_claim_is_at (AlClaim *self, char part, guint sentence);
guint al_claim_get_last_sentence (AlClaim *self, char part);
AlClaimKind al_claim_get_kind (AlClaim *self);
AlVerdict al_claim_get_verdict (AlClaim *self);
const char *al_claim_get_statement (AlClaim *self);
const char *al_claim_get_measured (AlClaim *self);
const char *al_claim_get_why (AlClaim *self);
const AlFinding *al_claim_get_findings (AlClaim *self, gsize *n_findings);
const char *al_claim_get_preset (AlClaim *self);
const char *al_claim_get_cannot_tell (AlClaim *self);

const char *al_claim_kind_get_label (AlClaimKind kind);
const char *al_verdict_get_id (AlVerdict verdict);
const char *al_verdict_get_label (AlVerdict verdict);
const char *al_direction_get_label (AlDirection direction);

G_END_DECLS
