package org.debye.jobs.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.EdgeAlignment;
import org.debye.spectra.absorption.EnergyGrid;
import org.jspecify.annotations.Nullable;

/**
 * Means of the classes of datasets on standard grids, that measured spectra are aligned to. Where
 * spectra reach as far beyond both ends of their standard grid, that part is left out.
 */
final class AlignmentSource {
  private static final double CLOSE = 1e-3;

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
      SpectralAxis axis = axes.get(String.valueOf(dataset.facts().axisId()));
      AbsorptionEdge edge = edge(dataset, axis);
      for (Map.Entry<String, double[]> mean : means(catalogue, dataset).entrySet()) {
        double[] standard = standard(mean.getValue());
        digest.add(edge.name()).add(mean.getKey()).add(standard);
        known.add(new EdgeAlignment.Known(edge, standard));
      }
    }
    return new EdgeAlignment(digest.hex(), known, reach);
  }

  private static AbsorptionEdge edge(DatasetRow dataset, @Nullable SpectralAxis axis) {
    if (axis != null && axis.points() >= EnergyGrid.STANDARD_POINTS) {
      int margin = margin(axis.points());
      double start = axis.values()[margin] - EnergyGrid.STANDARD_START;
      AbsorptionEdge likely = AbsorptionEdge.likeliest(start, 1);
      SpectralAxis part = new SpectralAxis(axis.kind(), standard(axis.values()));
      if (isStandard(part, EnergyGrid.standard(likely))) {
        return likely;
      }
    }
    throw InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        dataset.name(),
        "its spectra are not on the standard grid of an edge",
        "Name simulated ones in absorption.align-to, or ones of absorption.energies=standard.");
  }

  /** Within a thousandth of a step: ends of a wider grid are rounded otherwise. */
  private static boolean isStandard(SpectralAxis axis, EnergyGrid standard) {
    double[] energies = standard.energies();
    double off = 0;
    for (int i = 0; i < energies.length; i++) {
      off = Math.max(off, Math.abs(axis.values()[i] - energies[i]));
    }
    return axis.kind() == AxisKind.ENERGY_EV && off <= CLOSE * standard.step();
  }

  private static int margin(int points) {
    return (points - EnergyGrid.STANDARD_POINTS) / 2;
  }

  /** The part in the middle that is on the standard grid. */
  private static double[] standard(double[] values) {
    int margin = margin(values.length);
    return Arrays.copyOfRange(values, margin, margin + EnergyGrid.STANDARD_POINTS);
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
