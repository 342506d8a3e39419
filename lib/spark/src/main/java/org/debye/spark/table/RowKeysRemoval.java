package org.debye.spark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.StructType;
import io.delta.tables.DeltaTable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Removes rows that are made again from several tables. It is noted before and forgotten after, so
 * that one that was killed in between is done to its end by {@link Recovery}: rows of one table
 * without those of the other would be taken for something else. Looks first whether there are any;
 * only then is Spark's SQL engine started.
 */
final class RowKeysRemoval {
  private static final String FOLDER = "removals";

  private final SparkSession session;
  private final Catalogue catalogue;

  RowKeysRemoval(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /**
   * What is removed.
   *
   * @param keys in order; an earlier Debye noted one, and no array around it
   */
  record Note(
      String name,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<RowKeys> keys) {
    String place() {
      return FOLDER + "/" + name + ".json";
    }
  }

  /** Removes the rows from all tables, in the order of the keys. */
  void remove(List<RowKeys> keys) {
    List<RowKeys> some = keys.stream().filter(key -> !key.ids().isEmpty()).toList();
    if (!some.isEmpty()) {
      finish(note(some));
    }
  }

  /** Finishes the removals that a killed run has noted, holding the lock. */
  void recover() {
    catalogue.journal().read(FOLDER, Note.class).forEach(this::finish);
  }

  /** Notes the removal, the first step. */
  Note note(List<RowKeys> keys) {
    Note note = new Note(UUID.randomUUID().toString(), keys);
    catalogue.journal().write(note.place(), note);
    return note;
  }

  private void finish(Note note) {
    for (RowKeys keys : note.keys()) {
      keys.tables().forEach(table -> remove(catalogue.folder(table), keys));
    }
    catalogue.journal().remove(note.place());
  }

  private void remove(DeltaFolder folder, RowKeys keys) {
    List<String> present = present(folder, keys);
    if (!present.isEmpty()) {
      Dataset<Row> ids = session.createDataset(present, Encoders.STRING()).toDF("id");
      Column match = col("rows." + keys.column()).equalTo(col("ids.id"));
      for (Map.Entry<String, String> fixed : keys.within().entrySet()) {
        match = match.and(col("rows." + fixed.getKey()).equalTo(lit(fixed.getValue())));
      }
      DeltaTable.forPath(session, folder.path())
          .as("rows")
          .merge(ids.as("ids"), match)
          .whenMatched()
          .delete()
          .execute();
    }
  }

  private static List<String> present(DeltaFolder folder, RowKeys keys) {
    if (!folder.exists()) {
      return List.of();
    }
    Set<String> wanted = new TreeSet<>(keys.ids());
    Set<String> present = new TreeSet<>();
    List<String> fixed = List.copyOf(keys.within().keySet());
    StructType columns = folder.schema().select(keys.column());
    for (String column : fixed) {
      columns = columns.add(folder.schema().columns().get(column));
    }
    folder
        .scan(columns, bounds(keys))
        .forEach(
            row -> {
              boolean within = true;
              for (int i = 0; i < fixed.size(); i++) {
                within &= row.getString(i + 1).equals(keys.within().get(fixed.get(i)));
              }
              if (within && wanted.contains(row.getString(0))) {
                present.add(row.getString(0));
              }
            });
    return List.copyOf(present);
  }

  /** Lets the scan leave out files by their statistics. */
  private static Predicate bounds(RowKeys keys) {
    io.delta.kernel.expressions.Column id = new io.delta.kernel.expressions.Column(keys.column());
    Predicate bounds =
        new And(
            new Predicate(">=", id, Literal.ofString(Collections.min(keys.ids()))),
            new Predicate("<=", id, Literal.ofString(Collections.max(keys.ids()))));
    for (Map.Entry<String, String> fixed : keys.within().entrySet()) {
      bounds =
          new And(
              bounds,
              new Predicate(
                  "=",
                  new io.delta.kernel.expressions.Column(fixed.getKey()),
                  Literal.ofString(fixed.getValue())));
    }
    return bounds;
  }
}
