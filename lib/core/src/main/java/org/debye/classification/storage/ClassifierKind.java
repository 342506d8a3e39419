package org.debye.classification.storage;

/** Which fitted classifier arrays are of. */
public enum ClassifierKind {
  MINIROCKET_RIDGE,
  HYDRA_RIDGE,
  COMPONENT_SOFTMAX,
  DECISION_FOREST,
  CLASS_ENDMEMBERS
}
