/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <malloc.h>

#include <glib/gi18n.h>

#include "al-application.h"

/* Cairo and GTK take and return buffers of this size in every frame. Kept in the heap, their pages
 * are faulted in once instead of sixty times a second. */
static void
keep_frame_buffers (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 64 << 20);
  mallopt (M_TRIM_THRESHOLD, 256 << 20);
#endif
}

int
main (int argc, char *argv[])
{
  g_autoptr (AlApplication) application = NULL;

  keep_frame_buffers ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = al_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
