package org.debye.learning.train;

import java.io.Serializable;

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
 */
public record EpochReport(
    int epoch,
    long steps,
    double rate,
    double loss,
    double accuracy,
    double validationLoss,
    double validationAccuracy,
    double seconds)
    implements Serializable {}
