package org.debye.unmixing.posterior;

import java.util.Optional;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.Trajectory;

/** A chain, past its warm-up, whose draws are positions of a {@link MixingDensity}. */
sealed interface PosteriorChain {

  /** Draws once: all coordinates, abundances among them. */
  Trajectory step(double[] position);

  double stepSize();

  /** Trajectories that ended elsewhere than they began. */
  long moves();

  /** Evaluations of a density with its gradient, warm-up among them. */
  long gradients();

  /** Those of the warm-up. */
  long warmupGradients();

  /** Doublings after which a trajectory ends. */
  int longest(HmcSettings settings);

  /** How abundances were integrated out; empty where they were sampled. */
  Optional<Quadrature> quadrature();

  /** Of globals and abundances together. */
  record Joint(NutsChain chain, long warmupGradients) implements PosteriorChain {
    @Override
    public Trajectory step(double[] position) {
      return chain.step(position);
    }

    @Override
    public double stepSize() {
      return chain.stepSize();
    }

    @Override
    public long moves() {
      return chain.moves();
    }

    @Override
    public long gradients() {
      return chain.gradients();
    }

    @Override
    public int longest(HmcSettings settings) {
      return settings.maximumDepth();
    }

    @Override
    public Optional<Quadrature> quadrature() {
      return Optional.empty();
    }
  }

  /** Of the globals, abundances drawn after. */
  record Marginal(MarginalChain chain) implements PosteriorChain {
    @Override
    public Trajectory step(double[] position) {
      return chain.step(position);
    }

    @Override
    public double stepSize() {
      return chain.stepSize();
    }

    @Override
    public long moves() {
      return chain.moves();
    }

    @Override
    public long gradients() {
      return chain.gradients();
    }

    @Override
    public long warmupGradients() {
      return chain.warmupGradients();
    }

    @Override
    public int longest(HmcSettings settings) {
      return MarginalWarmUp.longest(settings);
    }

    @Override
    public Optional<Quadrature> quadrature() {
      return Optional.of(chain.quadrature());
    }
  }
}
