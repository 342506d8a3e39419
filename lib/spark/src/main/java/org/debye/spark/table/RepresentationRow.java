package org.debye.spark.table;

/**
 * A row of the table of representations: what an encoder makes of one spectrum.
 *
 * @param fitId cell of the sweep that made it
 * @param model its name
 * @param identity what the model is recognised by, wherever it lies
 * @param layer of the model that was taken
 * @param vector not copied
 */
public record RepresentationRow(
    String fitId,
    String model,
    String identity,
    String layer,
    String datasetId,
    long frame,
    float[] vector,
    String runId) {}
