#include "CCMarkGFM.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm/chunk.h>
#include <cmark-gfm/node.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// cmark keeps its registry of extensions and its table of special characters in globals, and
// changes the latter while it parses: two parses at once would lose each other's `$`.
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;

// MARK: Memory

// All memory of one parse: taken in pieces, given back at once. cmark expands link references
// without bound and cannot be told that memory is short, so that a parse which wants too much is
// left by a jump.
enum { piece_size = 1 << 18, most_bytes = 256 << 20, most_dropped = 100 };

typedef struct piece {
  struct piece *next;
  size_t used, size;
} piece;

struct ccmark_document {
  // The document whose tree is being read while this one is parsed.
  ccmark_document *outer;
  piece *pieces;
  size_t total;
  bool is_parsing;
  jmp_buf too_much;
  cmark_node *root;
  size_t dropped_count;
  int dropped_lines[most_dropped];
};

// The document of this thread from its parse until it is given back: cmark's allocators take no
// context, and reading a node's text may ask for memory too.
static _Thread_local ccmark_document *current;

static _Noreturn void give_up(void) {
  // Reading a parsed tree copies each text once: that much there must be.
  if (!current || !current->is_parsing) abort();
  longjmp(current->too_much, 1);
}

static void *take(size_t size) {
  // Each block knows its size, which moving it to a larger one needs.
  size_t needed = (size + 15) / 16 * 16 + 16;
  piece *first = current->pieces;
  if (!first || first->size - first->used < needed) {
    size_t room = needed > piece_size ? needed : piece_size;
    current->total += room;
    if (needed < size || (current->is_parsing && current->total > most_bytes)) give_up();
    first = calloc(1, sizeof(piece) + 16 + room);
    if (!first) give_up();
    *first = (piece){current->pieces, 0, room};
    current->pieces = first;
  }
  size_t *block = (size_t *)((char *)first + (sizeof(piece) + 15) / 16 * 16 + first->used);
  first->used += needed;
  block[0] = size;
  return block + 2;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size && count > most_bytes / size) give_up();
  return take(count * size);
}

static void *arena_realloc(void *old, size_t size) {
  size_t old_size = old ? ((size_t *)old)[-2] : 0;
  if (size <= old_size) return old;
  void *new = take(size);
  if (old) memcpy(new, old, old_size);
  return new;
}

static cmark_mem arena;

// Memory goes back all at once, but what is given back is looked at: the only blocks of code that
// cmark throws away are those of footnotes that nothing refers to.
static void arena_free(void *block) {
  if (!block || !current || !current->is_parsing) return;
  if (((size_t *)block)[-2] != sizeof(cmark_node)) return;
  const cmark_node *node = block;
  if (node->content.mem != &arena || node->type != CMARK_NODE_CODE_BLOCK) return;
  if (current->dropped_count == most_dropped) return;
  current->dropped_lines[current->dropped_count++] = node->start_line;
}

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

void ccmark_free(ccmark_document *document) {
  for (piece *next, *piece = document->pieces; piece; piece = next) {
    next = piece->next;
    free(piece);
  }
  if (current == document) current = document->outer;
  free(document);
}

// MARK: Maths

enum { longest_run = 80 };

// What is known about the dollars of the text being parsed, so that each is looked at once.
typedef struct {
  const unsigned char *text;
  bufsize_t count;
  // Where the last run of n backticks begins, or -1: whether a run can open a code span.
  bufsize_t last_run[longest_run + 1];
  // Up to where the search for a closing `$` and `$$`, for `$` behind a command and for "`$" is known to fail,
  // whoever asks.
  bufsize_t failed_until[5];
} math_state;

// What the user data of a formula's node points to.
static char math_mark;

