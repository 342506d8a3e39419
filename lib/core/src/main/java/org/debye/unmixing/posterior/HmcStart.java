package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.inference.diagnostics.EnergyFraction;
import org.debye.inference.diagnostics.RHat;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.inference.nuts.ChainStart;
import org.debye.inference.nuts.Companion;
import org.debye.inference.nuts.NutsChain;
import org.debye.inference.nuts.NutsSettings;
import org.debye.inference.nuts.WarmUp;
import org.debye.numeric.RandomStream;

/**
 * One chain of Hamiltonian Monte Carlo on the posterior of a mixture: from a random point, through
 * warm-up, until its worst endmember coordinate has the effective draws that were asked for. That
 * number is looked at now and then, after relabelling, and the chain goes on for as long as it
 * seems to need.
 */
public final class HmcStart {
  private static final double LEAST_ENERGY_FRACTION = 0.3;

  /** Of one chain's halves; over chains 1.01 is asked for (Vehtari et al. 2021). */
  private static final double MOST_R_HAT = 1.05;

  private static final double MOST_SATURATED = 0.1;

  /** Of the log density, which moves a mean by at most as many of its standard deviations. */
  private static final double MOST_ERROR = 0.2;

  /** Draws from which mixing can be judged, and shares of them by which it is. */
  private static final int FEWEST_TO_JUDGE = 100;

  private static final double LEAST_EFFECTIVE = 0.03;

  /** The same where more than a tenth of the trajectories diverge. */
  private static final double LEAST_OF_DIVERGENT = 0.1;

  private static final double MOST_DIVERGENT = 0.1;

  /** Draws at which a long chain is judged first. */
  private static final int FIRST = 200;

  /** Draws to come for which it is worth making them cheaper. */
  private static final int MANY = 300;

  private HmcStart() {}

  /**
   * Runs one start. Equal arguments give equal draws to the last bit.
   *
   * @param random the start's own stream
   */
  public static StartOutcome run(MixingDensity density, HmcSettings settings, RandomStream random) {
    CpuClock clock = new CpuClock();
    ChainStart start =
        integrates(density, settings)
            ? searched(density, settings, random)
            : NutsChain.start(density, settings.nuts(), random);
    return run(start, density, settings, random, clock);
  }

  private static ChainStart searched(
      MixingDensity density, HmcSettings settings, RandomStream random) {
    ModeSearch.Found found = ModeSearch.run(density, settings, random);
    NutsSettings nuts = ahead(density, settings);
    return found.position().length == 0
        ? NutsChain.start(density, nuts, random)
        : NutsChain.startAt(density, nuts, found.position(), random);
  }

  /**
   * Runs one start from a given point: a guess on real spectra, where random points end in far
   * modes.
   *
   * @param position unconstrained coordinates; copied
   */
  public static StartOutcome runFrom(
      MixingDensity density, HmcSettings settings, double[] position, RandomStream random) {
    CpuClock clock = new CpuClock();
    ChainStart start = NutsChain.startAt(density, ahead(density, settings), position, random);
    return run(start, density, settings, random, clock);
  }

  private static boolean integrates(MixingDensity density, HmcSettings settings) {
    return settings.abundances() == Abundances.INTEGRATED
        && RuleChoice.affordable(density.layout().endmembers());
  }

  /** Of the joint chain that goes ahead, or that is all there is. */
  private static NutsSettings ahead(MixingDensity density, HmcSettings settings) {
    NutsSettings nuts = settings.nuts();
    return integrates(density, settings) ? nuts.withWarmup(MarginalWarmUp.ofPilot(settings)) : nuts;
  }

