package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.debye.provenance.RunRecord;
import org.debye.spark.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a training comes back, and what is none of it is refused. */
final class ModelTablesTest {
  @TempDir Path folder;

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
  }

  @Test
  void aTrainingComesBackAndReplacesTheEarlierOneOfItsId() {
    assertThat(catalogue().models().all()).isEmpty();
    assertThat(catalogue().models().ofFolder("models/1")).isEmpty();
    for (int time = 1; time <= 2; time++) {
      ToyTraining.write(catalogue(), "a", "cnn-2");
      ToyTraining.check(catalogue(), "a");
      assertThat(catalogue().runs().all()).hasSize(time);
    }
  }

  @Test
  void theModelOfAFolderIsTheOneWrittenLastThoughFilesArePutTogether() {
    for (String fit : List.of("c", "a", "b")) {
      ToyTraining.write(catalogue(), fit, "last-" + fit);
    }
    for (int time = 0; time < 2; time++) {
      assertThat(catalogue().models().ofFolder("models/2")).map(ModelRow::name).hasValue("last-b");
      assertThat(catalogue().models().ofFolder("models")).isEmpty();
      assertThat(catalogue().models().named("cnn-1"))
          .extracting(ModelRow::fitId)
          .containsExactly("c", "a", "b");
      assertThat(catalogue().models().named("last")).isEmpty();
      assertThat(catalogue().models().all()).hasSize(6);
      List<MetricRow> all = new ArrayList<>();
      catalogue().metrics().each(all::add);
      assertThat(all).hasSize(12).doesNotHaveDuplicates();
      assertThat(catalogue().metrics().read("a")).hasSize(4);
      assertThat(catalogue().models().folder().fileSizes()).hasSize(time == 0 ? 3 : 1);
      assertThat(catalogue().metrics().folder().fileSizes()).hasSize(time == 0 ? 3 : 1);
      new Compaction(TestSession.session(), catalogue()).ofModelsAbove(2);
    }
  }

  @Test
  void sparkReadsFramesByDataset() {
    ToyTraining.write(catalogue(), "a", "cnn-2");
    Row row =
        TestSession.session()
            .read()
            .format("delta")
            .load(catalogue().models().path())
            .where("name = 'cnn-1'")
            .selectExpr(
                "training_frames['D1'][2]",
                "size(training_frames['D2'])",
                "size(validation_frames)",
                "classes")
            .collectAsList()
            .get(0);
    assertThat(row.getLong(0)).isEqualTo(Long.MAX_VALUE);
    assertThat(row.getInt(1)).isZero();
    assertThat(row.getInt(2)).isZero();
    assertThat(row.<String>getList(3)).containsExactly("before", "after", "during");
  }

  @Test
  void rowsOfAnotherFitAreRefusedAndNothingIsWritten() {
    try (FitWriter writer =
        FitWriter.open(TestSession.session(), catalogue(), RunRecord.begin("train").build())) {
      assertThatThrownBy(
              () ->
                  writer.write(
                      ToyTraining.result("a"),
                      Stream.of(),
                      List.of(ToyTraining.model("b", "cnn", "models/1", null)),
                      Stream.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a model of b in a");
      assertThatThrownBy(
              () ->
                  writer.write(
                      ToyTraining.result("a"),
                      Stream.of(ToyTraining.prediction("a")),
                      List.of(ToyTraining.model("a", "cnn", "models/1", null)),
                      Stream.of(ToyTraining.metric("b", "all", null, null, 1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("metrics of b in a");
    }
    ToyTraining.checkNone(catalogue(), "a");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aMetricIsFinite(double value) {
    assertThatThrownBy(() -> ToyTraining.metric("a", "test", 1, null, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("accuracy of cnn-1 is " + value);
  }

  @Test
  void aMetricIsOfAPartOfTheSpectra() {
    assertThatThrownBy(() -> ToyTraining.metric("a", "train", 1, null, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("accuracy of cnn-1 is of no part 'train'");
  }
}
