package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LabelDomainTest {
  private static final RandomStreams STREAMS = RandomStreams.of(75);

  private static MixingDensity joint(NoiseModel noise) {
    MixingModel model = new MixingModel(3, 2, 3, 2, 0.3, 1, noise);
    Observations observed = MixtureSimulator.simulate(model, 6, STREAMS.under("data")).observed();
    return MixingDensity.of(model, observed, MixingDensity.Options.ofModel());
  }

  private static double[] random(int length, int number) {
    RandomStream random = STREAMS.at("point", number);
    double[] point = new double[length];
    Arrays.setAll(point, i -> random.nextGaussian());
    return point;
  }

  @ParameterizedTest
  @EnumSource(NoiseModel.class)
  void foldedPointsBelongAndHaveTheDensityThatTheyHad(NoiseModel noise) {
    MixingDensity joint = joint(noise);
    MarginalDensity density = MarginalDensity.of(joint, new StickLattice(0.1));
    int n = density.dimension();
    LabelDomain domain = new LabelDomain(joint.layout(), random(n, 0));
    double[] folded = new double[n];
    int outside = 0;
    for (int number = 1; number < 30; number++) {
      double[] point = random(n, number);
      domain.fold(point, folded);
      assertThat(domain.holds(folded)).isTrue();
      if (domain.holds(point)) {
        assertThat(folded).containsExactly(point, within(1e-9));
      } else {
        outside++;
        assertThat(density.logDensity(folded)).isCloseTo(density.logDensity(point), within(1e-3));
      }
    }
    assertThat(outside).isBetween(15, 29);
  }

  @ParameterizedTest
  @EnumSource(NoiseModel.class)
  void allNamesOfAPointFoldToOne(NoiseModel noise) {
    MixingLayout layout = joint(noise).layout();
    int n = layout.abundancesAt();
    LabelDomain one = new LabelDomain(layout, random(n, 0));
    double[] folded = new double[n];
    double[] renamed = new double[n];
    double[] again = new double[n];
    for (int number = 1; number < 20; number++) {
      double[] point = random(n, number);
      one.fold(point, folded);
      new LabelDomain(layout, random(n, 100 + number)).fold(point, renamed);
      one.fold(renamed, again);
      assertThat(again).containsExactly(folded, within(1e-9));
    }
  }
}
