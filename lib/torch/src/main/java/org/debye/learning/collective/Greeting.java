package org.debye.learning.collective;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.OptionalInt;

/** A new connection, until it is known who is at its other end. Nothing here waits. */
final class Greeting {
  private final SocketChannel channel;
  private final OptionalInt called;
  private final ByteBuffer said = ByteBuffer.allocate(Hello.BYTES);

  /**
   * Begins it.
   *
   * @param called the rank that we have called; nobody where we are called
   */
  Greeting(SocketChannel channel, OptionalInt called) throws IOException {
    this.channel = channel;
    this.called = called;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  SocketChannel channel() {
    return channel;
  }

  /** What a new connection takes in at once, whatever its other end does. */
  void send(ByteBuffer hello) throws IOException {
    while (hello.hasRemaining()) {
      if (channel.write(hello) == 0) {
        throw new IOException("a connection takes nothing in");
      }
    }
  }

  /**
   * Reads what is there.
   *
   * @return whether the other has said all that there is to say, or has gone
   */
  boolean read() throws IOException {
    return channel.read(said) < 0 || !said.hasRemaining();
  }

  /**
   * The rank at the other end, once all is said: the one that we have called, or one above us that
   * calls. Nobody where it is anybody else.
   */
  OptionalInt speaker(String attempt, RankPlace us) {
    if (said.hasRemaining()) {
      return OptionalInt.empty();
    }
    OptionalInt speaker = Hello.speaker(said.flip(), attempt, us);
    boolean expected =
        speaker.isPresent()
            && (weCalled() ? speaker.equals(called) : speaker.getAsInt() > us.rank());
    return expected ? speaker : OptionalInt.empty();
  }

  boolean weCalled() {
    return called.isPresent();
  }

  /** A rank that we have called and that hangs up, or is another, is not going to come. */
  void requireCaller() throws IOException {
    if (weCalled()) {
      throw new IOException("rank " + called.getAsInt() + " has not answered as one of ours");
    }
  }
}
