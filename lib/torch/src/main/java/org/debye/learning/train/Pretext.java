package org.debye.learning.train;

import org.bytedeco.pytorch.Tensor;

/**
 * What a task that needs no labels by hand contributes on one rank.
 *
 * @param sum over this rank's records of the mean over a record's terms, with its graph
 * @param right decisions
 * @param of so many
 */
public record Pretext(Tensor sum, long right, long of) {}
