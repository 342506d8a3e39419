package org.debye.figures;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.debye.spectra.SpectralAxis;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Spectra stacked with an even offset, the first at the bottom, each labelled at its right end.
 *
 * @param title names the data set
 * @param heading what the labels are, as {@code Frame} or {@code pressure (GPa)}
 * @param curves one to {@link #MOST}; {@link #chosen} picks them from more frames
 */
public record Waterfall(String title, SpectralAxis axis, String heading, List<Curve> curves)
    implements ChartFigure {
  /** More curves than this cannot be told apart. */
  public static final int MOST = 24;

  private static final double ROOM_PER_SIGN = 0.0095;
  private static final double PALEST = 0.82;

  /**
   * One spectrum.
   *
   * @param intensity as long as the axis, NaN where there is none; not copied
   */
  public record Curve(String label, float[] intensity) {}

  public Waterfall {
    curves = List.copyOf(curves);
    if (curves.isEmpty() || curves.size() > MOST) {
      throw new IllegalArgumentException(
          "a waterfall shows 1 to " + MOST + " curves, got " + curves.size());
    }
    for (Curve curve : curves) {
      if (curve.intensity().length != axis.points()) {
        throw new IllegalArgumentException(
            "curve "
                + curve.label()
                + " has "
                + curve.intensity().length
                + " points, the axis has "
                + axis.points());
      }
    }
  }

  /** Frames to show, evenly spread, the first and the last among them, ascending. */
  public static int[] chosen(int frames, int most) {
    int count = Math.min(frames, Math.min(most, MOST));
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = count == 1 ? 0 : (int) Math.round(i * (frames - 1.0) / (count - 1));
    }
    return chosen;
  }

  @Override
  public JFreeChart chart() {
    double step = step();
    double room = room();
    double first = Arrays.stream(axis.values()).min().orElseThrow();
    double last = Arrays.stream(axis.values()).max().orElseThrow();
    NumberAxis across = new SpanAxis(last);
    FigureStyle.dress(across, axis.kind().label());
    NumberAxis up = FigureStyle.axis("Intensity (arb. units, offset for clarity)");
    up.setTickLabelsVisible(false);
    up.setTickMarksVisible(false);
    up.setUpperMargin(0.02);
    up.setLowerMargin(0.04);
    XYLineAndShapeRenderer renderer = Curves.renderer();
    XYSeriesCollection data = new XYSeriesCollection();
    XYPlot plot = new XYPlot(data, across, up, renderer);
    across.setRange(first, last + room * (last - first));
    double labelAt = last + 0.012 * (last - first);
    // the front curve is drawn last
    for (int i = curves.size() - 1; i >= 0; i--) {
      Curve curve = curves.get(i);
      int series = curves.size() - 1 - i;
      data.addSeries(
          Curves.series(i + " " + curve.label(), axis.values(), curve.intensity(), i * step));
      renderer.setSeriesPaint(series, colour(i));
      plot.addAnnotation(
          label(curve.label(), labelAt, i * step + end(curve.intensity(), last), colour(i)));
    }
    JFreeChart chart = FigureStyle.chart(title, plot);
    plot.setRangeGridlinesVisible(false);
    double top = up.getRange().getUpperBound();
    up.setRange(up.getRange().getLowerBound(), top + 0.06 * up.getRange().getLength());
    plot.addAnnotation(
        label(heading, last + 0.97 * room * (last - first), up.getUpperBound(), null));
    return chart;
  }

  private XYTextAnnotation label(
      String text, double x, double y, @org.jspecify.annotations.Nullable Color colour) {
    XYTextAnnotation label = new XYTextAnnotation(FigureStyle.text(text), x, y);
    label.setFont(FigureStyle.NOTE);
    label.setPaint(FigureStyle.INK);
    label.setTextAnchor(colour == null ? TextAnchor.TOP_RIGHT : TextAnchor.HALF_ASCENT_LEFT);
    return label;
  }

  /** Room for the longest label, as a share of the axis. */
  private double room() {
    int longest = heading.length();
    for (Curve curve : curves) {
      longest = Math.max(longest, curve.label().length());
    }
    return 0.025 + ROOM_PER_SIGN * Math.min(30, longest);
  }

  private Color colour(int curve) {
    double level = curves.size() == 1 ? 0.3 : PALEST * curve / (curves.size() - 1);
    return new Color(ColourMap.rgb(level));
  }

  /**
   * A third of the tallest curve's height above its own median, so that lines overlap but little.
   * Single bright points count less, or one hot pixel would flatten everything.
   */
  private double step() {
    double tallest = 0;
    for (Curve curve : curves) {
      float[] sorted = finite(curve.intensity());
      if (sorted.length > 0) {
        double median = sorted[sorted.length / 2];
        double most = sorted[sorted.length - 1] - median;
        double high = sorted[(int) (0.999 * (sorted.length - 1))] - median;
        tallest = Math.max(tallest, Math.max(high, 0.15 * most));
      }
    }
    return tallest > 0 ? 0.3 * tallest : 1;
  }

  /** Median of the last twentieth at the axis's upper end: where the curve leaves the picture. */
  private double end(float[] intensity, double last) {
    int points = intensity.length;
    int tail = Math.max(1, points / 20);
    boolean ascending = axis.values()[points - 1] == last;
    float[] piece =
        finite(
            ascending
                ? Arrays.copyOfRange(intensity, points - tail, points)
                : Arrays.copyOf(intensity, tail));
    return piece.length == 0 ? 0 : piece[piece.length / 2];
  }

  /** Finite values, sorted. */
  private static float[] finite(float[] values) {
    float[] sorted = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        sorted[count++] = value;
      }
    }
    Arrays.sort(sorted, 0, count);
    return Arrays.copyOf(sorted, count);
  }
}
