package org.debye.figures;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link AbundanceMaps}: maps above, widths of their intervals below. */
final class AbundancePage {
  private static final Colours SHARES = new Colours(ColourScale.LINEAR, 0, 1);
  private static final int MOST_COLUMNS = 4;

  /** Of a column: gap and tick labels. */
  private static final double MARGINS = 40;

  private final AbundanceMaps figure;
  private final int columns;
  private final int bands;
  private final boolean widths;
  private boolean missing;

  private AbundancePage(AbundanceMaps figure) {
    this.figure = figure;
    int maps = figure.maps().size();
    columns = maps <= MOST_COLUMNS ? maps : (maps + 1) / 2;
    bands = (maps + columns - 1) / columns;
    widths = figure.maps().stream().anyMatch(map -> map.width().length > 0);
  }

  static Page of(AbundanceMaps figure) {
    return new AbundancePage(figure).page();
  }

  private Page page() {
    int rows = bands * (widths ? 2 : 1);
    PaneGrid grid = PaneGrid.even(rows, columns);
    Colours spread =
        Colours.over(
            ColourScale.LINEAR,
            figure.maps().stream().flatMapToDouble(map -> Arrays.stream(map.width())));
    Colours fromZero = new Colours(ColourScale.LINEAR, 0, Math.max(spread.high(), 1e-6));
    for (int i = 0; i < figure.maps().size(); i++) {
      AbundanceMaps.Map map = figure.maps().get(i);
      int row = i / columns;
      grid.put(row, i % columns, pane(map.abundance(), SHARES, i).titled(map.name()));
      if (map.width().length > 0) {
        Pane pane = pane(map.width(), fromZero, i);
        grid.put(bands + row, i % columns, bands > 1 ? pane.titled(map.name()) : pane);
      }
    }
    grid.with(new ColourBar(SHARES, "Abundance", 0, bands - 1));
    if (widths) {
      grid.with(new ColourBar(fromZero, "Width, " + figure.interval(), bands, rows - 1));
    }
    Page page = new Page(figure.title(), 90 + rows * rowHeight(), grid);
    return missing ? page.with(LegendEntry.hatch("no value")) : page;
  }

  /** As high as the image is in a column, within reason. */
  private int rowHeight() {
    double column = (800.0 - MARGINS * columns) / columns;
    double high = column * figure.shape().rows() / figure.shape().columns();
    return (int) Math.round(Math.max(130, Math.min(440, high + 46)));
  }

  private Pane pane(double[] values, Colours colours, int place) {
    ImageShape shape = figure.shape();
    boolean leftmost = place % columns == 0;
    NumberAxis across = pixels("Column", shape.columns());
    NumberAxis up = pixels(leftmost ? "Row" : "", shape.rows());
    up.setInverted(true);
    up.setTickLabelsVisible(leftmost);
    Path2D unknown = new Path2D.Double();
    BufferedImage image = image(values, colours, unknown);
    missing |= !unknown.getBounds2D().isEmpty();
    return new Pane(across, up)
        .withoutGrid()
        .aspect(Pane.Aspect.SQUARE_CELLS)
        .add(
            new CellImage(
                CellImage.magnified(image),
                new Rectangle2D.Double(-0.5, -0.5, shape.columns(), shape.rows())))
        .add(Marks.hatch(unknown));
  }

  private static NumberAxis pixels(String label, int count) {
    NumberAxis axis = FigureStyle.axis(label);
    axis.setRange(-0.5, count - 0.5);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    return axis;
  }

  /** A pixel for each value; those that are not finite are left clear and added to the region. */
  private BufferedImage image(double[] values, Colours colours, Path2D unknown) {
    ImageShape shape = figure.shape();
    BufferedImage image =
        new BufferedImage(shape.columns(), shape.rows(), BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < shape.rows(); row++) {
      for (int column = 0; column < shape.columns(); column++) {
        double value = values[shape.index(row, column)];
        if (Double.isFinite(value)) {
          image.setRGB(column, row, 0xFF000000 | colours.rgb(value));
        } else {
          unknown.append(new Rectangle2D.Double(column - 0.5, row - 0.5, 1, 1), false);
        }
      }
    }
    return image;
  }
}
