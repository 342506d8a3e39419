package org.debye.frame;

import java.io.Serializable;

/** Where a module's first pixel stands in the assembled image, in pixels, both non-negative. */
public record ModulePlacement(int row, int column) implements Serializable {
  public ModulePlacement {
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException(
          "module placement must be non-negative: " + row + ", " + column);
    }
  }
}
