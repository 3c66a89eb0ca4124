/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"

G_BEGIN_DECLS

/*
 * The command line: everything that the window can show, for scripts, handouts and tests. One file
 * a command; nothing here knows a widget or XML. Standard output holds the result and nothing else,
 * in the same bytes on every machine; complaints go to standard error as sentences.
 */

/* How a command ends. */
#define AL_EXIT_OK     0
#define AL_EXIT_FAILED 1 /* what was asked for could not be done, or a check found errors */
#define AL_EXIT_USAGE  2 /* it was not clear what was asked for */

/**
 * AlCliFormats:
 * @words: %NULL-terminated names; the first one is the usual one
 * @help: what is said of them, untranslated
 *
 * In which forms a command can print.
 */
typedef struct {
  const char *const *words;
  const char *help;
} AlCliFormats;

int al_cli_main (int argc, char **argv);

GOptionContext *al_cli_context_new (const char *arguments, const char *summary);
gboolean al_cli_parse (GOptionContext *context, char ***argv);
gboolean al_cli_refuse_rest (char **argv);
gboolean al_cli_choose (const char *option, const char *word, const char *const *words,
                        guint *chosen);
gboolean al_cli_parse_format (char **argv, const char *summary, const AlCliFormats *formats,
                              guint *chosen);
void al_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
int al_cli_print (const char *text);

AlCatalogue *al_cli_open_catalogue (void);

/* The commands; each takes its own name as first argument and returns how it ended. */
int al_command_parameters (char **argv);
int al_command_patients (char **argv);
int al_command_presets (char **argv);
int al_command_cases (char **argv);
int al_command_evidence (char **argv);
int al_command_cite (char **argv);
int al_command_simulate (char **argv);
int al_command_render (char **argv);
int al_command_check (char **argv);
int al_command_validate (char **argv);
int al_command_bench (char **argv);

G_END_DECLS
