package org.debye.unmixing.posterior;

import java.util.Optional;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.Companion;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStream;

/**
 * One start of Hamiltonian Monte Carlo on the posterior of a mixture: from a point, random or
 * given, through warm-up. What draws then is a {@link HmcChain}.
 */
public final class HmcStart {
  private final MixingDensity density;
  private final HmcSettings settings;
  private final RandomStream random;
  private final CpuClock clock = new CpuClock();

  private HmcStart(MixingDensity density, HmcSettings settings, RandomStream random) {
    this.density = density;
    this.settings = settings;
    this.random = random;
  }

  /**
   * Runs one start. Equal arguments give equal draws to the last bit.
   *
   * @param random the start's own stream
   */
  public static StartOutcome run(MixingDensity density, HmcSettings settings, RandomStream random) {
    return draw(begin(density, settings, random), settings);
  }

  /**
   * Runs one start from a given point: a guess on real spectra, where random points end in far
   * modes.
   *
   * @param position unconstrained coordinates; copied
   */
  public static StartOutcome runFrom(
      MixingDensity density, HmcSettings settings, double[] position, RandomStream random) {
    HmcStart start = new HmcStart(density, settings, random);
    return draw(start.begin(NutsChain.startAt(density, start.ahead(), position, random)), settings);
  }

  /**
   * Begins one start, of which no draw is taken yet. Equal arguments give equal chains.
   *
   * @param random the start's own stream
   */
  public static HmcBeginning begin(
      MixingDensity density, HmcSettings settings, RandomStream random) {
    HmcStart start = new HmcStart(density, settings, random);
    return start.begin(
        start.integrates() ? start.searched() : NutsChain.start(density, settings.nuts(), random));
  }

  private static StartOutcome draw(HmcBeginning beginning, HmcSettings settings) {
    return beginning instanceof HmcBeginning.Begun begun
        ? begun.chain().until(settings)
        : new StartOutcome.Refused(((HmcBeginning.Refused) beginning).reason());
  }

  private ChainStart searched() {
    ModeSearch.Found found = ModeSearch.run(density, settings, random);
    return found.position().length == 0
        ? NutsChain.start(density, ahead(), random)
        : NutsChain.startAt(density, ahead(), found.position(), random);
  }

  private boolean integrates() {
    return settings.abundances() == Abundances.INTEGRATED
        && RuleChoice.affordable(density.layout().endmembers());
  }

  /** Of the joint chain that goes ahead, or that is all there is. */
  private NutsSettings ahead() {
    NutsSettings nuts = settings.nuts();
    return integrates() ? nuts.withWarmup(MarginalWarmUp.ofPilot(settings)) : nuts;
  }

  private HmcBeginning begin(ChainStart start) {
    if (start instanceof ChainStart.Refused refused) {
      return new HmcBeginning.Refused(refused.reason());
    }
    NutsChain chain = ((ChainStart.Started) start).chain();
    if (!integrates()) {
      return sampled(chain);
    }
    MarginalWarmUp.Beginning beginning = MarginalWarmUp.run(density, settings, chain, random);
    if (beginning instanceof MarginalWarmUp.Ready ready) {
      return begun(new PosteriorChain.Marginal(ready.chain(), ready.warmUp(), 0));
    }
    if (beginning instanceof MarginalWarmUp.Refused refused) {
      return new HmcBeginning.Refused(refused.reason());
    }
    double[] reached = ((MarginalWarmUp.Unsuited) beginning).position();
    ChainStart again = NutsChain.startAt(density, settings.nuts(), reached, random);
    return again instanceof ChainStart.Started started
        ? sampled(started.chain())
        : new HmcBeginning.Refused(((ChainStart.Refused) again).reason());
  }

  private HmcBeginning sampled(NutsChain chain) {
    Optional<AncillaryMoves> moves = AncillaryMoves.of(density, random);
    Companion companion = moves.isPresent() ? moves.get() : Companion.NONE;
    WarmUp warmUp = chain.warmUp(new double[0][], companion);
    if (warmUp instanceof WarmUp.Stuck stuck) {
      return new HmcBeginning.Refused(stuck.reason());
    }
    long gradients = ((WarmUp.Adapted) warmUp).gradients();
    return begun(new PosteriorChain.Joint(chain, companion, gradients));
  }

  private HmcBeginning begun(PosteriorChain chain) {
    return new HmcBeginning.Begun(
        new HmcChain(density, chain, settings.keptDraws(), clock.seconds()));
  }
}
