package org.debye.learning.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.learning.data.Examples;
import org.debye.learning.data.HeldSpectra;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/** Spectra with a peak whose place tells the class, in noise. */
public final class Peaks {
  private Peaks() {}

  /** Sequences of frames; classes change in the middle of each. */
  public static Examples sequences(int sequences, int length, int points, int classes) {
    HeldSpectra spectra = new HeldSpectra(points);
    int[] labels = new int[sequences * length];
    List<int[]> order = new ArrayList<>();
    for (int s = 0; s < sequences; s++) {
      int[] members = new int[length];
      for (int f = 0; f < length; f++) {
        int number = s * length + f;
        members[f] = number;
        labels[number] = length == 1 ? s % classes : f * classes / length;
        spectra.add(spectrum(number, labels[number], points));
      }
      order.add(members);
    }
    long[] ids = new long[labels.length];
    Arrays.setAll(ids, i -> 1000L + i);
    return new Examples(spectra, labels, ids, order);
  }

  private static float[] spectrum(int number, int label, int points) {
    RandomStream random = RandomStreams.of(9).under("peaks").at(number);
    float[] spectrum = new float[points];
    double centre = points * (0.3 + 0.2 * label) + random.nextGaussian();
    for (int i = 0; i < points; i++) {
      double x = (i - centre) / 4;
      spectrum[i] = (float) (Math.exp(-x * x / 2) + 0.3 * random.nextDouble());
    }
    return spectrum;
  }
}
