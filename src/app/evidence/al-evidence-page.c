/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-page-private.h"

#include <glib/gi18n.h>

#include "al-evidence-rows.h"
#include "al-evidence-sections.h"
#include "al-wrap-layout.h"

G_DEFINE_FINAL_TYPE (AlEvidencePage, al_evidence_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CATALOGUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/*
 * al_evidence_page_current_section:
 *
 * Which section is listed.
 */
SectionId
al_evidence_page_current_section (AlEvidencePage *self)
{
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++) {
    if (gtk_toggle_button_get_active (self->sections[i].tab))
      return (SectionId) i;
  }
  return AL_EVIDENCE_CLAIMS;
}

/* The detail */

static GtkWidget *
create_detail (AlEvidencePage *self, const char *key)
{
  SectionId id;

  if (!al_evidence_section_find (key, &id))
    return NULL;
  return al_evidence_section_get (id)->create_detail (self->catalogue, strchr (key, ':') + 1);
}

/*
 * al_evidence_page_update_back:
 *
 * Shows the way back where there is one.
 */
void
al_evidence_page_update_back (AlEvidencePage *self)
{
  gboolean can_go_back = self->came_from->len > 0;

  gtk_widget_set_visible (self->back_button, can_go_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.back", can_go_back);
}

static void
show_detail (AlEvidencePage *self, const char *key)
{
  GtkWidget *view = key ? create_detail (self, key) : NULL;

  if (!view) {
    view = adw_status_page_new ();
    adw_status_page_set_title (ADW_STATUS_PAGE (view), _ ("Nothing chosen"));
    adw_status_page_set_description (ADW_STATUS_PAGE (view),
                                     _ ("Choose an entry on the left to see what was measured."));
  }
  adw_bin_set_child (self->detail, view);
}

static void
scroll_to_top (AlEvidencePage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->detail_scroll), 0.0);
}

static gboolean
has_focus_in_detail (AlEvidencePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->detail));
}

/*
 * al_evidence_page_focus_list:
 *
 * Lets the keys act on the list.
 */
void
al_evidence_page_focus_list (AlEvidencePage *self)
{
  const SectionId id = al_evidence_page_current_section (self);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->sections[id].list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/*
 * al_evidence_page_cross:
 *
 * Lets the keys act on the entry, and from there on the list again: a long list is not gone
 * through row by row.
 */
void
al_evidence_page_cross (AlEvidencePage *self)
{
  if (has_focus_in_detail (self))
    al_evidence_page_focus_list (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

/* Another entry is read from its beginning. A focus that went away with the last one would fall
 * somewhere into this one, and scroll there. */
static void
turn_to (AlEvidencePage *self, const char *key)
{
  if (has_focus_in_detail (self))
    al_evidence_page_focus_list (self);
  show_detail (self, key);
  scroll_to_top (self);
}

/*
 * al_evidence_page_find_row:
 *
 * Finds the row of an entry, NULL when search or chips hide it.
 */
GtkListBoxRow *
al_evidence_page_find_row (GtkListBox *list, const char *key)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++) {
    g_autofree char *row_key = al_evidence_row_dup_key (row);

    if (g_str_equal (row_key, key))
      return row;
  }
  return NULL;
}

static void
row_selected (AlEvidencePage *self, SectionId id, GtkListBoxRow *row)
{
  g_autofree char *key = row ? al_evidence_row_dup_key (row) : NULL;
  Section *section = &self->sections[id];

  /* A filter that hides the chosen row takes the mark from the list, not the page from the reader.
   */
  if (!key || g_strcmp0 (section->shown, key) == 0)
    return;
  g_free (section->shown);
  section->shown = g_strdup (key);
  if (!self->following)
    g_ptr_array_set_size (self->came_from, 0);
  al_evidence_page_update_back (self);
  if (id == al_evidence_page_current_section (self))
    turn_to (self, key);
}

static void
row_selected_cb (AlEvidencePage *self, GtkListBoxRow *row, GtkListBox *list)
{
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++) {
    if (self->sections[i].list == list)
      row_selected (self, (SectionId) i, row);
  }
}

/* The lists */

static gboolean
item_wanted (gpointer item, gpointer user_data)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (user_data);

  return al_evidence_filter_wants (self->chips, item) &&
         al_evidence_item_matches (item, gtk_editable_get_text (self->search_entry));
}

static guint
count_listed (AlEvidencePage *self, SectionId id)
{
  GListModel *listed = self->sections[id].listed;

  return listed != NULL ? g_list_model_get_n_items (listed) : 0;
}

