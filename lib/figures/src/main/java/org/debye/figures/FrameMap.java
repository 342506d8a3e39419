package org.debye.figures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * Intensity as colour over axis and frame, first frame at the bottom, with a colour bar. Cells
 * without data are grey.
 *
 * @param title names the data set
 * @param contrast which values take the ends of the colour map
 * @param condition shown on a second axis on the right, one value for each frame
 */
public record FrameMap(
    String title, FrameGrid grid, Contrast contrast, @Nullable Condition condition)
    implements ChartFigure {

  /**
   * Which intensities the colours span.
   *
   * @param scale how colour follows intensity between the limits
   * @param lowShare share of the cells that may lie below the lowest colour, within 0 and 1
   * @param highShare share of the cells at or below the highest colour, above the low share
   */
  public record Contrast(ColourScale scale, double lowShare, double highShare) {
    public Contrast {
      if (!(lowShare >= 0 && lowShare < highShare && highShare <= 1)) {
        throw new IllegalArgumentException(
            "shares must rise within 0 and 1, got " + lowShare + " and " + highShare);
      }
    }

    /** Square-root colours, the brightest 0.1 % of the cells sharing the last one. */
    public static Contrast usual() {
      return new Contrast(ColourScale.SQUARE_ROOT, 0.001, 0.999);
    }
  }

  @Override
  public JFreeChart chart() {
    Colours colours = Colours.of(grid, contrast);
    NumberAxis across = FigureStyle.axis(grid.axis().kind().label());
    across.setRange(grid.columns().low(), grid.columns().high());
    NumberAxis up = frameAxis("Frame");
    // no series: the picture is the annotation
    XYPlot plot = new XYPlot(new XYSeriesCollection(), across, up, new XYLineAndShapeRenderer());
    plot.addAnnotation(
        new CellImage(
            colours.image(grid),
            new Rectangle2D.Double(
                across.getLowerBound(), -0.5, across.getRange().getLength(), grid.frames())));
    JFreeChart chart = FigureStyle.chart(title, plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    if (condition != null) {
      NumberAxis right = frameAxis(condition.label());
      right.setNumberFormatOverride(new ConditionFormat(condition));
      plot.setRangeAxis(1, right);
      plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    }
    chart.addSubtitle(colourBar(colours));
    if (grid.hasMissing()) {
      TextTitle note = new TextTitle("Grey: no data", FigureStyle.NOTE);
      note.setPosition(RectangleEdge.BOTTOM);
      note.setHorizontalAlignment(HorizontalAlignment.RIGHT);
      chart.addSubtitle(note);
    }
    return chart;
  }

  private NumberAxis frameAxis(String label) {
    NumberAxis axis = FigureStyle.axis(label);
    axis.setRange(-0.5, grid.frames() - 0.5);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    return axis;
  }

  private PaintScaleLegend colourBar(Colours colours) {
    String label = "Intensity (arb. units)" + contrast.scale().note();
    boolean logarithmic = contrast.scale() == ColourScale.LOGARITHMIC;
    NumberAxis axis = logarithmic ? new DecadeAxis() : new NumberAxis();
    FigureStyle.dress(axis, label);
    Colours strip = logarithmic ? colours.overLogarithms() : colours;
    axis.setRange(strip.low(), strip.high());
    PaintScaleLegend bar = new PaintScaleLegend(strip, axis);
    bar.setPosition(RectangleEdge.RIGHT);
    bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    bar.setStripWidth(18);
    bar.setStripOutlineVisible(true);
    bar.setSubdivisionCount(256);
    bar.setBackgroundPaint(Color.WHITE);
    // as far down as the plot, whose label and note stand below it
    bar.setMargin(new RectangleInsets(4, 14, grid.hasMissing() ? 68 : 50, 0));
    return bar;
  }

  /** Writes the condition where the axis counts frames. */
  private static final class ConditionFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private final transient Condition condition;

    ConditionFormat(Condition condition) {
      this.condition = condition;
    }

    @Override
    public StringBuffer format(double frame, StringBuffer out, FieldPosition position) {
      return out.append(condition.text(frame));
    }

    @Override
    public StringBuffer format(long frame, StringBuffer out, FieldPosition position) {
      return out.append(condition.text((double) frame));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
      throw new UnsupportedOperationException("a condition is only written");
    }
  }
}
