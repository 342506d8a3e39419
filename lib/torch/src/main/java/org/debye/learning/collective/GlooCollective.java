package org.debye.learning.collective;

import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.Work;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Ranks on CPUs, connected over TCP: by Gloo, and for short tensors each with each ({@link
 * RankMesh}). Gloo's sums go around a ring: each part of the tensor is summed in the order of
 * ranks, once, and handed to all. Short ones every rank adds up itself, in the order of ranks.
 * Either way every rank has the same bits, and every repeat with the same number of ranks has them
 * too.
 */
@SuppressWarnings("try") // A scope is closed, not read.
public final class GlooCollective extends GroupCollective {
  /**
   * Bytes that a rank sends in an operation, to all others together, up to which it sends them
   * itself. Gloo has its own threads do the work, and wake the one that waits, which takes longer
   * than the sending; docs/performance.md, "Two ranks", has what was measured.
   */
  static final long DIRECT_BYTES = 256 * 1024;

  private final DirectExchange direct;

  private GlooCollective(ProcessGroupGloo group, RankPlace place, DirectExchange direct) {
    super(group, place);
    this.direct = direct;
  }

  /**
   * Joins the other ranks; returns when all are there.
   *
   * @throws LostRankException where one does not come in time, or this one's attempt has been given
   *     up
   */
  public static GlooCollective join(MeetingPoint point, RankPlace place, Patience patience) {
    return join(point, place, patience, DIRECT_BYTES);
  }

  /**
   * With another limit.
   *
   * @param limit the same on every rank: bytes that a rank sends in an operation without Gloo
   */
  static GlooCollective join(MeetingPoint point, RankPlace place, Patience patience, long limit) {
    try (PointerScope scope = new PointerScope()) {
      Meeting meeting = Meeting.enter(point, place, patience);
      ProcessGroupGloo.Options options =
          new ProcessGroupGloo.Options(new Milliseconds(patience.joining().toMillis()));
      options.devices(new GlooDeviceVector(device(place)));
      ProcessGroupGloo group = connect(meeting, place, options);
      DirectExchange exchange = DirectExchange.join(meeting, place, patience, limit);
      GlooCollective joined = new GlooCollective(group, place, exchange);
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
    direct.setPatience(patience.answering());
  }

  @Override
  void sumDense(Tensor dense, String doing) {
    if (direct.takes(dense)) {
      directly(doing, () -> direct.sum(dense));
    } else {
      super.sumDense(dense, doing);
    }
  }

  @Override
  void gatherDense(Tensor own, Tensor all, String doing) {
    if (direct.takes(own)) {
      directly(doing, () -> direct.gather(own, all));
    } else {
      super.gatherDense(own, all, doing);
    }
  }

  private void directly(String doing, Exchange exchange) {
    requireOpen();
    try {
      exchange.make();
    } catch (IOException e) {
      throw lost(doing, e);
    }
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // Faster with it; nothing hangs on it.
  void waitFor(Work work) {
    long begun = System.nanoTime();
    while (!work.isCompleted() && System.nanoTime() - begun < RankMesh.AWAKE_NANOS) {
      Thread.yield();
    }
    super.waitFor(work);
  }

  @Override
  public void close() {
    direct.close();
    super.close();
  }

  @Override
  Device device() {
    return new Device("cpu");
  }

  private interface Exchange {
    void make() throws IOException;
  }
}
