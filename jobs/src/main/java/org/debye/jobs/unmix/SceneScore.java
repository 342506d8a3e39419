package org.debye.jobs.unmix;

import java.util.Arrays;
import java.util.List;
import org.debye.evaluation.SpectralAngle;
import org.debye.numeric.Assignment;
import org.debye.unmixing.scene.SceneUnmixing;

/**
 * A result beside its reference: endmembers matched so that the sum of spectral angles is least.
 *
 * @param reference for each endmember the place of its reference, or -1 where there are fewer
 * @param angles rad, for each endmember; NaN without a reference
 * @param low 5 % quantiles of the angles over the posterior; empty for a point estimate
 * @param high 95 % quantiles
 * @param meanLow 5 % quantile of the mean angle; NaN for a point estimate
 * @param meanHigh 95 % quantile
 * @param abundanceError root mean square error of the abundances; NaN where they are not known
 */
record SceneScore(
    int[] reference,
    double[] angles,
    double[] low,
    double[] high,
    double meanLow,
    double meanHigh,
    double abundanceError) {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  static SceneScore of(SceneUnmixing result, SceneReference known) {
    int k = result.endmembers().size();
    int p = result.subspace().bands();
    List<double[]> references = rows(known.endmembers(), p);
    double[] angles = new double[k * known.count()];
    for (int i = 0; i < k; i++) {
      for (int r = 0; r < known.count(); r++) {
        angles[i * known.count() + r] =
            SpectralAngle.between(result.endmembers().get(i).mean(), references.get(r));
      }
    }
    int[] match = Assignment.minimise(angles, k, known.count());
    double[] found = new double[k];
    for (int i = 0; i < k; i++) {
      found[i] = match[i] < 0 ? Double.NaN : angles[i * known.count() + match[i]];
    }
    double[][] draws = draws(result, references, match);
    boolean none = draws[k].length == 0;
    return new SceneScore(
        match,
        found,
        none ? new double[0] : quantiles(draws, k, LOW),
        none ? new double[0] : quantiles(draws, k, HIGH),
        none ? Double.NaN : quantile(draws[k], LOW),
        none ? Double.NaN : quantile(draws[k], HIGH),
        abundanceError(result, known, match));
  }

  /** Mean angle of the endmembers that have a reference. */
  double meanAngle() {
    return Arrays.stream(angles).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** Sorted angles of the draws for each endmember, and last their mean over the endmembers. */
  private static double[][] draws(SceneUnmixing result, List<double[]> references, int[] match) {
    int k = match.length;
    int p = result.subspace().bands();
    int count = result.spectra().length / (k * p);
    int matched = (int) Arrays.stream(match).filter(r -> r >= 0).count();
    double[][] angles = new double[k + 1][count];
    for (int s = 0; s < count; s++) {
      for (int i = 0; i < k; i++) {
        int at = (s * k + i) * p;
        angles[i][s] =
            match[i] < 0
                ? Double.NaN
                : SpectralAngle.between(
                    Arrays.copyOfRange(result.spectra(), at, at + p), references.get(match[i]));
        angles[k][s] += match[i] < 0 ? 0 : angles[i][s] / matched;
      }
    }
    for (double[] one : angles) {
      Arrays.sort(one);
    }
    return angles;
  }

  private static double[] quantiles(double[][] sorted, int count, double probability) {
    double[] out = new double[count];
    Arrays.setAll(out, i -> quantile(sorted[i], probability));
    return out;
  }

  /** Of sorted values, by linear interpolation. */
  private static double quantile(double[] sorted, double probability) {
    double at = probability * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static double abundanceError(SceneUnmixing result, SceneReference known, int[] match) {
    double[] shares = result.abundances().mean();
    int k = match.length;
    double sum = 0;
    long count = 0;
    for (int i = 0; i < result.abundances().count() && known.abundances().length > 0; i++) {
      for (int e = 0; e < k; e++) {
        if (match[e] >= 0) {
          double difference = shares[i * k + e] - known.abundances()[i * known.count() + match[e]];
          sum += difference * difference;
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : Math.sqrt(sum / count);
  }

  private static List<double[]> rows(double[] values, int columns) {
    return java.util.stream.IntStream.range(0, values.length / columns)
        .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
        .toList();
  }
}
