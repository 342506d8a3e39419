package org.debye.spark.prediction;

import org.debye.learning.checkpoint.ModelCard;
import org.debye.provenance.Digest;

/**
 * What a model is recognised by, wherever its folder lies: everything that its numbers depend on.
 * Training with one identity gives the same bits.
 */
public final class ModelIdentity {
  private ModelIdentity() {}

  /** Of a finished model. */
  public static String of(ModelCard card) {
    return ofTraining(card)
        .add((long) card.training().epoch())
        .add(card.training().globalStep())
        .hex();
  }

  /** Of a model that is to be trained, however far it is. */
  public static String before(ModelCard card) {
    return ofTraining(card).hex();
  }

  private static Digest ofTraining(ModelCard card) {
    return new Digest()
        .add(card.architecture())
        .add(card.classes())
        .add(card.axis().id())
        .add(card.treatment())
        .add(card.data().contentHash())
        .add(card.training().settings())
        .add(card.training().seeds())
        .add((long) card.training().worldSize())
        .add(card.training().precision());
  }
}
