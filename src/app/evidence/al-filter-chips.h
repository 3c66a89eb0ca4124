/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AL_TYPE_FILTER_CHIPS (al_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (AlFilterChips, al_filter_chips, AL, FILTER_CHIPS, AdwBin)

/**
 * AlFilterChip:
 * @icon: (nullable): name of the sign before the word
 * @css_class: (nullable): colours the sign
 * @label: the word, in the language of the person
 * @tooltip: what it means
 */
typedef struct {
  const char *icon;
  const char *css_class;
  const char *label;
  const char *tooltip;
} AlFilterChip;

GtkWidget *al_filter_chips_new (const char *title);

void al_filter_chips_add (AlFilterChips *self, const AlFilterChip *chip);
void al_filter_chips_set_count (AlFilterChips *self, guint position, guint count);
guint al_filter_chips_get_n_chosen (AlFilterChips *self);
gboolean al_filter_chips_wants (AlFilterChips *self, guint position);
void al_filter_chips_clear (AlFilterChips *self);

G_END_DECLS
