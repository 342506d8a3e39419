package org.debye.learning.collective;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A connection of a rank with every other, for messages that are so short that handing them to
 * another thread would take longer than sending them. The calling thread does it all itself: it
 * sends to all and reads from all at once, stays awake for a while, and then sleeps until something
 * comes. Thread-confined.
 */
final class RankMesh implements AutoCloseable {
  /**
   * How long a rank stays awake for the others. Where each rank has one core, the system lets a
   * thread that was woken wait for its turn, some milliseconds, which a small sum takes a tenth of.
   */
  static final long AWAKE_NANOS = 20_000_000;

  private final RankPlace place;
  private final long longest;
  private final Selector selector;
  private final List<PeerConnection> connections = new ArrayList<>();
  private final ByteBuffer message;
  private Duration patience;
  private long operations;

  /**
   * Takes connections over.
   *
   * @param channels by the other's rank, not blocking
   * @param limit bytes that a rank sends in one operation, to all others together
   * @param patience from one rank's call to the last one's
   */
  RankMesh(RankPlace place, Map<Integer, SocketChannel> channels, long limit, Duration patience)
      throws IOException {
    this.place = place;
    this.longest = limit / Math.max(1, channels.size());
    this.patience = patience;
    this.selector = Selector.open();
    int room = Math.toIntExact(MessageHeading.BYTES + longest);
    this.message = ByteBuffer.allocateDirect(room).order(ByteOrder.nativeOrder());
    for (Map.Entry<Integer, SocketChannel> channel : channels.entrySet()) {
      connections.add(new PeerConnection(channel.getKey(), channel.getValue(), room, selector));
    }
  }

  void setPatience(Duration patience) {
    this.patience = patience;
  }

  /** Whether messages of so many bytes go this way. */
  boolean carries(long bytes) {
    return bytes <= longest;
  }

  /**
   * Sends to all, and gives what each has sent, in the order of ranks; until the next call.
   *
   * @param operation as {@link MessageHeading} has it
   * @param own as long on every rank, and not too long; read from its position
   * @throws IOException where another is gone or does not come in time. All connections are closed
   *     then, so that the others need not wait either
   */
  ByteBuffer[] exchange(int operation, ByteBuffer own) throws IOException {
    if (!selector.isOpen()) {
      throw new IOException("the connections have been closed");
    }
    MessageHeading heading = new MessageHeading(operations++, operation, own.remaining());
    heading.write(message.clear());
    message.put(own).flip();
    for (PeerConnection connection : connections) {
      connection.begin(message);
    }
    try {
      await(heading);
    } catch (IOException | IllegalStateException e) {
      close();
      throw e;
    }
    return received();
  }

  @SuppressWarnings("ThreadPriorityCheck") // Faster with it; nothing hangs on it.
  private void await(MessageHeading heading) throws IOException {
    long begun = System.nanoTime();
    while (!advance(heading)) {
      long waited = System.nanoTime() - begun;
      if (waited < AWAKE_NANOS) {
        Thread.yield();
      } else {
        sleep(patience.toMillis() - waited / 1_000_000);
      }
    }
  }

  private boolean advance(MessageHeading heading) throws IOException {
    boolean through = true;
    for (PeerConnection connection : connections) {
      through &= connection.advance(heading);
    }
    return through;
  }

  private void sleep(long milliseconds) throws IOException {
    List<PeerConnection> awaited = connections.stream().filter(PeerConnection::awaited).toList();
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("interrupted");
    }
    if (milliseconds <= 0) {
      throw new SocketTimeoutException(
          awaited.stream().map(each -> "rank " + each.peer()).collect(Collectors.joining(", "))
              + ": no answer within "
              + patience.toMillis() / 1000.0
              + " s");
    }
    selector.select(milliseconds);
    selector.selectedKeys().clear();
  }

  private ByteBuffer[] received() {
    ByteBuffer[] all = new ByteBuffer[place.size()];
    all[place.rank()] =
        message
            .slice(MessageHeading.BYTES, message.limit() - MessageHeading.BYTES)
            .order(ByteOrder.nativeOrder());
    for (PeerConnection connection : connections) {
      all[connection.peer()] = connection.received();
    }
    return all;
  }

  /** The connections are closed when it returns. */
  @Override
  public void close() throws IOException {
    for (PeerConnection connection : connections) {
      connection.close();
    }
    // A channel that is known to a selector is closed with it at last.
    selector.close();
  }
}
