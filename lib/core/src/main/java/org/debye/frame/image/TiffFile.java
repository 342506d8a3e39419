package org.debye.frame.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;

/**
 * TIFF revision 6.0 with the sample formats that detectors write. Not by javax.imageio, which
 * refuses the date that fabio writes into its files and knows no 64-bit samples. Not read: BigTIFF,
 * colour, palettes, inverted grey (WhiteIsZero), fax and JPEG compressions.
 */
final class TiffFile {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int FILL_ORDER = 266;
  private static final int STRIP_OFFSETS = 273;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int PREDICTOR = 317;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int SAMPLE_FORMAT = 339;

  // The best that Deflate can do is 1032 to 1, LZW less than twice that.
  private static final long BEST_COMPRESSION = 2100;

  /** Four times the largest detector. */
  private static final long MOST_PIXELS = 1 << 26;

  private final String name;
  private final ByteBuffer bytes;

  /** Values of the tags that are numbers. */
  private record Page(Map<Integer, long[]> tags) {
    long value(int tag, long missing) {
      long[] values = tags.get(tag);
      return values == null || values.length == 0 ? missing : values[0];
    }

    long[] values(int tag) {
      return tags.getOrDefault(tag, new long[0]);
    }
  }

  TiffFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = ByteBuffer.wrap(bytes);
    this.bytes.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  static boolean recognises(byte[] bytes) {
    if (bytes.length < 8 || bytes[0] != bytes[1] || (bytes[0] != 'I' && bytes[0] != 'M')) {
      return false;
    }
    int low = bytes[0] == 'I' ? 2 : 3;
    return bytes[low == 2 ? 3 : 2] == 0 && (bytes[low] == 42 || bytes[low] == 43);
  }

  ImageData read(int image) {
    if (bytes.getShort(2) != 42) {
      throw refused("a BigTIFF file");
    }
    try {
      return decode(page(image));
    } catch (IndexOutOfBoundsException e) {
      throw damaged("ends before its data does");
    }
  }

  private Page page(int image) {
    long at = bytes.getInt(4) & 0xffffffffL;
    int seen = 0;
    // A file of n bytes has room for fewer than n / 6 pages: more is a loop.
    while (at != 0 && seen < bytes.limit() / 6) {
      int entries = bytes.getShort(index(at)) & 0xffff;
      if (seen == image) {
        return page(index(at) + 2, entries);
      }
      at = bytes.getInt(index(at) + 2 + 12 * entries) & 0xffffffffL;
      seen++;
    }
    ImageFile.requireImage(name, image, seen);
    throw damaged("has pages that point at each other");
  }

  private Page page(int start, int entries) {
    Map<Integer, long[]> tags = new HashMap<>();
    for (int entry = start; entry < start + 12 * entries; entry += 12) {
      int size =
          switch (bytes.getShort(entry + 2)) {
            case 1 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            default -> 0;
          };
      if (size == 0) {
        continue;
      }
      long count = bytes.getInt(entry + 4) & 0xffffffffL;
      if (count > bytes.limit()) {
        throw damaged("has an impossible tag");
      }
      boolean inside = count * size <= 4;
      int at = inside ? entry + 8 : index(bytes.getInt(entry + 8) & 0xffffffffL);
      long[] values = new long[(int) count];
      for (int i = 0; i < count; i++, at += size) {
        values[i] =
            size == 1
                ? bytes.get(at) & 0xff
                : size == 2 ? bytes.getShort(at) & 0xffff : bytes.getInt(at) & 0xffffffffL;
      }
      tags.put(bytes.getShort(entry) & 0xffff, values);
    }
    return new Page(tags);
  }

  private ImageData decode(Page page) {
    refuseColour(page);
    int bits = (int) page.value(BITS, 1);
    PixelType type = pixelType(bits, page.value(SAMPLE_FORMAT, 1));
    boolean packed = page.value(COMPRESSION, 1) != 1;
    long mostPixels = bytes.limit() * (packed ? BEST_COMPRESSION : 1) * 8 / bits;
    FrameShape shape =
        ImageFile.shape(
            name, page.value(HEIGHT, 0), page.value(WIDTH, 0), Math.min(MOST_PIXELS, mostPixels));
    boolean tiled = page.tags().containsKey(TILE_OFFSETS);
    FrameShape segment =
        ImageFile.shape(
            name,
            tiled
                ? page.value(TILE_HEIGHT, 0)
                : Math.min(shape.rows(), page.value(ROWS_PER_STRIP, shape.rows())),
            tiled ? page.value(TILE_WIDTH, 0) : shape.columns(),
            Math.min(MOST_PIXELS, mostPixels));
    TiffSegments segments = segments(page, segment.columns(), type);
    return assemble(
        shape,
        segment,
        segments,
        page.values(tiled ? TILE_OFFSETS : STRIP_OFFSETS),
        page.values(tiled ? TILE_BYTE_COUNTS : STRIP_BYTE_COUNTS));
  }

