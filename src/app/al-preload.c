/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-preload.h"

/*
 * The content is read beside the start of GTK, which keeps one processor busy with the display for
 * longer than reading takes.
 */

static GThread *reader; /* of the main thread alone */

static AlCatalogue *
read_content (void)
{
  g_autofree char *folder = al_catalogue_dup_default_folder ();

  return al_catalogue_new (folder);
}

static gpointer
read_in_thread (gpointer data)
{
  return read_content ();
}

/**
 * al_preload_begin:
 *
 * Begins to read the content in a thread. Called once, before GTK is started.
 */
void
al_preload_begin (void)
{
  g_return_if_fail (reader == NULL);
  reader = g_thread_new ("content", read_in_thread, NULL);
}

/**
 * al_preload_take:
 *
 * What al_preload_begin() read, or else what is read now.
 *
 * Returns: (transfer full): the content that is built in and that of the user's own folder
 */
AlCatalogue *
al_preload_take (void)
{
  if (reader != NULL)
    return g_thread_join (g_steal_pointer (&reader));
  return read_content ();
}
