/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-control-panel.h"

#include <glib/gi18n.h>

#include "al-choice-row.h"
#include "al-control-section.h"
#include "al-parameter-row.h"
#include "al-widget.h"

#define MAX_ROWS    6
#define MAX_CHOICES 3

/* A row is a scale with a step, or a few choices. */
typedef struct {
  AlParameter parameter;
  const char *label;
  double step;
  const char *choices[MAX_CHOICES + 1];
} Control;

/* Controls are grouped as a clinician thinks. */
typedef struct {
  const char *title;
  gboolean has_switch;
  AlParameter device;
  gboolean expanded;
  guint n_controls;
  Control controls[MAX_ROWS];
} Section;

static const Section sections[] = {
    {N_ ("Balloon pump"),
     TRUE,
     AL_PARAMETER_IABP_ON,
     TRUE,
     4,
     {{AL_PARAMETER_IABP_RATIO, N_ ("Assist"), 0, {"1:1", "1:2", "1:3"}},
      {AL_PARAMETER_IABP_VOLUME, N_ ("Balloon volume"), 1, {NULL}},
      {AL_PARAMETER_IABP_INFLATION_OFFSET, N_ ("Inflation, early or late"), 10, {NULL}},
      {AL_PARAMETER_IABP_DEFLATION_OFFSET, N_ ("Deflation, early or late"), 10, {NULL}}}},
    {N_ ("VA-ECMO"),
     TRUE,
     AL_PARAMETER_ECMO_ON,
     TRUE,
     5,
     {{AL_PARAMETER_ECMO_MODE,
       N_ ("Hold constant"),
       0,
       {NC_ ("ecmo", "Flow"), NC_ ("ecmo", "Speed")}},
      {AL_PARAMETER_ECMO_FLOW, N_ ("Flow"), 0.1, {NULL}},
      {AL_PARAMETER_ECMO_RPM, N_ ("Pump speed"), 50, {NULL}},
      {AL_PARAMETER_ECMO_RETURN_FR, N_ ("Return cannula"), 1, {NULL}},
      {AL_PARAMETER_ECMO_DRAINAGE_FR, N_ ("Drainage cannula"), 1, {NULL}}}},
    {N_ ("Heart and vessels"),
     FALSE,
     AL_N_PARAMETERS,
     FALSE,
     5,
     {{AL_PARAMETER_RHYTHM_RATE, N_ ("Heart rate"), 1, {NULL}},
      {AL_PARAMETER_LV_EES, N_ ("LV contractility, Ees"), 0.02, {NULL}},
      {AL_PARAMETER_RV_EES, N_ ("RV contractility, Ees"), 0.02, {NULL}},
      {AL_PARAMETER_UPPER_BED_R, N_ ("Upper resistance"), 0.05, {NULL}},
      {AL_PARAMETER_LOWER_BED_R, N_ ("Lower resistance"), 0.05, {NULL}}}},
    {N_ ("Volume and ventilation"),
     FALSE,
     AL_N_PARAMETERS,
     FALSE,
     3,
     {{AL_PARAMETER_BLOOD_INFUSION, N_ ("Blood given"), 50, {NULL}},
      {AL_PARAMETER_VENTILATION_MODE,
       N_ ("Breathing"),
       0,
       {NC_ ("ventilation", "Own"), NC_ ("ventilation", "Ventilator")}},
      {AL_PARAMETER_VENTILATION_PEEP, N_ ("PEEP"), 1, {NULL}}}},
    {N_ ("Reflexes"),
     FALSE,
     AL_N_PARAMETERS,
     FALSE,
     2,
     {{AL_PARAMETER_REFLEX_GAIN, N_ ("Baroreflex gain"), 0.1, {NULL}},
      {AL_PARAMETER_ISCHAEMIA_GAIN, N_ ("Ischaemia feedback"), 0.05, {NULL}}}},
};

/* What has an effect only while another setting says so is shown only then. */
typedef struct {
  AlParameter row;
  AlParameter depends_on;
  double value;
} Condition;

static const Condition conditions[] = {
    {AL_PARAMETER_ECMO_FLOW, AL_PARAMETER_ECMO_MODE, 0},
    {AL_PARAMETER_ECMO_RPM, AL_PARAMETER_ECMO_MODE, 1},
    {AL_PARAMETER_VENTILATION_PEEP, AL_PARAMETER_VENTILATION_MODE, 1},
};