static bool is_blank(unsigned char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bufsize_t run_length(const math_state *state, bufsize_t at, unsigned char c) {
  bufsize_t end = at;
  while (end < state->count && state->text[end] == c) end++;
  return end - at;
}

// Learns where the backtick runs of a new text are.
static void begin_text(math_state *state, const cmark_chunk *chunk) {
  if (state->text == chunk->data && state->count == chunk->len) return;
  state->text = chunk->data;
  state->count = chunk->len;
  memset(state->failed_until, 0, sizeof state->failed_until);
  for (int n = 0; n <= longest_run; n++) state->last_run[n] = -1;
  for (bufsize_t at = 0; at < state->count; at++) {
    bufsize_t run = run_length(state, at, '`');
    if (run == 0) continue;
    if (run <= longest_run) state->last_run[run] = at;
    at += run - 1;
  }
}

// Whether a command stands right behind the dollar at `opener`.
static bool begins_with_command(const math_state *state, bufsize_t opener, bufsize_t width) {
  return width == 1 && opener + 1 < state->count && state->text[opener + 1] == '\\';
}

// Whether the dollars at `at` close a formula that `width` dollars opened at `opener`.
static bool closes(const math_state *state, bufsize_t opener, bufsize_t at, bufsize_t width) {
  const unsigned char *text = state->text;
  if (at <= opener + width) return false;
  if (width == 2) return at + 1 < state->count && text[at + 1] == '$';
  if (is_blank(text[at - 1])) return false;
  unsigned char next = at + 1 < state->count ? text[at + 1] : ' ';
  // `$5 or $7` are prices, `5$\times$5` is a product.
  return next < '0' || next > '9' || begins_with_command(state, opener, width);
}

// Returns where the formula between "$`" and "`$" closes, whose dollar stands at `opener`, or -1.
static bufsize_t find_backtick_closer(math_state *state, bufsize_t opener, bufsize_t run) {
  bufsize_t at = opener + 1 + run;
  if (at < state->failed_until[4]) return -1;
  while (at < state->count) {
    if (state->text[at] != '`') {
      at++;
      continue;
    }
    bufsize_t length = run_length(state, at, '`');
    if (length == run && at + run < state->count && state->text[at + run] == '$') return at + run;
    at += length;
  }
  state->failed_until[4] = state->count;
  return -1;
}

// Returns where the formula opened at `opener` closes, or -1; a code span on the way wins.
static bufsize_t find_closer(math_state *state, bufsize_t opener, bufsize_t width) {
  bufsize_t at = opener + width;
  bufsize_t *failed_until = &state->failed_until[begins_with_command(state, opener, width) ? 3 : width];
  if (at < *failed_until) return -1;
  while (at < state->count) {
    unsigned char c = state->text[at];
    if (c == '\\') {
      at += 2;
    } else if (c == '$') {
      if (closes(state, opener, at, width)) return at;
      at++;
    } else if (c == '`') {
      bufsize_t run = run_length(state, at, '`');
      if (run <= longest_run && state->last_run[run] > at) break;
      at += run;
    } else {
      at++;
    }
  }
  *failed_until = at < state->count ? at : state->count;
  return -1;
}

static bool has_content(const math_state *state, bufsize_t from, bufsize_t to) {
  for (; from < to; from++)
    if (!is_blank(state->text[from])) return true;
  return false;
}

// Makes the node of the dollars at the parser's place; a formula reaches to its closing dollars.
static cmark_node *match_math(
    cmark_syntax_extension *extension, cmark_parser *parser, cmark_node *parent,
    unsigned char character, cmark_inline_parser *inlines) {
  (void)parser;
  (void)parent;
  if (character != '$') return NULL;
  math_state *state = cmark_syntax_extension_get_private(extension);
  begin_text(state, cmark_inline_parser_get_chunk(inlines));
  bufsize_t opener = cmark_inline_parser_get_offset(inlines);
  bufsize_t width = run_length(state, opener, '$');
  bufsize_t first = opener + width;
  bool may_open = width <= 2 && first < state->count && (width == 2 || !is_blank(state->text[first]));
  bufsize_t ticks = width == 1 ? run_length(state, first, '`') : 0;
  bufsize_t closer = !may_open ? -1
      : ticks > 0              ? find_backtick_closer(state, opener, ticks)
                               : find_closer(state, opener, width);
  // Dollars without a partner stand for themselves, three or more always.
  bool is_formula = closer >= 0 && has_content(state, first, closer);
  bufsize_t end = is_formula ? closer + width : first;

  char *source = take((size_t)(end - opener) + 1);
  memcpy(source, state->text + opener, (size_t)(end - opener));
  // A code span with a mark: a table's cell silently drops custom nodes.
  cmark_node *node = cmark_node_new_with_mem(CMARK_NODE_CODE, &arena);
  cmark_node_set_literal(node, source);
  cmark_node_set_user_data(node, &math_mark);
  cmark_inline_parser_set_offset(inlines, end);
  return node;
}

// MARK: Parsing

static void attach(cmark_parser *parser, const char *name) {
  cmark_syntax_extension *extension = cmark_find_syntax_extension(name);
  if (extension) cmark_parser_attach_syntax_extension(parser, extension);
}

static cmark_syntax_extension *new_math_extension(math_state *state) {
  cmark_mem *mem = cmark_get_default_mem_allocator();
  cmark_syntax_extension *math = cmark_syntax_extension_new("math");
  cmark_syntax_extension_set_match_inline_func(math, match_math);
  cmark_syntax_extension_set_private(math, state, NULL);
  cmark_syntax_extension_set_special_inline_chars(
      math, cmark_llist_append(mem, NULL, (void *)(size_t)'$'));
  return math;
}

static cmark_parser *new_parser(cmark_syntax_extension *math) {
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, &arena);
  // Maths comes first, so that no other extension sees its dollars.
  cmark_parser_attach_syntax_extension(parser, math);
  attach(parser, "table");
  attach(parser, "strikethrough");
  attach(parser, "autolink");
  attach(parser, "tasklist");
  return parser;
}

