package org.debye.jobs.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.SmallRamps;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peaks of small ramps, read off an encoder by the command line. */
final class ProbeJobTest {
  private static final List<String> HEADS =
      List.of(
          "heads.number-epochs=20",
          "heads.position-epochs=300",
          "heads.position-rate=0.02",
          "heads.region-epochs=300",
          "heads.region-rate=0.01",
          "figures=false");

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void encoder() throws IOException {
    catalogue = SmallRamps.write(folder.resolve("tables"));
    for (String model : List.of("supervised-contrast", "cross-entropy")) {
      CommandRun run =
          CommandRun.of(
              "train",
              "catalogue=" + catalogue.location(),
              "model=" + model,
              "spectra.dataset=[D1,D2]",
              "split.kind=none",
              "pretraining.width=24",
              "pretraining.channels=4",
              "pretraining.places=24",
              "pretraining.dimension=8",
              "epochs=10",
              "batch=20",
              "figures=false");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void layersAreScoredOnRampsThatTheyHaveNotLearntFrom() {
    CommandRun run = probe("encoder=supervised-contrast", "name=first", "figures=true");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("60 frames of D1, D2 teach, 30 frames of D3 are asked about; up to 2 peaks");
    assertThat(run.out()).contains("untrained encoder", "spectra", "blind", "region overlap (%)");
    // Every frame has two peaks.
    assertThat(metric("first", "encoder_number_accuracy")).isEqualTo(1);
    assertThat(metric("first", "blind_number_accuracy")).isEqualTo(1);
    double blind = metric("first", "blind_position_rms");
    assertThat(blind).isCloseTo(blindByHand(), within(1e-5));
    // A peak that jumps by 2.6 degrees is read off the spectrum to less than half of that.
    assertThat(metric("first", "spectra_position_rms")).isLessThan(0.7 * blind);
    assertThat(metric("first", "spectra_region_overlap"))
        .isGreaterThan(metric("first", "blind_region_overlap"));
    assertThat(metric("first", "encoder_position_rms")).isLessThan(blind);
    assertThat(metric("first", "encoder_position_rms_share"))
        .isCloseTo(metric("first", "encoder_position_rms") / 12.7, within(1e-6));
    for (String name : List.of("peaks.csv", "positions-D3.png", "regions-D3.svg")) {
      assertThat(folder.resolve("tables/figures/first/" + name)).isNotEmptyFile();
    }

    long versions = catalogue.metrics().version() + catalogue.runs().version();
    CommandRun again = probe("encoder=supervised-contrast", "name=first");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(catalogue.metrics().version() + catalogue.runs().version()).isEqualTo(versions);
  }

  @Test
  void theEncoderOfATwinIsProbedToo() {
    CommandRun run = probe("encoder=cross-entropy", "name=twin");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(metric("twin", "encoder_region_accuracy")).isGreaterThan(0.9);
  }

  @Test
  void whatCannotBeProbedIsRefused() throws IOException {
    refused("D2: is learnt from and asked about", "encoder=cross-entropy", "asked=[D2]");
    CommandRun rival =
        SmallRamps.train(catalogue, "model=endmembers", "split.kind=none", "name=rival");
    assertThat(rival.code()).as(rival.err()).isEqualTo(ExitCode.DONE);
    refused("not an encoder", "encoder=rival");
    refused("no peaks of its frames are known", "encoder=cross-entropy", "origin=nobody");
    refused("seperation", "encoder=cross-entropy", "peaks.seperation=0.6");
  }

  private static void refused(String problem, String... words) {
    CommandRun run = probe(words);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains(problem).doesNotContain("defect of Debye");
  }

  private static CommandRun probe(String... words) {
    List<String> all = new ArrayList<>(List.of("probe", "catalogue=" + catalogue.location()));
    all.addAll(HEADS);
    all.add("learnt=[D1,D2]");
    all.add("asked=[D3]");
    for (String word : words) {
      String key = word.substring(0, word.indexOf('=') + 1);
      all.removeIf(one -> one.startsWith(key));
      all.add(word);
    }
    return CommandRun.of(all.toArray(new String[0]));
  }

  /** Positions of D3 beside the means of D1 and D2: the first drifts, the second jumps. */
  private static double blindByHand() {
    double drift = 0;
    double jump = 0;
    int[] changes = {12, 15};
    for (int change : changes) {
      for (int f = 0; f < 30; f++) {
        drift += (30 + 0.2 * f) / 60;
        jump += (f < change ? 64 : 90) / 60.0;
      }
    }
    double squares = 0;
    for (int f = 0; f < 30; f++) {
      squares += Math.pow(0.1 * (30 + 0.2 * f - drift), 2);
      squares += Math.pow(0.1 * ((f < 18 ? 64 : 90) - jump), 2);
    }
    return Math.sqrt(squares / 60);
  }

  private static double metric(String name, String metric) {
    String fit =
        catalogue.sweepResults().states("probe/" + name).keySet().stream()
            .findFirst()
            .orElseThrow();
    return catalogue.metrics().read(fit).stream()
        .filter(row -> row.datasetId() == null && row.name().equals(metric))
        .mapToDouble(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }
}
