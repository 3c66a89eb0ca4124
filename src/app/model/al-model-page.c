/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-model-page.h"

#include "al-limits-view.h"
#include "al-measured-view.h"
#include "al-parameter-reference.h"

struct _AlModelPage {
  AdwBin parent_instance;

  GtkStack *parts;
  AlMeasuredView *measured;
  AlLimitsView *limits;
  AlParameterReference *parameters;
};

G_DEFINE_FINAL_TYPE (AlModelPage, al_model_page, ADW_TYPE_BIN)

static void
search_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlModelPage *self = AL_MODEL_PAGE (widget);

  if (g_strcmp0 (al_model_page_get_shown (self), "parameters") == 0) {
    al_parameter_reference_focus_search (self->parameters);
    return;
  }
  al_model_page_show (self, "measured");
  al_measured_view_focus_search (self->measured);
}

static void
show_limit_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  al_model_page_show_limit (AL_MODEL_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
al_model_page_grab_focus (GtkWidget *widget)
{
  AlModelPage *self = AL_MODEL_PAGE (widget);

  if (g_strcmp0 (al_model_page_get_shown (self), "measured") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->measured));
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->parts), GTK_DIR_TAB_FORWARD);
}

static void
al_model_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_MODEL_PAGE);
  G_OBJECT_CLASS (al_model_page_parent_class)->dispose (object);
}

static void
al_model_page_class_init (AlModelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_model_page_dispose;
  widget_class->grab_focus = al_model_page_grab_focus;
  g_type_ensure (AL_TYPE_MEASURED_VIEW);
  g_type_ensure (AL_TYPE_LIMITS_VIEW);
  g_type_ensure (AL_TYPE_PARAMETER_REFERENCE);
  gtk_widget_class_install_action (widget_class, "model.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "model.show-limit", "s", show_limit_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "model.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-model-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AlModelPage, parts);
  gtk_widget_class_bind_template_child (widget_class, AlModelPage, measured);
  gtk_widget_class_bind_template_child (widget_class, AlModelPage, limits);
  gtk_widget_class_bind_template_child (widget_class, AlModelPage, parameters);
}

static void
al_model_page_init (AlModelPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  al_limits_view_set_table (self->limits, al_measured_view_get_table (self->measured));
}

/**
 * al_model_page_new:
 *
 * Creates a page without a catalogue.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
al_model_page_new (void)
{
  return g_object_new (AL_TYPE_MODEL_PAGE, NULL);
}

/**
 * al_model_page_set_catalogue:
 * @self: a page
 * @catalogue: (nullable): where the patients are
 *
 * Says on which patients to measure.
 */
void
al_model_page_set_catalogue (AlModelPage *self, AlCatalogue *catalogue)
{
  g_return_if_fail (AL_IS_MODEL_PAGE (self));
  al_measured_view_set_catalogue (self->measured, catalogue);
}

/**
 * al_model_page_get_shown:
 * @self: a page
 *
 * Returns: (transfer none): the part that is shown: `measured`, `limits` or `parameters`
 */
const char *
al_model_page_get_shown (AlModelPage *self)
{
  g_return_val_if_fail (AL_IS_MODEL_PAGE (self), NULL);
  return gtk_stack_get_visible_child_name (self->parts);
}

/**
 * al_model_page_show:
 * @self: a page
 * @part: `measured`, `limits` or `parameters`
 *
 * Switches to a part.
 */
void
al_model_page_show (AlModelPage *self, const char *part)
{
  g_return_if_fail (AL_IS_MODEL_PAGE (self));
  gtk_stack_set_visible_child_name (self->parts, part);
}

/**
 * al_model_page_show_limit:
 * @self: a page
 * @limit_id: the id of a limit
 *
 * Brings a known limit into view.
 */
void
al_model_page_show_limit (AlModelPage *self, const char *limit_id)
{
  g_return_if_fail (AL_IS_MODEL_PAGE (self));
  al_model_page_show (self, "limits");
  al_limits_view_show (self->limits, limit_id);
}
