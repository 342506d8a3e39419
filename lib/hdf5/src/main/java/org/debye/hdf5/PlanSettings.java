package org.debye.hdf5;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of where frames are and what else to read.
 *
 * @param dataset absolute path of the frame dataset, or null to find it
 * @param allowedRoots directories, besides that of the file itself, that links may lead into
 * @param conditions numeric datasets to keep with the frames: an absolute path, or a last name that
 *     is unique in the file ({@code pressure})
 */
public record PlanSettings(
    @Nullable String dataset, List<URI> allowedRoots, List<String> conditions)
    implements Serializable {
  public PlanSettings {
    allowedRoots = List.copyOf(allowedRoots);
    conditions = List.copyOf(conditions);
    if (dataset != null && dataset.isBlank()) {
      throw new IllegalArgumentException("the dataset path is blank; leave it out to find it");
    }
  }

  /** Find the dataset; follow links only into the directory of the file; no conditions. */
  public static PlanSettings defaults() {
    return new PlanSettings(null, List.of(), List.of());
  }
}
