package org.debye.spark.training;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.SparkEnv;
import org.debye.failure.InputException;
import org.debye.learning.Libtorch;
import org.debye.learning.collective.Alone;
import org.debye.learning.collective.Collective;
import org.debye.learning.collective.GlooCollective;
import org.debye.learning.collective.LostRankException;
import org.debye.learning.collective.MeetingPoint;
import org.debye.learning.collective.MeetingServer;
import org.debye.learning.collective.NcclCollective;
import org.debye.learning.collective.RankPlace;
import org.jspecify.annotations.Nullable;

/**
 * What a barrier task does: meets the other ranks, does the work with them, and agrees with them on
 * how it has ended.
 *
 * @param application Spark's id of it
 * @param executors how many there were when the driver began
 */
record RankTask<R>(RankWork<R> work, RankSettings settings, String application, int executors)
    implements Serializable {
  /** How long a rank that has lost another waits to hear whether that one has refused. */
  private static final Duration NEWS = Duration.ofSeconds(5);

  RankReport<R> run() throws Exception {
    return new Running(BarrierTaskContext.get()).run();
  }

  /** On an executor, for one attempt. */
  private final class Running {
    private final BarrierTaskContext task;
    private final TimedGathering gathering;
    private final int rank;
    private final String host = ownHost();

    Running(BarrierTaskContext task) {
      this.task = task;
      this.gathering = new TimedGathering(task);
      this.rank = task.partitionId();
    }

    RankReport<R> run() throws Exception {
      Libtorch.load(task.cpus());
      try (MeetingServer server = openMeeting()) {
        List<Arrival> arrivals = meet(server == null ? 0 : server.point().port());
        Arrival first = arrivals.get(0);
        MeetingPoint point =
            settings.ranks() == 1
                ? null
                : new MeetingPoint(first.host(), first.port(), first.fence());
        return agree(first.fence(), work(point));
      }
    }

    private @Nullable MeetingServer openMeeting() {
      return rank == 0 && settings.ranks() > 1
          ? MeetingServer.open(host, fence(), settings.patience())
          : null;
    }

    /** The barrier stage's attempt, and the task of rank 0 in it, which no other attempt has. */
    private String fence() {
      return application
          + " stage "
          + task.stageId()
          + "."
          + task.stageAttemptNumber()
          + " task "
          + task.taskAttemptId();
    }

    private List<Arrival> meet(int port) throws InterruptedException {
      String fence = rank == 0 ? fence() : "";
      Arrival own = new Arrival(host, SparkEnv.get().executorId(), port, fence);
      String[] texts = gathering.gather(own.text(), settings.patience().joining());
      if (texts == null) {
        throw new IllegalStateException(
            "Rank "
                + rank
                + " of "
                + settings.ranks()
                + " has waited "
                + settings.patience().joining().toSeconds()
                + " s for the others' tasks to begin.");
      }
      List<Arrival> arrivals = Arrival.parse(texts);
      String crowding = Arrival.crowding(arrivals, executors);
      if (task.stageAttemptNumber() == 0 && !crowding.isEmpty()) {
        throw new IllegalStateException(
            "Spark has put "
                + crowding
                + " while another executor is idle; it is asked again."
                + " Set spark.task.cpus to the cores of an executor, and it cannot.");
      }
      return arrivals;
    }

    private Ending<R> work(@Nullable MeetingPoint point) throws Exception {
      try {
        RankDevice device = RankDevice.of(task.resourcesJMap());
        try (Collective collective = join(point, device)) {
          RankContext context =
              new RankContext(
                  collective,
                  task.stageAttemptNumber(),
                  device,
                  settings.checkpoints(),
                  task::isInterrupted);
          return new Ending.Ended<>(work.run(context));
        }
      } catch (InputException e) {
        return new Ending.Refused<>(e);
      } catch (LostRankException e) {
        return new Ending.Lost<>(e);
      }
    }

    private Collective join(@Nullable MeetingPoint point, RankDevice device) {
      if (point == null) {
        return new Alone();
      }
      RankPlace place = new RankPlace(rank, settings.ranks(), host);
      return device.kind() == RankDevice.Kind.CUDA
          ? NcclCollective.join(point, place, device.index(), settings.patience())
          : GlooCollective.join(point, place, settings.patience());
    }

    /** No rank succeeds unless all do, and none is tried again if one has refused. */
    private RankReport<R> agree(String fence, Ending<R> own) throws InterruptedException {
      Duration limit = own instanceof Ending.Lost ? NEWS : settings.patience().answering();
      String[] endings = gathering.gather(own.text(), limit);
      if (own instanceof Ending.Refused<R> refused) {
        return new RankReport.Refused<>(fence, refused.refusal());
      } else if (endings != null && Ending.anyRefused(endings)) {
        return new RankReport.Stopped<>(fence);
      } else if (own instanceof Ending.Lost<R> lost) {
        throw lost.loss();
      } else if (endings == null || !Ending.allEnded(endings)) {
        throw new IllegalStateException(
            "Rank " + rank + " has ended, and not all others have; the attempt is given up.");
      }
      R value = ((Ending.Ended<R>) own).value();
      return new RankReport.Done<>(
          fence,
          new RankOutcome<>(rank, task.stageAttemptNumber(), SparkEnv.get().executorId(), value));
    }
  }

  /** The address by which this executor's block manager is reached; IPv6 without brackets. */
  private static String ownHost() {
    String host = SparkEnv.get().blockManager().blockManagerId().host();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
