package org.debye.hdf5.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import com.ning.compress.lzf.ChunkEncoder;
import com.ning.compress.lzf.LZFChunk;
import com.ning.compress.lzf.util.ChunkEncoderFactory;
import com.scalableminds.bloscjava.Blosc;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoded by a library or from the description, decoded here. The parameter is the seed. */
class DecodersTest {
  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void deflate(int seed) throws FilterException {
    byte[] data = data(seed);
    check(data, Encoders.deflate(data), spec(FilterSpec.DEFLATE, 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shuffle(int seed) throws FilterException {
    byte[] data = data(seed);
    int element = 1 + seed % 9;
    check(data, Encoders.shuffle(data, element), spec(FilterSpec.SHUFFLE, element));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fletcher32(int seed) throws FilterException {
    byte[] data = data(seed);
    check(data, Encoders.fletcher32(data), spec(FilterSpec.FLETCHER32));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lzf(int seed) throws FilterException {
    byte[] data = Arrays.copyOf(data(seed), Math.min(data(seed).length, LZFChunk.MAX_CHUNK_LEN));
    try (ChunkEncoder encoder = ChunkEncoderFactory.safeInstance(Math.max(16, data.length))) {
      LZFChunk chunk = encoder.encodeChunk(data, 0, data.length);
      byte[] framed = chunk.getData();
      boolean packed = framed[2] == LZFChunk.BLOCK_TYPE_COMPRESSED;
      if (packed) {
        int header = LZFChunk.HEADER_LEN_COMPRESSED;
        byte[] raw = Encoders.part(framed, header, chunk.length() - header);
        check(data, raw, spec(FilterSpec.LZF, 4, 261, data.length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lz4(int seed) throws FilterException {
    byte[] data = data(seed);
    check(data, Encoders.lz4(data, 64 << seed % 8), spec(FilterSpec.LZ4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void zstd(int seed) throws FilterException {
    byte[] data = data(seed);
    check(data, Zstd.compress(data), spec(FilterSpec.ZSTD, 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bitshuffle(int seed) throws FilterException {
    int element = new int[] {1, 2, 4, 8, 3}[seed % 5];
    int block = 8 * (1 + seed * 7 % 40);
    byte[] data = Arrays.copyOf(data(seed), data(seed).length / element * element);
    check(
        data,
        Encoders.bitshuffle(data, element, block, Encoders::lz4Block),
        spec(FilterSpec.BITSHUFFLE, 0, 3, element, block, 2));
    check(
        data,
        Encoders.bitshuffle(data, element, block, Zstd::compress),
        spec(FilterSpec.BITSHUFFLE, 0, 5, element, block, 3));
    check(
        data,
        transposed(data, element, block),
        spec(FilterSpec.BITSHUFFLE, 0, 3, element, block, 0));
  }

  @ParameterizedTest
  @EnumSource(Blosc.Compressor.class)
  void blosc(Blosc.Compressor codec) throws FilterException {
    for (int seed = 0; seed < 60; seed++) {
      byte[] data = data(seed);
      int element = new int[] {1, 2, 4, 8, 3, 16, 17}[seed % 7];
      for (Blosc.Shuffle shuffle : Blosc.Shuffle.values()) {
        byte[] packed = Blosc.compress(data, element, codec, 1 + seed % 9, shuffle, 0, 1);
        check(data, packed, spec(FilterSpec.BLOSC, 2, 2, element, data.length));
        byte[] small = Blosc.compress(data, element, codec, 5, shuffle, 1024, 1);
        check(data, small, spec(FilterSpec.BLOSC, 2, 2, element, data.length));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPipelineIsUndoneInReverseAndLeavesOutMaskedFilters(int seed) throws FilterException {
    byte[] data = data(seed);
    List<FilterSpec> specs =
        List.of(
            spec(FilterSpec.SHUFFLE, 2), spec(FilterSpec.DEFLATE, 4), spec(FilterSpec.FLETCHER32));
    for (int mask = 0; mask < 8; mask++) {
      byte[] encoded = data;
      encoded = (mask & 1) == 0 ? Encoders.shuffle(encoded, 2) : encoded;
      encoded = (mask & 2) == 0 ? Encoders.deflate(encoded) : encoded;
      encoded = (mask & 4) == 0 ? Encoders.fletcher32(encoded) : encoded;
      byte[] decoded = new byte[data.length];
      try (FilterPipeline pipeline = new FilterPipeline(specs, 2)) {
        pipeline.decode(encoded.clone(), encoded.length, mask, decoded, decoded.length);
      }
      assertThat(decoded).as("mask %d", mask).isEqualTo(data);
    }
  }

  @Test
  void aWrongChecksumIsFound() {
    byte[] encoded = Encoders.fletcher32(data(30));
    encoded[7] ^= 4;
    assertThatExceptionOfType(FilterException.class)
        .isThrownBy(() -> decode(encoded, encoded.length - 4, spec(FilterSpec.FLETCHER32)))
        .withMessageContaining("fletcher32 checksum")
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.CORRUPT_CHUNK));
  }

  @Test
  void aChunkOfAnotherLengthIsCorrupt() {
    byte[] packed = Encoders.deflate(new byte[100]);
    assertThatExceptionOfType(FilterException.class)
        .isThrownBy(() -> decode(packed, 101, spec(FilterSpec.DEFLATE)))
        .withMessageContaining("decodes to 100 bytes, a chunk has 101");
    assertThatExceptionOfType(FilterException.class)
        .isThrownBy(() -> decode(packed, 99, spec(FilterSpec.DEFLATE)))
        .withMessageContaining("more than 99");
  }

  @ParameterizedTest
  @CsvSource({
    "4,szip (4)",
    "6,scaleoffset (6)",
    "307,bzip2 (307)",
    "32013,zfp (32013)",
    "9999,own (9999)"
  })
  void anUnknownFilterIsNamed(int id, String label) {
    assertThatExceptionOfType(FilterException.class)
        .isThrownBy(() -> decode(new byte[8], 8, new FilterSpec(id, "own", new int[0])))
        .withMessage("filter " + label)
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.UNKNOWN_FILTER));
  }

  /** Runs and noise of up to 40,000 bytes, so that every coder finds something to do. */
  static byte[] data(int seed) {
    Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    byte[] data = new byte[seed < 20 ? seed : 20 + random.nextInt(40_000)];
    int at = 0;
    while (at < data.length) {
      int run = Math.min(data.length - at, 1 + random.nextInt(1 + random.nextInt(3000)));
      switch (random.nextInt(4)) {
        case 0 -> Arrays.fill(data, at, at + run, (byte) random.nextInt());
        case 1 -> repeatEarlier(data, at, run, random);
        case 2 -> fill(data, at, run, random, 4);
        default -> fill(data, at, run, random, 256);
      }
      at += run;
    }
    return data;
  }

  private static void repeatEarlier(byte[] data, int at, int run, Random random) {
    int from = at == 0 ? 0 : random.nextInt(at);
    for (int i = 0; i < run; i++) {
      data[at + i] = data[from + i];
    }
  }

  private static void fill(byte[] data, int at, int run, Random random, int bound) {
    for (int i = 0; i < run; i++) {
      data[at + i] = (byte) random.nextInt(bound);
    }
  }

  private static byte[] transposed(byte[] data, int element, int block) {
    byte[] out = data.clone();
    int whole = data.length / element / 8 * 8 * element;
    for (int at = 0; at < whole; at += block * element) {
      byte[] part = Encoders.part(data, at, Math.min(block * element, whole - at));
      System.arraycopy(Encoders.planes(part, element), 0, out, at, part.length);
    }
    return out;
  }

  private static void check(byte[] data, byte[] encoded, FilterSpec spec) throws FilterException {
    byte[] decoded = decode(encoded, data.length, spec);
    assertThat(Arrays.mismatch(decoded, data))
        .as("first wrong byte, " + spec.label())
        .isEqualTo(-1);
  }

  static byte[] decode(byte[] encoded, int expected, FilterSpec spec) throws FilterException {
    byte[] decoded = new byte[expected];
    try (FilterPipeline pipeline = new FilterPipeline(List.of(spec), 2)) {
      // The workspace of a reader is longer than the chunk and holds the last one's bytes.
      byte[] source = Arrays.copyOf(encoded, encoded.length + 100);
      Arrays.fill(source, encoded.length, source.length, (byte) 0x55);
      pipeline.decode(source, encoded.length, 0, decoded, expected);
    }
    return decoded;
  }

  static FilterSpec spec(int id, int... parameters) {
    return new FilterSpec(id, "", parameters);
  }
}
