package org.debye.jobs.study.absorption.mixture;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.value.SmallFile;
import org.jspecify.annotations.Nullable;

/**
 * Fractions that chemistry fixes, for measured datasets.
 *
 * @param rows in the order of the file; the first that fits counts
 */
record KnownFractions(List<Row> rows) {
  private static final double ROUNDING = 1e-3;

  /**
   * One line.
   *
   * @param dataset a name, with {@code *} and {@code ?}
   * @param fractions of each class
   * @param reason why
   */
  record Row(String dataset, double[] fractions, String reason) {}

  /**
   * Reads {@code dataset,T4,S5,O6,reason}; lines that begin with # are comments.
   *
   * @param file null for none
   * @throws InputException where a line is not of this form
   */
  static KnownFractions read(@Nullable String file, List<String> classes) {
    List<Row> rows = new ArrayList<>();
    if (file == null) {
      return new KnownFractions(rows);
    }
    String header = "dataset," + String.join(",", classes) + ",reason";
    List<String> lines = SmallFile.text(file).lines().toList();
    boolean begun = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String where = file + ", line " + (i + 1);
      if (!begun) {
        require(line.strip().equals(header), where, "the columns are not " + header);
        begun = true;
      } else {
        rows.add(row(line, classes.size(), where));
      }
    }
    return new KnownFractions(rows);
  }

  private static Row row(String line, int classes, String where) {
    String[] parts = line.split(",", classes + 2);
    require(parts.length == classes + 2, where, "there are " + parts.length + " columns");
    double[] fractions = new double[classes];
    for (int k = 0; k < classes; k++) {
      require(
          parts[k + 1].strip().matches("[01](\\.[0-9]{1,9})?"),
          where,
          "'" + parts[k + 1] + "' is not a fraction");
      fractions[k] = Double.parseDouble(parts[k + 1].strip());
    }
    require(
        Math.abs(Arrays.stream(fractions).sum() - 1) <= ROUNDING,
        where,
        "the fractions do not sum to 1");
    return new Row(parts[0].strip(), fractions, parts[classes + 1].strip());
  }

  private static void require(boolean holds, String where, String problem) {
    if (!holds) {
      throw InputException.of(
          FailureCode.MALFORMED_TEXT,
          where,
          problem,
          "Write lines such as those of conf/xanes-fractions.csv.");
    }
  }

  /** What is known of a spectrum. */
  Optional<Row> of(AskedSpectrum spectrum) {
    return rows.stream()
        .filter(row -> fits(row, spectrum.name()) || fits(row, spectrum.datasetId()))
        .findFirst();
  }

  private static boolean fits(Row row, String name) {
    PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + row.dataset());
    return row.dataset().equals(name) || pattern.matches(Path.of(name));
  }
}
