/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-wrap-layout.h"

#define DEFAULT_SPACING 12
#define LARGEST_SPACING 1000

/**
 * AlWrapLayout:
 *
 * Children beside each other as in a box, and on a further line those for which there is no room:
 * with large text or long words a bar becomes higher, and nothing of it is cut.
 *
 * A line is broken by the least widths of its children. What is left goes to those that want more,
 * then to those that expand. An even layout has as many lines as another one, and no last line with
 * hardly anything in it.
 */
struct _AlWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean even;
};

G_DEFINE_FINAL_TYPE (AlWrapLayout, al_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum {
  PROPERTY_SPACING = 1,
  PROPERTY_EVEN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* Children from first until before end, beside each other. */
typedef struct {
  GtkWidget *first;
  GtkWidget *end;
  int minimum; /* with the spacing between them */
  int n_children;
  int n_expanding;
} Line;

static GtkRequestedSize
request_width (GtkWidget *child)
{
  GtkRequestedSize size = {.data = child};

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size,
                      NULL, NULL);
  return size;
}

/* As many children as fit, no more than the most, and one at least. */
static Line
find_line (AlWrapLayout *self, GtkWidget *first, int width, int most)
{
  Line line = {.first = first, .end = first};

  for (; line.end != NULL; line.end = gtk_widget_get_next_sibling (line.end)) {
    int minimum;

    if (!gtk_widget_should_layout (line.end))
      continue;
    minimum = request_width (line.end).minimum_size + (line.n_children > 0 ? self->spacing : 0);
    if (line.n_children >= most || (line.n_children > 0 && line.minimum + minimum > width))
      break;
    line.minimum += minimum;
    line.n_children++;
    line.n_expanding += gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL);
  }
  return line;
}

/* How many children a line may have, so that the lines become alike. */
static int
get_most (AlWrapLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *next = gtk_widget_get_first_child (widget);
  int n_lines = 0, n_children = 0;

  if (!self->even)
    return G_MAXINT;
  while (next != NULL) {
    const Line line = find_line (self, next, width, G_MAXINT);

    n_lines += line.n_children > 0;
    n_children += line.n_children;
    next = line.end;
  }
  return n_lines > 0 ? (n_children + n_lines - 1) / n_lines : G_MAXINT;
}

/* How wide each child of a line is; free with g_array_unref(). */
static GArray *
share_width (AlWrapLayout *self, const Line *line, int width)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  int rest = MAX (0, width - line->minimum);
  int n_expanding = line->n_expanding;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_should_layout (child)) {
      GtkRequestedSize size = request_width (child);

      g_array_append_val (sizes, size);
    }
  }
  rest = gtk_distribute_natural_allocation (rest, sizes->len, (GtkRequestedSize *) sizes->data);
  for (guint i = 0; i < sizes->len && n_expanding > 0; i++) {
    GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

    if (gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL)) {
      size->minimum_size += rest / n_expanding;
      rest -= rest / n_expanding;
      n_expanding--;
    }
  }
  return sizes;
}

static int
get_line_height (const GArray *sizes)
{
  int height = 0;

  for (guint i = 0; i < sizes->len; i++) {
    const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
    int minimum, natural;

    gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, size->minimum_size, &minimum,
                        &natural, NULL, NULL);
    height = MAX (height, MAX (minimum, natural));
  }
  return height;
}

static int
measure_height (AlWrapLayout *self, GtkWidget *widget, int width)
{
  const int most = get_most (self, widget, width);
  GtkWidget *next = gtk_widget_get_first_child (widget);
  int height = 0;

  while (next != NULL) {
    const Line line = find_line (self, next, width, most);
    g_autoptr (GArray) sizes = share_width (self, &line, width);

    if (line.n_children > 0)
      height += get_line_height (sizes) + (height > 0 ? self->spacing : 0);
    next = line.end;
  }
  return height;
}

static void
measure_width (AlWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  gboolean first = TRUE;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkRequestedSize size;

    if (!gtk_widget_should_layout (child))
      continue;
    size = request_width (child);
    *minimum = MAX (*minimum, size.minimum_size);
    *natural += size.natural_size + (first ? 0 : self->spacing);
    first = FALSE;
  }
}

static void
al_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  AlWrapLayout *self = AL_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? G_MAXINT : for_size);
}

static void
allocate_line (AlWrapLayout *self, const GArray *sizes, const GtkAllocation *place, gboolean rtl)
{
  int x = 0;

  for (guint i = 0; i < sizes->len; i++) {
    const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
    const int left = rtl ? place->width - x - size->minimum_size : x;

    gtk_widget_size_allocate (
        size->data, &(GtkAllocation){left, place->y, size->minimum_size, place->height}, -1);
    x += size->minimum_size + self->spacing;
  }
}

static void
al_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                         int baseline)
{
  AlWrapLayout *self = AL_WRAP_LAYOUT (manager);
  const int most = get_most (self, widget, width);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *next = gtk_widget_get_first_child (widget);
  int y = 0;

  while (next != NULL) {
    const Line line = find_line (self, next, width, most);
    g_autoptr (GArray) sizes = share_width (self, &line, width);
    const gboolean alone = line.first == gtk_widget_get_first_child (widget) && line.end == NULL;
    /* A line that is alone has the whole height, as in a box. */
    const int line_height = alone ? height : get_line_height (sizes);

    allocate_line (self, sizes, &(GtkAllocation){0, y, width, line_height}, rtl);
    y += line_height + self->spacing;
    next = line.end;
  }
}

static GtkSizeRequestMode
al_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
al_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AlWrapLayout *self = AL_WRAP_LAYOUT (object);

  switch (id) {
  case PROPERTY_SPACING:
    g_value_set_int (value, self->spacing);
    break;
  case PROPERTY_EVEN:
    g_value_set_boolean (value, self->even);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AlWrapLayout *self = AL_WRAP_LAYOUT (object);

  switch (id) {
  case PROPERTY_SPACING:
    self->spacing = g_value_get_int (value);
    break;
  case PROPERTY_EVEN:
    self->even = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
al_wrap_layout_class_init (AlWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = al_wrap_layout_get_property;
  object_class->set_property = al_wrap_layout_set_property;
  layout_class->measure = al_wrap_layout_measure;
  layout_class->allocate = al_wrap_layout_allocate;
  layout_class->get_request_mode = al_wrap_layout_get_request_mode;
  properties[PROPERTY_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, LARGEST_SPACING, DEFAULT_SPACING,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROPERTY_EVEN] =
      g_param_spec_boolean ("even", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
al_wrap_layout_init (AlWrapLayout *self)
{
  self->spacing = DEFAULT_SPACING;
}

/**
 * al_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Makes a layout for a bar that wraps.
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
al_wrap_layout_new (int spacing)
{
  return g_object_new (AL_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
