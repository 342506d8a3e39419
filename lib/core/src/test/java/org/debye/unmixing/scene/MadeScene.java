package org.debye.unmixing.scene;

import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * A scene that obeys the model that is inferred: Dirichlet abundances and white noise.
 *
 * @param pure K x P
 * @param shares N x K
 */
record MadeScene(Scene scene, double[] pure, double[] shares) {
  static final int ENDMEMBERS = 3;
  static final int POINTS = 40;
  private static final int PEAKS = 3;
  private static final double[] WEIGHTS = {0.5, 0.3, 0.2};

  /**
   * Three endmembers of some random peaks each on a background.
   *
   * @param alpha1 sum of the Dirichlet's concentrations: 1 has many nearly pure spectra, 6 none
   */
  static MadeScene of(int count, double alpha1, double noise, long seed) {
    RandomStream random = RandomStreams.of(seed).at("made scene");
    double[] pure = pure(random);
    double[] concentrations = WEIGHTS.clone();
    for (int k = 0; k < ENDMEMBERS; k++) {
      concentrations[k] *= alpha1;
    }
    double[] shares = new double[count * ENDMEMBERS];
    double[] values = new double[count * POINTS];
    double[] row = new double[ENDMEMBERS];
    for (int i = 0; i < count; i++) {
      random.nextDirichlet(concentrations, row);
      System.arraycopy(row, 0, shares, i * ENDMEMBERS, ENDMEMBERS);
      for (int b = 0; b < POINTS; b++) {
        for (int k = 0; k < ENDMEMBERS; k++) {
          values[i * POINTS + b] += row[k] * pure[k * POINTS + b];
        }
        values[i * POINTS + b] += noise * random.nextGaussian();
      }
    }
    return new MadeScene(new Scene("made", count, POINTS, values), pure, shares);
  }

  private static double[] pure(RandomStream random) {
    double[] pure = new double[ENDMEMBERS * POINTS];
    for (int k = 0; k < ENDMEMBERS; k++) {
      double background = 0.1 + 0.3 * random.nextDouble();
      for (int peak = 0; peak < PEAKS; peak++) {
        double centre = random.nextDouble();
        double width = 0.05 + 0.15 * random.nextDouble();
        double height = 0.3 + 0.7 * random.nextDouble();
        for (int b = 0; b < POINTS; b++) {
          double x = (b / (POINTS - 1.0) - centre) / width;
          pure[k * POINTS + b] += height * Math.exp(-x * x / 2) + background / PEAKS;
        }
      }
    }
    return pure;
  }
}
