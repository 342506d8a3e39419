package org.debye.jobs.study.absorption.mixture;

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
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The study of mixtures of sites, by the command line. */
@Timeout(600)
final class SiteMixtureStudyTest {
  private static final int CLASSES = 3;
  private static final int TESTED = 40;

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void spectra() {
    catalogue = Catalogue.at(folder.resolve("tables").toString());
    CommandRun made =
        CommandRun.of(
            "simulate",
            "recipe=xanes",
            "catalogue=" + catalogue.location(),
            "seed=1",
            "xanes.elements=[ti, cu]",
            "xanes.share=0.06",
            "xanes.margin=2");
    assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void fractionsAndIntervalsAreKeptAndASecondRunDoesNothing() throws Exception {
    String[] words = {"xanes-mixtures.asked=[Ti]", "xanes-mixtures.known=" + known("Ti,1,0,0,x")};
    CommandRun run = sweep("all", words);
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
    Map<String, SweepResultRow> rows = rows("all");
    assertThat(rows).hasSize(2 * 2 * 2);
    rows.values().forEach(SiteMixtureStudyTest::requireSound);
    SweepResultRow mlp = Objects.requireNonNull(rows.get("Cu/mlp/fold-02"));
    SweepResultRow cnn = Objects.requireNonNull(rows.get("Cu/cnn/fold-02"));
    assertThat(array(mlp, "truth")).isEqualTo(array(cnn, "truth"));
    assertThat(array(mlp, "estimate")).isNotEqualTo(array(cnn, "estimate"));
    assertThat(array(mlp, "class_means")).isEqualTo(array(cnn, "class_means"));
    assertThat(array(Objects.requireNonNull(rows.get("Cu/mlp/fold-01")), "truth"))
        .isNotEqualTo(array(mlp, "truth"));
    // every spectrum of Ti was asked about, none of Cu
    SweepResultRow titanium = Objects.requireNonNull(rows.get("Ti/mlp/fold-01"));
    int sites = array(titanium, "asked_estimate").length / CLASSES;
    assertThat(sites).isGreaterThan(100);
    assertThat(array(cnn, "asked_estimate")).isEmpty();
    assertThat(run.out())
        .contains("A stand-in: the spectra are of the simulation xanes-1")
        .contains("Models see 100 of the 108 points of a spectrum")
        .contains("what they promise holds for mixtures made in the same way");
    Path figures = folder.resolve("tables/figures/all");
    assertThat(Files.readAllLines(figures.resolve("errors.csv"))).hasSize(1 + 2 * 6);
    assertThat(Files.readAllLines(figures.resolve("asked.csv"))).hasSize(1 + 5 * sites);
    assertThat(Files.readString(figures.resolve("asked.csv"))).contains("1.00 0.00 0.00");
    assertThat(sweep("all", words).out()).contains("8 unchanged");
  }

  /** What holds of any network's answers. */
  private static void requireSound(SweepResultRow row) {
    assertThat(row.status()).isEqualTo(CellStatus.DONE);
    double[] truth = array(row, "truth");
    assertThat(truth).hasSize(TESTED * CLASSES);
    assertThat(array(row, "sites")).hasSize(TESTED);
    assertThat(Arrays.stream(array(row, "sites"))).allMatch(count -> count >= 1 && count <= 5);
    for (String name : List.of("truth", "estimate", "pure", "class_means", "mean_fraction")) {
      double[] fractions = array(row, name);
      for (int i = 0; i < TESTED; i++) {
        double[] one = Arrays.copyOfRange(fractions, i * CLASSES, (i + 1) * CLASSES);
        assertThat(Arrays.stream(one).sum()).as(name).isCloseTo(1, within(1e-6));
        assertThat(Arrays.stream(one)).allMatch(value -> value >= 0 && value <= 1);
      }
    }
    double[] lower = array(row, "lower_0.8");
    double[] upper = array(row, "upper_0.8");
    int held = 0;
    double squares = 0;
    for (int i = 0; i < truth.length; i++) {
      assertThat(lower[i]).isBetween(0.0, upper[i]);
      assertThat(upper[i]).isLessThanOrEqualTo(1);
      held += lower[i] <= truth[i] && truth[i] <= upper[i] ? 1 : 0;
      squares += Math.pow(array(row, "estimate")[i] - truth[i], 2);
    }
    assertThat(metric(row, "coverage_0.8")).isCloseTo(held / (double) truth.length, within(1e-12));
    assertThat(metric(row, "rmse")).isCloseTo(Math.sqrt(squares / truth.length), within(1e-12));
    assertThat(metric(row, "rmse")).isLessThan(metric(row, "mean_fraction_rmse"));
  }

  @Test
  void picturesAreDrawn() {
    CommandRun run =
        sweep("drawn", "figures=true", "xanes-mixtures.elements=[Cu]", "xanes-mixtures.asked=[Cu]");
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.DONE);
    for (String name : List.of("truth-mlp", "truth-cnn", "coverage", "width", "asked")) {
      assertThat(folder.resolve("tables/figures/drawn/" + name + ".png")).exists();
    }
  }

