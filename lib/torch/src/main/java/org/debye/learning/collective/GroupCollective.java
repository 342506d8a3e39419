package org.debye.learning.collective;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Backend;
import org.bytedeco.pytorch.BroadcastOptions;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;
import org.bytedeco.pytorch.global.torch;

/**
 * Ranks that are connected by a c10d process group. Each operation is begun and waited for by the
 * caller's thread, so that none is under way when the group is closed.
 *
 * <p>Tensors without values, such as the buffers of a model that has none, are not sent.
 *
 * <p>An operation that cannot be begun is a defect of the caller's and thrown as it is; one that
 * begins and does not end is a lost rank.
 */
@SuppressWarnings("try") // A scope is closed, not read.
abstract sealed class GroupCollective implements Collective permits GlooCollective, NcclCollective {
  private final Backend group;
  private final RankPlace place;
  private final AtomicBoolean open = new AtomicBoolean(true);

  /** Takes a group over; the reference that is counted here is given back by {@link #close}. */
  GroupCollective(Backend group, RankPlace place) {
    this.group = group;
    this.place = place;
    group.retainReference();
  }

  /** Where tensors of the group lie; made in the caller's scope. */
  abstract Device device();

  @Override
  public final int rank() {
    return place.rank();
  }

  @Override
  public final int size() {
    return place.size();
  }

  @Override
  public final void broadcast(Tensor values, int root) {
    if (root < 0 || root >= size()) {
      throw new IllegalArgumentException("there is no rank " + root + " of " + size());
    }
    inPlace(
        values,
        dense ->
            await(
                group().broadcast(new TensorVector(dense), new BroadcastOptions().rootRank(root)),
                "receiving the values of rank " + root));
  }

  @Override
  public final void sum(Tensor values) {
    inPlace(values, dense -> sumDense(dense, "summing " + dense.numel() + " values"));
  }

  /**
   * Sums, in place.
   *
   * @param dense contiguous, with values
   * @param doing for messages
   */
  void sumDense(Tensor dense, String doing) {
    await(group().allreduce(new TensorVector(dense)), doing);
  }

  @Override
  public final long[] gather(long value) {
    try (PointerScope scope = new PointerScope()) {
      Tensor own = torch.tensor(new long[] {value}).to(device(), torch.ScalarType.Long);
      Tensor all = gather(own).cpu();
      long[] numbers = new long[size()];
      all.data_ptr_long().get(numbers);
      return numbers;
    }
  }

  @Override
  public final Tensor gather(Tensor values) {
    check(values);
    long[] shape = new long[Math.toIntExact(values.dim())];
    if (shape.length == 0) {
      throw new IllegalArgumentException("a tensor without dimensions has no dimension 0");
    }
    for (int i = 0; i < shape.length; i++) {
      shape[i] = values.size(i);
    }
    shape[0] = Math.multiplyExact(shape[0], (long) size());
    // Made in the caller's scope, to which it belongs.
    Tensor all = values.new_empty(shape);
    if (all.numel() == 0) {
      return all;
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor own = values.detach().contiguous();
      gatherDense(own, all, "gathering " + all.numel() + " values");
    }
    return all;
  }

  /**
   * Gathers.
   *
   * @param own contiguous, with values
   * @param all contiguous; modified
   * @param doing for messages
   */
  void gatherDense(Tensor own, Tensor all, String doing) {
    await(group()._allgather_base(all, own), doing);
  }

  private void inPlace(Tensor values, Consumer<Tensor> operation) {
    check(values);
    if (values.numel() == 0) {
      return;
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor target = values.detach();
      Tensor dense = target.is_contiguous() ? target : target.contiguous();
      operation.accept(dense);
      if (!target.is_contiguous()) {
        target.copy_(dense);
      }
    }
  }

  /** A type that the group refuses would only show when waiting, like a lost rank. */
  private static void check(Tensor values) {
    torch.ScalarType type = values.scalar_type().intern();
    if (type != torch.ScalarType.Float
        && type != torch.ScalarType.Double
        && type != torch.ScalarType.Long) {
      throw new IllegalArgumentException("ranks exchange float32, float64 and int64, not " + type);
    }
  }

  final Backend group() {
    requireOpen();
    return group;
  }

  final void requireOpen() {
    if (!open.get()) {
      throw new IllegalStateException("this collective has been closed");
    }
  }

  /** Returns when the operation has ended on this rank. */
  void waitFor(Work work) {
    work._wait();
  }

  private void await(Work work, String doing) {
    try {
      waitFor(work);
    } catch (RuntimeException e) {
      throw lost(doing, e);
    }
  }

  final LostRankException lost(String doing, Exception cause) {
    return new LostRankException(
        place + " has lost another in " + doing + ": it has died or does not answer.", cause);
  }

  /** Releases the group, whose threads end and whose connections are closed before it returns. */
  @Override
  public void close() {
    if (open.getAndSet(false)) {
      group.releaseReference();
    }
  }
}
