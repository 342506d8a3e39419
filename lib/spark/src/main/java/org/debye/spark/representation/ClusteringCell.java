package org.debye.spark.representation;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.debye.evaluation.clustering.AdjustedRand;
import org.debye.evaluation.clustering.MutualInformation;
import org.debye.evaluation.clustering.Silhouette;
import org.debye.exploration.SpectralClustering;
import org.debye.exploration.SpectralEmbedding;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.provenance.Digest;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.CellValues;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.table.Catalogue;
import org.debye.spark.training.LabelledDataset;
import org.debye.spectra.mixing.Observations;

/**
 * One dataset's spectra, or their representations, put into clusters in one way, and scored: by
 * themselves (silhouette, of the vectors that were put together) and against known labels.
 *
 * @param known labels of some or all of the frames
 */
public record ClusteringCell(
    HadoopSettings hadoop,
    String catalogue,
    VectorSource source,
    LabelledDataset known,
    ClusteringOrder order)
    implements SweepCell {
  private static final long serialVersionUID = 1L;

  /** Distances between pairs of frames, of a whole spectrum. */
  private static final double SECONDS_A_PAIR = 2e-5;

  @Override
  public String id() {
    return source.id() + "/" + order.way() + "/" + order.clusters();
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>(source.parameters());
    parameters.putAll(order.parameters());
    parameters.put(
        "labels",
        new Digest()
            .add(Arrays.toString(known.frames()))
            .add(Arrays.toString(known.labels()))
            .hex());
    return parameters;
  }

  @Override
  public double cost() {
    double frames = known.frames().length;
    return 0.1 + frames * frames * SECONDS_A_PAIR;
  }

  @Override
  public String kind() {
    return "clustering 1";
  }

  @Override
  public CellOutcome run() {
    FrameVectors vectors = source.read(Catalogue.at(catalogue, hadoop.configuration()));
    if (vectors.count() <= order.clusters()) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          source.datasetId(),
          vectors.count() + " frames for " + order.clusters() + " clusters",
          "Leave the dataset out with dataset=.");
    }
    Observations points = vectors.observations();
    SpectralClustering kernel = order.kernel(points);
    SpectralEmbedding embedding = kernel.embedding(source.id(), points, order.clusters());
    int[] found = kernel.labels(embedding, order.clusters());
    int filled = (int) Arrays.stream(found).distinct().count();
    CellValues values = CellValues.of(metrics(vectors, points, embedding, found, filled));
    return filled == order.clusters()
        ? new CellOutcome.Done(values)
        : new CellOutcome.Flagged(
            "EMPTY_CLUSTER",
            "%s: %d of %d clusters have a frame".formatted(id(), filled, order.clusters()),
            values);
  }

  private Map<String, Double> metrics(
      FrameVectors vectors,
      Observations points,
      SpectralEmbedding embedding,
      int[] found,
      int filled) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("frames", (double) vectors.count());
    metrics.put("graph_pieces", (double) embedding.pieces());
    metrics.put("filled_clusters", (double) filled);
    double silhouette = Silhouette.mean(points, found);
    if (Double.isFinite(silhouette)) {
      metrics.put("silhouette", silhouette);
    }
    int[][] pairs = labelled(vectors.frames(), found);
    metrics.put("labelled_frames", (double) pairs[0].length);
    if (pairs[0].length > 0) {
      MutualInformation information = MutualInformation.of(pairs[0], pairs[1]);
      metrics.put("mutual_information", information.nats());
      metrics.put("normalised_mutual_information", information.normalised());
      metrics.put("adjusted_mutual_information", information.adjusted());
      metrics.put("adjusted_rand", AdjustedRand.of(pairs[0], pairs[1]));
    }
    return metrics;
  }

  /** Known and found labels of the frames that have both. */
  private int[][] labelled(long[] frames, int[] found) {
    int[] truth = new int[frames.length];
    int[] clusters = new int[frames.length];
    int count = 0;
    for (int i = 0; i < frames.length; i++) {
      int place = Arrays.binarySearch(known.frames(), frames[i]);
      if (place >= 0) {
        truth[count] = known.labels()[place];
        clusters[count++] = found[i];
      }
    }
    return new int[][] {Arrays.copyOf(truth, count), Arrays.copyOf(clusters, count)};
  }
}
