package org.debye.jobs.study.absorption.mixture;

import java.util.ArrayList;
import java.util.List;
import org.debye.evaluation.conformal.Bounds;
import org.debye.evaluation.conformal.ConformalisedQuantiles;
import org.debye.learning.fraction.FractionAnswers;

/**
 * Intervals of fractions: a network's quantiles, conformalised and cut at 0 and 1.
 *
 * @param levels one a level
 */
record CalibratedFractions(List<ConformalisedQuantiles> levels) {

  /**
   * Calibrates.
   *
   * @param aside what the network says of mixtures that it has not learnt from
   * @param truth their fractions
   */
  static CalibratedFractions of(List<Double> levels, FractionAnswers aside, double[] truth) {
    List<ConformalisedQuantiles> calibrated = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      calibrated.add(
          ConformalisedQuantiles.calibrated(
              levels.get(level),
              aside.classes(),
              aside.lower()[level],
              aside.upper()[level],
              truth));
    }
    return new CalibratedFractions(calibrated);
  }

  /** The same answers with intervals. */
  FractionAnswers of(FractionAnswers said) {
    int count = said.fractions().length;
    double[][] lower = new double[levels.size()][count];
    double[][] upper = new double[levels.size()][count];
    for (int level = 0; level < levels.size(); level++) {
      for (int i = 0; i < count; i++) {
        Bounds bounds =
            levels
                .get(level)
                .of(i % said.classes(), said.lower()[level][i], said.upper()[level][i])
                .within(0, 1);
        lower[level][i] = bounds.lower();
        upper[level][i] = bounds.upper();
      }
    }
    return new FractionAnswers(said.classes(), said.fractions(), lower, upper);
  }
}
