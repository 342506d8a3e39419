package org.debye.jobs.study.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.debye.jobs.CommandProcess;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The study of absorption spectra, by the command line. */
@Timeout(600)
final class AbsorptionStudyTest {
  private static final int KILLED_AFTER = 2;
  private static final String SHIFTS = "xanes.test-shifts=[-3, 0, 1, 3]";

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void spectra() {
    catalogue = Catalogue.at(folder.resolve("tables").toString());
    simulate(catalogue);
  }

  private static void simulate(Catalogue into) {
    CommandRun made =
        CommandRun.of(
            "simulate",
            "recipe=xanes",
            "catalogue=" + into.location(),
            "seed=1",
            "xanes.elements=[ti, cu]",
            "xanes.share=0.04");
    assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void everyModelIsTestedByTheSameFoldsAndEverySiteOnce() {
    CommandRun run = sweep(catalogue, "all");
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
    Map<String, SweepResultRow> rows = rows(catalogue, "all");
    assertThat(rows).hasSize(2 * 8 * 3);
    rows.values().forEach(row -> assertThat(row.status()).isEqualTo(CellStatus.DONE));
    for (String model : List.of("mlp", "cnn-noised", "mlp-pre-edge")) {
      List<Double> tested = new ArrayList<>();
      for (int fold = 1; fold <= 3; fold++) {
        double[] frames = array(rows, "Ti/" + model + "/fold-0" + fold, "frames");
        assertThat(frames)
            .isEqualTo(array(rows, "Ti/cnn-shifted/fold-0" + fold, "frames"))
            .hasSizeBetween(28, 30);
        Arrays.stream(frames).forEach(tested::add);
      }
      // 4 % of 271, 359 and 1562
      assertThat(tested).hasSize(11 + 14 + 62).doesNotHaveDuplicates();
    }
    String cell = "Cu/cnn-shifted/fold-02";
    assertThat(array(rows, cell, "macro_f1_by_test_shift")[1])
        .isEqualTo(metric(rows, cell, "macro_f1"))
        .isEqualTo(array(rows, cell, "macro_f1_by_test_noise")[0]);
    assertThat(metric(rows, cell, "macro_f1"))
        .isCloseTo(
            Arrays.stream(array(rows, cell, "class_f1")).average().orElse(-1), within(1e-12));
  }

  @Test
  void theReportSaysThatItIsAStandInAndHasTheTables() throws Exception {
    CommandRun run = sweep(catalogue, "all", "figures=true");
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("A stand-in: the spectra are of the simulation xanes-1")
        .contains("Macro F1, mean and standard deviation over folds (stand-in")
        .contains("Models see 88 of the 100 points of a spectrum, 0.5 eV apart");
    Path figures = folder.resolve("tables/figures/all");
    assertThat(Files.readAllLines(figures.resolve("class-counts.csv")))
        .contains("absorber,T4,S5,O6,total", "Ti,11,14,62,87", "Cu,12,7,15,34", "all,23,21,77,121");
    assertThat(Files.readString(figures.resolve("pre-edge-loss.csv")))
        .contains("\"mlp-pre-edge, S5\"")
        .contains("\nearly,")
        .contains("\nlate,");
    assertThat(Files.readAllLines(figures.resolve("shift.csv"))).hasSize(1 + 8 * 2 * 4);
    for (String name : List.of("components", "components-pre-edge", "class-f1", "shift", "noise")) {
      assertThat(figures.resolve(name + ".png")).exists();
    }
  }

  @Test
  void aKilledStudyGoesOnToTheSameNumbers() throws Exception {
    Catalogue killed = Catalogue.at(folder.resolve("killed").toString());
    simulate(killed);
    String[] words = {"xanes.models=[mlp, mlp-noised, cnn-shifted]"};
    kill(killed, words);
    assertThat(killed.sweepResults().states("killed")).isEmpty();
    assertThat(sweep(killed, "killed", words).code()).isEqualTo(ExitCode.DONE);
    assertThat(sweep(catalogue, "killed", words).code()).isEqualTo(ExitCode.DONE);
    assertThat(numbers(killed)).isEqualTo(numbers(catalogue));
    assertThat(numbers(killed)).hasSize(18);
  }

  /**
   * The study in a JVM of its own, killed when some of its cells are noted and none is committed.
   */
  private static void kill(Catalogue of, String... words) throws Exception {
    Path log = folder.resolve("killed.log");
    List<String> options = List.of("-Dspark.debye.sweep.commit.seconds=1000");
    Process process = CommandProcess.start(log, options, words(of, "killed", words));
    try {
      while (of.finishedCells("killed").names().size() < KILLED_AFTER) {
        assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
            .as(() -> "it has ended before it was killed; see " + log)
            .isFalse();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Everything that the table says but times and runs. */
  private static Map<String, String> numbers(Catalogue of) {
    Map<String, String> numbers = new TreeMap<>();
    rows(of, "killed")
        .forEach(
            (id, row) -> {
              StringBuilder text = new StringBuilder(row.metrics().toString());
              row.arrays()
                  .forEach((name, values) -> text.append(name).append(Arrays.toString(values)));
              numbers.put(id, text.toString());
            });
    return numbers;
  }

  @Test
  void whatCannotBeStudiedIsRefusedBeforeAnythingStarts() {
    refused("mpl is not one of its values", "xanes.models=[mpl]");
    refused(
        "no dataset with spectra is named [Fe]", "xanes.elements=[Fe]", "xanes.pre-edge=[Fe=7118]");
    refused("'Xx' has no K edge that is known", "xanes.elements=[Xx]");
    refused("Cu has not one cut-off", "xanes.pre-edge=[Ti=4972]");
    refused("class T4 has 11 sites, fewer than there are folds, 20", "xanes.folds=20");
    refused("Ti=4900.0 leaves 0 of 88 points", "xanes.pre-edge=[Ti=4900, Cu=8985]");
    refused("Ti=5900.0 leaves 88 of 88 points", "xanes.pre-edge=[Ti=5900, Cu=8985]");
    refused("are left by shifts of 23.0 eV", "xanes.test-shifts=[0, 23]");
    refused("no label is called 'T5'", "xanes.classes=[T5, O6]");
    refused("4972 is not an element and an energy", "xanes.pre-edge=[4972]");
  }

  private static void refused(String problem, String... words) {
    CommandRun run = sweep(catalogue, "refused", words);
    assertThat(run.code()).as(run.out()).isNotEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains(problem).doesNotContain("defect of Debye");
  }

  private static CommandRun sweep(Catalogue of, String name, String... words) {
    return CommandRun.of(words(of, name, words).toArray(String[]::new));
  }

  private static List<String> words(Catalogue of, String name, String... words) {
    Map<String, String> all = new TreeMap<>();
    for (String word :
        List.of(
            "study=xanes",
            "name=" + name,
            "catalogue=" + of.location(),
            "seed=5",
            "figures=false",
            "xanes.elements=[Ti, Cu]",
            "xanes.pre-edge=[Ti=4972, Cu=8985]",
            "xanes.folds=3",
            "xanes.epochs=4",
            "xanes.test-noise=[0, 0.1]",
            SHIFTS)) {
      all.put(word.substring(0, word.indexOf('=')), word);
    }
    for (String word : words) {
      all.put(word.substring(0, word.indexOf('=')), word);
    }
    List<String> command = new ArrayList<>(List.of("sweep"));
    command.addAll(all.values());
    return command;
  }

  private static Map<String, SweepResultRow> rows(Catalogue of, String study) {
    Map<String, SweepResultRow> rows = new TreeMap<>();
    of.sweepResults().each(study, row -> rows.put(row.cellId(), row));
    return rows;
  }

  private static double[] array(Map<String, SweepResultRow> rows, String cell, String name) {
    return Objects.requireNonNull(
        Objects.requireNonNull(rows.get(cell), cell).arrays().get(name), name);
  }

  private static double metric(Map<String, SweepResultRow> rows, String cell, String name) {
    return Objects.requireNonNull(
        Objects.requireNonNull(rows.get(cell), cell).metrics().get(name), name);
  }
}
