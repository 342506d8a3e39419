package org.debye.hdf5;

import java.io.Serializable;
import java.util.List;

/**
 * Files that by their names make one dataset: one file, an Eiger master with its data files, or the
 * modules and parts of a LAMBDA series. Nothing has been opened yet.
 *
 * @param name without directory, extension, module and part
 * @param files ordered by module, then part
 */
public record StackCandidate(String name, List<SourceFile> files) implements Serializable {
  public StackCandidate {
    files = List.copyOf(files);
  }
}
