package org.debye.jobs.report;

import java.util.Locale;
import org.debye.jobs.Console;
import org.debye.spark.training.InspectionProgress;

/** Shows how far labelled spectra have been looked through, before anything learns from them. */
public final class InspectionReport implements InspectionProgress {
  private final ProgressLine line;

  /** Reports to the console. */
  public InspectionReport(Console console) {
    this.line = new ProgressLine(console);
  }

  @Override
  public void at(long spectra, long inAll) {
    line.show(
        String.format(Locale.ROOT, "%,d of %,d labelled spectra looked through", spectra, inAll),
        false);
  }
}
