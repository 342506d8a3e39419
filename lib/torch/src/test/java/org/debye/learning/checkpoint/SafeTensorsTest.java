package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.debye.fixtures.Golden;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafeTensorsTest {
  private static final String GOLDEN = "safetensors_weights.safetensors";

  @Test
  void whatPythonWroteIsReadToTheLastBit() throws IOException {
    StateDict state = SafeTensors.read(Golden.bytes(GOLDEN), GOLDEN);
    JsonNode expected = new ObjectMapper().readTree(Golden.bytes("safetensors_weights.json"));
    assertThat(state.names()).hasSize(expected.size()).contains("größe \"µ\"", "none");
    for (JsonNode one : expected) {
      NamedArray array = state.array(one.get("name").asText());
      assertThat(array.type().name()).isEqualTo(one.get("type").asText());
      assertThat(array.shape()).hasSize(one.get("shape").size());
      assertThat(array.elements()).isEqualTo(one.get("values").size());
      for (int i = 0; i < one.get("shape").size(); i++) {
        assertThat(array.shape()[i]).isEqualTo(one.get("shape").get(i).asLong());
      }
      for (int i = 0; i < one.get("values").size(); i++) {
        assertElement(array, i, one.get("values").get(i).asText());
      }
    }
  }

  private static void assertElement(NamedArray array, int i, String spelled) {
    switch (array.type()) {
      case F32, F16, BF16 -> {
        assertSame(array.floats()[i], Double.parseDouble(spelled));
        assertSame(array.doubles()[i], Double.parseDouble(spelled));
      }
      case F64 -> assertSame(array.doubles()[i], Double.parseDouble(spelled));
      default -> assertThat(array.longs()[i]).isEqualTo(Long.parseLong(spelled));
    }
  }

  /** NaN is the same as NaN, and -0 is not 0. */
  private static void assertSame(double found, double expected) {
    assertThat(Double.compare(found, expected)).as("%s for %s", found, expected).isZero();
  }

  @Test
  void aFileIsWrittenAsTheReferenceImplementationDoes() throws IOException {
    StateDict state = SafeTensors.read(Golden.bytes(GOLDEN), GOLDEN);
    assertThat(state.texts()).isEqualTo(Map.of("format", "pt"));
    assertThat(file(state)).isEqualTo(Golden.bytes(GOLDEN));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      StateDict state = ExampleModel.state(RandomStreams.of(3).at("states", seed));
      byte[] file = file(state);
      assertThat(ExampleModel.content(SafeTensors.read(file, "a")))
          .as("seed %d", seed)
          .isEqualTo(ExampleModel.content(state));
      StateDict paged = SafeTensors.read(new ByteArrayInputStream(file), file.length, "a", 16);
      assertThat(ExampleModel.content(paged))
          .as("seed %d, in pages", seed)
          .isEqualTo(ExampleModel.content(state));
      assertThat(file(paged)).as("seed %d, in pages", seed).isEqualTo(file);
    }
  }

  @Test
  void numbersAreReadAcrossPages() throws IOException {
    double[] doubles = new double[37];
    float[] floats = new float[37];
    long[] longs = new long[37];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = Math.sqrt(i);
      floats[i] = -i / 7f;
      longs[i] = i - (1L << 40);
    }
    byte[] file =
        file(
            StateDict.of(
                List.of(
                    NamedArray.ofDoubles("d", doubles, 37),
                    NamedArray.ofFloats("f", floats, 1, 37),
                    NamedArray.ofLongs("l", longs, 37, 1),
                    NamedArray.ofBytes("b", new byte[] {-1, 0, 1}))));
    StateDict read = SafeTensors.read(new ByteArrayInputStream(file), file.length, "a", 24);
    assertThat(read.array("d").pages()).hasSize(13);
    assertThat(read.array("d").doubles()).isEqualTo(doubles);
    assertThat(read.array("f").floats()).isEqualTo(floats);
    assertThat(read.array("l").longs()).isEqualTo(longs);
    assertThat(read.array("b").longs()).containsExactly(255, 0, 1);
  }

  @Test
  void theArraysBeginAtMultiplesOfEight() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      byte[] file = file(ExampleModel.state(RandomStreams.of(4).at("states", seed)));
      assertThat(file[0] & 7).isZero();
      assertThat(file[8]).isEqualTo((byte) '{');
    }
  }

  @Test
  void aChannelIsReadFromWhereItStands(@TempDir Path folder) throws IOException {
    StateDict state = ExampleModel.state(RandomStreams.of(5).at("state"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[13]);
    SafeTensors.write(state, bytes);
    Path path = Files.write(folder.resolve("a"), bytes.toByteArray());
    try (FileChannel channel = FileChannel.open(path)) {
      channel.position(13);
      assertThat(ExampleModel.content(SafeTensors.read(channel, "a")))
          .isEqualTo(ExampleModel.content(state));
    }
  }

  @Test
  void noArraysAreAFileToo() throws IOException {
    byte[] file = file(StateDict.of(List.of()));
    assertThat(SafeTensors.read(file, "a").arrays()).isEmpty();
  }

  static byte[] file(StateDict state) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafeTensors.write(state, out);
    return out.toByteArray();
  }
}
