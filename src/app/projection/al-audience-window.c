/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-audience-window.h"

#include <math.h>

#include "al-change-text.h"
#include "al-index-text.h"
#include "al-schematic-view.h"
#include "al-strip-view.h"

/* Text and room around it, in shares of the height of the picture: read from ten metres. */
#define PATIENT_SHARE  0.040
#define VALUE_SHARE    0.058
#define NAME_SHARE     0.028
#define SENTENCE_SHARE 0.036
#define WARNING_SHARE  0.027
#define MARGIN_SHARE   0.015

/* Text is made for a picture no higher than this share of its width, 10 to 16. */
#define HIGHEST 0.625

/* From one line of text to the next, in heights of its letters; more than fonts have. */
#define LINE_HEIGHT 1.4

/* What a window manager needs to do as it was told, in milliseconds. */
#define PATIENCE_MS 1500

/* What a room needs: pressure, flow, what the heart ejects and at which cost, lungs, and whether it
 * is enough. */
static const AlIndex numbers[] = {AL_INDEX_MAP,    AL_INDEX_TOTAL_FLOW, AL_INDEX_LV_SV,
                                  AL_INDEX_LV_EDP, AL_INDEX_LV_PVA,     AL_INDEX_SVO2,
                                  AL_INDEX_LACTATE};

G_STATIC_ASSERT (G_N_ELEMENTS (numbers) == AL_AUDIENCE_NUMBERS);

/**
 * AlAudienceWindow:
 *
 * What a room sees of a session: loop, charts or circulation, few numbers, one sentence, and no
 * control.
 */
struct _AlAudienceWindow {
  GtkWindow parent_instance;

  AlSession *session;
  AlSlate *slate;
  GtkWidget *picture;
  GtkWidget *head;
  GtkLabel *patient;
  GtkLabel *warning;
  AlLoopView *loop;
  AlSchematicView *circulation;
  AlStripView *strips;
  GtkWidget *board;
  GtkLabel *sentence;
  GtkLabel *names[AL_AUDIENCE_NUMBERS];
  GtkLabel *values[AL_AUDIENCE_NUMBERS];
  GtkLabel *units[AL_AUDIENCE_NUMBERS];
  int height; /* of the picture that the text is made for */
  guint resize;
  GdkMonitor *monitor;  /* the wall; NULL while it is a window as any other */
  GtkWindow *presenter; /* weak */
  guint patience;
};

enum {
  PROP_0,
  PROP_WARNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AlAudienceWindow, al_audience_window, GTK_TYPE_WINDOW)

/* What it shows */

static void
show_number (AlAudienceWindow *self, guint position, const AlIndices *now)
{
  const AlIndex index = numbers[position];
  g_autofree char *value = al_index_format (index, now->value[index]);
  g_autofree char *spoken = NULL;

  if (g_str_equal (value, gtk_label_get_text (self->values[position])))
    return;
  gtk_label_set_text (self->values[position], value);
  spoken = g_strdup_printf ("%s %s %s", al_index_get_short_label (index), value,
                            al_index_get_display_unit (index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->values[position]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update_sentence (AlAudienceWindow *self, const AlIndices *now)
{
  g_autofree char *text = al_change_describe_session (self->session);

  if (text == NULL)
    text = al_index_describe_state (now);
  if (!g_str_equal (text, gtk_label_get_text (self->sentence)))
    gtk_label_set_text (self->sentence, text);
}

static void
update (AlAudienceWindow *self)
{
  AlIndices now;

  if (!al_session_get_indices (self->session, &now))
    return;
  for (guint i = 0; i < AL_AUDIENCE_NUMBERS; i++)
    show_number (self, i, &now);
  update_sentence (self, &now);
}

/* Sizes */

static void
set_text_height (GtkLabel *label, double height, gboolean bold)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (height * PANGO_SCALE)));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  gtk_label_set_attributes (label, attributes);
}

/* No plot moves when the second line comes or goes. */
static void
keep_two_lines (GtkWidget *widget, double height)
{
  gtk_widget_set_size_request (widget, -1, (int) ceil (2 * LINE_HEIGHT * height));
}

static void
fit_text (AlAudienceWindow *self)
{
  const double height = self->height;
  const int margin = (int) (MARGIN_SHARE * height);

  set_text_height (self->patient, PATIENT_SHARE * height, TRUE);
  set_text_height (self->sentence, SENTENCE_SHARE * height, FALSE);
  set_text_height (self->warning, WARNING_SHARE * height, TRUE);
  keep_two_lines (GTK_WIDGET (self->sentence), SENTENCE_SHARE * height);
  keep_two_lines (self->head, WARNING_SHARE * height);
  for (guint i = 0; i < AL_AUDIENCE_NUMBERS; i++) {
    set_text_height (self->names[i], NAME_SHARE * height, FALSE);
    set_text_height (self->values[i], VALUE_SHARE * height, TRUE);
    set_text_height (self->units[i], NAME_SHARE * height, FALSE);
  }
  gtk_box_set_spacing (GTK_BOX (self->head), 2 * margin);
  gtk_box_set_spacing (GTK_BOX (self->picture), margin / 2);
  gtk_widget_set_margin_start (self->picture, 2 * margin);
  gtk_widget_set_margin_end (self->picture, 2 * margin);
  gtk_widget_set_margin_top (self->picture, margin);
  gtk_widget_set_margin_bottom (self->picture, margin);
}

