package org.debye.unmixing.posterior;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;

/** A mixture as Stan's data: N, K, D, y (N x D), alpha0, alpha1, sigma and eta in a JSON object. */
record StanMixture(MixingModel model, Observations observations) {

  static StanMixture read(Path file) throws IOException {
    String json = Files.readString(file);
    int dimensions = (int) numbers(json, "D")[0];
    MixingModel model =
        new MixingModel(
            (int) numbers(json, "K")[0],
            dimensions,
            numbers(json, "alpha0")[0],
            numbers(json, "alpha1")[0],
            numbers(json, "sigma")[0],
            numbers(json, "eta")[0],
            NoiseModel.STANDARD_DEVIATION);
    int count = (int) numbers(json, "N")[0];
    return new StanMixture(model, new Observations(count, dimensions, numbers(json, "y")));
  }

  MixingDensity density() {
    return MixingDensity.of(model, observations, MixingDensity.Options.ofModel());
  }

  /** All numbers of one value, in order. */
  private static double[] numbers(String json, String key) {
    int at = json.indexOf("\"" + key + "\"");
    if (at < 0) {
      throw new IllegalArgumentException("no " + key + " in the data");
    }
    at = json.indexOf(':', at) + 1;
    int end = at;
    int depth = 0;
    while (depth > 0 || (json.charAt(end) != ',' && json.charAt(end) != '}')) {
      depth += json.charAt(end) == '[' ? 1 : json.charAt(end) == ']' ? -1 : 0;
      end++;
    }
    String flat = json.substring(at, end).replace("[", "").replace("]", "");
    return Arrays.stream(flat.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
