package org.debye.learning.probe;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.debye.learning.Libtorch;
import org.debye.learning.NativeWork;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.BatchPlan;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.layer.Pass;
import org.debye.learning.network.Encoder;
import org.debye.learning.network.RepresentationEncoder;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.storage.NetworkArrays;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;

/**
 * Spectra as an encoder that stays as it is represents them: E numbers each, in memory. The weights
 * are let go of before it returns.
 */
public final class Represented {
  /** Spectra that pass at once: few, so that what convolutions make of them stays in the cache. */
  private static final int BATCH = 4;

  private Represented() {}

  /**
   * By a trained encoder.
   *
   * @param weights of the model, the encoder's below {@code encoder.}
   * @param where the model, for messages
   * @throws org.debye.failure.InputException where the weights are of another encoder
   */
  public static HeldSpectra trained(
      SpectrumSource spectra, RepresentationSettings settings, StateDict weights, String where) {
    return of(
        spectra,
        settings,
        block -> NetworkArrays.restorePart(weights, PretrainedCard.ENCODER, block, where));
  }

  /** By the same encoder before its first step. */
  public static HeldSpectra untrained(
      SpectrumSource spectra, RepresentationSettings settings, long seed) {
    return of(spectra, settings, block -> block.initialise(seed));
  }

  /** Puts weights into their place. */
  private interface Filling {
    void into(WeightBlock block);
  }

  private static HeldSpectra of(
      SpectrumSource spectra, RepresentationSettings settings, Filling filling) {
    Libtorch.load();
    WeightPlan plan = new WeightPlan();
    Encoder encoder = RepresentationEncoder.build(plan.under("encoder"), settings);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU)) {
      filling.into(block);
      return encoded(spectra, encoder);
    }
  }

  @SuppressWarnings("try") // Scopes are closed, not read.
  private static HeldSpectra encoded(SpectrumSource spectra, Encoder encoder) {
    Examples examples = Examples.single(spectra, new int[spectra.size()], new long[spectra.size()]);
    Feed feed = new Feed(examples, Placement.CPU);
    int width = Math.toIntExact(encoder.width());
    HeldSpectra held = new HeldSpectra(width);
    List<int[]> batches = BatchPlan.inOrder(examples, BATCH);
    for (int[] batch : batches) {
      try (NativeWork work = NativeWork.begin();
          NoGradGuard plain = new NoGradGuard()) {
        float[] rows =
            Numbers.floats(encoder.encode(feed.batch(batch).spectra(), Pass.looking(new Alone())));
        for (int i = 0; i < batch.length; i++) {
          held.add(Arrays.copyOfRange(rows, i * width, (i + 1) * width));
        }
      }
    }
    return held;
  }
}
