package org.debye.learning.collective;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.debye.provenance.Digest;

/**
 * What a rank says first on a connection with another: what this is, a digest of the attempt, who
 * speaks, and to whom. Who says anything else is no rank of this attempt.
 */
final class Hello {
  private static final long NAME = ByteBuffer.wrap(ascii("debyerk1")).getLong();
  private static final int DIGEST = 16;

  /** Of every hello. */
  static final int BYTES = Long.BYTES + DIGEST + 2 * Integer.BYTES;

  private Hello() {}

  /** From one rank of an attempt to another, ready to be sent. */
  static ByteBuffer of(String attempt, int from, int to) {
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.BIG_ENDIAN)
        .putLong(NAME)
        .put(ascii(new Digest().add(attempt).hex()))
        .putInt(from)
        .putInt(to)
        .flip();
  }

  /**
   * Who has said this; nobody where it is not said to us by another rank of our attempt.
   *
   * @param said {@link #BYTES} from its position
   */
  static OptionalInt speaker(ByteBuffer said, String attempt, RankPlace us) {
    int from = said.getInt(said.position() + Long.BYTES + DIGEST);
    boolean ours =
        from >= 0
            && from < us.size()
            && from != us.rank()
            && said.equals(of(attempt, from, us.rank()));
    return ours ? OptionalInt.of(from) : OptionalInt.empty();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
