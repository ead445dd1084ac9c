// The Cairo and libpng calls of one picture and nothing else: no figure, no layout, no colours by role.
//
//   plot DRAWING NAME [REPEATS] [FILE.png]
//
// DRAWING is what `Benchmarks drawing NAME` prints, a list of numbers as Sources/Benchmarks/DrawingScript.swift says. The
// time is that of a new surface, every drawing call, and the PNG, which Sources/CPNG encodes as nnb does.
#include "CPNG.h"
#include <cairo-ft.h>
#include <math.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { double *numbers; size_t count, at; } script;
typedef struct { double shape, colours[6], radius; int phase_x, phase_y; cairo_surface_t *surface; } stamp;

static double seconds(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

static script read_script(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) { perror(path); exit(1); }
  script result = {NULL, 0, 0};
  size_t room = 0;
  double number;
  while (fscanf(file, "%lf", &number) == 1) {
    if (result.count == room) result.numbers = realloc(result.numbers, (room = room ? 2 * room : 4096) * sizeof number);
    result.numbers[result.count++] = number;
  }
  fclose(file);
  return result;
}

static double next(script *s) { return s->numbers[s->at++]; }

static void use_colour(script *s, cairo_t *c) {
  double r = next(s), g = next(s), b = next(s);
  cairo_set_source_rgb(c, r / 255, g / 255, b / 255);
}

static void trace(script *s, cairo_t *c, double unit) {
  int is_closed = next(s), count = next(s);
  for (int i = 0; i < count; i++) {
    double x = next(s) * unit, y = next(s) * unit;
    if (i) cairo_line_to(c, x, y); else cairo_move_to(c, x, y);
  }
  if (is_closed) cairo_close_path(c);
}

static void fill(script *s, cairo_t *c, double unit) {
  use_colour(s, c);
  for (int lines = next(s); lines > 0; lines--) trace(s, c, unit);
  cairo_fill(c);
}

static void stroke(script *s, cairo_t *c, double unit) {
  double dashes[8];
  use_colour(s, c);
  cairo_set_line_width(c, next(s) * unit);
  int count = next(s);
  for (int i = 0; i < count; i++) dashes[i] = next(s) * unit;
  cairo_set_dash(c, dashes, count, 0);
  for (int lines = next(s); lines > 0; lines--) trace(s, c, unit);
  cairo_stroke(c);
}

static void text(script *s, cairo_t *c, double unit, FT_Face face) {
  use_colour(s, c);
  double size = next(s) * unit;
  int is_upward = next(s);
  double x = next(s) * unit, y = next(s) * unit, advance = 0;
  int count = next(s);
  cairo_glyph_t *glyphs = malloc(count * sizeof *glyphs);
  for (int i = 0; i < count; i++) {
    glyphs[i] = (cairo_glyph_t){FT_Get_Char_Index(face, next(s)), advance, 0};
    advance += next(s) / 2048 * size;
  }
  cairo_matrix_t turned;
  if (is_upward) cairo_matrix_init(&turned, 0, -1, 1, 0, x, y); else cairo_matrix_init(&turned, 1, 0, 0, 1, x, y);
  cairo_set_font_size(c, size);
  cairo_save(c);
  cairo_set_matrix(c, &turned);
  cairo_show_glyphs(c, glyphs, count);
  cairo_restore(c);
  free(glyphs);
}

static void form(script *s, size_t outline, cairo_t *c, double size, const double *colour) {
  int corners = s->numbers[outline];
  for (int i = 0; i < corners; i++)
    cairo_line_to(c, s->numbers[outline + 1 + 2 * i] * size / 1000, s->numbers[outline + 2 + 2 * i] * size / 1000);
  if (corners) cairo_close_path(c); else cairo_arc(c, 0, 0, size, 0, 2 * M_PI);
  cairo_set_source_rgb(c, colour[0] / 255, colour[1] / 255, colour[2] / 255);
  cairo_fill(c);
}

