package org.debye.learning.checkpoint;

import java.util.Optional;

/**
 * Types of an array's elements, by the names that safetensors gives them and in its order, by which
 * files are laid out. Its types of less than a byte, of eight-bit floating point and of complex
 * numbers are not read.
 */
public enum ElementType {
  BOOL(1),
  U8(1),
  I8(1),
  I16(2),
  U16(2),
  F16(2),
  BF16(2),
  I32(4),
  U32(4),
  F32(4),
  F64(8),
  I64(8),
  U64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Of one element. */
  public int bytes() {
    return bytes;
  }

  static Optional<ElementType> named(String name) {
    for (ElementType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
