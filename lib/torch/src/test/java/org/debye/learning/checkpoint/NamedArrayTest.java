package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;

final class NamedArrayTest {
  @Test
  void withoutExtentsItIsOneNumber() {
    NamedArray step = NamedArray.ofLongs("step", new long[] {620});
    assertThat(step.shape()).isEmpty();
    assertThat(step.elements()).isEqualTo(1);
    assertThat(step.longs()).containsExactly(620);
    assertThat(step).hasToString("step I64 []");
  }

  @Test
  void anEmptyExtentLeavesNothing() {
    NamedArray none = NamedArray.ofFloats("none", new float[0], 4, 0, 9);
    assertThat(none.byteSize()).isZero();
    assertThat(none.floats()).isEmpty();
  }

  @Test
  void bytesAreLittleEndianWhateverTheBufferWas() {
    ByteBuffer big = ByteBuffer.allocate(4).order(ByteOrder.BIG_ENDIAN);
    big.put(new byte[] {0, 0, (byte) 0x80, 0x3F}).flip();
    NamedArray array = NamedArray.of("a", ElementType.F32, new long[] {1}, big);
    assertThat(array.floats()).containsExactly(1f);
    assertThat(array.pages().get(0).getFloat()).isEqualTo(1f);
    assertThat(array.pages().get(0).isReadOnly()).isTrue();
  }

  @Test
  void valuesAreCopied() {
    float[] values = {1, 2};
    long[] shape = {2};
    NamedArray array = NamedArray.ofFloats("a", values, shape);
    values[0] = 7;
    shape[0] = 9;
    array.shape()[0] = 9;
    assertThat(array.floats()).containsExactly(1, 2);
    assertThat(array.shape()).containsExactly(2);
  }

  @Test
  void everyHalfIsWidenedExactly() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      ByteBuffer page = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
      page.putShort(0, (short) bits);
      float found = NamedArray.of("h", ElementType.F16, new long[0], page).floats()[0];
      double sign = (bits & 0x8000) == 0 ? 1 : -1;
      int exponent = bits >> 10 & 31;
      int fraction = bits & 1023;
      double expected =
          switch (exponent) {
            case 0 -> sign * fraction / 1024.0 * Math.pow(2, -14);
            case 31 -> fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
            default -> sign * (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
          };
      assertThat(Double.compare(found, expected)).as("bits %04x", bits).isZero();
    }
  }

  @Test
  void bytesThatDoNotFillTheShapeAreADefect() {
    assertThatThrownBy(() -> NamedArray.ofFloats("a", new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a: 20 bytes for F32 [2, 3]");
    assertThatThrownBy(
            () ->
                NamedArray.of(
                    "a",
                    ElementType.F32,
                    new long[] {2},
                    ByteBuffer.allocate(6),
                    ByteBuffer.allocate(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a: an element crosses the end of a page");
  }

  @Test
  void aTypeThatWouldLoseDigitsIsRefused() {
    NamedArray doubles = NamedArray.ofDoubles("head.weight", new double[1], 1);
    assertThatThrownBy(doubles::floats)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "head.weight: it holds F64 where numbers of single precision are expected. Load the"
                + " checkpoint into the model that wrote it.");
    assertThatThrownBy(doubles::longs)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it holds F64 where integers are expected");
    assertThatThrownBy(NamedArray.ofLongs("n", new long[1])::doubles)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it holds I64 where floating point numbers are expected");
    NamedArray unsigned = NamedArray.of("u", ElementType.U64, new long[0], ByteBuffer.allocate(8));
    assertThatThrownBy(unsigned::longs).isInstanceOf(InputException.class);
  }
}
