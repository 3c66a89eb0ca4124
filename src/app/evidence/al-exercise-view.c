/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-exercise-view.h"

#include <glib/gi18n.h>

#include "al-evidence-words.h"

/* What belongs to one reason. */
typedef struct {
  const AlReason *reason;
  GtkToggleButton *button;
  GtkWidget *sign;
  GtkLabel *because;
} Choice;

/**
 * AlExerciseView:
 *
 * Results that disagree. A person chooses what explains it, then it is revealed.
 */
struct _AlExerciseView {
  AdwBin parent_instance;

  AlExercise *exercise;
  GArray *choices; /* of Choice */
  GtkLabel *title_label;
  GtkLabel *question_label;
  GtkListBox *analyses;
  GtkBox *reasons;
  GtkWidget *reveal_button;
  GtkWidget *again_button;
  GtkLabel *score;
  GtkWidget *lesson_box;
  GtkLabel *lesson_label;
};

G_DEFINE_FINAL_TYPE (AlExerciseView, al_exercise_view, ADW_TYPE_BIN)

static void
update_reveal (AlExerciseView *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->choices->len; i++)
    any |= gtk_toggle_button_get_active (g_array_index (self->choices, Choice, i).button);
  gtk_widget_set_sensitive (self->reveal_button, any);
}

static void
show_answer (const Choice *choice, gboolean revealed)
{
  const char *sign = choice->reason->right ? "al-supported" : "al-contradicted";

  gtk_widget_set_sensitive (GTK_WIDGET (choice->button), !revealed);
  gtk_widget_set_visible (choice->sign, revealed);
  gtk_widget_set_visible (GTK_WIDGET (choice->because), revealed);
  gtk_image_set_from_icon_name (GTK_IMAGE (choice->sign), choice->reason->right
                                                              ? "object-select-symbolic"
                                                              : "window-close-symbolic");
  gtk_widget_add_css_class (choice->sign, sign);
}

static guint
count_judged_well (AlExerciseView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = &g_array_index (self->choices, Choice, i);

    n += gtk_toggle_button_get_active (choice->button) == choice->reason->right;
  }
  return n;
}

static void
set_revealed (AlExerciseView *self, gboolean revealed)
{
  for (guint i = 0; i < self->choices->len; i++)
    show_answer (&g_array_index (self->choices, Choice, i), revealed);
  gtk_widget_set_visible (self->reveal_button, !revealed);
  gtk_widget_set_visible (self->again_button, revealed);
  gtk_widget_set_visible (self->lesson_box, revealed);
}

static void
reveal_cb (AlExerciseView *self)
{
  /* Translators: how many of the possible reasons a person has judged as the answer does */
  g_autofree char *score = g_strdup_printf (_ ("%u of %u reasons judged right"),
                                            count_judged_well (self), self->choices->len);

  set_revealed (self, TRUE);
  gtk_label_set_text (self->score, score);
  gtk_widget_grab_focus (self->again_button);
}

static void
again_cb (AlExerciseView *self)
{
  set_revealed (self, FALSE);
  gtk_label_set_text (self->score, "");
  for (guint i = 0; i < self->choices->len; i++)
    gtk_toggle_button_set_active (g_array_index (self->choices, Choice, i).button, FALSE);
  update_reveal (self);
  gtk_widget_grab_focus (GTK_WIDGET (g_array_index (self->choices, Choice, 0).button));
}

static void
al_exercise_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_EXERCISE_VIEW);
  G_OBJECT_CLASS (al_exercise_view_parent_class)->dispose (object);
}

static void
al_exercise_view_finalize (GObject *object)
{
  AlExerciseView *self = AL_EXERCISE_VIEW (object);

  g_array_unref (self->choices);
  g_clear_object (&self->exercise);
  G_OBJECT_CLASS (al_exercise_view_parent_class)->finalize (object);
}

static void
al_exercise_view_class_init (AlExerciseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_exercise_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = al_exercise_view_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-exercise-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, title_label);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, question_label);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, analyses);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, reasons);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, again_button);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, score);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, lesson_box);
  gtk_widget_class_bind_template_child (widget_class, AlExerciseView, lesson_label);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
al_exercise_view_init (AlExerciseView *self)
{
  self->choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_analysis (AlExerciseView *self, const AlAnalysis *analysis, AlEvidence *evidence)
{
  AlStudy *study = al_evidence_find_study (evidence, analysis->study);
  const AlOutcome *outcome = al_study_find_outcome (study, analysis->outcome);
  g_autofree char *name = al_study_dup_name_and_year (study);
  g_autofree char *design =
      g_strdup_printf ("%s · %s", name, al_study_design_get_label (al_study_get_design (study)));
  g_autofree char *result = al_words_for_outcome (study, outcome);
  g_autofree char *key = al_study_dup_key (study);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), design);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), result);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "evidence.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", key);
  gtk_list_box_append (self->analyses, row);
}

static GtkLabel *
create_label (const char *text)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0.0f);
  return label;
}

static GtkWidget *
create_content (Choice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  choice->sign = gtk_image_new ();
  choice->because = create_label (choice->reason->because);
  gtk_widget_add_css_class (GTK_WIDGET (choice->because), "caption");
  gtk_widget_add_css_class (choice->sign, "al-verdict-icon");
  gtk_widget_set_valign (choice->sign, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (create_label (choice->reason->text)));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (choice->because));
  gtk_box_append (GTK_BOX (box), choice->sign);
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static void
add_reason (AlExerciseView *self, const AlReason *reason)
{
  Choice choice = {.reason = reason, .button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ())};

  gtk_button_set_child (GTK_BUTTON (choice.button), create_content (&choice));
  gtk_widget_add_css_class (GTK_WIDGET (choice.button), "al-reason");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice.button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reason->text, -1);
  g_signal_connect_object (choice.button, "toggled", G_CALLBACK (update_reveal), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->reasons, GTK_WIDGET (choice.button));
  g_array_append_val (self->choices, choice);
}

/**
 * al_exercise_view_new:
 * @exercise: an exercise
 * @evidence: where its studies are
 *
 * Creates a view in which nothing is chosen yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
al_exercise_view_new (AlExercise *exercise, AlEvidence *evidence)
{
  AlExerciseView *self = g_object_new (AL_TYPE_EXERCISE_VIEW, NULL);
  gsize n_analyses, n_reasons;
  const AlAnalysis *analyses = al_exercise_get_analyses (exercise, &n_analyses);
  const AlReason *reasons = al_exercise_get_reasons (exercise, &n_reasons);

  self->exercise = g_object_ref (exercise);
  gtk_label_set_label (self->title_label, al_exercise_get_title (exercise));
  gtk_label_set_label (self->question_label, al_exercise_get_question (exercise));
  gtk_label_set_label (self->lesson_label, al_exercise_get_lesson (exercise));
  for (gsize i = 0; i < n_analyses; i++)
    add_analysis (self, &analyses[i], evidence);
  for (gsize i = 0; i < n_reasons; i++)
    add_reason (self, &reasons[i]);
  set_revealed (self, FALSE);
  update_reveal (self);
  return GTK_WIDGET (self);
}
