package org.debye.jobs.train;

import java.util.List;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.train.EpochReport;

/**
 * A model that is there.
 *
 * @param reports of its epochs; none of what has no epochs
 * @param seconds of training
 * @param peakBytes most memory of the process that trained it, or -1
 * @param unchanged whether it was there before
 */
record TrainedModel(
    PlannedModel plan,
    String folder,
    ModelCard card,
    List<EpochReport> reports,
    double seconds,
    long peakBytes,
    boolean unchanged) {
  TrainedModel {
    reports = List.copyOf(reports);
  }
}
