package org.debye.jobs.represent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.debye.exploration.UniformManifoldMap;
import org.debye.figures.PlaneMaps;
import org.debye.figures.PlaneMaps.Colouring;
import org.debye.figures.PlaneMaps.Panel;
import org.debye.figures.PointSet;
import org.debye.jobs.report.PictureFolder;
import org.debye.spark.representation.FrameVectors;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.training.LabelledDataset;

/** Maps of a dataset's spectra and of their representations, side by side. */
record RepresentMaps(
    Catalogue catalogue,
    RepresentConfig config,
    List<ComparedVectors> compared,
    KnownLabels labels) {
  /** Datasets that are drawn. */
  static final int MOST = 9;

  /** Where a map's points are, and of which frames. */
  private record Map(String title, long[] frames, double[] places) {}

  /**
   * Draws one dataset: coloured by its frames and, where some have labels, by these.
   *
   * @param file what names of its files begin with
   */
  void draw(PictureFolder folder, DatasetRow dataset, String file) throws IOException {
    List<Map> maps = maps(dataset);
    folder.draw(
        file + "-course",
        figure(dataset, maps, new Colouring.ByCourse("Frame"), RepresentMaps::course));
    LabelledDataset known = labels.labels(dataset.datasetId());
    if (known.frames().length > 0) {
      folder.draw(
          file + "-labels",
          figure(
              dataset,
              maps,
              new Colouring.ByClass(labels.classes()),
              frames -> classes(known, frames)));
    }
  }

  private List<Map> maps(DatasetRow dataset) {
    UniformManifoldMap kernel = config.map().kernel(config.seed());
    List<Map> maps = new ArrayList<>();
    for (ComparedVectors one : compared) {
      FrameVectors vectors =
          Objects.requireNonNull(one.sources().get(dataset.datasetId()))
              .read(catalogue)
              .thinned(config.map().most());
      maps.add(
          new Map(
              one.title(),
              vectors.frames(),
              kernel.of(dataset.name(), vectors.observations()).values()));
    }
    return maps;
  }

  /** What colours the points of some frames. */
  @FunctionalInterface
  private interface Values {
    double[] of(long[] frames);
  }

  private static PlaneMaps figure(
      DatasetRow dataset, List<Map> maps, Colouring colouring, Values values) {
    return new PlaneMaps(
        dataset.name() + ", spectra and representations",
        colouring,
        maps.stream()
            .map(
                map ->
                    new Panel(map.title(), new PointSet(map.places(), 2), values.of(map.frames())))
            .toList());
  }

  private static double[] course(long[] frames) {
    return Arrays.stream(frames).asDoubleStream().toArray();
  }

  private static double[] classes(LabelledDataset known, long[] frames) {
    return Arrays.stream(frames)
        .mapToDouble(
            frame -> {
              int place = Arrays.binarySearch(known.frames(), frame);
              return place < 0 ? Double.NaN : known.labels()[place];
            })
        .toArray();
  }
}
