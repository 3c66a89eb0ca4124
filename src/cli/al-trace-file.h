/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "al-signal.h"

G_BEGIN_DECLS

/**
 * AlTraceFile:
 *
 * Writes signals into a table of comma-separated values: a column of time and one for each signal,
 * with its unit in the heading. The file is there when it is complete, and not before.
 */
typedef struct _AlTraceFile AlTraceFile;

AlTraceFile *al_trace_file_new (const char *path, guint interval_ms, GError **error);
void al_trace_file_add (const AlSample *sample, gpointer self);
gboolean al_trace_file_close (AlTraceFile *self, GError **error);
void al_trace_file_free (AlTraceFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlTraceFile, al_trace_file_free)

G_END_DECLS
