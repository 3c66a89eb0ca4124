/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define AL_TYPE_PASSAGE (al_passage_get_type ())
G_DECLARE_FINAL_TYPE (AlPassage, al_passage, AL, PASSAGE, GObject)

const char *al_passage_get_id (AlPassage *self);
const char *al_passage_get_title (AlPassage *self);
char al_passage_get_code (AlPassage *self);
guint al_passage_get_n_sentences (AlPassage *self);
const char *al_passage_get_sentence (AlPassage *self, guint number);

G_END_DECLS
