// Cross-correlations, in the tiles of the products: filters stand side by side, and the rows of a tile are pixels, or
// weights where those are the result. Numbers outside an image are 0 and take part like any other.
//
// The order of every result, in chunks of 256 (rule R2):
// - forward: kh, kw, c ascending;
// - by weights: example, oh, ow ascending;
// - by input: oh, ow, f ascending over the window of results that the pixel is in, those outside the result or
//   between the steps of a stride being 0; that is the forward order over the results spread by the stride and
//   framed by kh − 1 − pad, with the weights turned by half a turn.

/// The frame that an image is set into: `spread` pixels from one of its pixels to the next, its first at (top, left).
typedef struct {
  ptrdiff_t height, width, top, left, spread;
} NAME(frame);

/// Whether every pixel of an image stands in the frame as it does in the image.
NNB_INLINE int NAME(fits)(NAME(frame) frame, ptrdiff_t h, ptrdiff_t w) {
  return frame.spread == 1 && frame.top == 0 && frame.left == 0 && frame.height == h && frame.width == w;
}

/// Sets an image [h,w,c] into its frame of zeros.
static void NAME(set_into_frame)(R *to, NAME(frame) frame, const R *image, ptrdiff_t h, ptrdiff_t w, ptrdiff_t c) {
  memset(to, 0, (size_t)(frame.height * frame.width * c) * sizeof(R));
  for (ptrdiff_t i = 0; i < h; i++) {
    ptrdiff_t y = frame.top + i * frame.spread;
    if (y < 0 || y >= frame.height) continue;
    if (frame.spread == 1 && frame.left >= 0 && frame.left + w <= frame.width) {
      memcpy(to + (y * frame.width + frame.left) * c, image + i * w * c, (size_t)(w * c) * sizeof(R));
      continue;
    }
    for (ptrdiff_t j = 0; j < w; j++) {
      ptrdiff_t x = frame.left + j * frame.spread;
      if (x < 0 || x >= frame.width) continue;
      memcpy(to + (y * frame.width + x) * c, image + (i * w + j) * c, (size_t)c * sizeof(R));
    }
  }
}

/// result [oh,ow,f] of each image [h,w,c] in its frame; the weights are [kh,kw,c,f], or [kh,kw,f,c] to be turned.
typedef struct {
  const R *image, *weights;
  R *result;
  ptrdiff_t h, w, c, kh, kw, oh, ow, f, stride;
  NAME(frame) frame;
  int is_turned;
} NAME(correlation);

/// The pieces of the window's numbers from `start` to `end` in a framed image; returns how many there are.
static ptrdiff_t NAME(window_pieces)(
    NAME(piece) * pieces, const NAME(correlation) * work, ptrdiff_t start, ptrdiff_t end) {
  ptrdiff_t count = 0, row = work->kw * work->c;
  for (ptrdiff_t p = start, next; p < end; p = next) {
    next = (p / row + 1) * row;
    if (next > end) next = end;
    pieces[count++] = (NAME(piece)){p / row * work->frame.width * work->c + p % row, next - p};
  }
  return count;
}

/// Copies the turned weights from `start`, n of the window's numbers for `columns` results from the j-th.
static void NAME(pack_turned)(
    R *panel, const NAME(correlation) * work, ptrdiff_t start, ptrdiff_t n, ptrdiff_t j, ptrdiff_t columns) {
  ptrdiff_t last = work->kh * work->kw - 1;
  for (ptrdiff_t p = 0; p < n; p++) {
    ptrdiff_t place = (start + p) / work->c, channel = (start + p) % work->c;
    const R *from = work->weights + ((last - place) * work->f + j) * work->c + channel;
    for (ptrdiff_t i = 0; i < columns; i++) panel[p * NNB_PANEL + i] = from[i * work->c];
  }
}

