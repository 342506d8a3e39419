package org.debye.figures;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.data.Range;

/** The number of points in each of many small cells, as greys from light to dark; none is clear. */
final class DensityImage {
  /** Grey of a middling density, for a legend. */
  static final int MIDDLE = 0xA8A8A8;

  private static final int LEAST = 40;
  private static final int MOST = 120;
  private static final int PALEST = 0xDC;
  private static final int DARKEST = 0x74;

  private DensityImage() {}

  static CellImage of(double[] x, double[] y, Range across, Range up) {
    int cells = (int) Math.max(LEAST, Math.min(MOST, 0.7 * Math.sqrt(x.length)));
    int[] counts = new int[cells * cells];
    int most = 1;
    for (int i = 0; i < x.length; i++) {
      int column = (int) Math.floor(cells * (x[i] - across.getLowerBound()) / across.getLength());
      int row = (int) Math.floor(cells * (y[i] - up.getLowerBound()) / up.getLength());
      boolean within = Double.isFinite(x[i] + y[i]) && column >= 0 && column < cells;
      if (within && row >= 0 && row < cells) {
        most = Math.max(most, ++counts[row * cells + column]);
      }
    }
    BufferedImage image = new BufferedImage(cells, cells, BufferedImage.TYPE_INT_ARGB);
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        double level = most == 1 ? 1 : Math.log(counts[cell]) / Math.log(most);
        int grey = (int) Math.round(PALEST + level * (DARKEST - PALEST));
        image.setRGB(
            cell % cells, cells - 1 - cell / cells, 0xFF000000 | grey << 16 | grey << 8 | grey);
      }
    }
    return new CellImage(
        CellImage.magnified(image),
        new Rectangle2D.Double(
            across.getLowerBound(), up.getLowerBound(), across.getLength(), up.getLength()));
  }
}
