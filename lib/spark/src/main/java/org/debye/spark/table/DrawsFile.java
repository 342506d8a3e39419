package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.debye.inference.draws.ArvizVariable;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.jspecify.annotations.Nullable;

/** A file of draws that a task writes; it joins the table when the driver commits it. */
public final class DrawsFile implements Closeable {
  private final RowFile file;

  private DrawsFile(RowFile file) {
    this.file = file;
  }

  /**
   * Opens a new file.
   *
   * @param catalogue location of the catalogue
   */
  public static DrawsFile open(Configuration conf, String catalogue) throws IOException {
    return new DrawsFile(
        new RowFile(conf, catalogue + "/" + DrawsTable.SCHEMA.name(), DrawsTable.SCHEMA));
  }

  /** Whose draws they are. */
  public record Owner(String study, String cellId, String runId) {}

  /** Writes the draws of one chain. */
  public void write(Owner owner, int chain, ChainDraws draws) throws IOException {
    Map<String, Object> shapes = new LinkedHashMap<>();
    Map<String, double[]> posterior = new LinkedHashMap<>();
    List<int[]> columns = new ArrayList<>();
    for (ArvizVariable variable : ArvizVariable.of(draws.variables())) {
      shapes.put(variable.name(), ints(variable.shape()));
      posterior.put(variable.name(), new double[variable.columns().size()]);
      columns.add(ints(variable.columns()));
    }
    List<double[]> entries = List.copyOf(posterior.values());
    for (int draw = 0; draw < draws.draws(); draw++) {
      int from = draw * draws.variables().size();
      for (int k = 0; k < entries.size(); k++) {
        gather(draws.values(), from, columns.get(k), entries.get(k));
      }
      file.write(row(owner, chain, draw, posterior, shapes, draws.statistics()));
    }
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void gather(double[] values, int from, int[] columns, double[] into) {
    for (int i = 0; i < columns.length; i++) {
      into[i] = values[from + columns[i]];
    }
  }

  private static @Nullable Object[] row(
      Owner owner,
      int chain,
      int draw,
      Map<String, double[]> posterior,
      Map<String, Object> shapes,
      SamplerStatistics statistics) {
    return new @Nullable Object[] {
      owner.study(),
      owner.cellId(),
      chain,
      draw,
      posterior,
      shapes,
      statistics.lp()[draw],
      statistics.acceptanceRate()[draw],
      statistics.stepSize()[draw],
      statistics.treeDepth()[draw],
      statistics.steps()[draw],
      statistics.diverging()[draw],
      statistics.energy()[draw],
      owner.runId()
    };
  }

  /** Closes the file. */
  public DataFile finish() throws IOException {
    return file.finish();
  }

  /** Closes and deletes the file. */
  public void discard() throws IOException {
    file.discard();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
