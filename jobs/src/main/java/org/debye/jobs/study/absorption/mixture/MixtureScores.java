package org.debye.jobs.study.absorption.mixture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.evaluation.FractionErrors;
import org.debye.evaluation.IntervalScores;
import org.debye.learning.fraction.FractionAnswers;
import org.debye.simulation.absorption.SiteMixture;
import org.debye.spark.sweep.CellValues;

/** Numbers and arrays of a cell. Arrays over spectra are row major, a column a class. */
final class MixtureScores {
  static final String TRUTH = "truth";
  static final String SITES = "sites";
  static final String ESTIMATE = "estimate";
  static final String LOWER = "lower_";
  static final String UPPER = "upper_";
  static final String ASKED = "asked_";

  private final List<String> classes;
  private final List<Double> levels;
  private final Map<String, Double> metrics = new TreeMap<>();
  private final Map<String, double[]> arrays = new TreeMap<>();
  private double[] truth = {};

  MixtureScores(List<String> classes, List<Double> levels) {
    this.classes = classes;
    this.levels = levels;
  }

  /** What is said of held-out mixtures. */
  void tested(DrawnMixtures tested, FractionAnswers said) {
    truth = tested.truth();
    arrays.put(TRUTH, truth);
    arrays.put(SITES, tested.mixtures().stream().mapToDouble(SiteMixture::count).toArray());
    keep("", said);
    errors("", said.fractions());
    for (int level = 0; level < levels.size(); level++) {
      IntervalScores scores =
          IntervalScores.of(classes.size(), truth, said.lower()[level], said.upper()[level]);
      String at = "_" + levels.get(level);
      metrics.put("coverage" + at, scores.pooledCoverage());
      metrics.put("width" + at, scores.pooledWidth());
      for (int k = 0; k < classes.size(); k++) {
        metrics.put("coverage" + at + "_" + classes.get(k), scores.coverage(k));
        metrics.put("width" + at + "_" + classes.get(k), scores.width()[k]);
      }
    }
  }

  /** What is said of measured spectra. */
  void asked(FractionAnswers said) {
    keep(ASKED, said);
  }

  /** What a rival says of both. */
  void rival(MixtureRival rival, double[] ofTested, double[] ofAsked) {
    arrays.put(rival.key(), ofTested);
    arrays.put(ASKED + rival.key(), ofAsked);
    errors(rival.key() + "_", ofTested);
  }

  private void keep(String prefix, FractionAnswers said) {
    arrays.put(prefix + ESTIMATE, said.fractions());
    for (int level = 0; level < levels.size(); level++) {
      arrays.put(prefix + LOWER + levels.get(level), said.lower()[level]);
      arrays.put(prefix + UPPER + levels.get(level), said.upper()[level]);
    }
  }

  private void errors(String prefix, double[] estimate) {
    FractionErrors errors = FractionErrors.of(classes.size(), estimate, truth);
    metrics.put(prefix + "rmse", errors.pooledRootMeanSquare());
    metrics.put(prefix + "mae", errors.pooledMeanAbsolute());
    for (int k = 0; k < classes.size(); k++) {
      metrics.put(prefix + "rmse_" + classes.get(k), errors.rootMeanSquare()[k]);
      metrics.put(prefix + "mae_" + classes.get(k), errors.meanAbsolute()[k]);
    }
  }

  CellValues values() {
    return CellValues.of(metrics, arrays);
  }
}
