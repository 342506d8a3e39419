package org.debye.spectra.reduction;

/** How a pixel that lies over several bins is shared among them. */
public enum PixelSplitting {
  /** It belongs to the bin of its centre. */
  NONE,
  /** It is taken as a box in the radial coordinate, as wide as its farthest corner. */
  BOUNDING_BOX,
  /** By the area of its outline, a quadrilateral in radial and azimuthal coordinates. */
  FULL
}
