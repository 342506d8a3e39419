package org.debye.hdf5;

import java.io.Serializable;

/**
 * The detector as an NXdetector group describes it: perpendicular to the beam, no tilt.
 *
 * @param distance sample to detector, m
 * @param rowPixelSize extent of a pixel along the rows axis (NeXus y_pixel_size), m
 * @param columnPixelSize extent along the columns axis (NeXus x_pixel_size), m
 * @param beamRow where the beam hits, pixels from the image's first edge (NeXus beam_center_y)
 * @param beamColumn the same along the columns axis (NeXus beam_center_x)
 */
public record NexusGeometry(
    double distance, double rowPixelSize, double columnPixelSize, double beamRow, double beamColumn)
    implements Serializable {
  public NexusGeometry {
    if (!(distance > 0 && rowPixelSize > 0 && columnPixelSize > 0)) {
      throw new IllegalArgumentException(
          "distance and pixel sizes must be positive: "
              + distance
              + ", "
              + rowPixelSize
              + ", "
              + columnPixelSize);
    }
  }
}
