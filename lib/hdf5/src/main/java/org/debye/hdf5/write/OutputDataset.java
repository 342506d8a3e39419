package org.debye.hdf5.write;

import java.io.IOException;
import java.util.List;

/** A small dataset that is written in one piece. */
final class OutputDataset extends OutputNode {
  static final int DATATYPE = 3;
  static final int FILL_VALUE = 5;
  static final int LAYOUT = 8;

  private final ElementFormat format;
  private final long[] dimensions;
  private final long address;
  private final int size;
  private final int text;

  private OutputDataset(
      Hdf5Output file, ElementFormat format, long[] dimensions, long address, int size) {
    this(file, format, dimensions, address, size, -1);
  }

  private OutputDataset(
      Hdf5Output file, ElementFormat format, long[] dimensions, long address, int size, int text) {
    super(file);
    this.format = format;
    this.dimensions = dimensions;
    this.address = address;
    this.size = size;
    this.text = text;
  }

  static OutputDataset contiguous(
      Hdf5Output file, ElementFormat format, long[] dimensions, byte[] bytes) throws IOException {
    long address = bytes.length == 0 ? Block.UNDEFINED : file.out().append(bytes);
    return new OutputDataset(file, format, dimensions, address, bytes.length);
  }

  /** One text; its reference stands in the header, since the heap is written last. */
  static OutputDataset text(Hdf5Output file, String value) {
    return new OutputDataset(
        file, ElementFormat.TEXT, new long[0], Block.UNDEFINED, 16, file.texts().add(value));
  }

  /** Nothing is defined; allocated late, written where it is set. */
  static Message fillValue() {
    return new Message(FILL_VALUE, new byte[] {3, 0x0A});
  }

  @Override
  long write(FileOutput out) throws IOException {
    Block layout =
        text >= 0
            ? new Block().u1(3).u1(0).u2(16).put(file.texts().reference(text))
            : new Block().u1(3).u1(1).u8(address).u8(size);
    return writeHeader(
        out,
        List.of(
            dataspaceMessage(dimensions, dimensions),
            new Message(DATATYPE, format.datatype()),
            fillValue(),
            new Message(LAYOUT, layout.toBytes())));
  }
}
