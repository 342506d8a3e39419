package org.debye.unmixing.subspace;

import java.io.Serializable;
import org.debye.spectra.mixing.Observations;

/**
 * An affine subspace of the spectra, with coordinates in it: x = A (y - o), and back y = o + S x,
 * where A S = I.
 *
 * @param bands P
 * @param dimensions D
 * @param origin o, P values
 * @param analysis A, D x P, row major
 * @param synthesis S' , D x P, row major: row d is the spectrum of coordinate d
 */
public record Subspace(
    int bands, int dimensions, double[] origin, double[] analysis, double[] synthesis)
    implements Serializable {

  public Subspace {
    if (origin.length != bands
        || analysis.length != bands * dimensions
        || synthesis.length != bands * dimensions) {
      throw new IllegalArgumentException("a subspace's arrays do not fit " + bands + " bands");
    }
  }

  /** The coordinates of spectra: N x P to N x D. */
  public Observations project(Observations spectra) {
    int n = spectra.count();
    double[] out = new double[n * dimensions];
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < dimensions; d++) {
        double sum = 0;
        for (int b = 0; b < bands; b++) {
          sum += analysis[d * bands + b] * (spectra.values()[i * bands + b] - origin[b]);
        }
        out[i * dimensions + d] = sum;
      }
    }
    return new Observations(n, dimensions, out);
  }

  /** Spectra of coordinates: any number of rows of D to as many rows of P. */
  public double[] lift(double[] coordinates) {
    int rows = coordinates.length / dimensions;
    double[] out = new double[rows * bands];
    for (int r = 0; r < rows; r++) {
      for (int b = 0; b < bands; b++) {
        double sum = origin[b];
        for (int d = 0; d < dimensions; d++) {
          sum += coordinates[r * dimensions + d] * synthesis[d * bands + b];
        }
        out[r * bands + b] = sum;
      }
    }
    return out;
  }

  /** Variance of the spectra outside of the subspace at each of the P points. */
  public double[] residualVariance(Observations spectra) {
    double[] back = lift(project(spectra).values());
    double[] variance = new double[bands];
    for (int i = 0; i < back.length; i++) {
      double difference = spectra.values()[i] - back[i];
      variance[i % bands] += difference * difference / spectra.count();
    }
    return variance;
  }
}
