/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-evidence-page.h"

#include <glib/gi18n.h>

#include "al-claim-view.h"
#include "al-evidence-rows.h"
#include "al-evidence-words.h"
#include "al-forest-card.h"
#include "al-study-view.h"

typedef enum {
  TAB_CLAIMS,
  TAB_STUDIES,
  TAB_FORESTS,
  N_TABS,
} Tab;

static const char *const tab_names[N_TABS] = {"claims", "studies", "forests"};

struct _AlEvidencePage {
  AdwBin parent_instance;

  AlCatalogue *catalogue;
  GtkFilter *filter;
  GListModel *listed[N_TABS];
  char *shown[N_TABS];  /* what stands on the right of each tab */
  GPtrArray *came_from; /* keys, the last one on top */
  gboolean following;   /* a link is being followed: its step is already noted */

  GtkToggleButton *claims_tab;
  GtkToggleButton *studies_tab;
  GtkToggleButton *forests_tab;
  GtkEditable *search_entry;
  GtkGrid *chips;
  GtkToggleButton *chip[AL_N_VERDICTS];
  GtkStack *lists;
  GtkListBox *claims_list;
  GtkListBox *studies_list;
  GtkListBox *forests_list;
  GtkWidget *back_button;
  GtkLabel *note_label;
  GtkScrolledWindow *detail_scroll;
  AdwBin *detail;
};