  private static StartOutcome run(
      ChainStart start,
      MixingDensity density,
      HmcSettings settings,
      RandomStream random,
      CpuClock clock) {
    if (start instanceof ChainStart.Refused refused) {
      return new StartOutcome.Refused(refused.reason());
    }
    NutsChain chain = ((ChainStart.Started) start).chain();
    if (!integrates(density, settings)) {
      return sampled(chain, density, settings, random, clock);
    }
    MarginalWarmUp.Beginning beginning = MarginalWarmUp.run(density, settings, chain, random);
    if (beginning instanceof MarginalWarmUp.Ready ready) {
      PosteriorChain marginal = PosteriorChain.Marginal.of(ready.chain(), ready.warmUp(), 0);
      return draw(marginal, density, settings, clock);
    }
    if (beginning instanceof MarginalWarmUp.Refused refused) {
      return new StartOutcome.Refused(refused.reason());
    }
    double[] reached = ((MarginalWarmUp.Unsuited) beginning).position();
    ChainStart again = NutsChain.startAt(density, settings.nuts(), reached, random);
    return again instanceof ChainStart.Started started
        ? sampled(started.chain(), density, settings, random, clock)
        : new StartOutcome.Refused(((ChainStart.Refused) again).reason());
  }

  private static StartOutcome sampled(
      NutsChain chain,
      MixingDensity density,
      HmcSettings settings,
      RandomStream random,
      CpuClock clock) {
    Optional<AncillaryMoves> moves = AncillaryMoves.of(density, random);
    Companion companion = moves.isPresent() ? moves.get() : Companion.NONE;
    WarmUp warmUp = chain.warmUp(new double[0][], companion);
    if (warmUp instanceof WarmUp.Stuck stuck) {
      return new StartOutcome.Refused(stuck.reason());
    }
    long gradients = ((WarmUp.Adapted) warmUp).gradients();
    return draw(new PosteriorChain.Joint(chain, companion, gradients), density, settings, clock);
  }

  /**
   * Warm-up has failed a chain that mixes badly at once: it is warmed up again, and starts anew.
   */
  private static StartOutcome draw(
      PosteriorChain begun, MixingDensity density, HmcSettings settings, CpuClock clock) {
    PosteriorChain chain = begun;
    ChainRecord record = new ChainRecord(density, settings.keptDraws());
    double[] position = new double[density.dimension()];
    long moves = chain.moves();
    int wanted = first(settings);
    EndmemberMixing mixing;
    while (true) {
      while (record.size() < wanted) {
        record.add(position, chain.step(position), chain.stepSize());
      }
      if (chain.moves() == moves) {
        return new StartOutcome.Refused(
            "the chain did not move in " + record.size() + " draws after warm-up");
      }
      mixing = EndmemberMixing.of(record);
      if (!(mixing.worstEffective() < settings.effectiveDraws())
          || wanted == settings.maximumDraws()) {
        break;
      }
      Optional<PosteriorChain> again =
          mixesBadly(record, mixing, settings) ? chain.warmedUpAgain() : Optional.empty();
      if (again.isPresent()) {
        chain = again.get();
        moves = chain.moves();
        record = new ChainRecord(density, settings.keptDraws());
        wanted = first(settings);
      } else {
        double needed = needed(wanted, mixing.worstEffective(), settings);
        chain = needed - wanted >= MANY ? chain.cheaper() : chain;
        wanted = (int) Math.min(Math.max(needed, wanted + 50.0), 2.0 * wanted);
        wanted = Math.min(wanted, settings.maximumDraws());
      }
    }
    StartReport.OfChain report = report(record, mixing, chain, settings);
    return new StartOutcome.Fitted(
        new StartFit(
            record.layout(),
            record.draws(),
            record.logLikelihood(),
            mixing.relabelling(),
            record.abundances(),
            report,
            flags(report, settings, record.size()),
            new StartFit.Cost(clock.seconds(), chain.gradients())));
  }

  /** Whether the first draws say that the chain would not come to an end in time. */
  private static boolean mixesBadly(
      ChainRecord record, EndmemberMixing mixing, HmcSettings settings) {
    int draws = record.size();
    boolean diverges = record.divergences() > MOST_DIVERGENT * draws;
    double least = diverges ? LEAST_OF_DIVERGENT : LEAST_EFFECTIVE;
    return draws >= FEWEST_TO_JUDGE
        && 2 * draws <= settings.maximumDraws()
        && mixing.worstEffective() < least * draws;
  }

