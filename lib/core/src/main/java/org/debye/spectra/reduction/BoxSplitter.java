package org.debye.spectra.reduction;

import org.debye.frame.PixelPositions;
import org.debye.frame.RadialQuantity;
import org.debye.spectra.reduction.RadialBins.Extent;
import org.jspecify.annotations.Nullable;

/**
 * Bounding box: a pixel is a box from centre - d to centre + d, where d is the distance to the
 * farthest of its corners. As in pyFAI, a pixel that begins up to one bin below the range, or ends
 * above it, counts with its whole weight: what lies outside goes to the bin at the edge.
 */
final class BoxSplitter extends PixelSplitter {
  private static final double TURN = 2 * Math.PI;

  private final double[] radii;
  private final double[] reach;
  private final double[] angles;
  private final double[] angleReach;
  private float[] upper;
  private float[] lower;
  private int lowerRow = -1;
  private final float[] upperAngles;
  private final float[] lowerAngles;

  BoxSplitter(PixelPositions positions, RadialQuantity quantity, @Nullable AzimuthFilter azimuths) {
    super(positions, quantity, azimuths);
    int columns = positions.shape().columns();
    this.radii = new double[columns];
    this.reach = new double[columns];
    this.upper = new float[columns + 1];
    this.lower = new float[columns + 1];
    boolean angular = azimuths != null;
    this.angles = new double[angular ? columns : 0];
    this.angleReach = new double[angular ? columns : 0];
    this.upperAngles = new float[angular ? columns + 1 : 0];
    this.lowerAngles = new float[angular ? columns + 1 : 0];
  }

  @Override
  void startRow(int row) {
    positions.centreRadii(quantity, row, radii);
    if (lowerRow == row) {
      float[] swap = upper;
      upper = lower;
      lower = swap;
    } else {
      positions.cornerRadii(quantity, row, upper);
    }
    positions.cornerRadii(quantity, row + 1, lower);
    lowerRow = row + 1;
    for (int c = 0; c < radii.length; c++) {
      double above = Math.max(Math.abs(upper[c] - radii[c]), Math.abs(upper[c + 1] - radii[c]));
      double below = Math.max(Math.abs(lower[c] - radii[c]), Math.abs(lower[c + 1] - radii[c]));
      reach[c] = Math.max(above, below);
    }
    if (azimuths != null) {
      startAngles(row);
    }
  }

  private void startAngles(int row) {
    positions.centreAzimuths(row, angles);
    positions.cornerAzimuths(row, upperAngles);
    positions.cornerAzimuths(row + 1, lowerAngles);
    for (int c = 0; c < angles.length; c++) {
      double above =
          Math.max(apart(upperAngles[c], angles[c]), apart(upperAngles[c + 1], angles[c]));
      double below =
          Math.max(apart(lowerAngles[c], angles[c]), apart(lowerAngles[c + 1], angles[c]));
      angleReach[c] = Math.max(above, below);
    }
  }

  private static double apart(double one, double other) {
    double difference = Math.abs(one - other) % TURN;
    return Math.min(difference, TURN - difference);
  }

  @Override
  Extent rowExtent(boolean[] mask, int offset, Extent before) {
    double smallest = before.smallest();
    double largest = before.largest();
    for (int c = 0; c < radii.length; c++) {
      if (!mask[offset + c]) {
        smallest = Math.min(smallest, radii[c] - reach[c]);
        largest = Math.max(largest, radii[c] + reach[c]);
      }
    }
    return new Extent(smallest, largest);
  }

  @Override
  int split(int column, RadialBins bins) {
    if (azimuths != null) {
      double angle = azimuths.counted(angles[column]);
      if (!azimuths.touches(angle - angleReach[column], angle + angleReach[column])) {
        return 0;
      }
    }
    double low = bins.position(radii[column] - reach[column]);
    double high = bins.position(radii[column] + reach[column]);
    int last = (int) high;
    int first = (int) low;
    if (last < 0 || first >= bins.count()) {
      return 0;
    }
    first = Math.max(first, 0);
    last = Math.min(last, bins.count() - 1);
    int count = last - first + 1;
    reserve(count);
    firstBin = first;
    if (count == 1) {
      weights[0] = 1;
      return 1;
    }
    double perBin = 1.0 / (high - low);
    weights[0] = (float) (perBin * (first + 1 - low));
    for (int i = 1; i < count - 1; i++) {
      weights[i] = (float) perBin;
    }
    weights[count - 1] = (float) (perBin * (high - last));
    return count;
  }
}
