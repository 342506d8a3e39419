package org.debye.spark.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.collective.Patience;
import org.debye.spark.DebyeSession;

/**
 * The driver of an application on a cluster, in a JVM of its own since a JVM has one Spark. Says a
 * line for each outcome of a rank, and for each refusal. Arguments: folder, what to do.
 */
final class ClusterApplication {
  static final Descent WORK = new Descent(30, 50);

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(60), Duration.ofSeconds(60));

  private final SparkSession session = DebyeSession.open("ranks");
  private final Path folder;

  private ClusterApplication(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    ClusterApplication application = new ClusterApplication(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      application.run(arguments[i]);
    }
    application.session.stop();
    say("ended");
  }

  private void run(String what) throws Exception {
    switch (what) {
      case "undisturbed" -> descend(what, 2);
      case "killed" -> {
        Thread killer = new Thread(this::killRankOne);
        killer.start();
        descend(what, 2);
        killer.join();
      }
      case "too-many" -> refused(settings(what, 5, Duration.ofSeconds(1)), new Descent(1, 1));
      case "refusing" -> refused(settings(what, 2, PATIENCE.joining()), new Refusing());
      default -> throw new IllegalArgumentException(what);
    }
  }

  private void descend(String name, int ranks) throws IOException {
    long begun = System.nanoTime();
    for (RankOutcome<Descent.Fit> outcome :
        BarrierRanks.run(session, settings(name, ranks, PATIENCE.joining()), WORK)) {
      say(
          name
              + " rank "
              + outcome.rank()
              + " executor "
              + outcome.executor()
              + " attempt "
              + outcome.attempt()
              + " begun "
              + outcome.value().begun()
              + " weights "
              + bits(outcome.value().weights()));
    }
    say("seconds " + (System.nanoTime() - begun) / 1e9);
  }

  private void refused(RankSettings settings, RankWork<?> work) {
    try {
      BarrierRanks.run(session, settings, work);
      say("not refused");
    } catch (InputException e) {
      say("refused " + e.getMessage());
    }
  }

  private RankSettings settings(String name, int ranks, Duration joining) throws IOException {
    Path checkpoints = Files.createDirectories(folder.resolve(name));
    return new RankSettings(
        ranks, checkpoints.toUri(), new Patience(joining, PATIENCE.answering()));
  }

  /** kill -9 of the executor of rank 1, when three epochs are done. */
  private void killRankOne() {
    Path checkpoints = folder.resolve("killed");
    try {
      while (!Files.isDirectory(checkpoints) || Descent.epochs(checkpoints) < 3) {
        Thread.sleep(1);
      }
      long pid = Long.parseLong(Files.readString(checkpoints.resolve("pid-1-0")));
      boolean killed = ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
      say("killed " + killed + " after epoch " + Descent.epochs(checkpoints));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rank 1 alone refuses, while rank 0 waits for it in a sum. */
  private record Refusing() implements RankWork<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer run(RankContext context) {
      if (context.collective().rank() == 1) {
        throw InputException.of(
            FailureCode.NON_FINITE_SPECTRA, "scan_7", "spectrum 3 is not finite", "Mask it.");
      }
      return context.collective().gather(1).length;
    }
  }

  private static String bits(List<Double> weights) {
    return weights.stream()
        .map(weight -> Long.toHexString(Double.doubleToRawLongBits(weight)))
        .collect(Collectors.joining(","));
  }

  private static void say(String line) {
    Objects.requireNonNull(System.out).println(line);
  }
}
