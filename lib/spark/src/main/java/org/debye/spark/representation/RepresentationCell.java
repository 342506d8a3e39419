package org.debye.spark.representation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.debye.failure.FailureCode;
import org.debye.learning.predict.PretrainedEncoder;
import org.debye.learning.predict.RepresentationLayer;
import org.debye.learning.weight.Placement;
import org.debye.spark.prediction.ModelShelf;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.CellRepresentation;
import org.debye.spark.sweep.CellValues;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.FrameSpan;

/**
 * One dataset, or a piece of a large one, represented by one encoder.
 *
 * @param span frames of the piece
 * @param frames how many there are, for the estimate of the time
 * @param state what the dataset's rows are recognised by: they may be reduced again
 */
public record RepresentationCell(
    EncoderOrder order, String datasetId, FrameSpan span, long frames, String state)
    implements SweepCell {
  private static final long serialVersionUID = 1L;
  private static final double SECONDS_A_FRAME = 2e-3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Map<RepresentationLayer, ModelShelf<PretrainedEncoder>> ENCODERS = shelves();

  private static Map<RepresentationLayer, ModelShelf<PretrainedEncoder>> shelves() {
    Map<RepresentationLayer, ModelShelf<PretrainedEncoder>> shelves =
        new EnumMap<>(RepresentationLayer.class);
    for (RepresentationLayer layer : RepresentationLayer.values()) {
      shelves.put(
          layer,
          new ModelShelf<>(
              store -> PretrainedEncoder.open(store, layer, Placement.CPU),
              PretrainedEncoder::close));
    }
    return shelves;
  }

  /** The id of the cell, and of its representations. */
  @Override
  public String id() {
    String whole = order.prefix() + "/" + datasetId;
    return span.equals(FrameSpan.ALL) ? whole : whole + "/" + span.first();
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = order.parameters();
    parameters.put("dataset_id", datasetId);
    parameters.put("dataset_state", state);
    parameters.put("first_frame", Long.toString(span.first()));
    parameters.put("last_frame", Long.toString(span.last()));
    return parameters;
  }

  @Override
  public double cost() {
    return 0.05 + frames * SECONDS_A_FRAME;
  }

  @Override
  public String kind() {
    return "representation 1";
  }

  @Override
  public CellOutcome run() {
    ModelShelf.Title title = new ModelShelf.Title(order.folder(), order.identity());
    return Objects.requireNonNull(ENCODERS.get(order.layer()))
        .with(title, order.hadoop(), this::run);
  }

  private CellOutcome run(PretrainedEncoder encoder) {
    Catalogue catalogue = Catalogue.at(order.catalogue(), order.hadoop().configuration());
    List<CellRepresentation> made = new ArrayList<>();
    long[] nanos = new long[1];
    List<String> problems =
        DatasetBatches.read(
            catalogue,
            datasetId,
            span,
            (axis, spectra) -> {
              // An encoder has this thread alone.
              long begun = THREADS.getCurrentThreadCpuTime();
              List<float[]> vectors = encoder.represent(axis, spectra, order.other(), datasetId);
              nanos[0] += THREADS.getCurrentThreadCpuTime() - begun;
              return vectors;
            },
            (frame, vector) -> made.add(representation(frame, vector)));
    return outcome(made, problems, nanos[0] * 1e-9);
  }

  private CellRepresentation representation(long frame, float[] vector) {
    return new CellRepresentation(
        order.model(), order.identity(), order.layer().key(), datasetId, frame, vector);
  }

  private CellOutcome outcome(
      List<CellRepresentation> made, List<String> problems, double seconds) {
    if (made.isEmpty()) {
      return new CellOutcome.Failed(
          FailureCode.NON_FINITE_SPECTRA,
          problems.isEmpty() ? datasetId + " has no spectrum" : problems.get(0));
    }
    CellValues values =
        CellValues.of(
                Map.of(
                    "frames", (double) made.size(),
                    "left_out", (double) problems.size(),
                    "width", (double) made.get(0).vector().length,
                    "representation_seconds", seconds))
            .withRepresentations(made);
    return problems.isEmpty()
        ? new CellOutcome.Done(values)
        : new CellOutcome.Flagged(
            "FRAMES_LEFT_OUT",
            "%d of %d frames have no representation; the first, %s"
                .formatted(problems.size(), problems.size() + made.size(), problems.get(0)),
            values);
  }
}
