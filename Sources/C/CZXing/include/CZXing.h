#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One QR code: UTF-8 text and its corners (clockwise from the code's own top left) in pixels.
typedef void (*czxing_visitor)(
  void *context, const char *text, size_t count, const double corners[8]);

/// Finds QR codes in a grey picture. Returns the number found, or -1 when the library failed.
int czxing_read_qr(
  const uint8_t *pixels, int width, int height, int stride, czxing_visitor visit, void *context);

#ifdef __cplusplus
}
#endif
