package org.debye.jobs.cluster;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The rows of a catalogue's tables without what is another in every run, to be compared. */
final class TableRows {
  /** Who has made it, when, and what was measured of it. */
  private static final Set<String> VOLATILE =
      Set.of(
          "run_id", "start", "end", "finished", "seconds", "peak_memory_bytes", "cpu_s", "wall_s");

  /** A run's id within a text, and the digest of such a text. */
  private static final Pattern RUN =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\"fingerprint\":\")[0-9a-f]+");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

  private TableRows() {}

  /** Each table's rows as JSON, in an order of their own. */
  static Map<String, List<String>> of(SparkSession session, FileSystem files, Path catalogue)
      throws IOException {
    Map<String, List<String>> tables = new TreeMap<>();
    for (FileStatus folder : files.listStatus(catalogue)) {
      if (files.exists(new Path(folder.getPath(), "_delta_log"))) {
        tables.put(folder.getPath().getName(), rows(session, folder.getPath().toString()));
      }
    }
    return tables;
  }

  private static List<String> rows(SparkSession session, String table) {
    session.conf().set("spark.sql.adaptive.enabled", "false");
    Dataset<Row> rows = session.read().format("delta").load(table);
    org.apache.spark.sql.Column[] kept =
        Arrays.stream(rows.columns())
            .filter(column -> !VOLATILE.contains(column))
            .map(functions::col)
            .toArray(org.apache.spark.sql.Column[]::new);
    return rows
        .select(functions.to_json(functions.struct(kept)))
        .toJavaRDD()
        .map(row -> row.getString(0))
        .collect()
        .stream()
        .filter(row -> !row.contains("\"name\":\"seconds\""))
        .map(TableRows::comparable)
        .sorted()
        .toList();
  }

  /**
   * Layers of a probe learn on the driver by libtorch, with as many threads as that has: their last
   * digits are its roundings.
   */
  private static String comparable(String row) {
    String fixed = RUN.matcher(row).replaceAll("RUN");
    return fixed.contains("probe/probe")
        ? NUMBER
            .matcher(fixed)
            .replaceAll(
                found -> String.format(Locale.ROOT, "%.4e", Double.parseDouble(found.group())))
        : fixed;
  }
}
