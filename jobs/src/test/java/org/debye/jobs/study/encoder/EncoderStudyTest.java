package org.debye.jobs.study.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.SmallRamps;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study of encoders, by the command line. */
final class EncoderStudyTest {
  private static final List<String> SMALL =
      List.of(
          "pretraining.width=16",
          "pretraining.channels=4",
          "pretraining.places=12",
          "pretraining.views=3",
          "pretraining.dimension=8",
          "epochs=2",
          "batch=30",
          "optimiser.kind=sgd",
          "optimiser.rate=0.05");

  @TempDir static Path folder;

  private static Catalogue catalogue = Catalogue.at("unset");

  @BeforeAll
  static void ramps() throws IOException {
    catalogue = SmallRamps.write(folder.resolve("tables"));
  }

  @Test
  void everyMethodIsJudgedByTheSameLabels() throws IOException {
    CommandRun first =
        sweep(
            "all",
            "encoders.methods=[specrrmoco, specmoco, untrained, intensities, components,"
                + " spectral-clusters, minirocket-ridge, cnn]",
            "encoders.pretrain-on=[D1, D2]",
            "encoders.labels-from=[D1, D2]",
            "encoders.groups=[taught=D1+D2, unseen=D3]",
            "encoders.budgets=[before=4+after=6, share=0.5]",
            "encoders.draws=2",
            "encoders.supervised-epochs=3");
    assertThat(first.code()).as(first.err() + first.out()).isEqualTo(ExitCode.DONE);
    assertThat(first.out())
        .contains("unseen, precision (%)")
        .contains("Recall of specrrmoco less that of others");
    Map<String, SweepResultRow> rows = rows("all");
    assertThat(rows).hasSize(16);
    for (SweepResultRow row : rows.values()) {
      assertThat(row.status()).as(row.cellId()).isEqualTo(CellStatus.DONE);
      assertThat(row.arrays().get("share=0.5/D3/recall")).as(row.cellId()).hasSize(2);
      double recall = row.metrics().getOrDefault("before=4+after=6/unseen/recall", -1.0);
      assertThat(recall).as(row.cellId()).isBetween(0.0, 1.0);
    }
    assertThat(distinct(rows, "run", "1")).hasSize(1);
    assertThat(distinct(rows, "run", "2")).hasSize(1);
    assertThat(distinct(rows, "run", "1")).isNotEqualTo(distinct(rows, "run", "2"));
    SweepResultRow intensities = Objects.requireNonNull(rows.get("intensities/run-1"));
    assertThat(intensities.metrics().get("share=0.5/unseen/recall")).isGreaterThan(0.9);
    assertThat(folder.resolve("tables/figures/all/few-labels.csv")).exists();
  }

  @Test
  void anEncoderOfTheStudyIsTheOneThatTrainMakes() throws IOException {
    CommandRun study =
        sweep(
            "same", "encoders.methods=[specmoco]", "encoders.runs=1", "encoders.budgets=[each=4]");
    assertThat(study.code()).as(study.err()).isEqualTo(ExitCode.DONE);
    List<String> words =
        new ArrayList<>(
            List.of(
                "train",
                "catalogue=" + catalogue.location(),
                "model=specmoco",
                "split.kind=none",
                "scaling=unit-range",
                "seed=5",
                "figures=false"));
    words.addAll(SMALL);
    CommandRun trained = CommandRun.of(words.toArray(String[]::new));
    assertThat(trained.code()).as(trained.err()).isEqualTo(ExitCode.DONE);
    String runId = rows("same").values().iterator().next().runId();
    assertThat(ModelFolder.at(new LocalFolderStore(studied("same"))).card().origin().runId())
        .isEqualTo(runId);
    Map<String, NamedArray> own = arrays(folder.resolve("tables/models/specmoco"));
    Map<String, NamedArray> of = arrays(studied("same"));
    assertThat(of.keySet()).isEqualTo(own.keySet());
    own.forEach(
        (name, array) ->
            assertThat(Objects.requireNonNull(of.get(name)).doubles())
                .as(name)
                .isEqualTo(array.doubles()));
  }

