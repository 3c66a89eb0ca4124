/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-private.h"

#include "al-index-text.h"

#include <glib/gi18n.h>

/* Beats in a still picture: the loop, and those that fade behind it. */
#define STILL_BEATS 3

/* Time that the charts of a still picture show. */
#define CHARTS_US (5 * G_USEC_PER_SEC)

/* A ventricle that is activated more than this has begun its beat. */
#define ACTIVE 0.05

/* What was seen */

static void
ghost_free (gpointer data)
{
  AlExportGhost *ghost = data;

  g_free (ghost->name);
  g_array_unref (ghost->samples);
  g_free (ghost);
}

static AlRole
get_role (AlSupport support)
{
  return support <= AL_SUPPORT_BOTH ? (AlRole) support : AL_ROLE_OTHER;
}

static AlExportGhost *
copy_ghost (const AlGhost *ghost)
{
  AlExportGhost *copy = g_new0 (AlExportGhost, 1);

  copy->role = ghost->automatic ? get_role (ghost->support) : AL_ROLE_OTHER;
  copy->name = g_strdup (ghost->name);
  copy->indices = ghost->indices;
  copy->samples = g_array_sized_new (FALSE, TRUE, sizeof (AlSample), ghost->n_points);
  for (guint i = 0; i < ghost->n_points; i++) {
    AlSample sample = {.time_us = i};

    sample.value[AL_SIGNAL_LV_VOLUME] = ghost->volume_ml[i];
    sample.value[AL_SIGNAL_LV_PRESSURE] = ghost->pressure_mmhg[i];
    g_array_append_val (copy->samples, sample);
  }
  return copy;
}

/* What the page does not show is not taken along either. */
static void
copy_ghosts (AlExport *self, AlSession *session)
{
  for (guint i = 0; i < al_session_get_n_ghosts (session); i++) {
    const AlGhost *ghost = al_session_get_ghost (session, i);

    if (!al_session_shows (session, ghost))
      g_ptr_array_add (self->ghosts, copy_ghost (ghost));
  }
}

static void
copy_samples (AlExport *self, AlSession *session)
{
  const AlTrace *trace = al_session_get_trace (session);

  self->samples =
      g_array_sized_new (FALSE, FALSE, sizeof (AlSample), al_trace_get_n_samples (trace));
  for (guint i = 0; i < al_trace_get_n_samples (trace); i++)
    g_array_append_vals (self->samples, al_trace_get_sample (trace, i), 1);
}

static void
copy_axes (AlExport *self, AlSession *session)
{
  const AlSurvey *survey = al_session_get_survey (session);
  const AlSignal volume = AL_SIGNAL_LV_VOLUME, pressure = AL_SIGNAL_LV_PRESSURE;

  if (survey == NULL)
    return;
  self->volume_ml = al_survey_get_range (survey, &volume, 1);
  self->pressure_mmhg = al_survey_get_range (survey, &pressure, 1);
}

static void
copy_circulation (AlExport *self, AlSession *session)
{
  al_schematic_reading_init (&self->circulation);
  al_schematic_reading_take_beat (&self->circulation, session);
  al_schematic_reading_take_sample (&self->circulation, session);
}

static void
copy_subject (AlExport *self, const AlExportSubject *subject)
{
  const AlSettings *now = &self->simulation->settings;
  const AlSettings *patient = subject->settings != NULL ? subject->settings : now;

  self->patient_id = g_strdup (subject->patient_id);
  self->patient_name = g_strdup (subject->patient_name);
  self->preset_name = g_strdup (subject->preset_name);
  self->caption = al_export_describe_settings (now, patient);
  self->changed = al_export_list_changes (now, patient);
}

/* A beat of the past has its own numbers, where they are remembered, and says that it is past. */
static void
look_back (AlExport *self, AlSession *session)
{
  const double back_s =
      (double) (al_session_get_time_us (session) - self->moment_us) / G_USEC_PER_SEC;
  g_autofree char *caption = g_steal_pointer (&self->caption);
  const AlBeat *beat = NULL;
  guint back = 0;

  do
    beat = al_simulation_get_beat (self->simulation, back++);
  while (beat != NULL && beat->start_us > self->moment_us);
  self->has_indices = beat != NULL;
  if (beat != NULL)
    self->indices = beat->indices;
  self->caption = g_strdup_printf (_ ("%s A look back of %.1f seconds."), caption, back_s);
}

