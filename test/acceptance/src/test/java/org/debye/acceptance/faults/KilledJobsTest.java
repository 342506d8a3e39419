package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * kill -9 of a job with embedded Spark at random moments, up to three times in a row, then the same
 * command again: the tables are those of an undisturbed run, row for row.
 *
 * <p>{@code -Ddebye.faults.kills=50} how many of each job; {@code -Ddebye.faults.seed=1}. Moments
 * are uniform from the start of the JVM to the time that the job takes.
 */
@Tag("acceptance")
final class KilledJobsTest {
  private static final int KILLS = Integer.getInteger("debye.faults.kills", 50);
  private static final long SEED = Long.getLong("debye.faults.seed", 1);
  private static final int IN_A_ROW = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void aKilledJobIsCompletedByTheNextRun(FaultJob job) throws Exception {
    Trials trials = new Trials(job.name().toLowerCase(Locale.ROOT) + "-embedded");
    if (trials.kills() >= KILLS) {
      return;
    }
    Undisturbed undisturbed = Undisturbed.run(job, folder, JobPlace.EMBEDDED);
    long milliseconds = undisturbed.milliseconds();
    while (trials.kills() < KILLS) {
      // The machine may be busier or idler by now: the last runs say how long it takes.
      milliseconds = (milliseconds + trial(undisturbed, trials, milliseconds)) / 2;
    }
  }

  /** One of them; gives how long its last run has taken. */
  private static long trial(Undisturbed undisturbed, Trials trials, long longest)
      throws IOException, InterruptedException {
    RandomStream random = RandomStreams.of(SEED).under(undisturbed.job().name()).at(trials.next());
    List<String> killed = new ArrayList<>();
    undisturbed.fresh();
    int kills = 1 + (int) (random.nextDouble() * IN_A_ROW);
    for (int kill = 0; kill < kills; kill++) {
      long moment = (long) (random.nextDouble() * longest);
      JobProcess process = undisturbed.start();
      if (!process.waitMilliseconds(moment)) {
        process.kill();
        killed.add(moment + " ms");
      }
    }
    long start = System.nanoTime();
    JobProcess last = undisturbed.start();
    String what = "seed " + SEED + "; killed after " + killed;
    assertThat(last.ended()).as(() -> what + ": " + last.said()).isZero();
    long took = (System.nanoTime() - start) / 1_000_000;
    undisturbed.sameRows(what);
    trials.passed(killed.size(), what, summary(last));
    return took;
  }

  /** The lines that say what was done, what was there already and what was done again. */
  static String summary(JobProcess process) {
    return process
        .said()
        .lines()
        .filter(
            line ->
                line.matches(
                    "(reduced|swept|predicted) .*|.* trained|.*(run that|run) was stopped.*"))
        .map(line -> line.replaceFirst(" in [0-9.]+ .*", ""))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
