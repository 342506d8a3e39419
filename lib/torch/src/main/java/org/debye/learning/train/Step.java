package org.debye.learning.train;

import org.debye.learning.NativeWork;
import org.debye.learning.collective.Collective;
import org.debye.learning.collective.GradientSum;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Feed;
import org.debye.learning.layer.Pass;
import org.debye.learning.optimise.Optimiser;
import org.debye.learning.weight.Autocast;
import org.debye.learning.weight.WeightBlock;
import org.debye.numeric.RandomStreams;

/**
 * One step of training: forward, backward, the gradients' sum over ranks, the optimiser. The result
 * is that of one rank with the whole batch, but for rounding. All native memory of a step is given
 * back at its end.
 *
 * @param objective that is minimised
 * @param weights that move
 * @param optimiser that moves them
 * @param ranks that share the batch
 */
@SuppressWarnings("try") // Scopes are closed, not read.
record Step(Objective objective, WeightBlock weights, Optimiser optimiser, Collective ranks) {
  /**
   * Makes it.
   *
   * @param feed of this rank's examples
   * @param sequences this rank's part of the batch
   * @param rate learning rate
   * @param streams of this step's randomness
   * @return loss and accuracy over all ranks
   */
  Tally make(Feed feed, int[] sequences, double rate, RandomStreams streams) {
    try (NativeWork work = NativeWork.begin()) {
      Batch batch = feed.batch(sequences);
      Pass pass = Pass.training(ranks, streams, batch.ids());
      weights.gradients().zero_();
      LossSum part = loss(batch, pass);
      part.sum().backward();
      pass.requireBackward();
      Tally tally = new Tally();
      tally.add(part);
      tally.sum(ranks);
      new GradientSum(ranks).sumAndDivide(weights.gradients(), tally.count());
      optimiser.step(rate);
      return tally;
    }
  }

  private LossSum loss(Batch batch, Pass pass) {
    try (Autocast reduced = Autocast.begin(weights.placement())) {
      return objective.of(batch, pass);
    }
  }
}
