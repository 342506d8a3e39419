package org.debye.learning.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.debye.learning.collective.Collective;
import org.debye.learning.weight.Numbers;

/** Ranks as threads of one JVM, which add up in plain Java, in the order of ranks. */
public final class ThreadRanks {
  private final int size;
  private final CyclicBarrier barrier;
  private final double[][] values;

  private ThreadRanks(int size) {
    this.size = size;
    this.barrier = new CyclicBarrier(size);
    this.values = new double[size][];
  }

  /** What each rank's work gives, in the order of ranks. */
  public static <R> List<R> run(int size, Function<Collective, R> work) {
    ThreadRanks ranks = new ThreadRanks(size);
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      List<Callable<R>> calls = new ArrayList<>();
      for (int r = 0; r < size; r++) {
        Collective rank = ranks.new Rank(r);
        calls.add(() -> work.apply(rank));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      threads.shutdownNow();
    }
  }

  private double[][] exchange(int rank, double[] mine) {
    values[rank] = mine;
    await();
    double[][] all = values.clone();
    await();
    return all;
  }

  private void await() {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private final class Rank implements Collective {
    private final int rank;

    Rank(int rank) {
      this.rank = rank;
    }

    @Override
    public int rank() {
      return rank;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public void broadcast(Tensor tensor, int root) {
      Numbers.put(exchange(rank, Numbers.doubles(tensor))[root], tensor);
    }

    @Override
    public void sum(Tensor tensor) {
      double[][] all = exchange(rank, Numbers.doubles(tensor));
      double[] sum = new double[all[0].length];
      for (double[] one : all) {
        Arrays.setAll(sum, i -> sum[i] + one[i]);
      }
      Numbers.put(sum, tensor);
    }

    @Override
    public long[] gather(long value) {
      double[][] all = exchange(rank, new double[] {Double.longBitsToDouble(value)});
      return Arrays.stream(all).mapToLong(one -> Double.doubleToRawLongBits(one[0])).toArray();
    }

    @Override
    public Tensor gather(Tensor tensor) {
      double[][] all = exchange(rank, Numbers.doubles(tensor));
      long[] shape = Numbers.shape(tensor);
      shape[0] *= all.length;
      return Tensor.create(Arrays.stream(all).flatMapToDouble(Arrays::stream).toArray())
          .view(shape)
          .to(tensor.scalar_type());
    }

    @Override
    public void close() {
      // threads end by themselves
    }
  }
}