static void
update_lists (AlEvidencePage *self)
{
  const SectionId id = al_evidence_page_current_section (self);

  al_evidence_filter_set_section (self->chips, id);
  gtk_stack_set_visible_child_name (
      self->lists, count_listed (self, id) == 0 ? "nothing" : al_evidence_section_get (id)->name);
}

static void
select_shown (AlEvidencePage *self, SectionId id)
{
  const Section *section = &self->sections[id];
  GtkListBoxRow *row = section->shown ? al_evidence_page_find_row (section->list, section->shown)
                                      : gtk_list_box_get_row_at_index (section->list, 0);

  if (row)
    gtk_list_box_select_row (section->list, row);
}

/* In each section, how many entries are found there. */
static void
update_tabs (AlEvidencePage *self)
{
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++) {
    const char *name = _ (al_evidence_section_get ((SectionId) i)->title);
    g_autofree char *title = g_strdup_printf ("%s  %u", name, count_listed (self, (SectionId) i));

    gtk_button_set_label (GTK_BUTTON (self->sections[i].tab), title);
  }
}

/*
 * al_evidence_page_filter_changed:
 *
 * Lists anew what search and chips let through.
 */
void
al_evidence_page_filter_changed (AlEvidencePage *self)
{
  if (self->catalogue == NULL)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++)
    select_shown (self, (SectionId) i);
  update_tabs (self);
  al_evidence_filter_count (self->chips, al_catalogue_get_evidence (self->catalogue),
                            gtk_editable_get_text (self->search_entry));
  update_lists (self);
}

static void
tab_toggled_cb (AlEvidencePage *self, GtkToggleButton *button)
{
  const SectionId id = al_evidence_page_current_section (self);

  if (!gtk_toggle_button_get_active (button) || !self->catalogue)
    return;
  if (!self->following)
    g_ptr_array_set_size (self->came_from, 0);
  al_evidence_page_update_back (self);
  update_lists (self);
  select_shown (self, id);
  turn_to (self, self->sections[id].shown);
}

static gboolean
has_entry (GListModel *items, const char *key)
{
  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (items); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (items, i);
    g_autofree char *item_key = al_evidence_item_dup_key (item);

    if (g_str_equal (item_key, key))
      return TRUE;
  }
  return FALSE;
}

static void
fill_list (AlEvidencePage *self, SectionId id)
{
  const AlEvidenceSection *what = al_evidence_section_get (id);
  Section *section = &self->sections[id];
  GListModel *items = what->list (al_catalogue_get_evidence (self->catalogue));

  if (!has_entry (items, section->shown))
    g_clear_pointer (&section->shown, g_free);
  g_clear_object (&section->listed);
  section->listed = G_LIST_MODEL (gtk_filter_list_model_new (items, g_object_ref (self->filter)));
  gtk_list_box_bind_model (section->list, section->listed, what->create_row, NULL, NULL);
}

static void
create_tab (AlEvidencePage *self, SectionId id)
{
  GtkWidget *tab = gtk_toggle_button_new ();

  self->sections[id].tab = GTK_TOGGLE_BUTTON (tab);
  gtk_widget_set_tooltip_text (tab, _ (al_evidence_section_get (id)->tooltip));
  gtk_widget_set_hexpand (tab, TRUE);
  gtk_toggle_button_set_group (self->sections[id].tab, id > 0 ? self->sections[0].tab : NULL);
  gtk_toggle_button_set_active (self->sections[id].tab, id == AL_EVIDENCE_CLAIMS);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (tab_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (tab, self->tabs);
}

static void
create_list (AlEvidencePage *self, SectionId id)
{
  const AlEvidenceSection *what = al_evidence_section_get (id);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->sections[id].list = GTK_LIST_BOX (list);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_list_box_set_header_func (GTK_LIST_BOX (list), what->update_header, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (what->title), -1);
  g_signal_connect_object (list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_stack_add_named (self->lists, scroll, what->name);
}

/* The note on top: what kind of text this is, and how far it can be trusted. */

static const char *
latest_check (AlEvidence *evidence)
{
  GListModel *studies = al_evidence_get_studies (evidence);
  const char *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (studies); i++) {
    g_autoptr (AlStudy) study = g_list_model_get_item (studies, i);
    const char *checked = al_study_get_checked (study);

    /* Dates are written year first, so that they sort as text. */
    if (checked && (!latest || strcmp (checked, latest) > 0))
      latest = checked;
  }
  return latest;
}

static void
update_note (AlEvidencePage *self)
{
  const char *checked = latest_check (al_catalogue_get_evidence (self->catalogue));
  g_autoptr (GString) note = g_string_new (
      _ ("The review is an opinion piece. No clinician has reviewed these cards, and practice may "
         "have changed since. For teaching, not for the care of a patient."));

  if (checked) {
    g_string_append_c (note, ' ');
    g_string_append_printf (note, _ ("Last checked on %s."), checked);
  }
  gtk_label_set_label (self->note_label, note->str);
}

/* Who comes to the page can go through its list at once, or type what is looked for. */
static void
al_evidence_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (al_evidence_page_parent_class)->map (widget);
  al_evidence_page_focus_list (AL_EVIDENCE_PAGE (widget));
}

