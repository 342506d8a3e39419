package org.debye.learning.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ranks as threads: what they do, and what happens when they do not find one another. */
@Timeout(60)
@SuppressWarnings("try") // A scope is closed, not read.
final class GlooCollectiveTest {
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(2500), Duration.ofMillis(2500));

  @Test
  void sumsAreTheSumsOfAllRanks() {
    int length = 1000;
    List<float[]> sums =
        RankThreads.results(
            4,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                Tensor values = CollectiveOperations.floats(collective.rank(), length);
                collective.sum(values);
                return CollectiveOperations.array(values);
              }
            });
    for (int i = 0; i < length; i++) {
      double expected = 0;
      for (int rank = 0; rank < 4; rank++) {
        expected += CollectiveOperations.values(rank, length)[i];
      }
      assertThat(sums.get(3)[i]).isCloseTo((float) expected, within(2e-6f));
    }
    assertThat(sums).allSatisfy(sum -> assertThat(sum).isEqualTo(sums.get(0)));
  }

  @Test
  void aTransposedParameterIsSummedWhereItLies() {
    List<float[]> sums =
        RankThreads.results(
            2,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                Tensor whole = CollectiveOperations.floats(collective.rank(), 6).reshape(2, 3);
                whole.requires_grad_(true);
                collective.sum(whole.t());
                return CollectiveOperations.array(whole);
              }
            });
    float[] first = CollectiveOperations.values(0, 6);
    float[] second = CollectiveOperations.values(1, 6);
    for (int i = 0; i < 6; i++) {
      assertThat(sums.get(1)[i]).isEqualTo(first[i] + second[i]);
    }
  }

  @Test
  void tensorsWithoutValuesStayWhatTheyAre() {
    List<Long> gathered =
        RankThreads.results(
            2,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                Tensor none = torch.ones(new long[] {0});
                collective.broadcast(none, 1);
                collective.sum(none);
                return collective.gather(none).numel() + collective.gather(7)[1];
              }
            });
    assertThat(gathered).containsOnly(7L);
  }

  @Test
  void aliveAfterTheCallersScopeIsClosed() {
    List<long[]> gathered =
        RankThreads.results(
            2,
            collective -> {
              for (int i = 0; i < 100; i++) {
                try (PointerScope scope = new PointerScope()) {
                  collective.sum(torch.ones(new long[] {5}));
                }
              }
              return collective.gather(collective.rank());
            });
    assertThat(gathered).allSatisfy(numbers -> assertThat(numbers).containsExactly(0, 1));
  }

  @Test
  void aRankThatNeverComesIsNamed() {
    List<Object> endings =
        RankThreads.all(
            List.of(0, 2),
            rank -> {
              try (MeetingServer server = MeetingServer.open(RankThreads.HOST, "a", SHORT)) {
                RankPlace place = new RankPlace(0, 2, RankThreads.HOST);
                return GlooCollective.join(server.point(), place, SHORT);
              }
            });
    assertThat(endings)
        .allSatisfy(
            ending ->
                assertThat((Throwable) ending)
                    .isInstanceOf(LostRankException.class)
                    .hasMessageMatching(
                        "(?s)Rank 0 of 2 has waited 2.5 s at 127.0.0.1:\\d+; missing: rank 1.*"));
  }

  @Test
  void aRankOfAnOlderAttemptIsSentAwayAndDisturbsNobody() {
    Patience patience = Patience.USUAL;
    try (MeetingServer server = MeetingServer.open(RankThreads.HOST, "stage 3.1", patience)) {
      List<Object> endings =
          RankThreads.all(
              List.of(0, 1, 2),
              number -> {
                boolean stale = number == 2;
                MeetingPoint point =
                    stale
                        ? new MeetingPoint(RankThreads.HOST, server.point().port(), "stage 3.0")
                        : server.point();
                RankPlace place = new RankPlace(stale ? 1 : number, 2, RankThreads.HOST);
                try (Collective joined = GlooCollective.join(point, place, patience)) {
                  return joined.gather(joined.rank() + 5L);
                }
              });
      assertThat((long[]) endings.get(0)).containsExactly(5, 6);
      assertThat((long[]) endings.get(1)).containsExactly(5, 6);
      assertThat((Throwable) endings.get(2))
          .isInstanceOf(LostRankException.class)
          .hasMessageMatching(
              "Rank 1 of 2 is of attempt stage 3.0, and at 127.0.0.1:\\d+ is attempt stage 3.1:"
                  + " its own has been given up.");
    }
  }

  @Test
  void aMeetingThatHasClosedIsNotWaitedForLonger() {
    MeetingPoint gone;
    try (MeetingServer server = MeetingServer.open(RankThreads.HOST, "a", SHORT)) {
      gone = server.point();
    }
    assertThatThrownBy(
            () -> GlooCollective.join(gone, new RankPlace(1, 2, RankThreads.HOST), SHORT))
        .isInstanceOf(LostRankException.class)
        .hasMessageContaining("Rank 1 of 2 has not reached rank 0 at " + gone + " within 2.5 s.");
  }

  @Test
  void twoRanksOfOneNumberAndTwoSizesAreDefects() {
    try (MeetingServer server = MeetingServer.open(RankThreads.HOST, "a", Patience.USUAL);
        PointerScope scope = new PointerScope()) {
      Meeting.enter(server.point(), new RankPlace(1, 2, RankThreads.HOST), Patience.USUAL);
      assertThatThrownBy(() -> enter(server, new RankPlace(1, 2, RankThreads.HOST)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Rank 1 of 2 is there already");
      assertThatThrownBy(() -> enter(server, new RankPlace(0, 3, RankThreads.HOST)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Rank 0 of 3 has come where 2 ranks meet");
    }
  }

  private static void enter(MeetingServer server, RankPlace place) {
    Meeting.enter(server.point(), place, Patience.USUAL);
  }

  @Test
  void aTypeThatCannotBeSummedIsTheCallersDefect() {
    List<Object> endings =
        RankThreads.endings(
            2,
            Patience.USUAL,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                collective.sum(torch.ones(new long[] {2}).to(torch.ScalarType.ComplexFloat));
                return "summed";
              }
            });
    assertThat(endings)
        .allSatisfy(
            ending ->
                assertThat((Throwable) ending)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ranks exchange float32, float64 and int64, not ComplexFloat"));
  }

  @Test
  void closedIsClosed() {
    List<Object> endings =
        RankThreads.endings(
            2,
            Patience.USUAL,
            collective -> {
              collective.close();
              return collective.gather(1);
            });
    assertThat(endings)
        .allSatisfy(
            ending -> assertThat((Throwable) ending).hasMessage("this collective has been closed"));
  }

  @Test
  void anAddressOfAnotherMachineIsRefused() {
    try (MeetingServer server = MeetingServer.open(RankThreads.HOST, "a", SHORT)) {
      RankPlace place = new RankPlace(0, 2, "192.0.2.1");
      assertThatThrownBy(() -> GlooCollective.join(server.point(), place, SHORT))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("its host 192.0.2.1 is not an address of this machine");
    }
  }

  private static org.assertj.core.data.Offset<Float> within(float offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
