package org.debye.learning.binned;

import java.util.function.LongFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * How many bins are computed at once. All of them together need hidden layers of a hundred
 * megabytes, which the system hands out page by page anew in each step; a chunk stays in the
 * processor's cache. {@code NETWORKS="BINNED_15 JOINED_15" lib/torch/src/jmh/torch/side_by_side.sh}
 * measures it.
 *
 * @param most numbers of a hidden layer that are computed at once
 */
record BinChunks(long most) {
  /** 8 MB in single precision. */
  static final BinChunks CACHED = new BinChunks(2L << 20);

  /** Bins that are computed together, at least one. */
  long bins(long bins, long hidden, long records) {
    return Math.min(bins, Math.max(1, most / (hidden * records)));
  }

  /** Records of a bin that are computed together. */
  long records(long hidden, long records) {
    return Math.min(records, Math.max(1, most / hidden));
  }

  /**
   * Puts chunks along a dimension together.
   *
   * @param all of that dimension
   * @param chunk of it, at most
   * @param part from the first of a chunk to its tensor
   */
  static Tensor joined(long all, long chunk, long dimension, LongFunction<Tensor> part) {
    if (chunk >= all) {
      return part.apply(0);
    }
    TensorVector parts = new TensorVector();
    for (long first = 0; first < all; first += chunk) {
      parts.push_back(part.apply(first));
    }
    return torch.cat(parts, dimension);
  }
}
