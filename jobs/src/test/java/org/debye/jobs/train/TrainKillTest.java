package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.debye.jobs.CommandProcess;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a training, then the same again: nothing shows that it happened. */
@Timeout(600)
final class TrainKillTest {
  private static final int EPOCHS = 60;
  private static final int KILLED_AFTER = 7;
  private static final String[] WORDS = {
    "model=cnn",
    "epochs=" + EPOCHS,
    "dropout=0.2",
    "copies.count=1",
    "split.grouping=by-frame",
    "split.validation=0.2",
    "stop.patience=" + EPOCHS,
    "schedule.kind=warm-up-cosine",
    "checkpoint-every=0"
  };

  @TempDir Path folder;

  @Test
  void aKilledTrainingEndsWithTheSameBits() throws Exception {
    Catalogue undisturbed = SmallRamps.write(folder.resolve("undisturbed"));
    CommandRun whole = SmallRamps.train(undisturbed, WORDS);
    assertThat(whole.code()).as(whole.err()).isEqualTo(ExitCode.DONE);

    Catalogue killed = SmallRamps.write(folder.resolve("killed"));
    int epoch = killInTraining(killed);
    assertThat(epoch).isBetween(KILLED_AFTER, EPOCHS - 1);
    assertThat(killed.models().version()).isEqualTo(-1);
    CommandRun again = SmallRamps.train(killed, WORDS);
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);

    assertThat(TableState.weights(killed, "cnn")).isEqualTo(TableState.weights(undisturbed, "cnn"));
    assertThat(rows(killed)).doesNotHaveDuplicates().isEqualTo(rows(undisturbed));
    assertThat(killed.journal().runs()).isEmpty();
  }

  /** Everything that the tables say of the model, without times and without ids of runs. */
  private static List<String> rows(Catalogue catalogue) {
    List<String> rows = new ArrayList<>();
    for (ModelRow row : catalogue.models().all()) {
      rows.add(row.fitId() + " " + row.name() + " " + row.epochs() + " " + row.parameters());
      for (MetricRow one : catalogue.metrics().read(row.fitId())) {
        boolean time = one.name().equals("seconds");
        String key = one.part() + " " + one.epoch() + " " + one.datasetId() + " " + one.name();
        rows.add(key + " " + (time ? "" : one.value()));
      }
    }
    for (String study : catalogue.sweepResults().studies()) {
      for (SweepResultRow row : catalogue.sweepResults().read(study)) {
        rows.add(study + " " + row.cellId() + " " + row.status());
        for (PredictionRow one : catalogue.predictions().read(row.cellId())) {
          rows.add(one.datasetId() + " " + one.frame() + " " + one.label() + one.probabilities());
        }
      }
    }
    return rows;
  }

  /** The job in a JVM of its own, killed when so many epochs are in its checkpoint. */
  private int killInTraining(Catalogue catalogue) throws Exception {
    Path log = folder.resolve("killed.log");
    Process process =
        CommandProcess.start(
            log, List.of("-Dspark.task.cpus=1"), SmallRamps.words(catalogue, WORDS));
    try {
      while (epochs(catalogue) < KILLED_AFTER) {
        assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).as(() -> text(log)).isFalse();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return epochs(catalogue);
  }

  private static int epochs(Catalogue catalogue) {
    ModelFolder model = ModelFolder.at(new LocalFolderStore(TableState.folder(catalogue, "cnn")));
    return model.exists() ? model.card().training().epoch() : 0;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
