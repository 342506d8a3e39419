package org.debye.spark.reduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.jspecify.annotations.Nullable;

/** Files of spectra as datasets: each one by itself, or those of repeated scans together. */
final class ScanFiles {
  private ScanFiles() {}

  /**
   * Datasets of files.
   *
   * <p>The first scan of a dataset is the first by name: its energies are those of the mean.
   *
   * @param merge regular expression: files of a folder whose names, without extension, are alike
   *     when what it finds first is taken out, are one dataset; null for none
   */
  static List<StackCandidate> candidates(List<SourceFile> files, @Nullable String merge) {
    if (merge == null) {
      return files.stream().map(file -> new StackCandidate(name(file), List.of(file))).toList();
    }
    Pattern pattern = Pattern.compile(merge);
    Map<String, List<SourceFile>> together = new TreeMap<>();
    List<SourceFile> byName = new ArrayList<>(files);
    byName.sort(Comparator.comparing(SourceFile::uri));
    for (SourceFile file : byName) {
      String place = file.uri().toString();
      String folder = place.substring(0, place.lastIndexOf('/') + 1);
      together.computeIfAbsent(folder + cut(file, pattern), any -> new ArrayList<>()).add(file);
    }
    return together.values().stream()
        .map(
            scans ->
                new StackCandidate(
                    scans.size() == 1 ? name(scans.get(0)) : cut(scans.get(0), pattern), scans))
        .toList();
  }

  private static String cut(SourceFile file, Pattern pattern) {
    String cut = pattern.matcher(name(file)).replaceFirst("");
    return cut.isEmpty() ? name(file) : cut;
  }

  private static String name(SourceFile file) {
    return file.name().replaceFirst("(?<=.)\\.[^.]*$", "");
  }
}