/**
 * AlControlPanel:
 *
 * The settings of a session that a person changes while the heart beats.
 */
struct _AlControlPanel {
  GtkWidget parent_instance;

  AlSession *session;
  GtkWidget *box;
  AlControlSection *sections[G_N_ELEMENTS (sections)]; /* not owned */
  GtkWidget *rows[AL_N_PARAMETERS];                    /* not owned */
};

G_DEFINE_FINAL_TYPE (AlControlPanel, al_control_panel, GTK_TYPE_WIDGET)

static void
settings_changed_cb (AlControlPanel *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++) {
    const Condition *condition = &conditions[i];
    const double difference =
        al_session_get (self->session, condition->depends_on) - condition->value;

    gtk_widget_set_visible (self->rows[condition->row], ABS (difference) < 0.5);
  }
}

static const char *
translate_choice (AlParameter parameter, const char *choice)
{
  if (parameter == AL_PARAMETER_ECMO_MODE)
    return g_dpgettext2 (NULL, "ecmo", choice);
  if (parameter == AL_PARAMETER_VENTILATION_MODE)
    return g_dpgettext2 (NULL, "ventilation", choice);
  return choice;
}

static GtkWidget *
make_row (const Control *control)
{
  const char *choices[MAX_CHOICES + 1] = {NULL};

  if (control->choices[0] == NULL)
    return al_parameter_row_new (control->parameter, _ (control->label), control->step);
  for (guint i = 0; i < MAX_CHOICES && control->choices[i] != NULL; i++)
    choices[i] = translate_choice (control->parameter, control->choices[i]);
  return al_choice_row_new (control->parameter, _ (control->label), choices);
}

static void
add_section (AlControlPanel *self, guint position)
{
  const Section *section = &sections[position];
  GtkWidget *widget = al_control_section_new (_ (section->title), section->expanded);

  self->sections[position] = AL_CONTROL_SECTION (widget);
  gtk_box_append (GTK_BOX (self->box), widget);
  for (guint i = 0; i < section->n_controls; i++) {
    const Control *control = &section->controls[i];

    self->rows[control->parameter] = make_row (control);
    al_control_section_add (self->sections[position], self->rows[control->parameter]);
  }
}

static void
forget_session (AlControlPanel *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_control_panel_dispose (GObject *object)
{
  forget_session (AL_CONTROL_PANEL (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_CONTROL_PANEL);
  al_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (al_control_panel_parent_class)->dispose (object);
}

static void
al_control_panel_class_init (AlControlPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_control_panel_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-control-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AlControlPanel, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "controlpanel");
}

static void
al_control_panel_init (AlControlPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, i);
}

/**
 * al_control_panel_new:
 *
 * Makes a panel that sets nothing yet.
 *
 * Returns: (transfer floating): a new panel
 */
GtkWidget *
al_control_panel_new (void)
{
  return g_object_new (AL_TYPE_CONTROL_PANEL, NULL);
}

/**
 * al_control_panel_unfold:
 * @self: a panel
 * @all: whether to unfold every section, or those that are unfolded at first
 *
 * Unfolds sections.
 */
void
al_control_panel_unfold (AlControlPanel *self, gboolean all)
{
  g_return_if_fail (AL_IS_CONTROL_PANEL (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    al_control_section_set_expanded (self->sections[i], all || sections[i].expanded);
}

/**
 * al_control_panel_set_session:
 * @self: a panel
 * @session: the session that is set
 *
 * Connects every control to a session.
 */
void
al_control_panel_set_session (AlControlPanel *self, AlSession *session)
{
  g_return_if_fail (AL_IS_CONTROL_PANEL (self));
  g_return_if_fail (AL_IS_SESSION (session));
  forget_session (self);
  self->session = g_object_ref (session);
  for (guint i = 0; i < AL_N_PARAMETERS; i++) {
    if (AL_IS_PARAMETER_ROW (self->rows[i]))
      al_parameter_row_set_session (AL_PARAMETER_ROW (self->rows[i]), session);
    else if (AL_IS_CHOICE_ROW (self->rows[i]))
      al_choice_row_set_session (AL_CHOICE_ROW (self->rows[i]), session);
  }
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    if (sections[i].has_switch)
      al_control_section_bind_switch (self->sections[i], session, sections[i].device);
  }
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (settings_changed_cb), self);
  settings_changed_cb (self);
}
