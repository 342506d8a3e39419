package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.GammaFunction;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/**
 * One draw of the globals, ready to give the density of an observation and its abundances. Holds a
 * workspace: one a thread.
 */
final class MixtureDraw {
  private static final double LOG_TWO_PI = 1.8378770664093453;

  private final int endmembers;
  private final int dimensions;
  private final double[] shapes;
  private final double constant;
  private final double[] coordinates;

  /** Lower factors of the covariance, D x D each: one, or one for each endmember to be mixed. */
  private final double[] factors;

  private final boolean mixed;

  /** The endmembers by the inverse of the one factor, K x D; unused where factors are mixed. */
  private final double[] whitened;

  private final double[] observation;
  private final double[] standardised;
  private final double[] factor;
  private final double[] residuals = new double[Lanes.COUNT];

  private MixtureDraw(MixingModel model, double[] shapes, double[] coordinates, double[] factors) {
    endmembers = model.endmembers();
    dimensions = model.dimensions();
    mixed = model.noise() == NoiseModel.AUTHORS_CODE;
    this.shapes = shapes;
    this.coordinates = coordinates;
    this.factors = factors;
    factor = new double[dimensions * dimensions];
    observation = new double[dimensions];
    standardised = new double[dimensions];
    double sum = 0;
    double logs = 0;
    for (double shape : shapes) {
      sum += shape;
      logs += GammaFunction.logGamma(shape);
    }
    double ofNoise = mixed ? 0 : logDiagonal(factors, dimensions);
    constant = GammaFunction.logGamma(sum) - logs - 0.5 * dimensions * LOG_TWO_PI - ofNoise;
    whitened = new double[coordinates.length];
    for (int k = 0; k < endmembers && !mixed; k++) {
      observe(coordinates, k * dimensions);
      System.arraycopy(standardised, 0, whitened, k * dimensions, dimensions);
    }
  }

  static MixtureDraw of(MixingModel model, GlobalsLayout layout, double[] globals) {
    int k = layout.endmembers();
    int d = layout.dimensions();
    double alpha1 = layout.others() > 0 ? globals[layout.width() - 1] : model.alpha1();
    double[] shapes = new double[k];
    for (int label = 0; label < k; label++) {
      shapes[label] = alpha1 * globals[label];
    }
    boolean variance = model.noise() == NoiseModel.AUTHORS_CODE;
    double[] factors = new double[layout.factors() * d * d];
    int at = layout.correlationAt();
    for (int f = 0; f < layout.factors(); f++) {
      int from = f * d * d;
      for (int column = 0; column < d; column++) {
        for (int row = column + 1; row < d; row++) {
          factors[from + row * d + column] = globals[at++];
        }
      }
      for (int row = 0; row < d; row++) {
        double s = globals[layout.scalesAt() + row];
        scaleRow(factors, from + row * d, row, variance ? Math.sqrt(s) : s);
      }
    }
    return new MixtureDraw(model, shapes, layout.endmembers(globals), factors);
  }

  /** Completes a row of unit length by its diagonal, then scales it. */
  private static void scaleRow(double[] factors, int at, int row, double scale) {
    double left = 1;
    for (int column = 0; column < row; column++) {
      left -= factors[at + column] * factors[at + column];
      factors[at + column] *= scale;
    }
    factors[at + row] = scale * Math.sqrt(Math.max(left, 0));
  }

  /** Takes the observation that {@link #logTerms} is of: D coordinates from {@code yAt}. */
  void observe(double[] y, int yAt) {
    System.arraycopy(y, yAt, observation, 0, dimensions);
    if (mixed) {
      return;
    }
    for (int row = 0; row < dimensions; row++) {
      double rest = observation[row];
      for (int column = 0; column < row; column++) {
        rest -= factors[row * dimensions + column] * standardised[column];
      }
      standardised[row] = rest / factors[row * dimensions + row];
    }
  }

  /**
   * log of Dir(w | shapes) N(y | C w, Sigma), the first by its density in the stick logits, plus
   * the logarithm of each point's weight.
   *
   * @param terms a row, one for each point; overwritten
   */
  void logTerms(StickBlock block, double[] terms) {
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      terms[lane] = block.weights()[lane] + constant;
    }
    for (int k = 0; k < endmembers; k++) {
      Lanes.add(shapes[k], block.logs()[k], terms);
    }
    if (mixed) {
      addMixedNormal(block, terms);
      return;
    }
    for (int row = 0; row < dimensions; row++) {
      Arrays.fill(residuals, standardised[row]);
      for (int k = 0; k < endmembers; k++) {
        Lanes.add(-whitened[k * dimensions + row], block.abundances()[k], residuals);
      }
      Lanes.addSquare(-0.5, residuals, terms);
    }
  }

  /** The covariance is another at each point. */
  private void addMixedNormal(StickBlock block, double[] terms) {
    double[] w = new double[endmembers];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      for (int k = 0; k < endmembers; k++) {
        w[k] = block.abundances()[k][lane];
      }
      mix(w);
      double sum = -logDiagonal(factor, dimensions);
      for (int row = 0; row < dimensions; row++) {
        double rest = observation[row];
        for (int k = 0; k < endmembers; k++) {
          rest -= coordinates[k * dimensions + row] * w[k];
        }
        for (int column = 0; column < row; column++) {
          rest -= factor[row * dimensions + column] * standardised[column];
        }
        standardised[row] = rest / factor[row * dimensions + row];
        sum -= 0.5 * standardised[row] * standardised[row];
      }
      terms[lane] += sum;
    }
  }

  private static double logDiagonal(double[] lower, int dimensions) {
    double sum = 0;
    for (int row = 0; row < dimensions; row++) {
      sum += Math.log(lower[row * dimensions + row]);
    }
    return sum;
  }

  private void mix(double[] w) {
    for (int entry = 0; entry < factor.length; entry++) {
      double sum = 0;
      for (int k = 0; k < endmembers; k++) {
        sum += w[k] * factors[k * factor.length + entry];
      }
      factor[entry] = sum;
    }
  }
}
