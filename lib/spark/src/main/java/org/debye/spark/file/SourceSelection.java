package org.debye.spark.file;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Which files of a directory or pattern are inputs, by globs of their names. A file that is named
 * itself is always one.
 *
 * @param include any of them; the HDF5 extensions if empty
 * @param exclude none of them
 */
public record SourceSelection(List<String> include, List<String> exclude) {
  /** What HDF5 files are named. */
  public static final List<String> HDF5 =
      List.of("*.h5", "*.hdf5", "*.nxs", "*.nx5", "*.cxi", "*.hdf", "*.he5");

  /** What files of spectra are named. */
  public static final List<String> SPECTRA =
      List.of(
          "*.xy", "*.dat", "*.csv", "*.txt", "*.xdi", "*.prj", "*.npy", "*.chi", "*.xye", "*.fxye",
          "*.nor");

  public SourceSelection {
    include = include.isEmpty() ? HDF5 : List.copyOf(include);
    exclude = List.copyOf(exclude);
    matchers(include);
    matchers(exclude);
  }

  /** Every HDF5 file. */
  public static SourceSelection hdf5() {
    return new SourceSelection(List.of(), List.of());
  }

  /** Every file that is named as spectra are. */
  public static SourceSelection spectra() {
    return new SourceSelection(SPECTRA, List.of());
  }

  /** Makes a test of file names; hidden files never pass. */
  public java.util.function.Predicate<String> names() {
    List<PathMatcher> wanted = matchers(include);
    List<PathMatcher> unwanted = matchers(exclude);
    return name -> {
      Path path = Path.of(name);
      return !name.startsWith(".")
          && wanted.stream().anyMatch(matcher -> matcher.matches(path))
          && unwanted.stream().noneMatch(matcher -> matcher.matches(path));
    };
  }

  private static List<PathMatcher> matchers(List<String> globs) {
    return globs.stream()
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .toList();
  }
}
