package org.debye.hdf5.tree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** Elements as numbers and text. */
public final class Values {
  private Values() {}

  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Numbers from their stored bytes. */
  public static double[] numbers(Datatype type, byte[] raw) {
    ByteBuffer bytes =
        ByteBuffer.wrap(raw)
            .order(type.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[raw.length / type.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(type, bytes, i * type.size());
    }
    return values;
  }

  private static double number(Datatype type, ByteBuffer bytes, int at) {
    if (type.kind() == Datatype.Kind.FLOAT) {
      return switch (type.size()) {
        case 2 -> half(bytes.getShort(at));
        case 4 -> bytes.getFloat(at);
        default -> bytes.getDouble(at);
      };
    }
    return switch (type.size()) {
      case 1 -> type.signed() ? bytes.get(at) : bytes.get(at) & 0xFF;
      case 2 -> type.signed() ? bytes.getShort(at) : bytes.getShort(at) & 0xFFFF;
      case 4 -> type.signed() ? bytes.getInt(at) : bytes.getInt(at) & 0xFFFFFFFFL;
      default -> large(bytes.getLong(at), type.signed());
    };
  }

  private static double large(long bits, boolean signed) {
    return signed || bits >= 0 ? bits : (bits >>> 1 | (bits & 1)) * 2.0;
  }

  /** IEEE 754 binary16. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    double magnitude =
        exponent == 0
            ? Math.scalb((double) fraction, -24)
            : exponent == 31
                ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : Math.scalb(1024.0 + fraction, exponent - 25);
    return bits < 0 ? -magnitude : magnitude;
  }

  /** Text from its stored bytes; variable-length text is looked up in the global heap. */
  static List<String> texts(Hdf5File file, Datatype type, byte[] raw) {
    List<String> texts = new ArrayList<>();
    int size = type.size();
    for (int at = 0; at + size <= raw.length; at += size) {
      FieldReader element = file.fields(Arrays.copyOfRange(raw, at, at + size), "text");
      texts.add(
          type.kind() == Datatype.Kind.TEXT
              ? Blocks.text(element, size).strip()
              : variable(file, element));
    }
    return texts;
  }

  private static String variable(Hdf5File file, FieldReader element) {
    long length = element.u32();
    long address = element.address();
    long index = element.u32();
    if (length == 0 || address == 0 || address == FieldReader.UNDEFINED) {
      return "";
    }
    FieldReader object = GlobalHeap.object(file, address, index);
    return Blocks.text(object, Math.min(length, object.remaining())).strip();
  }
}