  @Test
  void whatCannotBeStudiedIsRefusedBeforeAnythingStarts() throws Exception {
    refused("no dataset with spectra is named [Fe]", "xanes-mixtures.elements=[Fe]");
    refused("no dataset with spectra is named [Mn3O4]", "xanes-mixtures.asked=[Mn3O4]");
    refused(
        "its energies are not those that models of [Ti] see",
        "xanes-mixtures.elements=[Ti]",
        "xanes-mixtures.asked=[Cu]");
    refused("xanes-mixtures.shift", "xanes-mixtures.shift=25");
    refused("Set xanes-mixtures.folds to", "xanes-mixtures.folds=40");
    refused("the fractions do not sum to 1", "xanes-mixtures.known=" + known("a,1,0,1,x"));
    refused("'x' is not a fraction", "xanes-mixtures.known=" + known("a,1,0,x,x"));
    refused("there is no such file", "xanes-mixtures.known=" + folder.resolve("nowhere.csv"));
  }

  private static Path known(String line) throws Exception {
    Path file = folder.resolve("known-" + line.hashCode() + ".csv");
    Files.writeString(file, "# a comment\ndataset,T4,S5,O6,reason\n" + line + "\n");
    return file;
  }

  private static void refused(String problem, String... words) {
    CommandRun run = sweep("refused", words);
    assertThat(run.code()).as(run.out()).isNotEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains(problem).doesNotContain("defect of Debye");
  }

  private static CommandRun sweep(String name, String... words) {
    Map<String, String> all = new TreeMap<>();
    for (String word :
        List.of(
            "study=xanes-mixtures",
            "name=" + name,
            "catalogue=" + catalogue.location(),
            "seed=5",
            "figures=false",
            "xanes-mixtures.elements=[Ti, Cu]",
            "xanes-mixtures.folds=2",
            "xanes-mixtures.most-sites=5",
            "xanes-mixtures.mixtures=600",
            "xanes-mixtures.calibration-mixtures=100",
            "xanes-mixtures.test-mixtures=" + TESTED,
            "xanes-mixtures.epochs=12",
            "xanes-mixtures.batch=32")) {
      all.put(word.substring(0, word.indexOf('=')), word);
    }
    for (String word : words) {
      all.put(word.substring(0, word.indexOf('=')), word);
    }
    List<String> command = new ArrayList<>(List.of("sweep"));
    command.addAll(all.values());
    return CommandRun.of(command.toArray(String[]::new));
  }

  private static Map<String, SweepResultRow> rows(String study) {
    Map<String, SweepResultRow> rows = new TreeMap<>();
    catalogue.sweepResults().each(study, row -> rows.put(row.cellId(), row));
    return rows;
  }

  private static double[] array(SweepResultRow row, String name) {
    return Objects.requireNonNull(row.arrays().get(name), name);
  }

  private static double metric(SweepResultRow row, String name) {
    return Objects.requireNonNull(row.metrics().get(name), name);
  }
}
