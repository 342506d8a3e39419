package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.StateDict;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoders of representations and linear layers on them, by the command line. */
final class TrainEncoderTest {
  private static final List<String> SMALL =
      List.of(
          "split.kind=none",
          "pretraining.width=16",
          "pretraining.channels=4",
          "pretraining.places=12",
          "pretraining.views=3",
          "pretraining.dimension=8",
          "epochs=3",
          "batch=30",
          "figures=false");

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void ramps() throws IOException {
    catalogue = SmallRamps.write(folder.resolve("tables"));
  }

  @Test
  void aLinearLayerLearnsFromAFewLabelsOnAnEncoderThatNeededNone() throws IOException {
    CommandRun pretrained = train(SMALL, "model=specrrmoco");
    assertThat(pretrained.code()).as(pretrained.err()).isEqualTo(ExitCode.DONE);
    assertThat(pretrained.err()).contains("18 part-1, 18 part-2, 18 part-3, 18 part-4, 18 part-5");
    ModelRow encoder = model("specrrmoco");
    assertThat(encoder.classes()).isEmpty();
    StateDict weights = weights("specrrmoco");
    assertThat(weights.names()).contains("queue.keys", "key.encoder.spatial.embedding.weight");

    CommandRun linear =
        train(
            List.of(),
            "model=linear",
            "encoder=specrrmoco",
            "split.kind=few-labels",
            "split.runs=2",
            "split.validation=0.34",
            "split.from=[D1,D2]",
            "labels.counts=[before=6,after=9]",
            "optimiser.rate=0.05",
            "epochs=40",
            "stop.patience=20",
            "figures=false");
    assertThat(linear.code()).as(linear.err()).isEqualTo(ExitCode.DONE);
    for (String name : List.of("linear/run-1", "linear/run-2")) {
      ModelRow row = model(name);
      assertThat(frames(row.trainingFrames())).isEqualTo(10);
      assertThat(frames(row.validationFrames())).isEqualTo(5);
      assertThat(row.parameters()).isEqualTo(16 + 1);
      assertThat(metric(row, "frames")).isEqualTo(75);
      StateDict own = weights(name);
      own.arrays().stream()
          .filter(array -> array.name().startsWith("encoder."))
          .forEach(
              array ->
                  assertThat(array.doubles())
                      .as(array.name())
                      .isEqualTo(weights.array(array.name()).doubles()));
    }
    assertThat(model("linear/run-1").trainingFrames())
        .isNotEqualTo(model("linear/run-2").trainingFrames());

    CommandRun evaluated =
        CommandRun.of("evaluate", "catalogue=" + catalogue.location(), "figures=false");
    assertThat(evaluated.code()).as(evaluated.err()).isEqualTo(ExitCode.DONE);
    assertThat(evaluated.out()).contains("linear/run-1").doesNotContain("specrrmoco");
  }

  @Test
  void everyWayToPreTrainMakesAnEncoderOnce() {
    for (String kind : List.of("supervised-contrast", "specselftime", "specrr", "specmoco")) {
      CommandRun run = train(SMALL, "model=" + kind);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
      assertThat(model(kind).epochs()).isEqualTo(3);
      assertThat(train(SMALL, "model=" + kind).out()).contains("unchanged");
    }
  }

