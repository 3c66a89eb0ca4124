/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-catalogue-private.h"
#include "al-content-resources.h"
#include "al-xml.h"

#include <string.h>

/* Where content comes from: what is built in, and files and folders of a person's own. */

/* A folder of content is not a whole disk. */
#define MAX_DEPTH 8
#define MAX_FILES 2000

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted without their suffix, so that "cs-ecmo" comes before "cs-ecmo-iabp". */
static void
sort_built_in (char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    *strrchr (names[i], '.') = '\0';
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
}

static void
add_built_in (GPtrArray *files, const char *kind_folder)
{
  GResource *resource = al_content_resources_get_resource ();
  g_autofree char *folder = g_strdup_printf (AL_CONTENT_RESOURCE "/%s", kind_folder);
  g_auto (GStrv) names = g_resource_enumerate_children (resource, folder, 0, NULL);

  if (names == NULL)
    return;
  sort_built_in (names);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *file_name = g_strdup_printf ("%s/%s.xml", kind_folder, names[i]);
    g_autofree char *path = g_strdup_printf (AL_CONTENT_RESOURCE "/%s", file_name);
    g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, 0, NULL);
    g_ptr_array_add (files, al_xml_new (bytes, file_name));
  }
}

/**
 * al_content_source_built_in:
 *
 * Returns: (transfer full) (element-type AlXml): the files that are part of the program
 */
GPtrArray *
al_content_source_built_in (void)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) al_xml_free);

  add_built_in (files, "patients");
  add_built_in (files, "presets");
  add_built_in (files, "evidence");
  add_built_in (files, "cases");
  return files;
}

static void
add_file (GPtrArray *files, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (files->len < MAX_FILES)
    g_ptr_array_add (files, al_xml_new_from_file (file, path));
}

static void
add_folder (GPtrArray *files, const char *folder, int depth)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL || depth > MAX_DEPTH)
    return;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      add_folder (files, path, depth + 1);
    else if (g_str_has_suffix (path, ".xml"))
      add_file (files, path);
  }
}

/**
 * al_content_source_paths:
 * @paths: files and folders, %NULL-terminated
 *
 * Parses the files named, and every `.xml` file in the folders named.
 *
 * Returns: (transfer full) (element-type AlXml): the files, with their problems so far
 */
GPtrArray *
al_content_source_paths (const char *const *paths)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) al_xml_free);

  for (guint i = 0; paths[i] != NULL; i++) {
    if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      add_folder (files, paths[i], 0);
    else
      add_file (files, paths[i]);
  }
  return files;
}
