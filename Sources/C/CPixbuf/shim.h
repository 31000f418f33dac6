#pragma once
// GLib and cairo declarations must come from one module each, or the strict import checks see copies.
#pragma clang module import CGLib
#pragma clang module import CCairo
#include <gdk-pixbuf/gdk-pixbuf.h>

// The only clock that animations take is deprecated, and Swift has no way to use what is.
static inline GdkPixbufAnimationIter *cpixbuf_frames(GdkPixbufAnimation *animation) {
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GTimeVal start = {0, 0};
  return gdk_pixbuf_animation_get_iter(animation, &start);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

// Goes to what is shown so many milliseconds after the beginning.
static inline void cpixbuf_advance(GdkPixbufAnimationIter *frames, glong milliseconds) {
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GTimeVal time = {milliseconds / 1000, milliseconds % 1000 * 1000};
  gdk_pixbuf_animation_iter_advance(frames, &time);
  G_GNUC_END_IGNORE_DEPRECATIONS
}
