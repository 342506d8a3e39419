package org.debye.spark.file;

import java.net.URI;
import java.util.List;
import org.debye.hdf5.SourceFile;

/**
 * What a listing found.
 *
 * @param files each once, in no order
 * @param missing inputs that were named and are not there
 */
public record ListedSources(List<SourceFile> files, List<URI> missing) {
  public ListedSources {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }
}
