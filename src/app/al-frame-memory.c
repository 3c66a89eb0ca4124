/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-frame-memory.h"

#include <malloc.h>

#define MMAP_FROM_BYTES  (64 << 20)
#define TRIM_ABOVE_BYTES (256 << 20)

/**
 * al_frame_memory_keep:
 *
 * Keeps in the heap what frames take and return. To be called before anything is drawn.
 *
 * Cairo and GTK take and return buffers of some hundred kilobytes in every frame. Kept, their pages
 * are faulted in once instead of sixty times a second.
 */
void
al_frame_memory_keep (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, MMAP_FROM_BYTES);
  mallopt (M_TRIM_THRESHOLD, TRIM_ABOVE_BYTES);
#endif
}
