package org.debye.spectra.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;
import org.debye.frame.MaskRules;
import org.debye.frame.PixelType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RawPixelsTest {
  private static float[] read(
      PixelType type, ValueRules rules, BiConsumer<ByteBuffer, Integer> put, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * (values.length + 1)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(type.bytes());
    for (int value : values) {
      put.accept(bytes, value);
    }
    float[] out = new float[values.length];
    RawPixels.read(bytes.array(), type, 1, rules, out);
    return out;
  }

  private static void put(PixelType type, ByteBuffer bytes, int value) {
    switch (type) {
      case UINT8, INT8 -> bytes.put((byte) value);
      case UINT16, INT16 -> bytes.putShort((short) value);
      case UINT32, INT32 -> bytes.putInt(value);
      case UINT64, INT64 -> bytes.putLong(value);
      case FLOAT16 -> bytes.putShort(half(value));
      case FLOAT32 -> bytes.putFloat(value);
      case FLOAT64 -> bytes.putDouble(value);
    }
  }

  /** Binary16 of a whole number from -2048 to 2048. */
  private static short half(int value) {
    if (value == 0) {
      return 0;
    }
    int magnitude = Math.abs(value);
    int exponent = 31 - Integer.numberOfLeadingZeros(magnitude);
    int fraction = (magnitude << 10 >> exponent) & 0x3FF;
    return (short) ((value < 0 ? 0x8000 : 0) | (exponent + 15) << 10 | fraction);
  }

  @ParameterizedTest
  @EnumSource(PixelType.class)
  void readsEveryType(PixelType type) {
    ValueRules all = ValueRules.of(MaskRules.nothing(), null, type);
    assertThat(read(type, all, (b, v) -> put(type, b, v), 0, 1, 17, 100, 127))
        .containsExactly(0, 1, 17, 100, 127);
    boolean signed = !type.name().startsWith("U");
    if (signed) {
      assertThat(read(type, all, (b, v) -> put(type, b, v), -1, -100)).containsExactly(-1, -100);
    }
    ValueRules some =
        ValueRules.of(new MaskRules(false, true, true, false, 100.0, 17.0, 0.5), null, type);
    assertThat(read(type, some, (b, v) -> put(type, b, v), 0, 17, 99, 100))
        .containsExactly(0, Float.NaN, 99, Float.NaN);
    if (signed) {
      assertThat(read(type, some, (b, v) -> put(type, b, v), -1)).containsExactly(Float.NaN);
    }
  }

  @ParameterizedTest
  @CsvSource({"UINT8,-1", "UINT16,-1", "UINT32,-1", "INT16,32767", "INT32,2147483647"})
  void leavesOutTheLargestValueWithoutASaturation(PixelType type, int largest) {
    MaskRules rules = new MaskRules(false, false, true, false, null, null, 0);
    assertThat(
            read(
                type,
                ValueRules.of(rules, null, type),
                (b, v) -> put(type, b, v),
                largest,
                largest - 1))
        .satisfies(values -> assertThat(values[0]).isNaN())
        .satisfies(values -> assertThat(values[1]).isNotNaN());
    assertThat(
            read(
                type,
                ValueRules.of(MaskRules.nothing(), null, type),
                (b, v) -> put(type, b, v),
                largest))
        .satisfies(values -> assertThat(values[0]).isNotNaN());
  }

  @ParameterizedTest
  @CsvSource({"100, 4095, 100", "100, , 100", ", 4095, 4095", ", , 65535"})
  void takesTheSaturationOfTheRulesThenOfTheFile(
      @Nullable Double given, @Nullable Double ofFile, double limit) {
    MaskRules rules = new MaskRules(false, false, true, false, given, null, 0);
    ValueRules values = ValueRules.of(rules, ofFile, PixelType.UINT16);
    assertThat(values.allows(limit - 1)).isTrue();
    assertThat(values.allows(limit)).isFalse();
  }

  @Test
  void leavesOutWhatIsNoNumber() {
    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(Float.NaN).putFloat(Float.POSITIVE_INFINITY).putFloat(-1e30f).putFloat(2.5f);
    float[] out = new float[4];
    ValueRules all = ValueRules.of(MaskRules.nothing(), null, PixelType.FLOAT32);
    RawPixels.read(bytes.array(), PixelType.FLOAT32, 0, all, out);
    assertThat(out).containsExactly(Float.NaN, Float.NaN, -1e30f, 2.5f);
  }

  @Test
  void readsUnsigned64BitsAndSubnormalHalves() {
    ByteBuffer bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0x8000000000000000L).putShort((short) 0x8003);
    float[] out = new float[1];
    RawPixels.read(
        bytes.array(),
        PixelType.UINT64,
        0,
        ValueRules.of(MaskRules.nothing(), null, PixelType.UINT64),
        out);
    assertThat(out).containsExactly(0x1p63f);
    RawPixels.read(
        bytes.array(),
        PixelType.FLOAT16,
        4,
        ValueRules.of(MaskRules.nothing(), null, PixelType.FLOAT16),
        out);
    assertThat(out).containsExactly(-3 * 0x1p-24f);
  }
}