/// One chunk of one panel of filters on a framed image; `result` begins at the panel.
static void NAME(correlate_image)(
    NAME(tile) * tile, const NAME(correlation) * work, const R *image, R *result, ptrdiff_t columns) {
  ptrdiff_t pixels = work->oh * work->ow, step = work->stride * work->c;
  ptrdiff_t x = 0;
  const R *line = image;
  tile->result = result;
  for (ptrdiff_t q = 0, rows; q < pixels; q += rows, tile->result += rows * work->f) {
    rows = NAME(tile_rows)(pixels - q);
    for (ptrdiff_t r = 0; r < rows; r++) {
      tile->row[r] = line + x * step;
      if (++x == work->ow) {
        x = 0;
        line += step * work->frame.width;
      }
    }
    NAME(run_tile)(tile, rows, columns);
  }
}

/// The examples from `begin` to `end`.
static void NAME(correlate)(const void *context, ptrdiff_t begin, ptrdiff_t end) {
  const NAME(correlation) *work = context;
  ptrdiff_t inner = work->kh * work->kw * work->c, pixels = work->oh * work->ow;
  ptrdiff_t framed = work->frame.height * work->frame.width * work->c;
  R *frame = NAME(fits)(work->frame, work->h, work->w) ? NULL : nnb_room((size_t)framed * sizeof(R));
  R *panel = (R *)nnb_scratch.panel;
  NAME(piece) pieces[NNB_CHUNK];
  for (ptrdiff_t start = 0; start < inner; start += NNB_CHUNK) {
    ptrdiff_t n = inner - start < NNB_CHUNK ? inner - start : NNB_CHUNK;
    NAME(tile) tile = {.along = 1, .piece = pieces, .pieces = NAME(window_pieces)(pieces, work, start, start + n),
        .down = work->f, .is_first = start == 0};
    for (ptrdiff_t j = 0; j < work->f; j += NNB_PANEL) {
      ptrdiff_t columns = work->f - j < NNB_PANEL ? work->f - j : NNB_PANEL;
      tile.b = work->is_turned ? panel : work->weights + start * work->f + j;
      tile.below = work->is_turned ? NNB_PANEL : work->f;
      if (work->is_turned) NAME(pack_turned)(panel, work, start, n, j, columns);
      for (ptrdiff_t i = begin; i < end; i++) {
        const R *image = work->image + i * work->h * work->w * work->c;
        if (frame) NAME(set_into_frame)(frame, work->frame, image, work->h, work->w, work->c);
        NAME(correlate_image)(&tile, work, frame ? frame : image, work->result + i * pixels * work->f + j, columns);
      }
    }
  }
}

/// The sizes of an instruction; those of its result are o.
typedef struct {
  ptrdiff_t m, h, w, c, kh, kw, f, stride, pad, oh, ow, cost;
} NAME(convolution_sizes);

static NAME(convolution_sizes) NAME(convolution_sizes_of)(const nnb_instruction *instruction) {
  const ptrdiff_t *size = instruction->size;
  NAME(convolution_sizes) s = {size[0], size[1], size[2], size[3], size[4], size[5], size[6], instruction->step[0],
      instruction->step[1], 0, 0, 0};
  s.oh = (s.h + 2 * s.pad - s.kh) / s.stride + 1;
  s.ow = (s.w + 2 * s.pad - s.kw) / s.stride + 1;
  s.cost = s.m * s.oh * s.ow * s.kh * s.kw * s.c * s.f;
  return s;
}

static void NAME(convolution)(const nnb_instruction *instruction) {
  NAME(convolution_sizes) s = NAME(convolution_sizes_of)(instruction);
  NAME(correlation) work = {instruction->address[1], instruction->address[2], instruction->address[0], s.h, s.w, s.c, s.kh, s.kw, s.oh,
      s.ow, s.f, s.stride, {s.h + 2 * s.pad, s.w + 2 * s.pad, s.pad, s.pad, 1}, 0};
  nnb_split(NAME(correlate), &work, s.m, 1, s.cost);
}

