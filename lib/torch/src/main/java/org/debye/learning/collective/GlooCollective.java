package org.debye.learning.collective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Work;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Ranks on CPUs, connected by Gloo over TCP. Sums go around a ring: each part of the tensor is
 * summed in the order of ranks, once, and handed to all, so that every rank has the same bits and
 * every repeat with the same number of ranks has them too.
 */
@SuppressWarnings("try") // A scope is closed, not read.
public final class GlooCollective extends GroupCollective {
  /**
   * How long a rank stays awake for the others. Gloo's own threads do the work, and wake the one
   * that waits; where each rank has one core, the system lets a thread that was woken wait for its
   * turn, some milliseconds, which a small sum takes a tenth of.
   */
  private static final long AWAKE_NANOS = 20_000_000;

  private GlooCollective(ProcessGroupGloo group, RankPlace place) {
    super(group, place);
  }

  /**
   * Joins the other ranks; returns when all are there.
   *
   * @throws LostRankException where one does not come in time, or this one's attempt has been given
   *     up
   */
  public static GlooCollective join(MeetingPoint point, RankPlace place, Patience patience) {
    try (PointerScope scope = new PointerScope()) {
      Meeting meeting = Meeting.enter(point, place, patience);
      ProcessGroupGloo.Options options =
          new ProcessGroupGloo.Options(new Milliseconds(patience.joining().toMillis()));
      options.devices(new GlooDeviceVector(device(place)));
      GlooCollective joined = new GlooCollective(connect(meeting, place, options), place);
      joined.greet(meeting, patience);
      return joined;
    }
  }

  private static org.bytedeco.pytorch.gloo.Device device(RankPlace place) {
    try {
      return ProcessGroupGloo.createDeviceForHostname(place.host());
    } catch (RuntimeException e) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          place.toString(),
          "its host " + place.host() + " is not an address of this machine",
          "Set SPARK_LOCAL_HOSTNAME or SPARK_LOCAL_IP there to an address that the other machines"
              + " reach.",
          e);
    }
  }

  private static ProcessGroupGloo connect(
      Meeting meeting, RankPlace place, ProcessGroupGloo.Options options) {
    try {
      return new ProcessGroupGloo(meeting.ofAttempt(), place.rank(), place.size(), options);
    } catch (RuntimeException e) {
      throw meeting.incomplete(e);
    }
  }

  /** When this returns on rank 0, no other needs its store any more. */
  private void greet(Meeting meeting, Patience patience) {
    try {
      gather(rank());
      setPatience(patience);
    } catch (LostRankException e) {
      close();
      throw meeting.incomplete(e);
    }
  }

  private void setPatience(Patience patience) {
    ((ProcessGroupGloo) group()).setTimeout(new Milliseconds(patience.answering().toMillis()));
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // Faster with it; nothing hangs on it.
  void waitFor(Work work) {
    long begun = System.nanoTime();
    while (!work.isCompleted() && System.nanoTime() - begun < AWAKE_NANOS) {
      Thread.yield();
    }
    super.waitFor(work);
  }

  @Override
  Device device() {
    return new Device("cpu");
  }
}
