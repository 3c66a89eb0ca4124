/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-cli.h"
#include "al-forest-figure.h"
#include "al-picture.h"

#include <glib/gi18n.h>
#include <stdio.h>

static const char *const views[] = {"pv", "waves", "forest", NULL};

typedef enum {
  VIEW_PV,
  VIEW_WAVES,
  VIEW_FOREST,
} View;

#define DEFAULT_WIDTH  1280
#define DEFAULT_HEIGHT 800

typedef struct {
  AlRunOptions run;
  char *view_name;
  char *out;
  char *size;
  char *style_name;
  char *forest;
  char **compare;
  View view;
  AlPage page;
} Options;

static GOptionContext *
context_new (Options *options)
{
  const GOptionEntry entries[] = {
      {"view", 0, 0, G_OPTION_ARG_STRING, &options->view_name, N_ ("pv (default), waves or forest"),
       N_ ("VIEW")},
      {"out", 0, 0, G_OPTION_ARG_FILENAME, &options->out,
       N_ ("Where to draw: a file ending in .png, .svg or .pdf"), N_ ("FILE")},
      {"size", 0, 0, G_OPTION_ARG_STRING, &options->size,
       N_ ("Width and height in pixels (default: 1280x800; a forest as high as it needs)"),
       N_ ("WxH")},
      {"style", 0, 0, G_OPTION_ARG_STRING, &options->style_name,
       N_ ("light (default), dark, print or projector"), N_ ("STYLE")},
      {"compare", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->compare,
       N_ ("Draw a preset under it for comparison; may be repeated"), N_ ("PRESET...")},
      {"forest", 0, 0, G_OPTION_ARG_STRING, &options->forest,
       N_ ("For --view forest: which (default: the first)"), N_ ("ID")},
      {NULL},
  };
  GOptionContext *context = al_cli_context_new (
      NULL, N_ ("Runs a patient as simulate does and draws what the app would show.\n"
                "Example: render --view pv --preset cs-ecmo --compare cs-baseline --out loop.svg"));

  al_run_options_add_to (&options->run, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static gboolean
read_size (Options *options)
{
  int end = 0;
  guint width = DEFAULT_WIDTH, height = DEFAULT_HEIGHT;

  if (options->size != NULL && (sscanf (options->size, "%5ux%5u%n", &width, &height, &end) != 2 ||
                                options->size[end] != '\0')) {
    al_cli_error (
        _ ("--size takes width and height in pixels, such as 1280x800; '%s' is not that."),
        options->size);
    return FALSE;
  }
  options->page.width = width;
  options->page.height = height;
  if (options->size == NULL && options->view == VIEW_FOREST &&
      options->page.style != AL_STYLE_PROJECTOR)
    options->page.height = 0; /* as high as its rows are; a projector has the height it has */
  return TRUE;
}

static gboolean
read_style (Options *options)
{
  if (options->style_name == NULL || al_style_kind_find (options->style_name, &options->page.style))
    return TRUE;
  al_cli_error (_ ("There is no style '%s'; there are light, dark, print and projector."),
                options->style_name);
  return FALSE;
}

/* Words after the presets of --compare are presets, too. */
static void
take_rest (Options *options, char **argv)
{
  g_autoptr (GStrvBuilder) presets = g_strv_builder_new ();

  g_strv_builder_addv (presets, (const char **) options->compare);
  g_strv_builder_addv (presets, (const char **) argv + 1);
  g_strfreev (options->compare);
  options->compare = g_strv_builder_end (presets);
}

static gboolean
read_options (Options *options, char ***argv)
{
  g_autoptr (GOptionContext) context = context_new (options);
  guint chosen = 0;

  if (!al_run_options_join_at (argv) || !al_cli_parse (context, argv))
    return FALSE;
  if (options->compare != NULL)
    take_rest (options, *argv);
  else if (!al_cli_refuse_rest (*argv))
    return FALSE;
  if (!al_cli_choose ("--view", options->view_name, views, &chosen))
    return FALSE;
  options->view = (View) chosen;
  if (!read_style (options) || !read_size (options))
    return FALSE;
  if (options->out != NULL)
    return TRUE;
  al_cli_error (_ ("Name the file to draw with --out."));
  return FALSE;
}

static int
finish (gboolean written, GError *error)
{
  if (written)
    return AL_EXIT_OK;
  al_cli_error (_ ("The picture cannot be written: %s."), error->message);
  return AL_EXIT_FAILED;
}

static AlForest *
find_forest (AlEvidence *evidence, const char *id)
{
  g_autoptr (AlForest) first = g_list_model_get_item (al_evidence_get_forests (evidence), 0);
  AlForest *forest = id != NULL ? al_evidence_find_forest (evidence, id) : first;

  if (forest == NULL)
    al_cli_error (_ ("There is no forest plot '%s'. 'afterload-cli evidence' lists them."),
                  id != NULL ? id : "");
  return forest;
}

static int
render_forest (Options *options, AlCatalogue *catalogue)
{
  AlForest *forest = find_forest (al_catalogue_get_evidence (catalogue), options->forest);
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (forest == NULL)
    return AL_EXIT_USAGE;
  options->page.title = al_forest_get_title (forest);
  options->page.caption = al_forest_get_note (forest);
  written = al_forest_figure_write (forest, &options->page, options->out, &error);
  return finish (written, error);
}

static gboolean
add_presets (AlPicture *picture, AlCatalogue *catalogue, char **presets)
{
  for (guint i = 0; presets != NULL && presets[i] != NULL; i++) {
    g_autoptr (AlRunPlan) plan = al_run_plan_new_for_preset (catalogue, presets[i]);
    if (plan == NULL || !al_picture_add (picture, plan))
      return FALSE;
  }
  return TRUE;
}

static char *
caption_text (const AlRunPlan *plan, char **compare)
{
  g_autofree char *presets = compare != NULL ? g_strjoinv (", ", compare) : NULL;

  if (presets == NULL)
    return g_strdup (plan->subtitle);
  return g_strdup_printf (_ ("%s Compared with %s."), plan->subtitle, presets);
}

static int
render_run (Options *options, AlCatalogue *catalogue)
{
  g_autoptr (AlPicture) picture =
      al_picture_new (options->view == VIEW_PV ? AL_FIGURE_PV : AL_FIGURE_WAVES);
  g_autoptr (AlRunPlan) plan = al_run_plan_new (&options->run, catalogue);
  g_autofree char *caption = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (plan == NULL || !add_presets (picture, catalogue, options->compare))
    return AL_EXIT_USAGE;
  if (!al_picture_add (picture, plan))
    return AL_EXIT_FAILED;
  options->page.title = plan->title;
  caption = caption_text (plan, options->compare);
  options->page.caption = caption;
  written = al_picture_write (picture, &options->page, options->out, &error);
  return finish (written, error);
}

static void
options_clear (Options *options)
{
  al_run_options_clear (&options->run);
  g_free (options->view_name);
  g_free (options->out);
  g_free (options->size);
  g_free (options->style_name);
  g_free (options->forest);
  g_strfreev (options->compare);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * al_command_render:
 * @argv: `render` and its options
 *
 * Draws a run or a forest plot into a file; see `render --help`.
 *
 * Returns: the exit status
 */
int
al_command_render (char **argv)
{
  g_auto (Options) options = {.view = VIEW_PV};
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (AlCatalogue) catalogue = NULL;

  al_run_options_init (&options.run);
  if (!read_options (&options, &arguments))
    return AL_EXIT_USAGE;
  catalogue = al_cli_open_catalogue ();
  return options.view == VIEW_FOREST ? render_forest (&options, catalogue)
                                     : render_run (&options, catalogue);
}
