package org.debye.learning.collective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The sum of the ranks' gradients, divided: one long flat tensor, summed bucket by bucket, so that
 * what a sum needs beside the gradient is bounded by a bucket.
 *
 * <p>With three ranks or more the order in which a value is summed depends on its place in its
 * bucket: the size of the buckets belongs to what a run must keep to repeat its bits.
 */
@SuppressWarnings("try") // A scope is closed, not read.
public final class GradientSum {
  /** PyTorch's own choice for its DistributedDataParallel: 25 MB. */
  public static final long BUCKET_BYTES = 25 * 1024 * 1024;

  private final Collective collective;
  private final long bucketBytes;

  public GradientSum(Collective collective) {
    this(collective, BUCKET_BYTES);
  }

  /**
   * With buckets of another size.
   *
   * @param bucketBytes at least one value's
   */
  public GradientSum(Collective collective, long bucketBytes) {
    if (bucketBytes < 8) {
      throw new IllegalArgumentException("a bucket holds at least one value");
    }
    this.collective = collective;
    this.bucketBytes = bucketBytes;
  }

  /**
   * g := (sum over ranks of g) / divisor.
   *
   * @param gradient n, contiguous; modified
   * @param divisor the number of ranks, where each has the mean over its share of the batch
   */
  public void sumAndDivide(Tensor gradient, double divisor) {
    if (gradient.dim() != 1 || !gradient.is_contiguous()) {
      throw new IllegalArgumentException("gradients are one flat contiguous tensor");
    }
    long bucket = bucketBytes / gradient.element_size();
    for (long from = 0; from < gradient.numel(); from += bucket) {
      try (PointerScope scope = new PointerScope()) {
        long length = Math.min(bucket, gradient.numel() - from);
        Tensor part = gradient.detach().narrow(0, from, length);
        collective.sum(part);
        part.div_(new Scalar(divisor));
      }
    }
  }

  /** The mean over ranks, in place. */
  public void mean(Tensor gradient) {
    sumAndDivide(gradient, collective.size());
  }
}
