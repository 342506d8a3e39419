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
 * @param abundanceError root mean square error of the abundances; NaN where they are not known
 */
record SceneScore(
    int[] reference, double[] angles, double[] low, double[] high, double abundanceError) {

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
    double[][] limits = limits(result, references, match);
    return new SceneScore(match, found, limits[0], limits[1], abundanceError(result, known, match));
  }

  /** Mean angle of the endmembers that have a reference. */
  double meanAngle() {
    return Arrays.stream(angles).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  private static double[][] limits(SceneUnmixing result, List<double[]> references, int[] match) {
    int k = match.length;
    int d = result.cloud().dimensions();
    double[] draws = result.cloud().draws();
    int count = draws.length / (k * d);
    double[][] limits = new double[2][count == 0 ? 0 : k];
    for (int i = 0; i < k && count > 0; i++) {
      double[] angles = new double[count];
      Arrays.fill(angles, Double.NaN);
      for (int s = 0; s < count && match[i] >= 0; s++) {
        double[] point = Arrays.copyOfRange(draws, (s * k + i) * d, (s * k + i + 1) * d);
        angles[s] = SpectralAngle.between(result.subspace().lift(point), references.get(match[i]));
      }
      Arrays.sort(angles);
      limits[0][i] = quantile(angles, 0.05);
      limits[1][i] = quantile(angles, 0.95);
    }
    return limits;
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
