package org.debye.jobs.study.mixture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.debye.figures.ColourScale;
import org.debye.figures.CostPlot;
import org.debye.figures.ErrorMaps;
import org.debye.figures.EstimateAgainstTruth;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.figures.SimplexScatter;
import org.debye.study.StudyArray;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;

/** The pictures of an unmixing study: the paper's Figs 2 to 4, and what the paper lacks. */
final class MixtureFigures {
  private static final String ALPHA1 = "Concentration α₁ (dimensionless)";
  private static final String SIGMA = "Noise scale σ (dimensionless)";
  private static final String ERROR = "Frobenius error (dimensionless)";

  private final MixtureResults results;
  private final String study;

  MixtureFigures(MixtureResults results, String study) {
    this.results = results;
    this.study = study;
  }

  /** By file name; each is made when it is drawn. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    if (results.datasets().isEmpty()) {
      return figures;
    }
    List<CornerPictures> corners = corners();
    if (!corners.isEmpty()) {
      figures.put(
          "simplex",
          () ->
              new SimplexScatter(
                  study + ": endmembers at the corners of the grid",
                  corners.stream().map(CornerPictures::panel).toList()));
    }
    figures.put("errors", this::errors);
    figures.put("estimates", this::estimates);
    new MixtureCoverage(results)
        .figure(study + ": coverage of the intervals of endmember coordinates")
        .ifPresent(figure -> figures.put("coverage", figure));
    if (MixtureCalibration.applies(results)) {
      figures.putAll(new MixtureCalibration(results).figures(study));
    }
    figures.put("cost", this::cost);
    if (results.methods().contains(StudyMethod.HMC) && results.methods().contains(StudyMethod.VI)) {
      figures.put("cost-ratio", this::ratio);
    }
    for (CornerPictures corner : corners) {
      corner.chains(figures);
    }
    return figures;
  }

  private List<CornerPictures> corners() {
    List<CornerPictures> corners = new ArrayList<>();
    var wanted =
        MixtureCorners.of(results.datasets().stream().map(DatasetOutcome::dataset).toList());
    for (var dataset : wanted) {
      results.datasets().stream()
          .filter(one -> one.dataset().equals(dataset))
          .map(one -> new CornerPictures(one, study))
          .filter(CornerPictures::drawable)
          .forEach(corners::add);
    }
    return corners;
  }

  private Figure errors() {
    List<ErrorMaps.Panel> panels = new ArrayList<>();
    for (StudyMethod method : compared()) {
      panels.add(
          new ErrorMaps.Panel(
              label(method), each(one -> one.metric(method, StudyMetric.FROBENIUS_ERROR))));
    }
    return new ErrorMaps(
        study + ": error over mixing and noise",
        alpha1(),
        ScaledAxis.linear(SIGMA, each(DatasetOutcome::sigma)),
        ERROR,
        ColourScale.LOGARITHMIC,
        ErrorMaps.Tiling.BINS,
        panels);
  }

  private Figure estimates() {
    List<EstimateAgainstTruth.Method> methods = new ArrayList<>();
    for (StudyMethod method : compared()) {
      methods.add(
          new EstimateAgainstTruth.Method(
              label(method),
              joined(method, StudyArray.ENDMEMBERS),
              joined(method, StudyArray.TRUE_ENDMEMBERS)));
    }
    return new EstimateAgainstTruth(
        study + ": estimates beside the truth",
        "Endmember coordinate (dimensionless)",
        EstimateAgainstTruth.View.ERROR,
        methods);
  }

  private Figure cost() {
    List<CostPlot.Series> series = new ArrayList<>();
    for (StudyMethod method : results.methods()) {
      series.add(new CostPlot.Series(label(method), each(one -> cpuSeconds(one, method))));
    }
    return new CostPlot(
        study + ": cost of a dataset, all starts", alpha1(), "CPU time (s)", series);
  }

  private Figure ratio() {
    double[] ratio =
        each(one -> cpuSeconds(one, StudyMethod.HMC) / cpuSeconds(one, StudyMethod.VI));
    return new CostPlot(
        study + ": HMC beside variational inference",
        alpha1(),
        "CPU time, HMC / VI (dimensionless)",
        List.of(new CostPlot.Series("HMC / VI, all starts", ratio)));
  }

  private static double cpuSeconds(DatasetOutcome dataset, StudyMethod method) {
    MethodOutcome outcome = dataset.method(method);
    return outcome == null ? Double.NaN : outcome.cpuSeconds();
  }

  /** The paper's three where they are all there, in its order, else all. */
  private List<StudyMethod> compared() {
    List<StudyMethod> paper = List.of(StudyMethod.HMC, StudyMethod.VI, StudyMethod.N_FINDR);
    return results.methods().containsAll(paper) ? paper : results.methods();
  }

  private double[] joined(StudyMethod method, StudyArray array) {
    return results.datasets().stream()
        .flatMap(one -> java.util.stream.Stream.ofNullable(one.method(method)))
        .flatMapToDouble(one -> java.util.Arrays.stream(one.array(array)))
        .toArray();
  }

  private ScaledAxis alpha1() {
    return ScaledAxis.logarithmic(ALPHA1, each(DatasetOutcome::alpha1));
  }

  private double[] each(ToDoubleFunction<DatasetOutcome> of) {
    return results.datasets().stream().mapToDouble(of).toArray();
  }

  /** As figures name it. */
  static String label(StudyMethod method) {
    return switch (method) {
      case HMC -> "HMC";
      case VI -> "Mean-field VI";
      case VI_LOW_RANK -> "Low-rank VI";
      case VI_FULL_RANK -> "Full-rank VI";
      case VI_BLOCKS -> "Blockwise VI";
      case N_FINDR -> "N-FINDR";
      case VCA -> "VCA";
      case SISAL -> "SISAL";
    };
  }
}
