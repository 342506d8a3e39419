package org.debye.frame;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How the modules of one detector make the image that the geometry describes: each module is laid
 * at its placement, then the whole is flipped. A single-module detector is the same thing with one
 * placement at (0, 0).
 *
 * @param module shape of every module
 * @param placements one for each module, in the order of the frame stack's modules
 * @param assembled shape of the whole image
 */
public record DetectorLayout(
    FrameShape module, List<ModulePlacement> placements, FrameShape assembled, ImageFlip flip)
    implements Serializable {

  public DetectorLayout {
    placements = List.copyOf(placements);
    for (ModulePlacement placement : placements) {
      if (placement.row() + module.rows() > assembled.rows()
          || placement.column() + module.columns() > assembled.columns()) {
        throw new IllegalArgumentException(
            "module at " + placement + " does not fit into " + assembled);
      }
    }
  }

  /** The smallest image that holds all modules. */
  public static DetectorLayout of(
      FrameShape module, List<ModulePlacement> placements, ImageFlip flip) {
    int rows = 0;
    int columns = 0;
    for (ModulePlacement placement : placements) {
      rows = Math.max(rows, placement.row() + module.rows());
      columns = Math.max(columns, placement.column() + module.columns());
    }
    return new DetectorLayout(module, placements, new FrameShape(rows, columns), flip);
  }

  public static DetectorLayout single(FrameShape shape, ImageFlip flip) {
    return of(shape, List.of(new ModulePlacement(0, 0)), flip);
  }

  /** Index in the assembled, flipped image of a module's pixel. */
  public int pixel(int moduleIndex, int row, int column) {
    ModulePlacement placement = placements.get(moduleIndex);
    int r = placement.row() + row;
    int c = placement.column() + column;
    if (flip == ImageFlip.VERTICAL || flip == ImageFlip.BOTH) {
      r = assembled.rows() - 1 - r;
    }
    if (flip == ImageFlip.HORIZONTAL || flip == ImageFlip.BOTH) {
      c = assembled.columns() - 1 - c;
    }
    return r * assembled.columns() + c;
  }

  /** Pixels of the assembled, flipped image that no module covers: true is a gap. */
  public boolean[] gaps() {
    boolean[] gap = new boolean[assembled.pixels()];
    Arrays.fill(gap, true);
    for (int m = 0; m < placements.size(); m++) {
      for (int row = 0; row < module.rows(); row++) {
        for (int column = 0; column < module.columns(); column++) {
          gap[pixel(m, row, column)] = false;
        }
      }
    }
    return gap;
  }
}
