package org.debye.hdf5;

import java.io.Serializable;
import java.net.URI;

/**
 * A file as a listing shows it.
 *
 * @param size bytes
 * @param modified milliseconds since 1970
 */
public record SourceFile(URI uri, long size, long modified) implements Serializable {
  /** The last path element. */
  public String name() {
    String path = uri.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
