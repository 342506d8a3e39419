package org.debye.unmixing.posterior;

/**
 * A row of points in an observation's stretched stick logits, with their abundances.
 *
 * @param places K - 1 rows of lanes: stretched stick logits
 * @param abundances K rows
 * @param logs K rows: logarithms of the abundances
 * @param weights logarithm of what each point counts in an integral over the stick logits
 */
record StickBlock(double[][] places, double[][] abundances, double[][] logs, double[] weights) {
  private static final double LOG_TWO = Math.log(2);

  static StickBlock of(int endmembers) {
    return new StickBlock(
        Lanes.rows(endmembers - 1),
        Lanes.rows(endmembers),
        Lanes.rows(endmembers),
        new double[Lanes.COUNT]);
  }

  /** Sets one point's abundances by its place, and adds the Jacobian to its weight. */
  void complete(int lane) {
    int last = places.length;
    double rest = 0;
    double jacobian = 0;
    for (int k = 0; k < last; k++) {
      double logit = Math.sinh(places[k][lane]) - Math.log(last - k);
      jacobian += logCosh(places[k][lane]);
      logs[k][lane] = rest + logSigmoid(logit);
      rest += logSigmoid(-logit);
      abundances[k][lane] = Math.exp(logs[k][lane]);
    }
    logs[last][lane] = rest;
    abundances[last][lane] = Math.exp(rest);
    weights[lane] += jacobian;
  }

  private static double logSigmoid(double logit) {
    return logit < 0 ? logit - Math.log1p(Math.exp(logit)) : -Math.log1p(Math.exp(-logit));
  }

  private static double logCosh(double t) {
    double size = Math.abs(t);
    return size + Math.log1p(Math.exp(-2 * size)) - LOG_TWO;
  }
}
