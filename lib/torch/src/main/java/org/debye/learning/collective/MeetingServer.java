package org.debye.learning.collective;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.debye.learning.Libtorch;

/**
 * The store of addresses that rank 0 keeps open for its attempt, on a port of its own. It listens
 * on all interfaces and, like every c10d store, asks nobody for a password: it belongs into a
 * cluster's own network. Closed after the collective of rank 0.
 */
@SuppressWarnings("try") // A scope is closed, not read.
public final class MeetingServer implements AutoCloseable {
  static final String ATTEMPT = "attempt";

  private final TCPStore store;
  private final MeetingPoint point;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private MeetingServer(TCPStore store, MeetingPoint point) {
    this.store = store;
    this.point = point;
  }

  /**
   * Opens a store at a free port.
   *
   * @param host of this machine, as the others reach it
   * @param attempt unlike that of every other attempt
   */
  public static MeetingServer open(String host, String attempt, Patience patience) {
    return open(host, 0, attempt, patience);
  }

  static MeetingServer open(String host, int port, String attempt, Patience patience) {
    Libtorch.load();
    try (PointerScope scope = new PointerScope()) {
      TCPStoreOptions options = new TCPStoreOptions();
      options.port((short) port).isServer(true).waitWorkers(false);
      options.timeout(new Milliseconds(patience.joining().toMillis()));
      TCPStore store = new TCPStore(host, options);
      store.set(ATTEMPT, StoreText.bytes(attempt));
      store.retainReference();
      int found = Short.toUnsignedInt(store.getPort());
      return new MeetingServer(store, new MeetingPoint(host, found, attempt));
    }
  }

  public MeetingPoint point() {
    return point;
  }

  @Override
  public void close() {
    if (open.getAndSet(false)) {
      store.releaseReference();
    }
  }
}
