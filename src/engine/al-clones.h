/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <features.h>

/*
 * One function, compiled for several generations of processor; the loader takes the best one. All
 * of them do the same elementary operations in the same order, so they give the same bytes.
 */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__)
#define AL_CLONES __attribute__ ((target_clones ("arch=x86-64-v4", "avx2", "default"), flatten))
#else
#define AL_CLONES __attribute__ ((flatten))
#endif
