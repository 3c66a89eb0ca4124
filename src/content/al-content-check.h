/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-case.h"

G_BEGIN_DECLS

/**
 * AlContentCheckFlags:
 * @AL_CONTENT_CHECK_NONE: what reading the files can tell
 * @AL_CONTENT_CHECK_MODEL: run the model on every prediction and finding, which takes seconds
 */
typedef enum {
  AL_CONTENT_CHECK_NONE = 0,
  AL_CONTENT_CHECK_MODEL = 1 << 0,
} AlContentCheckFlags;

char **al_content_check_paths (const char *const *paths, AlContentCheckFlags flags,
                               GCancellable *cancellable);
char **al_content_check_built_in (AlContentCheckFlags flags, GCancellable *cancellable);

G_END_DECLS