static gboolean
fit_text_cb (gpointer user_data)
{
  AlAudienceWindow *self = user_data;

  self->resize = 0;
  fit_text (self);
  return G_SOURCE_REMOVE;
}

/* On a narrow screen the numbers of a board as wide as a slide have no room. */
static int
get_usual_height (int width, int height)
{
  return MIN (height, (int) (HIGHEST * width));
}

/* Text cannot be made larger while room is given out. */
static void
al_audience_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AlAudienceWindow *self = AL_AUDIENCE_WINDOW (widget);

  GTK_WIDGET_CLASS (al_audience_window_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (get_usual_height (width, height) == self->height)
    return;
  self->height = get_usual_height (width, height);
  if (self->resize == 0)
    self->resize = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_text_cb, self, NULL);
}

/* Monitors */

static void
forget_monitor (AlAudienceWindow *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->patience, g_source_remove);
}

/* The wall is gone. A window manager would move the picture over the presenter's screen. */
static void
unplugged_cb (AlAudienceWindow *self)
{
  forget_monitor (self);
  gtk_window_close (GTK_WINDOW (self));
}

static GdkMonitor *
find_monitor_of (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (
                               gtk_widget_get_display (GTK_WIDGET (window)), surface)
                         : NULL;
}

/* To be full screen on a monitor is a request: what came of it is to be looked at. */
static gboolean
check_place_cb (gpointer user_data)
{
  AlAudienceWindow *self = user_data;

  self->patience = 0;
  if (self->presenter != NULL &&
      find_monitor_of (GTK_WINDOW (self)) == find_monitor_of (self->presenter)) {
    gtk_window_unfullscreen (GTK_WINDOW (self));
    forget_monitor (self);
  }
  return G_SOURCE_REMOVE;
}

/* A monitor that is just being plugged in has no size yet. */
static gboolean
has_size (GdkMonitor *monitor)
{
  GdkRectangle geometry;

  gdk_monitor_get_geometry (monitor, &geometry);
  return gdk_monitor_is_valid (monitor) && geometry.width > 0 && geometry.height > 0;
}

/* Another monitor than that of the presenter. */
static GdkMonitor *
find_wall (GtkWindow *presenter)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (presenter)));
  GdkMonitor *own = find_monitor_of (presenter);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

    if (own != NULL && monitor != own && has_size (monitor))
      return g_steal_pointer (&monitor);
  }
  return NULL;
}

/* The object */

static void
add_number (AlAudienceWindow *self, guint position)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (al_index_get_abbreviation (numbers[position]));
  GtkWidget *value = gtk_label_new ("");
  GtkWidget *unit = gtk_label_new (al_index_get_display_unit (numbers[position]));

  self->names[position] = GTK_LABEL (name);
  self->values[position] = GTK_LABEL (value);
  self->units[position] = GTK_LABEL (unit);
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (unit, "audience-unit");
  gtk_label_set_ellipsize (GTK_LABEL (unit), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (unit, GTK_ALIGN_BASELINE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (line), unit);
  gtk_box_append (GTK_BOX (cell), name);
  gtk_box_append (GTK_BOX (cell), line);
  gtk_box_append (GTK_BOX (self->board), cell);
}

static void
al_audience_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_WARNING:
    gtk_label_set_text (AL_AUDIENCE_WINDOW (object)->warning, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_audience_window_dispose (GObject *object)
{
  AlAudienceWindow *self = AL_AUDIENCE_WINDOW (object);

  forget_monitor (self);
  g_clear_handle_id (&self->resize, g_source_remove);
  g_set_weak_pointer (&self->presenter, NULL);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (al_audience_window_parent_class)->dispose (object);
}

static void
al_audience_window_class_init (AlAudienceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = al_audience_window_set_property;
  G_OBJECT_CLASS (klass)->dispose = al_audience_window_dispose;
  /* What is wrong with the patient, in words; empty while nothing is */
  properties[PROP_WARNING] =
      g_param_spec_string ("warning", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->size_allocate = al_audience_window_size_allocate;
  g_type_ensure (AL_TYPE_SLATE);
  g_type_ensure (AL_TYPE_LOOP_VIEW);
  g_type_ensure (AL_TYPE_SCHEMATIC_VIEW);
  g_type_ensure (AL_TYPE_STRIP_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-audience-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, slate);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, head);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, patient);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, warning);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, loop);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, circulation);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, strips);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, board);
  gtk_widget_class_bind_template_child (widget_class, AlAudienceWindow, sentence);
}

