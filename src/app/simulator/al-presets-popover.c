/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-presets-popover.h"

#include <glib/gi18n.h>

#include "al-search.h"

/**
 * AlPresetsPopover:
 *
 * Every preset by the name of its patient, with a search over names and descriptions. A row that is
 * activated opens its preset through the action `win.open-preset`.
 */
struct _AlPresetsPopover {
  GtkPopover parent_instance;

  AlCatalogue *catalogue;
  GtkSearchEntry *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AlPresetsPopover, al_presets_popover, GTK_TYPE_POPOVER)

#define PRESET_KEY "al-preset"

static AlPreset *
get_preset (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), PRESET_KEY);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (AlPreset *preset)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *description = make_label (al_preset_get_description (preset), "caption");

  gtk_label_set_lines (GTK_LABEL (description), 2);
  gtk_label_set_ellipsize (GTK_LABEL (description), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (description, "dim-label");
  gtk_widget_set_tooltip_text (row, al_preset_get_description (preset));
  gtk_box_append (GTK_BOX (box), make_label (al_preset_get_name (preset), "heading"));
  gtk_box_append (GTK_BOX (box), description);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  al_preset_get_name (preset), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  al_preset_get_description (preset), -1);
  g_object_set_data_full (G_OBJECT (row), PRESET_KEY, g_object_ref (preset), g_object_unref);
  return row;
}

/* The name of a patient above the first of his presets. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AlPatient *patient = al_preset_get_patient (get_preset (row));
  GtkWidget *header;

  if (before != NULL && al_preset_get_patient (get_preset (before)) == patient) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  header = make_label (al_patient_get_name (patient), "caption-heading");
  gtk_widget_add_css_class (header, "presets-header");
  gtk_list_box_row_set_header (row, header);
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  AlPreset *first = get_preset (a), *second = get_preset (b);
  int patients = g_utf8_collate (al_patient_get_name (al_preset_get_patient (first)),
                                 al_patient_get_name (al_preset_get_patient (second)));

  return patients != 0 ? patients
                       : g_utf8_collate (al_preset_get_name (first), al_preset_get_name (second));
}

static gboolean
is_wanted (GtkListBoxRow *row, gpointer user_data)
{
  AlPresetsPopover *self = user_data;
  AlPreset *preset = get_preset (row);
  const char *const texts[] = {al_preset_get_name (preset), al_preset_get_description (preset),
                               al_patient_get_name (al_preset_get_patient (preset)), NULL};

  return al_search_matches (texts, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_changed_cb (AlPresetsPopover *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
activated_cb (AlPresetsPopover *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-preset", "s",
                              al_preset_get_id (get_preset (row)));
}

/* Enter in the search opens the first that is left. */
static void
search_activated_cb (AlPresetsPopover *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    if (GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row)) {
      activated_cb (self, GTK_LIST_BOX_ROW (row));
      return;
    }
  }
}

static void
al_presets_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_PRESETS_POPOVER);
  g_clear_object (&AL_PRESETS_POPOVER (object)->catalogue);
  G_OBJECT_CLASS (al_presets_popover_parent_class)->dispose (object);
}

static void
fill (AlPresetsPopover *self)
{
  GListModel *presets = al_catalogue_get_presets (self->catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (presets); i++) {
    g_autoptr (AlPreset) preset = g_list_model_get_item (presets, i);

    gtk_list_box_append (self->list, make_row (preset));
  }
}

/* Rows are made when somebody wants to see them. */
static void
al_presets_popover_show (GtkWidget *widget)
{
  AlPresetsPopover *self = AL_PRESETS_POPOVER (widget);

  if (self->catalogue != NULL && gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    fill (self);
  GTK_WIDGET_CLASS (al_presets_popover_parent_class)->show (widget);
}

static void
al_presets_popover_class_init (AlPresetsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->show = al_presets_popover_show;
  G_OBJECT_CLASS (klass)->dispose = al_presets_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-presets-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AlPresetsPopover, search);
  gtk_widget_class_bind_template_child (widget_class, AlPresetsPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
al_presets_popover_init (AlPresetsPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, is_wanted, self, NULL);
}

/**
 * al_presets_popover_set_catalogue:
 * @self: a popover
 * @catalogue: where the presets are; the same until the end
 *
 * Says what to list.
 */
void
al_presets_popover_set_catalogue (AlPresetsPopover *self, AlCatalogue *catalogue)
{
  g_return_if_fail (AL_IS_PRESETS_POPOVER (self));
  g_set_object (&self->catalogue, catalogue);
}
