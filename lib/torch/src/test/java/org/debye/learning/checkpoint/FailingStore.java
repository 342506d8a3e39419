package org.debye.learning.checkpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * A store whose process is killed after some operations: a put has three moments at which that can
 * be, in the middle of its bytes, before the file is in its place and after; a deletion has one.
 * Once killed, nothing works any more.
 */
final class FailingStore implements FolderStore {
  private final FolderStore store;
  private int left;

  FailingStore(FolderStore store, int operations) {
    this.store = store;
    this.left = operations;
  }

  /** Whether it still lives. */
  boolean alive() {
    return left > 0;
  }

  @Override
  public void put(String name, Content content) throws IOException {
    store.put(
        name,
        out -> {
          content.writeTo(new HalfWritten(out));
          step();
        });
    step();
  }

  @Override
  public boolean exists(String name) throws IOException {
    requireAlive();
    return store.exists(name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    requireAlive();
    return store.open(name);
  }

  @Override
  public void delete(String name) throws IOException {
    step();
    store.delete(name);
  }

  @Override
  public List<Entry> list() throws IOException {
    requireAlive();
    return store.list();
  }

  @Override
  public String location() {
    return store.location();
  }

  private void step() throws IOException {
    requireAlive();
    left--;
    requireAlive();
  }

  private void requireAlive() throws IOException {
    if (left <= 0) {
      throw new IOException("killed");
    }
  }

  /** Killed in its second write, after the first has reached the disk. */
  private final class HalfWritten extends FilterOutputStream {
    private int writes;

    HalfWritten(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (writes++ == 1) {
        step();
      }
      out.write(bytes, from, length);
    }
  }
}
