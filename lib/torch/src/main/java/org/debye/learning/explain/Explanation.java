package org.debye.learning.explain;

import java.util.List;
import java.util.Map;
import org.debye.learning.explain.AttentionMatrices.Matrices;

/**
 * What a network looks at in the spectra of a dataset.
 *
 * @param spectra as the network gets them, N x P
 * @param gradients by class: of its score with respect to each intensity, N x P
 * @param attention by layer, of all frames where the network looks at neighbours, else of one; none
 *     without attention
 * @param weights by layer: those that are matrices, outputs x inputs
 */
public record Explanation(
    List<float[]> spectra,
    List<float[][]> gradients,
    Map<String, Matrices> attention,
    Map<String, Matrices> weights) {

  /**
   * The sum of a class's gradients over all spectra, as section 5.3.3 of Sun's thesis has it.
   *
   * @param of class
   */
  public double[] summed(int of) {
    double[] sum = new double[spectra.get(0).length];
    for (float[] row : gradients.get(of)) {
      for (int p = 0; p < sum.length; p++) {
        sum[p] += row[p];
      }
    }
    return sum;
  }
}
