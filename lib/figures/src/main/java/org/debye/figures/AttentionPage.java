package org.debye.figures;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out {@link AttentionMap}. */
final class AttentionPage {
  private static final int MOST_COLUMNS = 4;

  /** Of a row, by the number of columns: as high as it is wide. */
  private static final int[] HEIGHTS = {600, 385, 262, 202};

  /** Fewer positions than this are counted one by one. */
  private static final int COUNTED = 30;

  private final AttentionMap figure;
  private final Colours colours;
  private final Range across;
  private final Range up;

  private AttentionPage(AttentionMap figure) {
    this.figure = figure;
    colours =
        Colours.over(
            figure.scale(),
            figure.matrices().stream().flatMapToDouble(matrix -> Arrays.stream(matrix.values())));
    across = new AxisPanes(figure.asked()).range();
    up = new AxisPanes(figure.asking()).range();
  }

  static Page of(AttentionMap figure) {
    return new AttentionPage(figure).page();
  }

  private Page page() {
    String quantity = "Attention" + figure.scale().note();
    AttentionMap.Below below = figure.below();
    if (below != null) {
      PaneGrid grid =
          new PaneGrid(new double[] {1}, new double[] {3, 1})
              .put(0, 0, pane(0, true, false))
              .with(new ColourBar(colours, quantity, 0, 0));
      Pane lines = new AxisPanes(below.axis()).lines(below.label(), below.curves(), true);
      lines.across().setRange(across);
      grid.put(1, 0, lines);
      Page page = new Page(figure.title(), 830, grid);
      AxisPanes.legend(below.curves()).forEach(page::with);
      return page;
    }
    int count = figure.matrices().size();
    int columns = count <= MOST_COLUMNS ? count : (count + 1) / 2;
    columns = Math.min(columns, MOST_COLUMNS);
    int rows = (count + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    for (int i = 0; i < count; i++) {
      grid.put(i / columns, i % columns, pane(i, i % columns == 0, i + columns >= count));
    }
    grid.with(new ColourBar(colours, quantity, 0, rows - 1));
    return new Page(figure.title(), 90 + rows * HEIGHTS[columns - 1], grid);
  }

  private Pane pane(int matrix, boolean leftmost, boolean lowest) {
    NumberAxis right = axis(figure.asked(), lowest, across);
    NumberAxis down = axis(figure.asking(), leftmost, up);
    down.setInverted(true);
    Pane pane = new Pane(right, down).withoutGrid().titled(figure.matrices().get(matrix).name());
    if (figure.below() == null && alike()) {
      pane.aspect(Pane.Aspect.SQUARE_CELLS);
    }
    return pane.add(
        new CellImage(
            CellImage.magnified(
                MatrixImage.of(
                    figure.matrices().get(matrix).values(),
                    figure.asking().points(),
                    figure.asked().points(),
                    colours)),
            new Rectangle2D.Double(
                across.getLowerBound(), up.getLowerBound(), across.getLength(), up.getLength())));
  }

  /** Whether rows and columns are the same positions. */
  private boolean alike() {
    return Arrays.equals(figure.asking().values(), figure.asked().values());
  }

  private static NumberAxis axis(ScaledAxis shown, boolean labelled, Range range) {
    NumberAxis axis = FigureStyle.axis(labelled ? shown.label() : "");
    boolean counted = Arrays.stream(shown.values()).allMatch(v -> v == Math.rint(v));
    if (counted && shown.points() < COUNTED) {
      axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    }
    axis.setRange(range);
    axis.setTickLabelsVisible(labelled);
    return axis;
  }
}
