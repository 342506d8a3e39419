package org.debye.jobs.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.StanCsv;
import org.debye.inference.draws.StanRun;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SweepResultsTable;

/**
 * Which chains of a study are exported, as Stan CSV. Labels of a mixture are the sampler's own:
 * chains of several starts may have them in another order.
 */
final class DrawsSelection {
  private final Catalogue catalogue;
  private final String study;
  private final SortedMap<String, Facts> cells;

  private DrawsSelection(Catalogue catalogue, String study, SortedMap<String, Facts> cells) {
    this.catalogue = catalogue;
    this.study = study;
    this.cells = cells;
  }

  /**
   * Chooses.
   *
   * @throws InputException there is no such study, or no such cell
   */
  static DrawsSelection of(ExportConfig config) {
    Catalogue catalogue = Catalogue.at(config.catalogue());
    SweepResultsTable results = catalogue.sweepResults();
    Collection<String> studies = results.studies();
    String wanted = config.study();
    String study =
        wanted == null && studies.size() == 1 ? studies.iterator().next() : String.valueOf(wanted);
    if (!studies.contains(study)) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          catalogue.location(),
          wanted == null
              ? "there are " + studies.size() + " studies"
              : "there is no study " + study,
          studies.isEmpty()
              ? "Name the catalogue that sweep has written."
              : "Set study to one of " + String.join(", ", studies) + ".");
    }
    SortedMap<String, Facts> cells = new TreeMap<>();
    List<Pattern> patterns = config.cells().stream().map(DrawsSelection::pattern).toList();
    results.each(
        study,
        row -> {
          if (patterns.isEmpty()
              || patterns.stream().anyMatch(one -> one.matcher(row.cellId()).matches())) {
            cells.put(row.cellId(), new Facts(row.parameters(), row.cpuSeconds()));
          }
        });
    return new DrawsSelection(catalogue, study, cells);
  }

  /**
   * Writes a file for each chain into a folder that is made.
   *
   * @return how many there are
   * @throws InputException no cell has draws
   */
  long writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> without = new ArrayList<>();
    long written = 0;
    for (Map.Entry<String, Facts> cell : cells.entrySet()) {
      SortedMap<Integer, ChainDraws> chains = catalogue.draws().read(study, cell.getKey());
      for (Map.Entry<Integer, ChainDraws> chain : chains.entrySet()) {
        String name = cell.getKey().replaceAll("[^A-Za-z0-9.=,_-]", "_");
        String number = chains.size() > 1 ? "-" + (chain.getKey() + 1) : "";
        Path file = folder.resolve(name + number + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
          StanCsv.write(chain.getValue(), run(cell.getValue(), chain.getKey()), out);
        }
        written++;
      }
      if (chains.isEmpty()) {
        without.add(cell.getKey());
      }
    }
    if (written == 0) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          catalogue.location(),
          "no draws of " + study + (without.isEmpty() ? " are chosen" : " were kept"),
          without.isEmpty()
              ? "Check cells= against the column cell_id of sweep_results."
              : "Sweep again with keep-draws=all, or choose a cell that has draws.");
    }
    return written;
  }

  /** All time is told as sampling, the warm-up counted: a cell is measured as a whole. */
  private StanRun run(Facts cell, int chain) {
    return new StanRun(
        study.replaceAll("\\W", "_"),
        cell.number("start") + chain + 1,
        cell.number("warmup"),
        cell.number("max-depth"),
        Double.parseDouble(cell.parameters.getOrDefault("target-accept", "NaN")),
        cell.parameters.getOrDefault("metric", "none").replaceAll("\\W", "_"),
        Long.parseLong(cell.parameters.getOrDefault("seed", "0")),
        0,
        cell.cpuSeconds);
  }

  /** What a file's comments say of a cell. */
  private record Facts(Map<String, String> parameters, double cpuSeconds) {
    int number(String name) {
      return Integer.parseInt(parameters.getOrDefault(name, "0"));
    }
  }

  /** {@code *} and {@code ?} match slashes too. */
  private static Pattern pattern(String wanted) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      char c = wanted.charAt(i);
      out.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(out.toString());
  }
}
