package org.debye.spark.training;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;

/**
 * Runs ranks as the tasks of a barrier stage: all at once or not at all, one for each executor or
 * GPU, connected by a collective.
 *
 * <p>A lost executor fails the stage, and Spark begins it again with all ranks, at most {@code
 * spark.stage.maxConsecutiveAttempts} times (4), each from the work's last checkpoint; {@code
 * spark.task.maxFailures} does not count in a barrier stage. The results go through a shuffle of
 * one partition, since Spark gives up a job whose last stage is the barrier stage that failed.
 * Driver only.
 *
 * @param <R> what a rank gives back
 */
public final class BarrierRanks<R> {
  private static final long POLL_MILLISECONDS = 500;

  /** How often a result of mixed attempts is refused before that is thought a defect. */
  private static final int MIXTURES = 3;

  private final JavaSparkContext spark;
  private final RankSettings settings;
  private final RankWork<R> work;
  private final ClusterRoom room;

  private BarrierRanks(SparkSession session, RankSettings settings, RankWork<R> work) {
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    this.settings = settings;
    this.work = work;
    this.room = new ClusterRoom(session.sparkContext(), settings);
  }

  /**
   * Runs the work and gives what each rank has given back, in the order of ranks.
   *
   * @throws InputException where the cluster is not fit for it, the work refuses its input, or
   *     executors are lost and not replaced
   */
  public static <R> List<RankOutcome<R>> run(
      SparkSession session, RankSettings settings, RankWork<R> work) {
    try {
      return new BarrierRanks<>(session, settings, work).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; the last checkpoint is kept", e);
    }
  }

  private List<RankOutcome<R>> run() throws InterruptedException {
    room.check();
    RankTask<R> task = new RankTask<>(work, settings, spark.sc().applicationId(), room.executors());
    for (int i = 0; i < MIXTURES; i++) {
      List<RankReport<R>> reports = waitFor(submit(task));
      if (RankReport.ofOneAttempt(reports)) {
        return outcomes(reports);
      }
    }
    throw new IllegalStateException("Spark has mixed the results of several attempts");
  }

  private JavaFutureAction<List<RankReport<R>>> submit(RankTask<R> task) {
    List<Integer> ranks = IntStream.range(0, settings.ranks()).boxed().toList();
    ClassTag<RankReport<R>> tag = ClassTag$.MODULE$.apply(RankReport.class);
    return JavaRDD.fromRDD(
            spark
                .parallelize(ranks, ranks.size())
                .rdd()
                .barrier()
                .mapPartitions(new OnExecutor<>(task), false, tag),
            tag)
        .repartition(1)
        .collectAsync();
  }

  private List<RankReport<R>> waitFor(JavaFutureAction<List<RankReport<R>>> job)
      throws InterruptedException {
    long roomy = System.nanoTime();
    try {
      while (true) {
        try {
          return job.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          roomy = room.slots() >= settings.ranks() ? System.nanoTime() : roomy;
          if (System.nanoTime() - roomy > settings.patience().joining().toNanos()) {
            throw notReplaced();
          }
        }
      }
    } catch (ExecutionException e) {
      throw RankFailures.of(e.getCause() == null ? e : e.getCause());
    } finally {
      job.cancel(true);
    }
  }

  private InputException notReplaced() {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        "ranks",
        "executors were lost and have not been replaced within "
            + settings.patience().joining().toSeconds()
            + " s: there is room for "
            + room.slots()
            + " of "
            + settings.ranks()
            + " ranks",
        "Start the job again when the cluster is whole; it goes on from its last checkpoint.");
  }

  private List<RankOutcome<R>> outcomes(List<RankReport<R>> reports) {
    for (RankReport<R> report : reports) {
      if (report instanceof RankReport.Refused<R> refused) {
        throw refused.refusal();
      }
    }
    return reports.stream()
        .map(report -> ((RankReport.Done<R>) report).outcome())
        .sorted(Comparator.comparingInt(RankOutcome::rank))
        .toList();
  }

  /** The one element of a partition is the number of its rank, which the task knows already. */
  private static final class OnExecutor<R>
      extends AbstractFunction1<Iterator<Integer>, Iterator<RankReport<R>>>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final RankTask<R> task;

    OnExecutor(RankTask<R> task) {
      this.task = task;
    }

    @Override
    public Iterator<RankReport<R>> apply(Iterator<Integer> partition) {
      try {
        return CollectionConverters.asScala(List.of(task.run()).iterator());
      } catch (RuntimeException e) {
        throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the task has been interrupted", e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