// A marker is drawn once for each of its places inside a pixel and then stamped.
static void marker(script *s, cairo_t *c, double unit, stamp *stamps, int *made) {
  stamp kind = {.shape = next(s)};
  for (int i = 0; i < 6; i++) kind.colours[i] = next(s);
  kind.radius = next(s);
  double rim = next(s), x = next(s) * unit, y = next(s) * unit;
  size_t outline = s->at;
  s->at += 1 + 2 * (int)s->numbers[outline];
  long quarter_x = lround(x * 4), quarter_y = lround(y * 4);
  kind.phase_x = quarter_x & 3;
  kind.phase_y = quarter_y & 3;
  int reach = ceil(kind.radius * unit * 1.3) + 2, i = 0;
  while (i < *made && memcmp(&stamps[i], &kind, offsetof(stamp, surface))) i++;
  if (i == *made) {
    kind.surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 2 * reach + 1, 2 * reach + 1);
    cairo_t *own = cairo_create(kind.surface);
    cairo_translate(own, reach + kind.phase_x / 4.0, reach + kind.phase_y / 4.0);
    form(s, outline, own, kind.radius * unit, kind.colours);
    form(s, outline, own, (kind.radius - rim) * unit, kind.colours + 3);
    cairo_destroy(own);
    cairo_surface_flush(kind.surface);
    stamps[(*made)++] = kind;
  }
  cairo_set_source_surface(c, stamps[i].surface, (quarter_x >> 2) - reach, (quarter_y >> 2) - reach);
  cairo_paint(c);
}

static void prepare(cairo_t *c, cairo_font_face_t *font) {
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_face(c, font);
  cairo_set_font_options(c, options);
  cairo_font_options_destroy(options);
  cairo_set_fill_rule(c, CAIRO_FILL_RULE_WINDING);
  cairo_set_line_join(c, CAIRO_LINE_JOIN_ROUND);
}

static cpng_result picture(script *s, FT_Face face, cairo_font_face_t *font) {
  s->at = 0;
  int width = next(s), height = next(s), made = 0;
  double unit = next(s);
  uint32_t *pixels = calloc((size_t)width * height, sizeof *pixels);
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data((unsigned char *)pixels, CAIRO_FORMAT_RGB24, width, height, 4 * width);
  cairo_t *c = cairo_create(surface);
  stamp *stamps = calloc(1024, sizeof *stamps);
  prepare(c, font);
  use_colour(s, c);
  cairo_paint(c);
  while (s->at < s->count) {
    switch ((int)next(s)) {
    case 0: fill(s, c, unit); break;
    case 1: stroke(s, c, unit); break;
    case 2: text(s, c, unit, face); break;
    case 3: marker(s, c, unit, stamps, &made); break;
    }
  }
  cairo_surface_flush(surface);
  cpng_settings settings = {.level = 4, .pixels_per_metre = 7560};
  cpng_result result = cpng_encode(pixels, width, height, width, "", settings);
  for (int i = 0; i < made; i++) cairo_surface_destroy(stamps[i].surface);
  free(stamps);
  cairo_destroy(c);
  cairo_surface_destroy(surface);
  free(pixels);
  return result;
}

static int ascending(const void *a, const void *b) { return *(double *)a < *(double *)b ? -1 : *(double *)a > *(double *)b; }

int main(int count, char **words) {
  if (count < 3) { fprintf(stderr, "usage: plot DRAWING NAME [REPEATS] [FILE.png]\n"); return 64; }
  script s = read_script(words[1]);
  int repeats = count > 3 ? atoi(words[3]) : 21;
  FT_Library library;
  FT_Face face;
  if (FT_Init_FreeType(&library) || FT_New_Face(library, "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 0, &face)) return 1;
  cairo_font_face_t *font = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING);
  double *times = malloc(repeats * sizeof *times);
  size_t bytes = 0;
  for (int i = 0; i < repeats; i++) {
    double start = seconds();
    cpng_result result = picture(&s, face, font);
    times[i] = seconds() - start;
    bytes = result.count;
    if (i == 0 && count > 4) { FILE *file = fopen(words[4], "wb"); fwrite(result.bytes, 1, result.count, file); fclose(file); }
    cpng_free(&result);
  }
  qsort(times, repeats, sizeof *times, ascending);
  printf("{\"task\":\"plot\",\"peer\":\"C Cairo %s\",\"metric\":\"ms\",\"value\":%.5f,\"bytes\":%zu}\n", words[2],
         times[repeats / 2] * 1e3, bytes);
}
