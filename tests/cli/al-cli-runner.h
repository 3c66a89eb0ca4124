/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AlCliResult:
 * @status: exit status
 * @out: what stood on standard output
 * @err: what stood on standard error
 *
 * How a run of the program ended.
 */
typedef struct {
  int status;
  char *out;
  char *err;
} AlCliResult;

int al_cli_test_main (int argc, char **argv, void (*add_tests) (void));
void al_cli_setenv (const char *name, const char *value);
const char *al_cli_folder (void);
char *al_cli_file (const char *name);
AlCliResult *al_cli_run (const char *arguments);
AlCliResult *al_cli_succeed (const char *arguments);
void al_cli_refuse (const char *arguments, int status, const char *sentence);
void al_cli_result_free (AlCliResult *self);
JsonObject *al_cli_json (const char *arguments);
double al_cli_index (JsonObject *report, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlCliResult, al_cli_result_free)

G_END_DECLS
