package org.debye.jobs.represent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.debye.jobs.CommandRun;
import org.debye.jobs.ExitCode;
import org.debye.jobs.train.SmallRamps;
import org.debye.spark.table.Catalogue;

/** Encoders that learn on {@link SmallRamps} in seconds. */
final class SmallEncoders {
  private static final List<String> SMALL =
      List.of(
          "split.kind=none",
          "spectra.dataset=[D1,D2]",
          "pretraining.width=16",
          "pretraining.channels=4",
          "pretraining.places=12",
          "pretraining.views=3",
          "pretraining.dimension=8",
          "epochs=3",
          "batch=30");

  private SmallEncoders() {}

  static void train(Catalogue catalogue, String model, String... words) {
    List<String> all = new ArrayList<>(SMALL);
    all.add("model=" + model);
    all.addAll(List.of(words));
    CommandRun run = SmallRamps.train(catalogue, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
  }

  static CommandRun represent(Catalogue catalogue, String... words) {
    return CommandRun.of(words(catalogue, words).toArray(String[]::new));
  }

  /** The job's words; without figures where they do not ask for some. */
  static List<String> words(Catalogue catalogue, String... words) {
    List<String> all = new ArrayList<>(List.of("represent", "catalogue=" + catalogue.location()));
    if (!List.of(words).contains("figures=true")) {
      all.add("figures=false");
    }
    all.addAll(List.of(words));
    return all;
  }
}
