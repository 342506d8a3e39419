package org.debye.spectra.reduction;

import java.util.Arrays;
import org.debye.frame.PixelPositions;
import org.debye.frame.RadialQuantity;
import org.debye.spectra.reduction.RadialBins.Extent;
import org.jspecify.annotations.Nullable;

/**
 * Full splitting: a pixel's outline is a quadrilateral of straight edges in (radius, azimuth), and
 * each bin gets its share of the area, which is the sum of the areas under the edges. The share is
 * of the area inside the range.
 *
 * <p>Areas under edges are held in single precision, as pyFAI does: the coefficients are good to
 * about 1e-4, and agree with pyFAI's.
 */
final class OutlineSplitter extends PixelSplitter {
  private static final double TURN = 2 * Math.PI;

  private final float[][] radii;
  private final float[][] angles;
  private final boolean reversed;
  private int lowerRow = -1;

  /** Radius and azimuth of the four corners, in the order that the outline is travelled. */
  private final double[] radial = new double[4];

  private final double[] azimuthal = new double[4];

  OutlineSplitter(
      PixelPositions positions, RadialQuantity quantity, @Nullable AzimuthFilter azimuths) {
    super(positions, quantity, azimuths);
    int corners = positions.shape().columns() + 1;
    this.radii = new float[2][corners];
    this.angles = new float[2][corners];
    this.reversed = positions.outlineReversed();
  }

  @Override
  void startRow(int row) {
    if (lowerRow == row) {
      swap(radii);
      swap(angles);
    } else {
      corners(row, 0);
    }
    corners(row + 1, 1);
    lowerRow = row + 1;
  }

  private static void swap(float[][] pair) {
    float[] first = pair[0];
    pair[0] = pair[1];
    pair[1] = first;
  }

  private void corners(int cornerRow, int at) {
    positions.cornerRadii(quantity, cornerRow, radii[at]);
    positions.cornerAzimuths(cornerRow, angles[at]);
    if (azimuths != null) {
      for (int i = 0; i < angles[at].length; i++) {
        angles[at][i] = (float) azimuths.counted(angles[at][i]);
      }
    }
  }

  @Override
  Extent rowExtent(boolean[] mask, int offset, Extent before) {
    double smallest = before.smallest();
    double largest = before.largest();
    for (int c = 0; c < radii[0].length - 1; c++) {
      if (!mask[offset + c]) {
        for (float[] corner : radii) {
          smallest = Math.min(smallest, Math.min(corner[c], corner[c + 1]));
          largest = Math.max(largest, Math.max(corner[c], corner[c + 1]));
        }
      }
    }
    return new Extent(smallest, largest);
  }

  @Override
  int split(int column, RadialBins bins) {
    outline(column);
    closeOverCut();
    for (int i = 0; i < 4; i++) {
      radial[i] = bins.position(radial[i]);
    }
    double nearest = smallest(radial);
    double farthest = largest(radial);
    if (farthest < 0
        || nearest >= bins.count()
        || (azimuths != null && !azimuths.touches(smallest(azimuthal), largest(azimuthal)))) {
      return 0;
    }
    int first = (int) Math.floor(nearest);
    int last = (int) Math.floor(farthest);
    if (first == last) {
      firstBin = first;
      weights[0] = 1;
      return 1;
    }
    firstBin = Math.max(first, 0);
    return share(firstBin, Math.min(last, bins.count() - 1) + 1);
  }

  private void outline(int column) {
    radial[0] = radii[0][column];
    radial[1] = radii[1][column];
    radial[2] = radii[1][column + 1];
    radial[3] = radii[0][column + 1];
    azimuthal[0] = angles[0][column];
    azimuthal[1] = angles[1][column];
    azimuthal[2] = angles[1][column + 1];
    azimuthal[3] = angles[0][column + 1];
  }

  /**
   * A pixel whose outline turns the wrong way lies over the cut of the azimuths; its corners are
   * brought to one side.
   */
  private void closeOverCut() {
    double turning =
        0.5 * ((radial[2] - radial[0]) * (azimuthal[3] - azimuthal[1]))
            - (azimuthal[2] - azimuthal[0]) * (radial[3] - radial[1]);
    if ((reversed ? -turning : turning) <= 0) {
      return;
    }
    boolean atZero = azimuths != null && azimuths.cut() == AzimuthFilter.Cut.AT_ZERO;
    double middle = 0;
    for (int i = 0; i < 4; i++) {
      if (azimuthal[i] < (atZero ? Math.PI : 0)) {
        azimuthal[i] += TURN;
      }
      middle += 0.25 * azimuthal[i];
    }
    if (middle > (atZero ? TURN : Math.PI)) {
      for (int i = 0; i < 4; i++) {
        azimuthal[i] -= TURN;
      }
    }
  }

  /** Fills the weights of bins from (inclusive) to (exclusive); returns their number. */
  private int share(int from, int to) {
    int count = to - from;
    reserve(count);
    Arrays.fill(weights, 0, count, 0);
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) & 3;
      addEdge(radial[i] - from, azimuthal[i], radial[next] - from, azimuthal[next], count);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i];
    }
    if (sum == 0) {
      return 0;
    }
    double scale = 1.0 / sum;
    for (int i = 0; i < count; i++) {
      weights[i] = (float) (weights[i] * scale);
    }
    return count;
  }

  /** Adds the signed area under an edge to the bins that it crosses. */
  private void addEdge(double startX, double startY, double endX, double endY, int count) {
    if (startX == endX) {
      return;
    }
    double slope = (endY - startY) / (endX - startX);
    double intercept = startY - slope * startX;
    boolean forward = endX > startX;
    double low = Math.max(forward ? startX : endX, 0);
    double high = Math.min(forward ? endX : startX, count);
    for (int bin = (int) low; bin < high; bin++) {
      double left = Math.max(low, bin);
      double right = Math.min(high, bin + 1);
      double area = (right - left) * (0.5 * slope * (right + left) + intercept);
      weights[bin] = (float) (weights[bin] + (forward ? area : -area));
    }
  }

  private static double smallest(double[] four) {
    return Math.min(Math.min(four[0], four[1]), Math.min(four[2], four[3]));
  }

  private static double largest(double[] four) {
    return Math.max(Math.max(four[0], four[1]), Math.max(four[2], four[3]));
  }
}
