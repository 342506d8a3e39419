package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.debye.fixtures.SharedData;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.nuts.NutsSettings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The posterior of dataset d1 against Stan's draws of it. */
class D1AgreementTest {
  private static final String FOLDER = "../reference/stan";

  @ParameterizedTest
  @Tag("acceptance")
  @EnumSource(names = {"GRADIENT_DIAGONAL", "CONDITIONAL_BLOCKS"})
  void meansAreStans(MetricKind metric) throws IOException {
    Assumptions.assumeTrue(SharedData.find(FOLDER).isPresent(), SharedData.absent(FOLDER));
    Path folder = SharedData.find(FOLDER).orElseThrow();
    MixingDensity density = StanMixture.read(folder.resolve("d1.data.json")).density();
    NutsSettings settings = NutsSettings.standard().withMetric(metric).withWarmup(400);
    MixtureRun run = new MixtureSampling(density).run(settings, 1000, 20261120);
    List<ChainDraws> stan = List.of(StanDraws.read(folder.resolve("d1.stan_draws.csv")));
    MixtureAgreement agreement = new MixtureAgreement(run.chains(), stan);
    assertThat(agreement.variables()).hasSize(12);
    for (String variable : agreement.variables()) {
      assertThat(agreement.distance(variable))
          .as("errors between the means of %s", variable)
          .isLessThan(4);
      assertThat(agreement.rHat(variable)).as("R-hat of %s", variable).isLessThan(1.02);
    }
  }
}