  /** Decodes the strips or tiles one by one and puts each where it belongs. */
  private ImageData assemble(
      FrameShape shape, FrameShape segment, TiffSegments segments, long[] starts, long[] lengths) {
    int across = (shape.columns() - 1) / segment.columns() + 1;
    int down = (shape.rows() - 1) / segment.rows() + 1;
    if (starts.length < (long) across * down) {
      throw damaged("has fewer strips than its height asks for");
    }
    double[] values = new double[shape.pixels()];
    for (int s = 0; s < across * down; s++) {
      int row = s / across * segment.rows();
      int column = s % across * segment.columns();
      int start = index(starts[s]);
      int rest = bytes.limit() - start;
      int length = s < lengths.length ? (int) Math.min(lengths[s], rest) : rest;
      // A strip may end with the image, a tile is always whole.
      int rows = Math.min(segment.rows(), shape.rows() - row);
      double[] decoded = segments.decode(bytes.array(), start, length, rows);
      int columns = Math.min(segment.columns(), shape.columns() - column);
      for (int r = 0; r < rows; r++) {
        int target = (row + r) * shape.columns() + column;
        System.arraycopy(decoded, r * segment.columns(), values, target, columns);
      }
    }
    return new ImageData(shape, values);
  }

  private void refuseColour(Page page) {
    long photometric = page.value(PHOTOMETRIC, 1);
    if (photometric == 0) {
      throw refused("inverted grey values (WhiteIsZero)");
    } else if (photometric != 1 || page.value(SAMPLES_PER_PIXEL, 1) != 1) {
      throw refused("colours");
    } else if (page.value(FILL_ORDER, 1) != 1) {
      throw refused("reversed bits (FillOrder 2)");
    }
  }

  private PixelType pixelType(int bits, long format) {
    boolean floating = format == 3;
    boolean signed = format == 2;
    if (format < 1 || format > 4 || (floating && bits < 16)) {
      throw refused("sample format " + format + " of " + bits + " bits");
    }
    return switch (bits) {
      case 1 -> PixelType.UINT8;
      case 8 -> signed ? PixelType.INT8 : PixelType.UINT8;
      case 16 -> floating ? PixelType.FLOAT16 : signed ? PixelType.INT16 : PixelType.UINT16;
      case 32 -> floating ? PixelType.FLOAT32 : signed ? PixelType.INT32 : PixelType.UINT32;
      case 64 -> floating ? PixelType.FLOAT64 : signed ? PixelType.INT64 : PixelType.UINT64;
      default -> throw refused("samples of " + bits + " bits");
    };
  }

  private TiffSegments segments(Page page, int width, PixelType type) {
    boolean singleBits = page.value(BITS, 1) == 1;
    long predictor = page.value(PREDICTOR, 1);
    if (predictor < 1
        || predictor > 3
        || (predictor > 1 && singleBits)
        || (predictor == 3 && !type.floating())) {
      throw refused("predictor " + predictor + " on such samples");
    }
    TiffCompression compression = TiffCompression.of(page.value(COMPRESSION, 1), name);
    return new TiffSegments(
        name, type, singleBits, width, compression, (int) predictor, bytes.order());
  }

  private int index(long offset) {
    if (offset >= bytes.limit()) {
      throw damaged("points beyond its end");
    }
    return (int) offset;
  }

  private InputException refused(String what) {
    return ImageFile.unreadable(
        name,
        "a TIFF file with " + what + ", which is not read",
        "Save it as grey values of 8 to 64 bits, or as EDF or NPY.");
  }

  private InputException damaged(String what) {
    return ImageFile.unreadable(
        name, "a TIFF file that " + what, "The file is damaged: save it again.");
  }
}
