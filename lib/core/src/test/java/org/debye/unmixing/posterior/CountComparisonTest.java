package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.inference.comparison.LeaveOneOut;
import org.debye.inference.comparison.PointwiseLogLikelihood;
import org.debye.inference.transform.Logits;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;

final class CountComparisonTest {
  private static final RandomStreams STREAMS = RandomStreams.of(61);

  /** As on measured scenes, neither the noise nor the degree of mixing is known. */
  private static final MixingPrior PRIOR =
      new MixingPrior(new MixingPrior.Inferred(1, 1), new MixingPrior.LogNormal(0.05, 0.7), 1);

  private static MixingModel model(int endmembers, int dimensions) {
    return new MixingModel(endmembers, dimensions, 3, 1, 0.05, 1, NoiseModel.STANDARD_DEVIATION);
  }

  private static Observations observed(int endmembers, int dimensions, int count, int dataset) {
    RandomStreams streams = STREAMS.under(endmembers).under(dataset);
    return MixtureSimulator.simulate(model(endmembers, dimensions), count, streams).observed();
  }

  /** Mixtures of three endmembers well apart. */
  private static Observations triangle(int count) {
    RandomStreams streams = STREAMS.under("triangle");
    double[] corners = {1, 0, -0.5, 0.9, -0.5, -0.9};
    double[] values = new double[2 * count];
    double[] shares = new double[3];
    for (int i = 0; i < count; i++) {
      RandomStream random = streams.at(i);
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        shares[k] = Math.pow(-Math.log(random.nextOpenDouble()), 2);
        sum += shares[k];
      }
      for (int j = 0; j < 2; j++) {
        values[2 * i + j] = 0.05 * random.nextGaussian();
        for (int k = 0; k < 3; k++) {
          values[2 * i + j] += shares[k] / sum * corners[2 * k + j];
        }
      }
    }
    return new Observations(count, 2, values);
  }

  private static CountComparer comparer(int dimensions, CountComparer.Settings settings) {
    return new CountComparer(
        k -> model(k, dimensions),
        new MixingDensity.Options(PRIOR, Logits.STRETCHED),
        CountComparer.Starting.PRIOR,
        settings);
  }

  @Test
  void theNumberThatMadeTheDataIsChosen() {
    CountComparer comparer = comparer(2, CountComparer.Settings.of(2, 3));
    CountComparison comparison = comparer.compare(observed(2, 2, 50, 1), STREAMS.under("chains"));
    assertThat(comparison.chosen()).isEqualTo(2);
    assertThat(comparison.candidates()).hasSize(2);
    assertThat(comparison.candidates().get(0).untrusted()).isLessThan(5);
    CountComparison other = comparer.compare(triangle(50), STREAMS.under("chains"));
    assertThat(other.chosen()).isEqualTo(3);
    assertThat(other.doubts())
        .contains("the greatest number that was compared is chosen: there may be more");
  }

  @Test
  void moreEndmembersThanTheDimensionsHoldAreRefused() {
    CountComparer comparer = comparer(3, CountComparer.Settings.of(2, 5));
    assertThatThrownBy(() -> comparer.compare(observed(3, 3, 60, 0), STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "number of endmembers: up to 5 are to be compared in 3 dimensions, where 4 are the most"
                + " that can be told apart. Keep more dimensions or compare fewer endmembers.")
        .extracting(failure -> ((InputException) failure).code())
        .isEqualTo(FailureCode.TOO_FEW_DIMENSIONS);
  }

  private static CountComparison.Candidate candidate(int endmembers, double each, double error) {
    double[] values = new double[100 * 40];
    double[] errors = new double[40];
    for (int at = 0; at < values.length; at++) {
      values[at] = each + 0.01 * Math.sin(7.0 * at) + 0.2 * Math.sin(at % 40 * endmembers);
      errors[at % 40] = error;
    }
    PointwiseLogLikelihood likelihood = new PointwiseLogLikelihood(1, 100, 40, values);
    return new CountComparison.Candidate(
        endmembers,
        LeaveOneOut.of(likelihood),
        new MarginalLikelihood(likelihood, errors),
        List.of());
  }

  @Test
  void theSmallestNumberThatIsNotClearlyWorseIsChosenAndDoubtsAreTold() {
    EndmembersInUse four = new EndmembersInUse(new double[] {0, 0, 0, 0.2, 0.8});
    CountComparison comparison =
        CountComparison.among(
            List.of(candidate(2, -3, 0.01), candidate(3, -1.05, 0.01), candidate(4, -1, 0.2)),
            Optional.of(four));
    assertThat(comparison.chosen()).isEqualTo(3);
    assertThat(comparison.ranking().get(0).model()).isEqualTo("4");
    assertThat(comparison.doubts())
        .containsExactly(
            "40 of 40 observations cannot be left out reliably with 4 endmembers",
            "under stick breaking 4 endmembers are in use with probability 0.80, 3 with 0.20");
  }

  @Test
  void truncatedStickBreakingLeavesUnusedWhatIsTooMany() {
    MixingPrior prior = MixingPrior.ofModel().withWeights(new WeightsPrior.StickBreaking(1));
    MixingDensity density =
        MixingDensity.of(
            model(4, 3),
            observed(2, 3, 200, 0),
            new MixingDensity.Options(prior, Logits.STRETCHED));
    HmcSettings hmc = HmcSettings.standard().withDraws(100, 400);
    StartFit fit = ((StartOutcome.Fitted) HmcStart.run(density, hmc, STREAMS.at("sticks"))).fit();
    EndmembersInUse inUse = EndmembersInUse.of(fit.abundances(), 0.02);
    assertThat(inUse.mostProbable()).isEqualTo(2);
    assertThat(inUse.probabilities()[4]).isLessThan(0.1);
  }
}
