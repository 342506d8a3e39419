package org.debye.learning.network;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.collective.Alone;
import org.debye.learning.layer.Pass;
import org.debye.learning.weight.WeightPlan;

/**
 * A trained encoder that stays as it is while something learns on top of it: its statistics are
 * those that it has run along with, and its weights have no gradient.
 */
@SuppressWarnings("try") // A guard is closed, not read.
public record FrozenEncoder(Encoder encoder) implements Encoder {
  /** Adds its weights to a plan, as buffers. */
  public static FrozenEncoder build(WeightPlan plan, RepresentationSettings settings) {
    return new FrozenEncoder(RepresentationEncoder.build(plan.frozen(), settings));
  }

  @Override
  public long width() {
    return encoder.width();
  }

  @Override
  public boolean looksAtNeighbours() {
    return encoder.looksAtNeighbours();
  }

  @Override
  public Tensor encode(Tensor spectra, Pass pass) {
    if (!pass.training()) {
      return encoder.encode(spectra, pass);
    }
    try (NoGradGuard plain = new NoGradGuard()) {
      return encoder.encode(spectra, Pass.looking(new Alone()));
    }
  }
}
