package org.debye.hdf5.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Variable-length text in global heap collections (HDF5 File Format Specification III.E). */
final class TextHeap {
  private static final int MOST_OBJECTS = 4_000;
  private static final int LARGEST = 1 << 16;
  private static final int SMALLEST = 4096;

  private final List<byte[]> texts = new ArrayList<>();
  private final List<byte[]> references = new ArrayList<>();

  /** Keeps a text and gives the number to ask for its reference by. */
  int add(String text) {
    texts.add(text.getBytes(StandardCharsets.UTF_8));
    return texts.size() - 1;
  }

  /** The 16 bytes that stand for the text; only after {@link #write}. */
  byte[] reference(int number) {
    return references.get(number);
  }

  void write(FileOutput out) throws IOException {
    int from = 0;
    while (from < texts.size()) {
      int to = from;
      int size = 0;
      while (to < texts.size() && to - from < MOST_OBJECTS && (to == from || size < LARGEST)) {
        size += 16 + (texts.get(to).length + 7) / 8 * 8;
        to++;
      }
      writeCollection(out, from, to, size);
      from = to;
    }
  }

  private void writeCollection(FileOutput out, int from, int to, int size) throws IOException {
    int total = Math.max(SMALLEST, size + 32);
    Block block = new Block().ascii("GCOL").u1(1).zeros(3).u8(total);
    long address = out.position();
    for (int i = from; i < to; i++) {
      byte[] text = texts.get(i);
      int index = i - from + 1;
      block.u2(index).u2(1).zeros(4).u8(text.length).put(text).padTo(8);
      references.add(new Block().u4(text.length).u8(address).u4(index).toBytes());
    }
    int free = total - block.size();
    block.u2(0).u2(0).zeros(4).u8(free).zeros(free - 16);
    out.append(block.toBytes());
  }
}
