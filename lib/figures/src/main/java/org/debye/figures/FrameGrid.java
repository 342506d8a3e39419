package org.debye.figures;

import java.util.Arrays;
import org.debye.spectra.SpectralAxis;

/**
 * Spectra by frame, pooled as they come into a grid no larger than a picture can show: at most 1200
 * columns along the axis and 800 rows of frames, 8 MB, whatever the number of frames. Frames that
 * are never added, and points that are NaN, stay NaN. Not thread safe.
 */
public final class FrameGrid {
  static final int LARGEST_COLUMNS = 1200;
  static final int LARGEST_ROWS = 800;

  private final SpectralAxis axis;
  private final int frames;
  private final Pooling pooling;
  private final int rows;
  private final AxisColumns columns;
  private final float[] cells;
  private final int[] counts;

  /**
   * An empty grid.
   *
   * @param axis strictly ascending or descending, at least two points
   * @param frames frames 0 to frames - 1 may be added
   */
  public FrameGrid(SpectralAxis axis, int frames, Pooling pooling) {
    if (frames < 1) {
      throw new IllegalArgumentException("a map needs at least one frame, got " + frames);
    }
    this.axis = axis;
    this.frames = frames;
    this.pooling = pooling;
    this.columns = new AxisColumns(axis.values(), LARGEST_COLUMNS);
    this.rows = Math.min(frames, LARGEST_ROWS);
    this.cells = new float[rows * columns.count()];
    this.counts = new int[pooling == Pooling.MEAN ? cells.length : 0];
    Arrays.fill(cells, Float.NaN);
  }

  /**
   * Takes in one frame.
   *
   * @param frame within 0 and frames - 1
   * @param intensity as long as the axis; not kept
   */
  public void add(int frame, float[] intensity) {
    if (frame < 0 || frame >= frames || intensity.length != axis.points()) {
      throw new IllegalArgumentException(
          "frame %d of %d points does not fit a map of %d frames of %d points"
              .formatted(frame, intensity.length, frames, axis.points()));
    }
    int first = (int) ((long) frame * rows / frames) * columns.count();
    for (int column = 0; column < columns.count(); column++) {
      for (int i = columns.from(column); i < columns.to(column); i++) {
        if (!Float.isNaN(intensity[i])) {
          pool(first + column, intensity[i]);
        }
      }
    }
  }

  private void pool(int cell, float value) {
    if (pooling == Pooling.MAXIMUM) {
      cells[cell] = Float.isNaN(cells[cell]) ? value : Math.max(cells[cell], value);
    } else {
      counts[cell]++;
      cells[cell] =
          Float.isNaN(cells[cell]) ? value : cells[cell] + (value - cells[cell]) / counts[cell];
    }
  }

  public SpectralAxis axis() {
    return axis;
  }

  public int frames() {
    return frames;
  }

  int rows() {
    return rows;
  }

  AxisColumns columns() {
    return columns;
  }

  /** Row 0 holds the first frames; column 0 the smallest axis values. */
  float cell(int row, int column) {
    return cells[row * columns.count() + column];
  }

  /**
   * Values below which these shares of the finite cells lie; two NaN where no cell is finite.
   *
   * @param least cells at or below this are left out
   */
  double[] quantiles(double lowShare, double highShare, double least) {
    float[] sorted = new float[cells.length];
    int finite = 0;
    for (float cell : cells) {
      if (Float.isFinite(cell) && cell > least) {
        sorted[finite++] = cell;
      }
    }
    if (finite == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    Arrays.sort(sorted, 0, finite);
    return new double[] {
      sorted[(int) Math.round(lowShare * (finite - 1))],
      sorted[(int) Math.round(highShare * (finite - 1))]
    };
  }

  boolean hasMissing() {
    for (float cell : cells) {
      if (Float.isNaN(cell)) {
        return true;
      }
    }
    return false;
  }
}
