package org.debye.numeric;

import java.util.Arrays;

/** The vectors that {@link LeadingEigenpairs} iterates. Thread-confined. */
final class EigenBlock {
  private static final double MOST_GROWTH = 1e12;
  private static final double WANTED_GROWTH = 1e6;
  private static final int MOST_DEGREE = 3000;

  private final SymmetricOperator operator;
  private final RandomStreams start;
  private double[][] vectors;
  private double[][] products;
  private double[] values;
  private long replaced;

  private EigenBlock(SymmetricOperator operator, int width, RandomStreams start) {
    this.operator = operator;
    this.start = start;
    vectors = new double[width][operator.size()];
    products = new double[width][operator.size()];
    values = new double[width];
  }

  static EigenBlock random(SymmetricOperator operator, int width, RandomStreams start) {
    EigenBlock block = new EigenBlock(operator, width, start);
    for (double[] vector : block.vectors) {
      block.fill(vector);
    }
    return block;
  }

  double value(int j) {
    return values[j];
  }

  double[] values(int count) {
    return Arrays.copyOf(values, count);
  }

  /** The first vectors, each with its component of largest magnitude positive. */
  double[][] vectors(int count) {
    double[][] out = new double[count][];
    for (int j = 0; j < count; j++) {
      double largest = 0;
      for (double component : vectors[j]) {
        if (Math.abs(component) > Math.abs(largest) * (1 + 1e-12)) {
          largest = component;
        }
      }
      double sign = largest < 0 ? -1 : 1;
      out[j] = Arrays.stream(vectors[j]).map(component -> sign * component).toArray();
    }
    return out;
  }

  /** Norms of A x - value x of the first vectors, after {@link #project}. */
  double[] residuals(int count) {
    double[] norms = new double[count];
    for (int j = 0; j < count; j++) {
      double square = 0;
      for (int i = 0; i < vectors[j].length; i++) {
        double difference = products[j][i] - values[j] * vectors[j][i];
        square += difference * difference;
      }
      norms[j] = Math.sqrt(square);
    }
    return norms;
  }

  /** Rayleigh and Ritz: the best eigenpairs within the span of the vectors. */
  void project() {
    orthonormalise();
    operator.apply(vectors, products);
    int width = vectors.length;
    double[] small = new double[width * width];
    for (int a = 0; a < width; a++) {
      for (int b = a; b < width; b++) {
        double entry = 0.5 * (dot(vectors[a], products[b]) + dot(vectors[b], products[a]));
        small[a * width + b] = entry;
        small[b * width + a] = entry;
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(small, width);
    values = eigen.values();
    vectors = combined(vectors, eigen.vectors());
    products = combined(products, eigen.vectors());
  }

  /**
   * An interval to be damped.
   *
   * @param centre of it
   * @param half its half length
   * @param top the largest eigenvalue, as far as known, for scale
   */
  record Filter(double centre, double half, double top) {
    static Filter between(double floor, double cut, double top) {
      double high = Math.max(cut, floor + 1e-12 * Math.max(1, Math.abs(floor)));
      return new Filter(0.5 * (floor + high), 0.5 * (high - floor), top);
    }

    /** So that the last wanted one grows enough and the first does not drown all others. */
    int degree(double lastWanted) {
      double steep = inverseCosh((top - centre) / half);
      double slow = inverseCosh((lastWanted - centre) / half);
      double enough = inverseCosh(WANTED_GROWTH) / slow;
      double most = inverseCosh(MOST_GROWTH) / steep;
      return (int) Math.max(2, Math.min(MOST_DEGREE, Math.min(enough, most)));
    }

    private static double inverseCosh(double x) {
      double above = Math.max(x, 1 + 1e-14);
      return Math.log(above + Math.sqrt((above - 1) * (above + 1)));
    }
  }

  /** Multiplies by the Chebyshev polynomial that is small on the filter's interval. */
  void filter(Filter filter, int count) {
    int degree = filter.degree(values[count - 1]);
    double first = filter.half() / (filter.top() - filter.centre());
    double sigma = first;
    double[][] before = vectors;
    double[][] now = products;
    combine(now, sigma / filter.half(), before, -filter.centre());
    double[][] next = new double[before.length][operator.size()];
    for (int i = 2; i <= degree; i++) {
      double following = 1 / (2 / first - sigma);
      operator.apply(now, next);
      combine(next, 2 * following / filter.half(), now, -filter.centre());
      subtract(next, sigma * following, before);
      double[][] spent = before;
      before = now;
      now = next;
      next = spent;
      sigma = following;
    }
    vectors = now;
    products = before;
  }

  /** y = factor (y + shift x). */
  private static void combine(double[][] y, double factor, double[][] x, double shift) {
    for (int j = 0; j < y.length; j++) {
      for (int i = 0; i < y[j].length; i++) {
        y[j][i] = factor * (y[j][i] + shift * x[j][i]);
      }
    }
  }

  private static void subtract(double[][] y, double factor, double[][] x) {
    for (int j = 0; j < y.length; j++) {
      for (int i = 0; i < y[j].length; i++) {
        y[j][i] -= factor * x[j][i];
      }
    }
  }

  /** Gram and Schmidt, twice over; a vector that vanishes makes room for a random one. */
  private void orthonormalise() {
    for (int j = 0; j < vectors.length; j++) {
      double before = norm(vectors[j]);
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < j; i++) {
          double along = dot(vectors[i], vectors[j]);
          for (int k = 0; k < vectors[j].length; k++) {
            vectors[j][k] -= along * vectors[i][k];
          }
        }
      }
      double left = norm(vectors[j]);
      if (left > 1e-13 * before) {
        for (int k = 0; k < vectors[j].length; k++) {
          vectors[j][k] /= left;
        }
      } else {
        fill(vectors[j]);
        j--;
      }
    }
  }

  private void fill(double[] vector) {
    RandomStream stream = start.at(replaced++);
    Arrays.setAll(vector, i -> stream.nextGaussian());
  }

  /** Rows of a square matrix times the vectors. */
  private static double[][] combined(double[][] vectors, double[] rows) {
    int width = vectors.length;
    int n = vectors[0].length;
    double[][] out = new double[width][n];
    for (int j = 0; j < width; j++) {
      for (int k = 0; k < width; k++) {
        double weight = rows[j * width + k];
        for (int i = 0; i < n; i++) {
          out[j][i] += weight * vectors[k][i];
        }
      }
    }
    return out;
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
