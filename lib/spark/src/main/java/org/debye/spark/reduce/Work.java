package org.debye.spark.reduce;

import java.io.Serializable;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.provenance.Digest;

/**
 * A dataset to be done.
 *
 * @param datasetId the candidate's name and eight digits of a digest of its first file's URI and
 *     the configuration: the same when the sources grow or change, another one for each
 *     configuration
 * @param fingerprint digest of all sources' URIs, sizes and times
 * @param replaces whether the tables hold rows of an earlier state of it
 */
public record Work(String datasetId, StackCandidate candidate, String fingerprint, boolean replaces)
    implements Serializable {

  static Work of(StackCandidate candidate, String configHash) {
    Digest sources = new Digest();
    for (SourceFile file : candidate.files()) {
      sources.add(file.uri()).add(file.size()).add(file.modified());
    }
    String first = candidate.files().get(0).uri().toString();
    String id =
        candidate.name() + "-" + new Digest().add(first).add(configHash).hex().substring(0, 8);
    return new Work(id, candidate, sources.hex(), false);
  }

  Work replacing() {
    return new Work(datasetId, candidate, fingerprint, true);
  }

  /** Bytes of its files. */
  long size() {
    long size = 0;
    for (SourceFile file : candidate.files()) {
      size += file.size();
    }
    return size;
  }
}
