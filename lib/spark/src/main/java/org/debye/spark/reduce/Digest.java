package org.debye.spark.reduce;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of texts and arrays, each with its length, so that no two sequences run together. */
final class Digest {
  private final MessageDigest digest;

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Digest add(@Nullable Object value) {
    byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    return add((long) bytes.length).bytes(bytes);
  }

  Digest add(long number) {
    return bytes(ByteBuffer.allocate(8).putLong(number).array());
  }

  Digest add(boolean[] flags) {
    byte[] packed = new byte[(flags.length + 7) / 8];
    for (int i = 0; i < flags.length; i++) {
      if (flags[i]) {
        packed[i >> 3] |= (byte) (1 << (i & 7));
      }
    }
    return add((long) flags.length).bytes(packed);
  }

  Digest add(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    return add((long) numbers.length).bytes(bytes.array());
  }

  private Digest bytes(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Sixteen hexadecimal digits. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
