package org.debye.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.debye.jobs.config.Binding;
import org.debye.jobs.config.ConfigBinder;
import org.debye.jobs.config.ConfigProblem;
import org.debye.jobs.config.ConfigSources;
import org.debye.jobs.study.mixture.GridConfig;
import org.debye.jobs.study.mixture.ModelConfig;
import org.debye.jobs.study.mixture.UnmixingConfig;
import org.debye.jobs.value.GridValues;
import org.junit.jupiter.api.Test;

/** What the keys of sweep take and refuse. */
class SweepConfigTest {
  private static final List<String> LEAST =
      List.of("name=x", "catalogue=y", "seed=1", "unmixing.grid.alpha1=1");

  @Test
  void gridsAreListsOrRows() {
    SweepConfig config = bound("unmixing.grid.sigma=0.1");
    assertThat(GridValues.all(unmixing(config).grid().sigma())).containsExactly(0.1);
    GridConfig grid =
        unmixing(
                bound(
                    "unmixing.grid.alpha1=[0.05, log:0.1:10:3, linear:20:30:2]",
                    "unmixing.grid.sigma=1"))
            .grid();
    assertThat(GridValues.all(grid.alpha1())).containsExactly(0.05, 0.1, 1.0, 10.0, 20.0, 30.0);
  }

  @Test
  void aRowByTheLogarithmIsThatOfNumpy() {
    List<Double> values = GridValues.parse("log:0.1:10:100").values();
    assertThat(values).hasSize(100).startsWith(0.1).endsWith(10.0);
    // numpy.logspace(-1, 1, 100)[[1, 50]]
    assertThat(values.get(1)).isCloseTo(0.10476157527896651, within());
    assertThat(values.get(50)).isCloseTo(1.0235310218990261, within());
  }

  @Test
  void sigmaIsListedOrDrawn() {
    assertThat(problems()).contains("unmixing.grid.sigma").contains("there is no noise scale");
    assertThat(problems("unmixing.grid.sigma=1", "unmixing.grid.sigma-range=0:1"))
        .contains("unmixing.grid.sigma-range: the noise scale is both listed and drawn");
    assertThat(problems("unmixing.grid.sigma-range=0.3:0.1"))
        .contains("is not a range of noise scales");
  }

  @Test
  void whatCannotBeMeantIsRefusedWithItsRemedy() {
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.grid.alpha1=[1, -1]"))
        .contains("unmixing.grid.alpha1: -1.0 is not above 0");
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.grid.alpha1=0"))
        .contains("unmixing.grid.alpha1: 0.0 is not above 0");
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.grid.alpha1=log:0:1:3"))
        .contains("with an end that is not above 0");
    assertThat(problems("unmixing.grid.sigma=0"))
        .contains("unmixing.grid.sigma: 0.0 is not above 0");
    for (String bad : List.of("NaN", "Infinity", "1e999", "-1", "x")) {
      assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.grid.alpha1=" + bad))
          .as(bad)
          .contains("unmixing.grid.alpha1");
      assertThat(problems("unmixing.grid.sigma=" + bad)).as(bad).contains("unmixing.grid.sigma");
    }
    assertThat(problems("unmixing.grid.sigma-range=0:Infinity"))
        .contains("unmixing.grid.sigma-range");
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.model.endmembers=1"))
        .contains("1 is not within 2 and 100");
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.model.alpha0-infer=0"))
        .contains("0.0 is not above 0");
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.model.dimensions=1"))
        .contains("1 dimensions cannot hold 3 endmembers");
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.model.observations=2"))
        .contains("2 observations cannot show 3 endmembers");
    assertThat(problems("unmixing.grid.sigma=0.1", "unmixing.hmc.min-ess=9000"))
        .contains("8000 draws cannot hold 9000 effective ones");
    assertThat(problems("unmixing.grid.sigma=0.1", "name=a/b")).contains("'a/b' is not a name");
    assertThat(
            problems(
                "unmixing.grid.sigma=0.1",
                "unmixing.methods.hmc=0",
                "unmixing.methods.vi=0",
                "unmixing.methods.n-findr=0"))
        .contains("no method has a start");
  }

  @Test
  void aStudyMayGenerateAndInferByDifferentPriors() {
    ModelConfig model =
        unmixing(
                bound(
                    "unmixing.grid.sigma=0.1",
                    "unmixing.model.alpha0-generate=5",
                    "unmixing.model.alpha0-infer=1"))
            .model();
    assertThat(model.study().alpha0Generating()).isEqualTo(5);
    assertThat(model.study().alpha0Inferring()).isEqualTo(1);
    assertThat(model.study().dimensions()).isEqualTo(2);
    ModelConfig same =
        unmixing(bound("unmixing.grid.sigma=0.1", "unmixing.model.alpha0-generate=5")).model();
    assertThat(same.study().alpha0Inferring()).isEqualTo(5);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-15);
  }

  private static UnmixingConfig unmixing(SweepConfig config) {
    return Objects.requireNonNull(config.unmixing());
  }

  private static SweepConfig bound(String... words) {
    return ((Binding.Bound<SweepConfig>) bind(words)).config();
  }

  private static String problems(String... words) {
    List<ConfigProblem> problems = ((Binding.Rejected<SweepConfig>) bind(words)).problems();
    return String.join("\n", problems.stream().map(ConfigProblem::toString).toList());
  }

  private static Binding<SweepConfig> bind(String... words) {
    ConfigSources sources = new ConfigSources();
    for (String least : LEAST) {
      String key = least.substring(0, least.indexOf('=') + 1);
      if (List.of(words).stream().noneMatch(word -> word.startsWith(key))) {
        sources.word(least);
      }
    }
    List.of(words).forEach(sources::word);
    return ConfigBinder.bind(SweepConfig.class, sources);
  }
}
