package org.debye.unmixing.posterior;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.debye.inference.diagnostics.EnergyFraction;
import org.debye.inference.draws.ChainDraws;

/**
 * Draws of a mixture's globals by some program, and what they cost. On disk two tables: {@code
 * NAME.draws.csv} and, in one row, {@code NAME.cost.csv}.
 */
record MixtureRun(String program, List<ChainDraws> chains, Cost cost) {

  /**
   * Of all chains together.
   *
   * @param warmup iterations of a chain, not counted among its draws
   * @param cpuSeconds of the processor, warm-up and just-in-time compiler among them
   * @param leapfrogs gradients, warm-up among them
   * @param samplingLeapfrogs gradients after warm-up
   * @param divergences after warm-up
   * @param energyFraction the smallest E-BFMI of a chain
   */
  record Cost(
      int warmup,
      double cpuSeconds,
      long leapfrogs,
      long samplingLeapfrogs,
      int divergences,
      double energyFraction) {
    private static final String COLUMNS =
        "program,warmup,cpu_s,leapfrogs,leapfrogs_sampling,divergences,bfmi";
  }

  static int divergences(List<ChainDraws> chains) {
    int count = 0;
    for (ChainDraws chain : chains) {
      for (boolean one : chain.statistics().diverging()) {
        count += one ? 1 : 0;
      }
    }
    return count;
  }

  static double energyFraction(List<ChainDraws> chains) {
    return chains.stream()
        .mapToDouble(chain -> EnergyFraction.bfmi(chain.statistics().energy()))
        .min()
        .orElseThrow();
  }

  void write(Path folder, String name) throws IOException {
    List<String> variables = chains.get(0).variables();
    List<String> lines = new ArrayList<>();
    lines.add("\"chain\",\"" + String.join("\",\"", variables) + "\"");
    for (int c = 0; c < chains.size(); c++) {
      double[] values = chains.get(c).values();
      for (int from = 0; from < values.length; from += variables.size()) {
        StringBuilder line = new StringBuilder().append(c + 1);
        for (int v = 0; v < variables.size(); v++) {
          line.append(',').append(values[from + v]);
        }
        lines.add(line.toString());
      }
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve(name + ".draws.csv"), lines);
    String row =
        String.format(
            Locale.ROOT,
            "\"%s\",%d,%.3f,%d,%d,%d,%.3f",
            program,
            cost.warmup(),
            cost.cpuSeconds(),
            cost.leapfrogs(),
            cost.samplingLeapfrogs(),
            cost.divergences(),
            cost.energyFraction());
    Files.write(folder.resolve(name + ".cost.csv"), List.of(Cost.COLUMNS, row));
  }

  static MixtureRun read(Path folder, String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(name + ".cost.csv"));
    String[] cells = lines.get(1).replace("\"", "").split(",", -1);
    if (!lines.get(0).replace("\"", "").equals(Cost.COLUMNS)) {
      throw new IOException(name + ".cost.csv has the columns " + lines.get(0));
    }
    Cost cost =
        new Cost(
            Integer.parseInt(cells[1]),
            Double.parseDouble(cells[2]),
            Long.parseLong(cells[3]),
            Long.parseLong(cells[4]),
            Integer.parseInt(cells[5]),
            Double.parseDouble(cells[6]));
    ChainDraws[] chains = StanDraws.read(folder.resolve(name + ".draws.csv"));
    return new MixtureRun(cells[0], Arrays.asList(chains), cost);
  }
}
