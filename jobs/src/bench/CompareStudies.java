import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.debye.spark.DebyeSession;

/**
 * Whether two catalogues hold the same studies, row for row, but for run ids, times and durations.
 * Exits with 1 where they do not. A single file for {@code java}, with the class path of the jobs;
 * {@code sweep_killed.sh} runs it.
 *
 * <pre>CompareStudies.java CATALOGUE CATALOGUE</pre>
 */
final class CompareStudies {
  private static final List<String> LEFT_OUT = List.of("run_id", "finished", "cpu_s", "wall_s");

  private static final Object[] DURATIONS = {"cpu_seconds", "pretraining_seconds"};

  private CompareStudies() {}

  public static void main(String[] catalogues) {
    boolean same = true;
    SparkSession session = DebyeSession.open("compare");
    for (String table : List.of("sweep_results", "draws")) {
      if (Files.notExists(Path.of(catalogues[0], table))
          && Files.notExists(Path.of(catalogues[1], table))) {
        continue; // a study without draws
      }
      List<Dataset<Row>> sides = new ArrayList<>();
      for (String catalogue : catalogues) {
        sides.add(content(session.read().format("delta").load(catalogue + "/" + table)));
      }
      long rows = sides.get(0).count();
      long others = sides.get(1).count();
      long missing = sides.get(0).exceptAll(sides.get(1)).count();
      long added = sides.get(1).exceptAll(sides.get(0)).count();
      System.out.printf(
          "%s: %d rows and %d; %d only in the first, %d only in the second%n",
          table, rows, others, missing, added);
      same &= rows == others && rows > 0 && missing == 0 && added == 0;
    }
    System.out.println(same ? "the same" : "NOT the same");
    System.exit(same ? 0 : 1);
  }

  /** Maps, which Spark does not compare, as sorted lists of their entries, durations left out. */
  private static Dataset<Row> content(Dataset<Row> table) {
    List<Column> columns = new ArrayList<>();
    for (StructField field : table.schema().fields()) {
      if (!LEFT_OUT.contains(field.name())) {
        Column column = functions.col(field.name());
        columns.add(
            field.dataType() instanceof MapType
                ? functions.array_sort(functions.map_entries(timeless(column))).as(field.name())
                : column);
      }
    }
    return table.select(columns.toArray(Column[]::new));
  }

  private static Column timeless(Column map) {
    return functions.map_filter(map, (key, value) -> functions.not(key.isin(DURATIONS)));
  }
}
