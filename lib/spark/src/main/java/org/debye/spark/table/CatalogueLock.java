package org.debye.spark.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time, of a catalogue or of a model in it. The lock is a file that names its
 * owner, refreshed every 20 seconds. It is taken over where its owner is a process of this machine
 * that has ended (kill -9), or another machine's whose refreshment by its clock is two minutes from
 * now by ours and which does not change while it is watched for {@link #WATCH}: clocks of machines
 * differ, so that a time alone says nothing. On a local disk the file is never empty, at whatever
 * moment its owner is killed; elsewhere one that was killed between creating and writing it is
 * waited for like another machine's.
 */
public final class CatalogueLock implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration REFRESH = Duration.ofSeconds(20);
  private static final Duration STALE = Duration.ofMinutes(2);

  /** More than two refreshments. */
  private static final Duration WATCH = Duration.ofSeconds(50);

  private static final Duration LOOK = Duration.ofMillis(500);

  private final LockPlace place;
  private final Owner owner;
  private final ScheduledExecutorService refresher;

  /**
   * Who holds it.
   *
   * @param space that its process id counts in: two containers may share the name of their host;
   *     null where the system does not say
   * @param started of the process, milliseconds since 1970, as process ids are used again
   * @param refreshed milliseconds since 1970
   */
  record Owner(
      String id,
      String job,
      String host,
      @Nullable String space,
      long pid,
      long started,
      long refreshed) {
    static Owner here(String job) {
      ProcessHandle self = ProcessHandle.current();
      return new Owner(
          UUID.randomUUID().toString(),
          job,
          hostName(),
          ownSpace(),
          self.pid(),
          started(self),
          System.currentTimeMillis());
    }

    Owner again() {
      return new Owner(id, job, host, space, pid, started, System.currentTimeMillis());
    }

    boolean near() {
      return host.equals(hostName()) && Objects.equals(space, ownSpace());
    }

    /** Whether it may have ended; of one that is not near, a watch decides. */
    boolean gone() {
      if (near()) {
        return ProcessHandle.of(pid).filter(found -> started(found) == started).isEmpty();
      }
      return Math.abs(System.currentTimeMillis() - refreshed) > STALE.toMillis();
    }

    private static @Nullable String ownSpace() {
      try {
        return Files.readSymbolicLink(java.nio.file.Path.of("/proc/self/ns/pid")).toString()
            + Files.readString(java.nio.file.Path.of("/proc/sys/kernel/random/boot_id")).strip();
      } catch (IOException | UnsupportedOperationException e) {
        return null; // not Linux
      }
    }

    private static long started(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (IOException e) {
        return "localhost";
      }
    }
  }

  private CatalogueLock(LockPlace place, Owner owner) {
    this.place = place;
    this.owner = owner;
    this.refresher =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "debye-lock");
              thread.setDaemon(true);
              return thread;
            });
  }

  static CatalogueLock claim(LockPlace place, String job) {
    return claim(place, job, WATCH);
  }

  /**
   * Claims it.
   *
   * @param watch how long another machine's is looked at before it is taken over
   */
  static CatalogueLock claim(LockPlace place, String job, Duration watch) {
    try {
      Owner owner = Owner.here(job);
      if (!create(place, owner)) {
        takeOver(place, owner, watch);
      }
      CatalogueLock lock = new CatalogueLock(place, owner);
      Future<?> unused =
          lock.refresher.scheduleAtFixedRate(
              lock::refresh, REFRESH.toSeconds(), REFRESH.toSeconds(), TimeUnit.SECONDS);
      return lock;
    } catch (IOException e) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          place.location(),
          "it cannot be written: " + e.getMessage(),
          "Name a directory in which you may create files.",
          e);
    }
  }

  private static boolean create(LockPlace place, Owner owner) throws IOException {
    java.nio.file.Path local = local(place);
    if (local != null) {
      java.nio.file.Path part = written(local, owner);
      try {
        Files.createLink(local, part);
        return true;
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return false;
      } catch (UnsupportedOperationException | FileSystemException e) {
        // A disk without links: created first and written then, as below.
        return createThenWrite(place, owner);
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return createThenWrite(place, owner);
  }

  private static java.nio.file.@Nullable Path local(LockPlace place) {
    URI file = place.file().toUri();
    return "file".equals(file.getScheme()) ? java.nio.file.Path.of(file.getPath()) : null;
  }

  /** What the lock says, in a file beside it. */
  private static java.nio.file.Path written(java.nio.file.Path local, Owner owner)
      throws IOException {
    java.nio.file.Path part = local.resolveSibling("." + owner.id() + ".lock");
    Files.createDirectories(local.getParent());
    return Files.write(part, JSON.writeValueAsBytes(owner));
  }

  private static boolean createThenWrite(LockPlace place, Owner owner) throws IOException {
    try (OutputStream out = place.files().create(place.file(), false)) {
      out.write(JSON.writeValueAsBytes(owner));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      if (place.files().exists(place.file())) {
        return false;
      }
      throw e;
    }
  }

  /** Moves the dead owner's file away, which only one of two claimants can, then claims anew. */
  private static void takeOver(LockPlace place, Owner owner, Duration watch) throws IOException {
    FileSystem files = place.files();
    byte[] found = content(files, place.file());
    Owner other = found.length > 0 ? JSON.readValue(found, Owner.class) : unnamed(place);
    if (!other.gone() || (!other.near() && changes(place, found, watch))) {
      throw busy(place, other);
    }
    Path aside = new Path(place.file().getParent(), "." + owner.id() + ".stale");
    files.rename(place.file(), aside);
    boolean same = Arrays.equals(content(files, aside), found);
    if (!same && files.exists(aside)) {
      files.rename(aside, place.file());
    }
    files.delete(aside, false);
    if (!same || !create(place, owner)) {
      throw busy(place, owner);
    }
  }

  /** Whether a lock's file becomes another one: its owner lives, whatever the time is there. */
  private static boolean changes(LockPlace place, byte[] found, Duration watch) throws IOException {
    long end = System.nanoTime() + watch.toNanos();
    while (System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
      if (!Arrays.equals(content(place.files(), place.file()), found)) {
        return true;
      }
    }
    return false;
  }

  /** The owner of a file that is being written this moment, or whose writer was killed then. */
  private static Owner unnamed(LockPlace place) throws IOException {
    try {
      long modified = place.files().getFileStatus(place.file()).getModificationTime();
      return new Owner("", "another job", "an unknown host", null, 0, 0, modified);
    } catch (FileNotFoundException e) {
      return new Owner("", "another job", "an unknown host", null, 0, 0, 0);
    }
  }

  private static byte[] content(FileSystem files, Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      return new byte[0];
    }
  }

  private static InputException busy(LockPlace place, Owner other) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        place.location(),
        other.job() + " is writing here (process " + other.pid() + " on " + other.host() + ")",
        "Wait until it has ended, or " + place.other() + ".");
  }

  /**
   * Makes sure, before a commit, that no other writer has taken this one for dead.
   *
   * @throws InputException where one has
   */
  synchronized void confirm() {
    try {
      byte[] found = content(place.files(), place.file());
      Owner holder = found.length == 0 ? null : JSON.readValue(found, Owner.class);
      if (holder == null || !holder.id().equals(owner.id())) {
        throw busy(place, holder == null ? owner : holder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void refresh() {
    try {
      confirm();
      java.nio.file.Path local = local(place);
      if (local != null) {
        Files.move(written(local, owner.again()), local, StandardCopyOption.ATOMIC_MOVE);
        return;
      }
      try (OutputStream out = place.files().create(place.file(), true)) {
        out.write(JSON.writeValueAsBytes(owner.again()));
      }
    } catch (IOException | RuntimeException e) {
      System.getLogger(CatalogueLock.class.getName())
          .log(System.Logger.Level.WARNING, "the lock could not be refreshed", e);
    }
  }

  @Override
  public void close() {
    refresher.shutdownNow();
    try {
      byte[] found = content(place.files(), place.file());
      if (found.length > 0 && JSON.readValue(found, Owner.class).id().equals(owner.id())) {
        place.files().delete(place.file(), false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
