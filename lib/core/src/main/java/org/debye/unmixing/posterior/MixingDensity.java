package org.debye.unmixing.posterior;

import java.util.List;
import org.debye.inference.BlockedLogDensity;
import org.debye.inference.transform.Logits;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;

/**
 * The joint density of endmembers, abundances, noise and observations (Hoidn, Mishra and Mehta, eqs
 * 1 to 3) over unconstrained coordinates ({@link MixingLayout}), with every constant:
 *
 * <pre>
 * log Dir(w | alpha0 1) + log N(C | 0, tau^2 I) + log p(s) + log LKJ(L | eta) [+ log p(alpha1)]
 *   + sum_i log Dir(w_i | alpha1 w) + log N(y_i | C w_i, Sigma) + log |Jacobian|
 * </pre>
 *
 * <p>In the logits v of the sticks, Dirichlet and Jacobian together are a_k log z_k + (a_(k+1) + ..
 * + a_K) log(1 - z_k): no logarithm of an abundance is taken. Value and gradient come from one pass
 * over blocks of observations. They are made of additions, multiplications, divisions and fused
 * multiply-adds in an order that only N decides, and of {@link StrictMath}: the same bits on every
 * machine and after every compiler. Not thread safe: it holds its workspace.
 */
public final class MixingDensity implements BlockedLogDensity {

  /**
   * How the posterior is set up.
   *
   * @param prior what is assumed of mixing, noise and endmembers
   * @param logits coordinates of the abundances
   */
  public record Options(MixingPrior prior, Logits logits) {

    /** The paper's prior, with the coordinates that suit small Dirichlet shapes. */
    public static Options ofModel() {
      return new Options(MixingPrior.ofModel(), Logits.STRETCHED);
    }
  }

  private final MixingModel model;
  private final Observations observations;
  private final MixingPrior prior;
  private final MixingLayout layout;
  private final MixingGlobals globals;
  private final AbundanceBlock block;
  private final NoiseKernel noise;
  private final double[] scratch;
  private double logLikelihood;

  private MixingDensity(MixingModel model, Observations observations, Options options) {
    this.model = model;
    this.observations = observations;
    prior = options.prior();
    layout = new MixingLayout(model, observations.count(), options.prior(), options.logits());
    globals = new MixingGlobals(layout, model, options.prior());
    block = new AbundanceBlock(layout);
    noise =
        model.noise() == NoiseModel.AUTHORS_CODE
            ? new MixedNoise(observations, model.endmembers())
            : new SharedNoise(observations, model.endmembers());
    scratch = new double[layout.coordinates()];
  }

  /**
   * The posterior of a mixture given observations of it.
   *
   * @param model hyperparameters
   * @param observations of the model's dimensions; not copied
   * @throws IllegalArgumentException if model and observations differ in dimensions
   */
  public static MixingDensity of(MixingModel model, Observations observations, Options options) {
    if (model.dimensions() != observations.dimensions()) {
      throw new IllegalArgumentException(
          "a model of "
              + model.dimensions()
              + " dimensions for observations of "
              + observations.dimensions());
    }
    return new MixingDensity(model, observations, options);
  }

  MixingModel model() {
    return model;
  }

  Observations observations() {
    return observations;
  }

  /** What is assumed of mixing, noise and endmembers. */
  public MixingPrior prior() {
    return prior;
  }

  /** What the coordinates stand for. */
  public MixingLayout layout() {
    return layout;
  }

  @Override
  public int dimension() {
    return scratch.length;
  }

  /** All but the abundances. */
  @Override
  public int globals() {
    return layout.abundancesAt();
  }

  /** One for each observation: given the globals, abundances of two observations do not meet. */
  @Override
  public int blocks() {
    return layout.observations();
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double lp = globals.constrain(position);
    block.begin(globals.concentration());
    noise.begin(globals, position, layout.endmembersAt());
    for (int start = 0; start < layout.observations(); start += AbundanceBlock.LANES) {
      block.forward(position, start);
      noise.apply(block, start);
      block.backward(noise.slopes(), gradient, start);
    }
    if (!block.inRange()) {
      return Double.NaN;
    }
    lp += block.logDensity(globals.concentrationSlopes());
    logLikelihood = noise.logLikelihood();
    noise.end(globals, gradient, layout.endmembersAt());
    globals.pullBack(position, gradient);
    return lp + logLikelihood;
  }

  /**
   * The sum over observations of log N(y_i | C w_i, Sigma), with constants: what the best of
   * several starts is chosen by. Costs one evaluation; NaN where that is not finite.
   */
  public double logLikelihood(double[] position) {
    return Double.isFinite(evaluate(position, scratch)) ? logLikelihood : Double.NaN;
  }

  /**
   * log N(y_i | C w_i, Sigma) of each observation.
   *
   * @param logLikelihoods N; overwritten
   */
  public void pointwiseLogLikelihood(double[] position, double[] logLikelihoods) {
    globals.constrain(position);
    noise.begin(globals, position, layout.endmembersAt());
    block.begin(globals.concentration());
    for (int start = 0; start < layout.observations(); start += AbundanceBlock.LANES) {
      block.forward(position, start);
      noise.pointwise(block, start, logLikelihoods);
    }
  }

  /** {@link MixingLayout#globalNames}. */
  public List<String> globalNames() {
    return layout.globalNames();
  }

  /** {@link MixingLayout#constrain}. */
  public void constrain(double[] position, double[] values) {
    layout.constrain(position, values);
  }

  /** {@link MixingLayout#abundances}. */
  public void abundances(double[] position, double[] abundances) {
    layout.abundances(position, abundances);
  }

  /** {@link MixingLayout#unconstrain}, alpha1 being the model's. */
  public void unconstrain(Mixture mixture, double[] position) {
    layout.unconstrain(mixture, globals.modelConcentration(), position);
  }

  /**
   * The position of a mixture whose abundances may be below the smallest double.
   *
   * @param logAbundances N x K, finite; the mixture's own are not read
   */
  public void unconstrain(Mixture mixture, double[] logAbundances, double[] position) {
    unconstrain(mixture, position);
    layout.unconstrainLogAbundances(logAbundances, position);
  }
}
