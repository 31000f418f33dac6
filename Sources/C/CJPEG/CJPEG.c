// libjpeg ends the process on errors unless its error exit jumps away, and Swift cannot call setjmp.
#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

struct failure {
  struct jpeg_error_mgr base;
  jmp_buf escape;
  cjpeg_info *info;
};

static void leave(j_common_ptr common) {
  struct failure *failure = (struct failure *)common->err;
  char text[JMSG_LENGTH_MAX];
  common->err->format_message(common, text);
  snprintf(failure->info->message, sizeof failure->info->message, "%s", text);
  longjmp(failure->escape, 1);
}

static void note(j_common_ptr common, int level) {
  if (level >= 0) return;
  struct failure *failure = (struct failure *)common->err;
  common->err->num_warnings++;
  if (common->err->msg_code == JWRN_JPEG_EOF) failure->info->is_truncated = 1;
  if (failure->info->message[0] == 0) {
    char text[JMSG_LENGTH_MAX];
    common->err->format_message(common, text);
    snprintf(failure->info->message, sizeof failure->info->message, "%s", text);
  }
}

static void prepare(struct jpeg_decompress_struct *decoder, struct failure *failure, cjpeg_info *info) {
  memset(decoder, 0, sizeof *decoder);
  decoder->err = jpeg_std_error(&failure->base);
  failure->base.error_exit = leave;
  failure->base.emit_message = note;
  failure->info = info;
}

static void describe(struct jpeg_decompress_struct *decoder, cjpeg_info *info) {
  info->width = decoder->image_width;
  info->height = decoder->image_height;
  info->components = decoder->num_components;
  info->has_quantization = 0;
  if (decoder->comp_info == NULL) return;
  int slot = decoder->comp_info[0].quant_tbl_no;
  if (slot < 0 || slot >= NUM_QUANT_TBLS || decoder->quant_tbl_ptrs[slot] == NULL) return;
  info->has_quantization = 1;
  for (int i = 0; i < 64; i++) info->quantization[i] = decoder->quant_tbl_ptrs[slot]->quantval[i];
}

int cjpeg_inspect(
    const uint8_t *bytes, size_t count, cjpeg_info *info, cjpeg_marker_visitor visit,
    void *context) {
  struct jpeg_decompress_struct decoder;
  struct failure failure;
  memset(info, 0, sizeof *info);
  prepare(&decoder, &failure, info);
  if (setjmp(failure.escape)) {
    jpeg_destroy_decompress(&decoder);
    return 1;
  }
  jpeg_create_decompress(&decoder);
  jpeg_mem_src(&decoder, bytes, count);
  for (int code = JPEG_APP0; code <= JPEG_APP0 + 15; code++)
    jpeg_save_markers(&decoder, code, 0xFFFF);
  jpeg_read_header(&decoder, TRUE);
  describe(&decoder, info);
  if (visit != NULL)
    for (jpeg_saved_marker_ptr m = decoder.marker_list; m != NULL; m = m->next)
      visit(context, m->marker, m->data, m->data_length);
  jpeg_destroy_decompress(&decoder);
  return 0;
}

void cjpeg_scaled_size(const cjpeg_info *info, int numerator, uint32_t *width, uint32_t *height) {
  *width = (uint32_t)(((uint64_t)info->width * (uint64_t)numerator + 7) / 8);
  *height = (uint32_t)(((uint64_t)info->height * (uint64_t)numerator + 7) / 8);
}

// CMYK as Adobe writes it is inverted: white is 255 in each ink.
static void ink_to_rgb(uint8_t *row, uint32_t width, int is_inverted, const uint8_t *inks) {
  for (uint32_t x = 0; x < width; x++) {
    unsigned c = inks[4 * x], m = inks[4 * x + 1], y = inks[4 * x + 2], k = inks[4 * x + 3];
    if (!is_inverted) { c = 255 - c; m = 255 - m; y = 255 - y; k = 255 - k; }
    row[3 * x] = (uint8_t)(c * k / 255);
    row[3 * x + 1] = (uint8_t)(m * k / 255);
    row[3 * x + 2] = (uint8_t)(y * k / 255);
  }
}

int cjpeg_decode(
    const uint8_t *bytes, size_t count, int numerator, uint8_t *pixels, size_t capacity,
    cjpeg_info *info) {
  struct jpeg_decompress_struct decoder;
  struct failure failure;
  memset(info, 0, sizeof *info);
  prepare(&decoder, &failure, info);
  if (setjmp(failure.escape)) {
    jpeg_destroy_decompress(&decoder);
    return 1;
  }
  jpeg_create_decompress(&decoder);
  jpeg_mem_src(&decoder, bytes, count);
  jpeg_read_header(&decoder, TRUE);
  describe(&decoder, info);
  int is_ink = decoder.num_components == 4;
  decoder.out_color_space = is_ink ? JCS_CMYK : JCS_RGB;
  decoder.scale_num = (unsigned)numerator;
  decoder.scale_denom = 8;
  jpeg_start_decompress(&decoder);
  size_t stride = (size_t)decoder.output_width * 3;
  if (stride == 0 || capacity / stride < decoder.output_height) {
    snprintf(info->message, sizeof info->message, "unexpected picture size");
    jpeg_destroy_decompress(&decoder);
    return 1;
  }
  JSAMPARRAY inks = NULL;
  if (is_ink)
    inks = (*decoder.mem->alloc_sarray)(
      (j_common_ptr)&decoder, JPOOL_IMAGE, decoder.output_width * 4, 1);
  while (decoder.output_scanline < decoder.output_height) {
    JSAMPROW row = pixels + stride * decoder.output_scanline;
    if (is_ink) {
      uint8_t *target = row;
      jpeg_read_scanlines(&decoder, inks, 1);
      ink_to_rgb(target, decoder.output_width, decoder.saw_Adobe_marker, inks[0]);
    } else {
      jpeg_read_scanlines(&decoder, &row, 1);
    }
    // The library fills the rest with grey: stop at once, nothing below is the picture.
    if (info->is_truncated) {
      jpeg_destroy_decompress(&decoder);
      return 1;
    }
  }
  jpeg_finish_decompress(&decoder);
  jpeg_destroy_decompress(&decoder);
  return info->is_truncated ? 1 : 0;
}
