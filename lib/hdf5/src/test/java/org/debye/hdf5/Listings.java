package org.debye.hdf5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Local folders as listings. */
final class Listings {
  private Listings() {}

  static List<SourceFile> of(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(h5|hdf5|nxs)"))
          .sorted()
          .map(Listings::file)
          .toList();
    }
  }

  static SourceFile file(Path path) {
    try {
      return new SourceFile(path.toUri(), Files.size(path), 0);
    } catch (IOException e) {
      return new SourceFile(path.toUri(), 0, 0);
    }
  }

  static Planning plan(Path file, PlanSettings settings) {
    SourceFile source = file(file);
    return new StackPlanner(new LocalFileOpener(), settings)
        .plan(new StackCandidate(source.name(), List.of(source)));
  }

  static Planning plan(Path file) {
    return plan(file, PlanSettings.defaults());
  }
}
