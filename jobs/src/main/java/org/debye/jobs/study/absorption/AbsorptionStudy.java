package org.debye.jobs.study.absorption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.classification.split.Split;
import org.debye.figures.Figure;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.study.Study;
import org.debye.jobs.study.StudyReport;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SweepResultRow;

/**
 * Local environments of atoms told from absorption spectra: Tables I to III and Figs 2, 3, 5 and 6
 * of Carbone et al. 2019 (Phys. Rev. Materials 3:033604).
 */
public final class AbsorptionStudy implements Study {
  private final String name;
  private final AbsorptionStudyConfig config;
  private final long seed;
  private final List<StudiedElement> elements;
  private final List<AbsorptionCell> cells;

  private AbsorptionStudy(
      String name, AbsorptionStudyConfig config, long seed, List<StudiedElement> elements) {
    this.name = name;
    this.config = config;
    this.seed = seed;
    this.elements = List.copyOf(elements);
    List<AbsorptionCell> laid = new ArrayList<>();
    elements.forEach(element -> laid.addAll(cells(element)));
    cells = List.copyOf(laid);
  }

  /**
   * Looks through spectra and labels, and lays out the cells.
   *
   * @throws org.debye.failure.InputException where nothing can be learnt from them
   */
  public static AbsorptionStudy of(
      OpenSession spark, String place, String name, AbsorptionStudyConfig config, long seed) {
    StudiedElement.Reader reader =
        new StudiedElement.Reader(spark, Catalogue.existing(place), config.needs());
    return new AbsorptionStudy(
        name, config, seed, config.elements().stream().map(reader::read).toList());
  }

  private List<AbsorptionCell> cells(StudiedElement element) {
    Recipe recipe = Recipe.of(config);
    List<Split> splits = element.folds(config.folds(), seed);
    List<AbsorptionCell> laid = new ArrayList<>();
    for (AbsorptionModel model : config.models()) {
      for (int fold = 0; fold < splits.size(); fold++) {
        Split split = splits.get(fold);
        laid.add(
            new AbsorptionCell(
                element.task(),
                model,
                recipe,
                fold,
                splits.size(),
                split.training(),
                split.test(),
                seed));
      }
    }
    return laid;
  }

  @Override
  public List<AbsorptionCell> cells() {
    return cells;
  }

  @Override
  public List<AbsorptionCell> further(List<SweepResultRow> rows) {
    return List.of();
  }

  @Override
  public StudyReport report(Catalogue catalogue, List<SweepResultRow> rows) {
    AbsorptionResults results = new AbsorptionResults(config, elements, cells, rows);
    AbsorptionTables tables = new AbsorptionTables(results);
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    figures.putAll(new ComponentMaps(name, results, seed).all());
    figures.putAll(new AbsorptionFigures(name, results).all());
    figures.putAll(new AbsorptionCalibration(name, results).figures());
    Map<String, TextTable> files = new LinkedHashMap<>(tables.files());
    return new StudyReport(tables.shown(), files, results.remarks(), figures);
  }
}
