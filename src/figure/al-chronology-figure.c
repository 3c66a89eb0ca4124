/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-chronology-figure.h"

#include <glib/gi18n-lib.h>

static const AlRole roles[AL_N_QUESTIONS] = {
    [AL_QUESTION_REVASCULARISATION] = AL_ROLE_BASELINE,
    [AL_QUESTION_BALLOON_PUMP] = AL_ROLE_IABP,
    [AL_QUESTION_VA_ECMO] = AL_ROLE_ECMO,
    [AL_QUESTION_FLOW_PUMP] = AL_ROLE_OTHER,
    [AL_QUESTION_ANY_DEVICE] = AL_ROLE_BASELINE,
    [AL_QUESTION_ARREST] = AL_ROLE_ECMO,
    [AL_QUESTION_COMBINATION] = AL_ROLE_BOTH,
    [AL_QUESTION_COURSE] = AL_ROLE_BASELINE,
};

static const AlChronologySign signs[AL_N_ANSWERS] = {
    [AL_ANSWER_BETTER] = AL_CHRONOLOGY_PLUS,
    [AL_ANSWER_WORSE] = AL_CHRONOLOGY_MINUS,
    [AL_ANSWER_NO_DIFFERENCE] = AL_CHRONOLOGY_EQUALS,
    [AL_ANSWER_UNTOLD] = AL_CHRONOLOGY_NO_SIGN,
};

static AlChronologyMark
get_mark (const AlChronologyEvent *event)
{
  AlStudyDesign design;

  if (event->study == NULL)
    return (AlChronologyMark){.shape = AL_CHRONOLOGY_FLAG, .solid = TRUE};
  design = al_study_get_design (event->study);
  return (AlChronologyMark){
      .shape = al_study_design_is_summary (design) ? AL_CHRONOLOGY_DIAMOND : AL_CHRONOLOGY_SQUARE,
      .sign = signs[al_study_get_answer (event->study)],
      .solid = al_study_design_is_randomised (design),
  };
}

static gboolean
is_in_lane (const AlChronologyEvent *event, guint lane)
{
  if (event->study == NULL)
    return lane == AL_N_QUESTIONS;
  return al_study_get_question (event->study) == lane;
}

/* A lane for each question with events, and one for the guidelines under them. */
static void
add_lane (AlChronologyPlot *plot, AlChronology *chronology, guint lane, GArray *order)
{
  gsize n_events;
  const AlChronologyEvent *events = al_chronology_get_events (chronology, &n_events);
  gboolean begun = FALSE;

  for (gsize i = 0; i < n_events; i++) {
    const AlChronologyMark mark = get_mark (&events[i]);

    if (!is_in_lane (&events[i], lane))
      continue;
    if (!begun && lane == AL_N_QUESTIONS)
      al_chronology_plot_add_lane (plot, _ ("Guidelines"), AL_ROLE_BASELINE);
    else if (!begun)
      al_chronology_plot_add_lane (plot, al_study_question_get_label ((AlStudyQuestion) lane),
                                   roles[lane]);
    begun = TRUE;
    al_chronology_plot_add_event (plot, events[i].year, al_chronology_event_get_name (&events[i]),
                                  &mark);
    g_array_append_val (order, i);
  }
}

static void
add_keys (AlChronologyPlot *plot)
{
  const struct {
    AlChronologyMark mark;
    const char *label;
  } keys[] = {
      {{AL_CHRONOLOGY_SQUARE, AL_CHRONOLOGY_NO_SIGN, TRUE}, _ ("Randomised trial")},
      {{AL_CHRONOLOGY_SQUARE, AL_CHRONOLOGY_NO_SIGN, FALSE}, _ ("Observational study")},
      {{AL_CHRONOLOGY_DIAMOND, AL_CHRONOLOGY_NO_SIGN, TRUE}, _ ("Summary of trials")},
      {{AL_CHRONOLOGY_DIAMOND, AL_CHRONOLOGY_NO_SIGN, FALSE}, _ ("Summary of observations")},
      {{AL_CHRONOLOGY_FLAG, AL_CHRONOLOGY_NO_SIGN, TRUE}, _ ("Guideline")},
      {{AL_CHRONOLOGY_SQUARE, AL_CHRONOLOGY_PLUS, TRUE},
       al_study_answer_get_label (AL_ANSWER_BETTER)},
      {{AL_CHRONOLOGY_SQUARE, AL_CHRONOLOGY_MINUS, TRUE},
       al_study_answer_get_label (AL_ANSWER_WORSE)},
      {{AL_CHRONOLOGY_SQUARE, AL_CHRONOLOGY_EQUALS, TRUE},
       al_study_answer_get_label (AL_ANSWER_NO_DIFFERENCE)},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    al_chronology_plot_add_key (plot, keys[i].label, &keys[i].mark);
}

/**
 * al_chronology_figure_new:
 * @chronology: what to draw
 * @order: (out) (optional) (element-type gsize): for each event of the plot, which one of the
 *   chronology it is
 *
 * Makes the plot of a chronology, with the years of the review behind it.
 *
 * Returns: (transfer full): a plot without a style and a width
 */
AlChronologyPlot *
al_chronology_figure_new (AlChronology *chronology, GArray **order)
{
  AlChronologyPlot *plot = al_chronology_plot_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint lane = 0; lane <= AL_N_QUESTIONS; lane++)
    add_lane (plot, chronology, lane, places);
  al_chronology_plot_set_span (plot, AL_REVIEW_FROM, AL_REVIEW_TO, _ ("The review"));
  add_keys (plot);
  if (order != NULL)
    *order = g_steal_pointer (&places);
  return plot;
}

static double
measure_cb (double width, const AlPlotStyle *style, gpointer plot)
{
  al_chronology_plot_set_style (plot, style);
  al_chronology_plot_set_width (plot, width);
  return al_chronology_plot_get_height (plot);
}

static void
draw_cb (cairo_t *cr, double width, double height, const AlPlotStyle *style, gpointer plot)
{
  measure_cb (width, style, plot);
  al_chronology_plot_draw (plot, -1, cr);
}

/**
 * al_chronology_figure_write:
 * @chronology: what to draw
 * @page: title, caption, width and looks; it is told what to draw and how high
 * @path: the file
 * @error: (out) (optional): as al_page_write()
 *
 * Draws a chronology into a file.
 *
 * Returns: whether the file is there
 */
gboolean
al_chronology_figure_write (AlChronology *chronology, AlPage *page, const char *path,
                            GError **error)
{
  g_autoptr (AlChronologyPlot) plot = al_chronology_figure_new (chronology, NULL);

  page->draw = draw_cb;
  page->user_data = plot;
  al_page_fit_height (page, measure_cb);
  return al_page_write (page, path, error);
}
