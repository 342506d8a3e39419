package org.debye.spark.training;

import java.io.Serializable;
import java.util.List;
import org.debye.learning.train.EpochReport;

/**
 * What training a network came to.
 *
 * @param reports of every epoch, those of earlier attempts included
 * @param resumedAt epochs that were done when the last attempt began
 * @param peakBytes most resident memory of the rank's process, or -1 where the system does not say
 */
public record NetworkOutcome(List<EpochReport> reports, int resumedAt, long peakBytes)
    implements Serializable {
  public NetworkOutcome {
    reports = List.copyOf(reports);
  }

  /** Of all epochs, without reading spectra and writing checkpoints. */
  public double seconds() {
    return reports.stream().mapToDouble(EpochReport::seconds).sum();
  }
}
