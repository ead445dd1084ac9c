// The mean of a loss and the slope of it, with the bits of the instructions that it stands for.

/// What the cross-entropies of `left` rows put into the lanes of their mean; −0 in the lanes behind them.
NNB_INLINE V NAME(bce_lanes)(V p, V y, ptrdiff_t left) {
  V value;
  M is_class = ((y == ZERO) | (y == ONE)) & (p >= ZERO) & (p <= ONE);
  if (__builtin_reduce_and(is_class)) {
    // One of the two logarithms is multiplied by 0, and leaves the other as it is: it need not be known.
    W chosen = NAME(widened)(y), q = NAME(widened)(p);
    W right = NAME(wide_log)(chosen == 1.0 ? q : 1.0 - q);
    value = NAME(narrowed)(-(right < -100.0 ? (W)(-100.0) : right));
  } else {
    value = NAME(of_bce)(p, y);
  }
  M lane;
  for (int i = 0; i < LANES; i++) lane[i] = i;
  return left >= LANES || LANES == 1 ? value : (lane < (M)((NAME(integer))left) ? value : (V)((R)-0.0));
}

static void NAME(bce_loss)(const nnb_instruction *instruction) {
  R *slope = instruction->address[1];
  const R *p = instruction->address[2], *y = instruction->address[3];
  ptrdiff_t count = instruction->size[0];
  V factor = (V)((R)instruction->number[0]);
  NAME(lanes) all;
  for (int i = 0; i < NAME(parts); i++) all.part[i] = (V)((R)-0.0);
  for (ptrdiff_t j = 0; j < count; j += 16)
    for (int i = 0; i < NAME(parts); i++) {
      ptrdiff_t at = j + i * LANES, left = count - at;
      if (left <= 0) continue;
      V q = NAME(load_next)(p + at, left), t = NAME(load_next)(y + at, left);
      NAME(store_next)(slope + at, left, factor * NAME(of_bce_slope)(q, t));
      all.part[i] += NAME(bce_lanes)(q, t, left);
    }
  R sum;
#if LANES >= 4
  // Of four lanes the tree is two levels: the others would add −0.
  if (count <= 4) {
    R lane[4];
    for (int i = 0; i < 4; i++) lane[i] = all.part[0][i];
    sum = (lane[0] + lane[2]) + (lane[1] + lane[3]);
  } else
#endif
    sum = NAME(sum_of_lanes)(all);
  *(R *)instruction->address[0] = sum / (R)count;
}
