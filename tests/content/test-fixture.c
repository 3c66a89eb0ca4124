/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-fixture.h"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->catalogue = al_catalogue_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->catalogue);
}

void
test_add (const char *path, gconstpointer data, TestFunc func)
{
  g_test_add (path, Fixture, data, set_up, func, tear_down);
}
