package org.debye.figures;

import java.awt.image.BufferedImage;

/**
 * A matrix as an image with no more pixels than a page shows: a pixel has the value of largest size
 * among those that fall on it, so that no single strong one is lost. First row at the top.
 */
final class MatrixImage {
  private static final int LARGEST = 1000;

  private MatrixImage() {}

  /**
   * The image.
   *
   * @param values row by row; NaN is grey
   */
  static BufferedImage of(double[] values, int rows, int columns, Colours colours) {
    int height = Math.min(rows, LARGEST);
    int width = Math.min(columns, LARGEST);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double value =
            strongest(
                values,
                columns,
                new int[] {at(y, rows, height), at(y + 1, rows, height)},
                new int[] {at(x, columns, width), at(x + 1, columns, width)});
        image.setRGB(x, y, colours.rgb(value));
      }
    }
    return image;
  }

  private static int at(int pixel, int cells, int pixels) {
    return (int) ((long) pixel * cells / pixels);
  }

  private static double strongest(double[] values, int columns, int[] rows, int[] within) {
    double strongest = Double.NaN;
    for (int row = rows[0]; row < rows[1]; row++) {
      for (int column = within[0]; column < within[1]; column++) {
        double value = values[row * columns + column];
        if (!(Math.abs(value) <= Math.abs(strongest)) && !Double.isNaN(value)) {
          strongest = value;
        }
      }
    }
    return strongest;
  }
}
