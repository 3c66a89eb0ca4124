/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define AL_CONTENT_ERROR (al_content_error_quark ())

/**
 * AlContentError:
 * @AL_CONTENT_ERROR_MALFORMED: not XML, or XML of a kind that is never read (a document type, too
 * deep)
 * @AL_CONTENT_ERROR_SCHEMA: an element or attribute that does not belong there, or one that is
 * missing
 * @AL_CONTENT_ERROR_MEANING: well formed, but it cannot be meant so
 * @AL_CONTENT_ERROR_VERSION: written for a newer version of the program
 * @AL_CONTENT_ERROR_TOO_LARGE: more than 4 MiB
 * @AL_CONTENT_ERROR_NOT_FOUND: there is no such file, or it cannot be read
 *
 * What can be wrong with a content file. The message is always `FILE:LINE: error: sentence`.
 */
typedef enum {
  AL_CONTENT_ERROR_MALFORMED,
  AL_CONTENT_ERROR_SCHEMA,
  AL_CONTENT_ERROR_MEANING,
  AL_CONTENT_ERROR_VERSION,
  AL_CONTENT_ERROR_TOO_LARGE,
  AL_CONTENT_ERROR_NOT_FOUND,
} AlContentError;

GQuark al_content_error_quark (void);

G_END_DECLS
