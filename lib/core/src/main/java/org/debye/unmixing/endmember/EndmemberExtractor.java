package org.debye.unmixing.endmember;

import java.io.Serializable;
import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;

/**
 * A method that names K pure components for a cloud of points, with its settings. Points may have
 * any number of dimensions from K - 1 (coordinates in a subspace) up to a full spectrum's; where a
 * method needs fewer, it reduces them itself and answers in the points' own space. Immutable and
 * thread safe; the same points, settings and stream give the same answer to the last bit.
 */
public sealed interface EndmemberExtractor extends Serializable permits NFindr, Atgp, Vca, Sisal {

  /**
   * Searches the endmembers.
   *
   * @param points N x D
   * @param endmembers K, at least 2
   * @param stream randomness of this one search; deterministic methods leave it untouched
   * @throws org.debye.failure.InputException where the points cannot have K endmembers: see {@link
   *     MixtureInput}
   */
  Extraction extract(Observations points, int endmembers, RandomStream stream);
}
