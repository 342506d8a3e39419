package org.debye.learning.collective;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.learning.Libtorch;

/**
 * Microseconds that two processes of a thread each need to add up float32 of so many bytes (512
 * when left out), after so many milliseconds in which each computes: by Gloo, and directly, in
 * turns.
 *
 * <pre>MeetingTimes [BYTES ...]</pre>
 */
public final class MeetingTimes {
  private static final String HOST = "127.0.0.1";
  private static final String ATTEMPT = "meetings";
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));
  private static final int WARM = 50;
  private static final int MEETINGS = 400;

  private MeetingTimes() {}

  public static void main(String[] arguments) throws Exception {
    Libtorch.load();
    torch.set_num_threads(1);
    if (arguments.length > 0 && arguments[0].startsWith("@")) {
      List<Integer> ports =
          Arrays.stream(arguments[0].substring(1).split(",")).map(Integer::valueOf).toList();
      measure(1, ports, lengths(Arrays.copyOfRange(arguments, 1, arguments.length)));
      return;
    }
    try (MeetingServer gloo = MeetingServer.open(HOST, ATTEMPT, PATIENCE);
        MeetingServer direct = MeetingServer.open(HOST, ATTEMPT, PATIENCE)) {
      List<Integer> ports = List.of(gloo.point().port(), direct.point().port());
      Process other = start(ports, arguments);
      try {
        measure(0, ports, lengths(arguments));
        other.waitFor();
      } finally {
        other.destroyForcibly();
      }
    }
  }

  private static Process start(List<Integer> ports, String[] arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Objects.requireNonNull(System.getProperty("java.home")) + "/bin/java",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                MeetingTimes.class.getName(),
                "@" + ports.get(0) + "," + ports.get(1)));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static int[] lengths(String[] arguments) {
    return arguments.length == 0
        ? new int[] {512}
        : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
  }

  private static void measure(int rank, List<Integer> ports, int[] lengths) {
    int longest = Arrays.stream(lengths).max().orElseThrow();
    try (Collective gloo = join(rank, ports.get(0), 0);
        Collective direct = join(rank, ports.get(1), longest)) {
      for (int bytes : lengths) {
        for (int computing : new int[] {0, 2, 5, 10}) {
          String[] said = {meet(gloo, computing, bytes), meet(direct, computing, bytes)};
          if (rank == 0) {
            System.out.printf(
                Locale.ROOT,
                "%d bytes after %d ms: Gloo %s; direct %s%n",
                bytes,
                computing,
                said[0],
                said[1]);
          }
        }
      }
    }
  }

  private static Collective join(int rank, int port, long limit) {
    MeetingPoint point = new MeetingPoint(HOST, port, ATTEMPT);
    return GlooCollective.join(point, new RankPlace(rank, 2, HOST), PATIENCE, limit);
  }

  private static String meet(Collective ranks, int computing, int bytes) {
    double[] times = new double[MEETINGS];
    for (int i = -WARM; i < MEETINGS; i++) {
      compute(computing);
      try (PointerScope scope = new PointerScope()) {
        Tensor values = Tensor.create(new float[bytes / Float.BYTES]);
        long begun = System.nanoTime();
        ranks.sum(values);
        times[Math.max(i, 0)] = (System.nanoTime() - begun) * 1e-3;
      }
    }
    Arrays.sort(times);
    return String.format(
        Locale.ROOT,
        "median %.0f us, worst tenth from %.0f, mean %.0f",
        times[MEETINGS / 2],
        times[MEETINGS * 9 / 10],
        Arrays.stream(times).average().orElseThrow());
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
