/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-export-choice.h"
#include "al-session.h"

G_BEGIN_DECLS

/**
 * AlExportSubject:
 * @patient_id: the id of the patient
 * @patient_name: its name
 * @preset_name: (nullable): the name of the preset that it began with
 * @settings: (nullable): those of the patient file, from which changes are counted
 *
 * Whose heart it is.
 */
typedef struct {
  const char *patient_id;
  const char *patient_name;
  const char *preset_name;
  const AlSettings *settings;
} AlExportSubject;

/**
 * AlExport:
 *
 * What the simulator showed at one moment, with all that is needed to draw or write it. It never
 * changes, so that a thread may work on it while the heart beats on.
 */
typedef struct _AlExport AlExport;

AlExport *al_export_new (AlSession *session, const AlExportSubject *subject);
AlExport *al_export_ref (AlExport *self);
void al_export_unref (AlExport *self);

const char *al_export_get_patient_id (const AlExport *self);
const char *al_export_get_caption (const AlExport *self);
char *al_export_describe (const AlExport *self);
char *al_export_describe_table (const AlExport *self, AlExportFormat format);
void al_export_draw (const AlExport *self, const AlExportChoice *choice, cairo_t *cr, int width,
                     int height);
GBytes *al_export_render (AlExport *self, const AlExportChoice *choice, GCancellable *cancellable,
                          GError **error);

void al_export_render_async (AlExport *self, const AlExportChoice *choice,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
GBytes *al_export_render_finish (GAsyncResult *result, GError **error);
double al_export_get_progress (const AlExport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlExport, al_export_unref)

G_END_DECLS
