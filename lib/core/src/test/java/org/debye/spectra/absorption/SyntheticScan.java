package org.debye.spectra.absorption;

import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/** An edge with a white line on a sloping background, for tests. */
final class SyntheticScan {
  private SyntheticScan() {}

  /**
   * Points from {@code below} eV before the edge to {@code above} eV after it, 0.5 eV apart.
   *
   * @param jump height of the edge, negative for one that falls
   */
  static AbsorptionScan of(double edge, double below, double above, double jump, long seed) {
    int points = (int) ((below + above) / 0.5) + 1;
    RandomStream random = RandomStreams.of(seed).at("scan");
    double[] energy = new double[points];
    double[] mu = new double[points];
    for (int i = 0; i < points; i++) {
      double x = -below + 0.5 * i;
      energy[i] = edge + x;
      double step = 0.5 + Math.atan(x / 1.1) / Math.PI;
      double line = 0.3 * Math.exp(-0.5 * Math.pow((x - 4) / 2, 2));
      mu[i] = 0.2 - 3e-4 * x + jump * (step + line) + 1e-3 * random.nextGaussian();
    }
    return new AbsorptionScan(energy, mu);
  }

  /** A usual one of iron. */
  static AbsorptionScan iron() {
    return of(7120, 100, 200, 1, 1);
  }
}
