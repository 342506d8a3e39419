package org.debye.jobs.study.mixture;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.evaluation.CalibrationRanks;
import org.debye.evaluation.CoverageShare;
import org.debye.figures.CalibrationPlot;
import org.debye.figures.Figure;
import org.debye.jobs.report.TextTable;
import org.debye.study.StudyArray;
import org.debye.study.StudyCalibration;
import org.debye.study.StudyCoverage;
import org.debye.study.StudyMethod;
import org.debye.study.StudyModel;

/**
 * Calibration beyond the endmembers: coverage of other quantities, and ranks of label-free ones.
 * The ranks are of each dataset's first start, since the choice among starts looks at the data.
 */
final class MixtureCalibration {
  /** Ranks are among this many draws. */
  private static final int DRAWS = 99;

  private static final int BINS = 20;
  private static final StudyCoverage.Quantity[] NONE = {};

  private final MixtureResults results;

  MixtureCalibration(MixtureResults results) {
    this.results = results;
  }

  /** Whether ranks must be uniform: datasets come from the prior that is inferred. */
  static boolean applies(MixtureResults results) {
    return !results.datasets().isEmpty()
        && model(results).alpha0Generating() == model(results).alpha0Inferring();
  }

  private static StudyModel model(MixtureResults results) {
    return results.datasets().get(0).dataset().model();
  }

  /** Pooled coverage of endmembers, weights, noise scales and abundances. */
  TextTable coverage() {
    List<List<String>> rows = new ArrayList<>();
    for (StudyMethod method : bayesian()) {
      // only the pooled shares are asked for, so the middles do not matter
      StudyCoverage coverage = new StudyCoverage(model(results), 1, 1);
      boolean any = false;
      for (DatasetOutcome dataset : results.datasets()) {
        MethodOutcome outcome = dataset.method(method);
        any |= outcome != null && coverage.add(dataset.alpha1(), outcome.kept());
      }
      for (StudyCoverage.Quantity quantity : any ? StudyCoverage.Quantity.values() : NONE) {
        List<String> row = new ArrayList<>();
        row.add(MixtureCell.methodName(method));
        row.add(quantity.name().toLowerCase(Locale.ROOT));
        for (CoverageShare share : coverage.pooled(quantity, MixtureCoverage.CONFIDENCE)) {
          row.add(MixtureCoverage.text(share));
        }
        rows.add(row);
      }
    }
    return new TextTable(
        "The same of other quantities, all datasets",
        List.of("method", "quantity", "50 %", "80 %", "90 %"),
        rows);
  }

  /** Probabilities of ranks as uneven as these, were the posterior exact. */
  TextTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (StudyMethod method : bayesian()) {
      StudyCalibration calibration = new StudyCalibration(model(results));
      for (DatasetOutcome dataset : results.datasets()) {
        MethodOutcome outcome = dataset.method(method);
        if (outcome != null) {
          calibration.add(outcome.starts().get(0));
        }
      }
      for (String quantity : calibration.quantities()) {
        CalibrationRanks ranks = calibration.ranks(quantity);
        if (ranks.total() > 0) {
          rows.add(
              List.of(
                  MixtureCell.methodName(method),
                  quantity,
                  Long.toString(ranks.total()),
                  number(ranks.chiSquareProbability(BINS)),
                  number(ranks.ecdfProbability())));
        }
      }
    }
    return new TextTable(
        "Simulation-based calibration: probability of ranks as uneven as these if inference is"
            + " exact",
        List.of("method", "quantity", "datasets", "chi-square", "ECDF"),
        rows);
  }

  /** Rank plots, one for each method. */
  Map<String, Supplier<Figure>> figures(String study) {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    for (StudyMethod method : bayesian()) {
      List<CalibrationPlot.Quantity> quantities = quantities(method);
      if (!quantities.isEmpty()) {
        figures.put(
            "calibration-" + MixtureCell.methodName(method),
            () ->
                new CalibrationPlot(
                    study + ": ranks of the truth, " + MixtureFigures.label(method),
                    DRAWS,
                    CalibrationPlot.View.ECDF_DIFFERENCE,
                    quantities));
      }
    }
    return figures;
  }

  private List<CalibrationPlot.Quantity> quantities(StudyMethod method) {
    List<double[]> ranks = new ArrayList<>();
    for (DatasetOutcome dataset : results.datasets()) {
      MethodOutcome outcome = dataset.method(method);
      double[] all =
          outcome == null
              ? null
              : outcome.starts().get(0).arrays().get(StudyArray.LABEL_FREE_RANKS.key());
      if (all != null) {
        ranks.add(all);
      }
    }
    List<CalibrationPlot.Quantity> quantities = new ArrayList<>();
    List<String> names = new StudyCalibration(model(results)).quantities();
    for (int at = 0; !ranks.isEmpty() && at < Math.min(names.size(), CalibrationPlot.MOST); at++) {
      int[] one = new int[ranks.size()];
      for (int i = 0; i < one.length; i++) {
        one[i] = (int) ranks.get(i)[at];
      }
      quantities.add(new CalibrationPlot.Quantity(names.get(at), one));
    }
    return quantities;
  }

  private List<StudyMethod> bayesian() {
    return results.methods().stream().filter(StudyMethod::bayesian).toList();
  }
}