  @Test
  void anEncoderItsLayerAndItsTwinLearnFromTheSameFramesAndSlices() {
    List<String> same =
        List.of(
            "labels.stride=2",
            "labels.dropped-before=1",
            "split.kind=hold-out",
            "split.grouping=by-frame",
            "split.validation=0.2",
            "split.test=0.2",
            "copies.count=4",
            "copies.kind=slices",
            "copies.of-validation=true");
    List<String> small = new ArrayList<>(SMALL);
    small.remove("split.kind=none");
    small.addAll(same);

    CommandRun contrast = train(small, "model=supervised-contrast", "name=contrast");
    assertThat(contrast.code()).as(contrast.err()).isEqualTo(ExitCode.DONE);
    CommandRun twin = train(small, "model=cross-entropy", "name=twin");
    assertThat(twin.code()).as(twin.err()).isEqualTo(ExitCode.DONE);
    CommandRun layer =
        train(
            same,
            "model=linear",
            "encoder=contrast",
            "name=layer",
            "optimiser.rate=0.05",
            "epochs=30",
            "stop.patience=5",
            "stop.by=accuracy",
            "figures=false");
    assertThat(layer.code()).as(layer.err()).isEqualTo(ExitCode.DONE);

    // Of 15 frames of each ramp one stands before the change; 60 % of 42 teach.
    ModelRow encoder = model("contrast");
    assertThat(frames(encoder.trainingFrames())).isBetween(24, 27);
    assertThat(encoder.validationFrames()).isEmpty();
    for (String name : List.of("layer", "twin")) {
      ModelRow row = model(name);
      assertThat(row.trainingFrames().keySet()).isEqualTo(encoder.trainingFrames().keySet());
      row.trainingFrames()
          .forEach(
              (id, own) ->
                  assertThat(own)
                      .as(id)
                      .isEqualTo(Objects.requireNonNull(encoder.trainingFrames().get(id))));
      assertThat(frames(row.trainingFrames()) + frames(row.validationFrames())).isLessThan(42);
    }
    assertThat(model("twin").parameters())
        .isEqualTo(model("contrast").parameters() - projection(16, 8) + 17);
    // 5 spectra of each frame in batches of 30.
    int batches = (5 * frames(encoder.trainingFrames()) + 29) / 30;
    assertThat(epochMetric(encoder, "steps")).isEqualTo(3.0 * batches);

    CommandRun evaluated =
        CommandRun.of(
            "evaluate",
            "catalogue=" + catalogue.location(),
            "model=[layer,twin]",
            "name=table",
            "part=all",
            "groups=[first=D1+D2]",
            "figures=false");
    assertThat(evaluated.code()).as(evaluated.err()).isEqualTo(ExitCode.DONE);
    assertThat(evaluated.out()).contains("Accuracy by dataset (%)", "mean of first", "mean of all");
    assertThat(folder.resolve("tables/figures/table/groups.csv")).isNotEmptyFile();
  }

  private static long projection(int width, int dimension) {
    return (long) width * width + width + (long) width * dimension + dimension;
  }

  private static double epochMetric(ModelRow row, String name) {
    return catalogue.metrics().read(row.fitId()).stream()
        .filter(one -> one.name().equals(name) && one.epoch() != null)
        .mapToDouble(MetricRow::value)
        .max()
        .orElseThrow();
  }

  @Test
  void whatAnEncoderIsNotIsRefused() {
    train(SMALL, "model=specmoco", "name=moco");
    refused(List.of(), "is not tested with labels while it is trained", "model=specrr");
    refused(
        List.of(),
        "an encoder is not checked while it is trained",
        "model=supervised-contrast",
        "split.grouping=by-frame",
        "split.validation=0.2",
        "stop.patience=3");
    refused(List.of(), "linear needs an encoder", "model=linear");
    refused(List.of(), "cnn takes no encoder", "model=cnn", "encoder=moco");
    refused(
        List.of(),
        "Set scaling and spectra.subtract-baseline as they were set then.",
        "model=linear",
        "encoder=moco",
        "scaling=unit-range");
    refused(SMALL, "fifth of", "model=specrr", "name=short", "spectra.range=5:8");
    CommandRun predicted =
        CommandRun.of("predict", "catalogue=" + catalogue.location(), "model=moco");
    assertThat(predicted.code()).isNotEqualTo(ExitCode.DONE);
    assertThat(predicted.err()).contains("it is an encoder of representations");
  }

  private static void refused(List<String> common, String problem, String... words) {
    CommandRun run = train(common, words);
    assertThat(run.code()).as(run.out()).isNotEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains(problem).doesNotContain("defect of Debye");
  }

  private static CommandRun train(List<String> common, String... words) {
    List<String> all = new ArrayList<>(List.of("train", "catalogue=" + catalogue.location()));
    all.addAll(common);
    all.addAll(List.of(words));
    return CommandRun.of(all.toArray(new String[0]));
  }

  private static ModelRow model(String name) {
    return catalogue.models().all().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static StateDict weights(String name) throws IOException {
    return ModelFolder.at(new LocalFolderStore(TableState.folder(catalogue, name)))
        .model()
        .weights();
  }

  private static int frames(Map<String, long[]> frames) {
    return frames.values().stream().mapToInt(own -> own.length).sum();
  }

  private static double metric(ModelRow row, String name) {
    return catalogue.metrics().read(row.fitId()).stream()
        .filter(one -> one.name().equals(name) && one.datasetId() == null && one.epoch() == null)
        .mapToDouble(MetricRow::value)
        .findFirst()
        .orElseThrow();
  }
}