/**
 * al_export_new:
 * @session: what the page shows
 * @subject: whose heart it is
 *
 * Takes what the page shows: the present, or the moment that is looked at.
 *
 * Returns: (transfer full): an export
 */
AlExport *
al_export_new (AlSession *session, const AlExportSubject *subject)
{
  AlExport *self = g_atomic_rc_box_new0 (AlExport);

  self->simulation = g_memdup2 (al_session_get_simulation (session), sizeof (AlSimulation));
  self->ghosts = g_ptr_array_new_with_free_func (ghost_free);
  self->role = get_role (al_support_of (al_session_get_shown (session)));
  self->name = g_strdup (al_session_get_shown_name (session));
  self->has_indices = al_session_get_indices (session, &self->indices);
  self->moment_us = al_session_get_reviewing (session) ? al_session_get_cursor_us (session) : -1;
  copy_subject (self, subject);
  copy_samples (self, session);
  copy_ghosts (self, session);
  copy_axes (self, session);
  copy_circulation (self, session);
  if (self->moment_us >= 0)
    look_back (self, session);
  return self;
}

/**
 * al_export_ref:
 * @self: an export
 *
 * Returns: (transfer full): the same
 */
AlExport *
al_export_ref (AlExport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AlExport *self = data;

  g_free (self->patient_id);
  g_free (self->patient_name);
  g_free (self->preset_name);
  g_free (self->caption);
  g_strfreev (self->changed);
  g_free (self->name);
  g_free (self->simulation);
  g_array_unref (self->samples);
  g_ptr_array_unref (self->ghosts);
}

/**
 * al_export_unref:
 * @self: (transfer full): an export
 *
 * Frees an export with its last owner.
 */
