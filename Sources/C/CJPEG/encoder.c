#include "CJPEGEncoder.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <jpeglib.h>

struct encoder_errors {
  struct jpeg_error_mgr base;
  jmp_buf escape;
  char *message;
};

static void fail(j_common_ptr info) {
  struct encoder_errors *errors = (struct encoder_errors *)info->err;
  char text[JMSG_LENGTH_MAX];
  info->err->format_message(info, text);
  snprintf(errors->message, 200, "%.199s", text);
  longjmp(errors->escape, 1);
}

static void stay_silent(j_common_ptr info) { (void)info; }

int cjpeg_encode(const uint8_t *samples, int width, int height, int channels,
                 cjpeg_encoder_options options, const uint8_t *app1, size_t app1_size,
                 uint8_t **bytes, size_t *size, char message[200]) {
  struct jpeg_compress_struct info;
  struct encoder_errors errors;
  // libjpeg writes the buffer and its length back only when it ends, so after a jump there is none.
  unsigned long length = 0;
  message[0] = 0;
  *bytes = NULL;
  *size = 0;
  if (width <= 0 || height <= 0 || (channels != 1 && channels != 3)) {
    snprintf(message, 200, "%d x %d samples of %d channels", width, height, channels);
    return -1;
  }
  if (app1_size > 65533) {
    snprintf(message, 200, "APP1 of %zu bytes is longer than 65533", app1_size);
    return -1;
  }
  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = fail;
  errors.base.output_message = stay_silent;
  errors.message = message;
  jpeg_create_compress(&info);
  if (setjmp(errors.escape)) {
    jpeg_destroy_compress(&info);
    return -1;
  }
  jpeg_mem_dest(&info, bytes, &length);
  info.image_width = (JDIMENSION)width;
  info.image_height = (JDIMENSION)height;
  info.input_components = channels;
  info.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, options.quality, TRUE);
  if (options.full_colour && channels == 3) {
    info.comp_info[0].h_samp_factor = 1;
    info.comp_info[0].v_samp_factor = 1;
  }
  if (options.density > 0) {
    info.density_unit = 1;
    info.X_density = (UINT16)options.density;
    info.Y_density = (UINT16)options.density;
  }
  jpeg_start_compress(&info, TRUE);
  if (app1_size > 0) jpeg_write_marker(&info, JPEG_APP0 + 1, app1, (unsigned int)app1_size);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = (JSAMPROW)(samples + (size_t)info.next_scanline * (size_t)width * (size_t)channels);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  *size = (size_t)length;
  return 0;
}

void cjpeg_encoder_free(uint8_t *bytes) { free(bytes); }
