package org.debye.learning.storage;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.checkpoint.Architecture;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.FrozenEncoder;
import org.debye.learning.network.Projection;
import org.debye.learning.weight.WeightPlan;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a pre-trained network: its encoder, and with it the head that a contrastive loss
 * looked through where that is wanted. Weights are buffers.
 */
public final class StoredRepresentation {
  private static final String PROJECTION = "projection.";
  private static final String LAST = PROJECTION + "linear2.weight";

  private final FrozenEncoder encoder;
  private final @Nullable Projection projection;
  private final boolean ofUnitLength;
  private final long width;

  private StoredRepresentation(
      FrozenEncoder encoder, @Nullable Projection projection, boolean ofUnitLength, long width) {
    this.encoder = encoder;
    this.projection = projection;
    this.ofUnitLength = ofUnitLength;
    this.width = width;
  }

  /** Whether the network was trained with a head. */
  public static boolean hasProjection(StateDict weights) {
    return weights.names().contains(LAST);
  }

  /** The encoder alone. */
  public static StoredRepresentation plain(WeightPlan plan, Architecture card) {
    FrozenEncoder encoder = encoder(plan, card);
    return new StoredRepresentation(encoder, null, false, encoder.width());
  }

  /**
   * The encoder and the head upon it.
   *
   * @param weights that are to be restored, which say how wide the head is
   */
  public static StoredRepresentation projected(
      WeightPlan plan, Architecture card, StateDict weights) {
    FrozenEncoder encoder = encoder(plan, card);
    long width = weights.array(LAST).shape()[0];
    Projection projection =
        new Projection(plan.frozen().under("projection"), encoder.width(), width);
    boolean ofUnitLength =
        PretrainingMethod.of(card.name()).filter(PretrainingMethod::needsLabels).isPresent();
    return new StoredRepresentation(encoder, projection, ofUnitLength, width);
  }

  private static FrozenEncoder encoder(WeightPlan plan, Architecture card) {
    return FrozenEncoder.build(
        plan.under("encoder"), PretrainedCard.representation(card).orElseThrow());
  }

  /** How many numbers represent a spectrum. */
  public long width() {
    return width;
  }

  /** How the names of its weights begin. */
  public List<String> prefixes() {
    return projection == null
        ? List.of(PretrainedCard.ENCODER)
        : List.of(PretrainedCard.ENCODER, PROJECTION);
  }

  /**
   * Represents spectra as they were in training: the head of supervised contrast takes
   * representations of length 1.
   *
   * @param spectra (S, L, n)
   * @return (S L, {@link #width})
   */
  public Tensor of(Tensor spectra, Pass pass) {
    Tensor encoded = encoder.encode(spectra, pass).flatten(0, 1);
    if (projection == null) {
      return encoded;
    }
    return projection.forward(ofUnitLength ? Projection.ofUnitLength(encoded) : encoded, pass);
  }
}
