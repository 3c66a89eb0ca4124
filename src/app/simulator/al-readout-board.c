/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-readout-board.h"

#include <math.h>

#include <glib/gi18n.h>

#include "al-index-popover.h"
#include "al-index-text.h"
#include "al-readout.h"
#include "al-stage-text.h"
#include "al-still.h"
#include "al-widget.h"

#define GROUP_GAP  12
#define COLUMN_GAP 8
#define LINE_GAP   3
#define N_LINES    3

/* What a projector shows: a room reads no more than seven numbers, and those large. */
static const AlIndex projected[] = {AL_INDEX_MAP,      AL_INDEX_LACTATE, AL_INDEX_LV_EDP,
                                    AL_INDEX_LV_SV,    AL_INDEX_CI,      AL_INDEX_PCWP,
                                    AL_INDEX_LIMB_FLOW};

/* Line by line, the most telling first. SCAI_LOW stands for the stage, SAO2_RADIAL for both
 * saturations. */
static const AlIndex body[] = {
    AL_INDEX_MAP,        AL_INDEX_LACTATE,  /* pressure and what it is for */
    AL_INDEX_TOTAL_FLOW, AL_INDEX_SCAI_LOW, /* flow and what it is for */
    AL_INDEX_DO2,        AL_INDEX_SVO2,     /* oxygen */
};
static const AlIndex heart[] = {
    /* what fills it, what it ejects */
    AL_INDEX_LV_EDP, AL_INDEX_LV_SV, AL_INDEX_CI, AL_INDEX_HR,
    /* how well */
    AL_INDEX_AO_PULSE, AL_INDEX_LV_EF, AL_INDEX_LV_PVA, AL_INDEX_AV_OPENING,
    /* the rest */
    AL_INDEX_RA_MEAN, AL_INDEX_CORONARY_FLOW, AL_INDEX_LV_SW, AL_INDEX_CPO};
static const AlIndex lungs[] = {AL_INDEX_PCWP, AL_INDEX_SAO2_RADIAL, AL_INDEX_LUNG_WATER};
static const AlIndex price[] = {AL_INDEX_LIMB_FLOW, AL_INDEX_FREE_HB, AL_INDEX_BLEEDING};

/* What a device does to the body is not what it does to the heart: the groups keep them apart. */
typedef struct {
  const char *title;
  int width; /* in shares of the board */
  const AlIndex *shown;
  int n_shown;
} Group;

static const Group groups[] = {
    {N_ ("Body"), 21, body, G_N_ELEMENTS (body)},
    {N_ ("Heart"), 45, heart, G_N_ELEMENTS (heart)},
    {N_ ("Lungs"), 11, lungs, G_N_ELEMENTS (lungs)},
    {N_ ("Harm"), 9, price, G_N_ELEMENTS (price)},
};

#define N_GROUPS    G_N_ELEMENTS (groups)
#define HEART_GROUP 1
#define PRICE_GROUP 3

/* One line of the board. Where all groups do not fit on one, the heart has the second line. */
typedef guint Line;
#define BIT(group)  (1u << (group))
#define ALL_LINE    (BIT (N_GROUPS) - 1)
#define SECOND_LINE BIT (HEART_GROUP)
#define FIRST_LINE  (ALL_LINE & ~SECOND_LINE)

/**
 * AlReadoutBoard:
 *
 * The numbers of a session, once a beat, grouped by whom they concern.
 */
struct _AlReadoutBoard {
  GtkWidget parent_instance;

  AlSession *session;
  AlReadout *readouts[AL_N_INDICES]; /* not owned; NULL for an index that is not shown */
  GtkWidget *price;                  /* not owned; what the price is, or that there is none */
  AlIndexPopover *popover;           /* not owned; about the number that was asked for last */
  AlReadout *asked;                  /* not owned; that number */
  GtkWidget *groups[N_GROUPS];       /* not owned */
  gboolean compact;                  /* without normal ranges */
  int full_width;                    /* of one line with normal ranges, as last seen; 0 unknown */
  int compact_width;                 /* of one line without; 0 unknown */
  double text_scale;                 /* for which both are true */
};

G_DEFINE_FINAL_TYPE (AlReadoutBoard, al_readout_board, GTK_TYPE_WIDGET)

