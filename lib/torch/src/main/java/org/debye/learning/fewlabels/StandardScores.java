package org.debye.learning.fewlabels;

import org.debye.learning.data.HeldSpectra;
import org.debye.learning.data.SpectrumSource;

/**
 * Representations each of whose numbers has mean 0 and variance 1 over all spectra, which needs no
 * label: a linear layer then learns as fast along one as along another. A number that is the same
 * for all is 0.
 */
public final class StandardScores {
  private StandardScores() {}

  /** Of N representations of E numbers. */
  public static HeldSpectra of(SpectrumSource representations) {
    int width = representations.points();
    int count = representations.size();
    float[] row = new float[width];
    double[] mean = new double[width];
    for (int i = 0; i < count; i++) {
      representations.read(i, row, 0);
      for (int j = 0; j < width; j++) {
        mean[j] += row[j] / (double) count;
      }
    }
    double[] variance = new double[width];
    for (int i = 0; i < count; i++) {
      representations.read(i, row, 0);
      for (int j = 0; j < width; j++) {
        double off = row[j] - mean[j];
        variance[j] += off * off / count;
      }
    }
    HeldSpectra scores = new HeldSpectra(width);
    for (int i = 0; i < count; i++) {
      float[] own = new float[width];
      representations.read(i, own, 0);
      for (int j = 0; j < width; j++) {
        own[j] = variance[j] > 0 ? (float) ((own[j] - mean[j]) / Math.sqrt(variance[j])) : 0;
      }
      scores.add(own);
    }
    return scores;
  }
}
