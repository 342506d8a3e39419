package org.debye.jobs.study.mixture;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.debye.jobs.report.TextTable;
import org.debye.study.StudyArray;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.debye.study.StudyResult;
import org.debye.unmixing.posterior.GlobalsLayout;

/** The tables that an unmixing study comes to. */
final class MixtureTables {
  private final MixtureResults results;

  MixtureTables(MixtureResults results) {
    this.results = results;
  }

  /** Those for the console, by file name. */
  Map<String, TextTable> shown() {
    Map<String, TextTable> tables = new LinkedHashMap<>();
    tables.put("errors", errors());
    tables.put("errors-by-quadrant", quadrants());
    tables.put("cost", cost());
    if (results.methods().stream().anyMatch(StudyMethod::bayesian)) {
      tables.put("coverage", new MixtureCoverage(results).table());
      tables.put("coverage-by-quantity", new MixtureCalibration(results).coverage());
      if (MixtureCalibration.applies(results)) {
        tables.put("calibration", new MixtureCalibration(results).table());
      }
      if (MixtureWidths.applies(results)) {
        tables.put("widths", new MixtureWidths(results).table());
      }
      tables.put("diagnostics", diagnostics());
    }
    return tables;
  }

  private TextTable errors() {
    List<List<String>> rows = new ArrayList<>();
    for (StudyMethod method : results.methods()) {
      double[] errors = values(method, StudyMetric.FROBENIUS_ERROR);
      double[] shares = values(method, StudyMetric.ABUNDANCE_ERROR);
      rows.add(
          List.of(
              MixtureCell.methodName(method),
              Integer.toString(errors.length),
              number(mean(errors)),
              number(median(errors)),
              number(greatest(errors)),
              method.bayesian() ? number(mean(finite(expected(method)))) : "-",
              number(mean(shares))));
    }
    return new TextTable(
        "Frobenius error of the endmembers, what the posterior expects of it, and RMSE of the"
            + " abundances",
        List.of("method", "datasets", "mean", "median", "worst", "expected", "abundances"),
        rows);
  }