static void
show_stage (AlReadoutBoard *self, const AlSimulation *simulation, const AlIndices *now)
{
  GtkWidget *readout = GTK_WIDGET (self->readouts[AL_INDEX_SCAI_LOW]);
  g_autofree char *stage = al_stage_format (now);
  g_autofree char *modifiers = al_stage_format_modifiers (&simulation->settings);
  g_autofree char *reasons = NULL;
  g_autofree char *tooltip = NULL;
  AlScai scai;

  al_simulation_get_scai (simulation, &scai);
  reasons = al_stage_describe_reasons (&scai);

  /* Translators: %s is a list of signs, a line for each; may be empty */
  tooltip = g_strdup_printf (_ ("SCAI stage of shock, a range where the criteria disagree; under a "
                                "device the worst so far. Signs:%s"),
                             reasons[0] != '\0' ? reasons : _ (" none"));
  al_readout_set_text (AL_READOUT (readout), stage, modifiers);
  al_widget_set_tooltip (readout, tooltip);
}

static void
show_saturations (AlReadoutBoard *self, const AlIndices *now)
{
  g_autofree char *hand = al_index_format (AL_INDEX_SAO2_RADIAL, now->value[AL_INDEX_SAO2_RADIAL]);
  g_autofree char *leg = al_index_format (AL_INDEX_SAO2_FEMORAL, now->value[AL_INDEX_SAO2_FEMORAL]);
  g_autofree char *both = g_strdup_printf ("%s/%s", hand, leg);

  al_readout_set_text (self->readouts[AL_INDEX_SAO2_RADIAL], both, "%");
}

static gboolean
is_of_words (AlIndex index)
{
  return index == AL_INDEX_SCAI_LOW || index == AL_INDEX_SAO2_RADIAL;
}

static void
update (AlReadoutBoard *self)
{
  const AlSettings *settings = &al_session_get_simulation (self->session)->settings;
  AlIndices now;
  AlIndices reference;
  gboolean has_now = al_session_get_indices (self->session, &now);
  AlSettings from, to;
  /* What the last change did may be the answer to a question on the next. */
  gboolean has_reference = !al_session_get_held (self->session, &from, &to) &&
                           al_session_get_reference (self->session, &reference);

  for (guint i = 0; i < AL_N_INDICES; i++) {
    if (self->readouts[i] != NULL && !is_of_words ((AlIndex) i))
      al_readout_update (self->readouts[i], has_now ? now.value[i] : NAN,
                         has_reference ? reference.value[i] : NAN);
  }
  if (has_now) {
    show_stage (self, al_session_get_simulation (self->session), &now);
    show_saturations (self, &now);
  }
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    al_index_popover_update (self->popover, self->session);
  gtk_stack_set_visible_child_name (GTK_STACK (self->price),
                                    al_stage_is_supported (settings) ? "price" : "none");
}

static AlIndex
find_index (AlReadoutBoard *self, AlReadout *readout)
{
  guint index = 0;

  while (self->readouts[index] != readout)
    index++;
  return (AlIndex) index;
}

static void
ask_cb (AlReadoutBoard *self, AlReadout *readout)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  if (self->session == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (readout), GTK_WIDGET (self), &bounds))
    return;
  place = (GdkRectangle){(int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height};
  self->asked = readout;
  al_index_popover_set_index (self->popover, find_index (self, readout));
  al_index_popover_update (self->popover, self->session);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* The keyboard goes on where it was. */
static void
answered_cb (AlReadoutBoard *self)
{
  if (self->asked != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->asked)))
    gtk_widget_grab_focus (GTK_WIDGET (self->asked));
}

/* One stop for Tab; the arrow keys go from number to number. */
static gboolean
al_readout_board_focus (GtkWidget *widget, GtkDirectionType direction)
{
  const gboolean leaves = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (leaves && gtk_widget_get_focus_child (widget) != NULL)
    return GDK_EVENT_PROPAGATE;
  return GTK_WIDGET_CLASS (al_readout_board_parent_class)->focus (widget, direction);
}

static GtkWidget *
make_readout (AlIndex index)
{
  if (index == AL_INDEX_SCAI_LOW)
    return al_readout_new_text (_ ("SCAI stage"), "");
  if (index == AL_INDEX_SAO2_RADIAL)
    return al_readout_new_text (_ ("SaO2 hand/leg"),
                                _ ("Oxygen saturation in the right radial and in a femoral artery. "
                                   "On VA-ECMO they may differ."));
  return al_readout_new (index);
}

