package org.debye.learning.collective;

import java.time.Duration;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * A rank in a JVM of its own. Arguments: what to do (operations, or how many values to sum without
 * end), rank, size, port (0: rank 0, which opens the meeting and says its port), attempt, seconds
 * of waiting for an answer.
 */
@SuppressWarnings("try") // A scope is closed, not read.
final class RankProcess {
  private RankProcess() {}

  public static void main(String[] arguments) {
    int rank = Integer.parseInt(arguments[1]);
    int port = Integer.parseInt(arguments[3]);
    Patience patience =
        new Patience(Duration.ofSeconds(60), Duration.ofSeconds(Long.parseLong(arguments[5])));
    RankPlace place = new RankPlace(rank, Integer.parseInt(arguments[2]), RankThreads.HOST);
    if (port == 0) {
      try (MeetingServer server = MeetingServer.open(place.host(), arguments[4], patience)) {
        say("port " + server.point().port());
        run(arguments[0], server.point(), place, patience);
      }
    } else {
      run(arguments[0], new MeetingPoint(place.host(), port, arguments[4]), place, patience);
    }
    say("ended");
  }

  private static void run(String what, MeetingPoint point, RankPlace place, Patience patience) {
    try (Collective collective = GlooCollective.join(point, place, patience)) {
      switch (what) {
        case "operations" -> CollectiveOperations.run(collective).forEach(RankProcess::say);
        default -> endless(collective, Integer.parseInt(what));
      }
    }
  }

  /** Sums so many values until another rank is lost. */
  private static void endless(Collective collective, int length) {
    long last = System.nanoTime();
    try {
      for (int step = 0; ; step++) {
        try (PointerScope scope = new PointerScope()) {
          Tensor values = CollectiveOperations.floats(collective.rank(), length);
          collective.sum(values);
        }
        if (step == 20) {
          say("going");
        }
        last = System.nanoTime();
      }
    } catch (LostRankException e) {
      say("lost " + (System.nanoTime() - last) / 1_000_000 + " " + e.getMessage());
    }
  }

  private static void say(String line) {
    Objects.requireNonNull(System.out).println(line);
  }
}
