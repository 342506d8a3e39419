package org.debye.spark.table;

import java.util.Collection;
import org.apache.spark.sql.SparkSession;

/** Removes results, draws, predictions and representations of cells that are run again. */
public final class CellRemoval {
  private final SparkSession session;
  private final Catalogue catalogue;
  private final RowKeysRemoval removal;

  public CellRemoval(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
    this.removal = new RowKeysRemoval(session, catalogue);
  }

  /** Removes the rows of these cells of a study; killed in between, {@link Recovery} ends it. */
  public void remove(String study, Collection<String> cellIds) {
    removal.remove(RowKeys.ofCells(study, cellIds));
  }

  /**
   * The same for a caller that does not hold the catalogue's lock.
   *
   * @param job that removes, for whoever else wants the lock
   * @throws org.debye.failure.InputException where another run is writing to the catalogue
   */
  public void removeAlone(String job, String study, Collection<String> cellIds) {
    try (CatalogueLock lock = catalogue.lock(job)) {
      new Recovery(session, catalogue).run();
      lock.confirm();
      remove(study, cellIds);
    }
  }
}
