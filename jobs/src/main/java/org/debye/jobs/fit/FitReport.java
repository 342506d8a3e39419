package org.debye.jobs.fit;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.jobs.report.TextTable;
import org.debye.spark.combination.CombinationOrder;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/** What {@code fit} shows of its results. */
record FitReport(
    Catalogue catalogue,
    CombinationOrder order,
    List<DatasetRow> datasets,
    Map<String, SweepResultRow> rows) {
  private static final int MOST = 40;
  private static final String NONE = "-";

  /** A line for each of the first spectra: weights with errors. */
  TextTable table() {
    List<String> header = new ArrayList<>(List.of("spectrum"));
    order.references().forEach(one -> header.add(one.name()));
    header.addAll(List.of("total", "R-factor", "reduced chi2"));
    List<List<String>> lines = new ArrayList<>();
    each(
        "",
        (name, row, i) -> {
          if (lines.size() < MOST) {
            lines.add(line(name, row, i));
          }
        });
    long all = rows.values().stream().mapToLong(row -> of(row, "frame").length).sum();
    return new TextTable(
        "Weights of references" + (lines.size() < all ? ", of the first spectra" : ""),
        header,
        lines);
  }

  private List<String> line(String name, SweepResultRow row, int i) {
    List<String> words = new ArrayList<>(List.of(name));
    int count = order.references().size();
    for (int k = 0; k < count; k++) {
      words.add(withError(of(row, "weights")[i * count + k], of(row, "errors")[i * count + k]));
    }
    words.add(withError(of(row, "total")[i], of(row, "total_error")[i]));
    words.add(number(of(row, "r_factor")[i]));
    words.add(number(of(row, "reduced_chi_square")[i]));
    return words;
  }

  /** A line for each reference of each spectrum's best combination, and of the others by rank. */
  TextTable fits() {
    List<List<String>> lines = new ArrayList<>();
    String prefix = order.most() > 0 ? "ranked_" : "";
    int[] rank = {0};
    String[] before = {""};
    each(
        prefix,
        (name, row, i) -> {
          String spectrum = row.cellId() + " " + of(row, prefix + "frame")[i];
          rank[0] = spectrum.equals(before[0]) ? rank[0] + 1 : 1;
          before[0] = spectrum;
          for (int k = 0; k < order.references().size(); k++) {
            List<String> line = line(name, row, prefix, i, k);
            if (!line.isEmpty()) {
              line.add(1, Integer.toString(rank[0]));
              lines.add(line);
            }
          }
        });
    return new TextTable(
        "Fits",
        List.of(
            "spectrum",
            "rank",
            "reference",
            "weight",
            "error",
            "shift_eV",
            "shift_error_eV",
            "total",
            "r_factor",
            "chi_square",
            "reduced_chi_square",
            "points"),
        lines);
  }

  private List<String> line(String name, SweepResultRow row, String prefix, int i, int k) {
    int at = i * order.references().size() + k;
    double weight = of(row, prefix + "weights")[at];
    if (Double.isNaN(weight)) {
      return List.of();
    }
    List<String> line = new ArrayList<>(List.of(name, order.references().get(k).name()));
    line.add(exact(weight));
    line.add(exact(of(row, prefix + "errors")[at]));
    boolean shifted = order.settings().shift() > 0;
    line.add(shifted ? exact(of(row, prefix + "shifts_eV")[at]) : "0");
    line.add(shifted ? exact(of(row, prefix + "shift_errors_eV")[at]) : "");
    for (String of : List.of("total", "r_factor", "chi_square", "reduced_chi_square", "points")) {
      line.add(exact(of(row, prefix + of)[i]));
    }
    return line;
  }

  /** Something for each fit. */
  private interface Visitor {
    void at(String spectrum, SweepResultRow row, int place);
  }

  private void each(String prefix, Visitor visitor) {
    for (DatasetRow dataset : datasets) {
      SweepResultRow row = rows.get(dataset.datasetId());
      if (row != null && row.arrays().containsKey("frame")) {
        Map<Long, String> names = catalogue.spectra().names(dataset.datasetId());
        double[] frames = of(row, prefix + "frame");
        for (int i = 0; i < frames.length; i++) {
          visitor.at(FoundReferences.name(dataset, (long) frames[i], names), row, i);
        }
      }
    }
  }

  static double[] of(SweepResultRow row, String name) {
    return row.arrays().getOrDefault(name, new double[0]);
  }

  /** {@code 0.452 ± 0.003}; what stands at a bound has no error. */
  static String withError(double value, double error) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return Double.isNaN(error)
        ? String.format(Locale.ROOT, "%.3f", value)
        : String.format(Locale.ROOT, "%.3f ± %.3f", value, error);
  }

  private static String exact(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "";
  }

  /** Mean weights over the spectra, the largest first: what a series is made of. */
  TextTable means() {
    int count = order.references().size();
    double[] sums = new double[count];
    long spectra = 0;
    for (SweepResultRow row : rows.values()) {
      double[] weights = of(row, "weights");
      for (int i = 0; i < weights.length; i++) {
        sums[i % count] += Double.isNaN(weights[i]) ? 0 : weights[i];
      }
      spectra += weights.length / count;
    }
    List<List<String>> lines = new ArrayList<>();
    Integer[] order = new Integer[count];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(sums[b], sums[a]));
    for (int k : order) {
      lines.add(
          List.of(this.order.references().get(k).name(), number(sums[k] / Math.max(1, spectra))));
    }
    return new TextTable("Mean weights", List.of("reference", "mean weight"), lines);
  }
}
