package org.debye.inference.posteriordb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.debye.fixtures.SharedData;
import org.junit.jupiter.api.Assumptions;

/** One posterior's folder: its data, and its reference draws in ten chains of a thousand. */
final class PosteriorData {
  private final Path folder;
  private final Map<String, Object> data;

  private PosteriorData(Path folder) {
    this.folder = folder;
    data = map(JsonReader.read(text(folder.resolve("data.json"))));
  }

  /** Skips the test where the folder is not there. */
  static PosteriorData of(String posterior) {
    String relative = "posteriordb/" + posterior;
    Assumptions.assumeTrue(SharedData.find(relative).isPresent(), SharedData.absent(relative));
    return new PosteriorData(SharedData.find(relative).orElseThrow());
  }

  double number(String name) {
    return (Double) member(data, name);
  }

  double[] vector(String name) {
    return numbers((List<?>) member(data, name));
  }

  /** Rows one after another. */
  double[] matrix(String name) {
    return ((List<?>) member(data, name))
        .stream().flatMapToDouble(row -> Arrays.stream(numbers((List<?>) row))).toArray();
  }

  private static Object member(Map<String, Object> json, String name) {
    return Objects.requireNonNull(json.get(name), name);
  }

  /** All variables of the reference, each as chains x draws. */
  Map<String, double[][]> reference() {
    List<?> chains = (List<?>) JsonReader.read(zipped(folder.resolve("reference_draws.json.zip")));
    Map<String, double[][]> all = new LinkedHashMap<>();
    for (String variable : map(chains.get(0)).keySet()) {
      double[][] draws = new double[chains.size()][];
      for (int chain = 0; chain < draws.length; chain++) {
        draws[chain] = numbers((List<?>) member(map(chains.get(chain)), variable));
      }
      all.put(variable, draws);
    }
    return all;
  }

  private static double[] numbers(List<?> list) {
    return list.stream().mapToDouble(item -> (Double) item).toArray();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String zipped(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] bytes = zip.getInputStream(zip.entries().nextElement()).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
