package org.debye.exploration;

import java.util.Arrays;
import org.debye.numeric.SymmetricOperator;

/**
 * D^-1/2 W D^-1/2, whose eigenvalues are one less those of the symmetric normalised Laplacian. As
 * scipy and scikit-learn have it: the diagonal of W is left out, and a point without neighbours has
 * the root 1 and the eigenvalue 0 here, 1 there.
 *
 * @param roots square roots of the degrees, 1 for a point without neighbours
 */
record NormalisedGraph(AffinityGraph graph, double[] roots) implements SymmetricOperator {
  static NormalisedGraph of(AffinityGraph graph) {
    double[] roots = Arrays.stream(graph.degrees()).map(d -> d == 0 ? 1 : Math.sqrt(d)).toArray();
    return new NormalisedGraph(graph, roots);
  }

  @Override
  public int size() {
    return roots.length;
  }

  @Override
  public void apply(double[][] vectors, double[][] products) {
    double[][] scaled = new double[vectors.length][roots.length];
    for (int v = 0; v < vectors.length; v++) {
      for (int i = 0; i < roots.length; i++) {
        scaled[v][i] = vectors[v][i] / roots[i];
      }
    }
    graph.apply(scaled, products);
    for (double[] product : products) {
      for (int i = 0; i < roots.length; i++) {
        product[i] /= roots[i];
      }
    }
  }
}
