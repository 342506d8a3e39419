package org.debye.spark.sweep;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.debye.spark.table.Catalogue;

/** A study's cells, each done exactly once, whatever is killed in between. Driver only. */
public final class Sweep {
  private final SparkSession session;
  private final Catalogue catalogue;
  private final String study;
  private final SweepSettings settings;

  private Sweep(SparkSession session, Catalogue catalogue, String study, SweepSettings settings) {
    this.session = session;
    this.catalogue = catalogue;
    this.study = study;
    this.settings = settings;
  }

  /**
   * A sweep that writes to a catalogue.
   *
   * @param study names the rows that belong together; ids of cells are unique within it
   */
  public static Sweep of(
      SparkSession session, Catalogue catalogue, String study, SweepSettings settings) {
    return new Sweep(session, catalogue, study, settings);
  }

  /**
   * Does the cells that the tables do not hold.
   *
   * @throws org.debye.failure.InputException where nothing can be begun: two cells have one id,
   *     another run is writing to the catalogue
   */
  public SweepSummary run(List<? extends SweepCell> cells, SweepProgress progress) {
    if (!cells.isEmpty()) {
      progress.line(study + " in " + catalogue.location() + ", " + settings.job());
      throw new UnsupportedOperationException("not there yet: " + session.version());
    }
    return new SweepSummary(0, 0, 0, 0, 0, 0, 0, java.time.Duration.ZERO, List.of(), "");
  }
}
