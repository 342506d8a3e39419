package org.debye.learning.collective;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ranks that are connected over the loopback, without a meeting. */
final class ConnectedRanks implements AutoCloseable {
  private final List<Map<Integer, SocketChannel>> channels = new ArrayList<>();

  /**
   * Connects each with each.
   *
   * @param buffer bytes that the system is asked to take in at once
   */
  ConnectedRanks(int size, int buffer) throws IOException {
    for (int rank = 0; rank < size; rank++) {
      channels.add(new TreeMap<>());
    }
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      for (int rank = 1; rank < size; rank++) {
        for (int below = 0; below < rank; below++) {
          SocketChannel calling = SocketChannel.open();
          calling.setOption(StandardSocketOptions.SO_SNDBUF, buffer);
          calling.connect(listening.getLocalAddress());
          SocketChannel called = listening.accept();
          called.setOption(StandardSocketOptions.SO_SNDBUF, buffer);
          channels.get(rank).put(below, calling);
          channels.get(below).put(rank, called);
        }
      }
    }
  }

  /** A rank's own end of its connection with another, blocking until a mesh takes it over. */
  SocketChannel end(int rank, int other) {
    SocketChannel channel = channels.get(rank).get(other);
    if (channel == null) {
      throw new IllegalArgumentException("no connection of " + rank + " with " + other);
    }
    return channel;
  }

  RankMesh mesh(int rank, long limit, Duration patience) throws IOException {
    for (SocketChannel channel : channels.get(rank).values()) {
      channel.configureBlocking(false);
    }
    RankPlace place = new RankPlace(rank, channels.size(), RankThreads.HOST);
    return new RankMesh(place, channels.get(rank), limit, patience);
  }

  @Override
  public void close() {
    for (Map<Integer, SocketChannel> ofRank : channels) {
      for (SocketChannel channel : ofRank.values()) {
        try {
          channel.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
