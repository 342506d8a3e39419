package org.debye.unmixing.endmember;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;

/** What must hold before anything can be unmixed. */
public final class MixtureInput {
  private MixtureInput() {}

  /**
   * Refuses points that cannot have K endmembers: K above N, D below K - 1, all points equal, fewer
   * distinct points than K.
   *
   * @param where names the points in the message
   * @throws InputException with code, problem and remedy
   */
  public static void require(Observations points, int endmembers, String where) {
    int n = points.count();
    if (endmembers < 2) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          endmembers + " endmembers make no mixture",
          "Ask for 2 or more.");
    }
    if (endmembers > n) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          where,
          endmembers + " endmembers asked of " + n + " spectra",
          "Ask for at most " + n + " endmembers or give more spectra.");
    }
    if (points.dimensions() < endmembers - 1) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          where,
          endmembers + " endmembers in " + points.dimensions() + " dimensions",
          "Keep at least " + (endmembers - 1) + " dimensions or ask for fewer endmembers.");
    }
    requireDistinct(points, endmembers, where);
  }

  private static void requireDistinct(Observations points, int endmembers, String where) {
    int distinct = distinct(points, endmembers);
    if (distinct == 1) {
      throw InputException.of(
          FailureCode.CONSTANT_SPECTRA,
          where,
          "all " + points.count() + " spectra are equal",
          "Give spectra in which the shares of the components vary.");
    }
    if (distinct < endmembers) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          where,
          "only " + distinct + " distinct spectra for " + endmembers + " endmembers",
          "Ask for at most " + distinct + " endmembers or give spectra that differ.");
    }
  }

  /** Number of distinct points, counted no further than a limit. */
  private static int distinct(Observations points, int limit) {
    int[] seen = new int[limit];
    int count = 0;
    for (int i = 0; i < points.count() && count < limit; i++) {
      boolean fresh = true;
      for (int s = 0; s < count && fresh; s++) {
        fresh = !equal(points, i, seen[s]);
      }
      if (fresh) {
        seen[count++] = i;
      }
    }
    return count;
  }

  private static boolean equal(Observations points, int i, int j) {
    int d = points.dimensions();
    double[] values = points.values();
    return Arrays.equals(values, i * d, (i + 1) * d, values, j * d, (j + 1) * d);
  }
}
