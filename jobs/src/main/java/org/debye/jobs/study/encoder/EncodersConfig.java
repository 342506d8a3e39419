package org.debye.jobs.study.encoder;

import java.util.List;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.scene.SpectraConfig;
import org.debye.jobs.train.OptimiserConfig;
import org.debye.jobs.train.PretrainingConfig;
import org.debye.jobs.train.ScheduleConfig;
import org.debye.jobs.value.DatasetGroup;
import org.debye.learning.checkpoint.IntensityScaling;
import org.jspecify.annotations.Nullable;

/** Keys of {@code encoders}: the study of what few labels make of representations. */
public record EncodersConfig(
    @Key(
            meaning =
                "Encoders, each with a linear layer: specselftime, specrr, specmoco, specrrmoco;"
                    + " untrained. What the labels make of the spectra themselves: intensities and"
                    + " components (a linear layer), spectral-clusters, minirocket-ridge,"
                    + " hydra-ridge, cnn, conv-sc.")
        List<EncoderMethod> methods,
    @Key(meaning = "Spectra.") SpectraConfig spectra,
    @Key(
            meaning =
                "Ids or names of the datasets that encoders learn from, without their labels, with"
                    + " * and ?; all that are taken when empty.",
            byDefault = "[]")
        List<String> pretrainOn,
    @Key(
            meaning =
                "Ids or names of the datasets that labels are drawn from, with * and ?; all that"
                    + " are taken when empty.",
            byDefault = "[]")
        List<String> labelsFrom,
    @Key(
            meaning =
                "Who says what is true: import, or simulation:VERSION; needed where there are"
                    + " several.")
        @Nullable String origin,
    @Key(
            meaning =
                "Scores are averaged over the datasets of a group, as in FeO=D8+D9; one group of"
                    + " all when empty.",
            byDefault = "[]")
        List<DatasetGroup> groups,
    @Key(
            meaning =
                "Numbers of labels: before=15+during=5+after=25 by class, each=5, share=0.1, or"
                    + " total=22, shared out as the classes are and two of each at least.")
        List<Budget> budgets,
    @Key(
            meaning =
                "Leave each dataset out in turn, and judge by it alone: none; labels, it gives"
                    + " none; spectra, nor does an encoder learn from its spectra, so that there is"
                    + " one more encoder for each dataset of encoders.pretrain-on.",
            byDefault = "none")
        LeaveOut leaveOut,
    @Key(
            meaning = "Part of the drawn labels of a class by which the linear layer stops.",
            unit = "1",
            byDefault = "0.333")
        double validation,
    @Key(
            meaning =
                "Take the labels of a class from as many datasets as can be, as somebody does who"
                    + " chooses representative ones.",
            byDefault = "true")
        boolean spread,
    @Key(
            meaning = "How often everything is done anew: pre-training, labels, linear layer.",
            unit = "runs",
            byDefault = "20")
        int runs,
    @Key(
            meaning = "How often labels are drawn for each encoder of a run.",
            unit = "draws",
            byDefault = "1")
        int draws,
    @Key(
            meaning =
                "What is done to each spectrum: none, unit-range, unit-maximum, unit-sum,"
                    + " unit-length, standard-score.",
            byDefault = "unit-range")
        IntensityScaling scaling,
    @Key(
            meaning =
                "Weights c of contrast in specrrmoco, each an encoder of its own;"
                    + " pretraining.coefficient alone when empty.",
            byDefault = "[]")
        List<Double> coefficients,
    @Key(
            meaning =
                "Augmentations in their order, each an encoder of its own, as"
                    + " window-slice+angle-warp; pretraining.augmentation alone when empty.",
            byDefault = "[]")
        List<ViewChain> augmentations,
    @Key(meaning = "Pretraining.") PretrainingConfig pretraining,
    @Key(meaning = "Of pre-training.", unit = "epochs", byDefault = "800") int epochs,
    @Key(meaning = "Of a step of pre-training.", unit = "spectra", byDefault = "512") int batch,
    @Key(meaning = "Optimiser.") OptimiserConfig optimiser,
    @Key(meaning = "Schedule.") ScheduleConfig schedule,
    @Key(
            meaning =
                "Least time between two checkpoints of a pre-training, from which a killed study"
                    + " goes on.",
            unit = "s",
            byDefault = "60")
        double checkpointEvery,
    @Key(meaning = "Linear layer.") LinearConfig linear,
    @Key(
            meaning = "Of cnn and conv-sc, by Adam with rate 0.002.",
            unit = "epochs",
            byDefault = "100")
        int supervisedEpochs) {

  public EncodersConfig {
    methods = List.copyOf(methods);
    InvalidValue.unless(
        !methods.isEmpty(), "methods", "none is named", "Write methods: [specrrmoco, cnn].");
    InvalidValue.unless(
        methods.stream().distinct().count() == methods.size(),
        "methods",
        "one is named twice",
        "Name each once.");
    InvalidValue.unless(
        !budgets.isEmpty(), "budgets", "none is given", "Write budgets: [each=5, share=0.1].");
    InvalidValue.unless(
        budgets.stream().map(Budget::text).distinct().count() == budgets.size(),
        "budgets",
        "one is given twice",
        "Give each once.");
    InvalidValue.unless(
        validation >= 0 && validation < 1,
        "validation",
        validation + " is not at least 0 and below 1",
        "Write 0.333, or 0 for none.");
    InvalidValue.unless(runs >= 1, "runs", runs + " is below 1", "Write 20.");
    InvalidValue.unless(draws >= 1, "draws", draws + " is below 1", "Write 1.");
    InvalidValue.unless(epochs >= 1, "epochs", epochs + " is below 1", "Write 800.");
    InvalidValue.unless(batch >= 2, "batch", batch + " is below 2", "Write 512.");
    InvalidValue.unless(
        checkpointEvery >= 0, "checkpointEvery", checkpointEvery + " is below 0", "Write 60.");
    InvalidValue.unless(
        supervisedEpochs >= 1, "supervisedEpochs", supervisedEpochs + " is below 1", "Write 100.");
    InvalidValue.unless(
        coefficients.stream().allMatch(c -> c > 0 && Double.isFinite(c)),
        "coefficients",
        "one of " + coefficients + " is no weight of a loss",
        "Write numbers above 0; 0 is the method specrr, infinity specmoco.");
  }
}
