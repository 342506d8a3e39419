package org.debye.learning.layer;

import org.bytedeco.pytorch.Tensor;

/** A function of a tensor with weights of its own. */
@FunctionalInterface
public interface Layer {
  /**
   * The function's value.
   *
   * @param input never modified
   * @param pass of this batch
   */
  Tensor forward(Tensor input, Pass pass);

  /** This layer, then another. */
  default Layer then(Layer next) {
    return (input, pass) -> next.forward(forward(input, pass), pass);
  }
}
