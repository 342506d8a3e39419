package org.debye.learning.collective;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A rank's connection with one other, over which each sends the other a message of the same length,
 * neither before the other: a message may be longer than what the system takes in at once. Nothing
 * here waits. Thread-confined.
 */
final class PeerConnection implements AutoCloseable {
  private final int peer;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer room;
  private ByteBuffer outgoing = ByteBuffer.allocate(0);
  private boolean unread;

  /**
   * Takes a connection over.
   *
   * @param channel not blocking
   * @param longest bytes of a message
   * @param selector that the channel is to wake
   */
  PeerConnection(int peer, SocketChannel channel, int longest, Selector selector)
      throws IOException {
    this.peer = peer;
    this.channel = channel;
    this.key = channel.register(selector, 0);
    this.room = ByteBuffer.allocateDirect(longest).order(ByteOrder.nativeOrder());
  }

  /** Has a message to send and expects one as long. */
  void begin(ByteBuffer message) {
    outgoing = message.duplicate();
    room.clear().limit(message.remaining());
    unread = true;
  }

  /**
   * Sends and reads what can be, and says whether both messages are through.
   *
   * @param heading of our message, which theirs has too
   */
  boolean advance(MessageHeading heading) throws IOException {
    try {
      if (outgoing.hasRemaining()) {
        channel.write(outgoing);
      }
      if (room.hasRemaining() && channel.read(room) < 0) {
        throw new EOFException("it has closed its connection");
      }
    } catch (IOException e) {
      throw new IOException("rank " + peer + ": " + e.getMessage(), e);
    }
    if (unread && room.position() >= MessageHeading.BYTES) {
      heading.require(MessageHeading.read(room), peer);
      unread = false;
    }
    return through();
  }

  private boolean through() {
    return !outgoing.hasRemaining() && !room.hasRemaining();
  }

  /** Whether the other is waited for; from now on the selector wakes when it can go on. */
  boolean awaited() {
    key.interestOps(
        (outgoing.hasRemaining() ? SelectionKey.OP_WRITE : 0)
            | (room.hasRemaining() ? SelectionKey.OP_READ : 0));
    return !through();
  }

  int peer() {
    return peer;
  }

  /** What the other has sent, without its heading; until the next message begins. */
  ByteBuffer received() {
    return room.slice(MessageHeading.BYTES, room.limit() - MessageHeading.BYTES)
        .order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
