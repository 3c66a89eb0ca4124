/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-export-choice.h"

#include "al-preferences.h"

/* Words of the settings and of file names, which are the same in every language. */
static const char *const contents[AL_N_EXPORT_CONTENTS] = {"loop", "charts", "loop-and-charts",
                                                           "circulation"};
static const char *const formats[AL_N_EXPORT_FORMATS] = {"png",  "svg",     "pdf",
                                                         "apng", "signals", "beats"};
static const char *const styles[AL_N_EXPORT_STYLES] = {"light", "print", "projector"};
static const char *const shapes[AL_N_EXPORT_SHAPES] = {"wide", "square"};

static const AlExportChoice first_choice = {AL_EXPORT_BOTH, AL_EXPORT_PNG, AL_EXPORT_LIGHT,
                                            AL_EXPORT_WIDE};

/* What is not understood is left as it is. */
static guint
find_word (const char *word, const char *const *words, guint n_words, guint otherwise)
{
  for (guint i = 0; i < n_words; i++) {
    if (g_str_equal (word, words[i]))
      return i;
  }
  return otherwise;
}

#define FIND(word, words, otherwise) find_word (word, words, G_N_ELEMENTS (words), otherwise)

/**
 * al_export_choice_load:
 * @self: (out caller-allocates): a choice
 *
 * What was chosen the last time.
 */
void
al_export_choice_load (AlExportChoice *self)
{
  g_auto (GStrv) words = al_preferences_dup_export (al_preferences_get_default ());

  *self = first_choice;
  if (words == NULL || g_strv_length (words) != 4)
    return;
  self->content = FIND (words[0], contents, self->content);
  self->format = FIND (words[1], formats, self->format);
  self->style = FIND (words[2], styles, self->style);
  self->shape = FIND (words[3], shapes, self->shape);
}

/**
 * al_export_choice_save:
 * @self: a choice
 *
 * Remembers a choice for the next time.
 */
void
al_export_choice_save (const AlExportChoice *self)
{
  const char *const words[] = {contents[self->content], formats[self->format], styles[self->style],
                               shapes[self->shape], NULL};

  al_preferences_set_export (al_preferences_get_default (), words);
}

/**
 * al_export_choice_is_table:
 * @self: a choice
 *
 * Whether numbers are taken away, and no picture.
 */
gboolean
al_export_choice_is_table (const AlExportChoice *self)
{
  return self->format == AL_EXPORT_SIGNALS || self->format == AL_EXPORT_BEATS;
}

/**
 * al_export_choice_get_style:
 * @self: a choice
 *
 * The looks of the picture.
 */
AlStyleKind
al_export_choice_get_style (const AlExportChoice *self)
{
  static const AlStyleKind kinds[AL_N_EXPORT_STYLES] = {AL_STYLE_LIGHT, AL_STYLE_PRINT,
                                                        AL_STYLE_PROJECTOR};

  return kinds[self->style];
}

/**
 * al_export_choice_get_view:
 * @self: a choice
 *
 * What the figure of the picture shows.
 */
AlFigureView
al_export_choice_get_view (const AlExportChoice *self)
{
  static const AlFigureView views[AL_N_EXPORT_CONTENTS] = {AL_FIGURE_PV, AL_FIGURE_WAVES,
                                                           AL_FIGURE_BOTH, AL_FIGURE_CIRCULATION};

  return views[self->content];
}

/**
 * al_export_choice_get_size:
 * @self: a choice
 * @width: (out): width of the picture in pixels
 * @height: (out): height of the picture in pixels
 *
 * The size of the picture: that of a slide for pixels, smaller where every frame costs, and of an
 * ordinary page where lines have no size.
 */
void
al_export_choice_get_size (const AlExportChoice *self, int *width, int *height)
{
  static const int sides[AL_N_EXPORT_SHAPES][3][2] = {
      [AL_EXPORT_WIDE] = {{1920, 1080}, {1280, 720}, {1280, 720}},
      [AL_EXPORT_SQUARE] = {{1440, 1440}, {800, 800}, {960, 960}},
  };
  const int *side = sides[self->shape][self->format == AL_EXPORT_PNG    ? 0
                                       : self->format == AL_EXPORT_APNG ? 1
                                                                        : 2];

  *width = side[0];
  *height = side[1];
}

/**
 * al_export_choice_get_extension:
 * @self: a choice
 *
 * How the name of the file ends. An animated PNG ends as a plain one, so that every program takes
 * it for what it is at least.
 *
 * Returns: (transfer none): such as ".png"
 */
const char *
al_export_choice_get_extension (const AlExportChoice *self)
{
  static const char *const extensions[AL_N_EXPORT_FORMATS] = {".png", ".svg", ".pdf",
                                                              ".png", ".csv", ".csv"};

  return extensions[self->format];
}

/**
 * al_export_choice_make_name:
 * @self: a choice
 * @subject: the id of the patient
 *
 * A name for the file.
 *
 * Returns: (transfer full): such as "afterload-ami-cs-loop.png"
 */
char *
al_export_choice_make_name (const AlExportChoice *self, const char *subject)
{
  const char *what =
      al_export_choice_is_table (self) ? formats[self->format] : contents[self->content];

  return g_strdup_printf ("afterload-%s-%s%s%s", subject, what,
                          self->format == AL_EXPORT_APNG ? "-beats" : "",
                          al_export_choice_get_extension (self));
}
