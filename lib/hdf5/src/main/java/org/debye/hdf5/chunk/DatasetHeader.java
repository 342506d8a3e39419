package org.debye.hdf5.chunk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.filter.FilterSpec;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.HeaderMessage;
import org.debye.hdf5.tree.Dataspace;
import org.debye.hdf5.tree.Datatype;

/**
 * What a dataset's object header says, before any chunk index is read: cheap enough to look at
 * every dataset of a file.
 *
 * @param path within the file, for messages
 * @param dims slowest first; empty for a scalar
 * @param maxDims largest extents, {@link Dataspace#UNLIMITED} where there is no limit
 * @param layout body of the layout message
 * @param filters in the order in which they were applied when writing
 * @param fill one element as in the file, of its byte order; zeros where the file gives none
 */
public record DatasetHeader(
    URI file,
    String path,
    long[] dims,
    long[] maxDims,
    Datatype type,
    StorageKind storage,
    byte[] layout,
    List<FilterSpec> filters,
    byte[] fill) {
  private static final int LARGEST_FILL = 1 << 16;

  public DatasetHeader {
    filters = List.copyOf(filters);
  }

  /**
   * Reads the header.
   *
   * @param headerAddress as the link to the dataset gives it
   * @param path for messages
   * @throws InputException {@code CORRUPT_METADATA}, {@code TRUNCATED}; {@code UNSUPPORTED_DATASET}
   *     for an object that is no dataset
   */
  public static DatasetHeader read(Hdf5File file, long headerAddress, String path) {
    List<HeaderMessage> messages = file.messages(headerAddress);
    String what = "dataset " + path;
    HeaderMessage space = find(messages, HeaderMessage.DATASPACE);
    HeaderMessage datatype = find(messages, HeaderMessage.DATATYPE);
    HeaderMessage layout = find(messages, HeaderMessage.LAYOUT);
    if (space.type() < 0 || datatype.type() < 0 || layout.type() < 0) {
      throw InputException.of(
          FailureCode.UNSUPPORTED_DATASET,
          file.name() + ":" + path,
          "not a dataset",
          "Name a dataset of frames in frames.dataset.");
    }
    Dataspace extents = Dataspace.read(file.fields(space.body(), what));
    Datatype type = Datatype.read(file.fields(datatype.body(), what));
    HeaderMessage filters = find(messages, HeaderMessage.FILTERS);
    boolean external = find(messages, HeaderMessage.EXTERNAL_FILES).type() >= 0;
    return new DatasetHeader(
        file.uri(),
        path,
        extents.empty() ? new long[] {0} : extents.dimensions(),
        extents.empty() ? new long[] {0} : extents.largest(),
        type,
        external ? StorageKind.EXTERNAL : kind(file.fields(layout.body(), what)),
        layout.body(),
        filters.type() < 0 ? List.of() : filters(file.fields(filters.body(), what)),
        fill(file, messages, type.size(), what));
  }

  /** Elements, all dimensions multiplied; 0 where that exceeds 2^63. */
  public long elements() {
    long product = 1;
    for (long extent : dims) {
      if (extent != 0 && product > Long.MAX_VALUE / extent) {
        return 0;
      }
      product *= extent;
    }
    return product;
  }

  private static HeaderMessage find(List<HeaderMessage> messages, int type) {
    for (HeaderMessage message : messages) {
      if (message.type() == type) {
        return message;
      }
    }
    return new HeaderMessage(-1, new byte[0]);
  }

  private static StorageKind kind(FieldReader fields) {
    int version = fields.u8();
    if (version < 1 || version > 4) {
      throw fields.unsupported("data layout version " + version + ", known are 1 to 4");
    }
    if (version < 3) {
      fields.skip(1);
    }
    int kind = fields.u8();
    return switch (kind) {
      case 0 -> StorageKind.COMPACT;
      case 1 -> StorageKind.CONTIGUOUS;
      case 2 -> StorageKind.CHUNKED;
      case 3 -> StorageKind.VIRTUAL;
      default -> throw fields.corrupt("data layout class " + kind);
    };
  }

  private static List<FilterSpec> filters(FieldReader fields) {
    int version = fields.u8();
    int count = fields.u8();
    if (version != 1 && version != 2) {
      throw fields.corrupt("filter pipeline version " + version);
    }
    if (version == 1) {
      fields.skip(6);
    }
    List<FilterSpec> specs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int id = fields.u16();
      int nameBytes = version == 2 && id < 256 ? 0 : fields.u16();
      fields.skip(2);
      int[] parameters = new int[fields.u16()];
      String name = fields.text(nameBytes);
      for (int p = 0; p < parameters.length; p++) {
        parameters[p] = fields.i32();
      }
      if (version == 1 && parameters.length % 2 != 0) {
        fields.skip(4);
      }
      specs.add(new FilterSpec(id, name, parameters));
    }
    return specs;
  }

  private static byte[] fill(
      Hdf5File file, List<HeaderMessage> messages, int elementBytes, String what) {
    if (elementBytes > LARGEST_FILL) {
      return new byte[0];
    }
    HeaderMessage message = find(messages, HeaderMessage.FILL_VALUE);
    long size = 0;
    FieldReader fields = file.fields(message.body(), what);
    if (message.type() >= 0) {
      size = fillSize(fields);
    } else {
      message = find(messages, HeaderMessage.OLD_FILL_VALUE);
      if (message.type() >= 0) {
        fields = file.fields(message.body(), what);
        size = fields.u32();
      }
    }
    if (size == 0) {
      return new byte[elementBytes];
    }
    if (size != elementBytes) {
      throw fields.corrupt("a fill value of " + size + " bytes, elements have " + elementBytes);
    }
    return fields.bytes(elementBytes);
  }

  private static long fillSize(FieldReader fields) {
    int version = fields.u8();
    if (version == 3) {
      boolean defined = (fields.u8() & 0x20) != 0;
      return defined ? fields.u32() : 0;
    }
    if (version != 1 && version != 2) {
      throw fields.corrupt("fill value version " + version);
    }
    fields.skip(2);
    boolean defined = fields.u8() == 1;
    // Version 2 writes a size only where a value is defined; a size of -1 says "undefined".
    long size = version == 1 || defined ? fields.i32() : 0;
    return Math.max(size, 0);
  }
}
