#pragma once
#include <zlib.h>

// A macro that Swift does not see.
static inline int cz_inflate_raw_init(z_stream *stream) { return inflateInit2(stream, -15); }
