package org.debye.learning.train;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.binned.BinSettings;
import org.debye.learning.binned.BinnedEnsemble;
import org.debye.learning.binned.JoinedBins;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.optimise.Optimiser;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;

/**
 * Milliseconds of a training step of each network: two sequences of 32 spectra of 4,023 points,
 * Adam, single precision; {@code BINNED_15} and {@code JOINED_15} are binned networks of 15 bins.
 * The PyTorch twin is src/jmh/torch/step_times.py; side_by_side.sh runs both.
 *
 * <pre>StepTimes NETWORK STEPS THREADS</pre>
 */
public final class StepTimes {
  private static final int POINTS = 4023;
  private static final int WARM = 3;

  private StepTimes() {}

  public static void main(String[] arguments) {
    int steps = Integer.parseInt(arguments[1]);
    torch.set_num_threads(Integer.parseInt(arguments[2]));
    Examples examples = Peaks.sequences(2, 32, POINTS, 2);
    WeightPlan plan = new WeightPlan();
    Objective objective = objective(plan, arguments[0]);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1);
        Optimiser optimiser = OptimiserSettings.AdamSettings.of(2e-5, false).of(block)) {
      Step step = new Step(objective, block, optimiser, new Alone());
      Feed feed = new Feed(examples, block.placement());
      double[] times = new double[steps];
      for (int s = -WARM; s < steps; s++) {
        long start = System.nanoTime();
        step.make(feed, new int[] {0, 1}, 1e-3, RandomStreams.of(s));
        times[Math.max(s, 0)] = (System.nanoTime() - start) * 1e-6;
      }
      Arrays.sort(times);
      System.out.printf(Locale.ROOT, "%.2f%n", times[steps / 2]);
    }
  }

  private static Objective objective(WeightPlan plan, String network) {
    CrossEntropy loss = new CrossEntropy(2);
    if (!network.startsWith("BINNED_") && !network.startsWith("JOINED_")) {
      EncoderSettings settings = new EncoderSettings(POINTS, 0);
      return new Supervised(
          Classifier.build(plan, Architecture.valueOf(network), settings, 2), loss);
    }
    double[] axis = new double[POINTS];
    Arrays.setAll(axis, i -> 9.5 + 15.9 * i / (POINTS - 1));
    BinSettings bins = BinSettings.thesis(Integer.parseInt(network.substring(7)));
    return network.startsWith("BINNED_")
        ? BinnedEnsemble.build(plan, axis, bins, 2).objective(loss)
        : JoinedBins.build(plan, axis, bins, 2).objective(loss);
  }
}
