/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gio/gio.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Longer than anything on the main loop waits before it lets go of a task itself. */
#define DELAY_US (100 * 1000)

/* In a test a thread lets go of its task later than the main loop does. A busy machine does that
 * once in some hundred runs; a widget or a session that goes with the task then goes in the thread.
 */
G_MODULE_EXPORT void
g_object_unref (gpointer object)
{
  static void (*real_unref) (gpointer);

  if (g_once_init_enter (&real_unref))
    g_once_init_leave (&real_unref, (void (*) (gpointer)) dlsym (RTLD_NEXT, "g_object_unref"));
  if (G_IS_TASK (object) && syscall (SYS_gettid) != getpid ())
    g_usleep (DELAY_US);
  real_unref (object);
}
