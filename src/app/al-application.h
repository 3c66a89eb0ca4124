/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define AL_TYPE_APPLICATION (al_application_get_type ())

G_DECLARE_FINAL_TYPE (AlApplication, al_application, AL, APPLICATION, AdwApplication)

AlApplication *al_application_new (void);

G_END_DECLS
