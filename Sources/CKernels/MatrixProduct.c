#include "CKernels.h"

#include "Vectors.h"

// Rule R2: one accumulator for each output, the inner index ascending, in chunks of 256 that are added in
// ascending order. Only outputs stand side by side.
enum { chunk = 256, width = 8 };

/// Writes `count` ≤ width neighbouring outputs of one row of a; b and c begin at the first of them.
NNB_INLINE void nnb_product_block(
    const double *row, const double *b, double *c, ptrdiff_t n, ptrdiff_t k, ptrdiff_t count) {
  double total[width] = {0};
  for (ptrdiff_t start = 0; start < n; start += chunk) {
    double sum[width] = {0};
    ptrdiff_t end = n - start < chunk ? n : start + chunk;
    for (ptrdiff_t i = start; i < end; i++)
      for (ptrdiff_t j = 0; j < count; j++) sum[j] = fma(row[i], b[i * k + j], sum[j]);
    for (ptrdiff_t j = 0; j < count; j++) total[j] += sum[j];
  }
  for (ptrdiff_t j = 0; j < count; j++) c[j] = total[j];
}

#if defined(__x86_64__) && defined(__linux__)
__attribute__((target_clones("fma", "default")))
#endif
void nnb_matrix_product(
    const double *a, const double *b, double *c, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  for (ptrdiff_t i = 0; i < m; i++) {
    const double *row = a + i * n;
    ptrdiff_t j = 0;
    for (; j + width <= k; j += width) nnb_product_block(row, b + j, c + i * k + j, n, k, width);
    if (k == 1) {
      nnb_product_block(row, b, c + i, n, 1, 1);
    } else if (j < k) {
      nnb_product_block(row, b + j, c + i * k + j, n, k, k - j);
    }
  }
}
