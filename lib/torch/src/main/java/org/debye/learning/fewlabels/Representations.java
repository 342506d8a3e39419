package org.debye.learning.fewlabels;

import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.NativeWork;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.FrozenEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;

/** What encoders make of spectra. */
@SuppressWarnings("try") // Scopes are closed, not read.
public final class Representations {
  /** Spectra that pass at once: few, so that what convolutions make of them stays in the cache. */
  private static final int BATCH = 4;

  private Representations() {}

  /**
   * By an encoder that has been trained.
   *
   * @param weights of a pre-training, below {@code encoder.}
   * @param where they are from, for messages
   * @return in the order of the examples' spectra
   */
  public static HeldSpectra trained(
      RepresentationSettings settings, StateDict weights, String where, Examples examples) {
    WeightPlan plan = new WeightPlan();
    FrozenEncoder encoder = FrozenEncoder.build(plan.under("encoder"), settings);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU)) {
      NetworkArrays.restorePart(weights, PretrainedCard.ENCODER, block, where);
      return of(encoder, examples);
    }
  }

  /** By one that has learnt nothing: what the network's shape alone is worth. */
  public static HeldSpectra untrained(
      RepresentationSettings settings, long seed, Examples examples) {
    WeightPlan plan = new WeightPlan();
    FrozenEncoder encoder = FrozenEncoder.build(plan.under("encoder"), settings);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU)) {
      block.initialise(seed);
      return of(encoder, examples);
    }
  }

  private static HeldSpectra of(FrozenEncoder encoder, Examples examples) {
    int width = Math.toIntExact(encoder.width());
    HeldSpectra held = new HeldSpectra(width);
    Feed feed = new Feed(examples, Placement.CPU);
    List<int[]> batches = BatchPlan.inOrder(examples, BATCH);
    for (int[] batch : batches) {
      try (NativeWork work = NativeWork.begin();
          NoGradGuard plain = new NoGradGuard()) {
        Tensor encoded = encoder.encode(feed.batch(batch).spectra(), Pass.looking(new Alone()));
        float[] numbers = Numbers.floats(encoded.flatten(0, 1).contiguous());
        for (int row = 0; row < batch.length; row++) {
          held.add(java.util.Arrays.copyOfRange(numbers, row * width, (row + 1) * width));
        }
      }
    }
    return held;
  }
}
