package org.debye.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.debye.figures.BinCountPlot.Model;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out {@link BinCountPlot}. */
final class BinCountPage {
  private static final double SIGN = 8;

  private final BinCountPlot figure;
  private final Range bins;

  private BinCountPage(BinCountPlot figure) {
    this.figure = figure;
    Limits limits = new Limits();
    figure.models().forEach(model -> limits.hold(places(model)));
    double room = Math.max(0.5, 0.02 * (limits.high() - limits.low()));
    bins = new Range(limits.low() - room, limits.high() + room);
  }

  static Page of(BinCountPlot figure) {
    return new BinCountPage(figure).page();
  }

  /** What a panel shows of a model. */
  private record Quantity(String label, Function<Model, double[]> values) {}

  private static final List<Quantity> QUANTITIES =
      List.of(
          new Quantity(
              "Confidence (%)",
              model -> Arrays.stream(model.confidence()).map(c -> 100 * c).toArray()),
          new Quantity("Epochs", Model::epochs),
          new Quantity("Training time (s)", Model::seconds));

  private Page page() {
    List<Quantity> shown = new ArrayList<>(QUANTITIES);
    shown.removeIf(quantity -> figure.models().stream().allMatch(model -> none(quantity, model)));
    PaneGrid grid = PaneGrid.even(Math.max(1, shown.size()), 1);
    for (int i = 0; i < shown.size(); i++) {
      grid.put(i, 0, pane(shown.get(i), i == shown.size() - 1));
    }
    Page page = new Page(figure.title(), 130 + 190 * shown.size(), grid);
    if (figure.models().size() > 1) {
      for (int m = 0; m < figure.models().size(); m++) {
        SeriesStyle style = SeriesStyle.of(m);
        page.with(
            LegendEntry.marker(figure.models().get(m).name(), style.marker(), SIGN, style.colour())
                .on(style.colour(), style.stroke()));
      }
    }
    return page;
  }

  private static boolean none(Quantity quantity, Model model) {
    return Arrays.stream(quantity.values().apply(model)).noneMatch(Double::isFinite);
  }

  private Pane pane(Quantity quantity, boolean lowest) {
    NumberAxis across = FigureStyle.axis(lowest ? "Number of bins" : "");
    across.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    across.setRange(bins);
    across.setTickLabelsVisible(lowest);
    Limits limits = new Limits();
    figure.models().forEach(model -> limits.hold(quantity.values().apply(model)));
    NumberAxis up = FigureStyle.axis(quantity.label());
    up.setRange(limits.range(0.1));
    Pane pane = new Pane(across, up);
    for (int m = 0; m < figure.models().size(); m++) {
      Model model = figure.models().get(m);
      SeriesStyle style = SeriesStyle.of(m);
      double[] x = places(model);
      double[] y = quantity.values().apply(model);
      pane.add(Marks.line(Curves.path(x, y), style.colour(), style.stroke()))
          .add(Marks.markers(x, y, style.marker(), SIGN, style.colour()));
    }
    return pane;
  }

  private static double[] places(Model model) {
    return Arrays.stream(model.bins()).asDoubleStream().toArray();
  }
}
