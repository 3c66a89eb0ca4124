/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-figure.h"
#include "al-run.h"

G_BEGIN_DECLS

/**
 * AlPicture:
 *
 * Finished runs that become one figure: some to compare with, and the one that matters on top.
 */
typedef struct _AlPicture AlPicture;

AlPicture *al_picture_new (AlFigureView view);
void al_picture_free (AlPicture *self);
gboolean al_picture_add (AlPicture *self, const AlRunPlan *plan);
gboolean al_picture_write (AlPicture *self, AlPage *page, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlPicture, al_picture_free)

G_END_DECLS
