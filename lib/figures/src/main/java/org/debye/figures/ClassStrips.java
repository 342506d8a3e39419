package org.debye.figures;

import java.util.List;

/**
 * Which class each frame of a series was given, a strip for each model or number of bins: where
 * strips change colour more than once is the ambiguous zone of Figs 4.5 and 5.10 of Sun's thesis.
 *
 * @param frames of the series, rising by one step
 * @param classes their names
 * @param strips from the top
 */
public record ClassStrips(String title, ScaledAxis frames, List<String> classes, List<Strip> strips)
    implements PageFigure {

  /**
   * One strip.
   *
   * @param name as {@code 18 bins}, {@code truth}
   * @param classes of each frame, its place among the names; -1 where there is none
   */
  public record Strip(String name, int[] classes) {}

  public ClassStrips {
    classes = List.copyOf(classes);
    strips = List.copyOf(strips);
    frames.requireRising();
    if (strips.isEmpty()) {
      throw new IllegalArgumentException("no strip to show");
    }
    for (Strip strip : strips) {
      if (strip.classes().length != frames.points()) {
        throw new IllegalArgumentException(
            "%s has classes of %d frames of %d"
                .formatted(strip.name(), strip.classes().length, frames.points()));
      }
    }
  }

  @Override
  public Page page() {
    return ClassStripsPage.of(this);
  }
}
