package org.debye.spark.training;

import java.net.URI;
import java.util.function.BooleanSupplier;
import org.debye.learning.collective.Collective;

/**
 * What a rank needs to know.
 *
 * @param attempt 0, and one more each time that Spark begins the stage again
 * @param checkpoints folder that all executors see and no other run uses. A rank of an attempt that
 *     has been given up may still be writing: write under a name of the epoch's, and rename
 * @param cancelled whether Spark wants the task to end; asked between steps
 */
public record RankContext(
    Collective collective,
    int attempt,
    RankDevice device,
    URI checkpoints,
    BooleanSupplier cancelled) {}
