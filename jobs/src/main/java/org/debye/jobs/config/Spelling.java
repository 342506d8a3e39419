package org.debye.jobs.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what a mistyped key was meant to be. */
public final class Spelling {
  /** No key and no value is longer; the distance to it would take memory by the square. */
  private static final int LONGEST = 200;

  private Spelling() {}

  /**
   * The known key nearest to the given one: in the whole dotted name, or in its last part where the
   * section was forgotten or mistaken. Empty where nothing is near.
   */
  public static Optional<String> nearest(String given, List<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    Comparator<String> byDistance = Comparator.comparingInt(key -> distance(given, key));
    Optional<String> near = known.stream().min(byDistance);
    if (near.isPresent() && distance(given, near.get()) <= Math.max(2, given.length() / 4)) {
      return near;
    }
    String last = lastPart(given);
    return known.stream()
        .filter(key -> distance(last, lastPart(key)) <= last.length() / 4)
        .min(
            Comparator.<String>comparingInt(key -> distance(last, lastPart(key)))
                .thenComparing(byDistance));
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
