package org.debye.jobs.study.absorption;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.classification.split.Grouping;
import org.debye.classification.split.LabelledFrames;
import org.debye.classification.split.Split;
import org.debye.classification.split.StratifiedFolds;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.export.SpectraSelection;
import org.debye.numeric.RandomStreams;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.training.ChosenLabels;
import org.debye.spark.training.InspectedSpectra;
import org.debye.spark.training.InspectionProgress;
import org.debye.spark.training.LabelChoice;
import org.debye.spark.training.LabelledDataset;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.EnergyGrid;
import org.debye.spectra.absorption.ShiftedWindow;

/**
 * An element whose spectra can be studied.
 *
 * @param labelled its sites
 * @param instrument what made the spectra, as the table of datasets has it; empty where it does not
 */
public record StudiedElement(ElementTask task, LabelledFrames labelled, String instrument) {
  private static final int MANGANESE = 25;

  /** Points that the convolution of ten and the pool of two need. */
  private static final int FEWEST = 11;

  /** Whether it counts as an early one of the 3d metals: up to manganese. */
  boolean isEarly() {
    return AbsorptionEdge.k(task.element()).number() <= MANGANESE;
  }

  /** Sites of each class. */
  int[] counts() {
    return labelled.labels().counts();
  }

  /** Its sites in folds alike in their classes, the same for all models of a seed. */
  public List<Split> folds(int folds, long seed) {
    return new StratifiedFolds(folds, Grouping.BY_FRAME)
        .splits(labelled, RandomStreams.of(seed).under(task.element()).under("folds"));
  }

  /** Reads them out of a catalogue. */
  public record Reader(OpenSession spark, Catalogue catalogue, ElementNeeds needs) {

    /**
     * Looks through an element's spectra and labels.
     *
     * @throws InputException where there are none, or they cannot be studied
     */
    public StudiedElement read(String element) {
      List<DatasetRow> rows = new SpectraSelection(catalogue, List.of(element), null).datasets();
      Set<String> ids =
          rows.stream().map(DatasetRow::datasetId).collect(Collectors.toCollection(TreeSet::new));
      requireOne(element, ids);
      LabelledFrames labelled =
          ChosenLabels.of(catalogue, new LabelChoice(ids, needs.origin(), needs.classes()));
      requireEnough(element, labelled.labels());
      int[] all = IntStream.range(0, labelled.count()).toArray();
      List<LabelledDataset> sites = ChosenLabels.datasets(labelled, all);
      InspectedSpectra spectra =
          InspectedSpectra.of(
              spark.session(), catalogue, sites, energy -> true, false, InspectionProgress.SILENT);
      ShiftedWindow window = window(element, spectra.axis());
      ElementTask task =
          new ElementTask(
              spark.hadoop(),
              catalogue.location(),
              element,
              sites.get(0),
              spectra.axis(),
              window,
              preEdge(element, window.grid()),
              needs.classes(),
              spectra.digest(sites));
      String instrument = rows.get(0).facts().instrument();
      return new StudiedElement(task, labelled, instrument == null ? "" : instrument);
    }

    private void requireOne(String element, Set<String> ids) {
      if (ids.size() > 1) {
        throw refused(
            needs.key("elements"),
            ids.size() + " datasets are named " + element,
            "Keep the spectra of an element in one dataset.");
      }
    }

    private void requireEnough(String element, ClassLabels labels) {
      int[] counts = labels.counts();
      for (int k = 0; k < counts.length; k++) {
        if (counts[k] < needs.folds()) {
          throw refused(
              element,
              "class "
                  + labels.names().get(k)
                  + " has "
                  + counts[k]
                  + " sites, fewer than there are folds, "
                  + needs.folds(),
              "Set "
                  + needs.key("folds")
                  + " to "
                  + Math.max(2, counts[k])
                  + " or less, or leave "
                  + element
                  + " out.");
        }
      }
    }

    private ShiftedWindow window(String element, SpectralAxis axis) {
      EnergyGrid measured =
          EnergyGrid.of(axis)
              .orElseThrow(
                  () ->
                      refused(
                          element,
                          "its " + axis.points() + " points are no energies at equal distances",
                          "Import the spectra as absorption, which puts them on a grid."));
      int margin = ShiftedWindow.margin(measured, needs.largestShift());
      if (measured.points() - 2 * margin < FEWEST) {
        throw refused(
            needs.key(needs.shiftKey()),
            "spectra of "
                + element
                + " have "
                + measured.points()
                + " points of "
                + measured.step()
                + " eV, of which "
                + Math.max(0, measured.points() - 2 * margin)
                + " are left by shifts of "
                + needs.largestShift()
                + " eV",
            "Give smaller shifts.");
      }
      int beyond = Math.max(0, (measured.points() - needs.mostPoints() + 1) / 2);
      return new ShiftedWindow(measured, Math.max(margin, beyond));
    }

    /** Points up to the cut-off; all where there is none. */
    private int preEdge(String element, EnergyGrid grid) {
      Optional<CutOff> found =
          needs.preEdge().stream().filter(one -> one.element().equals(element)).findFirst();
      return found.isEmpty() ? grid.points() : preEdge(element, found.get().energy(), grid);
    }

    private int preEdge(String element, double cutOff, EnergyGrid grid) {
      int points = (int) Arrays.stream(grid.energies()).filter(energy -> energy <= cutOff).count();
      if (points < FEWEST || points == grid.points()) {
        throw refused(
            needs.key("pre-edge"),
            element
                + "="
                + cutOff
                + " leaves "
                + points
                + " of "
                + grid.points()
                + " points between "
                + grid.start()
                + " and "
                + grid.energy(grid.points() - 1)
                + " eV",
            "Write an energy between "
                + grid.energy(FEWEST - 1)
                + " and "
                + grid.energy(grid.points() - 2)
                + ".");
      }
      return points;
    }

    private static InputException refused(String where, String problem, String remedy) {
      return InputException.of(FailureCode.INVALID_CONFIGURATION, where, problem, remedy);
    }
  }
}
