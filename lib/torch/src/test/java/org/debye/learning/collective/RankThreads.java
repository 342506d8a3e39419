package org.debye.learning.collective;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Ranks that are threads of this JVM, as under Spark's local[N]. */
final class RankThreads {
  static final String HOST = "127.0.0.1";

  private RankThreads() {}

  /** What a rank does. */
  interface Work<R> {
    R run(Collective collective) throws Exception;
  }

  /** Runs the ranks of one attempt and gives what each returns, or the exception it ended with. */
  static <R> List<Object> endings(int size, Patience patience, Work<R> work) {
    return endings(size, patience, GlooCollective.DIRECT_BYTES, work);
  }

  /** With another limit of what goes without Gloo. */
  static <R> List<Object> endings(int size, Patience patience, long direct, Work<R> work) {
    try (MeetingServer server = MeetingServer.open(HOST, "attempt", patience)) {
      return all(
          IntStream.range(0, size).boxed().toList(),
          rank -> {
            RankPlace place = new RankPlace(rank, size, HOST);
            try (Collective joined = GlooCollective.join(server.point(), place, patience, direct)) {
              return work.run(joined);
            }
          });
    }
  }

  static <R> List<R> results(int size, Work<R> work) {
    return results(size, GlooCollective.DIRECT_BYTES, work);
  }

  @SuppressWarnings("unchecked")
  static <R> List<R> results(int size, long direct, Work<R> work) {
    List<R> results = new ArrayList<>();
    for (Object ending : endings(size, Patience.USUAL, direct, work)) {
      if (ending instanceof Throwable failure) {
        throw new AssertionError("a rank failed", failure);
      }
      results.add((R) ending);
    }
    return results;
  }

  interface OfRank {
    Object run(int rank) throws Exception;
  }

  static List<Object> all(List<Integer> ranks, OfRank work) {
    ExecutorService threads = Executors.newFixedThreadPool(ranks.size());
    try {
      List<Future<Object>> futures = new ArrayList<>();
      for (int rank : ranks) {
        futures.add(threads.submit(() -> work.run(rank)));
      }
      List<Object> endings = new ArrayList<>();
      for (Future<Object> future : futures) {
        endings.add(ending(future));
      }
      return endings;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Object ending(Future<Object> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return java.util.Objects.requireNonNull(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
