package org.debye.jobs.study.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.figures.ChainSeries;
import org.debye.figures.Divergences;
import org.debye.figures.Figure;
import org.debye.figures.PointSet;
import org.debye.figures.RankPlot;
import org.debye.figures.SimplexScatter;
import org.debye.figures.TracePlot;
import org.debye.study.StudyArray;
import org.debye.study.StudyMethod;
import org.debye.study.StudyModel;
import org.debye.study.StudyResult;
import org.jspecify.annotations.Nullable;

/** What can be drawn of one dataset whose points and draws were kept. */
final class CornerPictures {
  private static final List<StudyMethod> POSTERIORS =
      List.of(
          StudyMethod.HMC,
          StudyMethod.VI,
          StudyMethod.VI_LOW_RANK,
          StudyMethod.VI_FULL_RANK,
          StudyMethod.VI_BLOCKS);

  private final DatasetOutcome dataset;
  private final StudyModel model;
  private final String study;

  CornerPictures(DatasetOutcome dataset, String study) {
    this.dataset = dataset;
    this.model = dataset.dataset().model();
    this.study = study;
  }

  /** Whether the points were kept. */
  boolean drawable() {
    return observations().length > 0;
  }

  /** Data, truth, N-FINDR's simplex and the cloud of the posterior. */
  SimplexScatter.Panel panel() {
    int d = model.dimensions();
    SimplexScatter.Panel panel = SimplexScatter.Panel.of(title(), new PointSet(observations(), d));
    for (MethodOutcome outcome : dataset.methods().values()) {
      panel = panel.withTruth(new PointSet(outcome.array(StudyArray.TRUE_ENDMEMBERS), d));
      if (!outcome.method().bayesian()) {
        panel =
            panel.withEstimate(
                MixtureFigures.label(outcome.method()),
                new PointSet(outcome.array(StudyArray.ENDMEMBERS), d));
      }
    }
    MethodOutcome posterior = posterior();
    return posterior == null ? panel : panel.withPosterior(clouds(posterior));
  }

  /** Traces and, of several chains, ranks. */
  void chains(Map<String, Supplier<Figure>> figures) {
    MethodOutcome hmc = dataset.method(StudyMethod.HMC);
    if (hmc == null || draws(hmc.kept()).length == 0) {
      return;
    }
    List<ChainSeries> series = series(hmc);
    String name = "chains-alpha1-" + file(dataset.alpha1()) + "-sigma-" + file(dataset.sigma());
    figures.put(
        name + "-trace",
        () -> new TracePlot(study + ", " + title(), series, Divergences.unknown()));
    if (hmc.starts().size() > 1) {
      figures.put(name + "-rank", () -> new RankPlot(study + ", " + title(), series));
    }
  }

  private List<ChainSeries> series(MethodOutcome hmc) {
    List<ChainSeries> series = new ArrayList<>();
    for (int k = 0; k < model.endmembers(); k++) {
      for (int d = 0; d < model.dimensions() && series.size() < TracePlot.MOST; d++) {
        List<double[]> chains = new ArrayList<>();
        for (StudyResult start : hmc.starts()) {
          if (chains.size() < ChainSeries.MOST_CHAINS && draws(start).length > 0) {
            chains.add(column(start, model.endmembers() + k * model.dimensions() + d));
          }
        }
        series.add(
            new ChainSeries("C[" + (d + 1) + "," + (k + 1) + "]", chains.toArray(double[][]::new)));
      }
    }
    return series;
  }

  private List<PointSet> clouds(MethodOutcome outcome) {
    int d = model.dimensions();
    int globals = globals(outcome.kept());
    double[] draws = draws(outcome.kept());
    List<PointSet> clouds = new ArrayList<>();
    for (int k = 0; globals > 0 && k < model.endmembers(); k++) {
      double[] cloud = new double[draws.length / globals * d];
      for (int draw = 0; draw < draws.length / globals; draw++) {
        System.arraycopy(draws, draw * globals + model.endmembers() + k * d, cloud, draw * d, d);
      }
      clouds.add(new PointSet(cloud, d));
    }
    return clouds;
  }

  private static double[] column(StudyResult result, int at) {
    double[] draws = draws(result);
    int globals = globals(result);
    double[] column = new double[draws.length / globals];
    for (int draw = 0; draw < column.length; draw++) {
      column[draw] = draws[draw * globals + at];
    }
    return column;
  }

  private static int globals(StudyResult result) {
    return result.arrays().getOrDefault(StudyArray.GLOBALS.key(), new double[0]).length;
  }

  private static double[] draws(StudyResult result) {
    return result.arrays().getOrDefault(StudyArray.GLOBAL_DRAWS.key(), new double[0]);
  }

  private @Nullable MethodOutcome posterior() {
    for (StudyMethod method : POSTERIORS) {
      MethodOutcome outcome = dataset.method(method);
      if (outcome != null && draws(outcome.kept()).length > 0) {
        return outcome;
      }
    }
    return null;
  }

  private double[] observations() {
    for (MethodOutcome outcome : dataset.methods().values()) {
      double[] points = outcome.array(StudyArray.OBSERVATIONS);
      if (points.length > 0) {
        return points;
      }
    }
    return new double[0];
  }

  private String title() {
    return String.format(Locale.ROOT, "α₁ = %.3g, σ = %.3g", dataset.alpha1(), dataset.sigma());
  }

  private static String file(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
