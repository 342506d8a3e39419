package org.debye.jobs.train;

import org.debye.classification.Weighting;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.scene.SpectraConfig;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.weight.Precision;
import org.jspecify.annotations.Nullable;

/** Keys of {@code train}. */
public record TrainConfig(
    @Key(
            meaning =
                "Networks: fcnn, cnn, resnet, conv-sc, xanes-mlp, xanes-cnn of single spectra;"
                    + " lstm, transformer, conv-sct of a dataset's frames in their order; binned,"
                    + " binned-end-to-end of single points, bin by bin. Rivals: minirocket-ridge,"
                    + " hydra-ridge, pca-logistic, random-forest, endmembers. Encoders of"
                    + " representations: supervised-contrast of labelled spectra; specselftime,"
                    + " specrr, specmoco, specrrmoco of any; linear, a layer on one of them;"
                    + " cross-entropy, the encoder of supervised-contrast and a layer, end to end.")
        ModelKind model,
    @Key(
            place = Key.Place.ANY,
            meaning = "Folder or URI of the tables: spectra and labels; models go below it.")
        String catalogue,
    @Key(
            meaning =
                "Name of the model, a folder below CATALOGUE/models; that of its kind when left"
                    + " out.")
        @Nullable String name,
    @Key(meaning = "Of linear: name or folder of the encoder that it learns on.")
        @Nullable String encoder,
    @Key(meaning = "Spectra.") SpectraConfig spectra,
    @Key(meaning = "Labels.") LabelsConfig labels,
    @Key(
            meaning =
                "What is done to each spectrum: none, unit-range, unit-maximum, unit-sum,"
                    + " unit-length, standard-score.",
            byDefault = "unit-maximum")
        IntensityScaling scaling,
    @Key(meaning = "Split.") SplitConfig split,
    @Key(meaning = "Copies.") CopiesConfig copies,
    @Key(meaning = "Bins.") BinsConfig bins,
    @Key(meaning = "Pretraining.") PretrainingConfig pretraining,
    @Key(
            meaning = "Of a network: times that it sees all training spectra, at most.",
            unit = "epochs",
            byDefault = "30")
        int epochs,
    @Key(
            meaning =
                "Of a network: spectra of a step, over all ranks. A dataset's frames stay together"
                    + " in a network that takes them in order.",
            unit = "spectra",
            byDefault = "64")
        int batch,
    @Key(meaning = "Optimiser.") OptimiserConfig optimiser,
    @Key(meaning = "Schedule.") ScheduleConfig schedule,
    @Key(meaning = "Stop.") StopConfig stop,
    @Key(meaning = "Of a network: share dropped after hidden layers.", unit = "1", byDefault = "0")
        double dropout,
    @Key(
            meaning = "How frames count: even, or balanced, so that each class counts the same.",
            byDefault = "even")
        Weighting weighting,
    @Key(
            meaning =
                "How probabilities are made to say how often they are right: none; temperature, by"
                    + " one number that the spectra of split.validation decide.",
            byDefault = "none")
        CalibrationKind calibration,
    @Key(
            meaning = "Of a network: float32, float64; bfloat16-autocast for GPUs.",
            byDefault = "float32")
        Precision precision,
    @Key(
            meaning =
                "Of a network: executors or GPUs that train together, one task each. Results"
                    + " depend on it in their last digits.",
            unit = "ranks",
            byDefault = "1")
        int ranks,
    @Key(
            meaning =
                "Of a network: least time between two checkpoints, from which a killed run goes"
                    + " on; 0 for one after each epoch.",
            unit = "s",
            byDefault = "30")
        double checkpointEvery,
    @Key(
            meaning = "Spectra that a rank holds in memory; more of them lie on its local disk.",
            unit = "MiB",
            byDefault = "1024")
        int memory,
    @Key(
            meaning =
                "Train again where a model of this name was trained with other settings; that one"
                    + " is lost.",
            byDefault = "false")
        boolean overwrite,
    @Key(
            meaning = "Seed of weights, order, copies, dropout and splits.",
            unit = "1",
            byDefault = "1")
        long seed,
    @Key(meaning = "Draw figures below CATALOGUE/figures/NAME.", byDefault = "true")
        boolean figures) {

  public TrainConfig {
    InvalidValue.unless(
        name == null || name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"),
        "name",
        "'" + name + "' is not a name of letters, digits, dots, dashes and underscores",
        "Write a short word, such as cnn-7.");
    InvalidValue.unless(epochs >= 1, "epochs", epochs + " is below 1", "Write 30, for example.");
    InvalidValue.unless(batch >= 1, "batch", batch + " is below 1", "Write 64, for example.");
    InvalidValue.unless(
        dropout >= 0 && dropout < 1,
        "dropout",
        dropout + " is not at least 0 and below 1",
        "Write 0 for none.");
    InvalidValue.unless(ranks >= 1, "ranks", ranks + " is below 1", "Write 1.");
    InvalidValue.unless(
        checkpointEvery >= 0,
        "checkpointEvery",
        checkpointEvery + " is below 0",
        "Write 0 for a checkpoint after each epoch.");
    InvalidValue.unless(memory >= 0, "memory", memory + " is below 0", "Write 1024.");
    InvalidValue.unless(
        stop.patience() == 0 || (split.kind().hasValidation() && split.validation() > 0),
        "stop",
        "patience needs validation, and there is none",
        "Set split.kind=hold-out and split.validation=0.15, or stop.patience=0.");
    InvalidValue.unless(
        calibration == CalibrationKind.NONE
            || (split.kind().hasValidation() && split.validation() > 0),
        "calibration",
        "a temperature needs validation, and there is none",
        "Set split.kind=hold-out and split.validation=0.1, or calibration=none.");
    InvalidValue.unless(
        calibration == CalibrationKind.NONE || model.pretraining().isEmpty(),
        "calibration",
        "an encoder has no probabilities",
        "Write calibration=none; the linear layer on it may have one.");
    InvalidValue.unless(
        split.kind() != SplitKind.FEW_LABELS || labels.budget() != null,
        "split.kind",
        "few-labels without a number of labels",
        "Set labels.each=5, labels.share=0.028 or labels.counts=[before=15,after=25].");
    InvalidValue.unless(
        (model == ModelKind.LINEAR) == (encoder != null),
        "encoder",
        model == ModelKind.LINEAR ? "linear needs an encoder" : model.key() + " takes no encoder",
        "Write model=linear encoder=specrrmoco, for example.");
    InvalidValue.unless(
        model.pretraining().isEmpty() || split.kind().suits(model.pretraining().get()),
        "split.kind",
        "an encoder is not tested with labels while it is trained",
        "Write split.kind=none; evaluate tests it.");
    InvalidValue.unless(
        model.pretraining().isEmpty() || stop.patience() == 0,
        "stop.patience",
        "an encoder is not checked while it is trained",
        "Write stop.patience=0; the linear layer has patience.");
    InvalidValue.unless(
        ranks == 1 || model.isNetwork(),
        "ranks",
        model.key() + " is fitted by one rank",
        "Leave ranks out.");
  }

  /** Name of the model. */
  String title() {
    return name == null ? model.key() : name;
  }
}
