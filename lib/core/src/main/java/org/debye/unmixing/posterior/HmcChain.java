package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.inference.diagnostics.EnergyFraction;
import org.debye.inference.diagnostics.RHat;
import org.debye.inference.draws.SamplerStatistics;

/**
 * A chain on the posterior of a mixture, past its warm-up ({@link HmcStart}): it draws until its
 * worst endmember coordinate has the effective draws that are asked for, and later, if more are
 * asked for, goes on. That number is looked at now and then, after relabelling, and the chain goes
 * on for as long as it seems to need. Not thread safe.
 */
public final class HmcChain {
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

  private final MixingDensity density;
  private PosteriorChain chain;
  private ChainRecord record;
  private long movesBefore;
  private double cpuSeconds;

  /**
   * @param chain past its warm-up
   * @param keptDraws of which abundances are kept
   * @param cpuSeconds that the warm-up took
   */
  HmcChain(MixingDensity density, PosteriorChain chain, int keptDraws, double cpuSeconds) {
    this.density = density;
    this.chain = chain;
    this.cpuSeconds = cpuSeconds;
    record = new ChainRecord(density, keptDraws);
    movesBefore = chain.moves();
  }

  /**
   * Draws until there are enough. The same calls give the same draws to the last bit.
   *
   * @param settings how many effective draws, and how many draws at most; the others as when the
   *     chain began
   */
  public StartOutcome until(HmcSettings settings) {
    CpuClock clock = new CpuClock();
    double[] position = new double[density.dimension()];
    int wanted = Math.max(record.size(), first(settings));
    EndmemberMixing mixing;
    while (true) {
      while (record.size() < wanted) {
        record.add(position, chain.step(position), chain.stepSize());
      }
      if (chain.moves() == movesBefore) {
        return new StartOutcome.Refused(
            "the chain did not move in " + record.size() + " draws after warm-up");
      }
      mixing = EndmemberMixing.of(record);
      if (!(mixing.worstEffective() < settings.effectiveDraws())
          || wanted >= settings.maximumDraws()) {
        break;
      }
      Optional<PosteriorChain> again =
          mixesBadly(mixing, settings) ? chain.warmedUpAgain() : Optional.empty();
      if (again.isPresent()) {
        begin(again.get(), settings);
        wanted = first(settings);
      } else {
        double needed = needed(wanted, mixing.worstEffective(), settings);
        chain = needed - wanted >= MANY ? chain.cheaper() : chain;
        wanted = (int) Math.min(Math.max(needed, wanted + 25.0), 1.5 * wanted);
        wanted = Math.min(wanted, settings.maximumDraws());
      }
    }
    cpuSeconds += clock.seconds();
    return fitted(mixing, settings);
  }

  /** A chain that mixes badly at once is warmed up again, and its draws are forgotten. */
  private void begin(PosteriorChain other, HmcSettings settings) {
    chain = other;
    movesBefore = other.moves();
    record = new ChainRecord(density, settings.keptDraws());
  }

  private StartOutcome fitted(EndmemberMixing mixing, HmcSettings settings) {
    StartReport.OfChain report = report(mixing, settings);
    return new StartOutcome.Fitted(
        new StartFit(
            record.layout(),
            record.draws(),
            record.logLikelihood(),
            mixing.relabelling(),
            record.abundances(),
            report,
            flags(report, settings, record.size()),
            new StartFit.Cost(cpuSeconds, chain.gradients())));
  }

  /** Whether the first draws say that the chain would not come to an end in time. */
  private boolean mixesBadly(EndmemberMixing mixing, HmcSettings settings) {
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
    double needed = 1.03 * draws * settings.effectiveDraws() / Math.max(effective, 1);
    return Math.min(needed, settings.maximumDraws());
  }

  private StartReport.OfChain report(EndmemberMixing mixing, HmcSettings settings) {
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
