/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-tour.h"

#include <glib/gi18n.h>

#define NO_STEP (-1)

/* What is talked about: a part of the page by its name in the template, or another that leads to
 * it where the first is not seen. */
typedef struct {
  const char *parts[2];
  GtkPositionType side; /* of the part, when read from left to right */
  const char *title;
  const char *text;
} Step;

static const Step steps[] = {
    {{"first_run"},
     GTK_POS_RIGHT,
     N_ ("The loop"),
     N_ ("Each turn is one heartbeat: volume of the left ventricle from left to right, pressure "
         "upwards. The width is what leaves the ventricle, the stroke volume and what a valve may "
         "let back; the area is the work of the beat.")},
    {{"devices"},
     GTK_POS_BOTTOM,
     N_ ("The devices"),
     N_ ("Switch on a balloon pump (IABP), VA-ECMO or both, and watch what the loop does. The keys "
         "1 to 4 do the same.")},
    {{"strips", "panels"},
     GTK_POS_BOTTOM,
     N_ ("The moving point and the charts"),
     N_ ("The point on the loop and the charts show the same moment. Space freezes; then drag "
         "along a curve to look back over the last minute.")},
    {{"four_way"},
     GTK_POS_BOTTOM,
     N_ ("Compare all four"),
     N_ ("Where this patient settles without a device, with each, and with both, in one picture. "
         "Press it again, or 5, to return.")},
    {{"board"},
     GTK_POS_TOP,
     N_ ("The numbers"),
     N_ ("They change once a beat, and say what is normal. Select one to read what it means and "
         "where it comes from.")},
    {{"controls", "controls_button"},
     GTK_POS_LEFT,
     N_ ("Change something, but predict first"),
     N_ ("Here are rhythm, devices, drugs and fluid. Undo takes every change back. Press Q before "
         "a change to say what will happen, then see.")},
};

struct _AlTour {
  GtkPopover parent_instance;

  GtkWidget *page; /* not owned: it is the parent */
  int step;
  GtkWidget *target; /* weak */
  GtkWidget *before; /* weak: what had the keyboard */

  GtkLabel *count;
  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *back;
  GtkButton *next;
};

G_DEFINE_FINAL_TYPE (AlTour, al_tour, GTK_TYPE_POPOVER)

/* What of a part is seen on the page; FALSE when nothing is. */
static gboolean
get_seen (AlTour *self, GtkWidget *part, GdkRectangle *seen)
{
  const graphene_rect_t page = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (self->page),
                                                   gtk_widget_get_height (self->page));
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (part) || !gtk_widget_compute_bounds (part, self->page, &bounds) ||
      !graphene_rect_intersection (&bounds, &page, &bounds))
    return FALSE;
  *seen = (GdkRectangle){(int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                         (int) bounds.size.height};
  return seen->width > 0 && seen->height > 0;
}

static GtkWidget *
find_target (AlTour *self, int step)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps[step].parts) && steps[step].parts[i] != NULL; i++) {
    GObject *part = gtk_widget_get_template_child (self->page, G_OBJECT_TYPE (self->page),
                                                   steps[step].parts[i]);
    GdkRectangle seen;

    if (part != NULL && get_seen (self, GTK_WIDGET (part), &seen))
      return GTK_WIDGET (part);
  }
  return NULL;
}

/* The nearest step in a direction whose part is seen. */
static int
find_step (AlTour *self, int from, int direction)
{
  for (int step = from + direction; step >= 0 && step < (int) G_N_ELEMENTS (steps);
       step += direction) {
    if (find_target (self, step) != NULL)
      return step;
  }
  return NO_STEP;
}

static GtkPositionType
get_side (AlTour *self)
{
  const GtkPositionType side = steps[self->step].side;

  if (gtk_widget_get_direction (self->page) != GTK_TEXT_DIR_RTL)
    return side;
  return side == GTK_POS_LEFT ? GTK_POS_RIGHT : side == GTK_POS_RIGHT ? GTK_POS_LEFT : side;
}

static void
set_target (AlTour *self, GtkWidget *target)
{
  if (self->target != NULL)
    gtk_widget_remove_css_class (self->target, "tour-target");
  g_set_weak_pointer (&self->target, target);
  if (target != NULL)
    gtk_widget_add_css_class (target, "tour-target");
}

