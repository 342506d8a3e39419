package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.debye.fixtures.SharedData;
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
    D1Comparison comparison = D1Comparison.in(folder);
    NutsSettings settings = NutsSettings.standard().withMetric(metric).withWarmup(400);
    D1Comparison.Outcome outcome = comparison.run(settings, 1000, 20261120);
    for (String variable : comparison.variables()) {
      assertThat(comparison.distance(variable, outcome.chains()))
          .as("errors between the means of %s", variable)
          .isLessThan(4);
      assertThat(comparison.rHat(variable, outcome.chains()))
          .as("R-hat of %s", variable)
          .isLessThan(1.02);
    }
  }
}
