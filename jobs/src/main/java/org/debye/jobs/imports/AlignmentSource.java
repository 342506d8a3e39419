package org.debye.jobs.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.export.SpectraSelection;
import org.debye.provenance.Digest;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.EdgeAlignment;
import org.debye.spectra.absorption.EnergyGrid;
import org.jspecify.annotations.Nullable;

/** Means of the classes of datasets on standard grids, that measured spectra are aligned to. */
final class AlignmentSource {
  private AlignmentSource() {}

  /**
   * Reads the datasets.
   *
   * @throws InputException where one is not on a standard grid
   */
  static EdgeAlignment read(String place, List<String> wanted, double reach) {
    Catalogue catalogue = Catalogue.existing(place);
    Map<String, SpectralAxis> axes = catalogue.axes().all();
    List<EdgeAlignment.Known> known = new ArrayList<>();
    Digest digest = new Digest();
    for (DatasetRow dataset : new SpectraSelection(catalogue, wanted, null).datasets()) {
      AbsorptionEdge edge = edge(dataset, axes.get(String.valueOf(dataset.facts().axisId())));
      for (Map.Entry<String, double[]> mean : means(catalogue, dataset).entrySet()) {
        digest.add(edge.name()).add(mean.getKey()).add(mean.getValue());
        known.add(new EdgeAlignment.Known(edge, mean.getValue()));
      }
    }
    return new EdgeAlignment(digest.hex(), known, reach);
  }

  private static AbsorptionEdge edge(DatasetRow dataset, @Nullable SpectralAxis axis) {
    if (axis != null) {
      double start = axis.values()[0] - EnergyGrid.STANDARD_START;
      AbsorptionEdge likely = AbsorptionEdge.likeliest(start, 1);
      if (EnergyGrid.standard(likely).axis().id().equals(axis.id())) {
        return likely;
      }
    }
    throw InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        dataset.name(),
        "its spectra are not on the standard grid of an edge",
        "Name simulated ones in absorption.align-to, or ones of absorption.energies=standard.");
  }

  /** Of each class; of all where there are no labels. */
  private static Map<String, double[]> means(Catalogue catalogue, DatasetRow dataset) {
    Map<Long, String> classes = new HashMap<>();
    catalogue
        .labels()
        .read(dataset.datasetId())
        .forEach(row -> classes.put(row.frame(), row.className()));
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    try (SpectrumStream rows = catalogue.spectra().read(dataset.datasetId())) {
      while (rows.hasNext()) {
        SpectrumRow row = rows.next();
        float[] values = row.spectrum().intensity();
        String name = classes.getOrDefault(row.frame(), "");
        double[] sum = sums.computeIfAbsent(name, any -> new double[values.length]);
        counts.merge(name, 1, Integer::sum);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += values[i];
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sums.forEach(
        (name, sum) -> {
          for (int i = 0; i < sum.length; i++) {
            sum[i] /= counts.getOrDefault(name, 1);
          }
        });
    return sums;
  }
}
