package org.debye.learning.collective;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/** Every operation once, on values that are a rank's own, with what has come out as text. */
@SuppressWarnings("try") // A scope is closed, not read.
final class CollectiveOperations {
  static final int LENGTH = 1_000_003;

  private CollectiveOperations() {}

  /** Lines that are the same on all ranks: digests of bits, and numbers. */
  static List<String> run(Collective collective) {
    List<String> lines = new ArrayList<>();
    try (PointerScope scope = new PointerScope()) {
      for (int repeat = 0; repeat < 3; repeat++) {
        Tensor floats = floats(collective.rank(), LENGTH);
        collective.sum(floats);
        lines.add("float32 " + digest(floats));
      }
      Tensor doubles = floats(collective.rank(), LENGTH).to(torch.ScalarType.Double);
      collective.sum(doubles);
      lines.add("float64 " + digest(doubles));
      Tensor longs = torch.tensor(new long[] {collective.rank() + 1, 1L << 60});
      collective.sum(longs);
      lines.add("int64 " + numbers(longs));
      Tensor root = floats(collective.rank(), LENGTH);
      collective.broadcast(root, collective.size() - 1);
      lines.add("broadcast " + digest(root));
      lines.add("numbers " + List.of(boxed(collective.gather(10L + collective.rank()))));
      Tensor rows =
          torch.full(new long[] {2, 3}, new org.bytedeco.pytorch.Scalar(collective.rank()));
      lines.add("rows " + numbers(collective.gather(rows).to(torch.ScalarType.Long).flatten()));
    }
    return lines;
  }

  /** Values of a rank that every process can make. */
  static float[] values(int rank, int length) {
    RandomStream random = RandomStreams.of(410).at(rank);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  static Tensor floats(int rank, int length) {
    return Tensor.create(values(rank, length));
  }

  static float[] array(Tensor floats) {
    float[] values = new float[Math.toIntExact(floats.numel())];
    floats.data_ptr_float().get(values);
    return values;
  }

  private static String numbers(Tensor longs) {
    long[] values = new long[Math.toIntExact(longs.numel())];
    longs.data_ptr_long().get(values);
    return List.of(boxed(values)).toString();
  }

  private static Long[] boxed(long[] values) {
    return java.util.Arrays.stream(values).boxed().toArray(Long[]::new);
  }

  /** Of the bits, in order. */
  static String digest(Tensor values) {
    long digest = 17;
    if (values.element_size() == Double.BYTES) {
      double[] all = new double[Math.toIntExact(values.numel())];
      values.data_ptr_double().get(all);
      for (double value : all) {
        digest = digest * 31 + Double.doubleToRawLongBits(value);
      }
    } else {
      for (float value : array(values)) {
        digest = digest * 31 + Float.floatToRawIntBits(value);
      }
    }
    return Long.toHexString(digest);
  }
}
