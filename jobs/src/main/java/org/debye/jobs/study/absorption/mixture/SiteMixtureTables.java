package org.debye.jobs.study.absorption.mixture;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.debye.evaluation.CoverageShare;
import org.debye.jobs.report.Spread;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.study.absorption.CellRows;
import org.debye.spark.table.SweepResultRow;

/** The tables of the study. */
record SiteMixtureTables(SiteMixtureResults results, AskedAnswers answers) {
  private static final double PERCENT = 100;

  /** For the console and the folder. */
  Map<String, TextTable> shown() {
    Map<String, TextTable> shown = new LinkedHashMap<>();
    if (results.models().isEmpty()) {
      return shown;
    }
    shown.put("errors", errors("rmse", "Root mean square error of fractions"));
    shown.put("coverage", coverage());
    if (!answers.isEmpty()) {
      shown.put("asked", asked());
    }
    return shown;
  }

  /** For the folder alone. */
  Map<String, TextTable> files() {
    Map<String, TextTable> files = new LinkedHashMap<>();
    if (!results.models().isEmpty()) {
      files.put("absolute-errors", errors("mae", "Mean absolute error of fractions"));
      files.put("width-by-sites", widths());
      files.put("asked-known", known());
    }
    return files;
  }

  private TextTable errors(String metric, String title) {
    List<String> header = new ArrayList<>(List.of("absorber", "method", "all"));
    header.addAll(results.classes());
    List<List<String>> rows = new ArrayList<>();
    for (String element : results.elements()) {
      for (FractionModel model : results.models()) {
        SweepResultRow[] folds = results.folds(element, model);
        rows.add(errorRow(element, model.key(), folds, metric));
        rows.add(
            errorRow(
                element,
                model.key() + ", " + MixtureRival.PURE.title(),
                folds,
                MixtureRival.PURE.key() + "_" + metric));
      }
      // of the same mixtures beside whatever model
      SweepResultRow[] folds = results.folds(element, results.models().get(0));
      for (MixtureRival rival : List.of(MixtureRival.CLASS_MEANS, MixtureRival.MEAN_FRACTION)) {
        rows.add(errorRow(element, rival.title(), folds, rival.key() + "_" + metric));
      }
    }
    return new TextTable(
        results.studied().titled(title + ", mean and standard deviation over folds"), header, rows);
  }

  private List<String> errorRow(
      String element, String method, SweepResultRow[] folds, String metric) {
    List<String> row = new ArrayList<>(List.of(element, method));
    row.add(Spread.number(CellRows.metric(folds, metric)));
    for (String name : results.classes()) {
      row.add(Spread.number(CellRows.metric(folds, metric + "_" + name)));
    }
    return row;
  }

  private TextTable coverage() {
    List<String> header =
        new ArrayList<>(List.of("absorber", "model", "level", "held (%)", "bounds (%)", "width"));
    results.classes().forEach(name -> header.add("held " + name));
    results.classes().forEach(name -> header.add("width " + name));
    List<List<String>> rows = new ArrayList<>();
    for (FractionModel model : results.models()) {
      for (String element : results.elements()) {
        addCoverage(element, model, results.folds(element, model), rows);
      }
      addCoverage("all", model, results.folds(model), rows);
    }
    return new TextTable(
        results
            .studied()
            .titled(
                "Conformal intervals of held-out mixtures: how often they hold the truth, with 95 %"
                    + " bounds (folds as clusters), and mean widths"),
        header,
        rows);
  }

  private void addCoverage(
      String element, FractionModel model, SweepResultRow[] folds, List<List<String>> rows) {
    if (folds.length == 0) {
      return;
    }
    for (double level : results.config().levels()) {
      CoverageShare all = results.coverage(folds, level, k -> true);
      List<String> row =
          new ArrayList<>(List.of(element, model.key(), percent(level), percent(all.share())));
      row.add(percent(all.low()) + " to " + percent(all.high()));
      row.add(number(mean(folds, "width_" + level)));
      for (int k = 0; k < results.classes().size(); k++) {
        int number = k;
        row.add(percent(results.coverage(folds, level, one -> one == number).share()));
      }
      for (String name : results.classes()) {
        row.add(number(mean(folds, "width_" + level + "_" + name)));
      }
      rows.add(row);
    }
  }

  private static double mean(SweepResultRow[] folds, String metric) {
    return Spread.mean(CellRows.metric(folds, metric));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", PERCENT * share);
  }

  private TextTable asked() {
    double level = results.config().highest();
    List<String> header = new ArrayList<>(List.of("spectrum", "absorber", "method"));
    header.addAll(results.classes());
    header.addAll(List.of("known", "holds"));
    List<List<String>> rows = new ArrayList<>();
    for (AskedAnswers.Question question : answers.questions()) {
      for (FractionModel model : results.models()) {
        answers
            .of(question, model, level)
            .ifPresent(answer -> rows.add(askedRow(question, model.key(), answer)));
        answers
            .of(question, model, MixtureRival.PURE)
            .ifPresent(
                answer ->
                    rows.add(
                        askedRow(
                            question, model.key() + ", " + MixtureRival.PURE.title(), answer)));
      }
      answers
          .of(question, results.models().get(0), MixtureRival.CLASS_MEANS)
          .ifPresent(
              answer -> rows.add(askedRow(question, MixtureRival.CLASS_MEANS.title(), answer)));
    }
    return new TextTable(
        "Fractions in measured spectra, with " + percent(level) + " % intervals", header, rows);
  }

  private List<String> askedRow(
      AskedAnswers.Question question, String method, AskedAnswers.Answer answer) {
    List<String> row =
        new ArrayList<>(List.of(question.spectrum().name(), question.element(), method));
    for (int k = 0; k < answer.estimate().length; k++) {
      row.add(
          Double.isNaN(answer.lower()[k])
              ? String.format(Locale.ROOT, "%.2f", answer.estimate()[k])
              : String.format(
                  Locale.ROOT,
                  "%.2f [%.2f, %.2f]",
                  answer.estimate()[k],
                  answer.lower()[k],
                  answer.upper()[k]));
    }
    Optional<KnownFractions.Row> known = answers.known(question);
    if (known.isEmpty()) {
      row.addAll(List.of("-", "-"));
      return row;
    }
    double[] fractions = known.get().fractions();
    row.add(
        Arrays.stream(fractions)
            .mapToObj(one -> String.format(Locale.ROOT, "%.2f", one))
            .reduce((a, b) -> a + " " + b)
            .orElse("-"));
    row.add(
        Double.isNaN(answer.lower()[0])
            ? "-"
            : answer.holds(fractions) + " of " + fractions.length);
    return row;
  }

  /** Why fractions are known. */
  private TextTable known() {
    List<List<String>> rows = new ArrayList<>();
    for (AskedAnswers.Question question : answers.questions()) {
      answers
          .known(question)
          .ifPresent(row -> rows.add(List.of(question.spectrum().name(), row.reason())));
    }
    return new TextTable("Why fractions are known", List.of("spectrum", "reason"), rows);
  }

  private TextTable widths() {
    List<List<String>> rows = new ArrayList<>();
    for (FractionModel model : results.models()) {
      for (double level : results.config().levels()) {
        double[] widths = results.widthBySites(model, level);
        for (int i = 0; i < widths.length; i++) {
          rows.add(
              List.of(model.key(), percent(level), Integer.toString(i + 1), number(widths[i])));
        }
      }
    }
    return new TextTable(
        results.studied().titled("Mean width of intervals by the sites of a mixture"),
        List.of("model", "level (%)", "sites", "width"),
        rows);
  }
}
