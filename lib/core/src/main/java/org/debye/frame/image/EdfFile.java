package org.debye.frame.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.jspecify.annotations.Nullable;

/**
 * The ESRF data format as fabio's {@code edfimage} reads it: blocks of a text header {@code { key =
 * value ; ... }} and binary data. Differs: a missing data type, byte order or pixel is an error,
 * not a default. Not read: data in a second file, and the byte-offset and bzip2 compressions.
 */
final class EdfFile {
  private static final int LONGEST_HEADER = 1 << 20;

  /** A header has some hundred keys; all blocks inherit those of blocks without an image. */
  private static final int MOST_KEYS = 4096;

  private static final int MOST_GENERAL_BLOCKS = 64;

  private final String name;
  private final byte[] bytes;

  /** Keys in lower case, and where the data starts. */
  private record Block(Map<String, String> header, int start) {
    @Nullable String value(String key) {
      return header.get(key);
    }
  }

  EdfFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  static boolean recognises(byte[] bytes) {
    int at = firstInk(bytes, 0);
    return at < bytes.length && bytes[at] == '{';
  }

  ImageData read(int image) {
    int at = 0;
    int seen = 0;
    int without = 0;
    Map<String, String> general = Map.of();
    while (firstInk(bytes, at) < bytes.length) {
      Block block = header(at, general);
      boolean holdsImage = block.value("dim_1") != null;
      if (holdsImage && seen == image) {
        return decode(block);
      }
      seen += holdsImage ? 1 : 0;
      if (!holdsImage) {
        general = block.header();
        if (++without > MOST_GENERAL_BLOCKS) {
          throw damaged("has more than " + MOST_GENERAL_BLOCKS + " headers without an image");
        }
      }
      long next = block.start() + storedBytes(block);
      if (next > bytes.length || next < block.start()) {
        break;
      }
      at = (int) next;
    }
    ImageFile.requireImage(name, image, seen);
    throw new AssertionError("the image was counted but not found");
  }

  private Block header(int from, Map<String, String> general) {
    int open = firstInk(bytes, from);
    int close = open;
    int limit = (int) Math.min(bytes.length, (long) open + LONGEST_HEADER);
    while (close < limit && endLength(close) == 0) {
      close++;
    }
    if (bytes[open] != '{' || close >= limit) {
      throw damaged("has no complete header at byte " + open);
    }
    Map<String, String> header = new HashMap<>();
    general.forEach(
        (key, value) -> {
          if (!key.startsWith("edf_")) {
            header.put(key, value);
          }
        });
    String text = new String(bytes, open + 1, close - open - 1, StandardCharsets.ISO_8859_1);
    for (String line : text.split(";", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        header.put(key, line.substring(equals + 1).strip());
        if (header.size() > MOST_KEYS) {
          throw damaged("has a header of more than " + MOST_KEYS + " keys");
        }
      }
    }
    return new Block(header, close + endLength(close));
  }

  /** Bytes of a closing brace with its line end; 0 where there is none. */
  private int endLength(int at) {
    if (bytes[at] != '}' || at + 1 >= bytes.length) {
      return 0;
    }
    if (bytes[at + 1] == '\n') {
      return 2;
    }
    return bytes[at + 1] == '\r' && at + 2 < bytes.length && bytes[at + 2] == '\n' ? 3 : 0;
  }

  private ImageData decode(Block block) {
    if (block.value("edf_binaryfilename") != null) {
      throw ImageFile.unreadable(
          name, "an EDF header whose data is in another file", "Save both as one file.");
    }
    PixelType type = pixelType(block);
    long planes = 1;
    for (int d = 3; block.value("dim_" + d) != null; d++) {
      planes =
          Math.multiplyFull((int) Math.min(planes, 1 << 30), (int) number(block, "dim_" + d, 1));
    }
    if (planes != 1) {
      throw ImageFile.unreadable(
          name, "an EDF block of more than two dimensions", "Save each image as a block.");
    }
    byte[] raw = rawBytes(block);
    FrameShape shape =
        ImageFile.shape(
            name, number(block, "dim_2", 1), number(block, "dim_1", 0), raw.length / type.bytes());
    double[] values = new double[shape.pixels()];
    PixelBytes.decode(ByteBuffer.wrap(raw).order(byteOrder(block, type)), type, values);
    return new ImageData(shape, values);
  }

