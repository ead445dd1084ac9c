#pragma once
#include <stddef.h>
#include <stdint.h>

/// Bytes or pixels that the shim has allocated; release them with cpng_free.
typedef struct {
  uint8_t *bytes;
  size_t count;
  /// For a decoded picture: width and height in pixels, and the number of palette colours (0 for RGB).
  uint32_t width, height, colours;
  /// What went wrong, in words; empty if nothing did.
  char message[120];
} cpng_result;

/// How the pixels are compressed.
typedef struct {
  /// libdeflate's level, 0 to 12.
  int level;
  /// Pixels in a metre, 0 to leave it open.
  uint32_t pixels_per_metre;
} cpng_settings;

/// Writes a PNG from `width` × `height` pixels 0x00RRGGBB whose rows are `stride` pixels apart.
///
/// Up to 256 colours make a palette. More are brought down to a palette if no channel moves by 20 of 255 or more;
/// the most frequent colours keep their exact values. Else the picture is RGB. `description` is UTF-8 or NULL.
cpng_result cpng_encode(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                        const char *description, cpng_settings settings);

/// Reads a PNG to pixels of four bytes, red, green, blue, alpha.
cpng_result cpng_decode(const uint8_t *bytes, size_t count);

/// Returns the UTF-8 text chunk "Description" as a zero-terminated string in `bytes`; NULL if there is none.
cpng_result cpng_description(const uint8_t *bytes, size_t count);

/// Releases what a result holds.
void cpng_free(cpng_result *result);
