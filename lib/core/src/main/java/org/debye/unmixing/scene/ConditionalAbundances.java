package org.debye.unmixing.scene;

import org.debye.numeric.RandomStream;
import org.debye.unmixing.posterior.GlobalsLayout;

/**
 * Draws of one point's abundances given draws of everything else: p(w | y, C, Sigma, alpha1 w0)
 * proportional to Dir(w | alpha1 w0) N(y | C w, Sigma). Shares are moved in pairs whose sum stays:
 * in the logit u of the first's part, the density is w_j^a_j w_k^a_k times a normal, without poles,
 * and is sampled by slices (Neal 2003, section 4: stepping out and shrinkage). Whitened by Sigma's
 * factor, an evaluation costs two logarithms whatever the number of dimensions. Once conditioned,
 * it may be used by several threads.
 */
final class ConditionalAbundances {
  private static final double SMALLEST = 1e-290;

  private final int size;
  private final int dimensions;
  private final double[] whiten; // (diag(s) L)^-1, lower
  private final double[] corners; // K x D whitened
  private final double[] concentrations;

  /** For layouts with alpha1 among the globals. */
  ConditionalAbundances(GlobalsLayout layout) {
    size = layout.endmembers();
    dimensions = layout.dimensions();
    whiten = new double[dimensions * dimensions];
    corners = new double[size * dimensions];
    concentrations = new double[size];
  }

  /** Takes one draw of the globals, in the order of {@link GlobalsLayout}, alpha1 last. */
  void condition(double[] globals, int at, GlobalsLayout layout) {
    whitenBy(globals, at, layout);
    double alpha = globals[at + layout.width() - 1];
    for (int k = 0; k < size; k++) {
      concentrations[k] = alpha * globals[at + k];
      product(globals, at + layout.endmembersAt() + k * dimensions, corners, k * dimensions);
    }
  }

  /**
   * One sweep over all pairs.
   *
   * @param points holds the point's D coordinates from an offset
   * @param shares K, on the simplex; moved
   * @param residual workspace of D
   */
  void sweep(double[] points, int offset, double[] shares, double[] residual, RandomStream random) {
    product(points, offset, residual, 0);
    for (int k = 0; k < size; k++) {
      for (int d = 0; d < dimensions; d++) {
        residual[d] -= shares[k] * corners[k * dimensions + d];
      }
    }
    for (int j = 0; j < size; j++) {
      for (int k = j + 1; k < size; k++) {
        move(j, k, shares, residual, random);
      }
    }
  }

  private void move(int j, int k, double[] shares, double[] residual, RandomStream random) {
    double along = 0;
    double square = 0;
    for (int d = 0; d < dimensions; d++) {
      double edge = corners[j * dimensions + d] - corners[k * dimensions + d];
      along += residual[d] * edge;
      square += edge * edge;
    }
    double first = Math.max(shares[j], SMALLEST);
    double second = Math.max(shares[k], SMALLEST);
    Pair pair =
        new Pair(first + second, first, along, square, concentrations[j], concentrations[k]);
    double u = slice(pair, StrictMath.log(first / second), random);
    shares[j] = pair.sum * sigmoid(u);
    shares[k] = pair.sum * sigmoid(-u);
    double moved = shares[j] - first;
    for (int d = 0; d < dimensions; d++) {
      residual[d] -= moved * (corners[j * dimensions + d] - corners[k * dimensions + d]);
    }
  }

  private static double slice(Pair pair, double from, RandomStream random) {
    double level = pair.logDensity(from) + StrictMath.log(random.nextOpenDouble());
    // Tails fall by a or b for each unit of u: a width of that order meets few steps, and no limit
    // on them is needed.
    double width = 2 + 1 / Math.min(pair.a, pair.b);
    double left = from - width * random.nextDouble();
    double right = left + width;
    while (pair.logDensity(left) > level) {
      left -= width;
    }
    while (pair.logDensity(right) > level) {
      right += width;
    }
    while (true) {
      double u = left + (right - left) * random.nextDouble();
      if (pair.logDensity(u) >= level || right - left < 1e-12) {
        return u;
      }
      if (u < from) {
        left = u;
      } else {
        right = u;
      }
    }
  }

  /**
   * Shares t and sum - t of two endmembers; along and square: residual'e and e'e of their edge e.
   */
  private record Pair(double sum, double first, double along, double square, double a, double b) {
    double logDensity(double u) {
      double step = sum * sigmoid(u) - first;
      return a * logSigmoid(u) + b * logSigmoid(-u) + step * along - 0.5 * step * step * square;
    }
  }

  private static double sigmoid(double u) {
    return 1 / (1 + StrictMath.exp(-u));
  }

  private static double logSigmoid(double u) {
    return u < -700 ? u : -StrictMath.log1p(StrictMath.exp(-u));
  }

  /** Inverse of the lower triangular diag(s) L; L's diagonal makes its rows unit vectors. */
  private void whitenBy(double[] globals, int at, GlobalsLayout layout) {
    int d = dimensions;
    double[] factor = new double[d * d];
    int entry = at + layout.correlationAt();
    for (int column = 0; column < d; column++) {
      for (int row = column + 1; row < d; row++) {
        factor[row * d + column] = globals[entry++];
      }
    }
    for (int row = 0; row < d; row++) {
      double rest = 1;
      double scale = globals[at + layout.scalesAt() + row];
      for (int column = 0; column < row; column++) {
        rest -= factor[row * d + column] * factor[row * d + column];
        factor[row * d + column] *= scale;
      }
      factor[row * d + row] = scale * Math.sqrt(rest);
    }
    for (int column = 0; column < d; column++) {
      for (int row = column; row < d; row++) {
        double sum = row == column ? 1 : 0;
        for (int j = column; j < row; j++) {
          sum -= factor[row * d + j] * whiten[j * d + column];
        }
        whiten[row * d + column] = sum / factor[row * d + row];
      }
    }
  }

  private void product(double[] from, int offset, double[] to, int toOffset) {
    for (int row = 0; row < dimensions; row++) {
      double sum = 0;
      for (int column = 0; column <= row; column++) {
        sum += whiten[row * dimensions + column] * from[offset + column];
      }
      to[toOffset + row] = sum;
    }
  }
}
