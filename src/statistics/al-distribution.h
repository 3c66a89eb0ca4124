/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double al_normal_two_sided_p (double z);
double al_chi_square_upper (double x, double degrees_of_freedom);

G_END_DECLS
