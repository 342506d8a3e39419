package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.debye.classification.split.LabelledFrames;
import org.debye.failure.InputException;
import org.debye.jobs.scene.SpectraConfig;
import org.debye.spark.table.Catalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of datasets that encoders are asked about. */
final class CoursePartTest {
  private static final SpectraConfig ALL = new SpectraConfig(List.of(), null, null, true);

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void ramps() throws IOException {
    catalogue = SmallRamps.write(folder.resolve("tables"));
  }

  @Test
  void partsAlongTheCourseAreRunsOfFrames() {
    LabelledFrames parts = new CoursePart(5, "course").of(catalogue, Set.of("D1", "D2"), ALL);
    assertThat(parts.labels().counts()).containsExactly(12, 12, 12, 12, 12);
    for (int i = 0; i < parts.count(); i++) {
      assertThat(parts.labels().values()[i]).isEqualTo(parts.frames()[i] / 6);
    }
  }

  @Test
  void partsAlongAConditionHoldFramesOfLikeValues() {
    LabelledFrames parts = new CoursePart(5, "pressure_GPa").of(catalogue, Set.of("D1"), ALL);
    assertThat(parts.labels().counts()).containsExactly(6, 6, 6, 6, 6);
    for (int i = 0; i < parts.count(); i++) {
      double pressure = SmallRamps.pressure(parts.frames()[i]);
      assertThat(parts.labels().values()[i]).isEqualTo((int) (pressure / 6));
    }
  }

  @Test
  void whatHasNoPartIsRefused() {
    assertThatThrownBy(() -> new CoursePart(5, "field_T").of(catalogue, Set.of("D3"), ALL))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "D3: frame 0 has no field_T among its conditions [pressure_GPa]. Set pretraining.along");
    assertThatThrownBy(() -> new CoursePart(31, "course").of(catalogue, Set.of("D3"), ALL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("30 frames cannot be parted into 31");
  }
}
