package org.debye.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import org.debye.figures.OrderedPairs.Panel;
import org.jfree.chart.axis.SymbolAxis;

/** Lays out {@link OrderedPairs}. */
final class OrderedPairsPage {
  private static final int MOST_COLUMNS = 2;

  /** Of 255: above it a colour is light, and a number on it dark. */
  private static final double LIGHT = 140;

  private final OrderedPairs figure;
  private final Colours colours;
  private final int side;

  private OrderedPairsPage(OrderedPairs figure) {
    this.figure = figure;
    side = figure.names().size();
    colours =
        Colours.over(
            ColourScale.LINEAR,
            figure.panels().stream().flatMapToDouble(panel -> Arrays.stream(panel.values())));
  }

  static Page of(OrderedPairs figure) {
    return new OrderedPairsPage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    int columns = Math.min(MOST_COLUMNS, panels);
    int rows = (panels + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    for (int i = 0; i < panels; i++) {
      Panel panel = figure.panels().get(i);
      grid.put(i / columns, i % columns, pane(panel, i % columns == 0, i + columns >= panels));
    }
    grid.with(new ColourBar(colours, figure.quantity(), 0, rows - 1));
    Page page = new Page(figure.title(), 120 + rows * (80 + side * 60), grid);
    boolean missing =
        figure.panels().stream()
            .flatMapToDouble(panel -> Arrays.stream(panel.values()))
            .anyMatch(Double::isNaN);
    if (missing) {
      page.with(LegendEntry.hatch("no value"));
    }
    return page.noted("One alone on the diagonal.");
  }

  private Pane pane(Panel panel, boolean leftmost, boolean lowest) {
    SymbolAxis across = axis(lowest ? figure.second() : "", lowest);
    // Upright, since a name that does not fit beside the others would be left out.
    across.setVerticalTickLabels(true);
    SymbolAxis up = axis(leftmost ? figure.first() : "", leftmost);
    up.setInverted(true);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Path2D unknown = new Path2D.Double();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double value = panel.values()[row * side + column];
        if (Double.isNaN(value)) {
          unknown.append(new Rectangle2D.Double(column - 0.5, row - 0.5, 1, 1), false);
        } else {
          image.setRGB(column, row, 0xFF000000 | colours.rgb(value));
        }
      }
    }
    Rectangle2D place = new Rectangle2D.Double(-0.5, -0.5, side, side);
    return new Pane(across, up)
        .titled(panel.title())
        .withoutGrid()
        .add(new CellImage(CellImage.magnified(image), place))
        .add(Marks.hatch(unknown))
        .add((g2, view) -> numbers(g2, view, panel));
  }

  private void numbers(Graphics2D g2, Drawing.View view, Panel panel) {
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double value = panel.values()[row * side + column];
        if (!Double.isNaN(value)) {
          String number = String.format(Locale.ROOT, "%.1f", value);
          TextLayout text = new TextLayout(number, FigureStyle.NOTE, g2.getFontRenderContext());
          g2.setPaint(light(colours.rgb(value)) ? FigureStyle.INK : Color.WHITE);
          double half = text.getBounds().getWidth() / 2;
          double lift = text.getBounds().getHeight() / 2;
          text.draw(g2, (float) (view.x(column) - half), (float) (view.y(row) + lift));
        }
      }
    }
  }

  private static boolean light(int rgb) {
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) > LIGHT;
  }

  private SymbolAxis axis(String label, boolean named) {
    SymbolAxis axis = new SymbolAxis("", figure.names().toArray(String[]::new));
    FigureStyle.dress(axis, label);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, side - 0.5);
    axis.setTickLabelsVisible(named);
    return axis;
  }
}
