package org.debye.learning.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * An array with the name that torch's {@code state_dict} gives it, such as {@code
 * features.0.weight}. Its elements are little-endian bytes in row-major order, in pages, since a
 * Java buffer ends at 2 GiB. Immutable as long as nobody writes to the buffers that it was made of.
 */
public final class NamedArray {
  private final String name;
  private final ElementType type;
  private final long[] shape;
  private final List<ByteBuffer> pages;

  private NamedArray(String name, ElementType type, long[] shape, List<ByteBuffer> pages) {
    this.name = name;
    this.type = type;
    this.shape = shape.clone();
    this.pages = pages;
  }

  /**
   * An array of bytes that are there.
   *
   * @param shape extents, outermost first; empty for a single number
   * @param pages the elements from each buffer's position to its limit, one after another, little
   *     endian whatever the buffer's own order; not copied. No element crosses from one page to the
   *     next
   */
  public static NamedArray of(String name, ElementType type, long[] shape, ByteBuffer... pages) {
    long bytes = byteSize(type, shape);
    List<ByteBuffer> kept = new ArrayList<>();
    for (ByteBuffer page : pages) {
      if (page.remaining() % type.bytes() != 0) {
        throw new IllegalArgumentException(name + ": an element crosses the end of a page");
      }
      kept.add(page.slice().asReadOnlyBuffer());
    }
    long given = kept.stream().mapToLong(ByteBuffer::remaining).sum();
    if (given != bytes) {
      throw new IllegalArgumentException(
          name + ": " + given + " bytes for " + type + " " + Arrays.toString(shape));
    }
    return new NamedArray(name, type, shape, List.copyOf(kept));
  }

  /** A copy of the values as {@code F32}; without a shape a single number. */
  public static NamedArray ofFloats(String name, float[] values, long... shape) {
    ByteBuffer bytes = buffer(4L * values.length);
    bytes.asFloatBuffer().put(values);
    return of(name, ElementType.F32, shape, bytes);
  }

  /** A copy of the values as {@code F64}; without a shape a single number. */
  public static NamedArray ofDoubles(String name, double[] values, long... shape) {
    ByteBuffer bytes = buffer(8L * values.length);
    bytes.asDoubleBuffer().put(values);
    return of(name, ElementType.F64, shape, bytes);
  }

  /** A copy of the values as {@code I64}; without a shape a single number. */
  public static NamedArray ofLongs(String name, long[] values, long... shape) {
    ByteBuffer bytes = buffer(8L * values.length);
    bytes.asLongBuffer().put(values);
    return of(name, ElementType.I64, shape, bytes);
  }

  /** A copy of the values as {@code U8}, a vector: the state of a random number generator, say. */
  public static NamedArray ofBytes(String name, byte[] values) {
    return of(name, ElementType.U8, new long[] {values.length}, ByteBuffer.wrap(values.clone()));
  }

  public String name() {
    return name;
  }

  public ElementType type() {
    return type;
  }

  /** Extents, outermost first. */
  public long[] shape() {
    return shape.clone();
  }

  /** How many; 1 where there is no extent. */
  public long elements() {
    return byteSize() / type.bytes();
  }

  public long byteSize() {
    return byteSize(type, shape);
  }

  /** The elements' bytes in order: read-only, little endian, each buffer a new one at its start. */
  public List<ByteBuffer> pages() {
    return pages.stream().map(page -> page.duplicate().order(ByteOrder.LITTLE_ENDIAN)).toList();
  }

  /**
   * All elements, of {@code F32}, {@code F16} or {@code BF16}.
   *
   * @throws InputException where the type is another, whose values a float may not hold
   */
  public float[] floats() {
    float[] values = new float[count(Widening.toFloat(type), "numbers of single precision")];
    int at = 0;
    for (ByteBuffer page : pages()) {
      at = Widening.floats(type, page, values, at);
    }
    return values;
  }

  /**
   * All elements, of {@code F64} or a type that {@link #floats} reads.
   *
   * @throws InputException where the type is another
   */
  public double[] doubles() {
    double[] values = new double[count(Widening.toDouble(type), "floating point numbers")];
    int at = 0;
    for (ByteBuffer page : pages()) {
      at = Widening.doubles(type, page, values, at);
    }
    return values;
  }

  /**
   * All elements, of an integer type but {@code U64}, or {@code BOOL} as 0 and 1.
   *
   * @throws InputException where the type is another
   */
  public long[] longs() {
    long[] values = new long[count(Widening.toLong(type), "integers")];
    int at = 0;
    for (ByteBuffer page : pages()) {
      at = Widening.longs(type, page, values, at);
    }
    return values;
  }

  /** The same array under another name. */
  public NamedArray named(String other) {
    return new NamedArray(other, type, shape, pages);
  }

  void writeTo(OutputStream out) throws IOException {
    WritableByteChannel channel = Channels.newChannel(out);
    for (ByteBuffer page : pages()) {
      while (page.hasRemaining()) {
        channel.write(page);
      }
    }
  }

  /**
   * Bytes of an array.
   *
   * @throws ArithmeticException where a long does not hold them
   */
  static long byteSize(ElementType type, long[] shape) {
    boolean empty = false;
    long bytes = type.bytes();
    for (long extent : shape) {
      if (extent < 0) {
        throw new ArithmeticException("a negative extent in " + Arrays.toString(shape));
      }
      empty |= extent == 0;
      bytes = extent == 0 ? bytes : Math.multiplyExact(bytes, extent);
    }
    return empty ? 0 : bytes;
  }

  @Override
  public String toString() {
    return name + " " + type + " " + Arrays.toString(shape);
  }

  private int count(boolean readable, String wanted) {
    if (!readable) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          "it holds " + type + " where " + wanted + " are expected",
          "Load the checkpoint into the model that wrote it.");
    }
    if (elements() > Integer.MAX_VALUE - 8) {
      throw new IllegalStateException(this + " is too long for a Java array; read its pages");
    }
    return (int) elements();
  }

  private static ByteBuffer buffer(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
