/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-loop-view-private.h"

#include <adwaita.h>

#include "al-layer.h"

/* The smallest side at which axes and labels still have room. */
#define MIN_SIZE 240

/* Between the hint and the frame. */
#define HINT_ROOM 8

/**
 * AlLoopView:
 *
 * The pressure-volume loop of a session: alive, with its ghosts.
 *
 * The picture is kept in layers of different lifetimes: axes until the size or the style changes,
 * ghosts and past beats for a beat, finished parts of the growing loop until the beat ends. Only
 * its last part is drawn in every frame.
 */
G_DEFINE_FINAL_TYPE (AlLoopView, al_loop_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_PROJECTOR,
  PROP_SHOWN,
  N_PROPS = PROP_SHOWN + AL_N_LOOP_OPTIONS
};

static GParamSpec *properties[N_PROPS];

static void
forget_session (AlLoopView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static void
al_loop_view_dispose (GObject *object)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  forget_session (self);
  g_clear_pointer (&self->static_layer, gsk_render_node_unref);
  g_clear_pointer (&self->beat_layer, gsk_render_node_unref);
  g_clear_pointer (&self->review_layer, gsk_render_node_unref);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_ptr_array_set_size (self->segments, 0);
  G_OBJECT_CLASS (al_loop_view_parent_class)->dispose (object);
}

static void
al_loop_view_finalize (GObject *object)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  g_clear_pointer (&self->plot, al_pv_plot_free);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_clear_pointer (&self->review, g_array_unref);
  G_OBJECT_CLASS (al_loop_view_parent_class)->finalize (object);
}

static void
al_loop_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  switch (prop_id) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_PROJECTOR:
    g_value_set_boolean (value, self->projector);
    break;
  default:
    if (prop_id >= PROP_SHOWN && prop_id < N_PROPS)
      g_value_set_boolean (value, self->shown[prop_id - PROP_SHOWN]);
    else
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
al_loop_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AlLoopView *self = AL_LOOP_VIEW (object);

  switch (prop_id) {
  case PROP_SESSION:
    al_loop_view_set_session (self, g_value_get_object (value));
    break;
  case PROP_PROJECTOR:
    al_loop_view_set_projector (self, g_value_get_boolean (value));
    break;
  default:
    if (prop_id >= PROP_SHOWN && prop_id < N_PROPS)
      al_loop_view_set_shown (self, (AlLoopOption) (prop_id - PROP_SHOWN),
                              g_value_get_boolean (value));
    else
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
al_loop_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = MIN_SIZE;
}

static void
al_loop_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AlLoopView *self = AL_LOOP_VIEW (widget);
  GtkRequisition size;
  GskTransform *transform;

  gtk_widget_get_preferred_size (self->hint, NULL, &size);
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (width - size.width - HINT_ROOM), HINT_ROOM));
  gtk_widget_allocate (self->hint, size.width, size.height, -1, transform);
  al_loop_view_drop_style (self);
}

static void
al_loop_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (al_loop_view_parent_class)->system_setting_changed (widget, setting);
  if (al_layer_depends_on (setting))
    al_loop_view_drop_style (AL_LOOP_VIEW (widget));
}

