package org.debye.learning.train;

import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.global.torch;
import org.debye.augmentation.AngleWarp;
import org.debye.augmentation.AugmentationChain;
import org.debye.augmentation.MagnitudeWarp;
import org.debye.learning.collective.Alone;
import org.debye.learning.contrast.ContrastSettings;
import org.debye.learning.contrast.MomentumSettings;
import org.debye.learning.data.Examples;
import org.debye.learning.data.Feed;
import org.debye.learning.data.Views;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.optimise.Optimiser;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.pretrain.SelfSupervisedSettings;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.storage.PretrainingMethod;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStreams;

/**
 * Milliseconds of a step of pre-training: 32 spectra of 4,023 points, 6 views in relations, 2 in
 * contrast, drawn anew in each step by warps of the magnitude and the angle; SGD with momentum,
 * single precision. The PyTorch twin is src/jmh/torch/pretraining_times.py, which is given its
 * views; side_by_side.sh runs both.
 *
 * <pre>PretrainingTimes METHOD STEPS THREADS</pre>
 */
public final class PretrainingTimes {
  private static final int POINTS = 4023;
  private static final int SPECTRA = 32;
  private static final int WARM = 2;
  private static final double PROBABILITY = 0.2;

  private PretrainingTimes() {}

  public static void main(String[] arguments) {
    PretrainingMethod method =
        PretrainingMethod.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace("-", "_"));
    int steps = Integer.parseInt(arguments[1]);
    torch.set_num_threads(Integer.parseInt(arguments[2]));
    WeightPlan plan = new WeightPlan();
    Objective objective = card(method).build(plan).objective(new CrossEntropy(5));
    OptimiserSettings sgd = new OptimiserSettings.SgdSettings(0.9, 1e-4, false);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1);
        Optimiser optimiser = sgd.of(block)) {
      Step step = new Step(objective, block, optimiser, new Alone());
      Feed feed = new Feed(examples(), block.placement());
      double[] times = new double[steps];
      for (int s = -WARM; s < steps; s++) {
        long start = System.nanoTime();
        step.make(feed, sequences(), 0.05, RandomStreams.of(s));
        times[Math.max(s, 0)] = (System.nanoTime() - start) * 1e-6;
      }
      Arrays.sort(times);
      System.out.printf(Locale.ROOT, "%.2f%n", times[steps / 2]);
    }
  }

  private static int[] sequences() {
    int[] all = new int[SPECTRA];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static Examples examples() {
    Examples whole = Peaks.sequences(1, SPECTRA, POINTS, 5);
    return Examples.single(whole.spectra(), whole.labels(), whole.ids());
  }

  private static PretrainedCard card(PretrainingMethod method) {
    double coefficient =
        switch (method) {
          case SPECSELFTIME, SPECRR -> 0;
          case SPECMOCO, SUPERVISED_CONTRAST -> Double.POSITIVE_INFINITY;
          case SPECRRMOCO -> 0.01;
        };
    int parts = method == PretrainingMethod.SPECSELFTIME ? 0 : 5;
    MomentumSettings momentum = new MomentumSettings(new ContrastSettings(128, 0.1), 1744, 0.99);
    AugmentationChain warps =
        AugmentationChain.withProbability(PROBABILITY, MagnitudeWarp.THESIS, AngleWarp.THESIS);
    return new PretrainedCard(
        method,
        new RepresentationSettings(256, 16, 236, method.needsLabels()),
        new SelfSupervisedSettings(coefficient, 6, 5, parts, momentum),
        new Views(warps));
  }
}
