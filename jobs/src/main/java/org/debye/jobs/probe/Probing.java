package org.debye.jobs.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.jobs.Console;
import org.debye.jobs.train.TrainedEncoder;
import org.debye.learning.checkpoint.ModelCard;
import org.debye.learning.checkpoint.ModelFolder;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.probe.LinearProbe;
import org.debye.learning.probe.PeakAnswers;
import org.debye.learning.probe.Represented;
import org.debye.numeric.RandomStreams;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.training.HadoopFolderStore;
import org.debye.spark.training.LabelledDataset;
import org.debye.spark.training.RankExamples;

/** The three linear layers on an encoder, on the same encoder untrained, and on bare spectra. */
final class Probing {
  static final String ENCODER = "encoder";
  static final String UNTRAINED = "untrained encoder";
  static final String SPECTRA = "spectra";
  static final String BLIND = "blind";

  private final Console console;
  private final ProbeConfig config;
  private final Catalogue catalogue;
  private final TrainedEncoder encoder;
  private final HadoopSettings hadoop;

  Probing(
      Console console,
      ProbeConfig config,
      Catalogue catalogue,
      TrainedEncoder encoder,
      HadoopSettings hadoop) {
    this.console = console;
    this.config = config;
    this.catalogue = catalogue;
    this.encoder = encoder;
    this.hadoop = hadoop;
  }

  /**
   * What is answered, by what it is read off.
   *
   * @param most peaks of a frame, of all that are learnt from or asked about
   */
  Map<String, PeakAnswers> answers(ProbedFrames learnt, ProbedFrames asked, int most) {
    Map<String, PeakAnswers> answers = new LinkedHashMap<>();
    try (RankExamples learntFrom = read(learnt.frames());
        RankExamples askedAbout = read(asked.frames())) {
      SpectrumSource training = spectra(learntFrom);
      SpectrumSource test = spectra(askedAbout);
      RepresentationSettings settings = encoder.representation();
      StateDict weights = weights();
      String where = encoder.model().folder();
      answers.put(
          ENCODER,
          probe(
              ENCODER,
              new LinearProbe(
                  Represented.trained(training, settings, weights, where),
                  Represented.trained(test, settings, weights, where)),
              learnt,
              most));
      answers.put(
          UNTRAINED,
          probe(
              UNTRAINED,
              new LinearProbe(
                  Represented.untrained(training, settings, config.seed()),
                  Represented.untrained(test, settings, config.seed())),
              learnt,
              most));
      answers.put(SPECTRA, probe(SPECTRA, new LinearProbe(training, test), learnt, most));
    }
    answers.put(BLIND, PeakAnswers.blind(learnt.truth(), most, asked.count()));
    return answers;
  }

  private PeakAnswers probe(String what, LinearProbe probe, ProbedFrames learnt, int most) {
    console.progress("debye: linear layers learn from %s".formatted(what));
    return PeakAnswers.of(probe, learnt.truth(), most, config.heads().settings(config.seed()));
  }

  /** Prepared as the encoder's spectra were. */
  RankExamples read(List<LabelledDataset> datasets) {
    ModelCard card = encoder.model().card();
    return RankExamples.read(
        new RankExamples.Reading(
            catalogue,
            card.axis().axis(),
            card.treatment(),
            Long.MAX_VALUE,
            Path.of(System.getProperty("java.io.tmpdir"))),
        datasets);
  }

  static SpectrumSource spectra(RankExamples examples) {
    return examples.examples(SpectrumCopies.NONE, false, RandomStreams.of(0)).spectra();
  }

  private StateDict weights() {
    try {
      return ModelFolder.at(HadoopFolderStore.at(encoder.model().folder(), hadoop))
          .model()
          .weights();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
