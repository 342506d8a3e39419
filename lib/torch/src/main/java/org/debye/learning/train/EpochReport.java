package org.debye.learning.train;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an epoch came to, over all ranks.
 *
 * @param epoch from 0
 * @param steps made so far
 * @param rate learning rate of the epoch
 * @param loss of training, mean over the epoch's batches as they passed
 * @param accuracy of training, likewise; NaN where the objective does not classify
 * @param validationLoss after the epoch; NaN without validation examples
 * @param validationAccuracy after the epoch; NaN without validation examples
 * @param seconds that it took
 * @param tasks loss of each task by itself, unweighted; empty where there is one task
 */
public record EpochReport(
    int epoch,
    long steps,
    double rate,
    double loss,
    double accuracy,
    double validationLoss,
    double validationAccuracy,
    double seconds,
    Map<String, Double> tasks)
    implements Serializable {
  public EpochReport {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }
}
