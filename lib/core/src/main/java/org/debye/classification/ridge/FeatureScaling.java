package org.debye.classification.ridge;

import java.io.Serializable;

/** Brings features to one scale, so that one penalty fits all. Immutable. */
public sealed interface FeatureScaling extends Serializable permits Standardisation, SparseScaling {

  /** Scales rows in place. */
  void apply(Features features);
}
