package org.debye.learning.fewlabels;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.debye.learning.collective.Alone;
import org.debye.learning.data.Examples;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.loss.CrossEntropy;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.network.GivenRepresentation;
import org.debye.learning.predict.Prediction;
import org.debye.learning.predict.Predictor;
import org.debye.learning.train.Supervised;
import org.debye.learning.train.Trainer;
import org.debye.learning.train.TrainingSettings;
import org.debye.learning.train.TrainingWatch;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.jspecify.annotations.Nullable;

/**
 * A classifier that is taught by the labels of some spectra, stops by those of some more, and is
 * asked about all.
 */
public final class Teaching {
  /** Spectra that are asked about at once. */
  private static final int ASKED = 32;

  private final TrainingSettings settings;
  private final SpectrumSource spectra;
  private final int[] labels;
  private final int classes;
  private final Function<WeightPlan, Classifier> network;

  private Teaching(
      TrainingSettings settings,
      SpectrumSource spectra,
      int[] labels,
      int classes,
      Function<WeightPlan, Classifier> network) {
    this.settings = settings;
    this.spectra = spectra;
    this.labels = labels;
    this.classes = classes;
    this.network = network;
  }

  /**
   * A linear layer on representations that stay as they are (section 7.2.1 of Sun's thesis).
   *
   * @param labels class of each
   */
  public static Teaching linear(
      TrainingSettings settings, SpectrumSource representations, int[] labels, int classes) {
    GivenRepresentation given = new GivenRepresentation(representations.points());
    return new Teaching(
        settings, representations, labels, classes, plan -> Classifier.on(plan, given, classes));
  }

  /**
   * A whole network.
   *
   * @param architecture one that takes single spectra
   */
  public static Teaching network(
      TrainingSettings settings,
      Architecture architecture,
      SpectrumSource spectra,
      int[] labels,
      int classes) {
    return network(settings, architecture, 0, spectra, labels, classes);
  }

  /**
   * The same with dropout.
   *
   * @param dropout share dropped after hidden layers, where the network has such a thing
   */
  public static Teaching network(
      TrainingSettings settings,
      Architecture architecture,
      double dropout,
      SpectrumSource spectra,
      int[] labels,
      int classes) {
    EncoderSettings encoder = new EncoderSettings(spectra.points(), dropout);
    return new Teaching(
        settings,
        spectra,
        labels,
        classes,
        plan -> Classifier.build(plan, architecture, encoder, classes));
  }

  /**
   * Teaches and asks about all.
   *
   * @param training numbers of the spectra that it learns from
   * @param validation numbers of those that it stops by; may be none
   * @return probabilities of each class for each of all spectra, row major
   */
  public double[] probabilities(int[] training, int[] validation) {
    int[] all = new int[labels.length];
    Arrays.setAll(all, i -> i);
    return probabilities(training, validation, all);
  }

  /**
   * Teaches and asks about some.
   *
   * @param asked numbers of those that it is asked about; their labels are not looked at
   * @return probabilities of each class for each of these, in their order, row major
   */
  public double[] probabilities(int[] training, int[] validation, int[] asked) {
    WeightPlan plan = new WeightPlan();
    Classifier classifier = network.apply(plan);
    try (WeightBlock block = WeightBlock.allocate(plan, Placement.CPU)) {
      block.initialise(settings.seed());
      Supervised objective = new Supervised(classifier, new CrossEntropy(classes));
      new Trainer(settings, objective, block, new Alone())
          .train(
              some(training),
              validation.length == 0 ? null : some(validation),
              null,
              TrainingWatch.SILENT);
      Predictor predictor = new Predictor(classifier, Placement.CPU, ASKED);
      return rows(predictor.predict(some(asked)), asked);
    }
  }

  private double[] rows(@Nullable Prediction[] predictions, int[] asked) {
    double[] rows = new double[asked.length * classes];
    for (int i = 0; i < asked.length; i++) {
      double[] row = Objects.requireNonNull(predictions[asked[i]]).probabilities();
      System.arraycopy(row, 0, rows, i * classes, classes);
    }
    return rows;
  }

  private Examples some(int[] chosen) {
    long[] ids = new long[labels.length];
    Arrays.setAll(ids, i -> i);
    return new Examples(
        spectra, labels, ids, Arrays.stream(chosen).mapToObj(i -> new int[] {i}).toList());
  }
}
