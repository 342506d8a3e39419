package org.debye.unmixing.posterior;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;

/** Draws in a table of quoted names whose first column is the chain; statistics are left zero. */
final class StanDraws {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private StanDraws() {}

  /** One entry for each chain. */
  static ChainDraws[] read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> columns = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(lines.get(0));
    while (matcher.find()) {
      columns.add(matcher.group(1));
    }
    List<String> variables = columns.subList(1, columns.size());
    Map<Integer, List<double[]>> chains = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      double[] cells =
          Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
      double[] row = Arrays.copyOfRange(cells, 1, cells.length);
      chains.computeIfAbsent((int) cells[0], chain -> new ArrayList<>()).add(row);
    }
    return chains.values().stream().map(rows -> chain(variables, rows)).toArray(ChainDraws[]::new);
  }

  private static ChainDraws chain(List<String> variables, List<double[]> rows) {
    int n = rows.size();
    SamplerStatistics none =
        new SamplerStatistics(
            new double[n],
            new double[n],
            new double[n],
            new int[n],
            new int[n],
            new boolean[n],
            new double[n]);
    double[] values = rows.stream().flatMapToDouble(Arrays::stream).toArray();
    return new ChainDraws(variables, values, none);
  }
}
