package org.debye.hdf5;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;

/** Opens files by URI: local ones here, any Hadoop file system in lib/spark. Shipped to tasks. */
public interface FileOpener extends Serializable {
  /**
   * Opens for reading.
   *
   * @throws java.io.FileNotFoundException or NoSuchFileException where there is none
   */
  PositionedFile open(URI uri) throws IOException;

  /** Whether a file (not a directory) is there. */
  boolean exists(URI uri) throws IOException;
}
