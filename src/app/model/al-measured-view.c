/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-measured-view.h"

#include <glib/gi18n.h>

#include "al-measured-row.h"
#include "al-measuring.h"

typedef enum {
  CHIP_ALL,
  CHIP_MISSED,
  CHIP_NOT_RUN,
  CHIP_MET,
  N_CHIPS,
} Chip;

static const char *const chip_words[N_CHIPS] = {
    [CHIP_ALL] = N_ ("All"),
    [CHIP_MISSED] = N_ ("Out of band"),
    [CHIP_NOT_RUN] = N_ ("Not run"),
    [CHIP_MET] = N_ ("In band"),
};

struct _AlMeasuredView {
  AdwBin parent_instance;

  AlCatalogue *catalogue;
  AlValidation *table;
  GPtrArray *rows;       /* of AlMeasuredRow, in the order of the table; empty until shown */
  GPtrArray *results;    /* of AlValidationResult; NULL before the first run */
  GCancellable *running; /* NULL when nothing is being run */

  GtkLabel *summary_label;
  GtkLabel *detail_label;
  GtkWidget *run_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkEditable *search_entry;
  GtkToggleButton *chip_all;
  GtkToggleButton *chip_missed;
  GtkToggleButton *chip_not_run;
  GtkToggleButton *chip_met;
  GtkStack *lists;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AlMeasuredView, al_measured_view, ADW_TYPE_BIN)

static GtkToggleButton *
get_chip (AlMeasuredView *self, Chip chip)
{
  GtkToggleButton *const chips[N_CHIPS] = {self->chip_all, self->chip_missed, self->chip_not_run,
                                           self->chip_met};

  return chips[chip];
}

static Chip
chip_of (AlValidationVerdict verdict)
{
  if (verdict == AL_VALIDATION_PASS)
    return CHIP_MET;
  return verdict == AL_VALIDATION_FAIL ? CHIP_MISSED : CHIP_NOT_RUN;
}

/* Counting: the printed table and the further rows apart, as they are reported. */

static guint
count_rows (AlMeasuredView *self, gboolean further)
{
  guint n = 0;

  for (guint i = 0; i < al_validation_get_n_rows (self->table); i++)
    n += al_validation_get_row (self->table, i)->further == further;
  return n;
}

static guint
count_results (AlMeasuredView *self, AlValidationVerdict verdict, gboolean further)
{
  guint n = 0;

  for (guint i = 0; self->results != NULL && i < self->results->len; i++) {
    const AlValidationResult *result = g_ptr_array_index (self->results, i);
    n += result->verdict == verdict && result->row->further == further;
  }
  return n;
}

/* What is shown */

static gboolean
is_wanted (AlMeasuredView *self, AlMeasuredRow *row)
{
  Chip chip = chip_of (al_measured_row_get_verdict (row));

  return (gtk_toggle_button_get_active (self->chip_all) ||
          gtk_toggle_button_get_active (get_chip (self, chip))) &&
         al_measured_row_matches (row, gtk_editable_get_text (self->search_entry));
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  return is_wanted (AL_MEASURED_VIEW (user_data), AL_MEASURED_ROW (row));
}

static void
update_filter (AlMeasuredView *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
  gtk_stack_set_visible_child_name (self->lists,
                                    al_measured_view_get_n_listed (self) > 0 ? "rows" : "nothing");
}

static void
filter_changed_cb (AlMeasuredView *self)
{
  if (self->rows->len > 0)
    update_filter (self);
}

/* Escape takes the words away, and without words the page. */
static void
search_stopped_cb (AlMeasuredView *self)
{
  if (gtk_editable_get_text (self->search_entry)[0] != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = al_measured_row_get_row (AL_MEASURED_ROW (row))->group;
  GtkWidget *label;

  if (before != NULL && al_measured_row_get_row (AL_MEASURED_ROW (before))->group == group) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "al-group-heading");
  gtk_list_box_row_set_header (row, label);
}

/* The further rows stand behind a plus, so that what is before it is what the summary counts. */
static void
show_chip (AlMeasuredView *self, Chip chip, const guint counts[])
{
  GtkWidget *button = GTK_WIDGET (get_chip (self, chip));
  guint n = counts[FALSE], n_further = counts[TRUE];
  g_autofree char *title = NULL;
  g_autofree char *more = NULL;

  if (n_further > 0) {
    title = g_strdup_printf ("%s  %u + %u", _ (chip_words[chip]), n, n_further);
    more = g_strdup_printf (_ ("%u of the table, and %u that were found later"), n, n_further);
  } else {
    title = g_strdup_printf ("%s  %u", _ (chip_words[chip]), n);
  }
  gtk_button_set_label (GTK_BUTTON (button), title);
  gtk_widget_set_tooltip_text (button, more);
  gtk_widget_set_sensitive (button, n + n_further > 0);
}

