package org.debye.learning.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How ranks find one another, and who is hung up on. */
@Timeout(60)
@SuppressWarnings("try") // A scope is closed, not read.
final class MeshJoiningTest {
  private static final String ATTEMPT = "stage 3.1";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(3);

  @Test
  void strangersAreHungUpOnAndDisturbNobody() {
    CountDownLatch strangersGone = new CountDownLatch(1);
    List<Object> endings =
        meet(
            3,
            (number, meeting) -> {
              if (number == 2) {
                return strangers(meeting, strangersGone);
              }
              if (number == 1) {
                strangersGone.await();
              }
              return join(meeting, number, 2);
            });
    assertThat(endings)
        .containsExactly(List.of(10, 11), List.of(10, 11), List.of(-1, -1, -1, -1, -1, -1));
  }

  /** What each reads: the end, and no greeting. The last only once the ranks are there. */
  private static List<Integer> strangers(Meeting meeting, CountDownLatch gone) throws IOException {
    InetSocketAddress rank0 = address(StoreText.read(meeting.ofAttempt(), MeshJoining.key(0)));
    try (SocketChannel silent = SocketChannel.open(rank0)) {
      List<Integer> heard = new ArrayList<>();
      heard.add(answer(rank0, Hello.of("stage 3.0", 1, 0)));
      heard.add(answer(rank0, Hello.of(ATTEMPT, 1, 5)));
      heard.add(answer(rank0, Hello.of(ATTEMPT, 0, 0)));
      heard.add(answer(rank0, Hello.of(ATTEMPT, 7, 0)));
      heard.add(answer(rank0, ByteBuffer.allocate(Hello.BYTES)));
      SocketChannel.open(rank0).close();
      gone.countDown();
      heard.add(silent.read(ByteBuffer.allocate(1)));
      assertThatThrownBy(() -> SocketChannel.open(rank0)).isInstanceOf(ConnectException.class);
      return heard;
    }
  }

  private static int answer(InetSocketAddress at, ByteBuffer said) throws IOException {
    try (SocketChannel channel = SocketChannel.open(at)) {
      channel.write(said);
      return channel.read(ByteBuffer.allocate(Hello.BYTES));
    }
  }

  @Test
  void ofTwoThatSayTheSameNumberTheFirstIsTaken() {
    List<Object> endings =
        meet(
            2,
            (number, meeting) -> {
              if (number == 0) {
                RankPlace place = new RankPlace(0, 3, RankThreads.HOST);
                return List.copyOf(MeshJoining.connect(meeting, place, LONG).keySet());
              }
              InetSocketAddress rank0 =
                  address(StoreText.read(meeting.ofAttempt(), MeshJoining.key(0)));
              return List.of(
                  answer(rank0, Hello.of(ATTEMPT, 2, 0)),
                  answer(rank0, Hello.of(ATTEMPT, 2, 0)),
                  answer(rank0, Hello.of(ATTEMPT, 1, 0)));
            });
    assertThat(endings).containsExactly(List.of(1, 2), List.of(Hello.BYTES, -1, Hello.BYTES));
  }

  @Test
  void whoAnswersInsteadOfARankIsNotTakenForIt() throws IOException {
    try (ServerSocketChannel stranger = ServerSocketChannel.open()) {
      stranger.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      InetSocketAddress at = (InetSocketAddress) stranger.getLocalAddress();
      List<Object> endings =
          meet(
              2,
              (number, meeting) -> {
                if (number == 1) {
                  return join(meeting, 1, 2);
                }
                String address = RankThreads.HOST + ":" + at.getPort();
                StoreText.write(meeting.ofAttempt(), MeshJoining.key(0), address);
                try (SocketChannel caller = stranger.accept()) {
                  caller.write(Hello.of(ATTEMPT, 3, 1));
                  return "answered";
                }
              });
      assertThat((Throwable) endings.get(1))
          .isInstanceOf(IOException.class)
          .hasMessage("rank 0 has not answered as one of ours");
    }
  }

  @Test
  void whoDoesNotComeIsNamed() {
    CyclicBarrier both = new CyclicBarrier(2);
    List<Object> endings =
        meet(
            2,
            (number, meeting) -> {
              // One that enters the meeting late would not come either.
              both.await();
              RankPlace place = new RankPlace(number, 3, RankThreads.HOST);
              return MeshJoining.connect(meeting, place, SHORT);
            });
    assertThat(endings)
        .allSatisfy(
            ending ->
                assertThat((Throwable) ending)
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("no connection with rank 2"));
  }

  @Test
  void aloneThereIsNobodyToWaitFor() {
    assertThat(meet(1, (number, meeting) -> join(meeting, 0, 1))).containsExactly(List.of(10));
  }

  private interface Coming {
    Object come(int number, Meeting meeting) throws Exception;
  }

  private static List<Object> meet(int size, Coming coming) {
    try (MeetingServer server = MeetingServer.open(RankThreads.HOST, ATTEMPT, Patience.USUAL)) {
      return RankThreads.all(
          IntStream.range(0, size).boxed().toList(),
          number -> {
            try (PointerScope scope = new PointerScope()) {
              RankPlace place = new RankPlace(number, size, RankThreads.HOST);
              return coming.come(number, Meeting.enter(server.point(), place, Patience.USUAL));
            }
          });
    }
  }

  /** What the ranks say to one another once they are connected: each ten more than its number. */
  private static List<Integer> join(Meeting meeting, int rank, int size) throws IOException {
    RankPlace place = new RankPlace(rank, size, RankThreads.HOST);
    try (RankMesh mesh =
        new RankMesh(place, MeshJoining.connect(meeting, place, LONG), 100, LONG)) {
      List<Integer> all = new ArrayList<>();
      for (ByteBuffer part : mesh.exchange(0, ByteBuffer.wrap(new byte[] {(byte) (10 + rank)}))) {
        all.add((int) part.get());
      }
      return all;
    }
  }

  private static InetSocketAddress address(String text) {
    int port = Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
