package org.debye.learning.collective;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How each rank comes to be connected with each other. A rank listens on a port of its own until it
 * has all, and says in the attempt's store where; it calls those below it and is called by those
 * above it. Both sides say who they are ({@link Hello}); whoever else calls is hung up on, or not
 * listened to any longer once all ranks are there.
 */
final class MeshJoining implements AutoCloseable {
  private final RankPlace place;
  private final String attempt;
  private final long end;
  private final Map<Integer, SocketChannel> connected = new TreeMap<>();
  private final Selector selector;
  private final ServerSocketChannel listening;

  private MeshJoining(RankPlace place, String attempt, Duration within) throws IOException {
    this.place = place;
    this.attempt = attempt;
    this.end = System.nanoTime() + within.toNanos();
    this.selector = Selector.open();
    this.listening = ServerSocketChannel.open();
  }

  /**
   * Connects with all other ranks.
   *
   * @return connections by the other's rank, not blocking
   * @throws IOException where not all are connected in time
   */
  static Map<Integer, SocketChannel> connect(Meeting meeting, RankPlace place, Duration within)
      throws IOException {
    try (MeshJoining joining = new MeshJoining(place, meeting.attempt(), within)) {
      joining.listen(meeting);
      for (int rank = 0; rank < place.rank(); rank++) {
        joining.call(rank, StoreText.read(meeting.ofAttempt(), key(rank)));
      }
      while (joining.connected.size() < place.size() - 1) {
        joining.hear();
      }
      return joining.taken();
    }
  }

  /** Where the store has a rank's address. */
  static String key(int rank) {
    return "mesh/" + rank;
  }

  private void listen(Meeting meeting) throws IOException {
    listening.bind(
        new InetSocketAddress(InetAddress.getByName(place.host()), 0),
        Math.max(50, 2 * place.size()));
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
    InetSocketAddress at = (InetSocketAddress) listening.getLocalAddress();
    String address = at.getAddress().getHostAddress() + ":" + at.getPort();
    StoreText.write(meeting.ofAttempt(), key(place.rank()), address);
  }

  private void call(int rank, String address) throws IOException {
    int colon = address.lastIndexOf(':');
    InetAddress host = InetAddress.getByName(address.substring(0, colon));
    int port = Integer.parseInt(address.substring(colon + 1));
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().connect(new InetSocketAddress(host, port), left());
      Greeting greeting = new Greeting(channel, OptionalInt.of(rank));
      greeting.send(Hello.of(attempt, place.rank(), rank));
      channel.register(selector, SelectionKey.OP_READ, greeting);
    } catch (IOException e) {
      channel.close();
      throw new IOException("rank " + rank + " at " + address + ": " + e.getMessage(), e);
    }
  }

  private void hear() throws IOException {
    selector.select(left());
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("interrupted");
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isAcceptable()) {
        accept();
      } else if (key.attachment() instanceof Greeting greeting) {
        hear(greeting, key);
      }
    }
    selector.selectedKeys().clear();
  }

  private void accept() throws IOException {
    SocketChannel caller = listening.accept();
    if (caller != null) {
      caller.register(selector, SelectionKey.OP_READ, new Greeting(caller, OptionalInt.empty()));
    }
  }

  private void hear(Greeting greeting, SelectionKey key) throws IOException {
    try {
      if (!greeting.read()) {
        return;
      }
      OptionalInt speaker = greeting.speaker(attempt, place);
      if (speaker.isPresent() && !connected.containsKey(speaker.getAsInt())) {
        welcome(greeting, speaker.getAsInt());
        key.cancel();
        return;
      }
    } catch (IOException e) {
      // Who breaks off while calling is no rank, or will be missed.
    }
    greeting.channel().close();
    greeting.requireCaller();
  }

  private void welcome(Greeting greeting, int rank) throws IOException {
    if (!greeting.weCalled()) {
      greeting.send(Hello.of(attempt, place.rank(), rank));
    }
    connected.put(rank, greeting.channel());
  }

  private int left() throws IOException {
    long milliseconds = (end - System.nanoTime()) / 1_000_000;
    if (milliseconds <= 0) {
      throw new SocketTimeoutException("no connection with " + missing());
    }
    return (int) Math.min(milliseconds, Integer.MAX_VALUE);
  }

  private String missing() {
    return IntStream.range(0, place.size())
        .filter(rank -> rank != place.rank() && !connected.containsKey(rank))
        .mapToObj(rank -> "rank " + rank)
        .collect(Collectors.joining(", "));
  }

  private Map<Integer, SocketChannel> taken() {
    Map<Integer, SocketChannel> all = new TreeMap<>(connected);
    connected.clear();
    return all;
  }

  /** Hangs up on all whose connections have not been taken. */
  @Override
  public void close() throws IOException {
    List<SocketChannel> left = new ArrayList<>(connected.values());
    for (SelectionKey key : selector.keys()) {
      if (key.isValid() && key.attachment() instanceof Greeting greeting) {
        left.add(greeting.channel());
      }
    }
    listening.close();
    selector.close(); // Until then the system keeps what the selector knows.
    for (SocketChannel channel : left) {
      channel.close();
    }
  }
}
