package org.debye.jobs.study.mixture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.debye.jobs.study.mixture.UnmixingConfig.KeptDraws;
import org.debye.jobs.value.GridValues;
import org.debye.jobs.value.Interval;
import org.debye.study.NoiseScale;
import org.debye.study.StudyCell;
import org.debye.study.StudyDataset;
import org.debye.study.StudyDetail;
import org.debye.study.StudyMethod;
import org.debye.study.StudyPart;
import org.debye.study.StudySettings;

/** The datasets of an unmixing study and the cells that each has. */
final class MixtureGrid {
  private final UnmixingConfig config;
  private final long seed;

  MixtureGrid(UnmixingConfig config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  /** In the order of alpha1, then sigma, then number. */
  List<StudyDataset> datasets() {
    List<StudyDataset> datasets = new ArrayList<>();
    for (double alpha1 : GridValues.all(config.grid().alpha1())) {
      for (NoiseScale scale : scales()) {
        for (int number = 0; number < config.grid().datasets(); number++) {
          datasets.add(new StudyDataset(config.model().study(), alpha1, scale, seed, number));
        }
      }
    }
    return datasets;
  }

  /** Every start of every method on every dataset. */
  List<MixtureCell> cells() {
    List<StudyDataset> datasets = datasets();
    Set<StudyDataset> corners = new HashSet<>(MixtureCorners.of(datasets));
    List<MixtureCell> cells = new ArrayList<>();
    for (StudyDataset dataset : datasets) {
      StudyDetail detail = detail(corners.contains(dataset));
      starts()
          .forEach(
              (method, starts) -> {
                boolean seeds = !method.bayesian();
                StudySettings settings = config.settings(seeds ? starts : 1);
                StudyPart part = compared(method, detail) ? StudyPart.COMPARED : StudyPart.ALONE;
                for (int start = 0; start < (seeds ? 1 : starts); start++) {
                  StudyCell cell = new StudyCell(dataset, method, start, settings, detail, part);
                  cells.add(new MixtureCell(cell));
                }
              });
    }
    return cells;
  }

  /** Whether a dataset's starts are only compared, and one of them goes on. */
  private boolean compared(StudyMethod method, StudyDetail detail) {
    return method == StudyMethod.HMC && config.compares() && detail == StudyDetail.NUMBERS;
  }

  /**
   * The cells that go on with the starts that were kept.
   *
   * @param starts all starts
   * @param results of the starts
   */
  List<MixtureCell> kept(List<MixtureCell> starts, MixtureResults results) {
    Set<StudyDataset> compared = new HashSet<>();
    for (MixtureCell start : starts) {
      if (start.cell().part() == StudyPart.COMPARED) {
        compared.add(start.cell().dataset());
      }
    }
    List<MixtureCell> kept = new ArrayList<>();
    for (DatasetOutcome outcome : results.datasets()) {
      MethodOutcome chains = outcome.method(StudyMethod.HMC);
      if (chains != null && compared.contains(outcome.dataset())) {
        kept.add(kept(outcome.dataset(), chains));
      }
    }
    return kept;
  }

  private MixtureCell kept(StudyDataset dataset, MethodOutcome chains) {
    StudyCell cell =
        new StudyCell(
            dataset,
            StudyMethod.HMC,
            chains.keptStart(),
            config.settings(1),
            StudyDetail.NUMBERS,
            StudyPart.KEPT);
    return new MixtureCell(cell, MixtureCost.seconds(cell, chains.selection().result()));
  }

  /** Starts of the methods that have any; seeds of point estimators. */
  private Map<StudyMethod, Integer> starts() {
    MethodsConfig methods = config.methods();
    Map<StudyMethod, Integer> starts = new EnumMap<>(StudyMethod.class);
    starts.put(StudyMethod.HMC, methods.hmc());
    starts.put(StudyMethod.VI, methods.vi());
    starts.put(StudyMethod.VI_LOW_RANK, methods.viLowRank());
    starts.put(StudyMethod.VI_FULL_RANK, methods.viFullRank());
    starts.put(StudyMethod.VI_BLOCKS, methods.viBlocks());
    starts.put(StudyMethod.N_FINDR, methods.nFindr());
    starts.put(StudyMethod.VCA, methods.vca());
    starts.put(StudyMethod.SISAL, methods.sisal());
    starts.values().removeIf(count -> count == 0);
    return starts;
  }

  private StudyDetail detail(boolean corner) {
    if (config.keepDraws() == KeptDraws.ALL) {
      return StudyDetail.DRAWS;
    }
    if (!corner) {
      return StudyDetail.NUMBERS;
    }
    return config.keepDraws() == KeptDraws.CORNERS ? StudyDetail.DRAWS : StudyDetail.FIGURES;
  }

  private List<NoiseScale> scales() {
    Interval range = config.grid().sigmaRange();
    if (range != null) {
      return List.of(new NoiseScale.Drawn(range.from(), range.to()));
    }
    List<NoiseScale> scales = new ArrayList<>();
    GridValues.all(config.grid().sigma()).forEach(one -> scales.add(new NoiseScale.Fixed(one)));
    return scales;
  }
}