ccmark_document *ccmark_parse(const char *bytes, size_t count) {
  ccmark_document *document = calloc(1, sizeof(ccmark_document));
  if (!document) return NULL;
  pthread_mutex_lock(&parsing);
  document->outer = current;
  current = document;
  cmark_gfm_core_extensions_ensure_registered();
  math_state state = {0};
  cmark_syntax_extension *math = new_math_extension(&state);
  cmark_parser *volatile parser = NULL;
  document->is_parsing = true;
  if (setjmp(document->too_much) == 0) {
    parser = new_parser(math);
    cmark_parser_feed(parser, bytes, count);
    document->root = cmark_parser_finish(parser);
  } else if (parser) {
    // The jump left the special characters of the extensions in cmark's table.
    cmark_manage_extensions_special_characters(parser, false);
  }
  document->is_parsing = false;
  cmark_syntax_extension_free(cmark_get_default_mem_allocator(), math);
  pthread_mutex_unlock(&parsing);
  if (document->root) return document;
  ccmark_free(document);
  return NULL;
}

cmark_node *ccmark_root(ccmark_document *document) { return document->root; }

size_t ccmark_dropped_count(const ccmark_document *document) { return document->dropped_count; }

int ccmark_dropped_line(const ccmark_document *document, size_t index) {
  return index < document->dropped_count ? document->dropped_lines[index] : 0;
}

// MARK: Nodes

static ccmark_kind extension_kind(cmark_node *node) {
  static const struct {
    const char *name;
    ccmark_kind kind;
  } kinds[] = {
      {"table", CCMARK_TABLE},
      {"table_header", CCMARK_TABLE_ROW},
      {"table_row", CCMARK_TABLE_ROW},
      {"table_cell", CCMARK_TABLE_CELL},
      {"strikethrough", CCMARK_STRIKETHROUGH},
  };
  const char *name = cmark_node_get_type_string(node);
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(name, kinds[i].name) == 0) return kinds[i].kind;
  return CCMARK_OTHER;
}

ccmark_kind ccmark_node_kind(cmark_node *node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: return CCMARK_DOCUMENT;
    case CMARK_NODE_BLOCK_QUOTE: return CCMARK_QUOTE;
    case CMARK_NODE_LIST: return CCMARK_LIST;
    case CMARK_NODE_ITEM:
      return strcmp(cmark_node_get_type_string(node), "tasklist") == 0 ? CCMARK_TASK : CCMARK_ITEM;
    case CMARK_NODE_CODE_BLOCK: return CCMARK_CODE_BLOCK;
    case CMARK_NODE_HTML_BLOCK: return CCMARK_HTML_BLOCK;
    case CMARK_NODE_PARAGRAPH: return CCMARK_PARAGRAPH;
    case CMARK_NODE_HEADING: return CCMARK_HEADING;
    case CMARK_NODE_THEMATIC_BREAK: return CCMARK_THEMATIC_BREAK;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return CCMARK_FOOTNOTE_DEFINITION;
    case CMARK_NODE_TEXT: return CCMARK_TEXT;
    case CMARK_NODE_SOFTBREAK: return CCMARK_SOFT_BREAK;
    case CMARK_NODE_LINEBREAK: return CCMARK_LINE_BREAK;
    case CMARK_NODE_CODE:
      return cmark_node_get_user_data(node) == &math_mark ? CCMARK_MATH : CCMARK_CODE;
    case CMARK_NODE_HTML_INLINE: return CCMARK_HTML;
    case CMARK_NODE_EMPH: return CCMARK_EMPHASIS;
    case CMARK_NODE_STRONG: return CCMARK_STRONG;
    case CMARK_NODE_LINK: return CCMARK_LINK;
    case CMARK_NODE_IMAGE: return CCMARK_IMAGE;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return CCMARK_FOOTNOTE_REFERENCE;
    default: return extension_kind(node);  // The types of extensions are numbered at run time.
  }
}

const char *ccmark_inline_source(cmark_node *node) { return cmark_node_get_string_content(node); }
