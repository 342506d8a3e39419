package org.debye.hdf5.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the messages of an object header of version 1 or 2 without interpreting them, so that one
 * message that nobody understands (a virtual layout, an external file list) does not hide the
 * others. Checksums of version 2 are verified. A message that is shared is read from the header
 * that holds it, which must hold it itself: sharing does not chain.
 */
final class ObjectHeader {
  private static final int SHARED = 2;
  private static final int SIGNATURE_AND_CHECKSUM = 8;

  /** Four times as many as a header has attributes at most. */
  private static final int MOST_MESSAGES = 1 << 18;

  private final Hdf5File file;
  private final long address;
  private final boolean lender;
  private final List<HeaderMessage> messages = new ArrayList<>();
  private final ArrayDeque<long[]> continuations = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private long bytes;

  private ObjectHeader(Hdf5File file, long address, boolean lender) {
    this.file = file;
    this.address = address;
    this.lender = lender;
  }

  static List<HeaderMessage> read(Hdf5File file, long address) {
    ObjectHeader header = new ObjectHeader(file, address, false);
    header.read();
    return header.messages;
  }

  private void read() {
    if (file.read(address, 1, "object header").get(0) == 1) {
      readVersion1();
    } else {
      readVersion2();
    }
  }

  private void readVersion1() {
    FieldReader prefix = file.fields(address, 12, "object header");
    prefix.version(1);
    prefix.skip(7);
    continuations.add(new long[] {address + 16, prefix.u32()});
    while (!continuations.isEmpty()) {
      long[] block = next(prefix);
      FieldReader fields = file.fields(block[0], block[1], "object header");
      while (fields.remaining() >= 8) {
        int type = fields.u16();
        int size = fields.u16();
        int flags = fields.u8();
        fields.skip(3);
        add(fields, type, size, flags);
      }
    }
  }

  private void readVersion2() {
    FieldReader prefix = file.fields(address, 6, "object header");
    prefix.signature("OHDR");
    prefix.version(2);
    int flags = prefix.u8();
    int optional = ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
    int sizeBytes = 1 << (flags & 3);
    FieldReader sizes = file.fields(address + 6, optional + sizeBytes, "object header");
    sizes.skip(optional);
    int prefixBytes = 6 + optional + sizeBytes;
    long size = Math.addExact(sizes.unsigned(sizeBytes) & 0x7FFF_FFFF_FFFFL, prefixBytes + 4L);
    readVersion2Block(address, size, prefixBytes, flags);
    while (!continuations.isEmpty()) {
      long[] block = next(prefix);
      if (block[1] < SIGNATURE_AND_CHECKSUM) {
        throw prefix.corrupt("an object header continuation of " + block[1] + " bytes");
      }
      readVersion2Block(block[0], block[1], 4, flags);
    }
  }

  private void readVersion2Block(long at, long length, int prefixBytes, int headerFlags) {
    FieldReader fields = file.checkedFields(at, length, "object header");
    fields.skip(prefixBytes);
    int perMessage = (headerFlags & 4) != 0 ? 6 : 4;
    while (fields.remaining() >= perMessage) {
      int type = fields.u8();
      int size = fields.u16();
      int flags = fields.u8();
      fields.skip(perMessage - 4);
      add(fields, type, size, flags);
    }
  }

  private long[] next(FieldReader prefix) {
    long[] block = continuations.remove();
    if (!seen.add(block[0])) {
      throw prefix.corrupt("object header blocks that point to each other in a circle");
    }
    bytes += Math.max(0, block[1]);
    if (bytes > file.size() || bytes < 0) {
      throw prefix.corrupt("object header blocks that lie over each other");
    }
    return block;
  }

  private void add(FieldReader fields, int type, int size, int flags) {
    byte[] body = fields.bytes(size);
    if (messages.size() >= MOST_MESSAGES) {
      throw fields.corrupt("an object header of more than " + MOST_MESSAGES + " messages");
    }
    if (type == HeaderMessage.CONTINUATION) {
      FieldReader target = file.fields(body, "object header");
      continuations.add(new long[] {target.address(), target.length()});
    } else if ((flags & SHARED) != 0 && type != HeaderMessage.ATTRIBUTE) {
      if (!lender) {
        messages.add(shared(type, body));
      }
    } else if (type != 0) {
      messages.add(new HeaderMessage(type, body));
    }
  }

  private HeaderMessage shared(int type, byte[] body) {
    FieldReader fields = file.fields(body, "shared message");
    int version = fields.u8();
    int place = fields.u8();
    if (version == 1) {
      fields.skip(6);
    }
    if (version == 3 && place == 1) {
      throw fields.corrupt("a message kept in the file's shared message heap, which is not read");
    }
    long target = fields.address();
    if (target == address || target == FieldReader.UNDEFINED) {
      throw fields.corrupt("a shared message that points to itself or nowhere");
    }
    return ownMessage(target, type);
  }

  private HeaderMessage ownMessage(long target, int type) {
    ObjectHeader other = new ObjectHeader(file, target, true);
    other.read();
    for (HeaderMessage message : other.messages) {
      if (message.type() == type) {
        return message;
      }
    }
    throw file.fields(new byte[0], "shared message").corrupt("a shared message that is not there");
  }
}
