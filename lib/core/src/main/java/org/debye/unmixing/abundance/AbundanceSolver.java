package org.debye.unmixing.abundance;

import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.endmember.Endmembers;

/**
 * Shares of known endmembers, spectrum after spectrum. The endmembers enter through their K x K
 * Gram matrix, made once, and a spectrum through its K products with them: what is iterated has the
 * size K whatever the number of points. Not thread safe: give each task its own.
 */
public final class AbundanceSolver {
  private final int size;
  private final int points;
  private final double[] endmembers; // K x P, less the centre
  private final double[] centre; // zero unless the shares sum to one
  private final double[] products;
  private final GramSolver solver;

  private AbundanceSolver(Endmembers pure, AbundanceMethod method) {
    size = pure.count();
    points = pure.dimensions();
    endmembers = pure.coordinates().clone();
    centre = new double[points];
    products = new double[size];
    boolean sumToOne = sumsToOne(method);
    if (sumToOne) {
      centreEndmembers();
    }
    double[] gram = gram();
    solver =
        method instanceof AbundanceMethod.Sunsal sunsal
            ? new SunsalSolver(gram, size, sunsal)
            : new ActiveSetSolver(gram, size, sumToOne);
  }

  /** A solver for these endmembers. */
  public static AbundanceSolver of(Endmembers endmembers, AbundanceMethod method) {
    return new AbundanceSolver(endmembers, method);
  }

  /**
   * Shares in one spectrum.
   *
   * @param spectra holds P values from an offset
   * @param shares K values from an offset; overwritten
   * @return whether the iteration came to its end; always so for the exact methods
   */
  public boolean solve(double[] spectra, int offset, double[] shares, int shareOffset) {
    for (int k = 0; k < size; k++) {
      double sum = 0;
      for (int p = 0; p < points; p++) {
        sum += endmembers[k * points + p] * (spectra[offset + p] - centre[p]);
      }
      products[k] = sum;
    }
    return solver.solve(products, shares, shareOffset);
  }

  /** Shares in all spectra. */
  public Abundances solveAll(Observations spectra) {
    if (spectra.dimensions() != points) {
      throw new IllegalArgumentException(
          "spectra of " + spectra.dimensions() + " points, endmembers of " + points);
    }
    double[] shares = new double[spectra.count() * size];
    int unsettled = 0;
    for (int i = 0; i < spectra.count(); i++) {
      unsettled += solve(spectra.values(), i * points, shares, i * size) ? 0 : 1;
    }
    return new Abundances(spectra.count(), size, shares, unsettled);
  }

  private static boolean sumsToOne(AbundanceMethod method) {
    if (method instanceof AbundanceMethod.Sunsal sunsal) {
      return sunsal.constraint().sumToOne() && sunsal.sparsity() == 0;
    }
    return method instanceof AbundanceMethod.FullyConstrained;
  }

  /** With a sum of one, the mean endmember may be taken from all: the Gram matrix is the better. */
  private void centreEndmembers() {
    for (int i = 0; i < endmembers.length; i++) {
      centre[i % points] += endmembers[i] / size;
    }
    for (int i = 0; i < endmembers.length; i++) {
      endmembers[i] -= centre[i % points];
    }
  }

  private double[] gram() {
    double[] gram = new double[size * size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double sum = 0;
        for (int p = 0; p < points; p++) {
          sum += endmembers[a * points + p] * endmembers[b * points + p];
        }
        gram[a * size + b] = sum;
      }
    }
    return gram;
  }
}
