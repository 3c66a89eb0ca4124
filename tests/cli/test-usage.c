/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli-runner.h"

#include <string.h>

static void
test_help (void)
{
  const char *const commands[] = {"parameters", "patients", "presets",  "cases",
                                  "evidence",   "cite",     "simulate", "render",
                                  "check",      "validate", "bench"};
  g_autoptr (AlCliResult) help = al_cli_succeed ("--help");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);
    g_autoptr (AlCliResult) own = al_cli_succeed (line);

    g_assert_nonnull (strstr (help->out, commands[i]));
    g_assert_nonnull (strstr (own->out, commands[i]));
  }
  g_assert_nonnull (strstr (help->out, "Not for patient care"));
}

static void
test_version (void)
{
  g_autoptr (AlCliResult) version = al_cli_succeed ("--version");

  g_assert_true (
      g_regex_match_simple ("^afterload-cli [0-9]+\\.[0-9]+\\.[0-9]+\n$", version->out, 0, 0));
}

static void
test_unknown_command (void)
{
  al_cli_refuse ("", 2, "--help' lists them");
  al_cli_refuse ("simmulate", 2, "There is no command 'simmulate'. 'afterload-cli --help' lists");
}

static void
test_unknown_options (void)
{
  al_cli_refuse ("simulate --patient ami-cs --nonsense", 2, "Unknown option --nonsense");
  al_cli_refuse ("simulate --patient ami-cs extra", 2, "'extra' is not expected here");
  al_cli_refuse ("parameters --format yaml", 2,
                 "--format is one of text, json, markdown; 'yaml' is not.");
  al_cli_refuse ("check", 2, "Name the files or folders");
}

static void
test_simulate_refuses (void)
{
  const struct {
    const char *arguments, *sentence;
  } cases[] = {
      {"", "Name a patient with --patient, or a preset with --preset."},
      {"--patient nobody", "There is no patient 'nobody'"},
      {"--preset nothing", "There is no preset 'nothing'"},
      {"--patient ami-cs --set lv.strength=2", "There is no parameter 'lv.strength'."},
      {"--patient ami-cs --set iabp.on", "'iabp.on' is not of the form NAME=VALUE."},
      {"--patient ami-cs --set iabp.on=perhaps", "iabp.on is one of off, on; 'perhaps' is not."},
      {"--patient ami-cs --set ecmo.flow_l_min=40",
       "ecmo.flow_l_min takes 0.5 to 6 L/min; '40' is not in that range."},
      {"--patient ami-cs --set ecmo.flow_l_min=4,5",
       "ecmo.flow_l_min takes 0.5 to 6 L/min; '4,5' is not"},
      {"--patient ami-cs --set ecmo.flow_l_min=nan",
       "ecmo.flow_l_min takes 0.5 to 6 L/min; 'nan' is not"},
      {"--patient ami-cs --at 30", "--at takes two words"},
      {"--patient ami-cs --at soon iabp.on=on", "--at takes a time"},
      {"--patient ami-cs --at -1 iabp.on=on", "--at takes a time"},
      {"--patient ami-cs --at 5 iabp.in=on", "There is no parameter 'iabp.in'."},
      {"--patient ami-cs --settle forever",
       "--settle takes 0 to 7200 seconds, and 'forever' is not that"},
      {"--patient ami-cs --run -1", "--run takes 0 to 7200 seconds"},
      {"--patient ami-cs --beats 0", "--beats takes 1 to 32 beats, and '0' is not that"},
      {"--patient ami-cs --trace @/t.csv --trace-interval-ms 0",
       "--trace-interval-ms takes 1 to 1000"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line = g_strdup_printf ("simulate %s", cases[i].arguments);
    al_cli_refuse (line, 2, cases[i].sentence);
  }
}

static void
test_render_refuses (void)
{
  al_cli_refuse ("render --patient ami-cs", 2, "Name the file to draw with --out.");
  al_cli_refuse ("render --patient ami-cs --out @/a.png --view pie", 2,
                 "--view is one of pv, waves, forest");
  al_cli_refuse ("render --patient ami-cs --out @/a.png --size big", 2,
                 "--size takes width and height");
  al_cli_refuse ("render --patient ami-cs --out @/a.png --style pink", 2,
                 "There is no style 'pink'");
  al_cli_refuse ("render --patient ami-cs --out @/a.png --compare nothing", 2,
                 "There is no preset 'nothing'");
  al_cli_refuse ("render --view forest --forest none --out @/a.png", 2,
                 "There is no forest plot 'none'");
}

static void
add_tests (void)
{
  g_test_add_func ("/usage/help", test_help);
  g_test_add_func ("/usage/version", test_version);
  g_test_add_func ("/usage/unknown-command", test_unknown_command);
  g_test_add_func ("/usage/unknown-options", test_unknown_options);
  g_test_add_func ("/usage/simulate-refuses", test_simulate_refuses);
  g_test_add_func ("/usage/render-refuses", test_render_refuses);
}

int
main (int argc, char **argv)
{
  return al_cli_test_main (argc, argv, add_tests);
}
