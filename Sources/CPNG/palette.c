#include "palette.h"

#include <stdlib.h>
#include <string.h>

// Pictures with more colours than this are photographs; ours are blends of a dozen inks.
enum { colour_limit = 32768, table_size = 65536 };
// Blends that share a cell of the colour cube, at most this wide, become one; the eye does not see it along the
// edge of a letter. The inks themselves are the most frequent colours and stay exact.
enum { last_step = 20, exact_colours = 24, cell_slots = 1024 };

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

/// Pixels of one colour in a row.
typedef struct {
  uint16_t number;
  uint32_t end;
} run;

/// Numbers the colours of all rows that do not repeat, in order of appearance, and writes down their runs.
static int number_pixels(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                         census *census, run *runs, uint8_t *is_repeat) {
  for (uint32_t row = 0; row < height; row++) {
    const uint32_t *line = pixels + row * stride;
    is_repeat[row] = (uint8_t)repeats(pixels, width, row, stride);
    if (is_repeat[row]) continue;
    for (uint32_t x = 0; x < width;) {
      uint32_t colour = line[x] & 0xffffff, number;
      if (!number_of(census, colour, &number)) return 0;
      uint32_t end = run_end(line, x, width, colour);
      *runs++ = (run){(uint16_t)number, end};
      census->entries[number].count += end - x;
      x = end;
    }
  }
  return 1;
}

/// Fills a row with the palette's numbers of its runs; returns the runs of the next.
static const run *put_runs(uint8_t *row, uint32_t width, const run *runs, const uint8_t *map) {
  for (uint32_t x = 0; x < width; runs++) {
    uint8_t number = map[runs->number];
    uint32_t end = runs->end;
    // Edges of letters are runs of a pixel or two.
    if (end - x < 16) {
      while (x < end) row[x++] = number;
    } else {
      memset(row + x, number, end - x);
      x = end;
    }
  }
  return runs;
}

static int by_count(const void *left, const void *right) {
  const entry *a = left, *b = right;
  if (a->count != b->count) return a->count < b->count ? 1 : -1;
  return a->colour < b->colour ? -1 : a->colour > b->colour;
}

/// A table from cells of the colour cube to palette numbers; it never holds more than the palette.
typedef struct {
  uint32_t keys[cell_slots];
  /// 0 is free, else the palette number plus 1.
  uint16_t numbers[cell_slots];
} cells;

static uint32_t cell_of(uint32_t colour, uint32_t step) {
  return (((colour >> 16) & 255) / step) << 16 | (((colour >> 8) & 255) / step) << 8 | (colour & 255) / step;
}

static uint32_t slot_of(const cells *cells, uint32_t key) {
  uint32_t slot = (key * 2654435761u) >> 22;
  while (cells->numbers[slot] != 0 && cells->keys[slot] != key) slot = (slot + 1) % cell_slots;
  return slot;
}

/// Gives the most frequent colours numbers of their own and each cell of the others one; 0 if 256 are too few.
static int choose(const census *census, uint32_t step, uint8_t *map, cpng_palette *palette) {
  cells cells = {0};
  palette->colour_count = 0;
  for (uint32_t index = 0; index < census->count; index++) {
    const entry *entry = &census->entries[index];
    uint32_t key = cell_of(entry->colour, step), slot = slot_of(&cells, key);
    if (index < exact_colours || cells.numbers[slot] == 0) {
      if (palette->colour_count == cpng_palette_limit) return 0;
      palette->colours[palette->colour_count++] = entry->colour;
      if (cells.numbers[slot] == 0) {
        cells.keys[slot] = key;
        cells.numbers[slot] = (uint16_t)palette->colour_count;
      }
      map[entry->number] = (uint8_t)(palette->colour_count - 1);
    } else {
      map[entry->number] = (uint8_t)(cells.numbers[slot] - 1);
    }
  }
  return 1;
}

static int reduce(census *census, uint8_t *map, cpng_palette *palette) {
  qsort(census->entries, census->count, sizeof(entry), by_count);
  for (uint32_t step = 1; step <= last_step; step++) {
    if (choose(census, step, map, palette)) return 1;
  }
  return 0;
}

int cpng_make_palette(const uint32_t *pixels, uint32_t width, uint32_t height, size_t stride,
                      cpng_palette *palette) {
  size_t count = (size_t)width * height;
  census *found = calloc(1, sizeof *found);
  // At worst a run a pixel; what a picture does not need is never touched.
  run *runs = malloc(count * sizeof *runs);
  uint8_t *map = malloc(colour_limit);
  uint8_t *is_repeat = malloc(height);
  size_t line = (size_t)width + 1;
  palette->lines = malloc(line * height);
  int has_memory = found && runs && map && is_repeat && palette->lines;
  int holds = has_memory && number_pixels(pixels, width, height, stride, found, runs, is_repeat) &&
              reduce(found, map, palette);
  if (holds) {
    const run *next = runs;
    for (uint32_t row = 0; row < height; row++) {
      uint8_t *out = palette->lines + row * line;
      if (is_repeat[row]) {
        memcpy(out, out - line, line);
      } else {
        *out = 0;
        next = put_runs(out + 1, width, next, map);
      }
    }
  } else {
    free(palette->lines);
    palette->lines = NULL;
  }
  free(is_repeat);
  free(map);
  free(runs);
  free(found);
  return has_memory ? holds : -1;
}
