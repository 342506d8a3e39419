package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;

/**
 * Adds to (B, T, E) where in the sequence each step is: sin and cos of t / 10000^(2i/E), Vaswani et
 * al. 2017, section 3.5, for sequences of any length.
 */
public final class Positions implements Layer {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    int length = Math.toIntExact(input.size(1));
    int width = Math.toIntExact(input.size(2));
    Tensor encoded = Tensor.create(encoding(length, width)).view(1, length, width);
    return input.add(encoded.to(input.device(), input.scalar_type()));
  }

  static double[] encoding(int length, int width) {
    double[] encoding = new double[length * width];
    for (int t = 0; t < length; t++) {
      for (int i = 0; i < width; i++) {
        double angle = t / StrictMath.pow(10_000, (i - i % 2) / (double) width);
        encoding[t * width + i] = i % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
      }
    }
    return encoding;
  }
}
