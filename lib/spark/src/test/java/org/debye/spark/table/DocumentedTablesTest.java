package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/formats.md names every column of every table. */
final class DocumentedTablesTest {
  private static final Path FORMATS =
      Path.of(System.getProperty("debye.root", ".")).resolve("docs").resolve("formats.md");

  static List<TableSchema> schemas() {
    return List.of(
        AbundancesTable.SCHEMA,
        AxesTable.SCHEMA,
        DatasetsTable.SCHEMA,
        DrawsTable.SCHEMA,
        EndmembersTable.SCHEMA,
        LabelsTable.SCHEMA,
        MetricsTable.SCHEMA,
        ModelsTable.SCHEMA,
        PeaksTable.SCHEMA,
        PredictionsTable.SCHEMA,
        RepresentationsTable.SCHEMA,
        RunsTable.SCHEMA,
        SpectraTable.SCHEMA,
        SweepResultsTable.SCHEMA);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyColumnIsDescribed(TableSchema schema) throws IOException {
    String text = Files.readString(FORMATS);
    String heading = "### `" + schema.name() + "`";
    int begin = text.indexOf(heading);
    assertThat(begin).as(heading).isNotNegative();
    String section = text.substring(begin, text.indexOf("\n##", begin + heading.length()));
    for (String column : schema.columns().fieldNames()) {
      assertThat(section).as(schema.name()).contains("`" + column + "`");
    }
  }
}
