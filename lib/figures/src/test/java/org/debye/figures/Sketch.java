package org.debye.figures;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;

/** Spectra with two lines to draw. */
final class Sketch {
  private Sketch() {}

  static SpectralAxis axis(int points) {
    double[] values = new double[points];
    Arrays.setAll(values, i -> 10 + 10.0 * i / (points - 1));
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }

  /** A line at 12.5 degrees and a weaker one that wanders from 16 to 18, on a noisy floor. */
  static float[] intensity(SpectralAxis axis, int frame, int frames) {
    RandomStream random = RandomStreams.of(1).at(frame);
    float[] values = new float[axis.points()];
    for (int i = 0; i < values.length; i++) {
      double first = (axis.values()[i] - 12.5) / 0.1;
      double second = (axis.values()[i] - 16 - 2.0 * frame / frames) / 0.1;
      values[i] =
          (float)
              (5
                  + 100 * Math.exp(-first * first)
                  + 30 * Math.exp(-second * second)
                  + random.nextGaussian());
    }
    return values;
  }

  static double luminance(int rgb) {
    return 0.2126 * (rgb >> 16 & 0xFF) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF);
  }

  /** Share of pixels that are not the most frequent colour. */
  static double inkShare(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).filter(p -> p != 0xFFFFFFFF).count() / (double) pixels.length;
  }
}
