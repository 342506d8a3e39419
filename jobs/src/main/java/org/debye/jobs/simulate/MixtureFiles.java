package org.debye.jobs.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.Console;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.Observations;

/**
 * A simulated mixture as files for other programs: {@code data.json} as Stan's data block wants it
 * (N, K, D, y, alpha0, alpha1, sigma, eta), {@code observations.csv}, and {@code truth.json}.
 */
final class MixtureFiles {
  private static final List<String> NAMES = List.of("data.json", "observations.csv", "truth.json");

  private final MixingModel model;
  private final Mixture truth;
  private final Observations observed;

  private MixtureFiles(MixingModel model, MixtureSimulator.Simulated drawn) {
    this.model = model;
    this.truth = drawn.truth();
    this.observed = drawn.observed();
  }

  /**
   * Writes the files; the truth last.
   *
   * @throws InputException one is there and is not to be overwritten
   */
  static void write(SimulateConfig config, Console console) {
    Path folder = config.folder();
    for (String name : NAMES) {
      if (Files.exists(folder.resolve(name)) && !config.overwrite()) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            folder.resolve(name).toString(),
            "it is there already",
            "Name another output or set overwrite=true.");
      }
    }
    MixingModel model = config.mixture().model();
    MixtureFiles files =
        new MixtureFiles(
            model,
            MixtureSimulator.simulate(
                model,
                config.mixture().observations(),
                RandomStreams.of(config.seed()).under("mixture")));
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(NAMES.get(0)), files.data());
      Files.writeString(folder.resolve(NAMES.get(1)), files.observations());
      Files.writeString(folder.resolve(NAMES.get(2)), files.truth(config.seed()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.line("data      " + folder.resolve(NAMES.get(0)) + ", as Stan's data block");
    console.line("table     " + folder.resolve(NAMES.get(1)));
    console.line("truth     " + folder.resolve(NAMES.get(2)));
  }

  private String data() {
    return String.format(
        Locale.ROOT,
        "{\"N\":%d,\"K\":%d,\"D\":%d,\"alpha0\":%s,\"alpha1\":%s,\"sigma\":%s,\"eta\":%s,\"y\":%s}%n",
        observed.count(),
        model.endmembers(),
        model.dimensions(),
        model.alpha0(),
        model.alpha1(),
        model.sigma(),
        model.eta(),
        rows(observed.count(), i -> row(observed.values(), i, model.dimensions())));
  }

  private String observations() {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add(
        String.join(
            ",", IntStream.rangeClosed(1, model.dimensions()).mapToObj(d -> "y" + d).toList()));
    for (int i = 0; i < observed.count(); i++) {
      String row = row(observed.values(), i, model.dimensions());
      lines.add(row.substring(1, row.length() - 1));
    }
    return lines.toString();
  }

  /** C is D x K, as in Stan; L holds the correlation factors one after another, D x D each. */
  private String truth(long seed) {
    int k = model.endmembers();
    int d = model.dimensions();
    double[] turned = new double[k * d];
    for (int i = 0; i < k * d; i++) {
      turned[i % d * k + i / d] = truth.endmembers()[i];
    }
    return String.format(
        Locale.ROOT,
        "{\"seed\":%d,\"noise\":\"%s\",\"w\":%s,\"C\":%s,\"s\":%s,\"L\":%s,\"phi\":%s}%n",
        seed,
        model.noise().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        row(truth.weights(), 0, k),
        rows(d, i -> row(turned, i, k)),
        row(truth.scales(), 0, d),
        rows(model.correlationFactors(), f -> rows(d, i -> row(truth.correlation(), f * d + i, d))),
        rows(observed.count(), i -> row(truth.abundances(), i, k)));
  }

  private static String rows(int count, IntFunction<String> row) {
    StringJoiner out = new StringJoiner(",", "[", "]");
    for (int i = 0; i < count; i++) {
      out.add(row.apply(i));
    }
    return out.toString();
  }

  private static String row(double[] values, int row, int columns) {
    return rows(columns, column -> Double.toString(values[row * columns + column]));
  }
}
