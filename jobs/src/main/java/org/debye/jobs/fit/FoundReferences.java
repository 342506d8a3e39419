package org.debye.jobs.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.export.SpectraSelection;
import org.debye.spark.combination.CombinationOrder.Place;
import org.debye.spark.combination.CombinationRun;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;

/** The references that the keys choose, in the order of their datasets' ids and of frames. */
final class FoundReferences {
  private static final int MOST = 200;

  private FoundReferences() {}

  /**
   * Looks them up.
   *
   * @throws InputException where nothing is chosen, or too much
   */
  static List<Place> of(Catalogue catalogue, ChosenSpectra chosen) {
    List<Place> places = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (DatasetRow dataset :
        new SpectraSelection(catalogue, chosen.dataset(), chosen.frames()).datasets()) {
      Map<Long, String> byFrame = catalogue.spectra().names(dataset.datasetId());
      for (long frame : catalogue.spectra().frames(dataset.datasetId())) {
        if (chosen.frames() == null || chosen.frames().contains(frame)) {
          String name = name(dataset, frame, byFrame);
          String unique = names.add(name) ? name : name + " (" + dataset.datasetId() + ")";
          places.add(new Place(dataset.datasetId(), frame, unique, CombinationRun.state(dataset)));
        }
      }
    }
    if (places.isEmpty() || places.size() > MOST) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "references",
          places.size() + " spectra are chosen",
          "Choose from 1 to " + MOST + " with references.dataset and references.frames.");
    }
    return places;
  }

  /** The name of a spectrum: its dataset's where it is the only one, else its own there. */
  static String name(DatasetRow dataset, long frame, Map<Long, String> byFrame) {
    if (dataset.frames() == 1) {
      return dataset.name();
    }
    return byFrame.getOrDefault(frame, dataset.name() + " " + frame);
  }
}
