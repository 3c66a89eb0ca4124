/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <string.h>

static char *
read_picture (const char *name, gsize *length)
{
  g_autofree char *path = al_cli_file (name);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

static guint32
big_endian (const char *bytes)
{
  const guchar *b = (const guchar *) bytes;

  return (guint32) b[0] << 24 | (guint32) b[1] << 16 | (guint32) b[2] << 8 | b[3];
}

static void
test_png_has_the_size (void)
{
  g_autoptr (AlCliResult) result =
      al_cli_succeed ("render --patient ami-cs --settle 20 --size 900x700 --out @/loop.png");
  gsize length = 0;
  g_autofree char *png = read_picture ("loop.png", &length);

  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (big_endian (png + 16), ==, 900);
  g_assert_cmpuint (big_endian (png + 20), ==, 700);
}

static void
test_formats_and_views (void)
{
  const struct {
    const char *arguments, *file, *magic;
  } cases[] = {
      {"--view pv --preset cs-ecmo --compare cs-baseline cs-iabp", "loops.svg", "<?xml"},
      {"--view waves --patient ami-cs --set iabp.on=on", "waves.pdf", "%PDF-"},
      {"--view waves --patient normal --style dark", "waves.svg", "<?xml"},
      {"--view forest --style print", "forest.pdf", "%PDF-"},
      {"--view forest --style projector", "forest.svg", "<?xml"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line =
        g_strdup_printf ("render %s --out @/%s", cases[i].arguments, cases[i].file);
    g_autoptr (AlCliResult) result = al_cli_succeed (line);
    gsize length = 0;
    g_autofree char *picture = read_picture (cases[i].file, &length);

    g_assert_true (g_str_has_prefix (picture, cases[i].magic));
    g_assert_cmpuint (length, >, 2000);
    g_assert_cmpstr (result->out, ==, "");
  }
}

/* A picture that differs in what it shows differs in its bytes, and the same one does not. */
static void
test_pictures_differ (void)
{
  g_autofree char *off = NULL, *on = NULL, *again = NULL;
  gsize n_off = 0, n_on = 0, n_again = 0;

  al_cli_result_free (al_cli_succeed ("render --patient ami-cs --out @/off.png"));
  al_cli_result_free (al_cli_succeed ("render --patient ami-cs --out @/again.png"));
  al_cli_result_free (al_cli_succeed ("render --patient ami-cs --set ecmo.on=on --out @/on.png"));
  off = read_picture ("off.png", &n_off);
  on = read_picture ("on.png", &n_on);
  again = read_picture ("again.png", &n_again);
  g_assert_cmpmem (off, n_off, again, n_again);
  g_assert_false (n_off == n_on && memcmp (off, on, n_on) == 0);
}

static void
test_cannot_write (void)
{
  al_cli_refuse ("render --patient ami-cs --out @/loop.gif", 1, "The picture cannot be written");
  al_cli_refuse ("render --patient ami-cs --out @/no/folder/loop.png", 1,
                 "The picture cannot be written");
}

/* Draws a PDF and reads its text back, where the machine has a tool for it. */
static char *
page_text (const char *arguments)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  g_autofree char *line = g_strdup_printf ("render %s --out @/page.pdf", arguments);
  g_autofree char *path = al_cli_file ("page.pdf");
  const char *argv[] = {tool, path, "-", NULL};
  char *text = NULL;

  if (tool == NULL)
    return NULL;
  al_cli_result_free (al_cli_succeed (line));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL,
                               NULL, NULL));
  return text;
}

static void
test_every_page_says_what_it_is_not_for (void)
{
  const char *const arguments[] = {"--patient normal --settle 5",
                                   "--view waves --patient normal --settle 5", "--view forest"};

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++) {
    g_autofree char *text = page_text (arguments[i]);

    if (text == NULL) {
      g_test_skip ("there is no pdftotext here");
      return;
    }
    g_assert_nonnull (strstr (text, "Teaching model. Not for patient care."));
  }
}

/* Curves bear their devices, or their presets where the devices are the same. */
static void
test_curves_are_told_apart (void)
{
  g_autofree char *devices = page_text ("--preset cs-ecmo --compare cs-baseline");
  g_autofree char *presets = page_text ("--preset cs-iabp --compare iabp-late-inflation");

  if (devices == NULL) {
    g_test_skip ("there is no pdftotext here");
    return;
  }
  g_assert_nonnull (strstr (devices, "No device"));
  g_assert_nonnull (strstr (devices, "VA-ECMO"));
  g_assert_nonnull (strstr (devices, "Compared with cs-baseline."));
  g_assert_nonnull (strstr (presets, "late inflation"));
  g_assert_null (strstr (presets, "IABP 1:1"));
}

/* A forest is as high as its rows, unless a size is asked for. */
static void
test_forest_fits_its_page (void)
{
  gsize length = 0;
  g_autofree char *own = NULL, *asked = NULL;

  al_cli_result_free (al_cli_succeed ("render --view forest --out @/own.png"));
  al_cli_result_free (al_cli_succeed ("render --view forest --size 1000x900 --out @/asked.png"));
  own = read_picture ("own.png", &length);
  asked = read_picture ("asked.png", &length);
  g_assert_cmpuint (big_endian (own + 16), ==, 1280);
  g_assert_cmpuint (big_endian (own + 20), <, 800);
  g_assert_cmpuint (big_endian (asked + 20), ==, 900);
}

static void
add_tests (void)
{
  g_test_add_func ("/render/png-has-the-size", test_png_has_the_size);
  g_test_add_func ("/render/formats-and-views", test_formats_and_views);
  g_test_add_func ("/render/pictures-differ", test_pictures_differ);
  g_test_add_func ("/render/every-page-says-what-it-is-not-for",
                   test_every_page_says_what_it_is_not_for);
  g_test_add_func ("/render/curves-are-told-apart", test_curves_are_told_apart);
  g_test_add_func ("/render/forest-fits-its-page", test_forest_fits_its_page);
  g_test_add_func ("/render/cannot-write", test_cannot_write);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
