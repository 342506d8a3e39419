package org.debye.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.spark.table.Catalogue;

/** What can be held against what was there before. */
public final class TableState {
  private static final Pattern WEIGHTS = Pattern.compile("\"(model-[^\"]+\\.safetensors)\"");

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

  /** The file of weights that a model's card names; killed writers may have left others. */
  public static Path weightsFile(Catalogue catalogue, String model) throws IOException {
    Path folder = folder(catalogue, model);
    Matcher name = WEIGHTS.matcher(Files.readString(folder.resolve("card.json")));
    assertThat(name.find()).isTrue();
    return folder.resolve(name.group(1));
  }

  /** Where a model of a local catalogue lies. */
  public static Path folder(Catalogue catalogue, String model) {
    return Path.of(catalogue.location().substring("file://".length()), "models", model);
  }
}
