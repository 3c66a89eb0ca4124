/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double al_normal_two_sided_p (double z);
double al_chi_square_upper (double x, double degrees_of_freedom);
double al_student_two_sided_p (double t, double degrees_of_freedom);
double al_student_quantile (double two_sided_p, double degrees_of_freedom);

G_END_DECLS
