#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "CPNG.h"

/// What libpng's callbacks share; it lives outside of the frames that longjmp leaves.
typedef struct {
  cpng_result *result;
  const uint8_t *bytes;
  size_t count, position;
} reading;

static void fail(png_structp png, png_const_charp message) {
  reading *state = png_get_error_ptr(png);
  strncpy(state->result->message, message, sizeof state->result->message - 1);
  png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void take(png_structp png, png_bytep out, size_t count) {
  reading *state = png_get_io_ptr(png);
  if (count > state->count - state->position) png_error(png, "the file ends too early");
  memcpy(out, state->bytes + state->position, count);
  state->position += count;
}

/// As many as are ever encoded.
enum { pixel_limit = 16000000 };

static void read_head(png_structp png, png_infop info, reading *state) {
  png_set_read_fn(png, state, take);
  png_set_user_limits(png, 16000, 16000);
  png_read_info(png, info);
  state->result->width = png_get_image_width(png, info);
  state->result->height = png_get_image_height(png, info);
  if ((uint64_t)state->result->width * state->result->height > pixel_limit) {
    png_error(png, "it has more than 16,000,000 pixels");
  }
  png_colorp colours;
  int count = 0;
  if (png_get_PLTE(png, info, &colours, &count)) state->result->colours = (uint32_t)count;
}

static int read_pixels(png_structp png, png_infop info, reading *state) {
  if (setjmp(png_jmpbuf(png))) return 0;
  read_head(png, info, state);
  png_set_expand(png);
  png_set_strip_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  cpng_result *result = state->result;
  size_t row_bytes = (size_t)result->width * 4;
  result->count = row_bytes * result->height;
  result->bytes = calloc(result->count, 1);
  if (!result->bytes) png_error(png, "out of memory");
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t row = 0; row < result->height; row++) {
      png_read_row(png, result->bytes + row * row_bytes, NULL);
    }
  }
  png_read_end(png, NULL);
  return 1;
}

static int read_description(png_structp png, png_infop info, reading *state) {
  if (setjmp(png_jmpbuf(png))) return 0;
  read_head(png, info, state);
  png_textp texts;
  int count = 0;
  png_get_text(png, info, &texts, &count);
  for (int index = 0; index < count; index++) {
    if (strcmp(texts[index].key, "Description") != 0) continue;
    size_t size = strlen(texts[index].text);
    state->result->bytes = malloc(size + 1);
    if (!state->result->bytes) png_error(png, "out of memory");
    memcpy(state->result->bytes, texts[index].text, size + 1);
    state->result->count = size;
    break;
  }
  return 1;
}

static cpng_result read(const uint8_t *bytes, size_t count, int (*work)(png_structp, png_infop, reading *)) {
  cpng_result result = {0};
  reading state = {&result, bytes, count, 0};
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &state, fail, ignore);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    strcpy(result.message, "out of memory");
  } else if (!work(png, info, &state)) {
    if (!result.message[0]) strcpy(result.message, "unknown error");
    cpng_free(&result);
  }
  png_destroy_read_struct(&png, &info, NULL);
  return result;
}

cpng_result cpng_decode(const uint8_t *bytes, size_t count) { return read(bytes, count, read_pixels); }

cpng_result cpng_description(const uint8_t *bytes, size_t count) {
  return read(bytes, count, read_description);
}
