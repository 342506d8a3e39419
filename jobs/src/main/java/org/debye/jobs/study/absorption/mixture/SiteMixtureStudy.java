package org.debye.jobs.study.absorption.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.classification.split.Grouping;
import org.debye.classification.split.Split;
import org.debye.classification.split.StratifiedHoldOut;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.study.Study;
import org.debye.jobs.study.StudyReport;
import org.debye.jobs.study.absorption.StudiedElement;
import org.debye.numeric.RandomStreams;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SweepResultRow;

/**
 * Fractions of local environments in absorption spectra that are means over sites: what Carbone et
 * al. 2019 (Phys. Rev. Materials 3:033604) leave open.
 */
public final class SiteMixtureStudy implements Study {
  private final String name;
  private final SiteMixturesConfig config;
  private final long seed;
  private final List<StudiedElement> elements;
  private final Map<String, List<AskedSpectrum>> asked;
  private final KnownFractions known;
  private final List<SiteMixtureCell> cells;

  private SiteMixtureStudy(
      String name,
      SiteMixturesConfig config,
      long seed,
      List<StudiedElement> elements,
      Map<String, List<AskedSpectrum>> asked,
      KnownFractions known) {
    this.name = name;
    this.config = config;
    this.seed = seed;
    this.elements = List.copyOf(elements);
    this.asked = asked;
    this.known = known;
    List<SiteMixtureCell> laid = new ArrayList<>();
    elements.forEach(element -> laid.addAll(cells(element)));
    cells = List.copyOf(laid);
  }

  /**
   * Looks through spectra and labels, and lays out the cells.
   *
   * @throws org.debye.failure.InputException where nothing can be learnt from them, or what is
   *     asked about cannot be
   */
  public static SiteMixtureStudy of(
      OpenSession spark, String place, String name, SiteMixturesConfig config, long seed) {
    KnownFractions known = KnownFractions.read(config.known(), config.classes());
    Catalogue catalogue = Catalogue.existing(place);
    StudiedElement.Reader reader = new StudiedElement.Reader(spark, catalogue, config.needs());
    List<StudiedElement> elements = config.elements().stream().map(reader::read).toList();
    return new SiteMixtureStudy(
        name,
        config,
        seed,
        elements,
        AskedSpectra.read(catalogue, elements, config.asked()),
        known);
  }

  private List<SiteMixtureCell> cells(StudiedElement element) {
    RandomStreams streams = RandomStreams.of(seed).under(element.task().element());
    List<Split> splits = element.folds(config.folds(), seed);
    List<SiteMixtureCell> laid = new ArrayList<>();
    for (int fold = 0; fold < splits.size(); fold++) {
      Split split = splits.get(fold);
      Split aside = aside(element, split.training(), streams.under("calibrating").under(fold));
      for (FractionModel model : config.models()) {
        laid.add(
            new SiteMixtureCell(
                element.task(),
                model,
                MixtureRecipe.of(config),
                fold,
                splits.size(),
                some(split.training(), aside.training()),
                some(split.training(), aside.test()),
                split.test(),
                asked.getOrDefault(element.task().element(), List.of()),
                seed));
      }
    }
    return laid;
  }

  private Split aside(StudiedElement element, int[] training, RandomStreams streams) {
    return new StratifiedHoldOut(0, config.calibrating(), Grouping.BY_FRAME)
        .splits(element.labelled().of(training), streams)
        .get(0);
  }

  private static int[] some(int[] sites, int[] places) {
    return Arrays.stream(places).map(place -> sites[place]).toArray();
  }

  @Override
  public List<SiteMixtureCell> cells() {
    return cells;
  }

  @Override
  public List<SiteMixtureCell> further(List<SweepResultRow> rows) {
    return List.of();
  }

  @Override
  public StudyReport report(Catalogue catalogue, List<SweepResultRow> rows) {
    SiteMixtureResults results = new SiteMixtureResults(config, elements, cells, rows);
    AskedAnswers answers = new AskedAnswers(results, asked, known);
    SiteMixtureTables tables = new SiteMixtureTables(results, answers);
    Map<String, TextTable> shown = new LinkedHashMap<>(tables.shown());
    List<String> remarks = new ArrayList<>(results.remarks());
    remarks.addAll(answers.remarks());
    return new StudyReport(
        shown, tables.files(), remarks, new SiteMixtureFigures(name, results, answers).all());
  }
}
