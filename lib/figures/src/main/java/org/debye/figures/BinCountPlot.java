package org.debye.figures;

import java.util.List;

/**
 * Classification confidence, epochs and time of training of binned networks against the number of
 * bins: Figs 4.6 and 5.9 of Sun's thesis. A panel for each of the three that is known.
 *
 * @param models one or more, told apart by colour and sign
 */
public record BinCountPlot(String title, List<Model> models) implements PageFigure {

  /**
   * One kind of network.
   *
   * @param bins numbers of bins, rising
   * @param confidence 0 to 1, one for each; NaN where unknown
   * @param epochs of training; likewise
   * @param seconds of training; likewise
   */
  public record Model(
      String name, int[] bins, double[] confidence, double[] epochs, double[] seconds) {
    public Model {
      int count = bins.length;
      if (count == 0
          || confidence.length != count
          || epochs.length != count
          || seconds.length != count) {
        throw new IllegalArgumentException(
            "%s: %d numbers of bins, %d confidences, %d epochs, %d times"
                .formatted(name, count, confidence.length, epochs.length, seconds.length));
      }
    }
  }

  public BinCountPlot {
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no model to show");
    }
  }

  @Override
  public Page page() {
    return BinCountPage.of(this);
  }
}
