package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.debye.spectra.mixing.Observations;

/**
 * Orthonormal functions of observations, each by its values at them: polynomials first, then others
 * that come and go.
 */
final class ObservationFunctions {
  /** Part of a function that those before it must leave of it. */
  private static final double LEAST_NEW = 1e-7;

  /** Gram-Schmidt twice is enough; once more costs nothing. */
  private static final int PASSES = 3;

  /** Standard deviations that are 1, which keeps high powers small. */
  private static final double SPREAD = 2;

  private final Observations observed;
  private final List<double[]> rows = new ArrayList<>();
  private final int polynomials;

  /**
   * All polynomials up to the highest degree of which there are no more than so many.
   *
   * @param most how many
   */
  ObservationFunctions(Observations observed, int most) {
    this.observed = observed;
    addPolynomials(most);
    polynomials = rows.size();
  }

  /** The polynomials and what others have beside them; those of before are forgotten. */
  double[][] with(List<double[]> others) {
    rows.subList(polynomials, rows.size()).clear();
    others.forEach(this::add);
    return rows.toArray(double[][]::new);
  }

  private record Monomial(double[] row, int lastVariable) {}

  private void addPolynomials(int most) {
    double[][] variables = standardised();
    double[] one = new double[observed.count()];
    Arrays.fill(one, 1);
    List<Monomial> present = new ArrayList<>();
    add(one).ifPresent(row -> present.add(new Monomial(row, 0)));
    for (int power = 1; all(power) <= most; power++) {
      List<Monomial> next = new ArrayList<>();
      for (Monomial lower : present) {
        for (int v = lower.lastVariable(); v < variables.length; v++) {
          int variable = v;
          double[] product = new double[one.length];
          Arrays.setAll(product, i -> lower.row()[i] * variables[variable][i]);
          add(product).ifPresent(row -> next.add(new Monomial(row, variable)));
        }
      }
      present.clear();
      present.addAll(next);
    }
  }

  /** How many polynomials there are up to a degree. */
  private long all(int degree) {
    long count = 1;
    for (int d = 1; d <= observed.dimensions(); d++) {
      count = count * (degree + d) / d;
    }
    return count;
  }

  /** The observations' coordinates, of mean 0 and equal spread. */
  private double[][] standardised() {
    int count = observed.count();
    int dimensions = observed.dimensions();
    double[][] variables = new double[dimensions][count];
    for (int d = 0; d < dimensions; d++) {
      double mean = 0;
      for (int i = 0; i < count; i++) {
        variables[d][i] = observed.values()[i * dimensions + d];
        mean += variables[d][i] / count;
      }
      double squares = 0;
      for (int i = 0; i < count; i++) {
        variables[d][i] -= mean;
        squares += variables[d][i] * variables[d][i] / count;
      }
      double scale = squares > 0 ? 1 / (SPREAD * Math.sqrt(squares)) : 0;
      for (int i = 0; i < count; i++) {
        variables[d][i] *= scale;
      }
    }
    return variables;
  }

  /** What is new of a function, normalised; empty if that is rounding. */
  private Optional<double[]> add(double[] function) {
    double[] row = function.clone();
    double size = Math.sqrt(product(row, row));
    for (int pass = 0; pass < PASSES; pass++) {
      for (double[] other : rows) {
        double part = product(other, row);
        for (int i = 0; i < row.length; i++) {
          row[i] -= part * other[i];
        }
      }
    }
    double left = Math.sqrt(product(row, row));
    if (!(left > LEAST_NEW * size)) {
      return Optional.empty();
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= left;
    }
    rows.add(row);
    return Optional.of(row);
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
