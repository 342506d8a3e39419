package org.debye.exploration;

import org.debye.numeric.SymmetricOperator;

/** A symmetric matrix of weights at least 0, as an operator without its diagonal. */
interface AffinityGraph extends SymmetricOperator {
  /** Sums of the rows without the diagonal. */
  double[] degrees();

  /** Number of pieces that no weight connects. */
  int pieces();
}
