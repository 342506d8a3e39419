package org.debye.learning.collective;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Sums and gatherings of short tensors on processors, which every rank sends to every other and
 * puts together itself, in the order of ranks. Tensors are contiguous and have values.
 */
final class DirectExchange implements AutoCloseable {
  private final RankMesh mesh;

  private DirectExchange(RankMesh mesh) {
    this.mesh = mesh;
  }

  /**
   * Connects the ranks with one another.
   *
   * @param limit the same on every rank: bytes that a rank sends in one operation
   */
  static DirectExchange join(Meeting meeting, RankPlace place, Patience patience, long limit) {
    try {
      return new DirectExchange(
          new RankMesh(
              place,
              MeshJoining.connect(meeting, place, patience.joining()),
              limit,
              patience.joining()));
    } catch (IOException | RuntimeException e) {
      throw meeting.incomplete(e);
    }
  }

  /** From one rank's call to the last one's. */
  void setPatience(Duration patience) {
    mesh.setPatience(patience);
  }

  /** Whether it is short enough; the same on every rank. */
  boolean takes(Tensor own) {
    return own.is_cpu() && mesh.carries(own.numel() * own.element_size());
  }

  /**
   * Every rank gets the sum, in place.
   *
   * @throws IOException where another is gone or does not answer
   */
  void sum(Tensor values) throws IOException {
    RankOrderSum sum = sumOf(values.scalar_type().intern());
    ByteBuffer bytes = bytes(values);
    sum.of(mesh.exchange(sum.operation(), bytes.duplicate()), bytes);
  }

  /**
   * Every rank gets what all have.
   *
   * @param all size x own; modified
   * @throws IOException where another is gone or does not answer
   */
  void gather(Tensor own, Tensor all) throws IOException {
    ByteBuffer bytes = bytes(all);
    for (ByteBuffer part : mesh.exchange(MessageHeading.GATHERING, bytes(own))) {
      bytes.put(part);
    }
  }

  private static RankOrderSum sumOf(ScalarType type) {
    return switch (type) {
      case Float -> RankOrderSum.FLOAT32;
      case Double -> RankOrderSum.FLOAT64;
      case Long -> RankOrderSum.INT64;
      default -> throw new IllegalArgumentException("ranks do not add up " + type);
    };
  }

  /** The values where they lie, for as long as the tensor is there. */
  private static ByteBuffer bytes(Tensor tensor) {
    long length = tensor.numel() * tensor.element_size();
    return new BytePointer(tensor.data_ptr()).capacity(length).asByteBuffer();
  }

  /** The connections are closed when it returns. */
  @Override
  public void close() {
    try {
      mesh.close();
    } catch (IOException e) {
      // What cannot be said at parting nobody waits for.
    }
  }
}
