package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.debye.failure.InputException;
import org.debye.fixtures.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged models: weights alone, and folders whose card says what the weights are. */
final class ModelFuzzTest {
  @TempDir Path folder;

  /** Files in memory, none of which is written. */
  private record Kept(Map<String, byte[]> files) implements FolderStore {
    @Override
    public void put(String name, Content content) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean exists(String name) {
      return files.containsKey(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
      byte[] content = files.get(name);
      if (content == null) {
        throw new FileNotFoundException(name);
      }
      return new ByteArrayInputStream(content);
    }

    @Override
    public void delete(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Entry> list() {
      List<Entry> entries = new ArrayList<>();
      files.forEach((name, content) -> entries.add(new Entry(name, content.length, 0)));
      return entries;
    }

    @Override
    public String location() {
      return "model";
    }
  }

  private Map<String, byte[]> model() {
    ModelFolder.at(new LocalFolderStore(folder)).save(ExampleModel.checkpoint(3, "run"), 0);
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.toFile().getName(), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Map<String, byte[]> weights() {
    Map<String, byte[]> files = new HashMap<>();
    for (int epoch = 1; epoch < 6; epoch++) {
      try {
        files.put(
            epoch + ".safetensors",
            SafeTensorsTest.file(ExampleModel.checkpoint(epoch, "run").weights()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  @Test
  void someHundredDamagedModelsAreReadOrRefused() {
    Fuzzing.check("weights", Fuzzing.run(weights(), ModelFuzzTest::readWeights, 0, 500));
    checkModels(models(500));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedModelsAreReadOrRefused() {
    Fuzzing.check("weights", Fuzzing.run(weights(), ModelFuzzTest::readWeights, 0, 10_000));
    checkModels(models(10_000));
  }

  /** Names of files of weights are random, so how many cases are read is not the same twice. */
  private static void checkModels(Fuzzing.Report report) {
    System.out.println("models: " + report);
    assertThat(report.failures()).isEmpty();
    assertThat(report.refused()).isPositive();
  }

  /** The digests of the card protect the weights, and its own digest protects the card. */
  private Fuzzing.Report models(int cases) {
    Map<String, byte[]> sound = model();
    Checkpoint expected = ModelFolder.at(new Kept(sound)).latest().orElseThrow();
    return Fuzzing.run(
        sound,
        (name, damaged) -> {
          Map<String, byte[]> files = new HashMap<>(sound);
          files.put(name, damaged);
          try {
            Checkpoint read = ModelFolder.at(new Kept(files)).latest().orElseThrow();
            assertThat(read.card()).isEqualTo(expected.card());
            assertThat(ExampleModel.content(read.weights()))
                .isEqualTo(ExampleModel.content(expected.weights()));
            return true;
          } catch (InputException e) {
            assertThat(e).hasMessageStartingWith("model");
            return false;
          }
        },
        0,
        cases);
  }

  private static boolean readWeights(String name, byte[] damaged) {
    try {
      StateDict state = SafeTensors.read(damaged, name);
      for (NamedArray array : state.arrays()) {
        assertThat(array.byteSize()).isLessThanOrEqualTo(damaged.length);
      }
      return true;
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith(name);
      return false;
    }
  }

  @Test
  void aCardThatClaimsAnEnormousFileAsksForNoMemory() {
    String header =
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[250000000000],"
            + "\"data_offsets\":[0,1000000000000]}}";
    byte[] json = header.getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[8 + json.length];
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    long claimed = bytes.length + 1_000_000_000_000L;
    assertThatThrownBy(() -> SafeTensors.read(new ByteArrayInputStream(bytes), claimed, "w"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("are not there");
  }

  @Test
  void aCardCannotNameFilesOutsideOfItsFolder() {
    Map<String, byte[]> files = model();
    String card =
        new String(files.getOrDefault(CardJson.FILE, new byte[0]), StandardCharsets.UTF_8);
    String escaping =
        card.replaceAll("model-000003-[0-9a-f]{12}\\.safetensors", "../../other.safetensors");
    assertThat(escaping).isNotEqualTo(card);
    files.put(CardJson.FILE, escaping.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> ModelFolder.at(new Kept(files)).model())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'../../other.safetensors' is no name of a file of weights");
  }
}
