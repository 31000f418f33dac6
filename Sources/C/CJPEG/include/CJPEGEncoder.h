#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What to write beside the pixels.
typedef struct {
  /// 1 to 100.
  int quality;
  /// Pixels per inch, 0 for none.
  int density;
  /// 1 to keep colour at full resolution (4:4:4), 0 for the usual halved colour (4:2:0).
  int full_colour;
} cjpeg_encoder_options;

/// Encodes rows of 8-bit samples without padding, 1 (grey) or 3 (red, green, blue) a pixel.
///
/// `app1` is written as one APP1 segment (Exif), if `app1_size` is not 0. On success returns 0 and a buffer that
/// `cjpeg_encoder_free` must free; else -1, with libjpeg's words in `message`.
int cjpeg_encode(const uint8_t *samples, int width, int height, int channels,
                 cjpeg_encoder_options options, const uint8_t *app1, size_t app1_size,
                 uint8_t **bytes, size_t *size, char message[200]);

void cjpeg_encoder_free(uint8_t *bytes);

#ifdef __cplusplus
}
#endif
