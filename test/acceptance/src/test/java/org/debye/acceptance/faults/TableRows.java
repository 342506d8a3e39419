package org.debye.acceptance.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.debye.provenance.Digest;
import org.debye.spark.DebyeSession;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * All rows of all tables of a catalogue as text, in an order of their own, but for ids of runs,
 * times and durations; and the weights of its models. The table {@code runs}, of which every run
 * has a row, is left out.
 */
final class TableRows {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "run_id", "finished", "cpu_s", "wall_s", "seconds", "peak_memory_bytes", "code_revision");

  private TableRows() {}

  /** By table; the rows of each are sorted, and those that are there twice are there twice. */
  static Map<String, List<String>> of(Path catalogue) throws IOException {
    SparkSession session = DebyeSession.open("compare");
    // Catalogues follow one another at one place.
    DeltaLog.clearCache();
    Map<String, List<String>> tables = new TreeMap<>();
    for (Path table : tables(catalogue)) {
      List<String> rows = new ArrayList<>();
      for (Row row : session.read().format("delta").load(table.toString()).collectAsList()) {
        rows.add(text(row));
      }
      rows.sort(null);
      tables.put(table.getFileName().toString(), rows);
    }
    tables.put("weights", weights(catalogue.resolve("models")));
    return tables;
  }

  private static List<Path> tables(Path catalogue) throws IOException {
    try (Stream<Path> folders = Files.list(catalogue)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("_delta_log")))
          .filter(folder -> !folder.getFileName().toString().equals("runs"))
          .toList();
    }
  }

  private static List<String> weights(Path models) throws IOException {
    if (Files.notExists(models)) {
      return List.of();
    }
    List<String> weights = new ArrayList<>();
    try (Stream<Path> files = Files.walk(models)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".safetensors")).toList()) {
        if (file.getFileName().toString().startsWith("model")) {
          String bytes =
              new Digest().add(Files.readString(file, StandardCharsets.ISO_8859_1)).hex();
          // The last digits of its name are drawn anew at each saving.
          String name = models.relativize(file).toString();
          weights.add(name.replaceFirst("-[0-9a-f]+\\.safetensors", "") + " " + bytes);
        }
      }
    }
    weights.sort(null);
    return weights;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Row row) {
      Map<String, String> fields = new TreeMap<>();
      boolean duration = isDuration(row);
      for (String name : row.schema().fieldNames()) {
        if (!LEFT_OUT.contains(name) && !(duration && name.equals("value"))) {
          fields.put(name, text(row.get(row.fieldIndex(name))));
        }
      }
      return fields.toString();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, String> entries = new TreeMap<>();
      CollectionConverters.asJava(map)
          .forEach(
              (key, own) -> {
                if (!String.valueOf(key).matches(".*(seconds|bytes)")) {
                  entries.put(String.valueOf(key), text(own));
                }
              });
      return entries.toString();
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).stream().map(TableRows::text).toList().toString();
    }
    return String.valueOf(value);
  }

  /** Whether it is a row of {@code metrics} that holds a time. */
  private static boolean isDuration(Row row) {
    return List.of(row.schema().fieldNames()).containsAll(List.of("name", "value"))
        && String.valueOf(row.get(row.fieldIndex("name"))).endsWith("seconds");
  }
}
