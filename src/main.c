/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "al-application.h"
#include "al-frame-memory.h"

int
main (int argc, char *argv[])
{
  g_autoptr (AlApplication) application = NULL;

  al_frame_memory_keep ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = al_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
