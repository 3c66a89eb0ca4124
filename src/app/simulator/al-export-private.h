/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-export.h"

#include "al-schematic-reading.h"

G_BEGIN_DECLS

/* A loop that is compared with. */
typedef struct {
  AlRole role;
  char *name;
  AlIndices indices;
  GArray *samples; /* of AlSample: a loop and nothing else */
} AlExportGhost;

/* What an export is made of, for its own files alone. */
struct _AlExport {
  char *patient_id;
  char *patient_name;
  char *preset_name;
  char *caption;
  GStrv changed; /* settings that are not those of the patient, as the command line takes them */
  AlRole role;
  char *name;
  AlSimulation *simulation;
  AlIndices indices;
  gboolean has_indices;
  GArray *samples; /* of AlSample */
  GPtrArray *ghosts;
  AlRange volume_ml;
  AlRange pressure_mmhg;
  AlSchematicReading circulation;
  gint64 moment_us; /* that is looked at, below 0 for the present */
  gint progress;    /* of a moving picture, in percent */
};

/**
 * AlExportScene:
 * @first_us: start of the first beat that is drawn
 * @loop_us: start of the last beat, which is the loop
 * @end_us: its end
 * @charts_start_us: start of the charts
 * @charts_end_us: their end
 * @moment_us: that is marked, below 0 for none
 *
 * What time a picture is of.
 */
typedef struct {
  gint64 first_us;
  gint64 loop_us;
  gint64 end_us;
  gint64 charts_start_us;
  gint64 charts_end_us;
  gint64 moment_us;
} AlExportScene;

/**
 * AlExportPage:
 * @page: ready to be drawn, in the size and style that were chosen
 * @figure: on the page
 * @runs: in the figure
 * @circulation: what its schematic shows
 *
 * A page that stands on an export, which outlives it. It stays where it was made.
 */
typedef struct {
  AlPage page;
  AlFigure figure;
  AlFigureRun *runs;
  AlSchematicReading circulation;
} AlExportPage;

gboolean al_export_find_scene (const AlExport *self, guint n_beats, AlExportScene *scene);
void al_export_page_init (AlExportPage *page, const AlExport *self, const AlExportChoice *choice,
                          const AlExportScene *scene);
void al_export_page_clear (AlExportPage *page);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AlExportPage, al_export_page_clear)

/* Words */
char *al_export_describe_settings (const AlSettings *settings, const AlSettings *patient);
GStrv al_export_list_changes (const AlSettings *settings, const AlSettings *patient);

/* Pictures */
GBytes *al_export_render_beats (AlExport *self, const AlExportChoice *choice,
                                GCancellable *cancellable, GError **error);

/* Tables */
GBytes *al_export_write_table (const AlExport *self, AlExportFormat format);

G_END_DECLS
