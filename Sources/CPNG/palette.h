#pragma once
#include <stddef.h>
#include <stdint.h>

enum { cpng_palette_limit = 256 };

/// A picture whose pixels are numbers of a palette.
typedef struct {
  uint32_t colours[cpng_palette_limit];
  int colour_count;
  /// PNG's lines: each row is the byte 0, which says that it is not filtered, and a byte a pixel; allocated.
  uint8_t *lines;
} cpng_palette;

/// Makes a palette picture; returns 0 if 256 colours cannot hold the picture, -1 if memory is short.
int cpng_make_palette(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                      cpng_palette *palette);
