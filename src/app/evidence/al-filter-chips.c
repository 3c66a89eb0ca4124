/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-filter-chips.h"

#include <glib/gi18n.h>

/* Beside each other where there is room. */
#define MOST_COLUMNS 2

typedef struct {
  GtkToggleButton *button;
  GtkLabel *number;
  const char *label;
} Chip;

/**
 * AlFilterChips:
 *
 * Kinds of entries, each with how many of them are found. With none pressed all kinds are wanted,
 * else those that are pressed.
 */
struct _AlFilterChips {
  AdwBin parent_instance;

  GtkFlowBox *flow;
  GArray *chips;
};

G_DEFINE_FINAL_TYPE (AlFilterChips, al_filter_chips, ADW_TYPE_BIN)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
al_filter_chips_finalize (GObject *object)
{
  g_array_unref (AL_FILTER_CHIPS (object)->chips);
  G_OBJECT_CLASS (al_filter_chips_parent_class)->finalize (object);
}

static void
al_filter_chips_class_init (AlFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = al_filter_chips_finalize;
  /* Other kinds are wanted now */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", AL_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
al_filter_chips_init (AlFilterChips *self)
{
  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->flow, MOST_COLUMNS);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_row_spacing (self->flow, 6);
  gtk_flow_box_set_column_spacing (self->flow, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->flow), "al-chips");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flow));
}

/**
 * al_filter_chips_new:
 * @title: what is chosen with them, for a screen reader
 *
 * Creates a group without chips.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
al_filter_chips_new (const char *title)
{
  AlFilterChips *self = g_object_new (AL_TYPE_FILTER_CHIPS, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return GTK_WIDGET (self);
}

static void
emit_changed (AlFilterChips *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
create_icon (const AlFilterChip *chip)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (chip->icon);

  gtk_widget_add_css_class (icon, "al-verdict-icon");
  if (chip->css_class != NULL)
    gtk_widget_add_css_class (icon, chip->css_class);
  return icon;
}

static GtkWidget *
create_content (const AlFilterChip *chip, GtkLabel **number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (chip->label);

  *number = GTK_LABEL (gtk_label_new ("0"));
  if (chip->icon != NULL)
    gtk_box_append (GTK_BOX (box), create_icon (chip));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (*number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (*number), "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*number));
  return box;
}

/**
 * al_filter_chips_add:
 * @self: a group
 * @chip: how the next chip looks; its label stays where it is as long as the group
 *
 * Adds a kind.
 */
void
al_filter_chips_add (AlFilterChips *self, const AlFilterChip *chip)
{
  GtkWidget *place = gtk_flow_box_child_new ();
  Chip added = {.button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ()), .label = chip->label};

  g_return_if_fail (AL_IS_FILTER_CHIPS (self));
  gtk_button_set_child (GTK_BUTTON (added.button), create_content (chip, &added.number));
  gtk_widget_add_css_class (GTK_WIDGET (added.button), "al-chip");
  gtk_widget_set_tooltip_text (GTK_WIDGET (added.button), chip->tooltip);
  g_signal_connect_object (added.button, "toggled", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  /* The chip takes the focus, not its place. */
  gtk_widget_set_focusable (place, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), GTK_WIDGET (added.button));
  gtk_flow_box_append (self->flow, place);
  g_array_append_val (self->chips, added);
}

/**
 * al_filter_chips_set_count:
 * @self: a group
 * @position: which chip, from 0
 * @count: how many entries of that kind are found
 *
 * Writes the number. A chip that would find nothing cannot be pressed, but can be released.
 */
void
al_filter_chips_set_count (AlFilterChips *self, guint position, guint count)
{
  g_return_if_fail (AL_IS_FILTER_CHIPS (self));
  g_return_if_fail (position < self->chips->len);

  const Chip *chip = &g_array_index (self->chips, Chip, position);
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: a kind of entries, such as a verdict, and how many there are. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %u entries"), chip->label, count);

  gtk_label_set_text (chip->number, number);
  gtk_widget_set_sensitive (GTK_WIDGET (chip->button),
                            count > 0 || gtk_toggle_button_get_active (chip->button));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/**
 * al_filter_chips_get_n_chosen:
 * @self: a group
 *
 * Returns: how many chips are pressed
 */
guint
al_filter_chips_get_n_chosen (AlFilterChips *self)
{
  guint n_chosen = 0;

  g_return_val_if_fail (AL_IS_FILTER_CHIPS (self), 0);
  for (guint i = 0; i < self->chips->len; i++)
    n_chosen += gtk_toggle_button_get_active (g_array_index (self->chips, Chip, i).button);
  return n_chosen;
}

/**
 * al_filter_chips_wants:
 * @self: a group
 * @position: a kind, from 0
 *
 * Whether entries of a kind are wanted.
 */
gboolean
al_filter_chips_wants (AlFilterChips *self, guint position)
{
  g_return_val_if_fail (AL_IS_FILTER_CHIPS (self), TRUE);
  g_return_val_if_fail (position < self->chips->len, TRUE);
  return al_filter_chips_get_n_chosen (self) == 0 ||
         gtk_toggle_button_get_active (g_array_index (self->chips, Chip, position).button);
}

/**
 * al_filter_chips_clear:
 * @self: a group
 *
 * Releases all chips: every kind is wanted.
 */
void
al_filter_chips_clear (AlFilterChips *self)
{
  g_return_if_fail (AL_IS_FILTER_CHIPS (self));
  for (guint i = 0; i < self->chips->len; i++)
    gtk_toggle_button_set_active (g_array_index (self->chips, Chip, i).button, FALSE);
}
