package org.debye.unmixing.posterior;

import org.debye.numeric.GammaFunction;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/** One draw of the globals, ready to give the density of an observation and its abundances. */
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
  private final double[] factor;
  private final double[] residual;

  private MixtureDraw(MixingModel model, double[] shapes, double[] coordinates, double[] factors) {
    endmembers = model.endmembers();
    dimensions = model.dimensions();
    mixed = model.noise() == NoiseModel.AUTHORS_CODE;
    this.shapes = shapes;
    this.coordinates = coordinates;
    this.factors = factors;
    factor = new double[dimensions * dimensions];
    residual = new double[dimensions];
    double sum = 0;
    double logs = 0;
    for (double shape : shapes) {
      sum += shape;
      logs += GammaFunction.logGamma(shape);
    }
    double ofNoise = mixed ? 0 : logDiagonal(factors);
    constant = GammaFunction.logGamma(sum) - logs - 0.5 * dimensions * LOG_TWO_PI - ofNoise;
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

  /**
   * log of Dir(w | shapes) N(y | C w, Sigma), the first by its density in the stick logits.
   *
   * @param y D coordinates from {@code yAt}
   * @param w K abundances from {@code at}, and their logarithms
   */
  double logDensity(double[] y, int yAt, double[] w, double[] logs, int at) {
    double sum = constant;
    for (int k = 0; k < endmembers; k++) {
      sum += shapes[k] * logs[at + k];
    }
    double[] lower = factors;
    if (mixed) {
      lower = mix(w, at);
      sum -= logDiagonal(lower);
    }
    for (int row = 0; row < dimensions; row++) {
      double rest = y[yAt + row];
      for (int k = 0; k < endmembers; k++) {
        rest -= coordinates[k * dimensions + row] * w[at + k];
      }
      for (int column = 0; column < row; column++) {
        rest -= lower[row * dimensions + column] * residual[column];
      }
      residual[row] = rest / lower[row * dimensions + row];
      sum -= 0.5 * residual[row] * residual[row];
    }
    return sum;
  }

  private double logDiagonal(double[] lower) {
    double sum = 0;
    for (int row = 0; row < dimensions; row++) {
      sum += Math.log(lower[row * dimensions + row]);
    }
    return sum;
  }

  private double[] mix(double[] w, int at) {
    for (int entry = 0; entry < factor.length; entry++) {
      double sum = 0;
      for (int k = 0; k < endmembers; k++) {
        sum += w[at + k] * factors[k * factor.length + entry];
      }
      factor[entry] = sum;
    }
    return factor;
  }

  int endmembers() {
    return endmembers;
  }
}