G_DEFINE_FINAL_TYPE (AlEvidencePage, al_evidence_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CATALOGUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static Tab
current_tab (AlEvidencePage *self)
{
  if (gtk_toggle_button_get_active (self->studies_tab))
    return TAB_STUDIES;
  if (gtk_toggle_button_get_active (self->forests_tab))
    return TAB_FORESTS;
  return TAB_CLAIMS;
}

static GtkListBox *
list_of (AlEvidencePage *self, Tab tab)
{
  GtkListBox *lists[N_TABS] = {self->claims_list, self->studies_list, self->forests_list};

  return lists[tab];
}

static GtkToggleButton *
button_of (AlEvidencePage *self, Tab tab)
{
  GtkToggleButton *buttons[N_TABS] = {self->claims_tab, self->studies_tab, self->forests_tab};

  return buttons[tab];
}

static gboolean
tab_of_key (const char *key, Tab *tab)
{
  static const char *const prefixes[N_TABS] = {"claim:", "study:", "forest:"};

  for (Tab i = TAB_CLAIMS; i < N_TABS; i++) {
    if (g_str_has_prefix (key, prefixes[i])) {
      *tab = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* The detail */

static GtkWidget *
create_detail (AlEvidencePage *self, const char *key)
{
  AlEvidence *evidence = al_catalogue_get_evidence (self->catalogue);
  const char *id = strchr (key, ':') + 1;
  AlClaim *claim = NULL;
  AlStudy *study = NULL;
  AlForest *forest = NULL;

  if (g_str_has_prefix (key, "claim:") && (claim = al_evidence_find_claim (evidence, id)))
    return GTK_WIDGET (al_claim_view_new (claim, self->catalogue));
  if (g_str_has_prefix (key, "study:") && (study = al_evidence_find_study (evidence, id)))
    return GTK_WIDGET (al_study_view_new (study, evidence));
  if (g_str_has_prefix (key, "forest:") && (forest = al_evidence_find_forest (evidence, id)))
    return GTK_WIDGET (al_forest_card_new (forest, evidence));
  return NULL;
}

static void
update_back (AlEvidencePage *self)
{
  gboolean can_go_back = self->came_from->len > 0;

  gtk_widget_set_visible (self->back_button, can_go_back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.back", can_go_back);
}

static void
show_detail (AlEvidencePage *self, const char *key)
{
  GtkWidget *view = key ? create_detail (self, key) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->detail_scroll);

  if (!view) {
    view = adw_status_page_new ();
    adw_status_page_set_title (ADW_STATUS_PAGE (view), _ ("Nothing chosen"));
    adw_status_page_set_description (ADW_STATUS_PAGE (view),
                                     _ ("Choose an entry on the left to see what was measured."));
  }
  adw_bin_set_child (self->detail, view);
  gtk_adjustment_set_value (adjustment, 0.0);
}

static GtkListBoxRow *
find_row (GtkListBox *list, const char *key)
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
remember_shown (AlEvidencePage *self, Tab tab, const char *key)
{
  if (g_strcmp0 (self->shown[tab], key) == 0)
    return;
  g_free (self->shown[tab]);
  self->shown[tab] = g_strdup (key);
}

static void
row_selected (AlEvidencePage *self, Tab tab, GtkListBoxRow *row)
{
  g_autofree char *key = row ? al_evidence_row_dup_key (row) : NULL;

  /* A filter that hides the chosen row takes the mark from the list, not the page from the reader.
   */
  if (!key || g_strcmp0 (self->shown[tab], key) == 0)
    return;
  remember_shown (self, tab, key);
  if (!self->following)
    g_ptr_array_set_size (self->came_from, 0);
  update_back (self);
  if (tab == current_tab (self))
    show_detail (self, key);
}

static void
claim_selected_cb (AlEvidencePage *self, GtkListBoxRow *row)
{
  row_selected (self, TAB_CLAIMS, row);
}

static void
study_selected_cb (AlEvidencePage *self, GtkListBoxRow *row)
{
  row_selected (self, TAB_STUDIES, row);
}

static void
forest_selected_cb (AlEvidencePage *self, GtkListBoxRow *row)
{
  row_selected (self, TAB_FORESTS, row);
}

/* The lists */

static gboolean
verdict_wanted (AlEvidencePage *self, AlVerdict verdict)
{
  gboolean any = FALSE;

  for (int i = 0; i < AL_N_VERDICTS; i++)
    any |= gtk_toggle_button_get_active (self->chip[i]);
  return !any || gtk_toggle_button_get_active (self->chip[verdict]);
}

static gboolean
item_wanted (gpointer item, gpointer user_data)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (user_data);

  if (AL_IS_CLAIM (item) && !verdict_wanted (self, al_claim_get_verdict (item)))
    return FALSE;
  return al_evidence_item_matches (item, gtk_editable_get_text (self->search_entry));
}

static void
update_lists (AlEvidencePage *self)
{
  Tab tab = current_tab (self);
  gboolean empty = al_evidence_page_get_n_listed (self) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->chips), tab == TAB_CLAIMS);
  gtk_stack_set_visible_child_name (self->lists, empty ? "nothing" : tab_names[tab]);
}

static void
select_shown (AlEvidencePage *self, Tab tab)
{
  GtkListBoxRow *row = self->shown[tab] ? find_row (list_of (self, tab), self->shown[tab])
                                        : gtk_list_box_get_row_at_index (list_of (self, tab), 0);

  if (row)
    gtk_list_box_select_row (list_of (self, tab), row);
}

static void
filter_changed (AlEvidencePage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  for (Tab tab = TAB_CLAIMS; tab < N_TABS; tab++)
    select_shown (self, tab);
  update_lists (self);
}

static void
search_changed_cb (AlEvidencePage *self)
{
  filter_changed (self);
}

static void
tab_toggled_cb (AlEvidencePage *self, GtkToggleButton *button)
{
  Tab tab = current_tab (self);

  if (!gtk_toggle_button_get_active (button) || !self->catalogue)
    return;
  if (!self->following)
    g_ptr_array_set_size (self->came_from, 0);
  update_back (self);
  update_lists (self);
  select_shown (self, tab);
  show_detail (self, self->shown[tab]);
}

static void
fill_list (AlEvidencePage *self, Tab tab, GListModel *items, GtkListBoxCreateWidgetFunc create)
{
  GtkFilterListModel *filtered =
      gtk_filter_list_model_new (g_object_ref (items), g_object_ref (self->filter));

  g_set_object (&self->listed[tab], G_LIST_MODEL (filtered));
  gtk_list_box_bind_model (list_of (self, tab), self->listed[tab], create, NULL, NULL);
  g_object_unref (filtered);
}

static GListModel *
sort_studies (AlEvidence *evidence)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (al_study_compare, NULL, NULL));

  return G_LIST_MODEL (
      gtk_sort_list_model_new (g_object_ref (al_evidence_get_studies (evidence)), sorter));
}

