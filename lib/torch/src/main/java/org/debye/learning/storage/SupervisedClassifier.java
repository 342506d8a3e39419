package org.debye.learning.storage;

import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.Scorer;
import org.debye.learning.train.Objective;
import org.debye.learning.train.Supervised;

/** An encoder with a linear head, which learns from classes by cross entropy. */
record SupervisedClassifier(Classifier classifier) implements BuiltClassifier {
  @Override
  public Scorer scorer() {
    return classifier;
  }

  @Override
  public boolean looksAtNeighbours() {
    return classifier.encoder().looksAtNeighbours();
  }

  @Override
  public Objective objective(CrossEntropy loss) {
    return new Supervised(classifier, loss);
  }
}
