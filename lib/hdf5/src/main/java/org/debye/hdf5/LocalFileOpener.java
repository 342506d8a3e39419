package org.debye.hdf5;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens {@code file:} URIs, and URIs without a scheme, which are paths. */
public final class LocalFileOpener implements FileOpener {
  private static final long serialVersionUID = 1L;

  @Override
  public PositionedFile open(URI uri) throws IOException {
    return LocalFile.open(path(uri));
  }

  @Override
  public boolean exists(URI uri) {
    return Files.isRegularFile(path(uri));
  }

  private static Path path(URI uri) {
    return uri.getScheme() == null ? Path.of(uri.getPath()) : Path.of(uri);
  }
}