static void
al_audience_window_init (AlAudienceWindow *self)
{
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < AL_AUDIENCE_NUMBERS; i++)
    add_number (self, i);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  self->height = get_usual_height (width, height);
  fit_text (self);
  al_strip_view_add_strip (self->strips, AL_STRIP_ARTERIAL);
  al_strip_view_add_strip (self->strips, AL_STRIP_FILLING);
  al_slate_set_place (self->slate, AL_PLACE_WINDOW, NULL);
  al_slate_set_place (self->slate, AL_PLACE_LOOP, GTK_WIDGET (self->loop));
  al_slate_set_place (self->slate, AL_PLACE_CHARTS, GTK_WIDGET (self->strips));
}

/**
 * al_audience_window_new:
 * @session: what is shown; somebody else lets its time go on
 * @ink: what is drawn and pointed at
 *
 * Makes a window for the room. It does not belong to the program: closing the presenter's does not
 * wait for it, and its owner destroys it.
 *
 * Returns: (transfer none): a new window, owned by GTK until it is destroyed
 */
AlAudienceWindow *
al_audience_window_new (AlSession *session, AlInk *ink)
{
  AlAudienceWindow *self = g_object_new (AL_TYPE_AUDIENCE_WINDOW, NULL);

  g_return_val_if_fail (AL_IS_SESSION (session), self);
  self->session = g_object_ref (session);
  al_slate_set_ink (self->slate, ink);
  al_loop_view_set_session (self->loop, session);
  al_schematic_view_set_session (self->circulation, session);
  al_strip_view_set_session (self->strips, session);
  g_signal_connect_swapped (session, "beat", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "ghosts-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (session, "notify::ready", G_CALLBACK (update), self);
  update (self);
  return self;
}

/**
 * al_audience_window_get_slate:
 * @self: a window
 *
 * What lies over the picture.
 *
 * Returns: (transfer none): a widget
 */
AlSlate *
al_audience_window_get_slate (AlAudienceWindow *self)
{
  g_return_val_if_fail (AL_IS_AUDIENCE_WINDOW (self), NULL);
  return self->slate;
}

/**
 * al_audience_window_get_loop:
 * @self: a window
 *
 * The loop that the room sees.
 *
 * Returns: (transfer none): a widget
 */
AlLoopView *
al_audience_window_get_loop (AlAudienceWindow *self)
{
  g_return_val_if_fail (AL_IS_AUDIENCE_WINDOW (self), NULL);
  return self->loop;
}

/**
 * al_audience_window_show_circulation:
 * @self: a window
 * @circulation: whether the circulation is shown, and not the charts
 *
 * Chooses what the room sees beside the loop. For the last row there is room for one of the two.
 */
void
al_audience_window_show_circulation (AlAudienceWindow *self, gboolean circulation)
{
  g_return_if_fail (AL_IS_AUDIENCE_WINDOW (self));
  gtk_widget_set_visible (GTK_WIDGET (self->circulation), circulation);
  gtk_widget_set_visible (GTK_WIDGET (self->strips), !circulation);
}

/**
 * al_audience_window_set_patient:
 * @self: a window
 * @name: (nullable): who is shown
 *
 * Names the patient.
 */
void
al_audience_window_set_patient (AlAudienceWindow *self, const char *name)
{
  g_return_if_fail (AL_IS_AUDIENCE_WINDOW (self));
  gtk_label_set_text (self->patient, name != NULL ? name : "");
}

/**
 * al_audience_window_present_beside:
 * @self: a window
 * @presenter: the window of the presenter, already seen
 *
 * Fills another monitor than that of the presenter. Where there is none, it is a window as any
 * other and can be moved to where the room sees it.
 *
 * It closes when its monitor is unplugged, and never lies over the screen of the presenter.
 */
void
al_audience_window_present_beside (AlAudienceWindow *self, GtkWindow *presenter)
{
  g_return_if_fail (AL_IS_AUDIENCE_WINDOW (self));
  g_return_if_fail (GTK_IS_WINDOW (presenter));
  forget_monitor (self);
  g_set_weak_pointer (&self->presenter, presenter);
  self->monitor = find_wall (presenter);
  if (self->monitor != NULL) {
    g_signal_connect_swapped (self->monitor, "invalidate", G_CALLBACK (unplugged_cb), self);
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), self->monitor);
    self->patience = g_timeout_add (PATIENCE_MS, check_place_cb, self);
  }
  gtk_window_present (GTK_WINDOW (self));
}