static void
set_tab_title (AlEvidencePage *self, Tab tab, const char *format)
{
  g_autofree char *count = g_strdup_printf ("%u", g_list_model_get_n_items (self->listed[tab]));
  g_autofree char *title = g_strdup_printf ("%s  %s", format, count);

  gtk_button_set_label (GTK_BUTTON (button_of (self, tab)), title);
}

/* The chips */

static guint
count_verdict (AlEvidence *evidence, AlVerdict verdict)
{
  GListModel *claims = al_evidence_get_claims (evidence);
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++) {
    g_autoptr (AlClaim) claim = g_list_model_get_item (claims, i);

    count += al_claim_get_verdict (claim) == verdict;
  }
  return count;
}

static void
label_chip (AlEvidencePage *self, AlVerdict verdict, guint count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (al_verdict_get_icon (verdict));
  GtkWidget *label = gtk_label_new (al_verdict_get_short_label (verdict));
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *number_label = gtk_label_new (number);
  /* Translators: a verdict and how many claims have it. */
  g_autofree char *spoken =
      g_strdup_printf (_ ("%s: %u claims"), al_verdict_get_label (verdict), count);

  gtk_widget_add_css_class (icon, "al-verdict-icon");
  gtk_widget_add_css_class (icon, al_verdict_get_css_class (verdict));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_widget_add_css_class (number_label, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_button_set_child (GTK_BUTTON (self->chip[verdict]), box);
  gtk_widget_set_sensitive (GTK_WIDGET (self->chip[verdict]), count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip[verdict]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
create_chips (AlEvidencePage *self)
{
  for (int i = 0; i < AL_N_VERDICTS; i++) {
    GtkWidget *chip = gtk_toggle_button_new ();

    gtk_widget_add_css_class (chip, "al-chip");
    gtk_widget_set_tooltip_text (chip, al_verdict_get_meaning ((AlVerdict) i));
    g_signal_connect_object (chip, "toggled", G_CALLBACK (filter_changed), self, G_CONNECT_SWAPPED);
    gtk_grid_attach (self->chips, chip, i % 2, i / 2, 1, 1);
    self->chip[i] = GTK_TOGGLE_BUTTON (chip);
  }
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

/* Actions */

static gboolean
go_to (AlEvidencePage *self, const char *key)
{
  Tab tab;
  GtkListBoxRow *row;

  if (!self->catalogue || !tab_of_key (key, &tab))
    return FALSE;
  row = find_row (list_of (self, tab), key);
  if (!row) {
    gtk_widget_activate_action (GTK_WIDGET (self), "evidence.show-all", NULL);
    row = find_row (list_of (self, tab), key);
  }
  if (!row)
    return FALSE;

  self->following = TRUE;
  gtk_toggle_button_set_active (button_of (self, tab), TRUE);
  gtk_list_box_select_row (list_of (self, tab), row);
  self->following = FALSE;
  update_back (self);
  return TRUE;
}

static void
show_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (widget);
  g_autofree char *from = g_strdup (self->shown[current_tab (self)]);

  if (from)
    g_ptr_array_add (self->came_from, g_strdup (from));
  if (!go_to (self, g_variant_get_string (parameter, NULL)) && from)
    g_ptr_array_remove_index (self->came_from, self->came_from->len - 1);
  update_back (self);
}

static void
back_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (widget);
  g_autofree char *key = NULL;

  if (self->came_from->len == 0)
    return;
  key = g_strdup (g_ptr_array_index (self->came_from, self->came_from->len - 1));
  g_ptr_array_remove_index (self->came_from, self->came_from->len - 1);
  go_to (self, key);
}

static void
show_all_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (widget);

  gtk_editable_set_text (self->search_entry, "");
  for (int i = 0; i < AL_N_VERDICTS; i++)
    gtk_toggle_button_set_active (self->chip[i], FALSE);
  /* The entry tells of its change only after a pause in typing. */
  filter_changed (self);
}

static void
search_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (AL_EVIDENCE_PAGE (widget)->search_entry));
}