  /** Of each dataset, the root of the mean square distance of draws from their mean. */
  private double[] expected(StudyMethod method) {
    List<Double> expected = new ArrayList<>();
    for (DatasetOutcome dataset : results.datasets()) {
      MethodOutcome outcome = dataset.method(method);
      if (outcome != null) {
        GlobalsLayout layout = GlobalsLayout.of(dataset.dataset().model().inferring(1, 1));
        double[] sds = layout.endmembers(outcome.array(StudyArray.GLOBAL_SDS));
        expected.add(Math.sqrt(Arrays.stream(sds).map(sd -> sd * sd).sum()));
      }
    }
    return expected.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private TextTable quadrants() {
    List<MixtureResults.Part> parts = results.parts();
    List<String> header = new ArrayList<>(List.of("datasets", "count"));
    results.methods().forEach(method -> header.add(MixtureCell.methodName(method)));
    List<List<String>> rows = new ArrayList<>();
    for (MixtureResults.Part part : parts) {
      List<String> row = new ArrayList<>();
      row.add(part.name());
      row.add(Integer.toString(part.datasets().size()));
      for (StudyMethod method : results.methods()) {
        row.add(number(mean(values(part, method, StudyMetric.FROBENIUS_ERROR))));
      }
      rows.add(row);
    }
    return new TextTable("Mean Frobenius error by quadrant of the grid", header, rows);
  }

  private TextTable cost() {
    double[] reference = cpuSeconds(StudyMethod.VI);
    List<List<String>> rows = new ArrayList<>();
    for (StudyMethod method : results.methods()) {
      double[] all = cpuSeconds(method);
      double[] starts = starts(method, one -> one.metric(StudyMetric.CPU_SECONDS).orElse(0));
      boolean comparable = reference.length > 0;
      rows.add(
          List.of(
              MixtureCell.methodName(method),
              Integer.toString(starts.length),
              number(median(starts)),
              number(median(all)),
              number(sum(all)),
              comparable ? number(sum(all) / sum(reference)) : "-",
              comparable ? number(median(starts) / median(viStarts())) : "-"));
    }
    return new TextTable(
        "CPU seconds",
        List.of("method", "starts", "a start", "a dataset", "in all", "of VI", "a start of VI's"),
        rows);
  }

  private double[] viStarts() {
    return starts(StudyMethod.VI, one -> one.metric(StudyMetric.CPU_SECONDS).orElse(0));
  }

  private TextTable diagnostics() {
    List<List<String>> rows = new ArrayList<>();
    for (StudyMethod method : results.methods()) {
      double[] hats = each(method, MethodOutcome::worstRHat);
      double[] ess = kept(method, StudyMetric.WORST_ESS);
      double[] divergences =
          starts(method, one -> one.metric(StudyMetric.DIVERGENCES).orElse(Double.NaN));
      double[] pareto = kept(method, StudyMetric.PARETO_SHAPE);
      rows.add(
          List.of(
              MixtureCell.methodName(method),
              Integer.toString(starts(method, one -> 0).length),
              Integer.toString(results.failed(method)),
              Long.toString(outcomes(method).stream().filter(MethodOutcome::doubtful).count()),
              divergences.length == 0 ? "-" : Long.toString(Math.round(sum(divergences))),
              number(greatest(hats)),
              number(share(hats, value -> value > 1.01)),
              Long.toString(outcomes(method).stream().filter(one -> one.elsewhere() > 0).count()),
              number(least(ess)),
              number(median(pareto))));
    }
    return new TextTable(
        "Diagnostics: R-hat of the worst endmember coordinate over the starts of the kept one's mode,"
            + " its effective draws in the kept start",
        List.of(
            "method",
            "starts",
            "failed",
            "kept, flagged",
            "divergences",
            "worst R-hat",
            "share > 1.01",
            "several modes",
            "least ESS",
            "Pareto k"),
        rows);
  }

  /** One line for each dataset and method. */
  TextTable perDataset() {
    List<StudyMetric> metrics =
        List.of(
            StudyMetric.FROBENIUS_ERROR,
            StudyMetric.ABUNDANCE_ERROR,
            StudyMetric.MEAN_LOG_LIKELIHOOD,
            StudyMetric.TRUE_LOG_LIKELIHOOD,
            StudyMetric.WORST_ESS,
            StudyMetric.WORST_R_HAT,
            StudyMetric.DIVERGENCES,
            StudyMetric.INSIDE_50,
            StudyMetric.INSIDE_80,
            StudyMetric.INSIDE_90);
    List<String> header =
        new ArrayList<>(
            List.of("alpha1", "sigma", "dataset", "method", "kept_cell", "starts", "cpu_s"));
    metrics.forEach(metric -> header.add(metric.key()));
    header.add("flags");
    List<List<String>> rows = new ArrayList<>();
    for (DatasetOutcome dataset : results.datasets()) {
      for (MethodOutcome one : dataset.methods().values()) {
        List<String> row =
            new ArrayList<>(
                List.of(
                    Double.toString(dataset.alpha1()),
                    Double.toString(dataset.sigma()),
                    Integer.toString(dataset.dataset().number()),
                    MixtureCell.methodName(one.method()),
                    one.keptCell(),
                    Integer.toString(one.starts().size()),
                    number(one.cpuSeconds())));
        metrics.forEach(metric -> row.add(exact(one.metric(metric))));
        row.add(String.join("; ", one.flags()));
        rows.add(row);
      }
    }
    return new TextTable("Datasets", header, rows);
  }

  private static String exact(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  private List<MethodOutcome> outcomes(StudyMethod method) {
    return results.datasets().stream()
        .flatMap(one -> java.util.stream.Stream.ofNullable(one.method(method)))
        .toList();
  }

  private double[] starts(StudyMethod method, ToDoubleFunction<StudyResult> of) {
    return finite(
        outcomes(method).stream().flatMap(one -> one.starts().stream()).mapToDouble(of).toArray());
  }

  private double[] kept(StudyMethod method, StudyMetric metric) {
    return each(method, one -> one.metric(metric));
  }

  private double[] each(StudyMethod method, ToDoubleFunction<MethodOutcome> of) {
    return finite(outcomes(method).stream().mapToDouble(of).toArray());
  }

  private double[] cpuSeconds(StudyMethod method) {
    return outcomes(method).stream().mapToDouble(MethodOutcome::cpuSeconds).toArray();
  }

  double[] values(StudyMethod method, StudyMetric metric) {
    return values(results.parts().get(0), method, metric);
  }

  private static double[] values(MixtureResults.Part part, StudyMethod method, StudyMetric metric) {
    return finite(
        part.datasets().stream().mapToDouble(one -> one.metric(method, metric)).toArray());
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  private static double share(double[] values, java.util.function.DoublePredicate holds) {
    return values.length == 0
        ? Double.NaN
        : (double) Arrays.stream(values).filter(holds).count() / values.length;
  }
}
