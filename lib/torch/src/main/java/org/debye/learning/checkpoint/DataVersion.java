package org.debye.learning.checkpoint;

import java.io.Serializable;
import java.util.List;

/**
 * What a model was trained on.
 *
 * @param catalogue its URI
 * @param datasetIds of the training spectra, sorted
 * @param contentHash digest of their intensities and labels in order, as {@link
 *     org.debye.provenance.Digest} makes it: another table of the same names has another one
 */
public record DataVersion(String catalogue, List<String> datasetIds, String contentHash)
    implements Serializable {
  public DataVersion {
    datasetIds = datasetIds.stream().sorted().toList();
  }
}
