package org.debye.learning.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.data.Batch;
import org.debye.learning.data.Views;
import org.debye.learning.layer.Pass;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.Scores;

/**
 * Cross entropy of a classifier's scores of two random views of each spectrum: what supervised
 * contrast is compared with in section 6.2.4 of Sun's thesis. Views are those that supervised
 * contrast would draw of the same batch, so that the loss alone differs. Spectra that are only
 * looked at pass as they are.
 *
 * @param classifier whose weights move
 * @param loss with its class weights
 * @param views that are drawn
 */
public record SupervisedViews(Classifier classifier, CrossEntropy loss, Views views)
    implements Objective {
  private static final int VIEWS = 2;

  @Override
  public LossSum of(Batch batch, Pass pass) {
    if (!pass.training()) {
      return new Supervised(classifier, loss).of(batch, pass);
    }
    float[][] drawn = views.draw(batch, VIEWS, pass.streams().under("views"));
    Tensor scores = classifier.scores(Views.tensor(drawn, batch.spectra()), pass);
    int[] labels =
        IntStream.range(0, VIEWS).flatMap(view -> Arrays.stream(batch.labels())).toArray();
    return new LossSum(
        loss.sum(scores, labels),
        loss.count(labels),
        Scores.of(scores).right(labels),
        labels.length);
  }
}
