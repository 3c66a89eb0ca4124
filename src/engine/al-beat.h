/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-beat-detector.h"
#include "al-indices.h"
#include "al-scai.h"
#include "al-slow.h"

G_BEGIN_DECLS

void al_beat_finish (const AlBeatDetector *detector, const AlCore *core, const AlSlow *slow,
                     const AlSettings *settings, AlIndices *indices);
void al_beat_judge (const AlIndices *indices, const AlSettings *settings, AlScai *scai);

G_END_DECLS
