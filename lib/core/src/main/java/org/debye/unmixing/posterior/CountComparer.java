package org.debye.unmixing.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.inference.comparison.LeaveOneOut;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Observations;

/**
 * Infers and compares numbers of endmembers: see {@link CountComparison}. Of a number's chains, the
 * one whose draws have the highest mean log likelihood with the abundances integrated out is kept.
 * The likelihood that the paper chooses by, given the abundances, would here prefer chains that are
 * stuck where the noise is too small, since the noise is inferred.
 *
 * @param models the model of each number of endmembers, all of the same dimensions
 * @param options priors and coordinates
 * @param starting where chains begin
 */
public record CountComparer(
    IntFunction<MixingModel> models,
    MixingDensity.Options options,
    Starting starting,
    Settings settings) {

  /** Where a chain begins. */
  @FunctionalInterface
  public interface Starting {

    /** A random point in the middle of the prior. */
    Starting PRIOR =
        (density, observed, endmembers, start, streams) ->
            StartPoint.inTheMiddle(density, streams.at("position", start));

    /** Unconstrained coordinates for one of some starts. */
    double[] position(
        MixingDensity density,
        Observations observed,
        int endmembers,
        int start,
        RandomStreams streams);
  }

  /**
   * How numbers are compared.
   *
   * @param least endmembers, at least 2
   * @param most endmembers, at most D + 1
   * @param starts chains of each, of which the best is kept
   * @param hmc how a chain runs
   * @param draws of the kept chain by which observations are left out, at least 50
   * @param concentration of stick breaking
   * @param share of all abundance above which an endmember is in use under stick breaking
   */
  public record Settings(
      int least,
      int most,
      int starts,
      HmcSettings hmc,
      int draws,
      double concentration,
      double share) {
    public Settings {
      if (least < 2 || most < least || starts < 1 || draws < 50 || hmc.keptDraws() < draws) {
        throw new IllegalArgumentException(
            least + " to " + most + " endmembers, " + starts + " starts, " + draws + " draws");
      }
    }

    /** Two chains of each number, 100 draws, an endmember of 2 % is in use. */
    public static Settings of(int least, int most) {
      HmcSettings hmc =
          new HmcSettings(
              300, 100, 400, 128, 0.8, 8, HmcSettings.standard().metric(), Abundances.SAMPLED);
      return new Settings(least, most, 2, hmc, 100, 1, 0.02);
    }
  }

  /**
   * Compares.
   *
   * @param observed N x D
   * @param streams randomness of all chains and integrals
   * @throws InputException if D is too small for the greatest number, or no chain of any number
   *     moves
   */
  public CountComparison compare(Observations observed, RandomStreams streams) {
    requireDimensions(observed);
    List<CountComparison.Candidate> candidates = new ArrayList<>();
    for (int k = settings.least(); k <= settings.most(); k++) {
      best(observed, k, options, streams.under(k))
          .map(CountComparer::candidate)
          .ifPresent(candidates::add);
    }
    if (candidates.isEmpty()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "number of endmembers",
          "no chain of any number of endmembers moved",
          "Give the number, or check the scale of the spectra and the priors.");
    }
    MixingPrior sticks =
        options.prior().withWeights(new WeightsPrior.StickBreaking(settings.concentration()));
    Optional<EndmembersInUse> inUse =
        best(
                observed,
                settings.most(),
                new MixingDensity.Options(sticks, options.logits()),
                streams.under("stick breaking"))
            .map(chain -> EndmembersInUse.of(chain.fit().abundances(), settings.share()));
    return CountComparison.among(candidates, inUse);
  }

  private void requireDimensions(Observations observed) {
    if (observed.dimensions() < settings.most() - 1) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          "number of endmembers",
          "up to "
              + settings.most()
              + " are to be compared in "
              + observed.dimensions()
              + " dimensions, where "
              + (observed.dimensions() + 1)
              + " are the most that can be told apart",
          "Keep more dimensions or compare fewer endmembers.");
    }
  }

  /** One chain. */
  private record Chain(int endmembers, StartFit fit, MarginalLikelihood marginal) {

    double meanLogLikelihood() {
      double[] values = marginal.likelihood().values();
      return Arrays.stream(values).sum() / marginal.likelihood().draws();
    }
  }

  private static CountComparison.Candidate candidate(Chain chain) {
    return new CountComparison.Candidate(
        chain.endmembers(),
        LeaveOneOut.of(chain.marginal().likelihood()),
        chain.marginal(),
        chain.fit().flags());
  }

  private Optional<Chain> best(
      Observations observed, int endmembers, MixingDensity.Options prior, RandomStreams streams) {
    MixingModel model = models.apply(endmembers);
    MixingDensity density = MixingDensity.of(model, observed, prior);
    Optional<Chain> best = Optional.empty();
    for (int start = 0; start < settings.starts(); start++) {
      double[] position = starting.position(density, observed, endmembers, start, streams);
      StartOutcome outcome =
          HmcStart.runFrom(density, settings.hmc(), position, streams.at("start", start));
      if (outcome instanceof StartOutcome.Fitted fitted) {
        StartFit fit = fitted.fit();
        MarginalLikelihood marginal =
            MarginalLikelihood.of(
                model, observed, fit, settings.draws(), streams.under("integral").under(start));
        Chain chain = new Chain(endmembers, fit, marginal);
        if (best.isEmpty() || chain.meanLogLikelihood() > best.get().meanLogLikelihood()) {
          best = Optional.of(chain);
        }
      }
    }
    return best;
  }
}
