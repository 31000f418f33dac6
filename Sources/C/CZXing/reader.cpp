#define ZX_USE_UTF8 1
#include "CZXing.h"

#include <ZXing/ReadBarcode.h>

#include <string>

int czxing_read_qr(
    const uint8_t *pixels, int width, int height, int stride, czxing_visitor visit,
    void *context) try {
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  hints.setTryHarder(true);
  hints.setTryRotate(false);
  ZXing::ImageView view(pixels, width, height, ZXing::ImageFormat::Lum, stride);
  int found = 0;
  for (const auto &result : ZXing::ReadBarcodes(view, hints)) {
    if (!result.isValid()) continue;
    const std::string text = result.text();
    const auto &corners = result.position();
    double points[8];
    for (size_t i = 0; i < 4; i++) {
      points[2 * i] = corners[i].x;
      points[2 * i + 1] = corners[i].y;
    }
    visit(context, text.data(), text.size(), points);
    found++;
  }
  return found;
} catch (...) {
  return -1;
}
