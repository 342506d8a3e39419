package org.debye.spark.table;

import java.util.Arrays;
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

  /** Cells of a study: the row that says that a cell is there first, and what it says. */
  static List<RowKeys> ofCells(String study, Collection<String> cellIds) {
    return List.of(
        results(study, cellIds),
        fits(cellIds, PredictionsTable.SCHEMA, RepresentationsTable.SCHEMA));
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
        results(study, List.of(fitId)),
        fits(
            List.of(fitId),
            EndmembersTable.SCHEMA,
            AbundancesTable.SCHEMA,
            PredictionsTable.SCHEMA,
            ModelsTable.SCHEMA,
            MetricsTable.SCHEMA));
  }

  private static RowKeys results(String study, Collection<String> cellIds) {
    return new RowKeys(
        List.of(SweepResultsTable.SCHEMA.name(), DrawsTable.SCHEMA.name()),
        Map.of("study", study),
        "cell_id",
        List.copyOf(cellIds));
  }

  private static RowKeys fits(Collection<String> fitIds, TableSchema... tables) {
    return new RowKeys(
        Arrays.stream(tables).map(TableSchema::name).toList(),
        Map.of(),
        "fit_id",
        List.copyOf(fitIds));
  }
}
