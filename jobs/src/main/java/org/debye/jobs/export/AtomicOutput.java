package org.debye.jobs.export;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * A local file or folder that is there whole or not at all: it is written beside its place and
 * moved there at the end.
 */
public final class AtomicOutput implements Closeable {
  private final Path target;
  private final Path temporary;

  private AtomicOutput(Path target) {
    this.target = target;
    this.temporary =
        target.resolveSibling(
            "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
  }

  /**
   * Prepares writing to a local path or {@code file:} URI; its folder is made where there is none.
   *
   * @throws InputException it is there and is not to be overwritten, or cannot be written
   */
  public static AtomicOutput at(String place, boolean overwrite) {
    Path target = local(place);
    if (Files.exists(target) && !overwrite) {
      throw wrong(place, "it is there already", "Name another output or set overwrite=true.");
    }
    try {
      Path parent = target.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      AtomicOutput output = new AtomicOutput(target);
      delete(output.temporary);
      return output;
    } catch (IOException e) {
      throw wrong(place, "it cannot be written (" + e + ")", "Name another output.");
    }
  }

  /** Where to write until all is done. Nothing is there yet. */
  public Path temporary() {
    return temporary;
  }

  public Path target() {
    return target;
  }

  /** Puts what was written into its place. */
  public void commit() throws IOException {
    if (Files.isDirectory(target)) {
      Path old = temporary.resolveSibling(temporary.getFileName() + ".old");
      Files.move(target, old);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
    } else {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes what was written and not committed. */
  @Override
  public void close() throws IOException {
    delete(temporary);
  }

  private static Path local(String place) {
    try {
      if (place.startsWith("file:")) {
        return Path.of(URI.create(place)).toAbsolutePath().normalize();
      }
      if (place.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
        throw wrong(place, "this is not a local path", "Export to a local file and copy it there.");
      }
      return Path.of(place).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrong(place, "this is not a path", "Name a local file or folder.");
    }
  }

  private static InputException wrong(String place, String problem, String remedy) {
    return InputException.of(FailureCode.INVALID_CONFIGURATION, place, problem, remedy);
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      List<Path> paths;
      try (Stream<Path> walk = Files.walk(tree)) {
        paths = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : paths) {
        Files.delete(path);
      }
    }
  }
}
