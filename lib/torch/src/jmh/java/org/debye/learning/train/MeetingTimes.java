package org.debye.learning.train;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.Libtorch;
import org.debye.learning.collective.Collective;
import org.debye.learning.collective.GlooCollective;
import org.debye.learning.collective.MeetingPoint;
import org.debye.learning.collective.MeetingServer;
import org.debye.learning.collective.Patience;
import org.debye.learning.collective.RankPlace;

/**
 * Microseconds that two processes of a thread each need to add up 64 numbers, after so many
 * milliseconds in which each computes.
 *
 * <pre>MeetingTimes</pre>
 */
public final class MeetingTimes {
  private static final String HOST = "127.0.0.1";
  private static final String ATTEMPT = "meetings";
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));
  private static final int WARM = 50;
  private static final int MEETINGS = 400;
  private static final int NUMBERS = 64;

  private MeetingTimes() {}

  public static void main(String[] arguments) throws Exception {
    Libtorch.load();
    torch.set_num_threads(1);
    if (arguments.length > 0) {
      MeetingPoint point = new MeetingPoint(HOST, Integer.parseInt(arguments[0]), ATTEMPT);
      try (Collective ranks = GlooCollective.join(point, new RankPlace(1, 2, HOST), PATIENCE)) {
        meet(ranks);
      }
      return;
    }
    try (MeetingServer server = MeetingServer.open(HOST, ATTEMPT, PATIENCE)) {
      Process other =
          new ProcessBuilder(
                  List.of(
                      Objects.requireNonNull(System.getProperty("java.home")) + "/bin/java",
                      "-cp",
                      Objects.requireNonNull(System.getProperty("java.class.path")),
                      MeetingTimes.class.getName(),
                      Integer.toString(server.point().port())))
              .inheritIO()
              .start();
      try (Collective ranks =
          GlooCollective.join(server.point(), new RankPlace(0, 2, HOST), PATIENCE)) {
        meet(ranks);
        other.waitFor();
      } finally {
        other.destroyForcibly();
      }
    }
  }

  private static void meet(Collective ranks) {
    for (int computing : new int[] {0, 2, 5, 10}) {
      double[] times = new double[MEETINGS];
      for (int i = -WARM; i < MEETINGS; i++) {
        compute(computing);
        try (PointerScope scope = new PointerScope()) {
          Tensor values = Tensor.create(new double[NUMBERS]);
          long begun = System.nanoTime();
          ranks.sum(values);
          times[Math.max(i, 0)] = (System.nanoTime() - begun) * 1e-3;
        }
      }
      if (ranks.rank() == 0) {
        Arrays.sort(times);
        System.out.printf(
            Locale.ROOT,
            "after %d ms: median %.0f us, worst tenth from %.0f us, mean %.0f us%n",
            computing,
            times[MEETINGS / 2],
            times[MEETINGS * 9 / 10],
            Arrays.stream(times).average().orElseThrow());
      }
    }
  }

  private static void compute(int milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000L;
    double sum = 0;
    while (System.nanoTime() < end) {
      sum += Math.sqrt(sum + 1);
    }
    if (sum < 0) {
      throw new IllegalStateException("a sum of roots below 0");
    }
  }
}
