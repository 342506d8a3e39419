package org.debye.classification.endmember;

import org.debye.classification.FittedClassifier;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.endmember.Endmembers;

/**
 * A fitted {@link EndmemberClassifier}.
 *
 * @param points P
 * @param classes K
 * @param means K x P, row major: mean spectra of the classes
 */
public record ClassEndmembers(int points, int classes, double[] means) implements FittedClassifier {

  @Override
  public double[] probabilities(float[] spectra) {
    int count = count(spectra);
    AbundanceSolver solver =
        AbundanceSolver.of(
            Endmembers.free(classes, points, means), new AbundanceMethod.NonNegative());
    double[] out = new double[count * classes];
    double[] spectrum = new double[points];
    for (int i = 0; i < count; i++) {
      for (int p = 0; p < points; p++) {
        spectrum[p] = spectra[i * points + p];
      }
      solver.solve(spectrum, 0, out, i * classes);
      toShares(out, i * classes);
    }
    return out;
  }

  private void toShares(double[] abundances, int from) {
    double sum = 0;
    for (int k = from; k < from + classes; k++) {
      sum += abundances[k];
    }
    for (int k = from; k < from + classes; k++) {
      abundances[k] = sum > 0 ? abundances[k] / sum : 1.0 / classes;
    }
  }
}
