package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.spark.table.Catalogue;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nothing can be learnt from is refused before training starts, with what to do. */
final class TrainRefusalsTest {
  private static final SpectralAxis AXIS = SmallRamps.axis(5, SmallRamps.POINTS);
  private static final String FRAMES = "split.grouping=by-frame";

  @TempDir Path folder;

  @Test
  void labelsOfFramesWithoutASpectrum() throws IOException {
    Catalogue catalogue = ramps().ramp("D2", 15).label("D2", 30, "after").write();
    refused(
        catalogue,
        "debye: D2: there is no spectrum of frame 30, which has a label. Remove the label, or"
            + " reduce or import the frame.",
        "model=cnn");
  }

  @Test
  void oneClassOnly() throws IOException {
    Catalogue catalogue = ramps(frame -> "before").ramp("D2", AXIS, 15, frame -> "before").write();
    refused(
        catalogue,
        "debye: labels: all 60 labels are 'before'. Label frames of a second class: one class"
            + " alone teaches nothing.",
        "model=cnn");
  }

  @Test
  void aClassWithTooFewMembers() throws IOException {
    Catalogue catalogue =
        ramps(frame -> frame == 0 ? "during" : frame < 15 ? "before" : "after").write();
    refused(
        catalogue,
        "debye: labels: class 'during' has one member, 2 needed. Label more frames of it, or merge"
            + " it with another class.",
        "model=cnn",
        FRAMES);
    catalogue =
        SmallRamps.at(folder.resolve("two"))
            .ramp("D1", AXIS, 15, frame -> frame < 2 ? "during" : frame < 15 ? "before" : "after")
            .write();
    refused(
        catalogue,
        "debye: budget: class 'during' has 2 labels to learn from, 3 wanted. Ask for fewer a class,"
            + " or label more frames.",
        "model=cnn",
        "split.kind=none",
        "labels.each=3");
    refused(
        catalogue,
        "no label is called 'later'; there are [after, before, during]",
        "model=cnn",
        "labels.classes=[before,later]");
  }

  @Test
  void oneDatasetIsNotSplitByDataset() throws IOException {
    Catalogue catalogue = ramps().write();
    refused(
        catalogue,
        "debye: split: 2 parts of 1 datasets. Ask for fewer parts or folds than there are datasets,"
            + " or split by frame.",
        "model=cnn");
    refused(
        catalogue,
        "Label a second dataset, or split by frame.",
        "model=cnn",
        "split.kind=leave-one-dataset-out");
    refused(
        catalogue,
        "every 29th frame, less those next to a change, leaves one class or none",
        "model=cnn",
        "split.kind=thesis",
        "split.stride=29");
  }

  @Test
  void spectraThatAreNotNumbers() throws IOException {
    Catalogue catalogue = ramps().spoil("D1", 4, 20, Float.NaN).write();
    refused(
        catalogue,
        "debye: D1: a labelled spectrum of it has no finite intensity at 7.0 deg, where others"
            + " have. Remove the label of the frame, mend the mask of the reduction, or leave that"
            + " part of the axis out with spectra.range=.",
        "model=cnn",
        FRAMES);
    refused(
        catalogue,
        "no point of the axis lies within spectra.range. The axis goes from 5.0 to 17.7",
        "model=cnn",
        FRAMES,
        "spectra.range=50:60");
    // Without that part of the axis, and without that frame, there is nothing to refuse.
    for (String mended : List.of("spectra.range=8:17", "spectra.frames=5:29")) {
      CommandRun run =
          SmallRamps.train(
              catalogue, "model=endmembers", FRAMES, mended, "name=" + mended.substring(8, 13));
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    }
  }

  @Test
  void mixedAxes() throws IOException {
    Catalogue catalogue =
        ramps()
            .ramp("D2", SmallRamps.axis(4, 140), 15, frame -> frame < 15 ? "before" : "after")
            .write();
    refused(
        catalogue,
        "debye: D2: its axis is not that of the datasets before. Choose datasets of one axis with"
            + " spectra.dataset=, or reduce all onto one.",
        "model=cnn");
  }

