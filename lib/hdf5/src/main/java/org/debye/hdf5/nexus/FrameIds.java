package org.debye.hdf5.nexus;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.jspecify.annotations.Nullable;

/**
 * Which X-ray pulse each frame was taken at, as EuXFEL's files say beside their frames: modules
 * write their frames on their own, and only these numbers tell which belong together.
 *
 * @param trains {@code trainId} of each frame, 0 for padding that is no frame; length 0 where the
 *     file does not say
 * @param pulses {@code pulseId}, else {@code cellId} or {@code memoryCell}, else the frame's number
 *     within its train; as long as trains
 */
public record FrameIds(long[] trains, long[] pulses) {
  private static final String[] PULSES = {"pulseId", "cellId", "memoryCell"};

  /** No numbers. */
  public static FrameIds none() {
    return new FrameIds(new long[0], new long[0]);
  }

  /**
   * The numbers that stand beside a dataset of frames.
   *
   * @param group that the dataset is a member of
   * @param frames of the dataset; a train number for each, or for as many as fit into it equally
   * @throws InputException {@code CORRUPT_METADATA} where the numbers do not fit the frames
   */
  public static FrameIds of(LinkResolver resolver, Located group, long frames) {
    NexusTree tree = new NexusTree(resolver);
    Located field = tree.optional(group, "trainId");
    if (field == null || !field.node().isDataset()) {
      return none();
    }
    NexusValues values = new NexusValues(resolver);
    double[] numbers = values.numbers(field);
    if (numbers.length == 0 || frames % numbers.length != 0) {
      throw InputException.of(
          FailureCode.CORRUPT_METADATA,
          field.where(),
          numbers.length + " train numbers for " + frames + " frames",
          "Copy the file again; without these numbers its frames cannot be put beside those of"
              + " other modules.");
    }
    int perTrain = Math.toIntExact(frames / numbers.length);
    long[] trains = new long[Math.toIntExact(frames)];
    for (int i = 0; i < trains.length; i++) {
      trains[i] = (long) numbers[i / perTrain];
    }
    return new FrameIds(trains, pulses(tree, values, group, trains));
  }

  private static long[] pulses(NexusTree tree, NexusValues values, Located group, long[] trains) {
    for (String name : PULSES) {
      @Nullable Located field = tree.optional(group, name);
      double[] numbers = field == null ? new double[0] : values.numbers(field);
      if (numbers.length == trains.length) {
        return Arrays.stream(numbers).mapToLong(number -> (long) number).toArray();
      }
    }
    long[] within = new long[trains.length];
    for (int i = 1; i < within.length; i++) {
      within[i] = trains[i] == trains[i - 1] ? within[i - 1] + 1 : 0;
    }
    return within;
  }

  /** Whether the file does not say. */
  public boolean unknown() {
    return trains.length == 0;
  }
}