static void
al_evidence_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (object);

  switch (id) {
  case PROP_CATALOGUE:
    g_value_set_object (value, self->catalogue);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_evidence_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (object);

  switch (id) {
  case PROP_CATALOGUE:
    al_evidence_page_set_catalogue (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
al_evidence_page_dispose (GObject *object)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (object);

  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++)
    g_clear_object (&self->sections[i].listed);
  g_clear_object (&self->catalogue);
  while (self->tabs != NULL && gtk_widget_get_first_child (self->tabs) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (self->tabs));
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_EVIDENCE_PAGE);
  G_OBJECT_CLASS (al_evidence_page_parent_class)->dispose (object);
}

static void
al_evidence_page_finalize (GObject *object)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (object);

  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++)
    g_free (self->sections[i].shown);
  g_clear_object (&self->filter);
  g_ptr_array_unref (self->came_from);
  G_OBJECT_CLASS (al_evidence_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, tabs);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, chips);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, lists);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, note_label);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, detail_scroll);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, detail);
  gtk_widget_class_bind_template_callback_full (widget_class, "filter_changed",
                                                G_CALLBACK (al_evidence_page_filter_changed));
}

static void
al_evidence_page_class_init (AlEvidencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = al_evidence_page_get_property;
  object_class->set_property = al_evidence_page_set_property;
  object_class->dispose = al_evidence_page_dispose;
  object_class->finalize = al_evidence_page_finalize;
  widget_class->map = al_evidence_page_map;

  properties[PROP_CATALOGUE] =
      g_param_spec_object ("catalogue", NULL, NULL, AL_TYPE_CATALOGUE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  al_evidence_page_install_actions (widget_class);
  g_type_ensure (AL_TYPE_EVIDENCE_FILTER);
  g_type_ensure (AL_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
al_evidence_page_init (AlEvidencePage *self)
{
  self->came_from = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (item_wanted, self, NULL));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self));
  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++) {
    create_tab (self, (SectionId) i);
    create_list (self, (SectionId) i);
  }
  al_evidence_page_update_back (self);
}

/**
 * al_evidence_page_new:
 *
 * Creates a page without evidence.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
al_evidence_page_new (void)
{
  return g_object_new (AL_TYPE_EVIDENCE_PAGE, NULL);
}

/**
 * al_evidence_page_get_catalogue:
 * @self: a page
 *
 * Gets where the evidence comes from.
 *
 * Returns: (transfer none) (nullable): the catalogue
 */
AlCatalogue *
al_evidence_page_get_catalogue (AlEvidencePage *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE_PAGE (self), NULL);

  return self->catalogue;
}

/**
 * al_evidence_page_set_catalogue:
 * @self: a page
 * @catalogue: (nullable): where the evidence comes from
 *
 * Fills the lists. What was shown stays on the page, where the new evidence still has it; else it
 * is the first claim.
 */
void
al_evidence_page_set_catalogue (AlEvidencePage *self, AlCatalogue *catalogue)
{
  g_return_if_fail (AL_IS_EVIDENCE_PAGE (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE]);
  if (!catalogue)
    return;

  for (guint i = 0; i < AL_N_EVIDENCE_SECTIONS; i++)
    fill_list (self, (SectionId) i);
  update_note (self);
  al_evidence_page_filter_changed (self);
  show_detail (self, al_evidence_page_get_shown (self));
}

/**
 * al_evidence_page_get_shown:
 * @self: a page
 *
 * Gets the key of the entry that stands on the right.
 *
 * Returns: (nullable): the key
 */
const char *
al_evidence_page_get_shown (AlEvidencePage *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE_PAGE (self), NULL);

  return self->sections[al_evidence_page_current_section (self)].shown;
}

/**
 * al_evidence_page_get_n_listed:
 * @self: a page
 *
 * Gets how many entries the list on the left shows now.
 *
 * Returns: the number of entries after search and chips
 */
guint
al_evidence_page_get_n_listed (AlEvidencePage *self)
{
  g_return_val_if_fail (AL_IS_EVIDENCE_PAGE (self), 0);

  return count_listed (self, al_evidence_page_current_section (self));
}
