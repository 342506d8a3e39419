package org.debye.hdf5;

import java.io.Serializable;

/** Which stored dataset holds which frames of which module. Opaque outside of this package. */
public final class StackSegments implements Serializable {
  private static final long serialVersionUID = 1L;

  StackSegments() {}

  StackSegments slice(long first, long count) {
    return this;
  }
}
