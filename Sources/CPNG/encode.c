#include <libdeflate.h>
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

/// The pixels as zlib's stream; allocated.
typedef struct {
  uint8_t *bytes;
  size_t count;
} packed;

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

/// Writes all; returns 0 after an error. It owns nothing, so that longjmp leaks nothing.
static int write_all(png_structp png, png_infop info, writing *state, const cpng_palette *palette,
                     const packed *packed, uint32_t width, uint32_t height, const char *description,
                     const cpng_settings *settings) {
  if (setjmp(png_jmpbuf(png))) return 0;
  png_set_write_fn(png, state, append, flush);
  int type = palette->lines ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB;
  png_set_IHDR(png, info, width, height, 8, type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (palette->lines) put_palette(png, info, palette);
  if (settings->pixels_per_metre) {
    png_set_pHYs(png, info, settings->pixels_per_metre, settings->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  if (description) put_description(png, info, description);
  png_write_info(png, info);
  png_write_chunk(png, (png_const_bytep) "IDAT", packed->bytes, packed->count);
  png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
  return 1;
}

/// Returns the pixels as PNG's lines of red, green and blue, NULL if memory is short.
static uint8_t *rgb_lines(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride) {
  uint8_t *lines = malloc(((size_t)width * 3 + 1) * height), *next = lines;
  for (uint32_t row = 0; lines && row < height; row++) {
    *next++ = PNG_FILTER_VALUE_NONE;
    for (uint32_t x = 0; x < width; x++) {
      uint32_t colour = pixels[row * stride + x];
      *next++ = (uint8_t)(colour >> 16);
      *next++ = (uint8_t)(colour >> 8);
      *next++ = (uint8_t)colour;
    }
  }
  return lines;
}

/// Compresses `count` bytes; `bytes` is NULL if memory is short.
static packed pack(const uint8_t *bytes, size_t count, int level) {
  packed result = {0};
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
  if (!compressor) return result;
  size_t bound = libdeflate_zlib_compress_bound(compressor, count);
  result.bytes = malloc(bound);
  if (result.bytes) result.count = libdeflate_zlib_compress(compressor, bytes, count, result.bytes, bound);
  libdeflate_free_compressor(compressor);
  return result;
}

cpng_result cpng_encode(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                        const char *description, cpng_settings settings) {
  cpng_result result = {0};
  writing state = {&result, 0};
  cpng_palette palette = {.lines = NULL};
  // A picture has the same bytes whatever memory there is, or none.
  int made = cpng_make_palette(pixels, width, height, stride, &palette);
  result.colours = palette.lines ? (uint32_t)palette.colour_count : 0;
  result.width = width;
  result.height = height;
  uint8_t *lines = made ? palette.lines : rgb_lines(pixels, width, height, stride);
  size_t pixel_bytes = palette.lines ? 1 : 3;
  packed packed = {0};
  if (lines) packed = pack(lines, (width * pixel_bytes + 1) * height, settings.level);
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &state, fail, ignore);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info || !packed.bytes) {
    strcpy(result.message, "out of memory");
  } else if (!write_all(png, info, &state, &palette, &packed, width, height, description, &settings)) {
    if (!result.message[0]) strcpy(result.message, "unknown error");
  }
  png_destroy_write_struct(&png, &info);
  free(packed.bytes);
  free(lines);
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