  @Test
  void whatIsDoneIsNotDoneAgainAndNewLabelsNeedNoNewPreTraining() throws IOException {
    String[] words = {
      "encoders.methods=[specmoco]", "encoders.runs=2", "encoders.budgets=[each=4]"
    };
    assertThat(sweep("again", words).code()).isEqualTo(ExitCode.DONE);
    Map<String, SweepResultRow> before = rows("again");
    long version = catalogue.sweepResults().version();
    assertThat(sweep("again", words).code()).isEqualTo(ExitCode.DONE);
    assertThat(catalogue.sweepResults().version()).isEqualTo(version);
    words[2] = "encoders.budgets=[each=6]";
    assertThat(sweep("again", words).code()).isEqualTo(ExitCode.DONE);
    Map<String, SweepResultRow> after = rows("again");
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (id, row) -> {
          assertThat(row.metrics()).containsKey("each=6/all/recall");
          assertThat(row.metrics().get("pretraining_seconds"))
              .isEqualTo(
                  Objects.requireNonNull(before.get(id)).metrics().get("pretraining_seconds"));
        });
  }

  @Test
  void eachDatasetIsJudgedByLabelsAndSpectraOfTheOthersAlone() throws IOException {
    CommandRun run =
        sweep(
            "left",
            "encoders.leave-out=spectra",
            "encoders.methods=[specmoco, intensities]",
            "encoders.pretrain-on=[D1, D2]",
            "encoders.labels-from=[D1, D2, D3]",
            "encoders.runs=1",
            "encoders.budgets=[each=6]");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("each dataset by labels and spectra of the others alone");
    Map<String, SweepResultRow> rows = rows("left");
    assertThat(rows.keySet())
        .containsExactlyInAnyOrder(
            "intensities/run-1",
            "specmoco/run-1",
            "specmoco/without-D1/run-1",
            "specmoco/without-D2/run-1");
    assertThat(judged(rows, "intensities/run-1")).containsExactly("D1", "D2", "D3");
    assertThat(judged(rows, "specmoco/run-1")).containsExactly("D3");
    assertThat(judged(rows, "specmoco/without-D1/run-1")).containsExactly("D1");
    assertThat(judged(rows, "specmoco/without-D2/run-1")).containsExactly("D2");
    // All frames of the dataset are answered, since none of them gave a label.
    double[] probabilities =
        Objects.requireNonNull(rows.get("specmoco/without-D1/run-1"))
            .arrays()
            .get("each=6/D1/probabilities");
    assertThat(probabilities).isNotNull();
    try (var folders = Files.list(folder.resolve("tables/models/left"))) {
      List<Path> models = folders.toList();
      assertThat(models).hasSize(3);
      for (Path model : models) {
        boolean without = model.getFileName().toString().contains("without-");
        assertThat(ModelFolder.at(new LocalFolderStore(model)).card().data().datasetIds())
            .as(model.toString())
            .hasSize(without ? 1 : 2);
      }
    }
  }

  private static List<String> judged(Map<String, SweepResultRow> rows, String id) {
    return Objects.requireNonNull(rows.get(id)).arrays().keySet().stream()
        .filter(name -> name.endsWith("/recall"))
        .map(name -> name.split("/", -1)[1])
        .sorted()
        .toList();
  }

  @Test
  void whatCannotBeStudiedIsRefusedBeforeAnythingStarts() {
    refused(
        "no dataset with spectra is named [D9]",
        "encoders.groups=[x=D9]",
        "encoders.budgets=[each=4]");
    refused("has 45 labels to learn from, 400 wanted", "encoders.budgets=[each=400]");
    refused("some is not a number of labels", "encoders.budgets=[some]");
    refused(
        "blur+scaling is not a chain of augmentations: 'blur' is none",
        "encoders.augmentations=[blur+scaling]",
        "encoders.budgets=[each=4]");
    refused("none is given", "encoders.budgets=[]");
    refused(
        "labels come from D1 alone",
        "encoders.leave-out=labels",
        "encoders.labels-from=[D1]",
        "encoders.budgets=[each=4]");
    refused(
        "encoders learn from one dataset alone",
        "encoders.leave-out=spectra",
        "encoders.pretrain-on=[D1]",
        "encoders.budgets=[each=4]");
  }

  private static void refused(String problem, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("encoders.methods=[specmoco]");
    CommandRun run = sweep("refused", all.toArray(String[]::new));
    assertThat(run.code()).as(run.out()).isNotEqualTo(ExitCode.DONE);
    assertThat(run.err()).contains(problem).doesNotContain("defect of Debye");
  }

  private static CommandRun sweep(String name, String... words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "sweep",
                "study=encoders",
                "name=" + name,
                "catalogue=" + catalogue.location(),
                "seed=5",
                "encoders.linear.epochs=30"));
    if (List.of(words).stream().noneMatch(word -> word.startsWith("encoders.runs="))) {
      all.add("encoders.runs=2");
    }
    SMALL.forEach(word -> all.add("encoders." + word));
    all.addAll(List.of(words));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static Map<String, SweepResultRow> rows(String study) {
    Map<String, SweepResultRow> rows = new TreeMap<>();
    catalogue
        .sweepResults()
        .each(study, row -> rows.put(row.cellId().replaceFirst(",[^/]*/", "/"), row));
    return rows;
  }

  private static List<String> distinct(Map<String, SweepResultRow> rows, String key, String value) {
    return rows.values().stream()
        .filter(row -> value.equals(row.parameters().get(key)))
        .map(row -> row.parameters().get("labels"))
        .distinct()
        .toList();
  }

  private static Path studied(String study) throws IOException {
    try (var folders = Files.list(folder.resolve("tables/models/" + study))) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static Map<String, NamedArray> arrays(Path model) throws IOException {
    Map<String, NamedArray> arrays = new TreeMap<>();
    ModelFolder.at(new LocalFolderStore(model))
        .model()
        .weights()
        .arrays()
        .forEach(array -> arrays.put(array.name(), array));
    return arrays;
  }
}
