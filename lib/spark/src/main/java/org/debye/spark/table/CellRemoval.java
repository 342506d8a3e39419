package org.debye.spark.table;

import java.util.Collection;
import org.apache.spark.sql.SparkSession;

/** Removes results, draws and predictions of cells that are run again. */
public final class CellRemoval {
  private final RowKeysRemoval removal;

  public CellRemoval(SparkSession session, Catalogue catalogue) {
    this.removal = new RowKeysRemoval(session, catalogue);
  }

  /** Removes the rows of these cells of a study; killed in between, {@link Recovery} ends it. */
  public void remove(String study, Collection<String> cellIds) {
    removal.remove(RowKeys.ofCells(study, cellIds));
  }
}
