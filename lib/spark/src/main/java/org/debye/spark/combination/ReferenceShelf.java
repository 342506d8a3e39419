package org.debye.spark.combination;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.FrameSpan;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.absorption.AbsorptionScan;
import org.debye.unmixing.combination.Reference;
import org.jspecify.annotations.Nullable;

/** The references of the last order, read once in a process. Thread safe. */
final class ReferenceShelf {
  private static @Nullable CombinationOrder last;
  private static List<Reference> kept = List.of();

  private ReferenceShelf() {}

  /** The references of an order. */
  static synchronized List<Reference> of(CombinationOrder order) {
    if (!order.equals(last)) {
      kept = read(order);
      last = order;
    }
    return kept;
  }

  private static List<Reference> read(CombinationOrder order) {
    Catalogue catalogue = Catalogue.at(order.catalogue(), order.hadoop().configuration());
    Map<String, SpectralAxis> axes = catalogue.axes().all();
    List<Reference> all = new ArrayList<>();
    for (CombinationOrder.Place place : order.references()) {
      FrameSpan span = new FrameSpan(place.frame(), place.frame());
      try (SpectrumStream rows = catalogue.spectra().read(place.datasetId(), span)) {
        AbsorptionScan scan = scan(axes, rows.next());
        if (scan.points() < 2) {
          throw InputException.of(
              FailureCode.UNSOUND_SPECTRUM,
              place.name(),
              "a reference of " + scan.points() + " points",
              "Leave it out.");
        }
        all.add(Reference.of(place.name(), scan));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /** The finite points of a row. */
  static AbsorptionScan scan(Map<String, SpectralAxis> axes, SpectrumRow row) {
    SpectralAxis axis = axes.get(row.axisId());
    if (axis == null) {
      throw new IllegalStateException("no axis " + row.axisId() + " in the table");
    }
    float[] intensity = row.spectrum().intensity();
    double[] values = new double[intensity.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = intensity[i];
    }
    return AbsorptionScan.finite(axis.values(), values);
  }
}
