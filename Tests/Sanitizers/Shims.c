// Drives the shims around cmark-gfm, libpng and the signal handler: every file named, whole and with bytes changed by
// chance, is read as Markdown and as a PNG; pictures of many sizes are written and read back; a defect starts it anew.
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sanitizer/lsan_interface.h>

#include "CCMarkGFM.h"
#include "CPNG.h"
#include "CRescue.h"

static uint64_t state = 1;

/// A number below `bound`, by splitmix64: the same ones in every run.
static size_t below(size_t bound) {
  uint64_t z = state += 0x9E3779B97F4A7C15;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return (size_t)((z ^ z >> 31) % bound);
}

static void demand(int holds, const char *what) {
  if (holds) return;
  fprintf(stderr, "%s\n", what);
  exit(1);
}

static size_t length(const char *text) { return text ? strlen(text) : 0; }

/// Reads of every node what NotebookFormat reads, and returns how many bytes of text there were.
static size_t read_tree(const char *bytes, size_t count) {
  ccmark_document *document = ccmark_parse(bytes, count);
  if (!document) return 0;
  size_t read = 0;
  cmark_iter *nodes = cmark_iter_new(ccmark_root(document));
  for (cmark_event_type event; (event = cmark_iter_next(nodes)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(nodes);
    if (event == CMARK_EVENT_EXIT) continue;
    read += (size_t)ccmark_node_kind(node);
    read += length(cmark_node_get_literal(node)) + length(cmark_node_get_fence_info(node));
    read += length(cmark_node_get_url(node)) + length(cmark_node_get_title(node));
    ccmark_kind kind = ccmark_node_kind(node);
    if (kind == CCMARK_PARAGRAPH || kind == CCMARK_HEADING || kind == CCMARK_TABLE_CELL)
      read += length(ccmark_inline_source(node));
  }
  cmark_iter_free(nodes);
  size_t dropped = ccmark_dropped_count(document);
  for (size_t i = 0; i < dropped; i++) read += (size_t)ccmark_dropped_line(document, i);
  ccmark_free(document);
  return read;
}

static void read_picture(const uint8_t *bytes, size_t count) {
  cpng_result picture = cpng_decode(bytes, count), words = cpng_description(bytes, count);
  for (size_t i = 0; i < picture.count; i++) below(1 + picture.bytes[i] % 2);
  cpng_free(&picture);
  cpng_free(&words);
}

/// Takes bytes out of a text, writes others over them, or doubles some; returns the new count.
static size_t change(char *bytes, size_t count, size_t room) {
  static const char marks[] = "$`\\[]()!*_~|#>-\n\t\"<&:^ 0\0\xff\xe2";
  for (size_t left = 1 + below(8); left > 0 && count > 0; left--) {
    size_t at = below(count), size = 1 + below(count - at < 40 ? count - at : 40);
    switch (below(4)) {
      case 0: memmove(bytes + at, bytes + at + size, count - at - size), count -= size; break;
      case 1: bytes[at] = (char)below(256); break;
      case 2: memset(bytes + at, marks[below(sizeof marks)], size); break;
      default:
        if (count + size > room) break;
        memmove(bytes + at + size, bytes + at, count - at), count += size;
    }
  }
  return count;
}

static void read_file(const char *name) {
  enum { MOST = 1 << 18, VARIANTS = 150 };
  static char whole[MOST];
  FILE *file = fopen(name, "rb");
  demand(file != NULL, name);
  size_t count = fread(whole, 1, MOST, file);
  fclose(file);
  for (int variant = 0; variant < VARIANTS; variant++) {
    size_t from = variant ? below(count) : 0, most = count - from < 6000 ? count - from : 6000;
    int is_picture = strstr(name, ".png") != NULL;
    if (!variant || is_picture) from = 0, most = count;
    // In memory of exactly its size, so that a byte too far is seen.
    char *bytes = malloc(2 * most + 1);
    demand(bytes != NULL, "out of memory");
    memcpy(bytes, whole + from, most);
    size_t size = variant ? change(bytes, most, 2 * most) : most;
    char *exact = malloc(size ? size : 1);
    demand(exact != NULL, "out of memory");
    memcpy(exact, bytes, size);
    if (is_picture) read_picture((uint8_t *)exact, size);
    else demand(read_tree(exact, size) > 0 || variant, "a notebook without a tree");
    free(exact);
    free(bytes);
  }
}

static void write_pictures(void) {
  for (int round = 0; round < 300; round++) {
    uint32_t width = 1 + (uint32_t)below(70), height = 1 + (uint32_t)below(40);
    size_t stride = width + below(5), colours = (size_t)1 << below(11);
    uint32_t *pixels = malloc(stride * height * sizeof *pixels);
    demand(pixels != NULL, "out of memory");
    for (size_t i = 0; i < stride * height; i++) pixels[i] = (uint32_t)(below(colours) * 0x9E3779B1u) & 0xFFFFFF;
    const char *words = below(2) ? "wörds" : NULL;
    cpng_settings settings = {(int)below(13), (uint32_t)below(2) * 5000};
    cpng_result file = cpng_encode(pixels, width, height, stride, words, settings);
    demand(file.bytes != NULL, file.message);
    cpng_result back = cpng_decode(file.bytes, file.count), said = cpng_description(file.bytes, file.count);
    demand(back.width == width && back.height == height, back.message);
    demand(back.count == (size_t)width * height * 4, "there are not four bytes a pixel");
    demand(words ? said.bytes && !strcmp((char *)said.bytes, words) : !said.bytes, "the description differs");
    for (uint32_t row = 0; colours <= 256 && row < height; row++)
      for (uint32_t x = 0; x < width; x++) {
        const uint8_t *pixel = back.bytes + 4 * ((size_t)row * width + x);
        uint32_t colour = (uint32_t)pixel[0] << 16 | (uint32_t)pixel[1] << 8 | pixel[2];
        demand(colour == pixels[row * stride + x], "a pixel differs");
      }
    for (int variant = 0; variant < 5; variant++) {
      char *bytes = malloc(2 * file.count);
      demand(bytes != NULL, "out of memory");
      memcpy(bytes, file.bytes, file.count);
      read_picture((uint8_t *)bytes, change(bytes, file.count, 2 * file.count));
      free(bytes);
    }
    cpng_free(&said);
    cpng_free(&back);
    cpng_free(&file);
    free(pixels);
  }
}

int main(int count, char **names) {
  const char *note = getenv(RESCUE_VARIABLE);
  if (note) {
    demand(strlen(note) > 60000 && strstr(note, " 7:6") != NULL, "the note of the first life differs");
    return 0;
  }
  for (int i = 1; i < count; i++) read_file(names[i]);
  write_pictures();
  printf("shims: %d files\n", count - 1);
  fflush(stdout);
  __lsan_do_leak_check();  // Nothing would be left to look at after the defect.
  static char words[70000];
  memset(words, 'w', sizeof words - 1);
  rescue_begin(names);
  rescue_guard_stack();
  rescue_note(words);
  rescue_place(7);
  raise(SIGABRT);
  return 1;
}
