package org.debye.figures;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.data.Range;

/** The number of points in each of many small cells, as greys from light to dark; none is clear. */
final class DensityImage {
  /** Grey of a middling density, for a legend. */
  static final int MIDDLE = 0xA8A8A8;

  private static final int CELLS = 110;
  private static final int PALEST = 0xDC;
  private static final int DARKEST = 0x74;

  private DensityImage() {}

  static CellImage of(double[] x, double[] y, Range across, Range up) {
    int[] counts = new int[CELLS * CELLS];
    int most = 1;
    for (int i = 0; i < x.length; i++) {
      int column = (int) Math.floor(CELLS * (x[i] - across.getLowerBound()) / across.getLength());
      int row = (int) Math.floor(CELLS * (y[i] - up.getLowerBound()) / up.getLength());
      boolean within = Double.isFinite(x[i] + y[i]) && column >= 0 && column < CELLS;
      if (within && row >= 0 && row < CELLS) {
        most = Math.max(most, ++counts[row * CELLS + column]);
      }
    }
    BufferedImage image = new BufferedImage(CELLS, CELLS, BufferedImage.TYPE_INT_ARGB);
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        double level = most == 1 ? 1 : Math.log(counts[cell]) / Math.log(most);
        int grey = (int) Math.round(PALEST + level * (DARKEST - PALEST));
        image.setRGB(
            cell % CELLS, CELLS - 1 - cell / CELLS, 0xFF000000 | grey << 16 | grey << 8 | grey);
      }
    }
    return new CellImage(
        image,
        new Rectangle2D.Double(
            across.getLowerBound(), up.getLowerBound(), across.getLength(), up.getLength()));
  }
}
