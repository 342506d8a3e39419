package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * One spectrum as measured, its band of one standard error and its baseline, as far as it has them.
 *
 * @param title names the data set and the frame
 */
public record SpectrumFigure(String title, SpectralAxis axis, Spectrum spectrum)
    implements ChartFigure {
  public SpectrumFigure {
    int points = axis.points();
    int sigma = spectrum.sigma().length;
    int baseline = spectrum.baseline().length;
    if (spectrum.intensity().length != points
        || (sigma != 0 && sigma != points)
        || (baseline != 0 && baseline != points)) {
      throw new IllegalArgumentException(
          "a spectrum on %d points has %d intensities, %d errors and %d baseline values"
              .formatted(points, spectrum.intensity().length, sigma, baseline));
    }
  }

  @Override
  public JFreeChart chart() {
    NumberAxis across = FigureStyle.axis(axis.kind().label());
    NumberAxis up = FigureStyle.axis("Intensity (arb. units)");
    up.setUpperMargin(0.05);
    up.setLowerMargin(0.03);
    XYLineAndShapeRenderer renderer = Curves.renderer();
    XYSeriesCollection data = new XYSeriesCollection();
    XYPlot plot = new XYPlot(data, across, up, renderer);
    LegendItemCollection legend = new LegendItemCollection();
    if (spectrum.baseline().length > 0) {
      renderer.setSeriesPaint(data.getSeriesCount(), FigureStyle.VERMILION);
      renderer.setSeriesStroke(data.getSeriesCount(), FigureStyle.DASHED);
      data.addSeries(Curves.series("baseline", axis.values(), spectrum.baseline(), 0));
    }
    renderer.setSeriesPaint(data.getSeriesCount(), FigureStyle.BLUE);
    data.addSeries(Curves.series("measured", axis.values(), spectrum.intensity(), 0));
    legend.add(swatch("measured", FigureStyle.BLUE, FigureStyle.STRONG));
    if (spectrum.sigma().length > 0) {
      addBand(renderer);
      legend.add(swatch("± one standard error", FigureStyle.BAND, new BasicStroke(9)));
    }
    if (spectrum.baseline().length > 0) {
      legend.add(swatch("baseline", FigureStyle.VERMILION, FigureStyle.DASHED));
    }
    plot.setFixedLegendItems(legend);
    JFreeChart chart = FigureStyle.chart(title, plot);
    chart.addSubtitle(legendBelow(plot));
    return chart;
  }

  private static LegendTitle legendBelow(XYPlot plot) {
    LegendTitle title = new LegendTitle(plot);
    title.setItemFont(FigureStyle.TICK);
    title.setItemLabelPadding(new RectangleInsets(2, 4, 2, 24));
    title.setPosition(RectangleEdge.BOTTOM);
    title.setBackgroundPaint(Color.WHITE);
    return title;
  }

  private static LegendItem swatch(String text, Color colour, java.awt.Stroke stroke) {
    return new LegendItem(
        FigureStyle.text(text),
        null,
        null,
        null,
        false,
        new Rectangle2D.Double(),
        false,
        colour,
        false,
        colour,
        FigureStyle.LINE,
        true,
        new java.awt.geom.Line2D.Double(-14, 0, 14, 0),
        stroke,
        colour);
  }

  /** One polygon for each run of points that have an intensity and an error. */
  private void addBand(XYLineAndShapeRenderer renderer) {
    int from = 0;
    while (from < axis.points()) {
      int to = from;
      while (to < axis.points()
          && Float.isFinite(spectrum.intensity()[to])
          && Float.isFinite(spectrum.sigma()[to])) {
        to++;
      }
      if (to - from > 1) {
        renderer.addAnnotation(
            new XYPolygonAnnotation(outline(from, to), null, null, FigureStyle.BAND),
            Layer.BACKGROUND);
      }
      from = Math.max(to, from) + 1;
    }
  }

  private double[] outline(int from, int to) {
    int points = to - from;
    double[] corners = new double[4 * points];
    for (int i = 0; i < points; i++) {
      float value = spectrum.intensity()[from + i];
      float sigma = spectrum.sigma()[from + i];
      int back = 2 * (2 * points - 1 - i);
      corners[2 * i] = axis.values()[from + i];
      corners[2 * i + 1] = value + sigma;
      corners[back] = axis.values()[from + i];
      corners[back + 1] = value - sigma;
    }
    return corners;
  }
}
