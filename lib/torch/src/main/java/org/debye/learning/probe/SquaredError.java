package org.debye.learning.probe;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.data.Batch;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.train.LossSum;
import org.debye.learning.train.Objective;

/**
 * Mean squared error of a linear layer, over what is known.
 *
 * @param head whose weights move
 * @param rectified whether a rectifier follows it
 * @param targets by the records' ids
 */
record SquaredError(Linear head, boolean rectified, MeasuredTargets targets) implements Objective {
  @Override
  public LossSum of(Batch batch, Pass pass) {
    Tensor found = output(batch.spectra(), pass);
    Tensor known = targets.known(batch.ids(), found);
    Tensor off = found.sub(targets.values(batch.ids(), found)).mul(known);
    return new LossSum(off.mul(off).sum(), known.sum().item_double(), 0, 0);
  }

  /** (S, 1, width) to (S, K). */
  Tensor output(Tensor representations, Pass pass) {
    Tensor linear = head.forward(representations, pass).flatten(0, 1);
    return rectified ? torch.relu(linear) : linear;
  }
}
