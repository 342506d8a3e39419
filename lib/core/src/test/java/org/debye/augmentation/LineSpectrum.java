package org.debye.augmentation;

import java.util.ArrayList;
import java.util.List;

/** The spectrum of test/golden/augmentations.py, with five lines apart from one another. */
final class LineSpectrum {
  private static final double[][] LINES = {
    {0.12, 1}, {0.31, 0.4}, {0.36, 0.7}, {0.58, 0.25}, {0.83, 0.5}
  };

  private LineSpectrum() {}

  static float[] of(int points) {
    float[] values = new float[points];
    for (int i = 0; i < points; i++) {
      double sum = 0;
      for (double[] line : LINES) {
        double away = (i / (double) points - line[0]) / 0.012;
        sum += line[1] * Math.exp(-away * away);
      }
      values[i] = (float) sum;
    }
    return values;
  }

  /** Heights of the highest points above a floor, from the left. */
  static List<Float> peaks(float[] values) {
    List<Float> peaks = new ArrayList<>();
    for (int i = 1; i < values.length - 1; i++) {
      if (values[i] > 0.1 && values[i] > values[i - 1] && values[i] >= values[i + 1]) {
        peaks.add(values[i]);
      }
    }
    return peaks;
  }
}
