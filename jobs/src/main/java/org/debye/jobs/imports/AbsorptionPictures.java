package org.debye.jobs.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.InputException;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.hdf5.SourceFile;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.value.PlainName;
import org.debye.jobs.value.SmallFile;
import org.debye.numeric.CubicSpline;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.AbsorptionImport;
import org.debye.spectra.absorption.NormalisedAbsorption;
import org.debye.spectra.absorption.RepeatedScans;
import org.debye.spectra.absorption.Screened;
import org.debye.spectra.text.ImportSettings;
import org.debye.spectra.text.ImportedSpectrum;
import org.debye.spectra.text.SpectrumText;

/** Pictures of the first normalised spectra of an import, and all of them over one another. */
final class AbsorptionPictures {
  private static final int READ = 200;
  private static final int MOST = 12;
  private static final int OF_EDGE = 3;
  private static final int OVER = 9;
  private static final double BEFORE = 20;
  private static final double AFTER = 60;
  private static final double STEP = 0.25;

  private final ImportSettings text;
  private final AbsorptionImport absorption;

  AbsorptionPictures(ImportSettings text, AbsorptionImport absorption) {
    this.text = text;
    this.absorption = absorption;
  }

  /**
   * Draws what a run has imported.
   *
   * @return where; empty where there is nothing to draw
   */
  String draw(Catalogue catalogue, String runId) {
    PictureFolder folder = new PictureFolder(catalogue, "import");
    List<PicturedSpectrum> spectra = new ArrayList<>();
    for (DatasetRow dataset : catalogue.datasets().all()) {
      if (spectra.size() < READ && dataset.runId().equals(runId) && dataset.frames() > 0) {
        spectra.addAll(of(dataset));
      }
    }
    if (spectra.isEmpty()) {
      return "";
    }
    try {
      for (PicturedSpectrum one : some(spectra)) {
        folder.draw(PlainName.of(one.name()), one.figure());
      }
      for (Map.Entry<String, List<PicturedSpectrum>> one : byEdge(spectra).entrySet()) {
        folder.draw("edge-" + one.getKey().replace(' ', '-'), over(one.getKey(), one.getValue()));
      }
      folder.write("normalisation", table(spectra));
      return folder.place();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Few of each edge, more of all where there is one edge. */
  private static List<PicturedSpectrum> some(List<PicturedSpectrum> spectra) {
    Map<String, List<PicturedSpectrum>> byEdge = byEdge(spectra);
    int each = Math.max(OF_EDGE, MOST / byEdge.size());
    return byEdge.values().stream().flatMap(all -> all.stream().limit(each)).limit(MOST).toList();
  }

  private List<PicturedSpectrum> of(DatasetRow dataset) {
    List<PicturedSpectrum> spectra = new ArrayList<>();
    try {
      List<List<ImportedSpectrum>> files = new ArrayList<>();
      for (SourceFile source : dataset.sources()) {
        String place = source.uri().toString();
        files.add(SpectrumText.read(place, SmallFile.bytes(place), text));
      }
      List<ImportedSpectrum> read = RepeatedScans.spectra(dataset.name(), files);
      for (ImportedSpectrum one : read) {
        if (absorption.screened(one) instanceof Screened.Taken taken) {
          String own = one.name().substring(one.name().lastIndexOf('#') + 1);
          AbsorptionEdge edge = absorption.wanted(one);
          spectra.add(
              new PicturedSpectrum(
                  read.size() == 1 ? dataset.name() : dataset.name() + " " + own,
                  edge == null ? "edge" : edge.name(),
                  taken.spectrum()));
        }
      }
    } catch (InputException e) {
      return List.of(); // it was there when it was imported, and is no more: no picture
    }
    return spectra;
  }

  private static Map<String, List<PicturedSpectrum>> byEdge(List<PicturedSpectrum> spectra) {
    Map<String, List<PicturedSpectrum>> byEdge = new TreeMap<>();
    spectra.forEach(one -> byEdge.computeIfAbsent(one.edge(), any -> new ArrayList<>()).add(one));
    return byEdge;
  }

  /** Flattened spectra of an edge around their e0. */
  private static Figure over(String edge, List<PicturedSpectrum> all) {
    List<PicturedSpectrum> spectra = all.subList(0, Math.min(OVER, all.size()));
    double[] e0 = spectra.stream().mapToDouble(s -> s.spectrum().parameters().e0()).toArray();
    double from = Arrays.stream(e0).min().orElseThrow() - BEFORE;
    double to = Arrays.stream(e0).max().orElseThrow() + AFTER;
    double[] energy = new double[(int) ((to - from) / STEP) + 1];
    Arrays.setAll(energy, i -> from + i * STEP);
    List<Curve> curves = new ArrayList<>();
    for (PicturedSpectrum one : spectra) {
      NormalisedAbsorption spectrum = one.spectrum();
      double[] own = spectrum.energy();
      CubicSpline spline = CubicSpline.through(own, spectrum.flattened());
      double[] values = new double[energy.length];
      Arrays.setAll(
          values,
          i ->
              energy[i] >= own[0] && energy[i] <= own[own.length - 1]
                  ? spline.at(energy[i])
                  : Double.NaN);
      curves.add(new Curve(one.name(), values, Look.LINE));
    }
    return new CurvePanels(
        edge + ", flattened",
        ScaledAxis.linear("Energy (eV)", energy),
        List.of(Panel.of("", "Normalised absorption", curves)),
        CurvePanels.Span.none());
  }

  private static TextTable table(List<PicturedSpectrum> spectra) {
    return new TextTable(
        "Normalisation",
        List.of(
            "spectrum",
            "edge",
            "e0_eV",
            "edge_step",
            "pre1_eV",
            "pre2_eV",
            "norm1_eV",
            "norm2_eV",
            "nnorm",
            "nvict"),
        spectra.stream().map(PicturedSpectrum::row).toList());
  }
}
