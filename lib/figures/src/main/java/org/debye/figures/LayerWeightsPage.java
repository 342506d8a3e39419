package org.debye.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link LayerWeightsPlot}. */
final class LayerWeightsPage {
  /** Of the weights: single large ones do not make the rest pale. */
  private static final double BEYOND = 0.001;

  private final LayerWeightsPlot figure;
  private final AxisPanes panes;

  private LayerWeightsPage(LayerWeightsPlot figure) {
    this.figure = figure;
    panes = new AxisPanes(figure.inputs());
  }

  static Page of(LayerWeightsPlot figure) {
    return new LayerWeightsPage(figure).page();
  }

  private Page page() {
    boolean below = !figure.spectra().isEmpty();
    Colours colours = Colours.aroundZero(Arrays.stream(figure.weights()), BEYOND);
    NumberAxis units = FigureStyle.axis("Unit");
    units.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    units.setRange(-0.5, figure.units() - 0.5);
    units.setInverted(true);
    Pane map =
        panes.image(
            units,
            MatrixImage.of(figure.weights(), figure.units(), figure.inputs().points(), colours),
            false);
    Pane size =
        panes.lines("Weight, r.m.s.", List.of(new AxisCurve("", rootMeanSquares())), !below);
    PaneGrid grid =
        new PaneGrid(new double[] {1}, below ? new double[] {2, 1, 1} : new double[] {2, 1})
            .put(0, 0, map)
            .put(1, 0, size)
            .with(new ColourBar(colours, "Weight", 0, 0));
    Page page = new Page(figure.title(), below ? 760 : 600, grid);
    if (below) {
      grid.put(2, 0, panes.lines("Intensity", figure.spectra(), true));
      AxisPanes.legend(figure.spectra()).forEach(page::with);
    }
    return page;
  }

  /** Of the weights of each input. */
  private double[] rootMeanSquares() {
    int inputs = figure.inputs().points();
    double[] sums = new double[inputs];
    for (int i = 0; i < figure.weights().length; i++) {
      sums[i % inputs] += figure.weights()[i] * figure.weights()[i];
    }
    Arrays.setAll(sums, i -> Math.sqrt(sums[i] / figure.units()));
    return sums;
  }
}