  /** The first length at which a chain is judged. */
  private static int first(HmcSettings settings) {
    int wanted = Math.min(settings.effectiveDraws(), settings.maximumDraws());
    return wanted < 2 * FIRST ? wanted : FIRST;
  }

  /** The length at which the chain would have what it lacks. */
  private static double needed(int draws, double effective, HmcSettings settings) {
    double needed = 1.05 * draws * settings.effectiveDraws() / Math.max(effective, 1);
    return Math.min(needed, settings.maximumDraws());
  }

  private static StartReport.OfChain report(
      ChainRecord record, EndmemberMixing mixing, PosteriorChain chain, HmcSettings settings) {
    SamplerStatistics statistics = record.draws().statistics();
    int divergences = 0;
    int saturations = 0;
    long leapfrogs = 0;
    double acceptance = 0;
    for (int draw = 0; draw < statistics.draws(); draw++) {
      divergences += statistics.diverging()[draw] ? 1 : 0;
      saturations += statistics.treeDepth()[draw] >= chain.longest(settings) ? 1 : 0;
      leapfrogs += statistics.steps()[draw];
      acceptance += statistics.acceptanceRate()[draw] / statistics.draws();
    }
    return new StartReport.OfChain(
        chain.stepSize(),
        EnergyFraction.bfmi(statistics.energy()),
        mixing.worstEffective(),
        mixing.worstRHat(),
        divergences,
        saturations,
        acceptance,
        leapfrogs,
        chain.warmupGradients(),
        chain.quadrature());
  }

  private static List<StartFlag> flags(
      StartReport.OfChain report, HmcSettings settings, int draws) {
    List<StartFlag> flags = new ArrayList<>();
    if (report.divergences() > 0) {
      flags.add(
          new StartFlag(
              StartFlag.Kind.DIVERGENCES,
              report.divergences() + " of " + draws + " trajectories diverged"));
    }
    if (!(report.worstEffectiveDraws() >= settings.effectiveDraws())) {
      flags.add(
          new StartFlag(
              StartFlag.Kind.TOO_FEW_EFFECTIVE_DRAWS,
              text("%.0f effective draws of %d", report.worstEffectiveDraws(), draws)));
    }
    if (!(report.worstRHat() <= MOST_R_HAT)) {
      flags.add(
          new StartFlag(
              StartFlag.Kind.NOT_STATIONARY,
              text("R-hat of an endmember coordinate is %.3f", report.worstRHat())));
    }
    if (!(report.energyFraction() >= LEAST_ENERGY_FRACTION)) {
      flags.add(
          new StartFlag(
              StartFlag.Kind.LOW_ENERGY_FRACTION, text("E-BFMI is %.2f", report.energyFraction())));
    }
    if (report.saturations() > MOST_SATURATED * draws) {
      flags.add(
          new StartFlag(
              StartFlag.Kind.DEPTH_SATURATED,
              report.saturations() + " of " + draws + " trajectories reached the greatest depth"));
    }
    if (report.quadrature().isPresent() && !(report.quadrature().get().error() <= MOST_ERROR)) {
      flags.add(
          new StartFlag(
              StartFlag.Kind.QUADRATURE_ERROR,
              text(
                  "abundances are integrated out to %.2f of a log density",
                  report.quadrature().get().error())));
    }
    return flags;
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  /** How well the endmembers mix within the chain. */
  private record EndmemberMixing(Relabelling relabelling, double worstEffective, double worstRHat) {

    static EndmemberMixing of(ChainRecord record) {
      Relabelling relabelling = record.relabelling();
      GlobalsLayout layout = record.layout();
      StartSummary draws =
          new StartSummary(layout, relabelling.apply(record.values()), Double.NaN, Double.NaN);
      double effective = Double.POSITIVE_INFINITY;
      double rHat = 1;
      for (int place = layout.endmembersAt(); place < layout.scalesAt(); place++) {
        double[][] chain = {draws.column(place)};
        effective = Math.min(effective, EffectiveSize.bulk(chain));
        rHat = Math.max(rHat, RHat.rankNormalised(chain));
      }
      return new EndmemberMixing(relabelling, effective, rHat);
    }
  }
}
