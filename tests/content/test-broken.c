/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-content-check.h"
#include "al-content-error.h"
#include "al-patient.h"
#include "test-files.h"

#include <string.h>

/* Broken, wrong and hostile files: each gets its line and a sentence, and nothing worse happens. */

typedef struct {
  const char *name;
  const char *text;
  int line;
  const char *words;
  AlContentError code;
} Broken;

#define HEAD "<patient id=\"p\" schema=\"1\">\n<name>n</name>\n<story>s</story>\n"

static const Broken patients[] = {
    {"empty", "", 1, "not well-formed", AL_CONTENT_ERROR_MALFORMED},
    {"no-xml", "hello\n", 1, "not well-formed", AL_CONTENT_ERROR_MALFORMED},
    {"unclosed", HEAD, 4, "'patient' of line 1 is never closed", AL_CONTENT_ERROR_MALFORMED},
    {"mismatch", HEAD "<source>x</sauce>\n</patient>", 4,
     "'source' of line 4 is closed by '</sauce>'", AL_CONTENT_ERROR_MALFORMED},
    {"bad-utf8", "<patient id=\"\xff\"/>", 1, "not in UTF-8", AL_CONTENT_ERROR_MALFORMED},
    {"latin-1",
     HEAD "<source>Stra\xdf"
          "e</source></patient>",
     4, "not in UTF-8", AL_CONTENT_ERROR_MALFORMED},
    {"ampersand", HEAD "<source>salt & water</source></patient>", 4, "written &lt; or &amp;",
     AL_CONTENT_ERROR_MALFORMED},
    {"no-quotes", "<patient id=p schema=\"1\"/>", 1, "quotation marks", AL_CONTENT_ERROR_MALFORMED},
    {"twice-attribute", "<patient id=\"p\" id=\"q\"/>", 1, "'id' stands there twice",
     AL_CONTENT_ERROR_MALFORMED},
    {"entity", HEAD "<source>&secret;</source></patient>", 4, "'&secret;' has no meaning",
     AL_CONTENT_ERROR_MALFORMED},
    {"doctype", "\n<!DOCTYPE patient [<!ENTITY a \"x\">]>\n<patient/>", 2, "document type",
     AL_CONTENT_ERROR_MALFORMED},
    {"external", "<!DOCTYPE patient SYSTEM \"file:///etc/passwd\">\n<patient/>", 1, "document type",
     AL_CONTENT_ERROR_MALFORMED},
    {"unknown-element", HEAD "<storry>x</storry></patient>", 4, "'storry' is not expected",
     AL_CONTENT_ERROR_SCHEMA},
    {"missing-element", "<patient id=\"p\" schema=\"1\">\n<story>s</story></patient>", 1,
     "needs an element 'name'", AL_CONTENT_ERROR_SCHEMA},
    {"missing-attribute", HEAD "<set name=\"iabp.on\"/></patient>", 4,
     "needs the attribute 'value'", AL_CONTENT_ERROR_SCHEMA},
    {"unknown-attribute", HEAD "<set name=\"iabp.on\" valeu=\"on\"/></patient>", 4,
     "no attribute 'valeu'", AL_CONTENT_ERROR_SCHEMA},
    {"bad-id", "<patient id=\"My patient\" schema=\"1\"><name>n</name><story>s</story></patient>",
     1, "which is not of the form", AL_CONTENT_ERROR_SCHEMA},
    {"order", "<patient id=\"p\" schema=\"1\">\n<story>s</story>\n<name>n</name></patient>", 2,
     "'story' is out of order", AL_CONTENT_ERROR_SCHEMA},
    {"stray-text", "<patient id=\"p\" schema=\"1\">oops<name>n</name><story>s</story></patient>", 1,
     "no text of its own", AL_CONTENT_ERROR_SCHEMA},
    {"newer", "<patient id=\"p\" schema=\"2\">\n<future/></patient>", 1, "needs a newer Afterload",
     AL_CONTENT_ERROR_VERSION},
    {"other-root", "<preset/>", 1, "'patient' is expected", AL_CONTENT_ERROR_SCHEMA},
    {"empty-name", "<patient id=\"p\" schema=\"1\">\n<name> </name><story>s</story></patient>", 2,
     "'name' is empty", AL_CONTENT_ERROR_MEANING},
    {"unknown-parameter", HEAD "\n<set name=\"lv.ees\" value=\"1\"/></patient>", 5,
     "no parameter 'lv.ees'; did you mean 'lv.ees_mmhg_ml'?", AL_CONTENT_ERROR_MEANING},
    {"misspelt-parameter", HEAD "<set name=\"rythm.rate_bpm\" value=\"80\"/></patient>", 4,
     "did you mean 'rhythm.rate_bpm'?", AL_CONTENT_ERROR_MEANING},
    {"strange-parameter", HEAD "<set name=\"courage\" value=\"80\"/></patient>", 4,
     "\"afterload-cli parameters\" lists them all", AL_CONTENT_ERROR_MEANING},
    {"out-of-range", HEAD "<set name=\"lv.ees_mmhg_ml\" value=\"9\"/></patient>", 4,
     "from 0.2 to 6 mmHg/mL", AL_CONTENT_ERROR_MEANING},
    {"not-a-number", HEAD "<set name=\"lv.ees_mmhg_ml\" value=\"1,5\"/></patient>", 4,
     "must be a number", AL_CONTENT_ERROR_MEANING},
    {"no-such-word", HEAD "<set name=\"iabp.on\" value=\"yes\"/></patient>", 4, "may be: off, on",
     AL_CONTENT_ERROR_MEANING},
    {"infinite", HEAD "<set name=\"lv.ees_mmhg_ml\" value=\"inf\"/></patient>", 4,
     "must be a number", AL_CONTENT_ERROR_MEANING},
    {"twice",
     HEAD "<set name=\"iabp.on\" value=\"on\"/>\n<set name=\"iabp.on\" value=\"off\"/></patient>",
     5, "gets a value twice", AL_CONTENT_ERROR_MEANING},
};

