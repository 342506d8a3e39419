package org.debye.learning.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over connections, with others that are slow, gone, silent or out of step. */
@Timeout(60)
final class RankMeshTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BUFFER = 1 << 16;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyRankHasWhatEachHasSentInTheOrderOfRanks(int size) throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(size, BUFFER)) {
      List<Object> endings =
          RankThreads.all(
              IntStream.range(0, size).boxed().toList(),
              rank -> {
                try (RankMesh mesh = ranks.mesh(rank, 4000L * Math.max(1, size - 1), PATIENCE)) {
                  for (int round = 0; round < 200; round++) {
                    requireAll(mesh.exchange(round, bytes(rank, round)), round);
                  }
                }
                return "ended";
              });
      assertThat(endings).containsOnly("ended");
    }
  }

  private static void requireAll(ByteBuffer[] received, int round) {
    for (int rank = 0; rank < received.length; rank++) {
      assertThat(received[rank]).isEqualTo(bytes(rank, round));
    }
  }

  /** Of a length that is the round's, and of contents that are the rank's too. */
  private static ByteBuffer bytes(int rank, int round) {
    int length = 8 * (1 + (round * 37) % 500);
    RandomStream random = RandomStreams.of(416).at("round" + round, rank);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** If either side only wrote until all is written, neither would read. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void messagesLongerThanTheSystemTakesInAtOnceComeThrough(int size) throws Exception {
    int length = 16 << 20;
    try (ConnectedRanks ranks = new ConnectedRanks(size, 4096)) {
      List<Object> sums =
          RankThreads.all(
              IntStream.range(0, size).boxed().toList(),
              rank -> {
                try (RankMesh mesh = ranks.mesh(rank, (long) length * (size - 1), PATIENCE)) {
                  ByteBuffer own = ByteBuffer.allocate(length);
                  for (int i = 0; i < length; i++) {
                    own.put((byte) (i * 31 + rank));
                  }
                  long sum = 0;
                  for (ByteBuffer part : mesh.exchange(0, own.flip())) {
                    assertThat(part.remaining()).isEqualTo(length);
                    sum = sum * 31 + part.hashCode();
                  }
                  return sum;
                }
              });
      assertThat(sums.get(0)).isInstanceOf(Long.class);
      assertThat(sums).containsOnly(sums.get(0));
    }
  }

  /** Longer than a rank stays awake, so that it has to be woken for the last bytes. */
  @Test
  void aRankThatSendsAByteAtATimeIsWaitedFor() throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(2, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, PATIENCE)) {
      Thread slow =
          thread(
              () -> {
                SocketChannel end = ranks.end(1, 0);
                ByteBuffer message = message(0, 5, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
                while (message.hasRemaining()) {
                  end.write(message.slice(message.position(), 1));
                  message.get();
                  LockSupport.parkNanos(3_000_000);
                }
              });
      long begun = System.nanoTime();
      ByteBuffer[] received = mesh.exchange(5, ByteBuffer.wrap(new byte[8]));
      assertThat(System.nanoTime() - begun).isGreaterThan(RankMesh.AWAKE_NANOS);
      assertThat(received[1]).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
      slow.join();
    }
  }

  @Test
  void whoHasSentAllMayStopSendingAndIsMissedTheNextTime() throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(2, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, PATIENCE)) {
      SocketChannel end = ranks.end(1, 0);
      end.write(message(0, 5, new byte[] {7}));
      end.shutdownOutput();
      assertThat(mesh.exchange(5, ByteBuffer.wrap(new byte[] {9}))[1].get()).isEqualTo((byte) 7);
      ByteBuffer heard = ByteBuffer.allocate(MessageHeading.BYTES + 1);
      while (heard.hasRemaining()) {
        end.read(heard);
      }
      assertThat(heard.flip()).isEqualTo(message(0, 5, new byte[] {9}));
      assertThatThrownBy(() -> mesh.exchange(5, ByteBuffer.wrap(new byte[] {9})))
          .isInstanceOf(IOException.class)
          .hasMessage("rank 1: it has closed its connection")
          .hasCauseInstanceOf(EOFException.class);
      assertThat(end.read(ByteBuffer.allocate(100))).isEqualTo(MessageHeading.BYTES + 1);
      assertThat(end.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  /** Sent ahead by a rank that has everything already. */
  @Test
  void theNextMessageIsLeftForTheNextTime() throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(2, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, PATIENCE)) {
      ranks.end(1, 0).write(message(0, 5, new byte[] {7}));
      ranks.end(1, 0).write(message(1, 6, new byte[] {8, 9}));
      assertThat(mesh.exchange(5, ByteBuffer.allocate(1))[1]).isEqualTo(of(7));
      assertThat(mesh.exchange(6, ByteBuffer.allocate(2))[1]).isEqualTo(of(8, 9));
    }
  }

  @Test
  void oneThatBreaksOffInTheMiddleIsNamed() throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(3, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, PATIENCE)) {
      ranks.end(1, 0).write(message(0, 5, new byte[] {7, 8}));
      ranks.end(2, 0).write(message(0, 5, new byte[] {7, 8}).limit(MessageHeading.BYTES + 1));
      ranks.end(2, 0).close();
      assertThatThrownBy(() -> mesh.exchange(5, ByteBuffer.allocate(2)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("rank 2: ");
      assertThatThrownBy(() -> mesh.exchange(5, ByteBuffer.allocate(2)))
          .isInstanceOf(IOException.class)
          .hasMessage("the connections have been closed");
    }
  }

  @Test
  void silenceEndsWithPatience() throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(3, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, PATIENCE)) {
      mesh.setPatience(Duration.ofMillis(300));
      ranks.end(1, 0).write(message(0, 5, new byte[] {7, 8}));
      long begun = System.nanoTime();
      assertThatThrownBy(() -> mesh.exchange(5, ByteBuffer.allocate(2)))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("rank 2: no answer within 0.3 s");
      assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(300L, 5_000L);
    }
  }

  /** Slower than patience, though never silent for long. */
  @Test
  void patienceIsForTheWholeMessage() throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(2, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, Duration.ofMillis(300))) {
      Thread slow =
          thread(
              () -> {
                ByteBuffer message = message(0, 5, new byte[500]);
                for (int i = 0; i < message.limit(); i++) {
                  ranks.end(1, 0).write(message.slice(i, 1));
                  LockSupport.parkNanos(20_000_000);
                }
              });
      assertThatThrownBy(() -> mesh.exchange(5, ByteBuffer.allocate(500)))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("rank 1: no answer within 0.3 s");
      slow.join();
    }
  }

  @Test
  void ranksOutOfStepAreADefect() throws Exception {
    assertOutOfStep(message(1, 5, new byte[2]), "[number=1, operation=5, length=2]");
    assertOutOfStep(message(0, 6, new byte[2]), "[number=0, operation=6, length=2]");
    assertOutOfStep(message(0, 5, new byte[1]), "[number=0, operation=5, length=1]");
  }

  private static void assertOutOfStep(ByteBuffer theirs, String heading) throws IOException {
    try (ConnectedRanks ranks = new ConnectedRanks(2, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, PATIENCE)) {
      ranks.end(1, 0).write(theirs);
      assertThatThrownBy(() -> mesh.exchange(5, ByteBuffer.allocate(2)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the ranks do not do the same: here MessageHeading[number=0, operation=5, length=2],"
                  + " of rank 1 MessageHeading"
                  + heading);
    }
  }

  @Test
  void aThreadThatIsInterruptedWaitsNoLonger() throws Exception {
    try (ConnectedRanks ranks = new ConnectedRanks(2, BUFFER);
        RankMesh mesh = ranks.mesh(0, 1000, PATIENCE)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> mesh.exchange(5, ByteBuffer.allocate(2)))
          .isInstanceOf(IOException.class)
          .hasMessage("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static ByteBuffer of(int... bytes) {
    ByteBuffer all = ByteBuffer.allocate(bytes.length);
    for (int each : bytes) {
      all.put((byte) each);
    }
    return all.flip();
  }

  private static ByteBuffer message(long number, int operation, byte[] bytes) {
    ByteBuffer message =
        ByteBuffer.allocate(MessageHeading.BYTES + bytes.length).order(ByteOrder.nativeOrder());
    new MessageHeading(number, operation, bytes.length).write(message);
    return message.put(bytes).flip();
  }

  private interface Sending {
    void run() throws IOException;
  }

  /** What it cannot send any more nobody reads. */
  private static Thread thread(Sending sending) {
    Thread thread =
        new Thread(
            () -> {
              try {
                sending.run();
              } catch (IOException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }
}
