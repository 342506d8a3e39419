package org.debye.spark.sweep;

import java.io.Serializable;

/**
 * What an encoder makes of one spectrum: a row of the table {@code representations}, whose {@code
 * fit_id} is the cell's id.
 *
 * @param model its name
 * @param identity what the model is recognised by
 * @param layer of the model that was taken
 * @param vector not copied
 */
public record CellRepresentation(
    String model, String identity, String layer, String datasetId, long frame, float[] vector)
    implements Serializable {}