  private byte[] rawBytes(Block block) {
    long stored = Math.min(storedBytes(block), bytes.length - block.start());
    InputStream in = new ByteArrayInputStream(bytes, block.start(), (int) stored);
    String compression = block.header().getOrDefault("compression", "none");
    String kind = compression.toUpperCase(Locale.ROOT);
    try {
      if (kind.startsWith("NO")) {
        return in.readAllBytes();
      } else if (kind.contains("GZIP")) {
        return Unpacking.all(new GZIPInputStream(in), imageBytes(block));
      } else if (kind.startsWith("Z")) {
        return Unpacking.all(new InflaterInputStream(in), imageBytes(block));
      }
    } catch (IOException e) {
      throw InputException.of(
          FailureCode.UNREADABLE_FILE,
          name,
          "EDF data that does not unpack (" + e.getMessage() + ")",
          "The file is damaged: save it again.",
          e);
    }
    throw ImageFile.unreadable(
        name, "EDF compression " + compression + " is not read", "Save it without compression.");
  }

  private long storedBytes(Block block) {
    for (String key : new String[] {"edf_binarysize", "size"}) {
      if (block.value(key) != null) {
        return number(block, key, 0);
      }
    }
    if (block.value("dim_1") == null) {
      return 0;
    }
    long pixels = number(block, "dim_1", 0) * number(block, "dim_2", 1);
    // Above 2^60 bytes the product wraps around; no file has them.
    return pixels > 1L << 56 ? Long.MAX_VALUE / 2 : pixels * pixelType(block).bytes();
  }

  /** As many as the image has, and a few that writers leave at the end: more is not unpacked. */
  private int imageBytes(Block block) {
    long pixels = number(block, "dim_1", 0) * number(block, "dim_2", 1);
    if (pixels > Unpacking.MOST / pixelType(block).bytes()) {
      throw damaged("says it holds " + pixels + " pixels");
    }
    return (int) Math.min(Unpacking.MOST, pixels * pixelType(block).bytes() + 4096);
  }

  private long number(Block block, String key, int missing) {
    String text = block.value(key);
    if (text == null) {
      return missing;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message, which holds the text.
    }
    throw damaged("says " + key + " = " + text);
  }

  private PixelType pixelType(Block block) {
    String type = block.header().getOrDefault("datatype", "");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "signedbyte", "signed8" -> PixelType.INT8;
      case "unsignedbyte", "unsigned8" -> PixelType.UINT8;
      case "signedshort", "signed16" -> PixelType.INT16;
      case "unsignedshort", "unsigned16", "unsignedshortinteger" -> PixelType.UINT16;
      case "signedinteger", "signed32", "signedlong" -> PixelType.INT32;
      case "unsignedinteger", "unsigned32", "unsignedlong" -> PixelType.UINT32;
      case "signed64" -> PixelType.INT64;
      case "unsigned64" -> PixelType.UINT64;
      case "floatvalue", "float", "floatieee32", "float32" -> PixelType.FLOAT32;
      case "double", "doublevalue", "floatieee64", "doubleieee64" -> PixelType.FLOAT64;
      default ->
          throw ImageFile.unreadable(
              name,
              type.isEmpty() ? "an EDF header without DataType" : "EDF data type " + type,
              "Save it as integers, FloatValue or DoubleValue.");
    };
  }

  private ByteOrder byteOrder(Block block, PixelType type) {
    String order = block.header().getOrDefault("byteorder", "").toLowerCase(Locale.ROOT);
    if (order.startsWith("low") || type.bytes() == 1) {
      return ByteOrder.LITTLE_ENDIAN;
    } else if (order.startsWith("high")) {
      return ByteOrder.BIG_ENDIAN;
    }
    throw ImageFile.unreadable(
        name,
        "an EDF header whose ByteOrder is '" + order + "'",
        "Set it to LowByteFirst or HighByteFirst.");
  }

  private static int firstInk(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
      at++;
    }
    return at;
  }

  private InputException damaged(String what) {
    return ImageFile.unreadable(
        name, "an EDF file that " + what, "The file is damaged: save it again.");
  }
}
