package org.debye.learning.train;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.Libtorch;
import org.debye.learning.collective.Alone;
import org.debye.learning.collective.Collective;
import org.debye.learning.collective.GlooCollective;
import org.debye.learning.collective.MeetingPoint;
import org.debye.learning.collective.MeetingServer;
import org.debye.learning.collective.Patience;
import org.debye.learning.collective.RankPlace;
import org.debye.learning.data.BatchPlan;
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
 * Milliseconds of a training step of 64 spectra of 4,023 points, shared by one or two processes of
 * a thread each, and the speed-up; batch statistics are shared too. The PyTorch twin is
 * src/jmh/torch/ddp_times.py.
 *
 * <pre>RankTimes NETWORK STEPS</pre>
 *
 * of which as many go ahead and do not count.
 */
public final class RankTimes {
  private static final int POINTS = 4023;
  private static final int BATCH = 64;
  private static final String HOST = "127.0.0.1";
  private static final String ATTEMPT = "times";
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));

  private RankTimes() {}

  public static void main(String[] arguments) throws Exception {
    Libtorch.load();
    torch.set_num_threads(1);
    String network = arguments[0];
    int steps = Integer.parseInt(arguments[1]);
    if (arguments.length > 2) {
      MeetingPoint point = new MeetingPoint(HOST, Integer.parseInt(arguments[2]), ATTEMPT);
      try (Collective ranks = GlooCollective.join(point, new RankPlace(1, 2, HOST), PATIENCE)) {
        median(network, steps, ranks);
      }
      return;
    }
    double one = median(network, steps, new Alone());
    double two = ofTwo(network, steps);
    System.out.printf(
        Locale.ROOT,
        "Debye %s: %.1f ms a step on one process, %.1f on two: %.2f%n",
        network,
        one,
        two,
        one / two);
  }

  private static double ofTwo(String network, int steps) throws Exception {
    try (MeetingServer server = MeetingServer.open(HOST, ATTEMPT, PATIENCE)) {
      Process other =
          new ProcessBuilder(
                  List.of(
                      Objects.requireNonNull(System.getProperty("java.home")) + "/bin/java",
                      "-cp",
                      Objects.requireNonNull(System.getProperty("java.class.path")),
                      RankTimes.class.getName(),
                      network,
                      Integer.toString(steps),
                      Integer.toString(server.point().port())))
              .inheritIO()
              .start();
      try (Collective ranks =
          GlooCollective.join(server.point(), new RankPlace(0, 2, HOST), PATIENCE)) {
        double median = median(network, steps, ranks);
        other.waitFor();
        return median;
      } finally {
        other.destroyForcibly();
      }
    }
  }

  private static double median(String network, int steps, Collective ranks) {
    Examples examples = Peaks.sequences(BATCH, 1, POINTS, 2);
    WeightPlan plan = new WeightPlan();
    Classifier classifier =
        Classifier.build(plan, Architecture.valueOf(network), new EncoderSettings(POINTS, 0), 2);
    int[] all = new int[BATCH];
    Arrays.setAll(all, i -> i);
    int[] part = BatchPlan.part(all, ranks.rank(), ranks.size());
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1);
        Optimiser optimiser = OptimiserSettings.AdamSettings.of(2e-5, false).of(block)) {
      Step step =
          new Step(new Supervised(classifier, new CrossEntropy(2)), block, optimiser, ranks);
      Feed feed = new Feed(examples, block.placement());
      double[] times = new double[steps];
      // The JVM compiles meanwhile: with a core a process, on the core that computes.
      for (int s = -steps; s < steps; s++) {
        long begun = System.nanoTime();
        step.make(feed, part, 1e-3, RandomStreams.of(s));
        times[Math.max(s, 0)] = (System.nanoTime() - begun) * 1e-6;
      }
      Arrays.sort(times);
      return times[steps / 2];
    }
  }
}
