package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.debye.numeric.Exponentials;

/**
 * Where an observation's stretched stick logits may be: a mixture of normals, one around each of up
 * to 128 posterior draws, as wide and as inclined as the draw's neighbours, which follows ridges
 * and several modes; one twice as wide as all draws; and one that covers all that there is, since
 * these logits reach 10 only for Dirichlet shapes below 1e-4.
 */
final class StickProposal {
  /** No normal is narrower than this, whatever the draws say. */
  private static final double LEAST_SPREAD = 0.05;

  private static final int MOST_KERNELS = 128;
  private static final double NEIGHBOURS = 0.2;
  private static final double LOG_TWO_PI = 1.8378770664093453;
  private static final double KERNEL_SHARE = 0.7;
  private static final double WIDE_SHARE = 0.2;
  private static final double WIDE = 2;
  private static final double ALL = 4;
  private static final double LEAST_EXPONENT = -700;

  private final int sticks;
  private final Normal[] normals;
  private final double[] shares;

  private StickProposal(int sticks, Normal[] normals, double[] shares) {
    this.sticks = sticks;
    this.normals = normals;
    this.shares = shares;
  }

  /** Around the posterior draws of one observation. */
  static StickProposal of(AbundanceDraws draws, int observation) {
    int sticks = draws.layout().endmembers() - 1;
    int count = Math.min(draws.size(), MOST_KERNELS);
    double[][] points = new double[count][sticks];
    for (int j = 0; j < count; j++) {
      draws.stretched((int) ((long) j * draws.size() / count), observation, points[j]);
    }
    Normal whole = Normal.of(points, 1);
    Normal[] normals = new Normal[count + 2];
    double[] shares = new double[normals.length];
    int near = Math.max(Math.min(count, 4 * sticks), (int) (NEIGHBOURS * count));
    for (int j = 0; j < count; j++) {
      normals[j] = Normal.of(nearest(points, points[j], whole, near), 1).at(points[j]);
      shares[j] = KERNEL_SHARE / count;
    }
    normals[count] = Normal.of(points, WIDE);
    shares[count] = WIDE_SHARE;
    normals[count + 1] = Normal.standard(sticks, ALL);
    shares[count + 1] = 1 - KERNEL_SHARE - WIDE_SHARE;
    return new StickProposal(sticks, normals, shares);
  }

  private static double[][] nearest(double[][] points, double[] centre, Normal metric, int count) {
    Normal around = metric.at(centre);
    double[] scratch = new double[centre.length];
    double[] distances =
        Arrays.stream(points).mapToDouble(point -> around.squares(point, scratch)).toArray();
    return IntStream.range(0, points.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> distances[j]))
        .limit(count)
        .map(j -> points[j])
        .toArray(double[][]::new);
  }

  int sticks() {
    return sticks;
  }

  /**
   * A point of the mixture.
   *
   * @param normal standard normal deviates, one a stick
   * @param part uniform on [0, 1): which of the normals
   */
  void place(double[] normal, double part, double[] out) {
    int which = 0;
    double left = part - shares[0];
    while (left >= 0 && which < shares.length - 1) {
      which++;
      left -= shares[which];
    }
    normals[which].place(normal, out);
  }

  /**
   * Logarithm of the density of points.
   *
   * @param places rows of lanes, one a stick
   * @param out a row; overwritten
   */
  void logDensities(double[][] places, Exponentials exponentials, double[] out) {
    double[][] residuals = Lanes.rows(sticks);
    double[] terms = new double[Lanes.COUNT];
    Arrays.fill(out, 0);
    for (int j = 0; j < normals.length; j++) {
      Arrays.fill(terms, -normals[j].logDeterminant());
      normals[j].addSquares(places, residuals, terms);
      Lanes.addAtLeast(0, LEAST_EXPONENT, terms);
      exponentials.exp(terms, terms);
      Lanes.add(shares[j], terms, out);
    }
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      out[lane] = Math.log(out[lane]) - 0.5 * sticks * LOG_TWO_PI;
    }
  }

  /** A normal by its mean and the lower factor of its covariance. */
  private record Normal(double[] mean, double[] factor, double logDeterminant) {

    /** Of points, its standard deviations widened by a factor. */
    static Normal of(double[][] points, double widening) {
      int size = points[0].length;
      double[] mean = new double[size];
      for (double[] point : points) {
        for (int row = 0; row < size; row++) {
          mean[row] += point[row] / points.length;
        }
      }
      double[] covariance = new double[size * size];
      for (double[] point : points) {
        for (int row = 0; row < size; row++) {
          for (int column = 0; column <= row; column++) {
            covariance[row * size + column] +=
                (point[row] - mean[row]) * (point[column] - mean[column]) / points.length;
          }
        }
      }
      for (int row = 0; row < size; row++) {
        covariance[row * size + row] += LEAST_SPREAD * LEAST_SPREAD;
      }
      for (int entry = 0; entry < covariance.length; entry++) {
        covariance[entry] *= widening * widening;
      }
      return of(mean, cholesky(covariance, size));
    }

    static Normal standard(int size, double spread) {
      double[] factor = new double[size * size];
      for (int row = 0; row < size; row++) {
        factor[row * size + row] = spread;
      }
      return of(new double[size], factor);
    }

    private static Normal of(double[] mean, double[] factor) {
      double sum = 0;
      for (int row = 0; row < mean.length; row++) {
        sum += Math.log(factor[row * mean.length + row]);
      }
      return new Normal(mean, factor, sum);
    }

    private static double[] cholesky(double[] covariance, int size) {
      double[] factor = new double[size * size];
      for (int row = 0; row < size; row++) {
        for (int column = 0; column <= row; column++) {
          double sum = covariance[row * size + column];
          for (int k = 0; k < column; k++) {
            sum -= factor[row * size + k] * factor[column * size + k];
          }
          factor[row * size + column] =
              row == column ? Math.sqrt(sum) : sum / factor[column * size + column];
        }
      }
      return factor;
    }

    Normal at(double[] centre) {
      return new Normal(centre, factor, logDeterminant);
    }

    void place(double[] normal, double[] out) {
      for (int row = 0; row < mean.length; row++) {
        double sum = mean[row];
        for (int column = 0; column <= row; column++) {
          sum += factor[row * mean.length + column] * normal[column];
        }
        out[row] = sum;
      }
    }

    /** sum -= half the squared distance of each point; residuals are overwritten. */
    void addSquares(double[][] places, double[][] residuals, double[] sum) {
      for (int row = 0; row < mean.length; row++) {
        double inverse = 1 / factor[row * mean.length + row];
        double[] residual = residuals[row];
        Arrays.fill(residual, -mean[row] * inverse);
        Lanes.add(inverse, places[row], residual);
        for (int column = 0; column < row; column++) {
          double slope = factor[row * mean.length + column] * inverse;
          Lanes.add(-slope, residuals[column], residual);
        }
        Lanes.addSquare(-0.5, residual, sum);
      }
    }

    double squares(double[] point, double[] scratch) {
      double squares = 0;
      for (int row = 0; row < mean.length; row++) {
        double rest = point[row] - mean[row];
        for (int column = 0; column < row; column++) {
          rest -= factor[row * mean.length + column] * scratch[column];
        }
        scratch[row] = rest / factor[row * mean.length + row];
        squares += scratch[row] * scratch[row];
      }
      return squares;
    }
  }
}
