package org.debye.hdf5.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.scalableminds.bloscjava.Blosc;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that no encoder wrote, and encoded ones with a few bytes changed: each decoder either gives
 * a chunk of the right length or says what is wrong. The parameter is the seed.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileBytesTest {
  private record Case(FilterSpec spec, byte[] encoded, int length) {}

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changedBytes(int seed) {
    Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    int failed = 0;
    List<Case> cases = cases(DecodersTest.data(20 + seed % 40));
    for (Case c : cases) {
      for (int round = 0; round < 10; round++) {
        byte[] changed = c.encoded().clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
          // Headers decide most, so every second change is there.
          int reach = random.nextBoolean() ? Math.min(32, changed.length) : changed.length;
          changed[random.nextInt(reach)] = (byte) random.nextInt();
        }
        failed += decodes(changed, c.length(), c.spec()) ? 0 : 1;
      }
    }
    assertThat(failed).isPositive();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomBytes(int seed) {
    Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    for (Case c : cases(new byte[64])) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      int length = random.nextInt(2000);
      decodes(noise, length, c.spec());
      if (noise.length > 16) {
        // Sizes that pass the first checks.
        noise[0] = noise[1] = noise[2] = noise[3] = noise[4] = noise[5] = 0;
        noise[8] = noise[9] = 0;
        decodes(noise, length, c.spec());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void cutBytes(int seed) {
    Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    for (Case c : cases(DecodersTest.data(20 + seed % 40))) {
      int kept = random.nextInt(c.encoded().length);
      byte[] cut = Encoders.part(c.encoded(), 0, kept);
      boolean wordsOnly = c.spec().id() == FilterSpec.SHUFFLE;
      assertThat(decodes(cut, c.length(), c.spec()) && !wordsOnly).as(c.spec().label()).isFalse();
    }
  }

  private static boolean decodes(byte[] encoded, int length, FilterSpec spec) {
    try {
      return DecodersTest.decode(encoded, length, spec).length == length;
    } catch (FilterException e) {
      assertThat(e).message().isNotBlank();
      return false;
    }
  }

  private static List<Case> cases(byte[] data) {
    byte[] even = Encoders.part(data, 0, data.length / 2 * 2);
    List<Case> cases = new ArrayList<>();
    cases.add(of(even, Encoders.deflate(even), FilterSpec.DEFLATE));
    cases.add(of(even, Encoders.fletcher32(even), FilterSpec.FLETCHER32));
    cases.add(of(even, Encoders.lz4(even, 512), FilterSpec.LZ4));
    cases.add(of(even, Zstd.compress(even), FilterSpec.ZSTD));
    cases.add(of(even, literals(even), FilterSpec.LZF));
    byte[] packed = Encoders.bitshuffle(even, 2, 256, Encoders::lz4Block);
    cases.add(of(even, packed, FilterSpec.BITSHUFFLE, 0, 3, 2, 256, 2));
    byte[] tight = Encoders.bitshuffle(even, 2, 256, Zstd::compress);
    cases.add(of(even, tight, FilterSpec.BITSHUFFLE, 0, 3, 2, 256, 3));
    for (Blosc.Compressor codec : Blosc.Compressor.values()) {
      byte[] blosc = Blosc.compress(even, 2, codec, 5, Blosc.Shuffle.BYTE_SHUFFLE, 2048, 1);
      cases.add(of(even, blosc, FilterSpec.BLOSC, 2, 2, 2, even.length));
    }
    return cases;
  }

  private static byte[] literals(byte[] data) {
    byte[] out = new byte[data.length + (data.length + 31) / 32];
    int to = 0;
    for (int at = 0; at < data.length; at += 32) {
      int run = Math.min(32, data.length - at);
      out[to++] = (byte) (run - 1);
      System.arraycopy(data, at, out, to, run);
      to += run;
    }
    return out;
  }

  private static Case of(byte[] data, byte[] encoded, int id, int... parameters) {
    return new Case(DecodersTest.spec(id, parameters), encoded, data.length);
  }
}
