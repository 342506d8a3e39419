package org.debye.jobs.study.absorption.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.debye.jobs.study.absorption.CellRows;
import org.debye.spark.table.SweepResultRow;

/**
 * What the models of all folds say of measured spectra together: the mean of their estimates, and
 * the union of their intervals, which holds whatever one of them holds, and so promises no less
 * than one fold does. The mean of bounds would promise nothing.
 */
record AskedAnswers(
    SiteMixtureResults results, Map<String, List<AskedSpectrum>> asked, KnownFractions known) {

  /**
   * Of one spectrum.
   *
   * @param estimate of each class, mean over folds
   * @param lower least of the folds; NaN of a rival
   * @param upper greatest of the folds; NaN of a rival
   */
  record Answer(double[] estimate, double[] lower, double[] upper) {
    /** Of how many classes the interval holds what is known. */
    int holds(double[] fractions) {
      int holds = 0;
      for (int k = 0; k < fractions.length; k++) {
        // thirds are written with some digits
        boolean inside = lower[k] - 1e-3 <= fractions[k] && fractions[k] <= upper[k] + 1e-3;
        holds += inside ? 1 : 0;
      }
      return holds;
    }
  }

  /**
   * A spectrum that was asked about.
   *
   * @param number among those of its element
   */
  record Question(String element, AskedSpectrum spectrum, int number) {}

  /** In the order of elements and datasets. */
  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (String element : results.elements()) {
      List<AskedSpectrum> own = asked.getOrDefault(element, List.of());
      for (int i = 0; i < own.size(); i++) {
        questions.add(new Question(element, own.get(i), i));
      }
    }
    return questions;
  }

  boolean isEmpty() {
    return questions().isEmpty() || results.models().isEmpty();
  }

  Optional<KnownFractions.Row> known(Question question) {
    return known.of(question.spectrum());
  }

  /** What a model says; empty where no fold has a result. */
  Optional<Answer> of(Question question, FractionModel model, double level) {
    SweepResultRow[] rows = results.folds(question.element(), model);
    if (rows.length == 0) {
      return Optional.empty();
    }
    double[] lower = part(rows[0], MixtureScores.LOWER + level, question);
    double[] upper = part(rows[0], MixtureScores.UPPER + level, question);
    for (SweepResultRow row : rows) {
      double[] low = part(row, MixtureScores.LOWER + level, question);
      double[] high = part(row, MixtureScores.UPPER + level, question);
      Arrays.setAll(lower, k -> Math.min(lower[k], low[k]));
      Arrays.setAll(upper, k -> Math.max(upper[k], high[k]));
    }
    return Optional.of(new Answer(mean(rows, MixtureScores.ESTIMATE, question), lower, upper));
  }

  /** What a rival says beside a model; empty where no fold has a result. */
  Optional<Answer> of(Question question, FractionModel model, MixtureRival rival) {
    SweepResultRow[] rows = results.folds(question.element(), model);
    double[] none = new double[results.classes().size()];
    Arrays.fill(none, Double.NaN);
    return rows.length == 0
        ? Optional.empty()
        : Optional.of(new Answer(mean(rows, rival.key(), question), none, none));
  }

  private double[] mean(SweepResultRow[] rows, String name, Question question) {
    double[] mean = new double[results.classes().size()];
    for (SweepResultRow row : rows) {
      double[] one = part(row, name, question);
      Arrays.setAll(mean, k -> mean[k] + one[k] / rows.length);
    }
    return mean;
  }

  private double[] part(SweepResultRow row, String name, Question question) {
    int classes = results.classes().size();
    double[] all = CellRows.array(row, MixtureScores.ASKED + name);
    int from = question.number() * classes;
    return Arrays.copyOfRange(all, from, from + classes);
  }

  List<String> remarks() {
    return isEmpty()
        ? List.of()
        : List.of(
            "Measured spectra: estimates are means over folds, intervals the union over folds, so"
                + " that they hold whatever one fold's interval holds.");
  }
}
