package org.debye.jobs.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.TableState;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans made of three references, imported, normalised and taken apart again. */
final class FitJobTest {
  private static final double E0 = 7112;

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void scans() throws IOException {
    Path scans = Files.createDirectories(folder.resolve("scans"));
    scan(scans, "ref-a", 1, 0, 0);
    scan(scans, "ref-b", 0, 1, 0);
    scan(scans, "ref-c", 0, 0, 1);
    scan(scans, "half", 0.5, 0.5, 0);
    scan(scans, "third", 0.2, 0.5, 0.3);
    Path tables = folder.resolve("tables");
    CommandRun run =
        CommandRun.of(
            "import",
            "input=" + scans,
            "catalogue=" + tables,
            "axis.kind=energy_eV",
            "absorption.curve=normalised",
            "absorption.edge=Fe-K");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("figures   ");
    for (String name : List.of("half", "ref-a", "edge-Fe-K")) {
      assertThat(tables.resolve("figures/import/" + name + ".png")).isNotEmptyFile();
    }
    assertThat(Files.readString(tables.resolve("figures/import/normalisation.csv")))
        .contains("spectrum,edge,e0_eV,edge_step", "half,Fe K,711");
    catalogue = Catalogue.at(tables.toString());
  }

  @Test
  void whatScansAreMadeOfIsFound() throws IOException {
    CommandRun run = fit("name=all");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("Weights of references", "fitted    2 datasets", "Mean weights", "ref-b");
    assertThat(weights("all", "half")).containsExactly(new double[] {0.5, 0.5, 0}, within(0.02));
    assertThat(weights("all", "third")).containsExactly(new double[] {0.2, 0.5, 0.3}, within(0.02));
    Path pictures = folder.resolve("tables/figures/fit/all");
    assertThat(pictures.resolve("fit-third-0.png")).isNotEmptyFile();
    assertThat(Files.readString(pictures.resolve("fits.csv")))
        .containsPattern("third,1,ref-c,0\\.(29|30|31)");

    Map<String, Long> versions = TableState.versions(catalogue);
    CommandRun again = fit("name=all");
    assertThat(again.out()).contains("2 unchanged");
    assertThat(TableState.versions(catalogue)).isEqualTo(versions);
  }

  @Test
  void combinationsAreRanked() {
    CommandRun run = fit("name=ranked", "combinations=2", "figures=false");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    double[] best = weights("ranked", "half");
    assertThat(best[0]).isCloseTo(0.5, within(0.02));
    assertThat(best[1]).isCloseTo(0.5, within(0.02));
    assertThat(best[2]).isNaN(); // not in the combination
    SweepResultRow row = row("ranked", "half");
    double[] reduced = Objects.requireNonNull(row.arrays().get("ranked_reduced_chi_square"));
    assertThat(reduced).hasSizeBetween(2, 3).isSorted();
  }

  @Test
  void oneBadScanStopsNoOther() {
    CommandRun run = fit("name=far", "range=-20:300", "dataset=[half, third]");
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    CommandRun shifted = fit("name=wide", "range=-148:300", "shift=10");
    assertThat(shifted.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(row("wide", "half").status()).isEqualTo(CellStatus.FAILED);
    assertThat(shifted.out()).contains("the reference ref-a goes from", "Narrow range or shift");
  }

  @Test
  void whatIsMissingIsSaidWithWhatToDo() {
    CommandRun none = CommandRun.of("fit", "catalogue=" + catalogue.location());
    assertThat(none.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(none.err()).contains("references.dataset");
    CommandRun absent =
        CommandRun.of("fit", "catalogue=" + catalogue.location(), "references.dataset=[nothing]");
    assertThat(absent.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(absent.err()).contains("no dataset with spectra is named [nothing]");
    assertThat(fit("combinations=1").err()).contains("combinations", "1 is below 2");
    assertThat(fit("range=30:-20").err()).contains("ends before it begins");
  }

  private static CommandRun fit(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "fit";
    all[1] = "catalogue=" + catalogue.location();
    all[2] = "references.dataset=[ref-*]";
    System.arraycopy(words, 0, all, 3, words.length);
    return CommandRun.of(all);
  }

  private static double[] weights(String name, String dataset) {
    return Objects.requireNonNull(row(name, dataset).arrays().get("weights"));
  }

  private static SweepResultRow row(String name, String dataset) {
    String id =
        catalogue.datasets().all().stream()
            .filter(row -> row.name().equals(dataset))
            .map(DatasetRow::datasetId)
            .findFirst()
            .orElseThrow();
    return catalogue.sweepResults().read("fit/" + name).stream()
        .filter(row -> row.cellId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Equal edges, white lines of three kinds, on a line as a detector leaves it. */
  private static void scan(Path folder, String name, double a, double b, double c)
      throws IOException {
    StringBuilder text = new StringBuilder("# energy mu\n");
    for (double e = E0 - 150; e <= E0 + 500; e += Math.abs(e - E0) < 40 ? 0.4 : 3) {
      double x = e - E0;
      double mu =
          0.5
              + Math.atan(x / 1.2) / Math.PI
              + a * 0.5 * Math.exp(-(x - 6) * (x - 6) / 10)
              + b * 0.9 * Math.exp(-(x - 10) * (x - 10) / 14)
              + c * 0.7 * Math.exp(-(x - 17) * (x - 17) / 30);
      text.append(String.format(Locale.ROOT, "%.3f %.8f%n", e, 0.3 + 1.7 * mu - 1e-4 * x));
    }
    Files.writeString(folder.resolve(name + ".dat"), text);
  }
}
