#include "CZXingWriter.h"

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

extern "C" int czxing_write_qr(const char *text, size_t size, int level, uint8_t **modules,
                               char message[200]) try {
  *modules = nullptr;
  auto writer = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                    .setEncoding(ZXing::CharacterSet::UTF8)
                    .setEccLevel(level)
                    .setMargin(0);
  const ZXing::BitMatrix matrix = writer.encode(std::string(text, size), 0, 0);
  const int side = matrix.width();
  auto *bytes = static_cast<uint8_t *>(std::malloc(static_cast<size_t>(side) * side));
  if (bytes == nullptr) return -1;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) bytes[y * side + x] = matrix.get(x, y) ? 1 : 0;
  *modules = bytes;
  return side;
} catch (const std::exception &error) {
  std::snprintf(message, 200, "%.199s", error.what());
  return -1;
} catch (...) {
  std::snprintf(message, 200, "the QR writer failed");
  return -1;
}

extern "C" void czxing_free_modules(uint8_t *modules) { std::free(modules); }
