package org.debye.unmixing.endmember;

import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;

/** Observations as endmembers. */
final class Pixels {
  private Pixels() {}

  static Endmembers of(Observations points, int[] pixels) {
    int d = points.dimensions();
    double[] coordinates = new double[pixels.length * d];
    for (int k = 0; k < pixels.length; k++) {
      System.arraycopy(points.values(), pixels[k] * d, coordinates, k * d, d);
    }
    return new Endmembers(pixels.length, d, coordinates, pixels.clone());
  }

  /** Distinct indices below a count, each set equally probable (Floyd's sampling). */
  static int[] random(int count, int size, RandomStream stream) {
    int[] chosen = new int[size];
    for (int k = 0; k < size; k++) {
      int last = count - size + k;
      int candidate = stream.nextInt(last + 1);
      chosen[k] = contains(chosen, k, candidate) ? last : candidate;
    }
    return chosen;
  }

  private static boolean contains(int[] chosen, int length, int value) {
    for (int k = 0; k < length; k++) {
      if (chosen[k] == value) {
        return true;
      }
    }
    return false;
  }
}