static void
update_chips (AlMeasuredView *self)
{
  guint counts[N_CHIPS][2] = {0};

  for (guint i = 0; i < self->rows->len; i++) {
    AlMeasuredRow *row = g_ptr_array_index (self->rows, i);
    gboolean further = al_measured_row_get_row (row)->further != FALSE;

    counts[CHIP_ALL][further]++;
    counts[chip_of (al_measured_row_get_verdict (row))][further]++;
  }
  for (Chip chip = CHIP_ALL; chip < N_CHIPS; chip++)
    show_chip (self, chip, counts[chip]);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->chip_missed)) &&
      gtk_toggle_button_get_active (self->chip_missed))
    gtk_toggle_button_set_active (self->chip_all, TRUE);
}

static char *
before_text (AlMeasuredView *self)
{
  return g_strdup_printf (_ ("%u published measurements, and %u that were found later, wait to be "
                             "compared with this model. That takes all processors for some "
                             "seconds."),
                          count_rows (self, FALSE), count_rows (self, TRUE));
}

static char *
after_text (AlMeasuredView *self)
{
  g_autofree char *rest = g_strdup_printf (_ ("%u out of band, %u not run."),
                                           count_results (self, AL_VALIDATION_FAIL, FALSE),
                                           count_results (self, AL_VALIDATION_NOT_RUN, FALSE));
  guint n_further = count_rows (self, TRUE);
  g_autofree char *further = NULL;

  if (n_further == 0)
    return g_steal_pointer (&rest);
  further = g_strdup_printf (_ ("Beside them stand %u that were found later; %u of these are in "
                                "band."),
                             n_further, count_results (self, AL_VALIDATION_PASS, TRUE));
  return g_strdup_printf ("%s %s", rest, further);
}

static void
update_summary (AlMeasuredView *self)
{
  g_autofree char *detail = self->results != NULL ? after_text (self) : before_text (self);
  g_autofree char *summary = NULL;

  if (self->results == NULL)
    summary = g_strdup (_ ("Not yet run on this computer"));
  else
    summary =
        g_strdup_printf (_ ("%u of %u measurements in band"),
                         count_results (self, AL_VALIDATION_PASS, FALSE), count_rows (self, FALSE));
  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->detail_label, detail);
}

static void
show_results (AlMeasuredView *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const AlValidationResult *result = g_ptr_array_index (self->results, i);

    al_measured_row_set_result (g_ptr_array_index (self->rows, i), result,
                                al_validation_find_limit_of_row (self->table, result->row->id));
  }
  gtk_button_set_label (GTK_BUTTON (self->run_button), _ ("Run Again"));
  gtk_widget_remove_css_class (self->run_button, "suggested-action");
  update_chips (self);
  update_filter (self);
}

/* The built-in table is part of the program, as its windows are. */
static void
fill (AlMeasuredView *self)
{
  for (guint i = 0; i < al_validation_get_n_rows (self->table); i++) {
    AlMeasuredRow *row = al_measured_row_new (al_validation_get_row (self->table, i));

    gtk_list_box_append (self->list, GTK_WIDGET (row));
    g_ptr_array_add (self->rows, row);
  }
  update_chips (self);
  update_summary (self);
}

/* Running */

static void
show_running (AlMeasuredView *self, gboolean running)
{
  gtk_widget_set_visible (self->run_button, !running);
  gtk_widget_set_visible (self->progress_box, running);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (running)
    gtk_label_set_label (self->summary_label, _ ("The model is being measured"));
  else
    update_summary (self);
}

static void
progress_cb (double share, gpointer user_data)
{
  AlMeasuredView *self = user_data;

  if (self->running != NULL)
    gtk_progress_bar_set_fraction (self->progress, share);
}

/* The last reference may be the one that waited for this: it is dropped here, never in a thread. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AlMeasuredView) self = user_data;
  g_autoptr (GPtrArray) results = al_measuring_finish (result, NULL);

  /* The view went while the model was run. */
  if (self->list == NULL)
    return;
  g_clear_object (&self->running);
  if (results != NULL) {
    g_clear_pointer (&self->results, g_ptr_array_unref);
    self->results = g_steal_pointer (&results);
  }
  show_running (self, FALSE);
  if (self->results != NULL)
    show_results (self);
}

static void
run_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  al_measured_view_run (AL_MEASURED_VIEW (widget));
}

static void
cancel_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  al_measured_view_cancel (AL_MEASURED_VIEW (widget));
}

static void
show_all_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlMeasuredView *self = AL_MEASURED_VIEW (widget);

  gtk_editable_set_text (self->search_entry, "");
  gtk_toggle_button_set_active (self->chip_all, TRUE);
  /* The entry tells of its change only after a pause in typing. */
  update_filter (self);
}

/* The object */

/* A long list is made when it is first looked at. */
static void
al_measured_view_map (GtkWidget *widget)
{
  AlMeasuredView *self = AL_MEASURED_VIEW (widget);

  if (self->rows->len == 0)
    fill (self);
  GTK_WIDGET_CLASS (al_measured_view_parent_class)->map (widget);
}

/* The one thing to do here, as long as it can be done. */
static gboolean
al_measured_view_grab_focus (GtkWidget *widget)
{
  AlMeasuredView *self = AL_MEASURED_VIEW (widget);

  return gtk_widget_grab_focus (self->running == NULL ? self->run_button
                                                      : GTK_WIDGET (self->search_entry));
}