static GtkWidget *
make_grid (AlReadoutBoard *self, const Group *group)
{
  GtkWidget *grid = gtk_grid_new ();
  const int n_columns = group->n_shown / N_LINES;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), COLUMN_GAP);
  gtk_grid_set_row_spacing (GTK_GRID (grid), LINE_GAP);
  for (int i = 0; i < group->n_shown; i++) {
    GtkWidget *readout = make_readout (group->shown[i]);

    gtk_widget_set_hexpand (readout, TRUE);
    g_signal_connect_swapped (readout, "activate", G_CALLBACK (ask_cb), self);
    self->readouts[group->shown[i]] = AL_READOUT (readout);
    gtk_grid_attach (GTK_GRID (grid), readout, i % n_columns, i / n_columns, 1, 1);
  }
  return grid;
}

/* It keeps its place without a device, so that no number moves when one is switched on. */
static GtkWidget *
make_price (AlReadoutBoard *self, GtkWidget *grid)
{
  GtkWidget *none = gtk_label_new (_ ("None without a device."));

  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_label_set_width_chars (GTK_LABEL (none), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (none), 8);
  gtk_widget_set_valign (none, GTK_ALIGN_START);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_add_css_class (none, "caption");
  self->price = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->price), none, "none");
  gtk_stack_add_named (GTK_STACK (self->price), grid, "price");
  return self->price;
}

static GtkWidget *
make_group (AlReadoutBoard *self, const Group *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (_ (group->title));
  GtkWidget *grid = make_grid (self, group);
  gboolean last = group == &groups[PRICE_GROUP];

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "readout-group");
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_set_halign (title, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), last ? make_price (self, grid) : grid);
  return box;
}

/* Layout */

static int
measure_group (AlReadoutBoard *self, guint group, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (self->groups[group], orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* How much wider than it must be a line is, in parts of a share; below 0 where it does not fit. */
static int
share_width (AlReadoutBoard *self, Line line, int width, int widths[N_GROUPS])
{
  int shares = 0;
  int rest = width + GROUP_GAP;

  for (guint i = 0; i < N_GROUPS; i++) {
    widths[i] = 0;
    if ((line & BIT (i)) == 0)
      continue;
    widths[i] = measure_group (self, i, GTK_ORIENTATION_HORIZONTAL, -1);
    rest -= widths[i] + GROUP_GAP;
    shares += groups[i].width;
  }
  for (guint i = 0, left = (guint) MAX (0, rest); i < N_GROUPS && shares > 0; i++) {
    if ((line & BIT (i)) != 0) {
      const int more = (int) left * groups[i].width / shares;

      widths[i] += more;
      left -= (guint) more;
      shares -= groups[i].width;
    }
  }
  return rest;
}

static int
measure_line_height (AlReadoutBoard *self, Line line, int width)
{
  int widths[N_GROUPS];
  int height = 0;

  share_width (self, line, width, widths);
  for (guint i = 0; i < N_GROUPS; i++) {
    if ((line & BIT (i)) != 0)
      height = MAX (height, measure_group (self, i, GTK_ORIENTATION_VERTICAL, widths[i]));
  }
  return height;
}

static gboolean
fits_one_line (AlReadoutBoard *self, int width)
{
  int widths[N_GROUPS];

  return width < 0 || share_width (self, ALL_LINE, width, widths) >= 0;
}

static int
measure_line_width (AlReadoutBoard *self, Line line)
{
  int widths[N_GROUPS];

  return -share_width (self, line, 0, widths);
}

static void
al_readout_board_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  AlReadoutBoard *self = AL_READOUT_BOARD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (measure_line_width (self, FIRST_LINE), measure_line_width (self, SECOND_LINE));
    *natural = measure_line_width (self, ALL_LINE);
  } else if (fits_one_line (self, for_size)) {
    *minimum = *natural = measure_line_height (self, ALL_LINE, MAX (0, for_size));
  } else {
    *minimum = *natural = measure_line_height (self, FIRST_LINE, for_size) + GROUP_GAP +
                          measure_line_height (self, SECOND_LINE, for_size);
  }
}

