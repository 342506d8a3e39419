package org.debye.hdf5.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Reads little-endian fields of a metadata block one after the other. Reading past its end, or a
 * number that does not fit, is {@code CORRUPT_METADATA}. Thread-confined.
 */
public final class FieldReader {
  /** An address that says "nothing is stored". */
  public static final long UNDEFINED = -1L;

  private final String where;
  private final ByteBuffer block;
  private final int offsetBytes;
  private final int lengthBytes;

  /**
   * Wraps a block.
   *
   * @param where for messages: file, and what the block is
   * @param block from its position to its limit; its order is set
   * @param offsetBytes the superblock's size of offsets
   * @param lengthBytes the superblock's size of lengths
   */
  public FieldReader(String where, ByteBuffer block, int offsetBytes, int lengthBytes) {
    this.where = where;
    this.block = block.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.offsetBytes = offsetBytes;
    this.lengthBytes = lengthBytes;
  }

  public int position() {
    return block.position();
  }

  public int remaining() {
    return block.remaining();
  }

  public int u8() {
    need(1);
    return block.get() & 0xFF;
  }

  public int u16() {
    need(2);
    return block.getShort() & 0xFFFF;
  }

  public long u32() {
    need(4);
    return block.getInt() & 0xFFFF_FFFFL;
  }

  public int i32() {
    need(4);
    return block.getInt();
  }

  /** An unsigned number of 1 to 8 bytes that fits into a long. */
  public long unsigned(int bytes) {
    need(bytes);
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (block.get() & 0xFFL) << (8 * i);
    }
    if (value < 0) {
      throw corrupt("a number of " + bytes + " bytes that exceeds 2^63");
    }
    return value;
  }

  /** A length of which all bits set says that there is none, {@link #UNDEFINED}. */
  public long lengthOrUndefined() {
    return unsignedOrUndefined(lengthBytes, "a length");
  }

  /** An address relative to the superblock's base, or {@link #UNDEFINED}. */
  public long address() {
    return unsignedOrUndefined(offsetBytes, "an address");
  }

  private long unsignedOrUndefined(int bytes, String what) {
    need(bytes);
    long value = 0;
    boolean defined = false;
    for (int i = 0; i < bytes; i++) {
      long octet = block.get() & 0xFFL;
      defined |= octet != 0xFF;
      value |= octet << (8 * i);
    }
    if (defined && value < 0) {
      throw corrupt(what + " that exceeds 2^63");
    }
    return defined ? value : UNDEFINED;
  }

  /** A length as wide as the superblock says. */
  public long length() {
    return unsigned(lengthBytes);
  }

  public void skip(int bytes) {
    need(bytes);
    block.position(block.position() + bytes);
  }

  /** Copies the next bytes. */
  public byte[] bytes(int count) {
    need(count);
    byte[] copy = new byte[count];
    block.get(copy);
    return copy;
  }

  /** Text of so many bytes, up to its first zero. */
  public String text(int count) {
    String text = new String(bytes(count), StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Reads a four-letter signature and refuses any other. */
  public void signature(String expected) {
    String found = new String(bytes(4), StandardCharsets.ISO_8859_1);
    if (!found.equals(expected)) {
      throw corrupt("no " + expected + " signature");
    }
  }

  /** Reads a version byte and refuses any other. */
  public void version(int expected) {
    int found = u8();
    if (found != expected) {
      throw corrupt("version " + found + " where only " + expected + " is defined");
    }
  }

  /** The failure to throw for something that this block must not hold. */
  public InputException corrupt(String problem) {
    return InputException.of(
        FailureCode.CORRUPT_METADATA,
        where,
        "damaged HDF5 metadata: " + problem,
        "Copy the file again from where it was written; h5dump -H shows whether that one is sound.");
  }

  /** The failure to throw for what a newer library may have written. */
  public InputException unsupported(String feature) {
    return InputException.of(
        FailureCode.UNSUPPORTED_DATASET,
        where,
        feature,
        "Convert the file with h5repack of HDF5 1.10 to 1.14, then run again.");
  }

  private void need(int bytes) {
    if (bytes < 0 || bytes > block.remaining()) {
      throw corrupt("a block ends " + (bytes - block.remaining()) + " bytes early");
    }
  }
}