  @Test
  void noLabels() throws IOException {
    Catalogue catalogue = ramps(frame -> "").write();
    refused(
        catalogue,
        "/labels: no frame of the chosen datasets has a label. Import labels with submit/debye"
            + " import labels=FILE, or simulate ramps, which have them.",
        "model=cnn");
    CommandRun nowhere =
        CommandRun.of("train", "model=cnn", "catalogue=" + folder.resolve("nowhere"));
    assertThat(nowhere.code()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(nowhere.err()).contains("there is no table of datasets here");
  }

  @Test
  void moreRanksThanThereIsRoomOrWorkFor() throws IOException {
    Catalogue catalogue = SmallRamps.write(folder.resolve("tables"));
    refused(
        catalogue,
        "debye: ranks: 3 ranks do not fit: the cluster runs 2 tasks at a time (1 executors,"
            + " spark.task.cpus=1). Ask for fewer ranks, or for more executors, cores or GPUs.",
        "model=cnn",
        "ranks=3");
    refused(
        catalogue,
        "60 sequences of spectra make a batch of 1, which 2 ranks cannot share. Give more spectra,"
            + " a larger batch, or fewer ranks.",
        "model=cnn",
        "ranks=2",
        "batch=1");
    refused(catalogue, "endmembers is fitted by one rank", "model=endmembers", "ranks=2");
    assertThat(catalogue.models().version()).isEqualTo(-1);
  }

  @Test
  void damagedModels() throws IOException {
    Catalogue catalogue = SmallRamps.write(folder.resolve("tables"));
    for (String name : List.of("flipped", "torn", "plain")) {
      CommandRun run = SmallRamps.train(catalogue, "model=fcnn", "name=" + name, "epochs=1");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    }
    Path weights = TableState.weightsFile(catalogue, "flipped");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    Path card = TableState.folder(catalogue, "torn").resolve("card.json");
    Files.write(card, java.util.Arrays.copyOf(Files.readAllBytes(card), 200));

    String changed = "it is not the file that the card was written with (its SHA-256 differs)";
    refused(catalogue, changed, "model=fcnn", "name=flipped", "epochs=1");
    refused(catalogue, changed, List.of("evaluate", "model=flipped", "part=all"));
    refused(catalogue, changed, List.of("predict", "model=flipped"));
    refused(catalogue, "/models/torn/card.json: ", "model=fcnn", "name=torn", "epochs=1");
    refused(catalogue, "/models/torn/card.json: ", List.of("predict", "model=torn"));
    refused(
        catalogue,
        "a model is here already, and its model is fcnn, not cnn",
        "model=cnn",
        "name=plain",
        "epochs=1");
  }

  private SmallRamps ramps() {
    return SmallRamps.at(folder.resolve("tables")).ramp("D1", 12);
  }

  private SmallRamps ramps(java.util.function.Function<Integer, String> label) {
    return SmallRamps.at(folder.resolve("tables")).ramp("D1", AXIS, 15, label);
  }

  /** Refused in training, which writes nothing. */
  private static void refused(Catalogue catalogue, String problem, String... words) {
    long models = catalogue.models().version();
    long runs = catalogue.runs().version();
    CommandRun run = SmallRamps.train(catalogue, words);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains(problem);
    assertThat(catalogue.models().version()).isEqualTo(models);
    assertThat(catalogue.runs().version()).isEqualTo(runs);
  }

  /** Refused in another job. */
  private static void refused(Catalogue catalogue, String problem, List<String> words) {
    String[] all =
        java.util.stream.Stream.concat(
                words.stream(), java.util.stream.Stream.of("catalogue=" + catalogue.location()))
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(all);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.USER_CAN_MEND);
    assertThat(run.err()).contains(problem);
  }
}
