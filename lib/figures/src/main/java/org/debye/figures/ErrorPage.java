package org.debye.figures;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out {@link ErrorMaps}. */
final class ErrorPage {
  private static final int RASTER = 360;
  private static final int MOST_COLUMNS = 3;

  private final ErrorMaps figure;
  private final StudyCells cells;
  private final double[][] means;
  private final Colours colours;
  private final int[] raster;

  private ErrorPage(ErrorMaps figure) {
    this.figure = figure;
    cells = StudyCells.of(figure.across().places(), figure.up().places(), figure.tiling());
    means =
        figure.panels().stream().map(panel -> cells.means(panel.values())).toArray(double[][]::new);
    colours = Colours.over(figure.scale(), Arrays.stream(means).flatMapToDouble(Arrays::stream));
    raster = cells.raster(RASTER);
  }

  static Page of(ErrorMaps figure) {
    return new ErrorPage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    int columns = Math.min(MOST_COLUMNS, panels);
    int rows = (panels + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    boolean hatched = false;
    for (int i = 0; i < panels; i++) {
      Pane pane = pane(i, i % columns == 0, i + columns >= panels);
      grid.put(i / columns, i % columns, pane);
      hatched |= Arrays.stream(means[i]).anyMatch(Double::isNaN);
    }
    grid.with(new ColourBar(colours, figure.quantity(), 0, rows - 1));
    Page page = new Page(figure.title(), 120 + rows * (columns == 1 ? 420 : 290), grid);
    if (!cells.isGrid()) {
      page.with(LegendEntry.dots("data sets", 3, FigureStyle.INK));
    }
    if (hatched) {
      page.with(LegendEntry.hatch("no value"));
    }
    return page.noted(rule() + scaleNote());
  }

  private String scaleNote() {
    return switch (figure.scale()) {
      case LINEAR -> "";
      case SQUARE_ROOT -> " Colours on a square-root scale.";
      case LOGARITHMIC -> " Colours on a logarithmic scale.";
    };
  }

  private String rule() {
    if (cells.isGrid()) {
      return "A cell for each point of the study.";
    }
    return figure.tiling() == ErrorMaps.Tiling.BINS
        ? "Colour: mean of the data sets within a bin."
        : "Colour: the data set nearest in shares of the two axes.";
  }

  private Pane pane(int panel, boolean leftmost, boolean lowest) {
    NumberAxis across = axis(figure.across(), lowest, cells.across());
    NumberAxis up = axis(figure.up(), leftmost, cells.up());
    Pane pane = new Pane(across, up).titled(figure.panels().get(panel).title()).withoutGrid();
    Path2D unknown = new Path2D.Double();
    pane.add(raster(means[panel], unknown)).add(Marks.hatch(unknown));
    if (!cells.isGrid()) {
      double[] x = figure.across().places();
      double[] y = figure.up().places();
      pane.add(Marks.dots(x, y, 4.4, java.awt.Color.WHITE))
          .add(Marks.dots(x, y, 3, FigureStyle.INK));
    }
    return pane;
  }

  private static NumberAxis axis(ScaledAxis shown, boolean labelled, Range range) {
    String label = labelled ? shown.label() : "";
    NumberAxis axis =
        shown.scale() == AxisScale.LOGARITHMIC
            ? DecadeAxis.labelled(label)
            : FigureStyle.axis(label);
    axis.setRange(range);
    axis.setTickLabelsVisible(labelled || !label.isEmpty());
    return axis;
  }

  /** The cells as an image; those without a value are left clear and added to the region. */
  private CellImage raster(double[] mean, Path2D unknown) {
    Range across = cells.across();
    Range up = cells.up();
    BufferedImage image = new BufferedImage(RASTER, RASTER, BufferedImage.TYPE_INT_ARGB);
    double width = across.getLength() / RASTER;
    double height = up.getLength() / RASTER;
    for (int row = 0; row < RASTER; row++) {
      int from = 0;
      while (from < RASTER) {
        int to = from;
        while (to < RASTER && Double.isNaN(value(mean, row, to))) {
          to++;
        }
        if (to > from) {
          unknown.append(
              new Rectangle2D.Double(
                  across.getLowerBound() + from * width,
                  up.getLowerBound() + row * height,
                  (to - from) * width,
                  height),
              false);
        } else {
          image.setRGB(from, RASTER - 1 - row, 0xFF000000 | colours.rgb(value(mean, row, from)));
          to++;
        }
        from = to;
      }
    }
    return new CellImage(
        image,
        new Rectangle2D.Double(
            across.getLowerBound(), up.getLowerBound(), across.getLength(), up.getLength()));
  }

  private double value(double[] mean, int row, int column) {
    int cell = raster[row * RASTER + column];
    return cell < 0 ? Double.NaN : mean[cell];
  }
}
