package org.debye.figures;

import java.util.List;

/**
 * A score from 0 to 1 by group and series, as bars side by side, each with a second, narrower one
 * within it: Fig. 3 of Carbone et al. 2019.
 *
 * @param groups across, as elements
 * @param label of the upward axis
 * @param within what the narrower bars are
 * @param note a line below the legend
 * @param panels above one another
 */
public record GroupedBars(
    String title, List<String> groups, String label, String within, String note, List<Panel> panels)
    implements PageFigure {

  /**
   * A height with what it varies by.
   *
   * @param height NaN for none
   * @param deviation NaN for none
   */
  public record Bar(double height, double deviation) {}

  /**
   * One series.
   *
   * @param name the same in every panel; the legend has it once
   * @param bars one a group
   * @param within narrower ones, one a group, or none
   */
  public record Series(String name, List<Bar> bars, List<Bar> within) {
    public Series {
      bars = List.copyOf(bars);
      within = List.copyOf(within);
    }
  }

  /** One panel. */
  public record Panel(String title, List<Series> series) {
    public Panel {
      series = List.copyOf(series);
    }
  }

  public GroupedBars {
    groups = List.copyOf(groups);
    panels = List.copyOf(panels);
    if (panels.isEmpty() || groups.isEmpty()) {
      throw new IllegalArgumentException("no bar to show");
    }
    for (Panel panel : panels) {
      for (Series series : panel.series()) {
        if (series.bars().size() != groups.size()
            || (!series.within().isEmpty() && series.within().size() != groups.size())) {
          throw new IllegalArgumentException(
              series.name() + " has other bars than one for each of " + groups);
        }
      }
    }
  }

  @Override
  public Page page() {
    return GroupedBarsPage.of(this);
  }
}