static void NAME(convolution_by_input)(const nnb_instruction *instruction) {
  NAME(convolution_sizes) s = NAME(convolution_sizes_of)(instruction);
  NAME(correlation) work = {instruction->address[1], instruction->address[2], instruction->address[0], s.oh, s.ow, s.f, s.kh, s.kw, s.h,
      s.w, s.c, 1, {s.h + s.kh - 1, s.w + s.kw - 1, s.kh - 1 - s.pad, s.kw - 1 - s.pad, s.stride}, 1};
  nnb_split(NAME(correlate), &work, s.m, 1, s.cost);
}

typedef struct {
  R *result;
  const R *g;
  /// The framed images.
  const R *image;
  NAME(convolution_sizes) s;
  NAME(frame) frame;
} NAME(weight_gradient);

/// The pieces of the results from `start` to `end`, counted over all examples, in the framed images.
static ptrdiff_t NAME(result_pieces)(
    NAME(piece) * pieces, const NAME(weight_gradient) * work, ptrdiff_t start, ptrdiff_t end) {
  ptrdiff_t count = 0, ow = work->s.ow, oh = work->s.oh, stride = work->s.stride;
  for (ptrdiff_t p = start, next; p < end; p = next) {
    ptrdiff_t line = p / ow;
    next = (line + 1) * ow;
    if (next > end) next = end;
    ptrdiff_t y = line / oh * work->frame.height + line % oh * stride;
    pieces[count++] = (NAME(piece)){(y * work->frame.width + p % ow * stride) * work->s.c, next - p};
  }
  return count;
}

/// The weights from `begin` to `end`, counted over kh, kw, c.
static void NAME(weight_gradient_rows)(const void *context, ptrdiff_t begin, ptrdiff_t end) {
  const NAME(weight_gradient) *work = context;
  const NAME(convolution_sizes) *s = &work->s;
  ptrdiff_t inner = s->m * s->oh * s->ow, window = s->kw * s->c;
  NAME(piece) pieces[NNB_CHUNK];
  ptrdiff_t start = 0;
  do {
    ptrdiff_t n = inner - start < NNB_CHUNK ? inner - start : NNB_CHUNK;
    NAME(tile) tile = {.along = s->stride * s->c, .piece = pieces,
        .pieces = NAME(result_pieces)(pieces, work, start, start + n), .below = s->f, .down = s->f,
        .is_first = start == 0};
    for (ptrdiff_t j = 0; j < s->f; j += NNB_PANEL) {
      ptrdiff_t columns = s->f - j < NNB_PANEL ? s->f - j : NNB_PANEL;
      tile.b = work->g + start * s->f + j;
      for (ptrdiff_t i = begin, rows; i < end; i += rows) {
        rows = NAME(tile_rows)(end - i);
        for (ptrdiff_t r = 0; r < rows; r++)
          tile.row[r] = work->image + (i + r) / window * work->frame.width * s->c + (i + r) % window;
        tile.result = work->result + i * s->f + j;
        NAME(run_tile)(&tile, rows, columns);
      }
    }
    start += n;
  } while (start < inner);
}

static void NAME(convolution_by_weights)(const nnb_instruction *instruction) {
  NAME(convolution_sizes) s = NAME(convolution_sizes_of)(instruction);
  NAME(weight_gradient) work = {instruction->address[0], instruction->address[1], instruction->address[2], s,
      {s.h + 2 * s.pad, s.w + 2 * s.pad, s.pad, s.pad, 1}};
  if (!NAME(fits)(work.frame, s.h, s.w)) {
    ptrdiff_t framed = work.frame.height * work.frame.width * s.c;
    R *images = nnb_room((size_t)(s.m * framed) * sizeof(R));
    for (ptrdiff_t i = 0; i < s.m; i++)
      NAME(set_into_frame)(images + i * framed, work.frame, work.image + i * s.h * s.w * s.c, s.h, s.w, s.c);
    work.image = images;
  }
  nnb_split(NAME(weight_gradient_rows), &work, s.kh * s.kw * s.c, NNB_ROWS, s.cost);
}
