package org.debye.spark.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.debye.inference.draws.ChainDraws;

/** The {@code draws} table: one row for each draw of a chain, under ArviZ's names. */
public final class DrawsTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          "draws",
          new StructType()
              .add("study", StringType.STRING, false)
              .add("cell_id", StringType.STRING, false)
              .add("chain", IntegerType.INTEGER, false)
              .add("draw", IntegerType.INTEGER, false)
              .add(
                  "posterior",
                  new MapType(StringType.STRING, new ArrayType(DoubleType.DOUBLE, false), false),
                  false)
              .add(
                  "shapes",
                  new MapType(StringType.STRING, new ArrayType(IntegerType.INTEGER, false), false),
                  false)
              .add("lp", DoubleType.DOUBLE, false)
              .add("acceptance_rate", DoubleType.DOUBLE, false)
              .add("step_size", DoubleType.DOUBLE, false)
              .add("tree_depth", IntegerType.INTEGER, false)
              .add("n_steps", IntegerType.INTEGER, false)
              .add("diverging", BooleanType.BOOLEAN, false)
              .add("energy", DoubleType.DOUBLE, false)
              .add("run_id", StringType.STRING, false),
          List.of("study", "cell_id"),
          List.of("study", "cell_id"),
          Map.of("debye.draws.order", "column-major, the first index fastest, as Stan writes"));

  private final DeltaFolder folder;

  DrawsTable(Configuration conf, String catalogue) {
    this.folder = new DeltaFolder(conf, catalogue, SCHEMA);
  }

  DeltaFolder folder() {
    return folder;
  }

  public String path() {
    return folder.path();
  }

  /** Version of the latest commit, -1 before the first. */
  public long version() {
    return folder.version();
  }

  /** How many files a reader of one cell has to open. */
  public int filesOf(String study, String cellId) {
    return folder.exists()
        ? folder.scan(SCHEMA.columns(), wanted(study, cellId)).files().size()
        : 0;
  }

  /**
   * The draws of a cell by chain, each in the order of its draws, with Stan's names; none where the
   * cell kept none.
   */
  public SortedMap<Integer, ChainDraws> read(String study, String cellId) {
    SortedMap<Integer, ChainAssembly> chains = new TreeMap<>();
    if (folder.exists()) {
      folder
          .scan(SCHEMA.columns(), wanted(study, cellId))
          .forEach(
              row -> {
                if (row.getString(1).equals(cellId) && row.getString(0).equals(study)) {
                  add(row, chains);
                }
              });
    }
    SortedMap<Integer, ChainDraws> draws = new TreeMap<>();
    chains.forEach((number, chain) -> draws.put(number, chain.draws()));
    return draws;
  }

  private static void add(Row row, SortedMap<Integer, ChainAssembly> chains) {
    chains
        .computeIfAbsent(
            row.getInt(2), number -> new ChainAssembly(RowValues.intsByName(row.getMap(5))))
        .add(row);
  }

  private static Predicate wanted(String study, String cellId) {
    return new And(
        new Predicate("=", new Column("study"), Literal.ofString(study)),
        new Predicate("=", new Column("cell_id"), Literal.ofString(cellId)));
  }
}
