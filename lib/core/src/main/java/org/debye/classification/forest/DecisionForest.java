package org.debye.classification.forest;

import org.debye.classification.FittedClassifier;

/**
 * Decision trees whose leaves hold shares of the classes; a forest's probability is the mean of its
 * trees' (Breiman 2001, with probabilities in place of votes, as Spark MLlib does).
 *
 * @param points P
 * @param classes K
 * @param roots node at which each tree begins
 * @param features of each node: point that it looks at, or -1 for a leaf
 * @param thresholds of each node: intensities at most this go left
 * @param left node to the left, of nodes that are no leaves
 * @param right node to the right
 * @param shares nodes x K, row major; of leaves on the simplex
 */
public record DecisionForest(
    int points,
    int classes,
    int[] roots,
    int[] features,
    double[] thresholds,
    int[] left,
    int[] right,
    double[] shares)
    implements FittedClassifier {

  /** Checks that every way down stays inside and ends. */
  public DecisionForest {
    int nodes = features.length;
    boolean fits =
        roots.length > 0
            && thresholds.length == nodes
            && left.length == nodes
            && right.length == nodes
            && shares.length == nodes * classes;
    for (int node = 0; node < nodes && fits; node++) {
      boolean leaf = features[node] < 0;
      fits =
          leaf
              || (features[node] < points
                  && left[node] > node
                  && left[node] < nodes
                  && right[node] > node
                  && right[node] < nodes);
    }
    for (int root : roots) {
      fits &= root >= 0 && root < nodes;
    }
    if (!fits) {
      throw new IllegalArgumentException("the nodes make no forest");
    }
  }

  @Override
  public double[] probabilities(float[] spectra) {
    double[] out = new double[count(spectra) * classes];
    for (int i = 0; i * points < spectra.length; i++) {
      for (int root : roots) {
        int leaf = leaf(spectra, i * points, root);
        for (int k = 0; k < classes; k++) {
          out[i * classes + k] += shares[leaf * classes + k] / roots.length;
        }
      }
    }
    return out;
  }

  private int leaf(float[] spectra, int at, int root) {
    int node = root;
    while (features[node] >= 0) {
      node = spectra[at + features[node]] <= thresholds[node] ? left[node] : right[node];
    }
    return node;
  }
}