static void
show_words (AlTour *self)
{
  const gboolean is_last = find_step (self, self->step, 1) == NO_STEP;
  g_autofree char *count = NULL;
  guint n_steps;
  guint position = al_tour_get_position (self, &n_steps);

  /* Translators: which step of the tour it is, as in "2 of 6". */
  count = g_strdup_printf (_ ("%u of %u"), position, n_steps);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->title, _ (steps[self->step].title));
  gtk_label_set_text (self->text, _ (steps[self->step].text));
  gtk_widget_set_sensitive (self->back, find_step (self, self->step, -1) != NO_STEP);
  gtk_button_set_label (self->next, is_last ? _ ("_Done") : _ ("_Next"));
  /* A reader of the screen says the label of what appears. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (steps[self->step].title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (steps[self->step].text), -1);
}

static void
show_step (AlTour *self, int step)
{
  self->step = step;
  show_words (self);
  al_tour_place (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->next));
}

static void
back_cb (AlTour *self)
{
  int step = find_step (self, self->step, -1);

  if (step != NO_STEP)
    show_step (self, step);
}

static void
next_cb (AlTour *self)
{
  int step = find_step (self, self->step, 1);

  if (step != NO_STEP)
    show_step (self, step);
  else
    al_tour_leave (self);
}

static void
closed_cb (AlTour *self)
{
  set_target (self, NULL);
  self->step = NO_STEP;
  if (self->before != NULL && gtk_widget_get_mapped (self->before))
    gtk_widget_grab_focus (self->before);
  g_clear_weak_pointer (&self->before);
}

/* Escape leaves wherever the keyboard is. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;
  al_tour_leave (AL_TOUR (widget));
  return GDK_EVENT_STOP;
}

static void
add_escape (AlTour *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
al_tour_dispose (GObject *object)
{
  AlTour *self = AL_TOUR (object);

  set_target (self, NULL);
  g_clear_weak_pointer (&self->before);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_TOUR);
  G_OBJECT_CLASS (al_tour_parent_class)->dispose (object);
}

static void
al_tour_class_init (AlTourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = al_tour_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterload/Afterload/al-tour.ui");
  gtk_widget_class_bind_template_child (widget_class, AlTour, count);
  gtk_widget_class_bind_template_child (widget_class, AlTour, title);
  gtk_widget_class_bind_template_child (widget_class, AlTour, text);
  gtk_widget_class_bind_template_child (widget_class, AlTour, back);
  gtk_widget_class_bind_template_child (widget_class, AlTour, next);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, al_tour_leave);
}

static void
al_tour_init (AlTour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->step = NO_STEP;
  add_escape (self);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * al_tour_new:
 * @page: whose template names the parts; it unparents the tour when it is disposed of
 *
 * Makes a tour that has not begun.
 *
 * Returns: (transfer none): a child of @page
 */
GtkWidget *
al_tour_new (GtkWidget *page)
{
  AlTour *self = g_object_new (AL_TYPE_TOUR, NULL);

  self->page = page;
  gtk_widget_set_parent (GTK_WIDGET (self), page);
  return GTK_WIDGET (self);
}

/**
 * al_tour_start:
 * @self: a tour
 *
 * Begins with the first part that is seen, also when it was under way.
 *
 * Returns: whether there is anything to show
 */
gboolean
al_tour_start (AlTour *self)
{
  GtkRoot *root;
  int first;

  g_return_val_if_fail (AL_IS_TOUR (self), FALSE);
  first = find_step (self, NO_STEP, 1);
  if (first == NO_STEP)
    return FALSE;
  root = gtk_widget_get_root (self->page);
  if (self->step == NO_STEP)
    g_set_weak_pointer (&self->before, gtk_root_get_focus (root));
  self->step = first;
  al_tour_place (self);
  gtk_popover_popup (GTK_POPOVER (self));
  show_step (self, first);
  return TRUE;
}

/**
 * al_tour_leave:
 * @self: a tour
 *
 * Ends it, and gives the keyboard back.
 */
void
al_tour_leave (AlTour *self)
{
  g_return_if_fail (AL_IS_TOUR (self));
  gtk_popover_popdown (GTK_POPOVER (self));
}

/**
 * al_tour_place:
 * @self: a tour
 *
 * Points at its part anew, after the page was laid out.
 */
void
al_tour_place (AlTour *self)
{
  GdkRectangle seen;
  GtkWidget *target;

  g_return_if_fail (AL_IS_TOUR (self));
  target = self->step != NO_STEP ? find_target (self, self->step) : NULL;
  if (target == NULL || !get_seen (self, target, &seen))
    return;
  if (target != self->target)
    set_target (self, target);
  gtk_popover_set_position (GTK_POPOVER (self), get_side (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &seen);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
}

/**
 * al_tour_get_position:
 * @self: a tour
 * @n_steps: (out) (optional): of how many that can be shown now
 *
 * Returns: which step is shown, from 1; 0 when none is
 */
guint
al_tour_get_position (AlTour *self, guint *n_steps)
{
  guint position = 0;
  guint n = 0;

  g_return_val_if_fail (AL_IS_TOUR (self), 0);
  for (int step = find_step (self, NO_STEP, 1); step != NO_STEP; step = find_step (self, step, 1)) {
    n++;
    if (step == self->step)
      position = n;
  }
  if (n_steps != NULL)
    *n_steps = n;
  return position;
}

/**
 * al_tour_get_target:
 * @self: a tour
 *
 * Returns: (transfer none) (nullable): what is pointed at
 */
GtkWidget *
al_tour_get_target (AlTour *self)
{
  g_return_val_if_fail (AL_IS_TOUR (self), NULL);
  return self->target;
}
