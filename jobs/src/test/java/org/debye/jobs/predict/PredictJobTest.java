package org.debye.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.SmallRamps;
import org.debye.jobs.train.TableState;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trained models over ramps that are whole, on another axis, or lack a number. */
final class PredictJobTest {
  private static final String CHANGE = "before to after at 18";

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  /** Two ramps with labels; of those without, one has a NaN and one another axis. */
  @BeforeAll
  static void models() throws IOException {
    SpectralAxis axis = SmallRamps.axis(5, SmallRamps.POINTS);
    catalogue =
        SmallRamps.at(folder.resolve("tables"))
            .ramp("D1", 12)
            .ramp("D2", 15)
            .ramp("plain", axis, 18, frame -> "")
            .ramp("spoilt", axis, 18, frame -> "")
            .spoil("spoilt", 7, 3, Float.NaN)
            .ramp("shifted", SmallRamps.axis(4.97, SmallRamps.POINTS + 1), 18, frame -> "")
            .write();
    for (String model : List.of("cnn", "lstm", "endmembers")) {
      CommandRun run =
          SmallRamps.train(
              catalogue,
              "model=" + model,
              "split.kind=none",
              "batch=" + (model.equals("lstm") ? 60 : 10),
              "epochs=12");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void aRampIsClassifiedOnce() {
    CommandRun run = predict("model=cnn", "dataset=plain", "figures=true");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Classes by cnn", CHANGE, "spectra/s and core");
    List<PredictionRow> rows = rows("cnn", "plain");
    assertThat(rows).hasSize(SmallRamps.FRAMES);
    assertThat(rows).extracting(PredictionRow::label).containsOnly("before", "after");
    for (PredictionRow row : rows) {
      double entropy =
          row.probabilities().values().stream()
              .mapToDouble(p -> p > 0 ? -p * Math.log(p) : 0)
              .sum();
      assertThat(Objects.requireNonNull(row.entropy()))
          .isCloseTo(entropy, org.assertj.core.api.Assertions.within(1e-9));
    }
    assertThat(folder.resolve("tables/figures/predict/cnn/plain.png")).isNotEmptyFile();

    Map<String, Long> versions = TableState.versions(catalogue);
    CommandRun again = predict("model=cnn", "dataset=plain");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains(CHANGE);
    assertThat(TableState.versions(catalogue)).isEqualTo(versions);
  }

  @Test
  void whatIsNotSureEnoughIsNotCalledAnything() {
    List<PredictionRow> all = answers("dataset=D1", "model=endmembers");
    double[] sure =
        all.stream()
            .mapToDouble(
                row -> row.probabilities().values().stream().mapToDouble(p -> p).max().orElse(0))
            .sorted()
            .toArray();
    double threshold = (sure[9] + sure[10]) / 2;

    List<PredictionRow> some = answers("dataset=D1", "model=endmembers", "threshold=" + threshold);

    assertThat(some).filteredOn(row -> row.label().equals("abstained")).hasSize(10);
    assertThat(some)
        .extracting(PredictionRow::probabilities)
        .isEqualTo(all.stream().map(PredictionRow::probabilities).toList());
  }

  private List<PredictionRow> answers(String... words) {
    CommandRun run = predict(words);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return rows("endmembers", "D1");
  }

  @Test
  void aFrameWithoutANumberIsLeftOutAndTheDatasetFlagged() {
    CommandRun run = predict("model=cnn", "dataset=spoilt");

    assertThat(run.out() + run.err())
        .contains("1 of 30 frames have no prediction; the first, frame 7: ", "intensity 3 of");
    SweepResultRow row = row("cnn", "spoilt");
    assertThat(row.status()).isEqualTo(CellStatus.FLAGGED);
    assertThat(row.metrics()).containsEntry("frames", 29.0);
    assertThat(catalogue.predictions().read(row.cellId()))
        .hasSize(29)
        .noneMatch(one -> one.frame() == 7);
  }

  @Test
  void aSequenceWithoutANumberFailsAloneAmongOthers() {
    CommandRun run = predict("model=lstm", "dataset=[spoilt,plain]");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(run.out() + run.err())
        .contains("spoilt, spectrum 7: intensity 3 of the model's axis is NaN");
    assertThat(row("lstm", "spoilt").status()).isEqualTo(CellStatus.FAILED);
    assertThat(row("lstm", "plain").status()).isEqualTo(CellStatus.DONE);
    assertThat(rows("lstm", "plain")).hasSize(SmallRamps.FRAMES);
    Map<String, Long> versions = TableState.versions(catalogue);
    CommandRun again = predict("model=lstm", "dataset=[spoilt,plain]");
    assertThat(again.code()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(again.out() + again.err()).contains("spoilt");
    assertThat(TableState.versions(catalogue)).isEqualTo(versions);
  }

  @Test
  void anotherAxisIsRefusedUnlessResampled() {
    CommandRun refused = predict("model=cnn", "dataset=shifted");
    assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(refused.out() + refused.err())
        .contains("shifted: its axis is two_theta_deg with 129 points from 4.97000 to 17.7700 deg")
        .contains("set resample=true to interpolate");

    CommandRun resampled = predict("model=cnn", "dataset=shifted", "resample=true");
    assertThat(resampled.code()).as(resampled.err()).isEqualTo(ExitCode.DONE);
    assertThat(resampled.out()).contains(CHANGE);
  }

  /** A model that is being trained anew over one that the tables know. */
  @Test
  void aModelThatIsNotFinishedIsRefused() throws IOException {
    Path model = TableState.folder(catalogue, "half");
    String[] words = {"model=fcnn", "name=half", "split.kind=none", "overwrite=true"};
    assertThat(SmallRamps.train(catalogue, words).code()).isEqualTo(ExitCode.DONE);
    HalfTrained.leave(model);
    CommandRun run = predict("model=half");
    assertThat(run.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err())
        .contains("/models/half: its training has not ended, 5 epochs are done. Run train again");
  }

  @Test
  void aModelThatIsNotThereIsRefused() {
    CommandRun run = predict("model=nobody");
    assertThat(run.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains("nobody: there is no such model in ", "which has ");
  }

  private static CommandRun predict(String... words) {
    List<String> all = new ArrayList<>(List.of("predict", "catalogue=" + catalogue.location()));
    if (!List.of(words).contains("figures=true")) {
      all.add("figures=false");
    }
    all.addAll(List.of(words));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static SweepResultRow row(String model, String dataset) {
    List<SweepResultRow> rows =
        catalogue.sweepResults().read("predict/" + model).stream()
            .filter(row -> dataset.equals(row.parameters().get("dataset_id")))
            .toList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<PredictionRow> rows(String model, String dataset) {
    return catalogue.predictions().read(row(model, dataset).cellId());
  }
}
