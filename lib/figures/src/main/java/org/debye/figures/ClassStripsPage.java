package org.debye.figures;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** Lays out {@link ClassStrips}. */
final class ClassStripsPage {
  private static final double THICK = 0.76;
  private static final int LONGEST_NAME = 22;

  private final ClassStrips figure;
  private final AxisPanes panes;

  private ClassStripsPage(ClassStrips figure) {
    this.figure = figure;
    panes = new AxisPanes(figure.frames());
  }

  static Page of(ClassStrips figure) {
    return new ClassStripsPage(figure).page();
  }

  private Page page() {
    int strips = figure.strips().size();
    NumberAxis up = FigureStyle.axis("");
    up.setRange(-0.6, strips - 0.4);
    up.setInverted(true);
    up.setTickUnit(new NumberTickUnit(1, new Names(figure.strips())));
    up.setTickMarksVisible(false);
    Pane pane = panes.pane(up, true).withoutGrid();
    for (int group = 0; group < figure.classes().size(); group++) {
      pane.add(Marks.fill(cells(group), colour(group)));
    }
    PaneGrid grid = new PaneGrid(new double[] {1}, new double[] {1}).put(0, 0, pane);
    Page page = new Page(figure.title(), 150 + Math.max(90, Math.min(600, 34 * strips)), grid);
    for (int group = 0; group < figure.classes().size(); group++) {
      page.with(LegendEntry.patch(figure.classes().get(group), colour(group)));
    }
    return page;
  }

  /** Runs of one class as rectangles. */
  private Path2D cells(int group) {
    Path2D path = new Path2D.Double();
    int frames = figure.frames().points();
    double step = panes.range().getLength() / frames;
    for (int s = 0; s < figure.strips().size(); s++) {
      int[] classes = figure.strips().get(s).classes();
      int from = 0;
      while (from < frames) {
        int to = from;
        while (to < frames && classes[to] == group) {
          to++;
        }
        if (to > from) {
          path.append(
              new Rectangle2D.Double(
                  panes.range().getLowerBound() + from * step,
                  s - THICK / 2,
                  (to - from) * step,
                  THICK),
              false);
        }
        from = Math.max(to, from + 1);
      }
    }
    return path;
  }

  private static Color colour(int group) {
    return SeriesStyle.paired(group).colour();
  }

  /** Writes a strip's name where the axis counts strips. */
  private static final class Names extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private final transient List<ClassStrips.Strip> strips;

    Names(List<ClassStrips.Strip> strips) {
      this.strips = strips;
    }

    @Override
    public StringBuffer format(double place, StringBuffer out, FieldPosition position) {
      int strip = (int) Math.round(place);
      return strip < 0 || strip >= strips.size()
          ? out
          : out.append(
              FigureStyle.text(FigureStyle.shortened(strips.get(strip).name(), LONGEST_NAME)));
    }

    @Override
    public StringBuffer format(long place, StringBuffer out, FieldPosition position) {
      return format((double) place, out, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
      throw new UnsupportedOperationException("a name is only written");
    }
  }
}
