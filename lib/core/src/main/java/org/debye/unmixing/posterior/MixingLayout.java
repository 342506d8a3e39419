package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.debye.inference.transform.CholeskyCorrelationTransform;
import org.debye.inference.transform.IntervalTransform;
import org.debye.inference.transform.Logits;
import org.debye.inference.transform.LowerBoundedTransform;
import org.debye.inference.transform.SimplexTransform;
import org.debye.inference.transform.Transform;
import org.debye.numeric.Hyperbolic;
import org.debye.numeric.Logistic;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.NoiseModel;

/**
 * Which unconstrained coordinate of a {@link MixingDensity} is what, and what it stands for. In
 * order: K - 1 of the weights, K x D of the endmembers (an endmember's D together), D of the noise
 * scales, D (D - 1) / 2 of each correlation factor, the log of alpha1 if it is inferred, and K - 1
 * runs of N of the abundances: stick k of observation i at {@code abundancesAt + k N + i}.
 *
 * <p>The globals, as draws of the posterior hold them: K weights w; K x D endmembers C[d,k], d
 * fastest; D scales s; the entries of each correlation factor below the diagonal, column by column
 * as Stan orders a matrix; alpha1 if it is inferred. Immutable; allocates only where it says so.
 */
public final class MixingLayout {
  /** Smallest abundance that {@link #unconstrain} tells from 0: its logit still has a slope. */
  private static final double SMALLEST_ABUNDANCE = 1e-300;

  private final int endmembers;
  private final int dimensions;
  private final int observations;
  private final int factors;
  private final boolean concentrationInferred;
  private final Logits logits;
  private final SimplexTransform weightTransform;
  private final Transform scaleTransform;
  private final CholeskyCorrelationTransform factorTransform;

  MixingLayout(MixingModel model, int observations, MixingPrior prior, Logits logits) {
    this.endmembers = model.endmembers();
    this.dimensions = model.dimensions();
    this.observations = observations;
    this.factors = model.correlationFactors();
    this.logits = logits;
    concentrationInferred = prior.concentration() instanceof MixingPrior.Inferred;
    weightTransform = new SimplexTransform(endmembers, Logits.PLAIN);
    scaleTransform =
        prior.noiseScale() instanceof MixingPrior.AroundSigma
            ? new IntervalTransform(dimensions, 0.5 * model.sigma(), 1.5 * model.sigma())
            : new LowerBoundedTransform(dimensions, 0);
    factorTransform = new CholeskyCorrelationTransform(dimensions);
  }

  /** K. */
  public int endmembers() {
    return endmembers;
  }

  /** D. */
  public int dimensions() {
    return dimensions;
  }

  /** N. */
  public int observations() {
    return observations;
  }

  /** One correlation factor, or one for each endmember under {@link NoiseModel#AUTHORS_CODE}. */
  public int correlationFactors() {
    return factors;
  }

  /** Whether alpha1 is among the unknowns. */
  public boolean concentrationInferred() {
    return concentrationInferred;
  }

  /** The number of unconstrained coordinates. */
  public int coordinates() {
    return abundancesAt() + observations * (endmembers - 1);
  }

  /** Where the endmembers' coordinates start, which are the endmembers themselves. */
  public int endmembersAt() {
    return endmembers - 1;
  }

  /** Where the noise scales' coordinates start. */
  public int scalesAt() {
    return endmembersAt() + endmembers * dimensions;
  }

  /** Where the correlation factors' coordinates start. */
  public int correlationAt() {
    return scalesAt() + dimensions;
  }

  /** Where the logarithm of alpha1 is, if it is inferred. */
  public int concentrationAt() {
    return correlationAt() + factors * factorTransform.coordinates();
  }

  /** Where the abundances' coordinates start: the number of global coordinates. */
  public int abundancesAt() {
    return concentrationAt() + (concentrationInferred ? 1 : 0);
  }

  /** The number of globals. */
  public int globals() {
    return abundancesAt() + 1;
  }

  /** The globals' names as Stan writes them: w[1], C[1,1], s[1], L[2,1] or L[k,2,1], alpha1. */
  public List<String> globalNames() {
    List<String> names = new ArrayList<>();
    for (int k = 1; k <= endmembers; k++) {
      names.add("w[" + k + "]");
    }
    for (int k = 1; k <= endmembers; k++) {
      for (int d = 1; d <= dimensions; d++) {
        names.add("C[" + d + "," + k + "]");
      }
    }
    for (int d = 1; d <= dimensions; d++) {
      names.add("s[" + d + "]");
    }
    for (int factor = 1; factor <= factors; factor++) {
      String start = factors == 1 ? "L[" : "L[" + factor + ",";
      for (int column = 1; column < dimensions; column++) {
        for (int row = column + 1; row <= dimensions; row++) {
          names.add(start + row + "," + column + "]");
        }
      }
    }
    if (concentrationInferred) {
      names.add("alpha1");
    }
    return Collections.unmodifiableList(names);
  }

