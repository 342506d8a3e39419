package org.debye.jobs.represent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.debye.jobs.report.TextTable;
import org.debye.learning.predict.RepresentationLayer;
import org.debye.spark.representation.EncoderOrder;
import org.debye.spark.representation.RepresentationCell;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.jspecify.annotations.Nullable;

/**
 * What {@code represent} shows of its results.
 *
 * @param cells that were asked for
 * @param rows of them, by id
 */
record RepresentReport(
    List<EncoderOrder> orders, List<RepresentationCell> cells, Map<String, SweepResultRow> rows) {
  private static final String NONE = "-";

  /** A line for each layer of each encoder. */
  TextTable table() {
    List<List<String>> lines = new ArrayList<>();
    orders.forEach(order -> lines.add(line(order)));
    return new TextTable(
        "Representations",
        List.of(
            "encoder",
            "layer",
            "numbers",
            "datasets",
            "failed",
            "frames",
            "left out",
            "spectra/s and core"),
        lines);
  }

  /** Datasets of which every piece is there. */
  Set<String> whole() {
    Set<String> whole = new HashSet<>();
    Set<String> broken = new HashSet<>();
    for (RepresentationCell cell : cells) {
      SweepResultRow row = rows.get(cell.id());
      (isThere(row) ? whole : broken).add(cell.datasetId());
    }
    whole.removeAll(broken);
    return whole;
  }

  private List<String> line(EncoderOrder order) {
    Set<String> there = new HashSet<>();
    Set<String> failed = new HashSet<>();
    double frames = 0;
    double leftOut = 0;
    double seconds = 0;
    double width = 0;
    for (RepresentationCell cell : cells) {
      SweepResultRow row = rows.get(cell.id());
      if (cell.order().equals(order)) {
        (isThere(row) ? there : failed).add(cell.datasetId());
        frames += metric(row, "frames");
        leftOut += metric(row, "left_out");
        seconds += metric(row, "representation_seconds");
        width = Math.max(width, metric(row, "width"));
      }
    }
    there.removeAll(failed);
    return List.of(
        order.model(),
        order.layer() == RepresentationLayer.PROJECTION ? "projection" : "representation",
        whole(width),
        whole(there.size()),
        whole(failed.size()),
        whole(frames),
        whole(leftOut),
        seconds > 0 ? whole(frames / seconds) : NONE);
  }

  private static boolean isThere(@Nullable SweepResultRow row) {
    return row != null && row.status() != CellStatus.FAILED;
  }

  private static double metric(@Nullable SweepResultRow row, String name) {
    return row == null ? 0 : row.metrics().getOrDefault(name, 0.0);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
