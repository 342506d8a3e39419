package org.debye.frame;

/** What the distance from the beam is measured in, in the unit that pyFAI computes with. */
public enum RadialQuantity {
  /** Scattering angle, rad. */
  TWO_THETA,
  /** Length of the scattering vector, 1/nm. */
  Q,
  /** Distance from the beam in the plane normal to it, m. */
  RADIUS
}
