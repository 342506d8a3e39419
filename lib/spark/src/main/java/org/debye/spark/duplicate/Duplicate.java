package org.debye.spark.duplicate;

/**
 * A spectrum that is as good as there already.
 *
 * @param ofDatasetId of the first kept spectrum on its axis that is nearer than the threshold
 * @param ofFrame of that one
 */
public record Duplicate(
    String axisId, String datasetId, long frame, String ofDatasetId, long ofFrame)
    implements ScanAnswer {}
