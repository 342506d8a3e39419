package org.debye.spark.representation;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.debye.exploration.Affinity;
import org.debye.exploration.Partition;
import org.debye.exploration.SpectralClustering;
import org.debye.spectra.mixing.Observations;
import org.jspecify.annotations.Nullable;

/**
 * How vectors are put into clusters.
 *
 * @param clusters how many
 * @param way graph and assignment
 * @param neighbours of the graph of nearest neighbours, the point itself among them
 * @param gamma of the radial basis; null for 1 over the number of coordinates and their variance
 * @param starts of k-means
 */
public record ClusteringOrder(
    int clusters, Way way, int neighbours, @Nullable Double gamma, int starts, long seed)
    implements Serializable {

  /** The four hyperparameter groups of Sun's thesis, section 7.2.4. */
  public enum Way {
    NEIGHBOURS_K_MEANS("nearest neighbours, k-means", Partition.K_MEANS),
    NEIGHBOURS_DISCRETISE("nearest neighbours, discretise", Partition.DISCRETISE),
    RADIAL_BASIS_K_MEANS("radial basis, k-means", Partition.K_MEANS),
    RADIAL_BASIS_DISCRETISE("radial basis, discretise", Partition.DISCRETISE);

    private final String title;
    private final Partition partition;

    Way(String title, Partition partition) {
      this.title = title;
      this.partition = partition;
    }

    /** For tables that people read. */
    public String title() {
      return title;
    }

    private boolean isSparse() {
      return this == NEIGHBOURS_K_MEANS || this == NEIGHBOURS_DISCRETISE;
    }
  }

  SpectralClustering kernel(Observations points) {
    Affinity affinity =
        way.isSparse()
            ? new Affinity.NearestNeighbours(neighbours)
            : gamma == null ? Affinity.RadialBasis.scale(points) : new Affinity.RadialBasis(gamma);
    return new SpectralClustering(affinity, way.partition, starts, seed);
  }

  /** What the clusters depend on. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("clusters", Integer.toString(clusters));
    parameters.put("way", way.name());
    if (way.isSparse()) {
      parameters.put("neighbours", Integer.toString(neighbours));
    } else {
      parameters.put("gamma", gamma == null ? "scale" : Double.toString(gamma));
    }
    if (way.partition == Partition.K_MEANS) {
      parameters.put("starts", Integer.toString(starts));
    }
    parameters.put("seed", Long.toString(seed));
    return parameters;
  }
}