static void
test_patient (gconstpointer data)
{
  const Broken *broken = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (broken->text, strlen (broken->text));
  g_autoptr (AlPatient) patient = al_patient_new_from_bytes (bytes, "some/file.xml", &error);

  g_assert_null (patient);
  g_assert_error (error, AL_CONTENT_ERROR, (int) broken->code);
  const char *messages[] = {error->message, NULL};
  test_assert_message (messages, "some/file.xml", broken->line, broken->words);
}

static void
assert_refused (const char *text, int line, const char *words)
{
  char *folder = test_folder_new ();
  g_autofree char *path = test_file_write (folder, "hostile.xml", text);
  const char *paths[] = {path, NULL};
  g_auto (GStrv) messages = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);

  test_assert_message ((const char *const *) messages, path, line, words);
  test_folder_remove (folder);
}

/* Expanded, this is a thousand million times "lol". */
static void
test_entity_bomb (void)
{
  GString *text = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE b [<!ENTITY l0 \"lol\">\n");

  for (int i = 1; i < 10; i++) {
    g_string_append_printf (text, "<!ENTITY l%d \"", i);
    for (int k = 0; k < 10; k++)
      g_string_append_printf (text, "&l%d;", i - 1);
    g_string_append (text, "\">\n");
  }
  g_string_append (text, "]>\n<patient id=\"p\" schema=\"1\"><name>&l9;</name></patient>");
  assert_refused (text->str, 2, "document type");
  g_string_free (text, TRUE);
}

static void
test_deep (void)
{
  GString *text = g_string_new ("<case>\n");

  for (int i = 0; i < 10000; i++)
    g_string_append (text, "<p>\n");
  assert_refused (text->str, 65, "nested more than 64 deep");
  g_string_free (text, TRUE);
}

static void
test_huge (void)
{
  GString *text = g_string_new ("<case>\n");

  while (text->len <= 10 * 1024 * 1024)
    g_string_append (text, "<page/>\n");
  assert_refused (text->str, 1, "larger than 4 MiB");
  g_string_free (text, TRUE);
}

