package org.debye.unmixing.endmember;

import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.subspace.PrincipalComponents;

/**
 * Automatic target generation process (Ren and Chang 2003, IEEE TAES 39:1232): the longest
 * observation, then again and again the one that is longest after projection onto the orthogonal
 * complement of those found. Deterministic. Where D is below K the complement would be empty before
 * the last endmember; there a coordinate equal to the length of the longest point is appended
 * first.
 *
 * <p>Lengths are measured from the origin: give raw spectra, or coordinates whose origin has a
 * meaning. Fast and crude: mostly a start for {@link NFindr}.
 */
public record Atgp() implements EndmemberExtractor {
  @Override
  public Extraction extract(Observations points, int endmembers, RandomStream stream) {
    MixtureInput.require(points, endmembers, "ATGP");
    int rank = PrincipalComponents.of(points, endmembers - 1).rank();
    if (rank < endmembers - 1) {
      return new Extraction.Degenerate(rank, endmembers);
    }
    return new Extraction.Extracted(Pixels.of(points, pixels(points, endmembers)), endmembers);
  }

  static int[] pixels(Observations points, int endmembers) {
    Observations lifted = points.dimensions() < endmembers ? lifted(points) : points;
    int n = lifted.count();
    int d = lifted.dimensions();
    double[] rest = lifted.values().clone();
    double[] direction = new double[d];
    int[] chosen = new int[endmembers];
    for (int k = 0; k < endmembers; k++) {
      int longest = longest(rest, d);
      chosen[k] = longest;
      double length = Math.sqrt(square(rest, longest * d, d));
      for (int j = 0; j < d; j++) {
        direction[j] = rest[longest * d + j] / length;
      }
      for (int i = 0; i < n; i++) {
        remove(rest, i * d, direction);
      }
    }
    return chosen;
  }

  private static void remove(double[] rows, int offset, double[] direction) {
    double along = 0;
    for (int j = 0; j < direction.length; j++) {
      along += rows[offset + j] * direction[j];
    }
    for (int j = 0; j < direction.length; j++) {
      rows[offset + j] -= along * direction[j];
    }
  }

  private static int longest(double[] rows, int d) {
    int best = 0;
    double most = -1;
    for (int i = 0; i < rows.length / d; i++) {
      double square = square(rows, i * d, d);
      if (square > most) {
        most = square;
        best = i;
      }
    }
    return best;
  }

  private static Observations lifted(Observations points) {
    int n = points.count();
    int d = points.dimensions();
    double constant = Math.sqrt(square(points.values(), longest(points.values(), d) * d, d));
    double[] out = new double[n * (d + 1)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(points.values(), i * d, out, i * (d + 1), d);
      out[i * (d + 1) + d] = constant;
    }
    return new Observations(n, d + 1, out);
  }

  private static double square(double[] rows, int offset, int d) {
    double sum = 0;
    for (int j = 0; j < d; j++) {
      sum += rows[offset + j] * rows[offset + j];
    }
    return sum;
  }
}
