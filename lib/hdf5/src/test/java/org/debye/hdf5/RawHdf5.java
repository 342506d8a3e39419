package org.debye.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.debye.hdf5.format.HeaderMessage;

/**
 * Files that no library would write, byte by byte: superblock version 0, object headers of version
 * 1, which have no checksums, and whatever else is put there.
 */
final class RawHdf5 {
  private static final int SUPERBLOCK = 96;
  private static final int SHARED = 2;

  private final byte[] content;
  private final ByteBuffer bytes;

  RawHdf5(int size) {
    content = new byte[size];
    bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(SUPERBLOCK);
  }

  /** A message of an object header. */
  record Message(int type, int flags, byte[] body) {
    Message(int type, byte[] body) {
      this(type, 0, body);
    }
  }

  /** Little-endian numbers and texts one after another. */
  static final class Fields {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Fields put(int width, long... values) {
      for (long value : values) {
        for (int i = 0; i < width; i++) {
          out.write((int) (value >>> (8 * Math.min(i, 7))) & 0xFF);
        }
      }
      return this;
    }

    Fields text(String text) {
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  static Fields fields() {
    return new Fields();
  }

  /** Where the next block will stand. */
  long at() {
    return bytes.position();
  }

  /** A block at the next multiple of eight. */
  long block(byte[] block) {
    bytes.position((bytes.position() + 7) & ~7);
    long at = at();
    bytes.put(block);
    return at;
  }

  /** Leaves room. */
  long room(int count) {
    return block(new byte[count]);
  }

  RawHdf5 set(long at, byte[] block) {
    bytes.put((int) at, block);
    return this;
  }

  static byte[] header(Message... messages) {
    Fields body = fields();
    for (Message message : messages) {
      body.put(2, message.type(), message.body().length).put(1, message.flags()).put(1, 0, 0, 0);
      body.out.writeBytes(message.body());
    }
    byte[] all = body.bytes();
    Fields header = fields().put(1, 1, 0).put(2, messages.length).put(4, 1, all.length, 0);
    header.out.writeBytes(all);
    return header.bytes();
  }

  long object(Message... messages) {
    return block(header(messages));
  }

  static Message dataspace(long... extents) {
    return new Message(
        HeaderMessage.DATASPACE,
        fields().put(1, 1, extents.length, 0).put(5, 0).put(8, extents).bytes());
  }

  static Message uint8() {
    return new Message(
        HeaderMessage.DATATYPE, fields().put(1, 0x10, 0, 0, 0).put(4, 1).put(2, 0, 8).bytes());
  }

  static Message contiguous(long address, long length) {
    return new Message(HeaderMessage.LAYOUT, fields().put(1, 3, 1).put(8, address, length).bytes());
  }

  static Message link(String name, long target) {
    return new Message(
        HeaderMessage.LINK, fields().put(1, 1, 0, name.length()).text(name).put(8, target).bytes());
  }

  /** A message that stands in the header at an address. */
  static Message borrowed(int type, long address) {
    return new Message(type, SHARED, fields().put(1, 3, 2).put(8, address).bytes());
  }

  /** A virtual layout whose mappings are the one object of a global heap. */
  Message virtual(byte[] mappings) {
    Fields heap = fields().text("GCOL").put(1, 1, 0, 0, 0).put(8, mappings.length + 64);
    heap.put(2, 1, 0).put(4, 0).put(8, mappings.length);
    heap.out.writeBytes(mappings);
    long at = block(heap.put(8, 0, 0, 0, 0, 0).bytes());
    return new Message(HeaderMessage.LAYOUT, fields().put(1, 4, 3).put(8, at).put(4, 1).bytes());
  }

  /** The file, with the object at an address as its root group. */
  byte[] file(long root) {
    byte[] whole = Arrays.copyOf(content, bytes.position());
    Fields head = fields().put(1, 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n');
    head.put(1, 0, 0, 0, 0, 0, 8, 8, 0).put(2, 4, 16).put(4, 0);
    head.put(8, 0, -1, whole.length, -1, 0, root).put(4, 0, 0).put(8, 0, 0);
    System.arraycopy(head.bytes(), 0, whole, 0, SUPERBLOCK);
    return whole;
  }
}
