package org.debye.spark.sweep;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Runs tasks on Spark in their order and hands out each one's report when it ends. Tasks are
 * submitted as jobs of limited length, the next one while the last is running, so that no core
 * waits and Spark's books on the driver stay small whatever the number of tasks. Driver only, one
 * thread.
 */
final class TaskStream implements AutoCloseable {
  /** Tasks of one job of Spark. */
  static final int JOB = 2000;

  /** Jobs submitted at a time. */
  private static final int AHEAD = 2;

  private final JavaSparkContext spark;
  private final CellTask work;
  private final List<List<SweepCell>> tasks;
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final Deque<SimpleFutureAction<BoxedUnit>> jobs = new ArrayDeque<>();
  private int submitted;
  private int taken;

  /** A task that has ended, by its place in the order. */
  record Ended(int task, TaskReport report) {}

  TaskStream(JavaSparkContext spark, CellTask work, List<List<SweepCell>> tasks) {
    this.spark = spark;
    this.work = work;
    this.tasks = tasks;
  }

  boolean hasMore() {
    return taken < tasks.size();
  }

  /**
   * The report of a task that has ended; null where none has for a while.
   *
   * @throws RuntimeException where Spark gives up: the file system refuses, the executors are gone
   */
  @Nullable Ended next(long milliseconds) throws InterruptedException {
    submit();
    Ended one = ended.poll(milliseconds, TimeUnit.MILLISECONDS);
    if (one != null) {
      taken++;
    } else {
      jobs.forEach(TaskStream::check);
    }
    return one;
  }

  private void submit() {
    jobs.removeIf(TaskStream::isDone);
    while (jobs.size() < AHEAD && submitted < tasks.size()) {
      int first = submitted;
      List<List<SweepCell>> some = tasks.subList(first, Math.min(first + JOB, tasks.size()));
      RDD<List<SweepCell>> rdd = spark.parallelize(some, some.size()).rdd();
      jobs.add(
          spark
              .sc()
              .submitJob(
                  rdd, new OnExecutor(work), places(some.size()), new Receive(first), new Done()));
      submitted += some.size();
    }
  }

  private static Seq<Object> places(int count) {
    List<Object> places = IntStream.range(0, count).<Object>mapToObj(i -> i).toList();
    return CollectionConverters.asScala(places).toSeq();
  }

  private static boolean isDone(SimpleFutureAction<BoxedUnit> job) {
    check(job);
    return job.isCompleted();
  }

  private static void check(SimpleFutureAction<BoxedUnit> job) {
    Option<Try<BoxedUnit>> value = job.value();
    if (value.isDefined() && value.get().isFailure()) {
      Throwable cause = value.get().failed().get();
      throw new IllegalStateException("Spark has given up a task: " + cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    jobs.forEach(SimpleFutureAction::cancel);
  }

  /** The one element of a partition is a task. */
  private static final class OnExecutor
      extends AbstractFunction1<Iterator<List<SweepCell>>, TaskReport> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CellTask work;

    OnExecutor(CellTask work) {
      this.work = work;
    }

    @Override
    public TaskReport apply(Iterator<List<SweepCell>> partition) {
      try {
        return work.run(partition.next());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Called by Spark's scheduler, which must not be held up. */
  private final class Receive extends AbstractFunction2<Object, TaskReport, BoxedUnit> {
    private final int first;

    Receive(int first) {
      this.first = first;
    }

    @Override
    public BoxedUnit apply(Object place, TaskReport report) {
      ended.add(new Ended(first + (Integer) place, report));
      return BoxedUnit.UNIT;
    }
  }

  private static final class Done extends AbstractFunction0<BoxedUnit> {
    @Override
    public BoxedUnit apply() {
      return BoxedUnit.UNIT;
    }
  }
}
