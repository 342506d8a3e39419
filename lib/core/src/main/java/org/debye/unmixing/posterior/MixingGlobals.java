package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.inference.transform.CholeskyCorrelationTransform;
import org.debye.numeric.GammaFunction;
import org.debye.spectra.mixing.MixingModel;

/**
 * The few unknowns that all observations share: their constrained values, prior and Jacobian at a
 * position, and their gradient, which the kernels add to, on its way back.
 */
final class MixingGlobals {
  private static final double LOG_TWO_PI = 1.8378770664093453;
  private static final double LOG_TWO = 0.6931471805599453;

  private final MixingLayout layout;
  private final MixingModel model;
  private final MixingPrior prior;
  private final double constant;
  private final double[] weights;
  private final double[] weightSlopes;
  private final double[] concentration;
  private final double[] concentrationSlopes;
  private final double[] scales;
  private final double[] factors;

  /** As long as the gradient's part from the scales on, so that transforms may share an offset. */
  private final double[] scaleSlopes;

  private final double[] factorSlopes;
  private double alpha1;

  MixingGlobals(MixingLayout layout, MixingModel model, MixingPrior prior) {
    this.layout = layout;
    this.model = model;
    this.prior = prior;
    int d = model.dimensions();
    weights = new double[model.endmembers()];
    weightSlopes = new double[model.endmembers()];
    concentration = new double[model.endmembers()];
    concentrationSlopes = new double[model.endmembers()];
    scales = new double[d];
    scaleSlopes = new double[d];
    factors = new double[model.correlationFactors() * d * d];
    factorSlopes = new double[factors.length];
    constant = constant();
  }

  double[] concentration() {
    return concentration;
  }

  double[] concentrationSlopes() {
    return concentrationSlopes;
  }

  double[] scales() {
    return scales;
  }

  double[] scaleSlopes() {
    return scaleSlopes;
  }

  /** Correlation factors, D x D row major each. */
  double[] factors() {
    return factors;
  }

  double[] factorSlopes() {
    return factorSlopes;
  }

  double modelConcentration() {
    return model.alpha1();
  }

  /** Values at a position; log prior and log Jacobian. The slopes are set to those of the prior. */
  double constrain(double[] position) {
    double lp = constant + layout.weightTransform().constrain(position, 0, weights, 0);
    lp += prior.weights().logDensity(weights, model.alpha0(), weightSlopes);
    alpha1 = model.alpha1();
    if (prior.concentration() instanceof MixingPrior.Inferred inferred) {
      double u = position[layout.concentrationAt()];
      double deviate = (u - StrictMath.log(inferred.median())) / inferred.deviation();
      lp -= 0.5 * deviate * deviate;
      alpha1 = StrictMath.exp(u);
    }
    for (int k = 0; k < weights.length; k++) {
      concentration[k] = alpha1 * weights[k];
    }
    return lp + endmembers(position) + scales(position) + correlation(position);
  }

  private double endmembers(double[] position) {
    double squares = 0;
    for (int at = layout.endmembersAt(); at < layout.scalesAt(); at++) {
      squares += position[at] * position[at];
    }
    return -0.5 * squares / (prior.endmemberScale() * prior.endmemberScale());
  }

  private double scales(double[] position) {
    double lp = layout.scaleTransform().constrain(position, layout.scalesAt(), scales, 0);
    Arrays.fill(scaleSlopes, 0);
    for (int d = 0; d < scales.length; d++) {
      double s = scales[d];
      if (prior.noiseScale() instanceof MixingPrior.HalfNormal half) {
        double deviate = s / half.deviation();
        lp -= 0.5 * deviate * deviate;
        scaleSlopes[d] = -deviate / half.deviation();
      } else if (prior.noiseScale() instanceof MixingPrior.LogNormal normal) {
        double logScale = position[layout.scalesAt() + d];
        double deviate = (logScale - StrictMath.log(normal.median())) / normal.deviation();
        lp -= 0.5 * deviate * deviate + logScale;
        scaleSlopes[d] = -(deviate / normal.deviation() + 1) / s;
      }
    }
    return lp;
  }

