package org.debye.hdf5.link;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Directories that links may lead into. A path is compared after {@code ..} is taken out; on the
 * local file system symbolic links are followed first, so that neither leads out.
 */
public final class AllowedRoots {
  private final List<URI> roots;

  /** The directory of the file that links start from is usually one of them. */
  public AllowedRoots(List<URI> roots) {
    this.roots = List.copyOf(roots);
  }

  /** Whether the file may be opened. It need not exist. */
  public boolean allow(URI file) {
    URI plain = decoded(file);
    if (plain == null || plain.getPath() == null || plain.getPath().startsWith("/..")) {
      return false;
    }
    return roots.stream().anyMatch(root -> within(root, plain)) && realPathWithin(plain);
  }

  /** Without {@code ..}, that which is written as {@code %2e%2e} and file systems decode too. */
  private static @Nullable URI decoded(URI file) {
    try {
      return new URI(file.getScheme(), file.getAuthority(), file.getPath(), null, null).normalize();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean within(URI root, URI file) {
    return scheme(root).equals(scheme(file))
        && Objects.equals(authority(root), authority(file))
        && file.getPath().startsWith(directory(root.normalize().getPath()));
  }

  private boolean realPathWithin(URI file) {
    if (!scheme(file).equals("file")) {
      return true;
    }
    Path real = real(Path.of(file.getPath()));
    return real == null
        || roots.stream()
            .filter(root -> scheme(root).equals("file"))
            .map(root -> real(Path.of(root.getPath())))
            .anyMatch(root -> root != null && real.startsWith(root));
  }

  /** Null for what is not there. */
  private static @Nullable Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return null;
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "file" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String authority(URI uri) {
    String authority = uri.getAuthority();
    return authority == null || authority.isEmpty() ? null : authority;
  }

  private static String directory(String path) {
    return path.endsWith("/") ? path : path + "/";
  }

  @Override
  public String toString() {
    return roots.toString();
  }
}
