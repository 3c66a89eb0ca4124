/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "al-session.h"

G_BEGIN_DECLS

#define AL_TYPE_CONTROL_SECTION (al_control_section_get_type ())

G_DECLARE_FINAL_TYPE (AlControlSection, al_control_section, AL, CONTROL_SECTION, GtkWidget)

GtkWidget *al_control_section_new (const char *title);
void al_control_section_set_expanded (AlControlSection *self, gboolean expanded);
void al_control_section_set_note (AlControlSection *self, const char *note);
void al_control_section_add (AlControlSection *self, GtkWidget *row);
void al_control_section_bind_switch (AlControlSection *self, AlSession *session,
                                     AlParameter parameter);

G_END_DECLS
