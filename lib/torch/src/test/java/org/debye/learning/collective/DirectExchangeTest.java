package org.debye.learning.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.debye.learning.weight.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and gatherings on either side of the limit: without Gloo, and with it. */
@Timeout(120)
@SuppressWarnings("try") // A scope is closed, not read.
final class DirectExchangeTest {
  /** Bytes that a rank sends in all; 5 ranks send 1,024 to each other one. */
  private static final int LIMIT = 4096;

  private static final int ALL_BY_GLOO = 0;
  private static final int REPEATS = 3;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void sumsAreThoseOfGlooOnEitherSideOfTheLimit(int size) {
    List<double[]> direct = sums(size, LIMIT);
    List<double[]> byGloo = sums(size, ALL_BY_GLOO);
    assertThat(direct).hasSameSizeAs(byGloo);
    for (int i = 0; i < direct.size(); i++) {
      double tolerance = size == 2 ? 0 : 1e-6;
      assertThat(direct.get(i)).hasSameSizeAs(byGloo.get(i));
      for (int j = 0; j < direct.get(i).length; j++) {
        assertThat(direct.get(i)[j]).isCloseTo(byGloo.get(i)[j], Offset.offset(tolerance));
      }
    }
  }

  /** Of all lengths and types; each repeated, and the same bits on every rank. */
  private static List<double[]> sums(int size, long direct) {
    int places = LIMIT / (size - 1);
    List<List<double[]>> all =
        RankThreads.results(
            size,
            direct,
            collective -> {
              List<double[]> sums = new ArrayList<>();
              for (ScalarType type :
                  List.of(ScalarType.Float, ScalarType.Double, ScalarType.Long)) {
                int most = places / (type == ScalarType.Float ? 4 : 8);
                for (int length : new int[] {1, most - 1, most, most + 1, 10 * most}) {
                  for (int repeat = 0; repeat < REPEATS; repeat++) {
                    sums.add(sum(collective, type, length));
                  }
                }
              }
              return sums;
            });
    for (List<double[]> ofRank : all) {
      for (int i = 0; i < ofRank.size(); i++) {
        assertThat(bits(ofRank.get(i))).isEqualTo(bits(all.get(0).get(i / REPEATS * REPEATS)));
      }
    }
    return all.get(0);
  }

  private static double[] sum(Collective collective, ScalarType type, int length) {
    try (PointerScope scope = new PointerScope()) {
      Tensor values = CollectiveOperations.floats(collective.rank(), length);
      if (type == ScalarType.Long) {
        values = values.mul(new Scalar(1e6));
      }
      Tensor sums = values.to(type);
      collective.sum(sums);
      return Numbers.doubles(sums);
    }
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void shortSumsAreInTheOrderOfRanks() {
    int length = 200;
    List<float[]> sums =
        RankThreads.results(
            5,
            LIMIT,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                Tensor values = CollectiveOperations.floats(collective.rank(), length);
                collective.sum(values);
                return CollectiveOperations.array(values);
              }
            });
    float[] expected = CollectiveOperations.values(0, length);
    for (int rank = 1; rank < 5; rank++) {
      float[] next = CollectiveOperations.values(rank, length);
      for (int i = 0; i < length; i++) {
        expected[i] += next[i];
      }
    }
    assertThat(sums).allSatisfy(sum -> assertThat(sum).isEqualTo(expected));
  }

  /** Each rank has another pattern of bits for what is no number. */
  @Test
  void zerosKeepTheirSignAndNoNumbersHaveOnePattern() {
    float[][] floats = new float[3][];
    double[][] doubles = new double[3][];
    for (int rank = 0; rank < 3; rank++) {
      float odd = Float.intBitsToFloat(0xffc00001 + rank);
      float infinite = rank == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
      floats[rank] = new float[] {-0f, rank == 1 ? 0f : -0f, odd, infinite, rank == 2 ? odd : 1f};
      double strange = Double.longBitsToDouble(0xfff8000000000001L + rank);
      doubles[rank] =
          new double[] {-0.0, rank == 1 ? 0.0 : -0.0, strange, infinite, rank == 2 ? strange : 1};
    }
    List<List<Object>> bits =
        RankThreads.results(
            3,
            LIMIT,
            collective -> {
              try (PointerScope scope = new PointerScope()) {
                Tensor single = Tensor.create(floats[collective.rank()]);
                Tensor twice = Tensor.create(doubles[collective.rank()]);
                collective.sum(single);
                collective.sum(twice);
                List<Object> all = new ArrayList<>();
                for (float value : CollectiveOperations.array(single)) {
                  all.add(Float.floatToRawIntBits(value));
                }
                for (double value : Numbers.doubles(twice)) {
                  all.add(Double.doubleToRawLongBits(value));
                }
                return all;
              }
            });
    List<Object> expected =
        List.of(
            0x80000000,
            0,
            0x7fc00000,
            0x7fc00000,
            0x7fc00000,
            0x8000000000000000L,
            0L,
            0x7ff8000000000000L,
            0x7ff8000000000000L,
            0x7ff8000000000000L);
    assertThat(bits).containsOnly(expected);
  }

  @Test
  void rowsAreGatheredInTheOrderOfRanksOnEitherSideOfTheLimit() {
    List<List<double[]>> gathered =
        RankThreads.results(
            3,
            LIMIT,
            collective -> {
              List<double[]> all = new ArrayList<>();
              for (int columns : new int[] {1, 127, 128, 129, 5000}) {
                try (PointerScope scope = new PointerScope()) {
                  Tensor own =
                      torch
                          .arange(new Scalar(2L * columns))
                          .add(new Scalar(collective.rank() * 1e6))
                          .to(ScalarType.Double)
                          .view(2, columns);
                  Tensor rows = collective.gather(own);
                  assertThat(Numbers.shape(rows)).containsExactly(6, columns);
                  all.add(Numbers.doubles(rows));
                }
              }
              return all;
            });
    for (List<double[]> ofRank : gathered) {
      for (double[] rows : ofRank) {
        int own = rows.length / 3;
        for (int i = 0; i < rows.length; i++) {
          int rank = i / own;
          assertThat(rows[i]).isEqualTo(rank * 1e6 + i % own);
        }
      }
    }
  }

  /** What goes by Gloo and what does not keep their order, whatever comes between. */
  @Test
  void shortAndLongOnesInTurn() {
    List<Double> ends =
        RankThreads.results(
            3,
            LIMIT,
            collective -> {
              double sum = 0;
              for (int round = 0; round < 60; round++) {
                try (PointerScope scope = new PointerScope()) {
                  Tensor values = CollectiveOperations.floats(collective.rank(), 1 + round * 37);
                  collective.sum(values);
                  long[] numbers = collective.gather((long) round * collective.rank());
                  sum += values.sum().item_double() + numbers[2];
                }
              }
              return sum;
            });
    assertThat(ends).containsOnly(ends.get(0));
  }

  @Test
  void noConnectionIsLeftWhenRanksHaveClosed() throws IOException {
    RankThreads.results(3, collective -> collective.gather(1)); // What is opened once, stays open.
    long before = sockets();
    RankThreads.results(3, collective -> collective.gather(1));
    assertThat(sockets()).isEqualTo(before);
  }

  private static long sockets() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(DirectExchangeTest::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // Closed meanwhile.
    }
  }
}
