/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-session.h"

G_BEGIN_DECLS

/**
 * AlChange:
 * @name: the name of what changes are counted from
 * @from: its settings
 * @to: the settings as they are
 * @before: its indices
 * @now: the indices as they are
 *
 * What became of a patient since a reference.
 */
typedef struct {
  const char *name;
  const AlSettings *from;
  const AlSettings *to;
  const AlIndices *before;
  const AlIndices *now;
} AlChange;

char *al_change_describe (const AlChange *change);
char *al_change_describe_session (AlSession *session);

G_END_DECLS
