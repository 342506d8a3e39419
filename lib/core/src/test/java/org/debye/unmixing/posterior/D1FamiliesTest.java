package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.debye.fixtures.SharedData;
import org.debye.inference.variational.VariationalSettings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Widths of variational posteriors of dataset d1 against Stan's. */
final class D1FamiliesTest {
  private static final String FOLDER = "../reference/stan";

  private static D1Families.Width width(String family) throws IOException {
    Assumptions.assumeTrue(SharedData.find(FOLDER).isPresent(), SharedData.absent(FOLDER));
    D1Families families = D1Families.in(SharedData.find(FOLDER).orElseThrow());
    Map<String, VariationalSettings> settings = D1Families.settings();
    return families.width(Objects.requireNonNull(settings.get(family)));
  }

  @Tag("acceptance")
  @Test
  void meanFieldIsOverconfidentAndConditionalBlocksAreNot() throws IOException {
    D1Families.Width meanField = width("mean field");
    D1Families.Width blocks = width("conditional blocks");
    assertThat(meanField.converged()).isTrue();
    assertThat(blocks.converged()).isTrue();
    assertThat(meanField.endmembers()).isLessThan(0.75);
    assertThat(blocks.endmembers()).isBetween(0.8, 1.1);
    assertThat(blocks.bound()).isGreaterThan(meanField.bound());
  }

  @Tag("acceptance")
  @Test
  void thePapersStepsDoNotConverge() throws IOException {
    assertThat(width("mean field, the paper's 1,600 steps").converged()).isFalse();
  }
}
