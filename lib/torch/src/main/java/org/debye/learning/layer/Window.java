package org.debye.learning.layer;

import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What slides over a spectrum in convolutions and pools.
 *
 * @param size points under it
 * @param stride points from one place to the next
 * @param padding zeros (of a pool: nothing) added at both ends
 */
public record Window(long size, long stride, long padding) {
  /** One point beside the next, no point twice. */
  static final Window PAIRS = of(2, 2);

  /** Checks that it can slide. */
  public Window {
    if (size < 1 || stride < 1 || padding < 0 || padding > size / 2) {
      throw new IllegalArgumentException(
          "a window of " + size + " points, stride " + stride + ", padding " + padding);
    }
  }

  /** A window without padding. */
  public static Window of(long size, long stride) {
    return new Window(size, stride, 0);
  }

  /** How many places it has on n points; 0 or less if it does not fit. */
  public long places(long points) {
    return Math.floorDiv(points + 2 * padding - size, stride) + 1;
  }

  /** The largest value under each place; NaN where one is. */
  public Tensor largest(Tensor input) {
    if (equals(PAIRS) && !GradMode.is_enabled() && !input.is_cuda()) {
      return largestOfPairs(input);
    }
    // Of two dimensions, as that of one lays its input out anew where there is no gradient.
    return torch
        .max_pool2d(
            input.unsqueeze(2),
            new long[] {1, size},
            new long[] {1, stride},
            new long[] {0, padding},
            new long[] {1, 1},
            false)
        .squeeze(2);
  }

  /** Without its indices, which libtorch's pool writes whether a gradient asks for them or not. */
  private Tensor largestOfPairs(Tensor input) {
    long places = places(input.size(2));
    Tensor pairs = input.narrow(2, 0, 2 * places).view(input.size(0), input.size(1), places, 2);
    return torch.maximum(pairs.select(3, 0), pairs.select(3, 1));
  }

  /** The mean under each place. */
  public Tensor mean(Tensor input) {
    return torch.avg_pool1d(
        input, new long[] {size}, new long[] {stride}, new long[] {padding}, false, true);
  }
}
