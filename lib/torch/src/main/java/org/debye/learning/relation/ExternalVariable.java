package org.debye.learning.relation;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Scores;
import org.debye.learning.train.Pretext;
import org.debye.learning.weight.WeightPlan;

/**
 * In which part of the experiment was a spectrum taken (equation 7.3 of Sun's thesis,
 * inter-temporal relational reasoning)? The frames of a dataset are parted into T classes of equal
 * size along time, or along any variable that was changed from outside: pressure, temperature,
 * field.
 */
public final class ExternalVariable {
  private final Linear head;
  private final int classes;

  /**
   * Adds the head's weights to a plan.
   *
   * @param width E of a representation
   * @param classes T, at least 3; the thesis has 5
   */
  public ExternalVariable(WeightPlan plan, long width, int classes) {
    this.classes = classes;
    this.head = new Linear(plan.under("linear"), width, classes);
  }

  /**
   * Its part of the loss.
   *
   * @param representations (K b, E), all first views first
   * @param parts class of each of the b records
   */
  public Pretext of(Tensor representations, int[] parts, Pass pass) {
    int views = Math.toIntExact(representations.size(0)) / parts.length;
    int[] labels = new int[views * parts.length];
    for (int view = 0; view < views; view++) {
      System.arraycopy(parts, 0, labels, view * parts.length, parts.length);
    }
    Tensor scores = head.forward(torch.leaky_relu(representations), pass);
    Tensor sum = new CrossEntropy(classes).sum(scores, labels);
    return new Pretext(
        sum.div(new Scalar((double) views)),
        Scores.of(scores.detach()).right(labels),
        labels.length);
  }
}
