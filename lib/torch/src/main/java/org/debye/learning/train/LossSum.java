package org.debye.learning.train;

import org.bytedeco.pytorch.Tensor;

/**
 * What one rank's part of a batch contributes.
 *
 * @param sum of the loss over its terms, with its graph
 * @param count what the sum over all ranks is divided by: terms, or their weights
 * @param right how many were classified rightly, where that means something
 * @param of so many: records, or the points of all records
 */
public record LossSum(Tensor sum, double count, long right, long of) {}
