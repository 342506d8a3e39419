package org.debye.jobs.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.jobs.value.DistinctNames;
import org.debye.spark.combination.CombinationOrder;
import org.debye.spark.combination.CombinedSpectra;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.unmixing.combination.CombinationFit;
import org.debye.unmixing.combination.CombinationRanking.Ranked;

/** Pictures of fits: spectrum, fit, components and residual; weights along a series. */
final class FitFigures {
  private static final int MOST = 9;
  private static final int SERIES = 3;

  private final CombinationOrder order;
  private final List<DatasetRow> datasets;
  private final Map<String, SweepResultRow> rows;

  FitFigures(CombinationOrder order, List<DatasetRow> datasets, Map<String, SweepResultRow> rows) {
    this.order = order;
    this.datasets = datasets;
    this.rows = rows;
  }

  /** By file name; each is made when it is drawn. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    DistinctNames files = new DistinctNames();
    int drawn = 0;
    int series = 0;
    for (DatasetRow dataset : datasets) {
      SweepResultRow row = rows.get(dataset.datasetId());
      if (row == null || !row.arrays().containsKey("frame")) {
        continue;
      }
      String file = files.of(dataset.name());
      if (FitReport.of(row, "frame").length >= SERIES && series++ < MOST) {
        figures.put("weights-" + file, () -> weights(dataset, row));
      }
      if (drawn < MOST) {
        CombinedSpectra some =
            CombinedSpectra.of(order, dataset.datasetId(), Math.min(SERIES, MOST - drawn));
        for (CombinedSpectra.One one : some.spectra()) {
          drawn++;
          figures.put("fit-" + file + "-" + one.frame(), () -> fit(dataset, one));
        }
      }
    }
    return figures;
  }

  private Figure fit(DatasetRow dataset, CombinedSpectra.One one) {
    String title = dataset.frames() == 1 ? dataset.name() : one.name();
    Ranked best = one.best();
    CombinationFit fit = best.fit();
    List<Curve> curves = new ArrayList<>();
    curves.add(new Curve("measured", fit.values(), Look.POINTS));
    curves.add(new Curve("fit", fit.fitted(), Look.LINE));
    for (int j = 0; j < fit.count(); j++) {
      if (fit.weights()[j] != 0) {
        String name = order.references().get(best.references()[j]).name();
        String words = FitReport.withError(fit.weights()[j], fit.errors()[j]);
        curves.add(new Curve(words + " " + name, fit.components()[j], Look.LINE));
      }
    }
    return new CurvePanels(
        String.format(Locale.ROOT, "%s, R-factor %.2e", title, fit.rFactor()),
        ScaledAxis.linear("Energy (eV)", fit.energy()),
        List.of(
            Panel.of("", "Normalised absorption", curves),
            Panel.of(
                "",
                "Measured less fit",
                List.of(new Curve("residual", fit.residual(), Look.LINE)))),
        CurvePanels.Span.none());
  }

  private Figure weights(DatasetRow dataset, SweepResultRow row) {
    double[] frames = FitReport.of(row, "frame");
    int count = order.references().size();
    List<Curve> curves = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int place = k;
      double[] own = new double[frames.length];
      Arrays.setAll(own, i -> FitReport.of(row, "weights")[i * count + place]);
      if (Arrays.stream(own).anyMatch(w -> w != 0 && !Double.isNaN(w))) {
        curves.add(new Curve(order.references().get(k).name(), own, Look.LINE_AND_POINTS));
      }
    }
    double[] factors = FitReport.of(row, "r_factor");
    return new CurvePanels(
        dataset.name() + ", weights of references",
        ScaledAxis.linear("Frame", frames),
        List.of(
            Panel.of("", "Weight", curves),
            Panel.of("", "R-factor", List.of(new Curve("R-factor", factors, Look.LINE)))),
        CurvePanels.Span.none());
  }
}
