package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.debye.provenance.RunRecord;
import org.debye.spark.TestSession;
import org.jspecify.annotations.Nullable;

/** The rows of a training that has made two models. */
final class ToyTraining {
  private ToyTraining() {}

  static ModelRow model(String fit, String name, String folder, @Nullable Long peak) {
    return new ModelRow(
        fit,
        name,
        folder,
        "cnn",
        23_307,
        List.of("before", "after", "during"),
        "axis",
        Map.of("D1", new long[] {0, 7, Long.MAX_VALUE}, "D2", new long[0]),
        Map.of(),
        "hash",
        2,
        12,
        0.1,
        peak,
        "run");
  }

  static MetricRow metric(
      String fit, String part, @Nullable Integer epoch, @Nullable String dataset, double value) {
    return new MetricRow(fit, "cnn-1", part, epoch, dataset, "accuracy", value, "run");
  }

  static PredictionRow prediction(String fit) {
    return PredictionRow.of(fit, "cnn-1", "D1", 7, "after", "run");
  }

  static SweepResultRow result(String fit) {
    return new SweepResultRow(
        "ramp",
        fit,
        "train 1",
        "print",
        Map.of(),
        CellStatus.DONE,
        null,
        Map.of(),
        Map.of(),
        1,
        2,
        Instant.EPOCH,
        "run");
  }

  /** In the order in which they are read. */
  static List<ModelRow> models(String fit, String second) {
    return List.of(model(fit, "cnn-1", "models/1", 5L), model(fit, second, "models/2", null));
  }

  /** In the order in which they are read. */
  static List<MetricRow> metrics(String fit) {
    return List.of(
        metric(fit, "test", null, "D1", 0.5),
        metric(fit, "test", null, null, 0.75),
        metric(fit, "training", 9, null, -1e-300),
        metric(fit, "training", 10, null, 0.25));
  }

  /**
   * Writes all of it.
   *
   * @param second name of the second model
   */
  static void write(Catalogue catalogue, String fit, String second) {
    List<MetricRow> metrics = metrics(fit);
    try (FitWriter writer =
        FitWriter.open(TestSession.session(), catalogue, RunRecord.begin("train").build())) {
      writer.write(
          result(fit),
          Stream.of(prediction(fit)),
          models(fit, second),
          Stream.of(3, 0, 2, 1).map(metrics::get));
    }
  }

  /** Every row of it is there, once. */
  static void check(Catalogue catalogue, String fit) {
    assertThat(catalogue.sweepResults().read("ramp"))
        .extracting(SweepResultRow::cellId)
        .containsExactly(fit);
    assertThat(catalogue.predictions().read(fit)).containsExactly(prediction(fit));
    assertThat(catalogue.models().all())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(models(fit, "cnn-2"));
    assertThat(catalogue.metrics().read(fit)).isEqualTo(metrics(fit));
  }

  /** No row of it is there. */
  static void checkNone(Catalogue catalogue, String fit) {
    assertThat(catalogue.sweepResults().states("ramp")).isEmpty();
    assertThat(catalogue.predictions().read(fit)).isEmpty();
    assertThat(catalogue.models().all()).isEmpty();
    assertThat(catalogue.metrics().read(fit)).isEmpty();
  }
}
