#include "palette.h"

#include <stdlib.h>
#include <string.h>

// Pictures with more colours than this are photographs; ours are blends of a dozen inks.
enum { colour_limit = 32768, table_size = 65536 };
// Colours are merged if no channel moves by more than this; the eye does not see it along the edge of a letter.
enum { first_merge = 2, last_merge = 20 };

typedef struct {
  uint32_t colour;
  uint32_t count;
  uint16_t number;
} entry;

typedef struct {
  /// Open addressing; 0 is free, else the entry's position plus 1.
  uint32_t slots[table_size];
  entry entries[colour_limit];
  uint32_t count;
} census;

static int number_of(census *census, uint32_t colour, uint32_t *number) {
  uint32_t slot = (colour * 2654435761u) >> 16;
  while (census->slots[slot] != 0) {
    uint32_t found = census->slots[slot] - 1;
    if (census->entries[found].colour == colour) {
      *number = found;
      return 1;
    }
    slot = (slot + 1) % table_size;
  }
  if (census->count == colour_limit) return 0;
  census->slots[slot] = census->count + 1;
  census->entries[census->count] = (entry){colour, 0, (uint16_t)census->count};
  *number = census->count++;
  return 1;
}

/// Whether a row repeats the one above, as most rows of a plane do; such a row is copied, not counted.
static int repeats(const uint32_t *pixels, uint32_t width, uint32_t row, size_t stride) {
  const uint32_t *line = pixels + row * stride;
  return row > 0 && memcmp(line, line - stride, (size_t)width * 4) == 0;
}

/// The end of the run of `colour` that covers `x`.
static uint32_t run_end(const uint32_t *line, uint32_t x, uint32_t width, uint32_t colour) {
  while (x + 8 <= width) {
    uint32_t differs = 0;
    for (int step = 0; step < 8; step++) differs |= line[x + step] ^ colour;
    if (differs & 0xffffff) break;
    x += 8;
  }
  while (x < width && (line[x] & 0xffffff) == colour) x++;
  return x;
}

/// Numbers the colours of all rows that do not repeat, in order of appearance.
static int number_pixels(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                         census *census, uint16_t *numbers, uint8_t *is_repeat) {
  for (uint32_t row = 0; row < height; row++) {
    const uint32_t *line = pixels + row * stride;
    uint16_t *out = numbers + (size_t)row * width;
    is_repeat[row] = (uint8_t)repeats(pixels, width, row, stride);
    if (is_repeat[row]) continue;
    for (uint32_t x = 0; x < width;) {
      uint32_t colour = line[x] & 0xffffff, number, start = x;
      if (!number_of(census, colour, &number)) return 0;
      uint32_t end = run_end(line, x, width, colour);
      while (x < end) out[x++] = (uint16_t)number;
      census->entries[number].count += x - start;
    }
  }
  return 1;
}

static int by_count(const void *left, const void *right) {
  const entry *a = left, *b = right;
  if (a->count != b->count) return a->count < b->count ? 1 : -1;
  return a->colour < b->colour ? -1 : a->colour > b->colour;
}

static int channel_distance(uint32_t a, uint32_t b) {
  int most = 0;
  for (int shift = 0; shift < 24; shift += 8) {
    int difference = abs((int)((a >> shift) & 255) - (int)((b >> shift) & 255));
    if (difference > most) most = difference;
  }
  return most;
}

/// The palette colour nearest to `colour`, and its distance.
static int nearest(const cpng_palette *palette, uint32_t colour, int *distance) {
  int best = 0;
  *distance = 256;
  for (int index = 0; index < palette->colour_count && *distance > 0; index++) {
    int here = channel_distance(palette->colours[index], colour);
    if (here < *distance) {
      *distance = here;
      best = index;
    }
  }
  return best;
}

/// Chooses colours, the most frequent first, so that every other is within `merge` of one.
static int choose(const entry *sorted, uint32_t count, int merge, cpng_palette *palette) {
  palette->colour_count = 0;
  for (uint32_t index = 0; index < count; index++) {
    int distance;
    nearest(palette, sorted[index].colour, &distance);
    if (distance <= merge) continue;
    if (palette->colour_count == cpng_palette_limit) return 0;
    palette->colours[palette->colour_count++] = sorted[index].colour;
  }
  return 1;
}

static int reduce(census *census, uint8_t *map, cpng_palette *palette) {
  qsort(census->entries, census->count, sizeof(entry), by_count);
  int merge = census->count <= cpng_palette_limit ? 0 : first_merge;
  while (!choose(census->entries, census->count, merge, palette)) {
    merge += 2;
    if (merge > last_merge) return 0;
  }
  for (uint32_t index = 0; index < census->count; index++) {
    int distance;
    map[census->entries[index].number] =
        (uint8_t)nearest(palette, census->entries[index].colour, &distance);
  }
  return 1;
}

int cpng_make_palette(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                      cpng_palette *palette) {
  size_t count = (size_t)width * height;
  census *found = calloc(1, sizeof *found);
  uint16_t *numbers = malloc(count * 2);
  uint8_t *map = malloc(colour_limit);
  uint8_t *is_repeat = malloc(height);
  palette->indices = malloc(count);
  int holds = found && numbers && map && is_repeat && palette->indices &&
              number_pixels(pixels, width, height, stride, found, numbers, is_repeat) &&
              reduce(found, map, palette);
  if (holds) {
    for (uint32_t row = 0; row < height; row++) {
      uint8_t *out = palette->indices + (size_t)row * width;
      const uint16_t *from = numbers + (size_t)row * width;
      if (is_repeat[row]) {
        memcpy(out, out - width, width);
      } else {
        for (uint32_t x = 0; x < width; x++) out[x] = map[from[x]];
      }
    }
  } else {
    free(palette->indices);
    palette->indices = NULL;
  }
  free(is_repeat);
  free(map);
  free(numbers);
  free(found);
  return holds;
}
