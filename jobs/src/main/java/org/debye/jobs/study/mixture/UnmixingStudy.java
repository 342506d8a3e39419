package org.debye.jobs.study.mixture;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.study.Study;
import org.debye.jobs.study.StudyReport;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SweepResultRow;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;

/** Simulation and inference of mixtures over a grid of mixing and noise. */
public final class UnmixingStudy implements Study {
  /** Mean errors that the authors' notebook gives. */
  private static final double AUTHORS_HMC = 0.118;

  private static final double AUTHORS_N_FINDR = 0.554;

  private final String name;
  private final MixtureGrid grid;
  private final List<MixtureCell> cells;

  /**
   * As configured.
   *
   * @param name of the study, in its figures
   */
  public UnmixingStudy(String name, UnmixingConfig config, long seed) {
    this.name = name;
    grid = new MixtureGrid(config, seed);
    cells = grid.cells();
  }

  @Override
  public List<MixtureCell> cells() {
    return cells;
  }

  @Override
  public List<MixtureCell> further(List<SweepResultRow> rows) {
    return grid.kept(cells, new MixtureResults(cells, rows));
  }

  @Override
  public StudyReport report(Catalogue catalogue, List<SweepResultRow> rows) {
    List<MixtureCell> all = new ArrayList<>(cells);
    all.addAll(further(rows));
    MixtureResults results = new MixtureResults(all, rows);
    MixtureTables tables = new MixtureTables(results);
    Map<String, TextTable> files = new LinkedHashMap<>();
    files.put("datasets", tables.perDataset());
    return new StudyReport(
        tables.shown(), files, remarks(results), new MixtureFigures(results, name).all());
  }

  private List<String> remarks(MixtureResults results) {
    List<String> remarks = new ArrayList<>();
    if (results.methods().containsAll(List.of(StudyMethod.HMC, StudyMethod.N_FINDR))) {
      MeanRatio ratio =
          MeanRatio.of(errors(results, StudyMethod.HMC), errors(results, StudyMethod.N_FINDR));
      remarks.add(
          "HMC's mean error is "
              + number(ratio.value())
              + " of N-FINDR's ("
              + number(ratio.low())
              + " to "
              + number(ratio.high())
              + " over datasets drawn with replacement, 90 %); the authors' notebook has .118/.554 = "
              + number(AUTHORS_HMC / AUTHORS_N_FINDR)
              + ". (Its medians, .276 and .631, are not of the same quantity: the mean of what is"
              + " never negative is at least half its median.)");
    }
    return remarks;
  }

  private static double[] errors(MixtureResults results, StudyMethod method) {
    return results.datasets().stream()
        .mapToDouble(one -> one.metric(method, StudyMetric.FROBENIUS_ERROR))
        .toArray();
  }
}
