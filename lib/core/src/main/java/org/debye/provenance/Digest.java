package org.debye.provenance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of texts and arrays, each with its length, so that no two sequences run together: what a
 * configuration, a set of sources or a cell of a sweep is recognised by. Thread-confined.
 */
public final class Digest {
  private static final int BLOCK = 4096;

  private final MessageDigest digest;

  public Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a value's text. */
  public Digest add(@Nullable Object value) {
    byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    return add((long) bytes.length).bytes(bytes);
  }

  public Digest add(long number) {
    return bytes(ByteBuffer.allocate(8).putLong(number).array());
  }

  public Digest add(boolean[] flags) {
    byte[] packed = new byte[(flags.length + 7) / 8];
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        packed[i >> 3] |= (byte) (1 << (i & 7));
      }
    }
    return add((long) flags.length).bytes(packed);
  }

  public Digest add(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    return add((long) numbers.length).bytes(bytes.array());
  }

  public Digest add(double[] numbers) {
    add((long) numbers.length);
    ByteBuffer bytes = ByteBuffer.allocate(8 * BLOCK);
    for (int from = 0; from < numbers.length; from += BLOCK) {
      int size = Math.min(BLOCK, numbers.length - from);
      bytes.clear().asDoubleBuffer().put(numbers, from, size);
      digest.update(bytes.limit(8 * size));
    }
    return this;
  }

  private Digest bytes(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Sixteen hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
