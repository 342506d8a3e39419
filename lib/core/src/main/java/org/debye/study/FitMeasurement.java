package org.debye.study;

import java.util.Arrays;
import org.debye.evaluation.AbundanceError;
import org.debye.evaluation.CalibrationRanks;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.unmixing.posterior.AbundanceSummary;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.debye.unmixing.posterior.LabelFree;
import org.debye.unmixing.posterior.MixingDensity;
import org.debye.unmixing.posterior.Quantiles;
import org.debye.unmixing.posterior.StartFit;
import org.debye.unmixing.posterior.StartSummary;

/**
 * A posterior against the truth. Labels of the posterior mean are matched to the truth's; where
 * labels are truly uncertain this favours the posterior slightly, which is why calibration rests on
 * the label-free quantities.
 */
final class FitMeasurement {
  /** Central intervals of 50, 80 and 90 %: their ends, low and high in turn. */
  private static final double[] ENDS = {0.25, 0.75, 0.1, 0.9, 0.05, 0.95};

  private static final StudyArray[] END_ARRAYS = {
    StudyArray.GLOBAL_LOW_50,
    StudyArray.GLOBAL_HIGH_50,
    StudyArray.GLOBAL_LOW_80,
    StudyArray.GLOBAL_HIGH_80,
    StudyArray.GLOBAL_LOW_90,
    StudyArray.GLOBAL_HIGH_90
  };
  private static final StudyArray[] INSIDE_ARRAYS = {
    StudyArray.GLOBAL_INSIDE_50, StudyArray.GLOBAL_INSIDE_80, StudyArray.GLOBAL_INSIDE_90
  };
  private static final StudyMetric[] INSIDE_METRICS = {
    StudyMetric.INSIDE_50, StudyMetric.INSIDE_80, StudyMetric.INSIDE_90
  };
  static final int RANKED_DRAWS = 99;
  static final int THINNED_DRAWS = 400;

  private final StartFit fit;
  private final SimulatedDataset data;
  private final ResultParts parts;
  private final GlobalsLayout layout;

  FitMeasurement(StartFit fit, SimulatedDataset data, ResultParts parts) {
    this.fit = fit;
    this.data = data;
    this.parts = parts;
    layout = fit.layout();
  }

  void measure(MixingDensity density, StudyCell cell) {
    StartSummary own = fit.summary();
    parts.put(StudyMetric.MEAN_LOG_LIKELIHOOD, own.meanLogLikelihood());
    parts.put(StudyMetric.MEAN_LOG_LIKELIHOOD_ERROR, own.meanError());
    int[] matching = parts.endmembers(data, layout.endmembers(own.mean()));
    StartSummary matched = own.relabelled(matching);
    globals(matched);
    abundances(matching);
    labelFree(matched, matching, density);
    if (cell.method() == StudyMethod.HMC || cell.detail() != StudyDetail.NUMBERS) {
      int[] thinned = evenly(matched.count(), THINNED_DRAWS);
      parts.put(StudyArray.GLOBAL_DRAWS, rows(matched.draws(), layout.width(), thinned));
      parts.put(StudyArray.LOG_LIKELIHOOD_DRAWS, rows(fit.logLikelihood(), 1, thinned));
      parts.put(StudyArray.LOG_DENSITY_DRAWS, rows(fit.draws().statistics().lp(), 1, thinned));
    }
  }

  private void globals(StartSummary matched) {
    double[] truth = layout.globals(data.truth());
    int width = layout.width();
    double[] sd = new double[width];
    double[][] ends = new double[ENDS.length][width];
    for (int place = 0; place < width; place++) {
      double[] values = matched.column(place);
      sd[place] = sd(values);
      Arrays.sort(values);
      for (int end = 0; end < ENDS.length; end++) {
        ends[end][place] = Quantiles.ofSorted(values, ENDS[end]);
      }
    }
    parts.put(StudyArray.GLOBAL_MEANS, matched.mean());
    parts.put(StudyArray.GLOBAL_SDS, sd);
    for (int level = 0; level < INSIDE_ARRAYS.length; level++) {
      double[] low = ends[2 * level];
      double[] high = ends[2 * level + 1];
      double[] inside = inside(truth, low, high);
      parts.put(END_ARRAYS[2 * level], low);
      parts.put(END_ARRAYS[2 * level + 1], high);
      parts.put(INSIDE_ARRAYS[level], inside);
      double[] endmembers = layout.endmembers(inside);
      parts.put(INSIDE_METRICS[level], Arrays.stream(endmembers).sum());
    }
  }

