package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.debye.spark.table.Catalogue;

/** What can be held against what was there before. */
public final class TableState {
  private TableState() {}

  /** The version of every table that jobs of learning read and write. */
  public static Map<String, Long> versions(Catalogue catalogue) {
    Map<String, Long> versions = new TreeMap<>();
    versions.put("models", catalogue.models().version());
    versions.put("metrics", catalogue.metrics().version());
    versions.put("predictions", catalogue.predictions().version());
    versions.put("sweep_results", catalogue.sweepResults().version());
    versions.put("runs", catalogue.runs().version());
    versions.put("spectra", catalogue.spectra().version());
    versions.put("labels", catalogue.labels().version());
    versions.put("datasets", catalogue.datasets().version());
    return versions;
  }

  /** SHA-256 of the file that holds a model's weights. */
  public static String weights(Catalogue catalogue, String model) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(weightsFile(catalogue, model));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one file of weights of a model. */
  public static Path weightsFile(Catalogue catalogue, String model) throws IOException {
    try (Stream<Path> files = Files.list(folder(catalogue, model))) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().matches("model-.*\\.safetensors"))
              .toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }

  /** Where a model of a local catalogue lies. */
  public static Path folder(Catalogue catalogue, String model) {
    return Path.of(catalogue.location().substring("file://".length()), "models", model);
  }
}
