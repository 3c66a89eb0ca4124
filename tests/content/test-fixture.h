/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-catalogue.h"

G_BEGIN_DECLS

/* What most tests of the content look into. */
typedef struct {
  AlCatalogue *catalogue; /* of what is built in */
} Fixture;

typedef void (*TestFunc) (Fixture *fixture, gconstpointer data);

void test_add (const char *path, gconstpointer data, TestFunc func);

G_END_DECLS
