package org.debye.spark.table;

import io.delta.kernel.data.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.debye.inference.draws.ArvizVariable;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;

/** Puts the rows of one chain together again, whatever their order in the files. */
final class ChainAssembly {
  private final List<String> scalars = new ArrayList<>();
  private final List<Draw> draws = new ArrayList<>();

  private record Draw(
      int number,
      double[] values,
      double lp,
      double acceptanceRate,
      double stepSize,
      int treeDepth,
      int steps,
      boolean diverging,
      double energy) {}

  ChainAssembly(Map<String, int[]> shapes) {
    shapes.forEach((name, shape) -> scalars.addAll(ArvizVariable.scalars(name, shape)));
  }

  /** Adds a row with all columns of {@link DrawsTable#SCHEMA}. */
  void add(Row row) {
    double[] values = new double[scalars.size()];
    int at = 0;
    for (double[] entries : RowValues.doublesByName(row.getMap(4)).values()) {
      System.arraycopy(entries, 0, values, at, entries.length);
      at += entries.length;
    }
    draws.add(
        new Draw(
            row.getInt(3),
            values,
            row.getDouble(6),
            row.getDouble(7),
            row.getDouble(8),
            row.getInt(9),
            row.getInt(10),
            row.getBoolean(11),
            row.getDouble(12)));
  }

  ChainDraws draws() {
    draws.sort(Comparator.comparingInt(Draw::number));
    int width = scalars.size();
    double[] values = new double[draws.size() * width];
    int[] treeDepth = new int[draws.size()];
    int[] steps = new int[draws.size()];
    boolean[] diverging = new boolean[draws.size()];
    for (int i = 0; i < draws.size(); i++) {
      Draw draw = draws.get(i);
      System.arraycopy(draw.values, 0, values, i * width, width);
      treeDepth[i] = draw.treeDepth;
      steps[i] = draw.steps;
      diverging[i] = draw.diverging;
    }
    SamplerStatistics statistics =
        new SamplerStatistics(
            draws.stream().mapToDouble(Draw::lp).toArray(),
            draws.stream().mapToDouble(Draw::acceptanceRate).toArray(),
            draws.stream().mapToDouble(Draw::stepSize).toArray(),
            treeDepth,
            steps,
            diverging,
            draws.stream().mapToDouble(Draw::energy).toArray());
    return new ChainDraws(scalars, values, statistics);
  }
}
