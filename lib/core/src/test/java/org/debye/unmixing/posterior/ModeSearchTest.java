package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModeSearchTest {
  private static final RandomStreams STREAMS = RandomStreams.of(79);
  private static final StickLattice LATTICE = new StickLattice(0.2);

  private static MixingDensity density(
      double alpha1, NoiseModel noise, MixtureSimulator.Simulated drawn) {
    MixingModel model = new MixingModel(3, 2, 1, alpha1, 0.02, 1, noise);
    return MixingDensity.of(model, drawn.observed(), MixingDensity.Options.ofModel());
  }

  private static MixtureSimulator.Simulated drawn(double alpha1, NoiseModel noise) {
    MixingModel model = new MixingModel(3, 2, 5, alpha1, 0.02, 1, noise);
    return MixtureSimulator.simulate(model, 300, STREAMS.under("data"));
  }

  /** Three crowds of observations, or a filled triangle: a worse mode is lower by 50 and more. */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.5, 2})
  void everySearchComesToTheModeOfTheTruth(double alpha1) {
    MixtureSimulator.Simulated drawn = drawn(alpha1, NoiseModel.AUTHORS_CODE);
    MixingDensity joint = density(alpha1, NoiseModel.AUTHORS_CODE, drawn);
    MarginalDensity marginal = MarginalDensity.of(joint, LATTICE);
    double[] truth = new double[joint.dimension()];
    joint.unconstrain(drawn.truth(), truth);
    double expected = marginal.logDensity(truth);
    for (int search = 0; search < 4; search++) {
      ModeSearch.Found found =
          ModeSearch.run(joint, HmcSettings.standard(), STREAMS.at("search", search));
      assertThat(found.gradients()).isPositive();
      assertThat(marginal.logDensity(found.position())).isGreaterThan(expected - 25);
    }
  }

  @Test
  void startsAtObservationsHaveEndmembersThatAreObservations() {
    MixtureSimulator.Simulated drawn = drawn(1, NoiseModel.STANDARD_DEVIATION);
    MixingDensity joint = density(1, NoiseModel.STANDARD_DEVIATION, drawn);
    double[] position = StartPoint.atObservations(joint, STREAMS.at("start"));
    double[] gradient = new double[position.length];
    assertThat(joint.evaluate(position, gradient)).isFinite();
    double[] values = drawn.observed().values();
    for (int k = 0; k < 3; k++) {
      double x = position[joint.layout().endmembersAt() + 2 * k];
      double y = position[joint.layout().endmembersAt() + 2 * k + 1];
      boolean among = false;
      for (int i = 0; i < values.length; i += 2) {
        among |= values[i] == x && values[i + 1] == y;
      }
      assertThat(among).as("endmember %d at %s, %s", k, x, y).isTrue();
    }
    double[] abundances = new double[3 * drawn.observed().count()];
    joint.abundances(position, abundances);
    assertThat(Arrays.stream(abundances).min().orElseThrow()).isGreaterThan(0.01);
  }
}
