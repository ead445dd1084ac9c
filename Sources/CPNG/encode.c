#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "CPNG.h"
#include "palette.h"

/// What libpng's callbacks share; it lives outside of the frames that longjmp leaves.
typedef struct {
  cpng_result *result;
  size_t capacity;
} writing;

static void fail(png_structp png, png_const_charp message) {
  writing *state = png_get_error_ptr(png);
  strncpy(state->result->message, message, sizeof state->result->message - 1);
  png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp message) {
  (void)png;
  (void)message;
}

static void append(png_structp png, png_bytep bytes, size_t count) {
  writing *state = png_get_io_ptr(png);
  cpng_result *result = state->result;
  if (result->count + count > state->capacity) {
    size_t capacity = 2 * (result->count + count);
    uint8_t *grown = realloc(result->bytes, capacity);
    if (!grown) png_error(png, "out of memory");
    result->bytes = grown;
    state->capacity = capacity;
  }
  memcpy(result->bytes + result->count, bytes, count);
  result->count += count;
}

static void flush(png_structp png) { (void)png; }

static void put_description(png_structp png, png_infop info, const char *description) {
  png_text text = {0};
  text.compression = PNG_ITXT_COMPRESSION_NONE;
  text.key = (char *)"Description";
  text.text = (char *)description;
  text.itxt_length = strlen(description);
  text.lang = (char *)"en";
  text.lang_key = (char *)"";
  png_set_text(png, info, &text, 1);
}

static void put_palette(png_structp png, png_infop info, const cpng_palette *palette) {
  png_color colours[cpng_palette_limit];
  for (int index = 0; index < palette->colour_count; index++) {
    uint32_t colour = palette->colours[index];
    colours[index] = (png_color){(png_byte)(colour >> 16), (png_byte)(colour >> 8), (png_byte)colour};
  }
  png_set_PLTE(png, info, colours, palette->colour_count);
}

static void put_rows(png_structp png, const cpng_palette *palette, const uint32_t *pixels, uint32_t width,
                     uint32_t height, size_t stride, uint8_t *line) {
  for (uint32_t row = 0; row < height; row++) {
    if (palette->indices) {
      png_write_row(png, palette->indices + (size_t)row * width);
      continue;
    }
    for (uint32_t x = 0; x < width; x++) {
      uint32_t colour = pixels[row * stride + x];
      line[3 * x] = (uint8_t)(colour >> 16);
      line[3 * x + 1] = (uint8_t)(colour >> 8);
      line[3 * x + 2] = (uint8_t)colour;
    }
    png_write_row(png, line);
  }
}

/// Writes all; returns 0 after an error. It owns nothing, so that longjmp leaks nothing.
static int write_all(png_structp png, png_infop info, writing *state, const cpng_palette *palette,
                     const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride, uint8_t *line,
                     const char *description, const cpng_settings *settings) {
  if (setjmp(png_jmpbuf(png))) return 0;
  png_set_write_fn(png, state, append, flush);
  png_set_compression_level(png, settings->level);
  png_set_compression_strategy(png, settings->strategy);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, settings->filter);
  // Every index comes from the palette; libpng would look at each pixel once more.
  png_set_check_for_invalid_index(png, 0);
  int type = palette->indices ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB;
  png_set_IHDR(png, info, width, height, 8, type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (palette->indices) put_palette(png, info, palette);
  if (settings->pixels_per_metre) {
    png_set_pHYs(png, info, settings->pixels_per_metre, settings->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  if (description) put_description(png, info, description);
  png_write_info(png, info);
  put_rows(png, palette, pixels, width, height, stride, line);
  png_write_end(png, info);
  return 1;
}

cpng_result cpng_encode(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                        const char *description, cpng_settings settings) {
  cpng_result result = {0};
  writing state = {&result, 0};
  cpng_palette palette = {.indices = NULL};
  cpng_make_palette(pixels, width, height, stride, &palette);
  result.colours = palette.indices ? (uint32_t)palette.colour_count : 0;
  result.width = width;
  result.height = height;
  uint8_t *line = palette.indices ? NULL : malloc((size_t)width * 3);
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &state, fail, ignore);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info || (!palette.indices && !line)) {
    strcpy(result.message, "out of memory");
  } else if (!write_all(png, info, &state, &palette, pixels, width, height, stride, line, description,
                        &settings)) {
    if (!result.message[0]) strcpy(result.message, "unknown error");
  }
  png_destroy_write_struct(&png, &info);
  free(palette.indices);
  free(line);
  if (result.message[0]) {
    free(result.bytes);
    result.bytes = NULL;
    result.count = 0;
  }
  return result;
}

void cpng_free(cpng_result *result) {
  free(result->bytes);
  result->bytes = NULL;
  result->count = 0;
}