void
al_export_unref (AlExport *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * al_export_get_patient_id:
 * @self: an export
 *
 * The id of the patient.
 *
 * Returns: (transfer none): an id
 */
const char *
al_export_get_patient_id (const AlExport *self)
{
  return self->patient_id;
}

/**
 * al_export_get_caption:
 * @self: an export
 *
 * The settings in words.
 *
 * Returns: (transfer none): a line, translated
 */
const char *
al_export_get_caption (const AlExport *self)
{
  return self->caption;
}

/**
 * al_export_describe:
 * @self: an export
 *
 * What a picture of it shows, for those who do not see it.
 *
 * Returns: (transfer full): sentences, translated
 */
char *
al_export_describe (const AlExport *self)
{
  g_autofree char *state = self->has_indices ? al_index_describe_state (&self->indices) : NULL;

  return g_strdup_printf ("%s. %s %s", self->patient_name, self->caption,
                          state != NULL ? state : "");
}

/* Beats */

static double
get_activation (const AlExport *self, guint index)
{
  return g_array_index (self->samples, AlSample, index).value[AL_SIGNAL_LV_ACTIVATION];
}

static gint64
get_time (const AlExport *self, guint index)
{
  return g_array_index (self->samples, AlSample, index).time_us;
}

/* Where activation began to rise before a sample in which it is seen. */
static gint64
get_onset (const AlExport *self, guint index)
{
  while (index > 0 && get_activation (self, index - 1) < get_activation (self, index))
    index--;
  return get_time (self, index);
}

/* A beat that the simulation does not remember any more, from its signals. */
static gboolean
find_old_beat (const AlExport *self, AlExportScene *scene)
{
  gint64 start_us = -1;

  for (guint i = 1; i < self->samples->len; i++) {
    if (get_activation (self, i) <= ACTIVE || get_activation (self, i - 1) > ACTIVE)
      continue;
    if (get_onset (self, i) > scene->moment_us && start_us >= 0) {
      scene->first_us = scene->loop_us = start_us;
      scene->end_us = get_onset (self, i);
      return TRUE;
    }
    start_us = get_onset (self, i);
  }
  return FALSE;
}

static gboolean
is_sampled (const AlExport *self, const AlBeat *beat)
{
  return beat != NULL && self->samples->len > 0 && beat->start_us >= get_time (self, 0);
}

static gboolean
find_beats (const AlExport *self, guint n_beats, AlExportScene *scene)
{
  guint back = 0;
  const AlBeat *beat = al_simulation_get_beat (self->simulation, 0);

  while (scene->moment_us >= 0 && beat != NULL && beat->start_us > scene->moment_us)
    beat = al_simulation_get_beat (self->simulation, ++back);
  if (!is_sampled (self, beat))
    return scene->moment_us >= 0 && find_old_beat (self, scene);
  scene->loop_us = scene->first_us = beat->start_us;
  scene->end_us = beat->end_us;
  for (guint i = 1; i < n_beats; i++) {
    beat = al_simulation_get_beat (self->simulation, back + i);
    if (is_sampled (self, beat))
      scene->first_us = beat->start_us;
  }
  return TRUE;
}

/**
 * al_export_find_scene:
 * @self: an export
 * @n_beats: how many beats are drawn, if there are so many
 * @scene: (out caller-allocates): the last beats, or those up to the moment that is looked at
 *
 * Chooses the time that a picture is of.
 *
 * Returns: whether there is a whole beat; without one the picture is of all signals
 */
gboolean
al_export_find_scene (const AlExport *self, guint n_beats, AlExportScene *scene)
{
  gboolean found;

  *scene = (AlExportScene){.moment_us = self->moment_us};
  found = find_beats (self, n_beats, scene);
  scene->charts_end_us = MAX (scene->end_us, scene->moment_us);
  if (!found && self->samples->len > 0)
    scene->charts_end_us = get_time (self, self->samples->len - 1);
  scene->charts_start_us = scene->charts_end_us - CHARTS_US;
  return found;
}

/* Pictures */

static AlFigureRun
make_ghost_run (const AlExportGhost *ghost)
{
  return (AlFigureRun){
      .role = ghost->role,
      .name = ghost->name,
      .indices = &ghost->indices,
      .samples = (const AlSample *) (gconstpointer) ghost->samples->data,
      .n_samples = ghost->samples->len,
  };
}

static AlFigureRun
make_live_run (const AlExport *self, const AlExportScene *scene)
{
  return (AlFigureRun){
      .role = self->role,
      .name = self->name,
      .simulation = self->simulation,
      .indices = self->has_indices ? &self->indices : NULL,
      .samples = (const AlSample *) (gconstpointer) self->samples->data,
      .n_samples = self->samples->len,
      .loop_start_us = scene->loop_us,
      .loop_end_us = scene->end_us,
      .trail_us = scene->loop_us - scene->first_us,
  };
}

/* Charts and circulation have the present alone: of what it is compared with, only the loop is
 * kept. */
static AlFigureRun *
make_runs (const AlExport *self, const AlExportChoice *choice, const AlExportScene *scene,
           guint *n_runs)
{
  const gboolean compares = choice->content == AL_EXPORT_LOOP || choice->content == AL_EXPORT_BOTH;
  const guint n_ghosts = compares ? self->ghosts->len : 0;
  AlFigureRun *runs = g_new0 (AlFigureRun, n_ghosts + 1);

  for (guint i = 0; i < n_ghosts; i++)
    runs[i] = make_ghost_run (g_ptr_array_index (self->ghosts, i));
  runs[n_ghosts] = make_live_run (self, scene);
  *n_runs = n_ghosts + 1;
  return runs;
}

/**
 * al_export_page_init:
 * @page: memory for a page
 * @self: an export
 * @choice: what of it, and how
 * @scene: of which time
 *
 * Makes a page. Its size and its marked moment may be changed between two drawings.
 */
void
al_export_page_init (AlExportPage *page, const AlExport *self, const AlExportChoice *choice,
                     const AlExportScene *scene)
{
  int width, height;
  guint n_runs;

  page->runs = make_runs (self, choice, scene, &n_runs);
  page->figure = (AlFigure){
      .view = al_export_choice_get_view (choice),
      .title = self->preset_name != NULL ? self->preset_name : self->patient_name,
      .caption = self->caption,
      .runs = page->runs,
      .n_runs = n_runs,
      .volume_ml = self->volume_ml,
      .pressure_mmhg = self->pressure_mmhg,
      .start_us = scene->charts_start_us,
      .end_us = scene->charts_end_us,
      .has_moment = scene->moment_us >= 0,
      .moment_us = scene->moment_us,
      .circulation = &page->circulation.state,
      .is_brief = choice->style == AL_EXPORT_PROJECTOR,
  };
  page->circulation = self->circulation;
  al_figure_init_page (&page->figure, &page->page);
  al_export_choice_get_size (choice, &width, &height);
  page->page.width = width;
  page->page.height = height;
  page->page.style = al_export_choice_get_style (choice);
}

/**
 * al_export_page_clear:
 * @page: a page
 *
 * Frees what a page holds, not the page.
 */
void
al_export_page_clear (AlExportPage *page)
{
  g_clear_pointer (&page->runs, g_free);
}

/**
 * al_export_draw:
 * @self: an export
 * @choice: what of it, and how
 * @cr: where to draw; the origin is the upper left corner
 * @width: in pixels
 * @height: in pixels
 *
 * Draws a picture.
 */
void
al_export_draw (const AlExport *self, const AlExportChoice *choice, cairo_t *cr, int width,
                int height)
{
  g_auto (AlExportPage) page = {0};
  AlExportScene scene;

  al_export_find_scene (self, STILL_BEATS, &scene);
  al_export_page_init (&page, self, choice, &scene);
  page.page.width = width;
  page.page.height = height;
  al_page_draw (&page.page, cr);
}

static GBytes *
render_page (const AlExport *self, const AlExportChoice *choice, AlPageFormat format,
             GError **error)
{
  g_auto (AlExportPage) page = {0};
  AlExportScene scene;

  al_export_find_scene (self, STILL_BEATS, &scene);
  al_export_page_init (&page, self, choice, &scene);
  return al_page_render (&page.page, format, error);
}

/**
 * al_export_render:
 * @self: an export
 * @choice: what of it, and how
 * @cancellable: (nullable): stops a moving picture
 * @error: (out) (optional): #AlPageError, or %G_IO_ERROR_CANCELLED
 *
 * Makes the file that was chosen. Any thread may do it.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
al_export_render (AlExport *self, const AlExportChoice *choice, GCancellable *cancellable,
                  GError **error)
{
  switch (choice->format) {
  case AL_EXPORT_SVG:
    return render_page (self, choice, AL_PAGE_SVG, error);
  case AL_EXPORT_PDF:
    return render_page (self, choice, AL_PAGE_PDF, error);
  case AL_EXPORT_APNG:
    return al_export_render_beats (self, choice, cancellable, error);
  case AL_EXPORT_SIGNALS:
  case AL_EXPORT_BEATS:
    return al_export_write_table (self, choice->format);
  case AL_EXPORT_PNG:
  case AL_N_EXPORT_FORMATS:
  default:
    return render_page (self, choice, AL_PAGE_PNG, error);
  }
}

/* In a thread */

typedef struct {
  AlExport *export;
  AlExportChoice choice;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  al_export_unref (job->export);
  g_free (job);
}

static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  GBytes *bytes = al_export_render (job->export, &job->choice, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * al_export_render_async:
 * @self: an export
 * @choice: what of it, and how
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what al_export_render() does, while the window goes on.
 */
void
al_export_render_async (AlExport *self, const AlExportChoice *choice, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->export = al_export_ref (self);
  job->choice = *choice;
  g_atomic_int_set (&self->progress, 0);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, render_in_thread);
}

/**
 * al_export_render_finish:
 * @result: what the callback was given
 * @error: (out) (optional): as al_export_render()
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
al_export_render_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * al_export_get_progress:
 * @self: an export
 *
 * How much of a moving picture is drawn, 0 to 1.
 */
double
al_export_get_progress (const AlExport *self)
{
  return g_atomic_int_get (&self->progress) / 100.0;
}
