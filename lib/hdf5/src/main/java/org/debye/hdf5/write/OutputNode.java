package org.debye.hdf5.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A group or dataset being written: its attributes, and its header once all is known. */
abstract class OutputNode {
  private static final int DATASPACE = 1;
  private static final int ATTRIBUTE = 0x0C;

  final Hdf5Output file;
  private final List<Attribute> attributes = new ArrayList<>();

  private record Attribute(
      String name, ElementFormat format, long[] dimensions, int[] texts, byte[] values) {}

  record Message(int type, byte[] body) {}

  OutputNode(Hdf5Output file) {
    this.file = file;
  }

  /** A text. */
  void attribute(String name, String value) {
    attributes.add(
        new Attribute(
            name,
            ElementFormat.TEXT,
            new long[0],
            new int[] {file.texts().add(value)},
            new byte[0]));
  }

  /** A list of texts. */
  void attribute(String name, List<String> values) {
    int[] numbers = values.stream().mapToInt(file.texts()::add).toArray();
    attributes.add(
        new Attribute(name, ElementFormat.TEXT, new long[] {numbers.length}, numbers, new byte[0]));
  }

  /** Writes the header, and what it needs before, and gives its address. */
  abstract long write(FileOutput out) throws IOException;

  long writeHeader(FileOutput out, List<Message> own) throws IOException {
    List<Message> messages = new ArrayList<>(own);
    for (Attribute attribute : attributes) {
      messages.add(new Message(ATTRIBUTE, body(attribute)));
    }
    Block content = new Block();
    for (Message message : messages) {
      if (message.body.length > 0xFFFF) {
        throw new IllegalStateException("a message of " + message.body.length + " bytes");
      }
      content.u1(message.type).u2(message.body.length).u1(0).put(message.body);
    }
    Block header = new Block().ascii("OHDR").u1(2).u1(2).u4(content.size());
    return out.append(header.put(content.toBytes()).checksum().toBytes());
  }

  private byte[] body(Attribute attribute) {
    byte[] name = (attribute.name + "\0").getBytes(StandardCharsets.UTF_8);
    byte[] type = attribute.format.datatype();
    byte[] space = dataspace(attribute.dimensions, attribute.dimensions);
    Block body =
        new Block()
            .u1(3)
            .u1(0)
            .u2(name.length)
            .u2(type.length)
            .u2(space.length)
            .u1(1)
            .put(name)
            .put(type)
            .put(space);
    for (int text : attribute.texts) {
      body.put(file.texts().reference(text));
    }
    return body.put(attribute.values).toBytes();
  }

  static Message dataspaceMessage(long[] dimensions, long[] most) {
    return new Message(DATASPACE, dataspace(dimensions, most));
  }

  private static byte[] dataspace(long[] dimensions, long[] most) {
    Block block = new Block().u1(2).u1(dimensions.length).u1(1).u1(dimensions.length == 0 ? 0 : 1);
    for (long extent : dimensions) {
      block.u8(extent);
    }
    for (long extent : most) {
      block.u8(extent);
    }
    return block.toBytes();
  }
}
