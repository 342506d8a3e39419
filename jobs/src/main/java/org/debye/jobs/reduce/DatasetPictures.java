package org.debye.jobs.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.figures.Condition;
import org.debye.figures.Figure;
import org.debye.figures.FrameGrid;
import org.debye.figures.FrameMap;
import org.debye.figures.Pooling;
import org.debye.figures.SpectrumFigure;
import org.debye.figures.Waterfall;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one dataset, from its spectra in order; a grid and few spectra are in memory,
 * whatever their number.
 */
final class DatasetPictures {
  private final DatasetRow dataset;
  private final SpectralAxis axis;
  private final int spectra;
  private final FrameGrid grid;
  private final int[] chosen;
  private final List<Waterfall.Curve> curves = new ArrayList<>();
  private final double[] condition;
  private @Nullable String conditionName;
  private @Nullable SpectrumRow only;
  private int seen;

  DatasetPictures(DatasetRow dataset, SpectralAxis axis) {
    this.dataset = dataset;
    this.axis = axis;
    this.spectra = Math.toIntExact(dataset.frames());
    this.grid = new FrameGrid(axis, spectra, Pooling.MEAN);
    this.chosen = Waterfall.chosen(spectra, Waterfall.MOST);
    this.condition = new double[spectra];
    Arrays.fill(condition, Double.NaN);
  }

  /** Takes the next spectrum; those beyond what the dataset says are not drawn. */
  void add(SpectrumRow row) {
    if (seen == spectra) {
      return;
    }
    if (seen == 0) {
      only = row;
      conditionName = row.conditions().keySet().stream().findFirst().orElse(null);
    }
    if (conditionName != null) {
      condition[seen] = row.conditions().getOrDefault(conditionName, Double.NaN);
    }
    grid.add(seen, row.spectrum().intensity());
    if (Arrays.binarySearch(chosen, seen) >= 0) {
      curves.add(
          new Waterfall.Curve(Long.toString(row.frame()), row.spectrum().intensity().clone()));
    }
    seen++;
  }

  /** By file name without its ending. */
  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    if (spectra == 1 && only != null) {
      figures.put("spectrum", new SpectrumFigure(dataset.name(), axis, only.spectrum()));
    } else if (!curves.isEmpty()) {
      figures.put("waterfall", new Waterfall(dataset.name(), axis, "Frame", curves));
      figures.put("map", new FrameMap(dataset.name(), grid, FrameMap.Contrast.usual(), right()));
    }
    return figures;
  }

  private @Nullable Condition right() {
    return conditionName == null ? null : Condition.named(conditionName, condition);
  }
}
