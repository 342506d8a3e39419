package org.debye.spark.reduce;

import java.io.Serializable;
import org.debye.spark.table.DatasetRow;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run. Returned by the task, so that a retried task counts once.
 *
 * @param written spectra in the task's file
 * @param missing spectra that could not be made
 * @param failure of the first missing one; null where none is
 * @param axisId of the spectra; null where none was made
 */
record RunOutcome(
    String datasetId,
    long first,
    long written,
    long missing,
    DatasetRow.@Nullable Failure failure,
    @Nullable String axisId)
    implements Serializable {}
