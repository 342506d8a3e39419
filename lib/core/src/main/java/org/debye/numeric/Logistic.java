package org.debye.numeric;

/** The logistic function and its logarithm, without overflow or cancellation for any argument. */
public final class Logistic {
  private Logistic() {}

  /** 1 / (1 + exp(-x)), to its relative precision on both sides. */
  public static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  /** log(1 + exp(x)) = -log sigmoid(-x). */
  public static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }
}