/* As many mistakes as fit are told as a few of them. */
static void
test_many_mistakes (void)
{
  GString *text = g_string_new (HEAD);
  char *folder = test_folder_new ();

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<nonsense/>\n");
  g_string_append (text, "</patient>");
  g_autofree char *path = test_file_write (folder, "many.xml", text->str);
  const char *paths[] = {path, NULL};
  g_auto (GStrv) messages = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);
  g_assert_cmpuint (g_strv_length (messages), ==, 50);
  test_assert_message ((const char *const *) messages, path, 4, "'nonsense' is not expected");
  g_string_free (text, TRUE);
  test_folder_remove (folder);
}

/* The parser would compare each of them with all the others. */
static void
test_many_attributes (void)
{
  GString *text = g_string_new ("<patient\n");

  for (int i = 0; i < 300000; i++)
    g_string_append_printf (text, " a%d=\"\"", i);
  g_string_append (text, "/>");
  assert_refused (text->str, 2, "no element has so many attributes");
  g_string_free (text, TRUE);
}

static void
test_many_commands (void)
{
  GString *text = g_string_new (HEAD);

  for (int i = 0; i < 50000; i++)
    g_string_append (text, "<set name=\"iabp.on\" value=\"on\"/>\n");
  g_string_append (text, "</patient>");
  assert_refused (text->str, 1, "50000 values are set here; at most 1000");
  g_string_free (text, TRUE);
}

static void
test_unknown_kind (void)
{
  assert_refused ("<!-- a\n comment -->\n<recipe/>", 3, "'recipe' is not a kind of content");
}

static void
test_missing_file (void)
{
  const char *paths[] = {"no/such/file.xml", NULL};
  g_auto (GStrv) messages = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);

  test_assert_message ((const char *const *) messages, "no/such/file.xml", 1, "cannot be read");
}

/* An error in one file, and its line, for an author who asks for a whole folder. */
static void
test_folder (void)
{
  char *folder = test_folder_new ();
  g_autofree char *good =
      test_file_write (folder, "a/own.xml", HEAD "<set name=\"iabp.on\" value=\"on\"/></patient>");
  g_autofree char *bad =
      test_file_write (folder, "b/own-preset.xml",
                       "<preset id=\"o\" schema=\"1\"><name>n</name><description>d</description>\n"
                       "<scenario patient=\"nobody\"/><cannot-tell>c</cannot-tell></preset>");
  g_autofree char *uses =
      test_file_write (folder, "b/uses.xml",
                       "<preset id=\"u\" schema=\"1\"><name>n</name><description>d</description>\n"
                       "<scenario patient=\"p\" settle=\"20\"><at time=\"3\" name=\"ecmo.on\" "
                       "value=\"on\"/></scenario>"
                       "<cannot-tell>c</cannot-tell></preset>");
  const char *paths[] = {folder, NULL};
  g_auto (GStrv) messages = al_content_check_paths (paths, AL_CONTENT_CHECK_NONE, NULL);

  g_assert_cmpuint (g_strv_length (messages), ==, 1);
  test_assert_message ((const char *const *) messages, bad, 2, "there is no patient 'nobody'");
  test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (patients); i++) {
    g_autofree char *path = g_strdup_printf ("/content/broken/patient/%s", patients[i].name);
    g_test_add_data_func (path, &patients[i], test_patient);
  }
  g_test_add_func ("/content/broken/entity-bomb", test_entity_bomb);
  g_test_add_func ("/content/broken/deep", test_deep);
  g_test_add_func ("/content/broken/huge", test_huge);
  g_test_add_func ("/content/broken/many-mistakes", test_many_mistakes);
  g_test_add_func ("/content/broken/many-attributes", test_many_attributes);
  g_test_add_func ("/content/broken/many-commands", test_many_commands);
  g_test_add_func ("/content/broken/unknown-kind", test_unknown_kind);
  g_test_add_func ("/content/broken/missing-file", test_missing_file);
  g_test_add_func ("/content/broken/folder", test_folder);
  return g_test_run ();
}
