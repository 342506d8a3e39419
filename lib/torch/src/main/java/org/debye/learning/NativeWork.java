package org.debye.learning;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bytedeco.javacpp.PointerScope;

/**
 * A stretch of work in libtorch, a step or a batch: the native memory that it takes is given back
 * at its end, and a process that is told to end (SIGTERM, Ctrl-C) lets it come to its end. Without
 * that libtorch's own objects are destroyed under a step that still runs, and the process crashes
 * where it should have ended.
 *
 * <p>Once a process ends no work begins any more: {@link #begin} does not return.
 */
public final class NativeWork implements AutoCloseable {
  /** Longer than a step on a busy machine; one that waits for a lost rank is not waited for. */
  private static final long PATIENCE_SECONDS = 30;

  /** Shared by what works; held alone, and kept, by the end of the process. */
  private static final ReentrantReadWriteLock GATE = new ReentrantReadWriteLock();

  private final PointerScope scope;

  private NativeWork() {
    GATE.readLock().lock();
    scope = new PointerScope();
  }

  /** Begins; to be closed by the thread that began. */
  public static NativeWork begin() {
    return new NativeWork();
  }

  /** Called once, when libtorch has been loaded. */
  static void endWithTheProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(NativeWork::waitForTheLast, "libtorch-end"));
  }

  private static void waitForTheLast() {
    try {
      // Never unlocked; where it does not come in time the process ends all the same.
      var unused = GATE.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    scope.close();
    GATE.readLock().unlock();
  }
}
