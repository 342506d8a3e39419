package org.debye.learning.storage;

import org.debye.learning.network.Scorer;

/** A network that tells classes apart: what prediction needs of it besides. */
public interface BuiltClassifier extends BuiltNetwork {
  /** What predicts and is explained. */
  Scorer scorer();
}