static void
al_loop_view_class_init (AlLoopViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = al_loop_view_dispose;
  object_class->finalize = al_loop_view_finalize;
  object_class->get_property = al_loop_view_get_property;
  object_class->set_property = al_loop_view_set_property;
  widget_class->measure = al_loop_view_measure;
  widget_class->size_allocate = al_loop_view_size_allocate;
  widget_class->snapshot = al_loop_view_snapshot;
  widget_class->system_setting_changed = al_loop_view_system_setting_changed;

  /* The session whose loop is shown */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, AL_TYPE_SESSION, flags);
  /* Whether the picture goes to a projector: white ground, thick strokes, large text */
  properties[PROP_PROJECTOR] = g_param_spec_boolean ("projector", NULL, NULL, FALSE, flags);
  /* Each of AlLoopOption */
  for (guint i = 0; i < AL_N_LOOP_OPTIONS; i++)
    properties[PROP_SHOWN + i] = g_param_spec_boolean (
        al_loop_view_get_option_name ((AlLoopOption) i), NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, al_loop_view_step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, al_loop_view_step_cb, "i", 1);

  gtk_widget_class_set_css_name (widget_class, "loopview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
al_loop_view_init (AlLoopView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->plot = al_pv_plot_new ();
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->serial_seen = G_MAXINT64;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->review = g_array_new (FALSE, FALSE, sizeof (AlPvPoint));
  al_loop_view_update_label (self);
  al_loop_view_add_hint (self);
  al_loop_view_add_gestures (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (al_loop_view_drop_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (al_loop_view_drop_style),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (al_loop_view_drop_style), NULL);
}

/**
 * al_loop_view_new:
 *
 * Makes a view that shows no session yet.
 *
 * Returns: (transfer floating): a new view
 */
GtkWidget *
al_loop_view_new (void)
{
  return g_object_new (AL_TYPE_LOOP_VIEW, NULL);
}

/**
 * al_loop_view_get_session:
 * @self: a view
 *
 * The session whose loop is shown.
 *
 * Returns: (transfer none) (nullable): the session
 */
AlSession *
al_loop_view_get_session (AlLoopView *self)
{
  g_return_val_if_fail (AL_IS_LOOP_VIEW (self), NULL);
  return self->session;
}

/**
 * al_loop_view_set_session:
 * @self: a view
 * @session: (nullable): the session whose loop is shown
 *
 * Shows a session. The view does not drive it: see al_driver_attach().
 */
void
al_loop_view_set_session (AlLoopView *self, AlSession *session)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self));
  if (session == self->session)
    return;
  forget_session (self);
  al_pv_plot_clear_beats (self->plot);
  al_pv_plot_clear_ghosts (self->plot);
  if (session != NULL) {
    self->session = g_object_ref (session);
    g_signal_connect_swapped (session, "advanced", G_CALLBACK (al_loop_view_follow), self);
    g_signal_connect_swapped (session, "beat", G_CALLBACK (al_loop_view_end_beat), self);
    g_signal_connect_swapped (session, "settings-changed", G_CALLBACK (al_loop_view_update_ghosts),
                              self);
    g_signal_connect_swapped (session, "ghosts-changed", G_CALLBACK (al_loop_view_update_ghosts),
                              self);
    g_signal_connect_swapped (session, "cursor-moved", G_CALLBACK (al_loop_view_show_cursor), self);
    g_signal_connect_swapped (session, "restarted", G_CALLBACK (al_loop_view_restart), self);
    g_signal_connect_swapped (session, "axes-changed", G_CALLBACK (al_loop_view_follow_axes), self);
    al_loop_view_follow_axes (self);
    al_loop_view_restart (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * al_loop_view_get_projector:
 * @self: a view
 *
 * Whether the picture goes to a projector.
 */
gboolean
al_loop_view_get_projector (AlLoopView *self)
{
  g_return_val_if_fail (AL_IS_LOOP_VIEW (self), FALSE);
  return self->projector;
}

/**
 * al_loop_view_set_projector:
 * @self: a view
 * @projector: whether the picture goes to a projector
 *
 * Switches to white ground, thick strokes and large text, or back.
 */
void
al_loop_view_set_projector (AlLoopView *self, gboolean projector)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self));
  if (self->projector == !!projector)
    return;
  self->projector = !!projector;
  al_loop_view_drop_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTOR]);
}

/**
 * al_loop_view_to_values:
 * @self: a view
 * @x: a pixel of the view
 * @y: the same
 * @volume_ml: (out): the volume that stands there
 * @pressure_mmhg: (out): the pressure
 *
 * What a person points at.
 *
 * Returns: whether the view was drawn, so that it has axes
 */
gboolean
al_loop_view_to_values (AlLoopView *self, double x, double y, double *volume_ml,
                        double *pressure_mmhg)
{
  AlPvPoint point;

  g_return_val_if_fail (AL_IS_LOOP_VIEW (self), FALSE);
  if (!self->style_valid)
    return FALSE;
  al_pv_plot_from_pixels (self->plot, x, y, &point);
  *volume_ml = point.volume_ml;
  *pressure_mmhg = point.pressure_mmhg;
  return TRUE;
}

/**
 * al_loop_view_to_pixels:
 * @self: a view
 * @volume_ml: a volume
 * @pressure_mmhg: a pressure
 * @x: (out): the pixel at which they stand; it may be outside of the view
 * @y: (out): the same
 *
 * Where to find what a person pointed at, in this view or another of the same session.
 *
 * Returns: whether the view was drawn, so that it has axes
 */
gboolean
al_loop_view_to_pixels (AlLoopView *self, double volume_ml, double pressure_mmhg, double *x,
                        double *y)
{
  const AlPvPoint point = {volume_ml, pressure_mmhg};

  g_return_val_if_fail (AL_IS_LOOP_VIEW (self), FALSE);
  if (!self->style_valid)
    return FALSE;
  al_pv_plot_to_pixels (self->plot, &point, x, y);
  return TRUE;
}

/**
 * al_loop_view_get_shown:
 * @self: a view
 * @option: what can be shown on request
 *
 * Whether it is shown.
 */
gboolean
al_loop_view_get_shown (AlLoopView *self, AlLoopOption option)
{
  g_return_val_if_fail (AL_IS_LOOP_VIEW (self) && option < AL_N_LOOP_OPTIONS, FALSE);
  return self->shown[option];
}

/**
 * al_loop_view_set_shown:
 * @self: a view
 * @option: what can be shown on request
 * @shown: whether to show it
 *
 * Shows or hides something. Another chamber shares the axes, which make room for it at once and
 * then stay.
 */
void
al_loop_view_set_shown (AlLoopView *self, AlLoopOption option, gboolean shown)
{
  g_return_if_fail (AL_IS_LOOP_VIEW (self) && option < AL_N_LOOP_OPTIONS);
  if (self->shown[option] == !!shown)
    return;
  self->shown[option] = !!shown;
  al_loop_view_follow_options (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN + option]);
}
