package org.debye.learning.network;

import org.bytedeco.pytorch.Tensor;
import org.debye.learning.layer.Linear;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.Initial;
import org.debye.learning.weight.WeightPlan;

/**
 * An encoder with a linear layer on top, one output a class; for two classes one output, the log
 * odds of the second.
 */
public final class Classifier implements Scorer {
  private final Encoder encoder;
  private final Linear head;
  private final int classes;

  private Classifier(Encoder encoder, Linear head, int classes) {
    this.encoder = encoder;
    this.head = head;
    this.classes = classes;
  }

  /**
   * Adds its weights to a plan: the encoder's under {@code encoder}, its own under {@code head}.
   *
   * @param classes at least 2
   */
  public static Classifier build(
      WeightPlan plan, Architecture architecture, EncoderSettings settings, int classes) {
    Encoder encoder = architecture.build(plan.under("encoder"), settings);
    return on(plan, encoder, classes);
  }

  /** On an encoder that is there already. */
  public static Classifier on(WeightPlan plan, Encoder encoder, int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException(classes + " classes: nothing to tell apart");
    }
    int outputs = classes == 2 ? 1 : classes;
    Linear head =
        new Linear(
            plan.under("head"),
            encoder.width(),
            outputs,
            encoder.head(),
            Initial.fanIn(encoder.width()));
    return new Classifier(encoder, head, classes);
  }

  public Encoder encoder() {
    return encoder;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Tensor scores(Tensor spectra, Pass pass) {
    Tensor encoded = encoder.encode(spectra, pass);
    return head.forward(encoded, pass).flatten(0, 1);
  }
}
