package org.debye.learning.train;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.data.Batch;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.Scores;

/**
 * Cross entropy of a classifier's scores.
 *
 * @param classifier whose weights move
 * @param loss with its class weights
 */
public record Supervised(Classifier classifier, CrossEntropy loss) implements Objective {
  @Override
  public LossSum of(Batch batch, Pass pass) {
    Tensor scores = classifier.scores(batch.spectra(), pass);
    return new LossSum(
        loss.sum(scores, batch.labels()),
        loss.count(batch.labels()),
        Scores.of(scores).right(batch.labels()),
        batch.labels().length);
  }
}
