package org.debye.spark.training;

import java.io.Serializable;

/**
 * What a rank has given back.
 *
 * @param attempt 0 where nothing was lost; the same for all ranks
 * @param executor where it ran, by Spark's id
 */
public record RankOutcome<R>(int rank, int attempt, String executor, R value)
    implements Serializable {}