/* Nobody waits any longer. */
static void
al_measured_view_unroot (GtkWidget *widget)
{
  al_measured_view_cancel (AL_MEASURED_VIEW (widget));
  GTK_WIDGET_CLASS (al_measured_view_parent_class)->unroot (widget);
}

static void
al_measured_view_dispose (GObject *object)
{
  AlMeasuredView *self = AL_MEASURED_VIEW (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->running);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_MEASURED_VIEW);
  G_OBJECT_CLASS (al_measured_view_parent_class)->dispose (object);
}

static void
al_measured_view_finalize (GObject *object)
{
  AlMeasuredView *self = AL_MEASURED_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->table, al_validation_free);
  G_OBJECT_CLASS (al_measured_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-measured-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, detail_label);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, run_button);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, progress_box);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, progress);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, chip_all);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, chip_missed);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, chip_not_run);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, chip_met);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, lists);
  gtk_widget_class_bind_template_child (widget_class, AlMeasuredView, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
al_measured_view_class_init (AlMeasuredViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_measured_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = al_measured_view_finalize;
  widget_class->grab_focus = al_measured_view_grab_focus;
  widget_class->map = al_measured_view_map;
  widget_class->unroot = al_measured_view_unroot;
  gtk_widget_class_install_action (widget_class, "measured.run", NULL, run_action_cb);
  gtk_widget_class_install_action (widget_class, "measured.cancel", NULL, cancel_action_cb);
  gtk_widget_class_install_action (widget_class, "measured.show-all", NULL, show_all_action_cb);
  bind_template (widget_class);
}

static void
al_measured_view_init (AlMeasuredView *self)
{
  g_autoptr (GError) error = NULL;

  self->rows = g_ptr_array_new ();
  self->table = al_validation_new (&error);
  if (self->table == NULL)
    g_error ("%s", error->message);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
}

/**
 * al_measured_view_set_catalogue:
 * @self: a view
 * @catalogue: (nullable): where the patients are
 *
 * Says on which patients to measure.
 */
void
al_measured_view_set_catalogue (AlMeasuredView *self, AlCatalogue *catalogue)
{
  g_return_if_fail (AL_IS_MEASURED_VIEW (self));
  g_set_object (&self->catalogue, catalogue);
}

/**
 * al_measured_view_get_table:
 * @self: a view
 *
 * Returns: (transfer none): the table that it shows, as long as the view lives
 */
const AlValidation *
al_measured_view_get_table (AlMeasuredView *self)
{
  g_return_val_if_fail (AL_IS_MEASURED_VIEW (self), NULL);
  return self->table;
}

/**
 * al_measured_view_run:
 * @self: a view with a catalogue
 *
 * Runs every row in a thread; nothing happens while that is under way.
 */
void
al_measured_view_run (AlMeasuredView *self)
{
  AlMeasuring what;

  g_return_if_fail (AL_IS_MEASURED_VIEW (self));
  if (self->running != NULL || self->catalogue == NULL)
    return;
  what = (AlMeasuring){.table = self->table, .catalogue = self->catalogue, .progress = progress_cb};
  self->running = g_cancellable_new ();
  show_running (self, TRUE);
  al_measuring_start (&what, self->running, done_cb, g_object_ref (self));
}

/**
 * al_measured_view_cancel:
 * @self: a view
 *
 * Gives up what is being run; what was there before stays.
 */
void
al_measured_view_cancel (AlMeasuredView *self)
{
  g_return_if_fail (AL_IS_MEASURED_VIEW (self));
  g_cancellable_cancel (self->running);
}

/**
 * al_measured_view_is_running:
 * @self: a view
 *
 * Returns: whether the model is being run
 */
gboolean
al_measured_view_is_running (AlMeasuredView *self)
{
  g_return_val_if_fail (AL_IS_MEASURED_VIEW (self), FALSE);
  return self->running != NULL;
}

/**
 * al_measured_view_count:
 * @self: a view
 * @verdict: a verdict
 *
 * Returns: how many results of the last run have it, further rows included
 */
guint
al_measured_view_count (AlMeasuredView *self, AlValidationVerdict verdict)
{
  g_return_val_if_fail (AL_IS_MEASURED_VIEW (self), 0);
  return count_results (self, verdict, FALSE) + count_results (self, verdict, TRUE);
}

/**
 * al_measured_view_get_n_listed:
 * @self: a view
 *
 * Returns: how many rows the filters leave
 */
guint
al_measured_view_get_n_listed (AlMeasuredView *self)
{
  guint n = 0;

  g_return_val_if_fail (AL_IS_MEASURED_VIEW (self), 0);
  for (guint i = 0; i < self->rows->len; i++)
    n += is_wanted (self, g_ptr_array_index (self->rows, i));
  return n;
}

/**
 * al_measured_view_focus_search:
 * @self: a view
 *
 * Goes to the search entry.
 */
void
al_measured_view_focus_search (AlMeasuredView *self)
{
  g_return_if_fail (AL_IS_MEASURED_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
