/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-case-private.h"

#include <glib/gi18n-lib.h>

/*
 * Whether the steps of a case lead somewhere: every link resolves, every step can be reached, and
 * no path goes in a circle. Only a debrief has no link, so every path then ends in one.
 */

typedef void (*LinkFunc) (const AlCaseNode *from, const char *to, int line, gpointer user_data);

static void
for_each_link (const AlCaseNode *node, LinkFunc func, gpointer user_data)
{
  if (node->to != NULL)
    func (node, node->to, node->line, user_data);
  for (guint i = 0; i < node->n_options; i++)
    func (node, node->options[i].to, node->options[i].line, user_data);
}

typedef struct {
  AlCase *content;
  AlXml *xml;
  GHashTable *reached; /* of AlCaseNode, with the number of links into it */
  GQueue *queue;
} Search;

static void
check_link (const AlCaseNode *from, const char *to, int line, gpointer user_data)
{
  Search *search = user_data;

  if (al_case_find_node (search->content, to) == NULL)
    al_xml_problem (search->xml, AL_CONTENT_ERROR_MEANING, line,
                    _ ("'%s' leads to '%s', but there is no step of that name"), from->id, to);
}

static guint
links_into (const Search *search, const AlCaseNode *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (search->reached, node));
}

static void
reach (const AlCaseNode *from, const char *to, int line, gpointer user_data)
{
  Search *search = user_data;
  const AlCaseNode *node = al_case_find_node (search->content, to);

  if (!g_hash_table_contains (search->reached, node))
    g_queue_push_tail (search->queue, (gpointer) node);
  g_hash_table_insert (search->reached, (gpointer) node,
                       GUINT_TO_POINTER (links_into (search, node) + 1));
}

static void
reach_all (Search *search, const AlCaseNode *start)
{
  g_hash_table_insert (search->reached, (gpointer) start, GUINT_TO_POINTER (0));
  g_queue_push_tail (search->queue, (gpointer) start);
  while (!g_queue_is_empty (search->queue))
    for_each_link (g_queue_pop_head (search->queue), reach, search);
}

static void
report_unreached (const Search *search)
{
  for (guint i = 0; i < search->content->nodes->len; i++) {
    const AlCaseNode *node = g_ptr_array_index (search->content->nodes, i);
    if (!g_hash_table_contains (search->reached, node))
      al_xml_problem (search->xml, AL_CONTENT_ERROR_MEANING, node->line,
                      _ ("no path leads to the step '%s'"), node->id);
  }
}

static void
take_away (const AlCaseNode *from, const char *to, int line, gpointer user_data)
{
  Search *search = user_data;
  const AlCaseNode *node = al_case_find_node (search->content, to);
  guint links = links_into (search, node) - 1;

  g_hash_table_insert (search->reached, (gpointer) node, GUINT_TO_POINTER (links));
  if (links == 0)
    g_queue_push_tail (search->queue, (gpointer) node);
}

/* Takes away, again and again, the steps that nothing leads to; what remains stands in a circle. */
static void
report_circle (Search *search, const AlCaseNode *start)
{
  if (links_into (search, start) == 0)
    g_queue_push_tail (search->queue, (gpointer) start);
  while (!g_queue_is_empty (search->queue))
    for_each_link (g_queue_pop_head (search->queue), take_away, search);
  for (guint i = 0; i < search->content->nodes->len; i++) {
    const AlCaseNode *node = g_ptr_array_index (search->content->nodes, i);
    if (links_into (search, node) > 0) {
      al_xml_problem (search->xml, AL_CONTENT_ERROR_MEANING, node->line,
                      _ ("the path through '%s' goes in a circle and never ends"), node->id);
      return;
    }
  }
}

/* Far more than a person goes through; a hostile file could have tens of thousands. */
#define MAX_STEPS 500

static void
check_size (AlCase *self, AlXml *xml)
{
  if (self->nodes->len > MAX_STEPS)
    al_xml_error_at (xml, al_xml_get_root (xml), _ ("this case has %u steps; at most %d are read"),
                     self->nodes->len, MAX_STEPS);
}

static void
check_start (AlCase *self, AlXml *xml)
{
  const AlCaseNode *start = al_case_get_start (self);

  if (start == NULL)
    al_xml_error_at (xml, al_xml_get_root (xml),
                     _ ("the case starts at '%s', but there is no step of that name"), self->start);
  else if (start->scenario == NULL)
    al_xml_problem (xml, AL_CONTENT_ERROR_MEANING, start->line,
                    _ ("the first step needs a scenario: it says who the patient is"));
}

/**
 * al_case_check_paths:
 * @self: a case whose nodes were read
 * @xml: its file, which takes the mistakes
 *
 * Checks that every path leads from the start to a debrief and that no node stands aside.
 */
void
al_case_check_paths (AlCase *self, AlXml *xml)
{
  Search search = {.content = self, .xml = xml};

  check_size (self, xml);
  check_start (self, xml);
  for (guint i = 0; i < self->nodes->len; i++)
    for_each_link (g_ptr_array_index (self->nodes, i), check_link, &search);
  /* A search through links that lead nowhere would only repeat what was just said. */
  if (al_xml_failed (xml))
    return;
  search.reached = g_hash_table_new (NULL, NULL);
  search.queue = g_queue_new ();
  reach_all (&search, al_case_get_start (self));
  report_unreached (&search);
  report_circle (&search, al_case_get_start (self));
  g_queue_free (search.queue);
  g_hash_table_unref (search.reached);
}
