package org.debye.frame;

import java.io.Serializable;

/**
 * The regular gaps of a module detector, and the unlit corners of a round one.
 *
 * @param moduleRows rows of a module; 0 where there are no modules
 * @param moduleColumns columns of a module
 * @param gapRows rows between two modules
 * @param gapColumns columns between two modules
 * @param split each module carries two sensors (CdTe): the two columns in its middle are lost, or
 *     three if its width is odd
 * @param round only the circle inscribed into the image is lit
 */
public record ModuleGaps(
    int moduleRows, int moduleColumns, int gapRows, int gapColumns, boolean split, boolean round)
    implements Serializable {

  public static final ModuleGaps NONE = new ModuleGaps(0, 0, 0, 0, false, false);

  /** Pixels of an image that are no pixels, row major: true is a gap. */
  boolean[] mask(FrameShape image) {
    boolean[] mask = new boolean[image.pixels()];
    for (int row = 0; row < image.rows(); row++) {
      boolean rowIsGap = moduleRows > 0 && row % (moduleRows + gapRows) >= moduleRows;
      for (int column = 0; column < image.columns(); column++) {
        mask[row * image.columns() + column] =
            rowIsGap || columnIsGap(column) || outsideCircle(image, row, column);
      }
    }
    return mask;
  }

  private boolean columnIsGap(int column) {
    if (moduleColumns == 0) {
      return false;
    }
    int inModule = column % (moduleColumns + gapColumns);
    int middle = moduleColumns / 2;
    return inModule >= moduleColumns
        || (split && inModule >= middle - 1 && inModule <= middle + moduleColumns % 2);
  }

  private boolean outsideCircle(FrameShape image, int row, int column) {
    if (!round) {
      return false;
    }
    double radius = Math.floorDiv(image.rows(), 2);
    double y = row + 0.5 - radius;
    double x = column + 0.5 - Math.floorDiv(image.columns(), 2);
    return y * y + x * x > radius * radius;
  }
}