  /**
   * The globals at a position. Allocates D x D for the correlation factors.
   *
   * @param position unconstrained coordinates; the abundances' are not read
   * @param globals as {@link #globalNames} orders them; overwritten
   */
  public void constrain(double[] position, double[] globals) {
    weightTransform.constrain(position, 0, globals, 0);
    System.arraycopy(position, endmembersAt(), globals, endmembers, endmembers * dimensions);
    int at = endmembers + endmembers * dimensions;
    scaleTransform.constrain(position, scalesAt(), globals, at);
    at += dimensions;
    double[] factor = new double[dimensions * dimensions];
    for (int f = 0; f < factors; f++) {
      int from = correlationAt() + f * factorTransform.coordinates();
      factorTransform.constrain(position, from, factor, 0);
      for (int column = 0; column < dimensions; column++) {
        for (int row = column + 1; row < dimensions; row++) {
          globals[at++] = factor[row * dimensions + column];
        }
      }
    }
    if (concentrationInferred) {
      globals[at] = StrictMath.exp(position[concentrationAt()]);
    }
  }

  /**
   * The abundances at a position.
   *
   * @param position unconstrained coordinates; only the abundances' are read
   * @param abundances N x K row major, rows on the simplex; overwritten
   */
  public void abundances(double[] position, double[] abundances) {
    int from = abundancesAt();
    for (int i = 0; i < observations; i++) {
      double stick = 1;
      for (int k = 0; k < endmembers - 1; k++) {
        double u = position[from + k * observations + i];
        double logit = (logits == Logits.STRETCHED ? StrictMath.sinh(u) : u) - offset(k);
        abundances[i * endmembers + k] = stick * Logistic.sigmoid(logit);
        stick *= Logistic.sigmoid(-logit);
      }
      abundances[i * endmembers + endmembers - 1] = stick;
    }
  }

  /**
   * The position of a mixture. An abundance below 1e-300 is taken as 1e-300, so that every position
   * is finite; a start from point estimates should be kept further inside by its maker.
   *
   * @param mixture of this layout's K, D and N, strictly inside its bounds but for abundances
   * @param concentration alpha1; not read unless it is inferred
   * @param position overwritten
   */
  public void unconstrain(Mixture mixture, double concentration, double[] position) {
    weightTransform.unconstrain(mixture.weights(), 0, position, 0);
    System.arraycopy(mixture.endmembers(), 0, position, endmembersAt(), endmembers * dimensions);
    scaleTransform.unconstrain(mixture.scales(), 0, position, scalesAt());
    for (int f = 0; f < factors; f++) {
      factorTransform.unconstrain(
          mixture.correlation(),
          f * factorTransform.values(),
          position,
          correlationAt() + f * factorTransform.coordinates());
    }
    if (concentrationInferred) {
      position[concentrationAt()] = StrictMath.log(concentration);
    }
    for (int i = 0; i < observations; i++) {
      unconstrainAbundances(mixture.abundances(), i, position);
    }
  }

  /**
   * The abundances' part of a position, exact however small they are.
   *
   * @param logAbundances N x K, finite
   * @param position its abundances are overwritten
   */
  void unconstrainLogAbundances(double[] logAbundances, double[] position) {
    for (int i = 0; i < observations; i++) {
      double after = logAbundances[(i + 1) * endmembers - 1];
      for (int k = endmembers - 2; k >= 0; k--) {
        double part = logAbundances[i * endmembers + k];
        double v = part - after + offset(k);
        position[abundancesAt() + k * observations + i] =
            logits == Logits.STRETCHED ? Hyperbolic.asinh(v) : v;
        double larger = Math.max(part, after);
        after = larger + StrictMath.log1p(StrictMath.exp(-Math.abs(part - after)));
      }
    }
  }

  /** The same of observation i alone, from an N x K array. */
  void unconstrainAbundances(double[] abundances, int i, double[] position) {
    double after = Math.max(abundances[(i + 1) * endmembers - 1], SMALLEST_ABUNDANCE);
    for (int k = endmembers - 2; k >= 0; k--) {
      double part = Math.max(abundances[i * endmembers + k], SMALLEST_ABUNDANCE);
      double v = StrictMath.log(part) - StrictMath.log(after) + offset(k);
      position[abundancesAt() + k * observations + i] =
          logits == Logits.STRETCHED ? Hyperbolic.asinh(v) : v;
      after += part;
    }
  }

  private double offset(int k) {
    return StrictMath.log(endmembers - 1 - k);
  }

  Logits logits() {
    return logits;
  }

  SimplexTransform weightTransform() {
    return weightTransform;
  }

  Transform scaleTransform() {
    return scaleTransform;
  }

  CholeskyCorrelationTransform factorTransform() {
    return factorTransform;
  }
}
