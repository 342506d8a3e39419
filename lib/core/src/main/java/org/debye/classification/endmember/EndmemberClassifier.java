package org.debye.classification.endmember;

import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.SpectraClassifier;

/**
 * Unmixes a spectrum into the mean spectra of the classes by non-negative least squares (Lawson and
 * Hanson 1974): what an analyst who knows the pure patterns would do. The classes' probabilities
 * are their parts of the sum of abundances; where none is in it, they are even. Not for classes
 * whose mean spectra are multiples of each other.
 */
public record EndmemberClassifier() implements SpectraClassifier {

  @Override
  public FittedClassifier fit(LabelledSpectra training) {
    training.labels().requireClasses(1);
    int points = training.points();
    int[] counts = training.labels().counts();
    double[] means = new double[counts.length * points];
    for (int i = 0; i < training.count(); i++) {
      int label = training.labels().values()[i];
      for (int p = 0; p < points; p++) {
        means[label * points + p] += training.intensities()[i * points + p];
      }
    }
    for (int at = 0; at < means.length; at++) {
      means[at] /= counts[at / points];
    }
    return new ClassEndmembers(points, counts.length, means);
  }
}
