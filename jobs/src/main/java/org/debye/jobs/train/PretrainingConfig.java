package org.debye.jobs.train;

import java.util.List;
import org.debye.augmentation.AugmentationChain;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.contrast.ContrastSettings;
import org.debye.learning.contrast.MomentumSettings;
import org.debye.learning.data.Views;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.pretrain.SelfSupervisedSettings;
import org.debye.learning.storage.CrossEntropyCard;
import org.debye.learning.storage.PretrainedCard;
import org.debye.learning.storage.PretrainingMethod;

/** Keys of {@code pretraining}: how an encoder learns representations. */
public record PretrainingConfig(
    @Key(
            meaning =
                "What a view of a spectrum is made by, in this order: unit-range, jitter, scaling,"
                    + " magnitude-warp, angle-warp, window-slice, energy-shift.",
            byDefault = "[magnitude-warp, angle-warp]")
        List<AugmentationKind> augmentation,
    @Key(
            meaning = "That each of them is applied, but for unit-range, which always is.",
            unit = "1",
            byDefault = "0.2")
        double probability,
    @Key(
            meaning = "Of a representation; 256 as in the thesis.",
            unit = "numbers",
            byDefault = "256")
        int width,
    @Key(meaning = "Of the encoder's convolutions.", unit = "channels", byDefault = "16")
        int channels,
    @Key(
            meaning = "That the encoder's adaptive mean leaves of a spectrum.",
            unit = "points",
            byDefault = "236")
        int places,
    @Key(meaning = "Of a spectrum in relations, K.", unit = "views", byDefault = "6") int views,
    @Key(
            meaning = "Of distance between pieces of a spectrum, C.",
            unit = "classes",
            byDefault = "5")
        int distances,
    @Key(
            meaning = "That a dataset's frames are parted into along its course or a condition, T.",
            unit = "classes",
            byDefault = "5")
        int parts,
    @Key(
            meaning =
                "What these parts are along: course, the order of frames; or the name of a condition"
                    + " that all frames have, such as pressure_GPa.",
            byDefault = "course")
        String along,
    @Key(
            meaning = "Of the contrastive loss of specrrmoco beside that of relations, c.",
            unit = "1",
            byDefault = "0.01")
        double coefficient,
    @Key(meaning = "Of the projection that is contrasted.", unit = "numbers", byDefault = "128")
        int dimension,
    @Key(meaning = "That scalar products are divided by.", unit = "1", byDefault = "0.1")
        double temperature,
    @Key(
            meaning = "Keys in the queue of momentum contrast; 0 for twice the spectra.",
            unit = "keys",
            byDefault = "0")
        int queue,
    @Key(meaning = "Of the key encoder.", unit = "1", byDefault = "0.99") double momentum) {

  public PretrainingConfig {
    augmentation = List.copyOf(augmentation);
    InvalidValue.unless(
        probability >= 0 && probability <= 1,
        "probability",
        probability + " is not within 0 and 1",
        "Write 0.2, for example.");
    InvalidValue.unless(
        coefficient >= 0 && Double.isFinite(coefficient),
        "coefficient",
        coefficient + " is no weight of a loss",
        "Write 0.01; for contrast alone set model=specmoco.");
    InvalidValue.unless(queue >= 0, "queue", queue + " is below 0", "Leave it out.");
    InvalidValue.unless(parts >= 3, "parts", parts + " is below 3", "Write 5.");
    InvalidValue.unless(distances >= 3, "distances", distances + " is below 3", "Write 5.");
    InvalidValue.unless(views >= 2, "views", views + " is below 2", "Write 6.");
  }

  /**
   * The encoder and how it learns.
   *
   * @param spectra that it learns from
   */
  PretrainedCard card(PretrainingMethod method, int spectra) {
    MomentumSettings contrast =
        new MomentumSettings(
            new ContrastSettings(dimension, temperature),
            queue == 0 ? Math.multiplyExact(2, spectra) : queue,
            momentum);
    return new PretrainedCard(
        method,
        new RepresentationSettings(width, channels, places, method.needsLabels()),
        new SelfSupervisedSettings(weight(method), views, distances, parts(method), contrast),
        new Views(chain()));
  }

  /**
   * The twin of supervised contrast: the same encoder, that learns with a linear layer.
   *
   * @param classes that it tells apart
   */
  CrossEntropyCard classifier(int classes) {
    return new CrossEntropyCard(
        new RepresentationSettings(width, channels, places, true), new Views(chain()), classes);
  }

  private AugmentationChain chain() {
    return new AugmentationChain(
        augmentation.stream()
            .map(kind -> new AugmentationChain.Step(kind.usual(), kind.probability(probability)))
            .toList());
  }

  private double weight(PretrainingMethod method) {
    return switch (method) {
      case SPECSELFTIME, SPECRR -> 0;
      case SPECMOCO, SUPERVISED_CONTRAST -> Double.POSITIVE_INFINITY;
      case SPECRRMOCO -> coefficient;
    };
  }

  private int parts(PretrainingMethod method) {
    return method == PretrainingMethod.SPECSELFTIME ? 0 : parts;
  }
}
