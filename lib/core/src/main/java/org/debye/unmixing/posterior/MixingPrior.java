package org.debye.unmixing.posterior;

import java.io.Serializable;

/**
 * What inference assumes where it may differ from the {@link org.debye.spectra.mixing.MixingModel}:
 * on simulated data nothing, on real spectra neither the degree of mixing nor the noise nor the
 * size of an endmember is known.
 *
 * @param concentration alpha1
 * @param noiseScale each s_d; a standard deviation, or a variance under {@link
 *     org.debye.spectra.mixing.NoiseModel#AUTHORS_CODE}
 * @param endmemberScale tau of c_k ~ N(0, tau^2 I), above 0
 * @param weights prior of the global weights w
 */
public record MixingPrior(
    Concentration concentration, NoiseScale noiseScale, double endmemberScale, WeightsPrior weights)
    implements Serializable {

  /** The sum alpha1 of an observation's Dirichlet concentrations. */
  public sealed interface Concentration extends Serializable {}

  /** alpha1 is the model's. */
  public record Known() implements Concentration {}

  /** alpha1 is inferred: log alpha1 ~ N(log median, deviation^2). */
  public record Inferred(double median, double deviation) implements Concentration {

    public Inferred {
      requirePositive(median, "median");
      requirePositive(deviation, "deviation");
    }
  }

  /** The prior of each noise scale s_d. */
  public sealed interface NoiseScale extends Serializable {}

  /** s_d ~ U(sigma/2, 3 sigma/2) with the model's sigma. */
  public record AroundSigma() implements NoiseScale {}

  /** s_d ~ N(0, deviation^2), s_d above 0. */
  public record HalfNormal(double deviation) implements NoiseScale {

    public HalfNormal {
      requirePositive(deviation, "deviation");
    }
  }

  /** log s_d ~ N(log median, deviation^2). */
  public record LogNormal(double median, double deviation) implements NoiseScale {

    public LogNormal {
      requirePositive(median, "median");
      requirePositive(deviation, "deviation");
    }
  }

  public MixingPrior {
    requirePositive(endmemberScale, "endmemberScale");
  }

  /** With the model's Dirichlet prior of the weights. */
  public MixingPrior(Concentration concentration, NoiseScale noiseScale, double endmemberScale) {
    this(concentration, noiseScale, endmemberScale, new WeightsPrior.Symmetric());
  }

  /** The same with another prior of the weights. */
  public MixingPrior withWeights(WeightsPrior other) {
    return new MixingPrior(concentration, noiseScale, endmemberScale, other);
  }

  /** The paper's: alpha1 and sigma are known, endmembers are standard normal. */
  public static MixingPrior ofModel() {
    return new MixingPrior(new Known(), new AroundSigma(), 1);
  }

  private static void requirePositive(double value, String name) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0, got " + value);
    }
  }
}
