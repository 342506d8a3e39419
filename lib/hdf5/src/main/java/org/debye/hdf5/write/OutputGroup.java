package org.debye.hdf5.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A group: members in the order in which they were made. */
final class OutputGroup extends OutputNode {
  private static final int LINK_INFO = 2;
  private static final int LINK = 6;

  private final Map<String, OutputNode> members = new LinkedHashMap<>();
  private final Map<String, String> softLinks = new LinkedHashMap<>();

  OutputGroup(Hdf5Output file) {
    super(file);
  }

  /** Makes a group of a NeXus class. */
  OutputGroup group(String name, String nexusClass) {
    OutputGroup made = new OutputGroup(file);
    made.attribute("NX_class", nexusClass);
    add(name, made);
    return made;
  }

  void softLink(String name, String path) {
    softLinks.put(name, path);
  }

  OutputDataset text(String name, String value) {
    return add(name, OutputDataset.text(file, value));
  }

  OutputDataset number(String name, double value, @Nullable String unit) throws IOException {
    return numbers(name, new long[0], new double[] {value}, unit);
  }

  OutputDataset numbers(String name, long[] dimensions, double[] values, @Nullable String unit)
      throws IOException {
    Block bytes = new Block();
    for (double value : values) {
      bytes.u8(Double.doubleToRawLongBits(value));
    }
    return withUnit(array(name, ElementFormat.FLOAT64, dimensions, bytes.toBytes()), unit);
  }

  OutputDataset integers(String name, ElementFormat format, long[] dimensions, int... values)
      throws IOException {
    byte[] bytes = new byte[format.bytes() * values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i / format.bytes()] >> (8 * (i % format.bytes())));
    }
    return array(name, format, dimensions, bytes);
  }

  OutputDataset array(String name, ElementFormat format, long[] dimensions, byte[] bytes)
      throws IOException {
    return add(name, OutputDataset.contiguous(file, format, dimensions, bytes));
  }

  <T extends OutputNode> T add(String name, T node) {
    if (members.putIfAbsent(name, node) != null) {
      throw new IllegalArgumentException("two members are called " + name);
    }
    return node;
  }

  private static OutputDataset withUnit(OutputDataset dataset, @Nullable String unit) {
    if (unit != null) {
      dataset.attribute("units", unit);
    }
    return dataset;
  }

  @Override
  long write(FileOutput out) throws IOException {
    List<Message> messages = new ArrayList<>();
    messages.add(
        new Message(
            LINK_INFO, new Block().u1(0).u1(0).u8(Block.UNDEFINED).u8(Block.UNDEFINED).toBytes()));
    for (Map.Entry<String, OutputNode> member : members.entrySet()) {
      long address = member.getValue().write(out);
      messages.add(new Message(LINK, link(member.getKey(), false).u8(address).toBytes()));
    }
    for (Map.Entry<String, String> soft : softLinks.entrySet()) {
      byte[] path = soft.getValue().getBytes(StandardCharsets.UTF_8);
      messages.add(
          new Message(LINK, link(soft.getKey(), true).u2(path.length).put(path).toBytes()));
    }
    return writeHeader(out, messages);
  }

  /** Version 1; the name's length takes two bytes, its characters are UTF-8. */
  private static Block link(String name, boolean soft) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    Block block = new Block().u1(1).u1(soft ? 0x19 : 0x11);
    if (soft) {
      block.u1(1);
    }
    return block.u1(1).u2(bytes.length).put(bytes);
  }
}
