#pragma once

// Markdown as GitHub reads it, with `$…$` and `$$…$$`: the only user of cmark-gfm.

#include <stddef.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// What a node is; one list for the core's nodes and the extensions'.
typedef enum {
  CCMARK_OTHER,
  CCMARK_DOCUMENT,
  CCMARK_QUOTE,
  CCMARK_LIST,
  CCMARK_ITEM,
  CCMARK_TASK,
  CCMARK_CODE_BLOCK,
  CCMARK_HTML_BLOCK,
  CCMARK_PARAGRAPH,
  CCMARK_HEADING,
  CCMARK_THEMATIC_BREAK,
  CCMARK_FOOTNOTE_DEFINITION,
  CCMARK_TABLE,
  CCMARK_TABLE_ROW,
  CCMARK_TABLE_CELL,
  CCMARK_TEXT,
  CCMARK_SOFT_BREAK,
  CCMARK_LINE_BREAK,
  CCMARK_CODE,
  CCMARK_HTML,
  CCMARK_EMPHASIS,
  CCMARK_STRONG,
  CCMARK_STRIKETHROUGH,
  CCMARK_LINK,
  CCMARK_IMAGE,
  CCMARK_FOOTNOTE_REFERENCE,
  CCMARK_MATH,  // Its literal has the dollars; a lone `$` or `$$` found no partner.
} ccmark_kind;

// A parsed text and all its memory.
typedef struct ccmark_document ccmark_document;

// Parses `count` bytes of UTF-8, from any thread; NULL where the tree would want too much memory.
// The thread that parsed reads the tree; what it parses meanwhile it gives back before it reads on.
ccmark_document *ccmark_parse(const char *bytes, size_t count);

// Returns the tree, which lives as long as the document.
cmark_node *ccmark_root(ccmark_document *document);

// Returns how many blocks of code stand in footnotes that nothing refers to, which are not in the tree.
size_t ccmark_dropped_count(const ccmark_document *document);

// Returns the line, from 1, on which such a block begins.
int ccmark_dropped_line(const ccmark_document *document, size_t index);

// Gives the tree back. Nodes must not be freed one by one.
void ccmark_free(ccmark_document *document);

// Returns what `node` is.
ccmark_kind ccmark_node_kind(cmark_node *node);

// Returns the lines that hold the inlines of a paragraph, a heading or a table's cell.
const char *ccmark_inline_source(cmark_node *node);
