#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Draws UTF-8 text as a QR code, one byte a module (1 dark), without a quiet zone.
///
/// `level` is the error correction, 0 (the writer's choice, low) to 8 (the most). On success returns the number of modules a side and
/// puts side * side bytes into `modules`, which `czxing_free_modules` must free; else -1 with the reason in `message`.
int czxing_write_qr(const char *text, size_t size, int level, uint8_t **modules, char message[200]);

void czxing_free_modules(uint8_t *modules);

#ifdef __cplusplus
}
#endif
