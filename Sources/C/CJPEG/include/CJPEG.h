#pragma once
#include <stddef.h>
#include <stdint.h>

/// What the decoder says of a JPEG. Messages are the library's own.
typedef struct {
  uint32_t width;
  uint32_t height;
  /// 1 grey, 3 YCbCr or RGB, 4 CMYK or YCCK.
  int components;
  /// Whether the first quantization table was given, and it in natural order.
  int has_quantization;
  uint16_t quantization[64];
  /// Set when the data ends before the picture does.
  int is_truncated;
  char message[200];
} cjpeg_info;

/// Called with the code (0xE0...) and the bytes of each APP marker.
typedef void (*cjpeg_marker_visitor)(void *context, int code, const uint8_t *bytes, size_t count);

/// Reads the header. Returns 0, or 1 with `info->message`.
int cjpeg_inspect(
  const uint8_t *bytes, size_t count, cjpeg_info *info, cjpeg_marker_visitor visit, void *context);

/// The size of the picture scaled by `numerator`/8 (1 to 8).
void cjpeg_scaled_size(const cjpeg_info *info, int numerator, uint32_t *width, uint32_t *height);

/// Decodes to RGB at `numerator`/8 into `pixels`, `capacity` bytes of rows without padding.
/// Returns 0, or 1 with `info->message`; a truncated picture returns 1 with `is_truncated` set.
int cjpeg_decode(
  const uint8_t *bytes, size_t count, int numerator, uint8_t *pixels, size_t capacity,
  cjpeg_info *info);
