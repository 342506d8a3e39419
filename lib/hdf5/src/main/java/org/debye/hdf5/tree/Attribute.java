package org.debye.hdf5.tree;

import java.util.List;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.HeaderMessage;
import org.jspecify.annotations.Nullable;

/** A named value of an object; what is neither number nor text is empty. */
public record Attribute(Datatype type, List<String> texts, double[] numbers) {
  /** The first text, or null where there is none. */
  public @Nullable String text() {
    return texts.isEmpty() ? null : texts.get(0);
  }

  /** The name and the value of an attribute message, versions 1 to 3 (IV.A.2.m). */
  record Named(String name, Attribute attribute) {}

  static Named read(Hdf5File file, FieldReader cursor) {
    int version = cursor.u8();
    int flags = cursor.u8();
    int nameSize = cursor.u16();
    int typeSize = cursor.u16();
    int spaceSize = cursor.u16();
    if (version < 1 || version > 3) {
      throw Blocks.corrupt(file, "attribute message version " + version);
    }
    cursor.skip(version == 3 ? 1 : 0);
    boolean padded = version == 1;
    String name = Blocks.text(part(file, cursor, nameSize, padded), nameSize);
    FieldReader typePart = part(file, cursor, typeSize, padded);
    byte[] type = (flags & 1) != 0 ? committed(file, typePart) : typePart.bytes(typeSize);
    byte[] space = part(file, cursor, spaceSize, padded).bytes(spaceSize);
    Datatype datatype = Datatype.read(file.fields(type, "attribute " + name));
    Dataspace dataspace = Dataspace.read(file.fields(space, "attribute " + name));
    return new Named(name, value(file, cursor, datatype, dataspace));
  }

  private static Attribute value(
      Hdf5File file, FieldReader cursor, Datatype type, Dataspace space) {
    long elements = space.elements();
    boolean readable = type.numeric() || type.text();
    if (!readable || elements > cursor.remaining() / type.size()) {
      return new Attribute(type, List.of(), new double[0]);
    }
    byte[] raw = Blocks.bytes(cursor, elements * type.size());
    return type.numeric()
        ? new Attribute(type, List.of(), Values.numbers(type, raw))
        : new Attribute(type, Values.texts(file, type, raw), new double[0]);
  }

  /** The datatype that another object header holds. */
  private static byte[] committed(Hdf5File file, FieldReader reference) {
    int version = reference.u8();
    reference.skip(version == 1 ? 7 : 1);
    return file.message(reference.address(), HeaderMessage.DATATYPE)
        .orElseThrow(() -> reference.corrupt("a committed datatype that is not there"))
        .body();
  }

  private static FieldReader part(Hdf5File file, FieldReader cursor, int size, boolean padded) {
    FieldReader part = Blocks.piece(file, cursor, size, "structure");
    if (padded) {
      cursor.skip(Math.min(cursor.remaining(), (8 - size % 8) % 8));
    }
    return part;
  }
}
