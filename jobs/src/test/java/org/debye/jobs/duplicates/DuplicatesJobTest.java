package org.debye.jobs.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spectra on two axes, some near one another, against a comparison of all pairs. */
final class DuplicatesJobTest {
  private static final double NEAR = 0.02;
  private static final int POINTS = 30;

  @TempDir Path folder;

  @Test
  void whatIsKeptIsWhatAllPairsLeave() throws IOException {
    Path input = Files.createDirectories(folder.resolve("in"));
    for (int file = 0; file < 24; file++) {
      spectra(input, file);
    }
    String tables = folder.resolve("tables").toString();
    CommandRun imported =
        CommandRun.of(
            "import",
            "input=" + input,
            "catalogue=" + tables,
            "axis.kind=energy_eV",
            "columns.intensity=[all]");
    assertThat(imported.code()).as(imported.err()).isEqualTo(ExitCode.DONE);
    Catalogue catalogue = Catalogue.at(tables);
    List<SpectrumRow> all = rows(catalogue);
    Set<String> expected = allPairs(all);
    assertThat(expected).hasSizeBetween(all.size() / 10, all.size() * 9 / 10);

    CommandRun run = run(tables);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("%d kept".formatted(expected.size()), "(24 datasets, 0 unch");
    Catalogue without = Catalogue.at(folder.resolve("without").toString());
    List<SpectrumRow> kept = rows(without);
    assertThat(kept.stream().map(DuplicatesJobTest::place).toList())
        .containsExactlyInAnyOrderElementsOf(expected);
    long frames = without.datasets().all().stream().mapToLong(DatasetRow::frames).sum();
    assertThat(frames).isEqualTo(expected.size());
    assertThat(Files.readAllLines(folder.resolve("tables/figures/duplicates/duplicates.csv")))
        .hasSize(1 + all.size() - expected.size());

    CommandRun tiny = CommandRun.of("duplicates", "catalogue=" + tables, "nearer-than=1e-8");
    assertThat(tiny.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(tiny.err()).contains("are too large for distances of 1.0E-8 to be told");

    long version = without.spectra().version();
    assertThat(run(tables).out()).contains("(0 datasets, 24 unchanged)");
    assertThat(without.spectra().version()).isEqualTo(version);
  }

  @Test
  void labelsAndLinesOfWhatIsKeptGoWithIt() throws IOException {
    String tables = folder.resolve("ramps").toString();
    CommandRun made =
        CommandRun.of(
            "simulate",
            "recipe=ramp",
            "dataset=[D1, D3]",
            "rebin=40",
            "seed=1",
            "catalogue=" + tables);
    assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
    String left = folder.resolve("left").toString();
    double threshold = betweenNeighbours(rows(Catalogue.at(tables)));
    CommandRun run =
        CommandRun.of(
            "duplicates", "catalogue=" + tables, "output=" + left, "nearer-than=" + threshold);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    Catalogue all = Catalogue.at(tables);
    Catalogue kept = Catalogue.at(left);
    Set<String> frames =
        rows(kept).stream().map(DuplicatesJobTest::place).collect(Collectors.toSet());
    assertThat(frames).hasSizeBetween(2, rows(all).size() - 1);
    assertThat(kept.peaks().read(rows(kept).get(0).datasetId())).isNotEmpty();
    for (DatasetRow row : all.datasets().all()) {
      String id = row.datasetId();
      assertThat(kept.labels().read(id))
          .isEqualTo(
              all.labels().read(id).stream()
                  .filter(one -> frames.contains(id + " " + one.frame()))
                  .toList());
      assertThat(kept.peaks().read(id))
          .isEqualTo(
              all.peaks().read(id).stream()
                  .filter(one -> frames.contains(id + " " + one.frame()))
                  .toList());
    }
  }

  @Test
  void aCatalogueIsNotWrittenOverItself() throws IOException {
    spectra(folder, 0);
    String tables = folder.resolve("tables").toString();
    CommandRun imported =
        CommandRun.of(
            "import",
            "input=" + folder.resolve("f00.dat"),
            "catalogue=" + tables,
            "axis.kind=energy_eV",
            "columns.intensity=[all]");
    assertThat(imported.code()).as(imported.err()).isEqualTo(ExitCode.DONE);
    for (String itself : List.of(tables, tables + "/", folder + "/./in/../tables")) {
      CommandRun run = CommandRun.of("duplicates", "catalogue=" + tables, "output=" + itself);
      assertThat(run.code()).as(itself).isEqualTo(ExitCode.USER_CAN_MEND);
      assertThat(run.err()).contains("it is the catalogue that is looked through");
    }
  }

  private CommandRun run(String tables) {
    return CommandRun.of(
        "duplicates",
        "catalogue=" + tables,
        "nearer-than=" + NEAR,
        "output=" + folder.resolve("without"));
  }

  /** The rule itself: kept if no kept one on its axis before it is nearer. */
  private static Set<String> allPairs(List<SpectrumRow> rows) {
    List<SpectrumRow> kept = new ArrayList<>();
    Set<String> places = new HashSet<>();
    for (SpectrumRow row : rows) {
      if (kept.stream()
          .noneMatch(other -> other.axisId().equals(row.axisId()) && distance(other, row) < NEAR)) {
        kept.add(row);
        places.add(place(row));
      }
    }
    return places;
  }

  private static double distance(SpectrumRow a, SpectrumRow b) {
    double sum = 0;
    for (int p = 0; p < POINTS; p++) {
      sum += Math.abs((double) a.spectrum().intensity()[p] - (double) b.spectrum().intensity()[p]);
    }
    return sum / POINTS;
  }

  /** The median of the mean absolute differences of spectra that follow one another. */
  private static double betweenNeighbours(List<SpectrumRow> rows) {
    double[] distances = new double[rows.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      float[] a = rows.get(i).spectrum().intensity();
      float[] b = rows.get(i + 1).spectrum().intensity();
      for (int p = 0; p < a.length; p++) {
        distances[i] += Math.abs(a[p] - b[p]) / a.length;
      }
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  private static String place(SpectrumRow row) {
    return row.datasetId() + " " + row.frame();
  }

  private static List<SpectrumRow> rows(Catalogue catalogue) throws IOException {
    List<SpectrumRow> rows = new ArrayList<>();
    for (DatasetRow dataset : catalogue.datasets().all()) {
      try (SpectrumStream stream = catalogue.spectra().read(dataset.datasetId())) {
        stream.forEachRemaining(rows::add);
      }
    }
    return rows;
  }

  /** Five spectra of one of four shapes, more or less noisy, on one of two axes. */
  private static void spectra(Path folder, int file) throws IOException {
    RandomStream random = RandomStreams.of(17).at("file", file);
    double start = file % 2 == 0 ? 100 : 200;
    StringBuilder text = new StringBuilder();
    double[] noise = new double[5];
    for (int s = 0; s < noise.length; s++) {
      noise[s] = 0.002 + 0.03 * random.nextDouble();
    }
    for (int p = 0; p < POINTS; p++) {
      text.append(String.format(Locale.ROOT, "%.1f", start + p));
      for (int s = 0; s < noise.length; s++) {
        double shape = Math.sin(p * (1 + (file + s) % 4) / 9.0);
        text.append(String.format(Locale.ROOT, " %.6f", shape + noise[s] * random.nextGaussian()));
      }
      text.append('\n');
    }
    Files.writeString(folder.resolve("f%02d.dat".formatted(file)), text);
  }
}
