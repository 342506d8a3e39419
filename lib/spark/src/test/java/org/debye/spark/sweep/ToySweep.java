package org.debye.spark.sweep;

import java.util.List;
import org.debye.spark.TestSession;
import org.debye.spark.table.Catalogue;

/**
 * A study of {@link ToyCell}s in a catalogue, for tests of other packages.
 *
 * @param catalogue wherever it lies
 */
public record ToySweep(Catalogue catalogue) {

  /** Sweeps so many cells. */
  public SweepSummary run(int cells) {
    return Sweep.of(TestSession.session(), catalogue, "study", SweepTest.settings("a", false))
        .run(ToyCell.all(cells, 20), SweepProgress.SILENT);
  }

  /** All that is in its tables. */
  public List<String> content() {
    return SweepContent.of(catalogue, "study");
  }
}
