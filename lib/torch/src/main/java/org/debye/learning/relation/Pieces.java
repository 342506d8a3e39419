package org.debye.learning.relation;

import java.util.Arrays;
import org.debye.numeric.RandomStream;

/**
 * Two pieces of a spectrum, and how far apart they begin: the class min(floor(|p1 - p2| / (L / 2)),
 * C - 1) of section 7.1.3 of Sun's thesis.
 *
 * @param first L points
 * @param second L points
 * @param distance class, 0 to C - 1
 */
record Pieces(float[] first, float[] second, int distance) {

  static Pieces cut(float[] spectrum, int length, int classes, RandomStream random) {
    int places = spectrum.length - length + 1;
    int one = random.nextInt(places);
    int two = random.nextInt(places);
    return new Pieces(
        Arrays.copyOfRange(spectrum, one, one + length),
        Arrays.copyOfRange(spectrum, two, two + length),
        distance(one, two, length, classes));
  }

  static int distance(int one, int two, int length, int classes) {
    // floor(d / (L / 2)) without a half.
    return Math.min(2 * Math.abs(one - two) / length, classes - 1);
  }
}
