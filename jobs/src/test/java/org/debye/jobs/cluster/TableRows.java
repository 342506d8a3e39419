package org.debye.jobs.cluster;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The rows of a catalogue's tables without what is another in every run, to be compared. */
final class TableRows {
  /** Who has made it, when, and what was measured of it. */
  private static final Set<String> VOLATILE =
      Set.of(
          "run_id", "start", "end", "finished", "seconds", "cpu_s", "wall_s", "peak_memory_bytes");

  private static final String RUN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

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
    Dataset<Row> rows = timeless(session.read().format("delta").load(table));
    Column[] kept =
        Arrays.stream(rows.columns())
            .filter(column -> !VOLATILE.contains(column))
            .map(functions::col)
            .toArray(Column[]::new);
    return rows
        .select(functions.to_json(functions.struct(kept)))
        .toJavaRDD()
        .map(row -> row.getString(0).replaceAll(RUN, "RUN"))
        .collect()
        .stream()
        .sorted()
        .toList();
  }

  /** Rows of metrics that hold a time lose it, and maps their entries that do. */
  private static Dataset<Row> timeless(Dataset<Row> rows) {
    Dataset<Row> timeless = rows;
    List<String> columns = List.of(rows.columns());
    if (columns.containsAll(List.of("name", "value"))) {
      Column time = functions.col("name").endsWith("seconds");
      timeless =
          timeless.withColumn("value", functions.when(functions.not(time), functions.col("value")));
    }
    if (columns.contains("cell_id") && columns.contains("metrics")) {
      Column metrics =
          functions.map_filter(
              functions.col("metrics"),
              (key, value) -> functions.not(key.endsWith("seconds").or(key.endsWith("bytes"))));
      // What a prediction is recognised by names the run that made its spectra.
      timeless =
          timeless
              .withColumn("metrics", functions.array_sort(functions.map_entries(metrics)))
              .drop("fingerprint");
    }
    return timeless;
  }
}