  /** LKJ: prod_d L_dd^(D - d - 1 + 2 (eta - 1)), d counted from 0 and from the second row on. */
  private double correlation(double[] position) {
    CholeskyCorrelationTransform transform = layout.factorTransform();
    Arrays.fill(factorSlopes, 0);
    int d = scales.length;
    double lp = 0;
    for (int f = 0; f < layout.correlationFactors(); f++) {
      int at = f * transform.values();
      lp +=
          transform.constrain(
              position, layout.correlationAt() + f * transform.coordinates(), factors, at);
      for (int row = 1; row < d; row++) {
        double diagonal = factors[at + row * d + row];
        double exponent = d - row - 1 + 2 * (model.eta() - 1);
        lp += exponent * StrictMath.log(diagonal);
        factorSlopes[at + row * d + row] = exponent / diagonal;
      }
    }
    return lp;
  }

  /** The slopes, complete by now, to the gradient; its part of the endmembers is added to. */
  void pullBack(double[] position, double[] gradient) {
    double byAlpha1 = 0;
    for (int k = 0; k < weights.length; k++) {
      byAlpha1 += weights[k] * concentrationSlopes[k];
      weightSlopes[k] += alpha1 * concentrationSlopes[k];
    }
    layout.weightTransform().pullBack(position, 0, weights, 0, weightSlopes, gradient);
    if (prior.concentration() instanceof MixingPrior.Inferred inferred) {
      int at = layout.concentrationAt();
      double distance = position[at] - StrictMath.log(inferred.median());
      gradient[at] = alpha1 * byAlpha1 - distance / (inferred.deviation() * inferred.deviation());
    }
    double precision = 1 / (prior.endmemberScale() * prior.endmemberScale());
    for (int at = layout.endmembersAt(); at < layout.scalesAt(); at++) {
      gradient[at] -= precision * position[at];
    }
    layout.scaleTransform().pullBack(position, layout.scalesAt(), scales, 0, scaleSlopes, gradient);
    CholeskyCorrelationTransform transform = layout.factorTransform();
    for (int f = 0; f < layout.correlationFactors(); f++) {
      transform.pullBack(
          position,
          layout.correlationAt() + f * transform.coordinates(),
          factors,
          f * transform.values(),
          factorSlopes,
          gradient);
    }
  }

  /** What the log density holds that no coordinate moves. */
  private double constant() {
    int k = model.endmembers();
    int d = model.dimensions();
    double sum = prior.weights().logConstant(k, model.alpha0());
    sum -= k * d * (0.5 * LOG_TWO_PI + StrictMath.log(prior.endmemberScale()));
    if (prior.concentration() instanceof MixingPrior.Inferred inferred) {
      sum -= 0.5 * LOG_TWO_PI + StrictMath.log(inferred.deviation());
    }
    if (prior.noiseScale() instanceof MixingPrior.HalfNormal half) {
      sum -= d * (0.5 * LOG_TWO_PI - LOG_TWO + StrictMath.log(half.deviation()));
    } else if (prior.noiseScale() instanceof MixingPrior.LogNormal normal) {
      sum -= d * (0.5 * LOG_TWO_PI + StrictMath.log(normal.deviation()));
    } else {
      sum -= d * StrictMath.log(model.sigma());
    }
    return sum + model.correlationFactors() * correlationConstant();
  }

  /** Lewandowski, Kurowicka and Joe 2009: one symmetric beta density a partial correlation. */
  private double correlationConstant() {
    double sum = 0;
    for (int column = 0; column < model.dimensions() - 1; column++) {
      double b = model.eta() + 0.5 * (model.dimensions() - 2 - column);
      double logBeta = 2 * GammaFunction.logGamma(b) - GammaFunction.logGamma(2 * b);
      sum -= (model.dimensions() - 1 - column) * (logBeta + (2 * b - 1) * LOG_TWO);
    }
    return sum;
  }
}
