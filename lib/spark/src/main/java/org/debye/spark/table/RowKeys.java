package org.debye.spark.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Names rows of several tables that belong together.
 *
 * @param tables the one first whose rows say that the others are there
 * @param within columns with the one value that all these rows have
 * @param column that holds the ids
 */
record RowKeys(List<String> tables, Map<String, String> within, String column, List<String> ids) {

  /** Cells of a study. */
  static RowKeys ofCells(String study, Collection<String> cellIds) {
    return new RowKeys(
        List.of(SweepResultsTable.SCHEMA.name(), DrawsTable.SCHEMA.name()),
        Map.of("study", study),
        "cell_id",
        List.copyOf(cellIds));
  }

  /** Labels of one origin. */
  static RowKeys ofLabels(String origin, Collection<String> datasetIds) {
    return new RowKeys(
        List.of(LabelsTable.SCHEMA.name()),
        Map.of("origin", origin),
        "dataset_id",
        List.copyOf(datasetIds));
  }

  /** One fit: the row that says that it is there first, and what it says. */
  static List<RowKeys> ofFit(String study, String fitId) {
    return List.of(
        ofCells(study, List.of(fitId)),
        new RowKeys(
            List.of(
                EndmembersTable.SCHEMA.name(),
                AbundancesTable.SCHEMA.name(),
                PredictionsTable.SCHEMA.name()),
            Map.of(),
            "fit_id",
            List.of(fitId)));
  }
}
