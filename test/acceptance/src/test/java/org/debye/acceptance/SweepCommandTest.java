package org.debye.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny study by the command line: run, run again, extended, exported. */
class SweepCommandTest {
  @TempDir Path folder;

  @Test
  void aStudyIsSweptOnceAndDrawn() throws IOException {
    CommandLine first = sweep("unmixing.methods.hmc=2", "unmixing.methods.n-findr=3");
    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
    // 4 datasets: two chains and N-FINDR each
    assertThat(first.out()).contains("swept     12 cells").contains("figures   " + pictures());
    assertThat(first.out())
        .containsPattern("(?m)^  hmc +4 ")
        .containsPattern("(?m)^  n-findr +4 ")
        .contains("the authors' notebook has .118/.554 = 0.2130");
    assertThat(pictures().resolve("errors.csv")).content().startsWith("method,datasets,mean,");
    assertThat(Files.readAllLines(pictures().resolve("datasets.csv"))).hasSize(1 + 4 * 2);
    for (String name : List.of("simplex", "errors", "estimates", "coverage", "cost")) {
      assertThat(pictures().resolve(name + ".png")).isNotEmptyFile();
      assertThat(pictures().resolve(name + ".svg")).content().contains("</svg");
    }
    Map<String, SweepResultRow> rows = rows();
    assertThat(rows).hasSize(12).containsKey("alpha1=0.5,sigma=0.05,0/hmc/1");

    Files.delete(pictures().resolve("errors.png"));
    CommandLine again = sweep("unmixing.methods.hmc=2", "unmixing.methods.n-findr=3");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("swept     0 cells, 12 unchanged");
    assertThat(tables(again.out())).isEqualTo(tables(first.out()));
    assertThat(pictures().resolve("errors.png")).isNotEmptyFile();
    assertThat(runs(rows())).isEqualTo(runs(rows));

    CommandLine more = sweep("unmixing.methods.hmc=2", "unmixing.methods.n-findr=5");
    assertThat(more.out()).contains("swept     4 cells, 8 unchanged");

    CommandLine export =
        CommandLine.run(
            "export",
            "catalogue=" + folder.resolve("studies"),
            "format=stan-csv",
            "cells=*0.5,sigma=0.05*",
            "output=" + folder.resolve("chains"));
    assertThat(export.code()).as(export.err()).isEqualTo(ExitCode.DONE);
    assertThat(export.out()).startsWith("2 chains in ");
    List<String> lines =
        Files.readAllLines(folder.resolve("chains/alpha1=0.5,sigma=0.05,0_hmc_1.csv"));
    assertThat(lines)
        .contains("# id = 2", "#     num_warmup = 100")
        .anyMatch(line -> line.startsWith("lp__,accept_stat__,") && line.contains(",C.1.1,"));
  }

  @Test
  void aCellThatCannotBeDoneIsARowAndIsTriedAgainOnlyWhenAsked() {
    // two points cannot be unmixed into three: every cell fails, and the study ends all the same
    String[] words = {
      "unmixing.methods.n-findr=3",
      "unmixing.methods.hmc=0",
      "unmixing.model.endmembers=3",
      "unmixing.model.observations=3",
      "unmixing.grid.alpha1=[0.001, 1]",
      "unmixing.grid.sigma=1e-300"
    };
    CommandLine first = sweep(words);
    assertThat(first.code()).as(first.out() + first.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(rows().values()).extracting(SweepResultRow::status).contains(CellStatus.FAILED);
    long failed = rows().values().stream().filter(row -> row.status() == CellStatus.FAILED).count();
    CommandLine again = sweep(words);
    assertThat(again.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(again.out())
        .contains("swept     0 cells")
        .contains(failed + " of them failed before; retry-failed=true tries them again");
    List<String> retry = new ArrayList<>(List.of(words));
    retry.add("retry-failed=true");
    assertThat(sweep(retry.toArray(String[]::new)).out())
        .contains(
            "swept     " + failed + (failed == 1 ? " cell, " : " cells, ") + failed + " failed");
  }

  @Test
  void whatIsWrittenWronglyStopsBeforeAnythingStarts() {
    CommandLine run = sweep("unmixing.hmc.warmups=3", "unmixing.grid.sigma=-1");
    assertThat(run.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err())
        .contains("unmixing.hmc.warmups: there is no such key. Did you mean unmixing.hmc.warmup?")
        .contains("unmixing.grid.sigma: -1.0 is not above 0");
    assertThat(folder.resolve("studies")).doesNotExist();
  }

  private CommandLine sweep(String... words) {
    Map<String, String> all = new TreeMap<>();
    for (String word :
        List.of(
            "name=tiny",
            "catalogue=" + folder.resolve("studies"),
            "seed=3",
            "unmixing.grid.alpha1=[0.5, 2]",
            "unmixing.grid.sigma=[0.05, 0.1]",
            "unmixing.model.observations=30",
            "unmixing.methods.vi=0",
            "unmixing.hmc.warmup=100",
            "unmixing.hmc.min-ess=20",
            "unmixing.hmc.max-draws=400")) {
      all.put(word.substring(0, word.indexOf('=')), word);
    }
    for (String word : words) {
      all.put(word.substring(0, word.indexOf('=')), word);
    }
    return CommandLine.run(
        Stream.concat(Stream.of("sweep"), all.values().stream()).toArray(String[]::new));
  }

  private Path pictures() {
    return folder.resolve("studies/figures/tiny");
  }

  private Map<String, SweepResultRow> rows() {
    Map<String, SweepResultRow> rows = new TreeMap<>();
    Catalogue.at(folder.resolve("studies").toString())
        .sweepResults()
        .each("tiny", row -> rows.put(row.cellId(), row));
    return rows;
  }

  private static Map<String, String> runs(Map<String, SweepResultRow> rows) {
    Map<String, String> runs = new TreeMap<>();
    rows.forEach((id, row) -> runs.put(id, row.runId()));
    return runs;
  }

  /** What a study comes to, without what this run has done. */
  private static List<String> tables(String out) {
    return out.lines()
        .dropWhile(line -> !line.startsWith("Frobenius"))
        .filter(line -> !line.startsWith("swept "))
        .toList();
  }
}
