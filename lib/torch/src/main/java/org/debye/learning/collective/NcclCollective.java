package org.debye.learning.collective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.nccl.ProcessGroupNCCL;

/**
 * Ranks on CUDA devices, connected by NCCL. <b>Untested</b>: compiled against libtorch's Java API,
 * never run, since no machine with a GPU was at hand.
 *
 * <p>Start the processes with {@code TORCH_NCCL_BLOCKING_WAIT=1} in their environment. Without it
 * an operation is only ordered on the GPU's stream, and libtorch's watchdog ends the whole process
 * when another rank is lost, instead of a {@link LostRankException}.
 */
@SuppressWarnings("try") // A scope is closed, not read.
public final class NcclCollective extends GroupCollective {
  private final int device;

  private NcclCollective(ProcessGroupNCCL group, RankPlace place, int device) {
    super(group, place);
    this.device = device;
  }

  /**
   * Joins the other ranks; returns when all are there.
   *
   * @param device index of the CUDA device, as this process counts them
   * @throws LostRankException where one does not come in time, or this one's attempt has been given
   *     up
   */
  public static NcclCollective join(
      MeetingPoint point, RankPlace place, int device, Patience patience) {
    try (PointerScope scope = new PointerScope()) {
      Meeting meeting = Meeting.enter(point, place, patience);
      ProcessGroupNCCL.Options options = new ProcessGroupNCCL.Options();
      options.timeout(new Milliseconds(patience.joining().toMillis()));
      ProcessGroupNCCL group =
          new ProcessGroupNCCL(meeting.ofAttempt(), place.rank(), place.size(), options);
      NcclCollective joined = new NcclCollective(group, place, device);
      try {
        // The communicator is made by the first operation.
        joined.gather(place.rank());
      } catch (LostRankException e) {
        joined.close();
        throw meeting.incomplete(e);
      }
      group.setTimeout(new Milliseconds(patience.answering().toMillis()));
      return joined;
    }
  }

  @Override
  Device device() {
    return new Device("cuda:" + device);
  }
}
