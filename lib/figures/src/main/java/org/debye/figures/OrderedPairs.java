package org.debye.figures;

import java.util.List;

/**
 * A score over ordered pairs, as of augmentations one after another (Fig. 7.12 of Sun's thesis):
 * the first upwards, the second across, one alone on the diagonal; a panel for each method.
 *
 * @param names of what is paired
 * @param first what rows are
 * @param second what columns are
 * @param quantity what the colours show, with its unit
 */
public record OrderedPairs(
    String title,
    List<String> names,
    String first,
    String second,
    String quantity,
    List<Panel> panels)
    implements PageFigure {

  /**
   * One method.
   *
   * @param values row by row, the first of a pair its row; NaN where a pair has none
   */
  public record Panel(String title, double[] values) {}

  public OrderedPairs {
    names = List.copyOf(names);
    panels = List.copyOf(panels);
    int cells = names.size() * names.size();
    if (panels.isEmpty() || panels.stream().anyMatch(panel -> panel.values().length != cells)) {
      throw new IllegalArgumentException(panels.size() + " panels of pairs of " + names);
    }
  }

  @Override
  public Page page() {
    return OrderedPairsPage.of(this);
  }
}
