package org.debye.jobs.explore;

/** What connects spectra in the graph that is cut into clusters. */
public enum AffinityKind {
  /** Being among the nearest of one another. */
  NEAREST_NEIGHBOURS,
  /** A Gaussian of their distance. */
  RADIAL_BASIS
}
