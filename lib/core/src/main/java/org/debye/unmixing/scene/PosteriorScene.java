package org.debye.unmixing.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.debye.inference.draws.ChainDraws;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.debye.unmixing.posterior.MultiStart;
import org.debye.unmixing.posterior.StartSummary;

/** The posterior way through a scene: standardise, infer from a subset, go back to all spectra. */
final class PosteriorScene {
  private static final double MOST_R_HAT = 1.01;
  private static final double LEAST_EFFECTIVE = 400;

  private final SceneSettings settings;
  private final RandomStreams streams;
  private final Observations scaled;
  private final ReducedScene reduced;
  private final StandardisedPoints standardised;
  private final int endmembers;

  PosteriorScene(
      SceneSettings settings,
      RandomStreams streams,
      Observations scaled,
      ReducedScene reduced,
      int endmembers) {
    this.settings = settings;
    this.streams = streams;
    this.scaled = scaled;
    this.reduced = reduced;
    this.endmembers = endmembers;
    standardised = StandardisedPoints.of(reduced.points());
  }

  SceneResult run() {
    Observations subset =
        standardised.subset(settings.inference().mostSpectra(), streams.at("subset"));
    List<SceneStart> starts = new SceneStarts(subset, endmembers, settings, streams).run();
    if (starts.isEmpty()) {
      return new SceneResult.Unsolved(
          new SceneFlag(
              SceneFlag.Kind.NO_CHAIN_MOVED,
              "none of " + settings.inference().starts() + " starts gave draws"));
    }
    MultiStart choice = MultiStart.choose(starts.stream().map(SceneStart::summary).toList());
    SceneStart kept = starts.get(choice.kept());
    WholeScene whole = new WholeScene(scaled, reduced.subspace(), standardised, kept.summary());
    SceneAbundances all = whole.abundances(streams);
    int[] order = EndmemberOrder.byAbundance(all.mean(), endmembers);
    double[] spectra = whole.endmemberSpectra(streams.at("outside"));
    Found found =
        new Found(
            kept.summary().relabelled(order),
            EndmemberOrder.rows(spectra, order, scaled.dimensions()),
            ordered(all, order),
            chains(starts, choice, order));
    return result(starts, choice, subset.count(), found);
  }

  /** The kept start's draws, spectra and abundances, and all starts' draws, in order. */
  private record Found(
      StartSummary draws, double[] spectra, SceneAbundances abundances, List<ChainDraws> chains) {}

  /** Draws of all starts, each endmember under its label in the result. */
  private static List<ChainDraws> chains(List<SceneStart> starts, MultiStart choice, int[] order) {
    List<ChainDraws> chains = new ArrayList<>();
    for (int start = 0; start < starts.size(); start++) {
      int[] matching = choice.matchings().get(start);
      int[] labels = Arrays.stream(order).map(k -> matching[k]).toArray();
      SceneStart one = starts.get(start);
      chains.add(
          new ChainDraws(
              one.chain().variables(),
              one.summary().relabelled(labels).draws(),
              one.chain().statistics()));
    }
    return chains;
  }

  private SceneAbundances ordered(SceneAbundances all, int[] order) {
    return new SceneAbundances(
        all.count(),
        endmembers,
        EndmemberOrder.columns(all.mean(), order),
        EndmemberOrder.columns(all.low(), order),
        EndmemberOrder.columns(all.high(), order));
  }

  private SceneResult result(List<SceneStart> starts, MultiStart choice, int used, Found found) {
    StartSummary draws = found.draws();
    return new SceneUnmixing(
        settings,
        SpectrumBands.of(found.spectra(), endmembers, scaled.dimensions()),
        found.abundances(),
        new SimplexCloud(
            reduced.points().dimensions(),
            reduced.points().values(),
            standardised.unscaled(draws.layout().endmembers(draws.mean())),
            standardised.unscaled(endmemberDraws(draws))),
        reduced.subspace(),
        reduced.explained(),
        reduced.subspace().residualVariance(scaled),
        found.spectra(),
        found.chains(),
        diagnostics(starts, choice, used),
        flags(starts, choice));
  }

  /** S x K x D of the draws. */
  private static double[] endmemberDraws(StartSummary draws) {
    GlobalsLayout layout = draws.layout();
    int size = layout.endmembers() * layout.dimensions();
    double[] out = new double[draws.count() * size];
    for (int s = 0; s < draws.count(); s++) {
      System.arraycopy(
          draws.draws(), s * layout.width() + layout.endmembersAt(), out, s * size, size);
    }
    return out;
  }

  private static SceneDiagnostics.Posterior diagnostics(
      List<SceneStart> starts, MultiStart choice, int used) {
    return new SceneDiagnostics.Posterior(
        used,
        choice.inMode(),
        starts.size(),
        choice.worstRHat(),
        choice.worstEffectiveDraws(),
        divergences(starts, choice),
        starts.get(choice.kept()).summary().meanLogLikelihood(),
        starts.stream().mapToDouble(SceneStart::cpuSeconds).sum());
  }

  private static int divergences(List<SceneStart> starts, MultiStart choice) {
    int sum = 0;
    for (int start = 0; start < starts.size(); start++) {
      sum += choice.sameMode()[start] ? starts.get(start).divergences() : 0;
    }
    return sum;
  }

  private static List<SceneFlag> flags(List<SceneStart> starts, MultiStart choice) {
    List<SceneFlag> flags = new ArrayList<>(starts.get(choice.kept()).flags());
    int divergences = divergences(starts, choice);
    if (divergences > 0) {
      flags.add(new SceneFlag(SceneFlag.Kind.DIVERGENCES, divergences + " trajectories diverged"));
    }
    if (!(choice.worstRHat() < MOST_R_HAT)) {
      flags.add(
          new SceneFlag(
              SceneFlag.Kind.R_HAT,
              text("R-hat of an endmember's coordinate is %.3f", choice.worstRHat())));
    }
    if (!(choice.worstEffectiveDraws() >= LEAST_EFFECTIVE)) {
      flags.add(
          new SceneFlag(
              SceneFlag.Kind.FEW_EFFECTIVE_DRAWS,
              text(
                  "an endmember's coordinate has %.0f effective draws",
                  choice.worstEffectiveDraws())));
    }
    if (starts.size() > 1 && choice.inMode() == 1) {
      flags.add(
          new SceneFlag(
              SceneFlag.Kind.STARTS_DISAGREE,
              "only 1 of " + starts.size() + " starts reached the kept mode"));
    }
    return flags;
  }

  private static String text(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
