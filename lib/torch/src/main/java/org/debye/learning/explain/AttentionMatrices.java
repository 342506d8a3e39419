package org.debye.learning.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.NativeWork;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Scorer;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;

/**
 * The matrices of attention of one sequence: after the softmax, rows summing to one. Names are
 * those of the layers: {@code spatial}, {@code channel}, {@code temporal}, {@code layers.0}.
 */
public final class AttentionMatrices {
  private AttentionMatrices() {}

  /**
   * A layer's matrices.
   *
   * @param shape extents, outermost first; the last two are the matrix
   * @param values row by row
   */
  public record Matrices(long[] shape, double[] values) {}

  /** Of a sequence of the examples, by layer; empty for a network without attention. */
  public static Map<String, Matrices> of(
      Scorer classifier, Placement placement, Examples examples, int sequence) {
    Map<String, Tensor> noted = new LinkedHashMap<>();
    Map<String, Matrices> matrices = new LinkedHashMap<>();
    try (NativeWork work = NativeWork.begin();
        NoGradGuard plain = new NoGradGuard()) {
      Tensor spectra = new Feed(examples, placement).batch(new int[] {sequence}).spectra();
      classifier.scores(spectra, Pass.noting(new Alone(), noted));
      noted.forEach(
          (layer, tensor) -> {
            matrices.put(layer, new Matrices(Numbers.shape(tensor), Numbers.doubles(tensor)));
            tensor.releaseReference();
          });
    }
    return matrices;
  }
}