static void
allocate_line (AlReadoutBoard *self, Line line, const GtkAllocation *place)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int widths[N_GROUPS];
  int x = 0;

  share_width (self, line, place->width, widths);
  for (guint i = 0; i < N_GROUPS; i++) {
    if ((line & BIT (i)) == 0)
      continue;
    gtk_widget_size_allocate (self->groups[i],
                              &(GtkAllocation){rtl ? place->width - x - widths[i] : x, place->y,
                                               widths[i], place->height},
                              -1);
    x += widths[i] + GROUP_GAP;
  }
}

/* Ranges are left out where that alone brings all on one line. */
static gboolean
wants_compact (AlReadoutBoard *self, int width)
{
  return self->full_width > width && self->compact_width <= width;
}

static gboolean
follow_width_cb (gpointer user_data)
{
  AlReadoutBoard *self = user_data;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width == 0 || self->compact == wants_compact (self, width))
    return G_SOURCE_REMOVE;
  self->compact = !self->compact;
  for (guint i = 0; i < AL_N_INDICES; i++) {
    if (self->readouts[i] != NULL)
      al_readout_set_compact (self->readouts[i], self->compact);
  }
  return G_SOURCE_REMOVE;
}

/* What is shown cannot be changed while widths are given out. */
static void
follow_width (AlReadoutBoard *self, int width)
{
  const double text_scale = al_widget_get_text_scale (GTK_WIDGET (self));
  const int one_line = measure_line_width (self, ALL_LINE);

  if (fabs (text_scale - self->text_scale) > 0.01)
    self->full_width = self->compact_width = 0;
  self->text_scale = text_scale;
  if (self->compact)
    self->compact_width = one_line;
  else
    self->full_width = one_line;
  if (self->compact != wants_compact (self, width))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, g_object_ref (self), g_object_unref);
}

static void
al_readout_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AlReadoutBoard *self = AL_READOUT_BOARD (widget);
  int first;

  if (fits_one_line (self, width)) {
    allocate_line (self, ALL_LINE, &(GtkAllocation){0, 0, width, height});
  } else {
    first = measure_line_height (self, FIRST_LINE, width);
    allocate_line (self, FIRST_LINE, &(GtkAllocation){0, 0, width, first});
    first += GROUP_GAP;
    allocate_line (self, SECOND_LINE, &(GtkAllocation){0, first, width, height - first});
  }
  gtk_popover_present (GTK_POPOVER (self->popover));
  follow_width (self, width);
}

static GtkSizeRequestMode
al_readout_board_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  self->asked = NULL;
  al_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (al_readout_board_parent_class)->dispose (object);
}

static void
al_readout_board_class_init (AlReadoutBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_readout_board_dispose;
  widget_class->snapshot = al_still_snapshot;
  widget_class->focus = al_readout_board_focus;
  widget_class->measure = al_readout_board_measure;
  widget_class->size_allocate = al_readout_board_size_allocate;
  widget_class->get_request_mode = al_readout_board_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "readoutboard");
}

static void
al_readout_board_init (AlReadoutBoard *self)
{
  for (guint i = 0; i < N_GROUPS; i++) {
    self->groups[i] = make_group (self, &groups[i]);
    gtk_widget_set_parent (self->groups[i], GTK_WIDGET (self));
  }
  self->popover = AL_INDEX_POPOVER (al_index_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (answered_cb), self);
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
  g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::ready", G_CALLBACK (update), self);
  update (self);
}

static gboolean
is_projected (guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (projected); i++) {
    if (projected[i] == index)
      return TRUE;
  }
  return FALSE;
}

/**
 * al_readout_board_set_projector:
 * @self: a board
 * @projector: whether it goes to a projector
 *
 * Shows the most telling numbers alone, or all of them.
 */
void
al_readout_board_set_projector (AlReadoutBoard *self, gboolean projector)
{
  g_return_if_fail (AL_IS_READOUT_BOARD (self));
  for (guint i = 0; i < AL_N_INDICES; i++) {
    if (self->readouts[i] == NULL)
      continue;
    gtk_widget_set_visible (GTK_WIDGET (self->readouts[i]), !projector || is_projected (i));
    al_readout_set_brief (self->readouts[i], projector);
  }
}
