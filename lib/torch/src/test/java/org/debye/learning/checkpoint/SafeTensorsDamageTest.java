package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

/** Every way in which a file may be wrong, and what is said then. */
final class SafeTensorsDamageTest {
  private static final String REMEDY =
      ". Copy the file again, or go back to another checkpoint of the model.";

  @Test
  void aFileThatEndsTooEarly() {
    assertRefused(new byte[5], FailureCode.TRUNCATED)
        .hasMessage(
            "a.safetensors: the file ends before its data: it has 5 bytes, and the length of its"
                + " header takes 8"
                + REMEDY);
    byte[] cut = Arrays.copyOf(file("{}", 0), 9);
    assertRefused(cut, FailureCode.TRUNCATED)
        .hasMessageContaining("a header of 2 bytes in a file of 9");
    assertRefused(file(one("F32", "[3]", 0, 12), 11), FailureCode.TRUNCATED)
        .hasMessageContaining("array 'w' ends at byte 12 of 11");
  }

  @Test
  void everyCutOfAFileIsSeen() throws IOException {
    byte[] whole = SafeTensorsTest.file(ExampleModel.checkpoint(3, "run").weights());
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), FailureCode.TRUNCATED);
    }
  }

  @Test
  void aStreamThatGivesLessThanItsSizeSays() {
    byte[] file = file(one("F32", "[3]", 0, 12), 12);
    assertThatThrownBy(
            () ->
                SafeTensors.read(
                    new java.io.ByteArrayInputStream(file, 0, file.length - 5), file.length, "a"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a: the file ends before its data: 5 bytes of 12 are not there");
  }

  @Test
  void aHeaderOfAnImpossibleLength() {
    for (long length : new long[] {0, 1, 100_000_001, Long.MAX_VALUE, -1}) {
      byte[] file = file("{}", 0);
      ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      assertRefused(file, FailureCode.CORRUPT_METADATA)
          .hasMessage(
              "a.safetensors: it begins with a header of "
                  + Long.toUnsignedString(length)
                  + " bytes, and one has 2 to 100000000"
                  + REMEDY);
    }
  }

  @Test
  void aHeaderThatIsNoObject() {
    assertCorrupt("{\"w\":", 0, "its header is no valid JSON: ");
    assertCorrupt("{} {}", 0, "its header is no valid JSON: ");
    assertCorrupt("[]", 0, "its header is no JSON object");
    assertCorrupt("  ", 0, "its header is no JSON object");
    assertCorrupt("{\"w\":3}", 0, "array 'w' has not just dtype, shape and data_offsets");
    assertCorrupt("{\"w\":{\"dtype\":\"F32\"}}", 0, "array 'w' has not just dtype");
    String more = one("F32", "[0]", 0, 0).replace("}}", ",\"x\":1}}");
    assertCorrupt(more, 0, "array 'w' has not just dtype, shape and data_offsets");
  }

  @Test
  void aNameTwice() {
    String header = "{" + array("w", "U8", "[1]", 0, 1) + "," + array("w", "U8", "[1]", 1, 2) + "}";
    assertCorrupt(header, 2, "its header is no valid JSON: Duplicate field 'w'");
  }

  @Test
  void aTypeThatNobodyKnows() {
    assertRefused(file(one("F8_E4M3", "[2]", 0, 2), 2), FailureCode.CORRUPT_METADATA)
        .hasMessage(
            "a.safetensors: array 'w' is of type F8_E4M3, which is not read here. Write it as one"
                + " of [BOOL, U8, I8, I16, U16, F16, BF16, I32, U32, F32, F64, I64, U64].");
    assertCorrupt(one("f32", "[1]", 0, 4), 4, "array 'w' is of type f32, which is not read here");
  }

  @Test
  void numbersThatAreNone() {
    assertCorrupt(one("U8", "[-1]", 0, 1), 1, "array 'w' has -1 in its shape");
    assertCorrupt(one("U8", "[1.0]", 0, 1), 1, "array 'w' has 1.0 in its shape");
    assertCorrupt(one("U8", "[\"1\"]", 0, 1), 1, "array 'w' has \"1\" in its shape");
    assertCorrupt(one("U8", "[9223372036854775808]", 0, 1), 1, "array 'w' has 9223372036854775808");
    assertCorrupt(
        one("U8", "[4294967296,4294967296]", 0, 1),
        1,
        "array 'w' has an impossible shape [4294967296, 4294967296]");
    assertCorrupt(one("U8", "[1]", -1, 0), 1, "array 'w' has -1 in its data_offsets");
    assertCorrupt(one("U8", "[1]", 1, 0), 1, "array 'w' has data_offsets [1, 0]");
  }

  @Test
  void sizesThatDoNotAgree() {
    assertCorrupt(one("F32", "[3]", 0, 11), 11, "array 'w' has 11 bytes where F32 [3] needs 12");
    assertCorrupt(one("I64", "[]", 0, 16), 16, "array 'w' has 16 bytes where I64 [] needs 8");
    assertCorrupt(one("F64", "[0, 9]", 0, 8), 8, "array 'w' has 8 bytes where F64 [0, 9] needs 0");
  }

  @Test
  void placesThatOverlapOrLeaveHoles() {
    String overlap =
        "{" + array("a", "U8", "[3]", 0, 3) + "," + array("b", "U8", "[3]", 2, 5) + "}";
    assertCorrupt(overlap, 5, "arrays 'a' and 'b' overlap");
    String hole = "{" + array("b", "U8", "[2]", 3, 5) + "," + array("a", "U8", "[2]", 0, 2) + "}";
    assertCorrupt(hole, 5, "bytes 2 to 3 before 'b' are no array's");
    assertCorrupt(one("U8", "[2]", 1, 3), 3, "bytes 0 to 1 before 'w' are no array's");
    assertCorrupt(one("U8", "[2]", 0, 2), 5, "3 bytes after the last array are no array's");
  }

  @Test
  void textsThatAreNone() {
    assertCorrupt("{\"__metadata__\":{\"epoch\":3}}", 0, "its __metadata__ is no map of texts");
    assertCorrupt("{\"__metadata__\":\"x\"}", 0, "its __metadata__ is no map of texts");
  }

  @Test
  void aChangedHeaderIsRefusedOrReadAndNothingElse() throws IOException {
    byte[] whole = SafeTensorsTest.file(ExampleModel.checkpoint(1, "run").weights());
    int header = 8 + (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
    int refused = 0;
    for (int seed = 0; seed < 3000; seed++) {
      RandomGenerator random = RandomStreams.of(6).at("changes", seed);
      byte[] changed = whole.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(header)] = (byte) random.nextInt();
      }
      try {
        SafeTensors.read(changed, "seed " + seed);
      } catch (InputException e) {
        refused++;
        assertThat(e).hasMessageStartingWith("seed " + seed + ": ");
      }
    }
    assertThat(refused).isGreaterThan(2000);
  }

  private static void assertCorrupt(String header, int data, String problem) {
    assertRefused(file(header, data), FailureCode.CORRUPT_METADATA)
        .hasMessageStartingWith("a.safetensors: " + problem);
  }

  private static AbstractThrowableAssert<?, InputException> assertRefused(
      byte[] file, FailureCode code) {
    return assertThatThrownBy(() -> SafeTensors.read(file, "a.safetensors"))
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.throwable(InputException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private static String one(String type, String shape, long begin, long end) {
    return "{" + array("w", type, shape, begin, end) + "}";
  }

  private static String array(String name, String type, String shape, long begin, long end) {
    return String.format(
        "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
        name, type, shape, begin, end);
  }

  private static byte[] file(String header, int data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }
}
