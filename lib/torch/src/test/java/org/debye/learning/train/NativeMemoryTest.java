package org.debye.learning.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
  private static final int STEPS = 10_000;
  private static final int WARM = 1_000;
  private static final long PAGE = 4096;

  /** A leak of one batch a step would be 14 MB here, of one gradient 500 MB. */
  @Test
  void tenThousandStepsNeedNoMoreMemoryThanThousand() throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/statm")), "no /proc to read from");
    Examples examples = Peaks.sequences(4, 1, 96, 2);
    WeightPlan plan = new WeightPlan();
    Classifier classifier =
        Classifier.build(plan, Architecture.CNN, new EncoderSettings(96, 0.1), 2);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU).initialise(1);
        Optimiser optimiser = OptimiserSettings.AdamSettings.of(0, false).of(block)) {
      Step step =
          new Step(new Supervised(classifier, new CrossEntropy(2)), block, optimiser, new Alone());
      Feed feed = new Feed(examples, block.placement());
      int[] batch = {0, 1, 2, 3};
      long afterWarmUp = 0;
      for (int s = 0; s < STEPS; s++) {
        if (s == WARM) {
          afterWarmUp = resident();
        }
        step.make(feed, batch, 1e-3, RandomStreams.of(s));
      }
      assertThat(resident() - afterWarmUp).isLessThan(8L << 20);
    }
  }

  private static long resident() throws IOException {
    System.gc();
    String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1);
    return Long.parseLong(pages[1]) * PAGE;
  }
}