  private void abundances(int[] matching) {
    AbundanceSummary summary = fit.abundances().summary(fit.relabelling(), ENDS);
    double[] truth = data.truth().abundances();
    parts.put(
        StudyMetric.ABUNDANCE_ERROR,
        AbundanceError.of(summary.mean(), truth, matching).rootMeanSquare());
    int k = layout.endmembers();
    double[] counts = new double[INSIDE_ARRAYS.length + 1];
    for (int entry = 0; entry < truth.length; entry++) {
      int estimate = entry - entry % k + matching[entry % k];
      for (int level = 0; level < INSIDE_ARRAYS.length; level++) {
        boolean held =
            summary.quantiles()[2 * level][estimate] <= truth[entry]
                && truth[entry] <= summary.quantiles()[2 * level + 1][estimate];
        counts[level] += held ? 1 : 0;
      }
    }
    counts[INSIDE_ARRAYS.length] = truth.length;
    parts.put(StudyArray.ABUNDANCES_INSIDE, counts);
  }

  /** Ranks of the truth for calibration; draws further apart than their correlation. */
  private void labelFree(StartSummary matched, int[] matching, MixingDensity density) {
    double[] position = new double[density.dimension()];
    // The measure of stretched logits is not the same for all orders of the endmembers.
    RelabelledTruth truthAsDrawn = RelabelledTruth.of(data, matching);
    density.unconstrain(truthAsDrawn.mixture(), truthAsDrawn.logAbundances(), position);
    double trueDensity = density.evaluate(position, new double[position.length]);
    double trueLikelihood = density.logLikelihood(position);
    parts.put(StudyMetric.TRUE_LOG_DENSITY, trueDensity);
    parts.put(StudyMetric.TRUE_LOG_LIKELIHOOD, trueLikelihood);
    double[] truth = LabelFree.values(layout, layout.globals(data.truth()));
    double[][] series = new double[2 + truth.length][matched.count()];
    series[0] = fit.draws().statistics().lp();
    series[1] = fit.logLikelihood();
    for (int draw = 0; draw < matched.count(); draw++) {
      double[] values = LabelFree.values(layout, matched.globals(draw));
      for (int quantity = 0; quantity < values.length; quantity++) {
        series[2 + quantity][draw] = values[quantity];
      }
    }
    double least = Double.POSITIVE_INFINITY;
    for (double[] one : series) {
      least = Math.min(least, EffectiveSize.bulk(new double[][] {one}));
    }
    parts.put(StudyMetric.LABEL_FREE_ESS, least);
    if (matched.count() >= RANKED_DRAWS && Double.isFinite(trueDensity)) {
      double[] all = new double[series.length];
      all[0] = trueDensity;
      all[1] = trueLikelihood;
      System.arraycopy(truth, 0, all, 2, truth.length);
      parts.put(StudyArray.LABEL_FREE_RANKS, ranks(all, series));
    }
  }

  private static double[] ranks(double[] truth, double[][] series) {
    double[] ranks = new double[truth.length];
    for (int quantity = 0; quantity < truth.length; quantity++) {
      int[] chosen = evenly(series[quantity].length, RANKED_DRAWS);
      ranks[quantity] = CalibrationRanks.rank(truth[quantity], rows(series[quantity], 1, chosen));
    }
    return ranks;
  }

  private static double[] inside(double[] truth, double[] low, double[] high) {
    double[] inside = new double[truth.length];
    for (int place = 0; place < truth.length; place++) {
      inside[place] = low[place] <= truth[place] && truth[place] <= high[place] ? 1 : 0;
    }
    return inside;
  }

  private static double sd(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /** At most this many of the indices below a count, evenly spaced. */
  private static int[] evenly(int count, int most) {
    int[] chosen = new int[Math.min(count, most)];
    Arrays.setAll(chosen, at -> (int) ((long) at * count / chosen.length));
    return chosen;
  }

  private static double[] rows(double[] values, int width, int[] chosen) {
    double[] out = new double[chosen.length * width];
    for (int row = 0; row < chosen.length; row++) {
      System.arraycopy(values, chosen[row] * width, out, row * width, width);
    }
    return out;
  }
}
