package org.debye.hdf5.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A dataset that grows along its first dimension, item by item. A chunk of items is held in memory
 * and 16 bytes are kept of each chunk written; a version 1 B-tree finds them (HDF5 File Format
 * Specification III.A.1).
 */
final class ChunkedOutput extends OutputNode {
  private static final int FILTERS = 0x0B;

  /** Twice the K that libhdf5 assumes where a superblock does not say. */
  private static final int NODE_ENTRIES = 64;

  private final ElementFormat format;
  private final long[] item;
  private final int perChunk;
  private final ChunkEncoder encoder;
  private final byte[] chunk;
  private final int itemBytes;
  private final List<long[]> chunks = new ArrayList<>();
  private long items;

  /**
   * Prepares an empty dataset.
   *
   * @param item extents of one item
   * @param perChunk items in a chunk
   */
  ChunkedOutput(
      Hdf5Output file,
      ElementFormat format,
      long[] item,
      int perChunk,
      FrameCompression compression) {
    super(file);
    this.format = format;
    this.item = item.clone();
    this.perChunk = perChunk;
    this.encoder = new ChunkEncoder(compression, format.bytes());
    long bytes = format.bytes();
    for (long extent : item) {
      bytes = Math.multiplyExact(bytes, extent);
    }
    this.itemBytes = Math.toIntExact(bytes);
    this.chunk = new byte[Math.multiplyExact(itemBytes, perChunk)];
  }

  long items() {
    return items;
  }

  /** Appends one item, little endian. */
  void add(byte[] values) throws IOException {
    if (values.length != itemBytes) {
      throw new IllegalArgumentException(values.length + " bytes for an item of " + itemBytes);
    }
    int slot = (int) (items % perChunk);
    System.arraycopy(values, 0, chunk, slot * itemBytes, itemBytes);
    items++;
    if (slot == perChunk - 1) {
      flush();
    }
  }

  private void flush() throws IOException {
    encoder.encode(chunk);
    long address = file.out().append(encoder.packed(), encoder.size());
    chunks.add(new long[] {address, encoder.size()});
    Arrays.fill(chunk, (byte) 0);
  }

  @Override
  long write(FileOutput out) throws IOException {
    if (items > (long) chunks.size() * perChunk) {
      flush();
    }
    long tree = writeTree(out);
    long[] dimensions = extents(items);
    long[] most = extents(-1);
    Block layout = new Block().u1(3).u1(2).u1(item.length + 2).u8(tree).u4(perChunk);
    for (long extent : item) {
      layout.u4(extent);
    }
    layout.u4(format.bytes());
    List<Message> messages = new ArrayList<>();
    messages.add(dataspaceMessage(dimensions, most));
    messages.add(new Message(OutputDataset.DATATYPE, format.datatype()));
    messages.add(OutputDataset.fillValue());
    messages.add(new Message(OutputDataset.LAYOUT, layout.toBytes()));
    if (encoder.message().length > 0) {
      messages.add(new Message(FILTERS, encoder.message()));
    }
    return writeHeader(out, messages);
  }

  private long[] extents(long first) {
    long[] extents = new long[item.length + 1];
    extents[0] = first;
    System.arraycopy(item, 0, extents, 1, item.length);
    return extents;
  }

  /** Leaves first, then each level above; gives the root's address. */
  private long writeTree(FileOutput out) throws IOException {
    if (chunks.isEmpty()) {
      return Block.UNDEFINED;
    }
    List<Long> children = new ArrayList<>();
    List<Integer> firstChunks = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      children.add(chunks.get(i)[0]);
      firstChunks.add(i);
    }
    for (int level = 0; level == 0 || children.size() > 1; level++) {
      List<Long> nodes = new ArrayList<>();
      List<Integer> nodeFirst = new ArrayList<>();
      int count = (children.size() + NODE_ENTRIES - 1) / NODE_ENTRIES;
      long start = out.position();
      for (int n = 0; n < count; n++) {
        int from = n * NODE_ENTRIES;
        int to = Math.min(children.size(), from + NODE_ENTRIES);
        Block node = new Block().ascii("TREE").u1(1).u1(level).u2(to - from);
        node.u8(n == 0 ? Block.UNDEFINED : start + (n - 1L) * nodeBytes());
        node.u8(n == count - 1 ? Block.UNDEFINED : start + (n + 1L) * nodeBytes());
        for (int i = from; i < to; i++) {
          key(node, firstChunks.get(i));
          node.u8(children.get(i));
        }
        key(node, to < children.size() ? firstChunks.get(to) : chunks.size());
        nodes.add(out.append(node.zeros(nodeBytes() - node.size()).toBytes()));
        nodeFirst.add(firstChunks.get(from));
      }
      children = nodes;
      firstChunks = nodeFirst;
    }
    return children.get(0);
  }

  private int keyBytes() {
    return 8 + 8 * (item.length + 2);
  }

  private int nodeBytes() {
    return 24 + (NODE_ENTRIES + 1) * keyBytes() + NODE_ENTRIES * 8;
  }

  /** Size, filter mask and offset of a chunk; the key after the last lies beyond all of it. */
  private void key(Block node, int number) {
    boolean end = number == chunks.size();
    node.u4(end ? 0 : chunks.get(number)[1]).u4(0).u8((long) number * perChunk);
    for (long extent : item) {
      node.u8(end ? extent : 0);
    }
    node.u8(0);
  }
}
