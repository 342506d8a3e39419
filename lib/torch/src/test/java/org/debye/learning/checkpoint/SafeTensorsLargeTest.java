package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An array that no Java buffer holds. Takes 2.1 GiB of heap. */
@Tag("acceptance")
final class SafeTensorsLargeTest {
  private static final long ELEMENTS = (1L << 31) + 1001;

  @Test
  void anArrayOfMoreThanTwoGibibytesIsReadAndWritten() throws IOException {
    CheckedInputStream read = new CheckedInputStream(file(), new CRC32());
    StateDict state = SafeTensors.read(read, header().length + ELEMENTS, "large");
    NamedArray array = state.array("w");
    assertThat(array.elements()).isEqualTo(ELEMENTS);
    assertThat(array.pages()).hasSize(3);
    assertThat(array.pages().get(2).get(1000)).isEqualTo(Pattern.at(ELEMENTS - 1));
    CheckedOutputStream written =
        new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
    SafeTensors.write(state, written);
    assertThat(written.getChecksum().getValue()).isEqualTo(read.getChecksum().getValue());
  }

  private static InputStream file() {
    return new SequenceInputStream(new ByteArrayInputStream(header()), new Pattern());
  }

  private static byte[] header() {
    String json =
        "{\"w\":{\"dtype\":\"U8\",\"shape\":["
            + ELEMENTS
            + "],\"data_offsets\":[0,"
            + ELEMENTS
            + "]}}";
    byte[] padded = (json + " ".repeat(-json.length() & 7)).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + padded.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(padded.length)
        .put(padded)
        .array();
  }

  /** Bytes that depend on their place beyond 2^31. */
  private static final class Pattern extends InputStream {
    private long at;

    static byte at(long place) {
      return (byte) (place % 251);
    }

    @Override
    public int read() {
      return at == ELEMENTS ? -1 : at(at++) & 0xFF;
    }

    @Override
    public int read(byte[] out, int from, int length) {
      int count = (int) Math.min(length, ELEMENTS - at);
      for (int i = 0; i < count; i++) {
        out[from + i] = at(at + i);
      }
      at += count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
