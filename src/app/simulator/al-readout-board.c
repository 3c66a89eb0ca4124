/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-readout-board.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-readout.h"
#include "al-widget.h"

#define MAX_SHOWN  8
#define GROUP_GAP  12
#define COLUMN_GAP 14

/* What a device does to the body is not what it does to the heart: the groups keep them apart. */
typedef struct {
  const char *title;
  int n_columns;
  guint n_shown;
  AlIndex shown[MAX_SHOWN]; /* line by line */
} Group;

static const Group groups[] = {
    {N_ ("Body"), 2, 4, {AL_INDEX_MAP, AL_INDEX_AO_PULSE, AL_INDEX_TOTAL_FLOW, AL_INDEX_RA_MEAN}},
    {N_ ("Heart"),
     4,
     8,
     {AL_INDEX_LV_EDP, AL_INDEX_LV_SV, AL_INDEX_NATIVE_CO, AL_INDEX_LV_EF, AL_INDEX_LV_PVA,
      AL_INDEX_CPO, AL_INDEX_CORONARY_FLOW, AL_INDEX_AV_OPENING}},
    {N_ ("Lungs"), 1, 2, {AL_INDEX_PCWP, AL_INDEX_PA_MEAN}},
};

/**
 * AlReadoutBoard:
 *
 * The numbers of a session, once a beat, grouped by whom they concern.
 */
struct _AlReadoutBoard {
  GtkWidget parent_instance;

  AlSession *session;
  AlReadout *readouts[AL_N_INDICES]; /* not owned; NULL for an index that is not shown */
};

G_DEFINE_FINAL_TYPE (AlReadoutBoard, al_readout_board, GTK_TYPE_WIDGET)

static void
update (AlReadoutBoard *self)
{
  AlIndices now;
  AlIndices reference;
  gboolean has_now = al_session_get_indices (self->session, &now);
  gboolean has_reference = al_session_get_reference (self->session, &reference);

  for (guint i = 0; i < AL_N_INDICES; i++) {
    if (self->readouts[i] != NULL)
      al_readout_update (self->readouts[i], has_now ? now.value[i] : NAN,
                         has_reference ? reference.value[i] : NAN);
  }
}

static GtkWidget *
make_group (AlReadoutBoard *self, const Group *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ (group->title));
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "readout-group");
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_set_halign (title, GTK_ALIGN_START);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), COLUMN_GAP);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < group->n_shown; i++) {
    GtkWidget *readout = al_readout_new (group->shown[i]);

    gtk_widget_set_hexpand (readout, TRUE);
    self->readouts[group->shown[i]] = AL_READOUT (readout);
    gtk_grid_attach (GTK_GRID (grid), readout, (int) i % group->n_columns,
                     (int) i / group->n_columns, 1, 1);
  }
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static void
forget_session (AlReadoutBoard *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_readout_board_dispose (GObject *object)
{
  AlReadoutBoard *self = AL_READOUT_BOARD (object);

  forget_session (self);
  al_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (al_readout_board_parent_class)->dispose (object);
}

static void
al_readout_board_class_init (AlReadoutBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_readout_board_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readoutboard");
}

static void
al_readout_board_init (AlReadoutBoard *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  int column = 0;

  gtk_grid_layout_set_column_homogeneous (layout, TRUE);
  gtk_grid_layout_set_column_spacing (layout, GROUP_GAP);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    GtkWidget *group = make_group (self, &groups[i]);
    GtkLayoutChild *place;

    gtk_widget_set_parent (group, GTK_WIDGET (self));
    place = gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (layout), group);
    g_object_set (place, "column", column, "column-span", groups[i].n_columns, NULL);
    column += groups[i].n_columns;
  }
}

/**
 * al_readout_board_new:
 *
 * Makes a board that shows no session yet.
 *
 * Returns: (transfer floating): a new board
 */
GtkWidget *
al_readout_board_new (void)
{
  return g_object_new (AL_TYPE_READOUT_BOARD, NULL);
}

/**
 * al_readout_board_set_session:
 * @self: a board
 * @session: (nullable): the session whose numbers are shown
 *
 * Shows a session.
 */
void
al_readout_board_set_session (AlReadoutBoard *self, AlSession *session)
{
  g_return_if_fail (AL_IS_READOUT_BOARD (self));
  forget_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "beat", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "ghosts-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::ready", G_CALLBACK (update), self);
  update (self);
}
