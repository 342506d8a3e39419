package org.debye.unmixing.posterior;

import java.util.Optional;
import org.debye.inference.nuts.Companion;
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

  /**
   * The same chain after a further, longer warm-up, from where it stands; none where it has no
   * more.
   */
  Optional<PosteriorChain> warmedUpAgain();

  /** One of the same draws whose trajectories cost less, if there is such. */
  PosteriorChain cheaper();

  /**
   * Of globals and abundances together.
   *
   * @param companion moves it after each trajectory
   */
  record Joint(NutsChain chain, Companion companion, long warmupGradients)
      implements PosteriorChain {
    @Override
    public Trajectory step(double[] position) {
      Trajectory trajectory = chain.step(position);
      return chain.accompany(companion, position) ? trajectory.at(chain.logDensity()) : trajectory;
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

    @Override
    public Optional<PosteriorChain> warmedUpAgain() {
      return Optional.empty();
    }

    @Override
    public PosteriorChain cheaper() {
      return this;
    }
  }

  /**
   * Of the globals, abundances drawn after.
   *
   * @param times that it has been warmed up again
   */
  record Marginal(MarginalChain chain, MarginalWarmUp warmUp, int times) implements PosteriorChain {
    private static final int MOST_TIMES = 2;

    /** Share of draws that move, below which few observations do not stand for all. */
    private static final double LEAST_ACCEPTED = 0.6;

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
      return WarmUpStage.longest(settings);
    }

    @Override
    public Optional<Quadrature> quadrature() {
      return Optional.of(chain.quadrature());
    }

    @Override
    public Optional<PosteriorChain> warmedUpAgain() {
      return times < MOST_TIMES
          ? warmUp.again(chain, times + 1).map(again -> new Marginal(again, warmUp, times + 1))
          : Optional.empty();
    }

    @Override
    public PosteriorChain cheaper() {
      boolean condensed = chain.rules().few().isPresent();
      if (condensed && chain.accepted() >= LEAST_ACCEPTED) {
        return this;
      }
      Optional<MarginalChain> other = warmUp.condensed(chain);
      if (other.isEmpty() && condensed) {
        other = warmUp.onAll(chain);
      }
      return other.isPresent() ? new Marginal(other.get(), warmUp, times) : this;
    }
  }
}
