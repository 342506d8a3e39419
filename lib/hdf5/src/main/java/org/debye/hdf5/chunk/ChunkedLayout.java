package org.debye.hdf5.chunk;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** Parses a chunked layout message and reads the chunk index that it names. */
final class ChunkedLayout {
  private static final int DONT_FILTER_PARTIAL = 1;
  private static final int SINGLE_FILTERED = 2;

  /** 16 million chunks: 80,000 frames in 200 tiles each. */
  private static final long MOST_CHUNKS = 1L << 24;

  private static final long FREE_CHUNKS = 1L << 20;
  private static final long LARGEST_CHUNK = 1L << 30;

  private final Hdf5File file;
  private final DatasetHeader header;
  private final FieldReader layout;

  ChunkedLayout(Hdf5File file, DatasetHeader header) {
    this.file = file;
    this.header = header;
    this.layout = file.fields(header.layout(), "dataset " + header.path());
  }

  /** The chunk grid and where each chunk is. */
  record Chunks(ChunkGrid grid, ChunkTable table) {}

  Chunks read() {
    int version = layout.u8();
    return version == 4 ? recent() : old(version);
  }

  private Chunks old(int version) {
    int stored;
    long address;
    if (version == 3) {
      layout.skip(1);
      stored = layout.u8();
      address = layout.address();
    } else {
      stored = layout.u8();
      layout.skip(6);
      address = layout.address();
    }
    ChunkGrid grid = grid(stored, 4);
    ChunkTableBuilder table = new ChunkTableBuilder(grid, file.superblock().base(), true);
    if (address != FieldReader.UNDEFINED) {
      new BTreeVersion1(file, table).read(address);
    }
    return new Chunks(grid, table.build(layout));
  }

  private Chunks recent() {
    layout.skip(1);
    int flags = layout.u8();
    int stored = layout.u8();
    int width = layout.u8();
    if (width < 1 || width > 8) {
      throw layout.corrupt("chunk extents of " + width + " bytes");
    }
    ChunkGrid grid = grid(stored, width);
    boolean wholeEdges = (flags & DONT_FILTER_PARTIAL) == 0;
    ChunkTableBuilder table = new ChunkTableBuilder(grid, file.superblock().base(), wholeEdges);
    int index = layout.u8();
    switch (index) {
      case 1 -> single(table, (flags & SINGLE_FILTERED) != 0);
      case 2 -> implicit(table, layout.address());
      case 3 -> {
        layout.skip(1);
        long address = layout.address();
        if (address != FieldReader.UNDEFINED) {
          new FixedArray(file, table, header.maxDims()).read(address);
        }
      }
      case 4 -> {
        layout.skip(5);
        long address = layout.address();
        if (address != FieldReader.UNDEFINED) {
          new ExtensibleArray(file, table, header.maxDims()).read(address);
        }
      }
      case 5 -> {
        layout.skip(6);
        long address = layout.address();
        if (address != FieldReader.UNDEFINED) {
          new BTreeVersion2(file, table).read(address);
        }
      }
      default -> throw layout.corrupt("chunk index type " + index);
    }
    return new Chunks(grid, table.build(layout));
  }

  private void single(ChunkTableBuilder table, boolean filtered) {
    long size = filtered ? layout.length() : table.grid().bytes();
    int mask = filtered ? layout.i32() : 0;
    table.add(new long[table.grid().rank()], layout.address(), size, mask, layout);
  }

  private void implicit(ChunkTableBuilder table, long address) {
    if (address == FieldReader.UNDEFINED) {
      return;
    }
    ChunkGrid grid = table.grid();
    // No entry of an index takes room in the file here, so only its size speaks for the chunks.
    if (grid.total() > FREE_CHUNKS && grid.total() / 16 > file.size() / grid.bytes()) {
      throw layout.corrupt(grid.total() + " chunks in a file of " + file.size() + " bytes");
    }
    ChunkOrder places = ChunkOrder.fixed(grid, header.maxDims());
    ChunkOrder numbers = ChunkOrder.fixed(grid, grid.dims());
    for (long i = 0; i < grid.total(); i++) {
      long[] scaled = numbers.scaled(i);
      long place = places.index(scaled);
      table.add(scaled, address + place * grid.bytes(), grid.bytes(), 0, layout);
    }
  }

  /** Reads the chunk's extents; the last one stored is the bytes of an element. */
  private ChunkGrid grid(int stored, int width) {
    int rank = header.dims().length;
    if (stored != rank + 1) {
      throw layout.corrupt("chunks of " + (stored - 1) + " dimensions in a dataset of " + rank);
    }
    int[] chunk = new int[rank];
    long bytes = header.type().size();
    for (int d = 0; d < rank; d++) {
      long extent = layout.unsigned(width);
      bytes = extent <= 0 || extent > LARGEST_CHUNK ? -1 : bytes * extent;
      if (bytes <= 0 || bytes > LARGEST_CHUNK) {
        throw layout.corrupt("a chunk extent of " + extent + " (chunks may have up to 1 GiB)");
      }
      chunk[d] = (int) extent;
    }
    long elementBytes = layout.unsigned(width);
    if (elementBytes != header.type().size()) {
      throw layout.corrupt("chunk elements of " + elementBytes + " bytes");
    }
    ChunkGrid grid = new ChunkGrid(header.dims(), chunk, (int) bytes);
    if (grid.total() > MOST_CHUNKS) {
      throw layout.corrupt("a dataset of " + grid.total() + " chunks (up to 2^24 are read)");
    }
    return grid;
  }
}