static void
copy_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
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

  for (Tab tab = TAB_CLAIMS; tab < N_TABS; tab++)
    g_clear_object (&self->listed[tab]);
  g_clear_object (&self->catalogue);
  gtk_widget_dispose_template (GTK_WIDGET (object), AL_TYPE_EVIDENCE_PAGE);
  G_OBJECT_CLASS (al_evidence_page_parent_class)->dispose (object);
}

static void
al_evidence_page_finalize (GObject *object)
{
  AlEvidencePage *self = AL_EVIDENCE_PAGE (object);

  for (Tab tab = TAB_CLAIMS; tab < N_TABS; tab++)
    g_free (self->shown[tab]);
  g_clear_object (&self->filter);
  g_ptr_array_unref (self->came_from);
  G_OBJECT_CLASS (al_evidence_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterload/Afterload/al-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, claims_tab);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, studies_tab);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, forests_tab);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, chips);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, lists);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, claims_list);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, studies_list);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, forests_list);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, note_label);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, detail_scroll);
  gtk_widget_class_bind_template_child (widget_class, AlEvidencePage, detail);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, claim_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, study_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, forest_selected_cb);
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

  properties[PROP_CATALOGUE] =
      g_param_spec_object ("catalogue", NULL, NULL, AL_TYPE_CATALOGUE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "evidence.show", "s", show_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.show-all", NULL, show_all_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.copy", "s", copy_action_cb);
  gtk_widget_class_install_action (widget_class, "evidence.search", NULL, search_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "evidence.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "evidence.back",
                                       NULL);
  bind_template (widget_class);
}

static void
al_evidence_page_init (AlEvidencePage *self)
{
  self->came_from = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (item_wanted, self, NULL));
  gtk_list_box_set_header_func (self->studies_list, al_study_row_update_header, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry),
                                           GTK_WIDGET (self));
  create_chips (self);
  update_back (self);
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
 * Fills the lists and shows the first claim.
 */
void
al_evidence_page_set_catalogue (AlEvidencePage *self, AlCatalogue *catalogue)
{
  g_autoptr (GListModel) studies = NULL;
  AlEvidence *evidence;

  g_return_if_fail (AL_IS_EVIDENCE_PAGE (self));

  if (!g_set_object (&self->catalogue, catalogue))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CATALOGUE]);
  if (!catalogue)
    return;

  evidence = al_catalogue_get_evidence (catalogue);
  fill_list (self, TAB_CLAIMS, al_evidence_get_claims (evidence), al_claim_row_new);
  studies = sort_studies (evidence);
  fill_list (self, TAB_STUDIES, studies, al_study_row_new);
  fill_list (self, TAB_FORESTS, al_evidence_get_forests (evidence), al_forest_row_new);
  set_tab_title (self, TAB_CLAIMS, _ ("Claims"));
  set_tab_title (self, TAB_STUDIES, _ ("Studies"));
  set_tab_title (self, TAB_FORESTS, _ ("Forest plots"));
  for (int i = 0; i < AL_N_VERDICTS; i++)
    label_chip (self, (AlVerdict) i, count_verdict (evidence, (AlVerdict) i));
  update_note (self);
  filter_changed (self);
  show_detail (self, self->shown[current_tab (self)]);
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

  return self->shown[current_tab (self)];
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
  GListModel *listed;

  g_return_val_if_fail (AL_IS_EVIDENCE_PAGE (self), 0);

  listed = self->listed[current_tab (self)];
  return listed ? g_list_model_get_n_items (listed) : 0;
}

/**
 * al_evidence_page_show:
 * @self: a page
 * @key: the key of an entry
 *
 * Shows an entry, as a link from elsewhere does. Search and chips are cleared if they hide it.
 *
 * Returns: %FALSE if there is no such entry
 */
gboolean
al_evidence_page_show (AlEvidencePage *self, const char *key)
{
  g_return_val_if_fail (AL_IS_EVIDENCE_PAGE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  g_ptr_array_set_size (self->came_from, 0);
  return go_to (self, key);
}
