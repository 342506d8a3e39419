package org.debye.spark.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * Removes the rows of datasets that are done again. Looks first whether there are any, which is
 * cheap; only then is Spark's SQL engine started.
 */
public final class RowRemoval {
  /** Ids in one statement; a longer list makes its planning slow. */
  private static final int STATEMENT = 500;

  private final SparkSession session;
  private final Catalogue catalogue;

  public RowRemoval(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /**
   * Removes their rows, first those that say that they are there, then the spectra and the truth
   * that came with them; in few commits. Labels and peaks that a person gave stay.
   */
  public void remove(Collection<String> datasetIds) {
    Set<String> ids = new TreeSet<>(datasetIds);
    org.apache.spark.sql.Column any = lit(true);
    remove(catalogue.datasets().folder(), ids, any);
    remove(catalogue.spectra().folder(), ids, any);
    org.apache.spark.sql.Column truth = col("origin").startsWith(LabelRow.simulated(""));
    remove(catalogue.labels().folder(), ids, truth);
    remove(catalogue.peaks().folder(), ids, truth);
  }

  private void remove(DeltaFolder folder, Set<String> ids, org.apache.spark.sql.Column which) {
    List<String> present = present(folder, ids);
    for (int from = 0; from < present.size(); from += STATEMENT) {
      List<String> some = present.subList(from, Math.min(from + STATEMENT, present.size()));
      DeltaTable.forPath(session, folder.path())
          .delete(col("dataset_id").isin(some.toArray()).and(which));
    }
  }

  private static List<String> present(DeltaFolder folder, Set<String> ids) {
    if (ids.isEmpty() || !folder.exists()) {
      return List.of();
    }
    List<String> sorted = List.copyOf(ids);
    Column id = new Column("dataset_id");
    Predicate within =
        new Predicate(
            "AND",
            List.of(
                new Predicate(">=", id, Literal.ofString(sorted.get(0))),
                new Predicate("<=", id, Literal.ofString(sorted.get(sorted.size() - 1)))));
    Set<String> present = new TreeSet<>();
    folder
        .scan(folder.schema().select("dataset_id"), within)
        .forEach(
            row -> {
              if (ids.contains(row.getString(0))) {
                present.add(row.getString(0));
              }
            });
    return new ArrayList<>(present);
  }
}
