package org.debye.hdf5.chunk;

import java.util.Arrays;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** Parses compact and contiguous layout messages. */
final class PlainLayout {
  private PlainLayout() {}

  static Storage read(Hdf5File file, DatasetHeader header, long framePixels) {
    FieldReader layout = file.fields(header.layout(), "dataset " + header.path());
    int version = layout.u8();
    int rank = version < 3 ? layout.u8() : 0;
    layout.skip(version < 3 ? 6 : 1);
    long elements = header.elements();
    if (elements > Long.MAX_VALUE / 16 || (elements == 0 && framePixels > 0 && !empty(header))) {
      throw layout.corrupt("a dataset of " + Arrays.toString(header.dims()) + " elements");
    }
    long needed = elements * header.type().size();
    if (header.storage() == StorageKind.COMPACT) {
      return compact(layout, version, rank, needed);
    }
    long address = layout.address();
    if (address == FieldReader.UNDEFINED) {
      return new Storage.Contiguous(ChunkTable.ABSENT);
    }
    // Versions 1 and 2 repeat the extents instead of a length.
    long length = version < 3 ? needed : layout.length();
    if (length < needed || address > Long.MAX_VALUE / 2 - needed) {
      throw layout.corrupt(length + " bytes are stored where the dataset has " + needed);
    }
    return new Storage.Contiguous(address + file.superblock().base());
  }

  private static Storage compact(FieldReader layout, int version, int rank, long needed) {
    if (version < 3) {
      layout.skip(4 * rank);
    }
    long length = version < 3 ? layout.u32() : layout.u16();
    if (length < needed || length > layout.remaining()) {
      throw layout.corrupt(length + " bytes are stored where the dataset has " + needed);
    }
    return new Storage.Inline(layout.bytes((int) needed));
  }

  private static boolean empty(DatasetHeader header) {
    for (long extent : header.dims()) {
      if (extent == 0) {
        return true;
      }
    }
    return false;
  }
}
