package org.debye.jobs.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A series of two substances: as many factors, one of them a target, and a stranger that is none.
 */
final class TargetsTest {
  private static final int SPECTRA = 16;

  @TempDir Path folder;

  @Test
  void factorsAreCountedAndTargetsToldApart() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    RandomStreams streams = RandomStreams.of(3);
    for (int i = 0; i < SPECTRA; i++) {
      double share = i / (SPECTRA - 1.0);
      spectrum(input, "mix%02d".formatted(i), share, 1 - share, 0, streams.at("mix", i));
    }
    spectrum(input, "inside", 1, 0, 0, streams.at("inside"));
    spectrum(input, "outside", 0, 0, 1, streams.at("outside"));
    String tables = folder.resolve("tables").toString();
    CommandRun imported =
        CommandRun.of("import", "input=" + input, "catalogue=" + tables, "axis.kind=energy_eV");
    assertThat(imported.code()).as(imported.err()).isEqualTo(ExitCode.DONE);

    CommandRun run =
        CommandRun.of(
            "explore",
            "catalogue=" + tables,
            "name=series",
            "spectra.dataset=mix*",
            "targets.dataset=[inside, outside]",
            "transition.sequence=false",
            "clustering.neighbours=8");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "Factors about the origin (2 by the indicator, 2 by the F-test at 5 %)",
            "Targets of 2 factors", "unacceptable");
    SweepResultRow row = Catalogue.at(tables).sweepResults().read("series").get(0);
    assertThat(row.metrics())
        .containsEntry("factors_by_indicator", 2.0)
        .containsEntry("factors_by_test", 2.0);
    double[] spoil = Objects.requireNonNull(row.arrays().get("target_spoil"));
    assertThat(spoil[0]).isLessThan(3); // it has noise of its own, which the factors have not
    assertThat(spoil[1]).isGreaterThan(6);
    double[] error = Objects.requireNonNull(row.arrays().get("factor_real_error"));
    assertThat(error[1]).isCloseTo(0.003, within(5e-4)); // the noise that was put in
    Path pictures = folder.resolve("tables/figures/series");
    for (String name : new String[] {"factors.png", "targets.png", "factors.csv", "targets.csv"}) {
      assertThat(pictures.resolve(name)).isNotEmptyFile();
    }
  }

  private static void spectrum(
      Path folder, String name, double a, double b, double c, RandomStream random)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (double x = -20; x <= 40; x += 0.5) {
      double value =
          a * (edge(x) + 0.5 * Math.exp(-(x - 4) * (x - 4) / 9))
              + b * (edge(x - 2) + 0.8 * Math.exp(-(x - 8) * (x - 8) / 12))
              + c * (edge(x + 3) + 0.9 * Math.exp(-(x - 20) * (x - 20) / 20));
      text.append(
          String.format(
              Locale.ROOT, "%.1f %.7f%n", 7112 + x, value + 0.003 * random.nextGaussian()));
    }
    Files.writeString(folder.resolve(name + ".dat"), text);
  }

  private static double edge(double x) {
    return 0.5 + Math.atan(x / 1.3) / Math.PI;
  }
}
