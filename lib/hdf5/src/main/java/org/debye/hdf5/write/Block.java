package org.debye.hdf5.write;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Little-endian bytes under construction. */
final class Block {
  /** The undefined address. */
  static final long UNDEFINED = -1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Block u1(int value) {
    bytes.write(value);
    return this;
  }

  Block u2(int value) {
    return unsigned(value, 2);
  }

  Block u4(long value) {
    return unsigned(value, 4);
  }

  Block u8(long value) {
    return unsigned(value, 8);
  }

  private Block unsigned(long value, int width) {
    for (int i = 0; i < width; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  Block ascii(String text) {
    return put(text.getBytes(StandardCharsets.US_ASCII));
  }

  Block put(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  Block zeros(int count) {
    return put(new byte[count]);
  }

  Block padTo(int multiple) {
    return zeros((multiple - bytes.size() % multiple) % multiple);
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** Ends the block with the checksum of all that is in it. */
  Block checksum() {
    return u4(JenkinsLookup3HashLittle.hash(toBytes()));
  }
}
