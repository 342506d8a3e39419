package org.debye.jobs.train;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.debye.classification.split.FewLabels;
import org.debye.classification.split.Grouping;
import org.debye.classification.split.LabelBudget;
import org.debye.classification.split.LeaveOneDatasetOut;
import org.debye.classification.split.RepresentativeFrames;
import org.debye.classification.split.SplitPlan;
import org.debye.classification.split.StratifiedFolds;
import org.debye.classification.split.StratifiedHoldOut;
import org.debye.classification.split.ThesisProtocol;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.jspecify.annotations.Nullable;

/** Keys of {@code split}: what is learnt from, checked by and tested with. */
public record SplitConfig(
    @Key(
            meaning =
                "hold-out, a share; leave-one-dataset-out, a model for each dataset, trained on all"
                    + " others; folds; thesis, a model for each dataset, trained on every tenth of"
                    + " its frames; few-labels, models of a few labels each, drawn anew, tested with"
                    + " all other frames; none, one model of all frames. An encoder takes none, and"
                    + " supervised-contrast hold-out, of which it learns from the training part"
                    + " alone.",
            byDefault = "hold-out")
        SplitKind kind,
    @Key(
            meaning =
                "What stays together in hold-out and folds: by-dataset; by-frame lets neighbours of"
                    + " a test frame, nearly equal to it, into the training.",
            byDefault = "by-dataset")
        Grouping grouping,
    @Key(
            meaning =
                "Of hold-out and few-labels: part that training is checked by after each epoch.",
            unit = "1",
            byDefault = "0")
        double validation,
    @Key(meaning = "Of hold-out: part that is tested with.", unit = "1", byDefault = "0.25")
        double test,
    @Key(meaning = "Of folds: how many.", unit = "folds", byDefault = "5") int folds,
    @Key(
            meaning = "Of thesis: one of how many frames is learnt from.",
            unit = "frames",
            byDefault = "10")
        int stride,
    @Key(meaning = "Of few-labels: how often labels are drawn.", unit = "runs", byDefault = "20")
        int runs,
    @Key(
            meaning =
                "Of few-labels: ids or names of the datasets that labels are drawn from, with * and"
                    + " ?; all when empty.",
            byDefault = "[]")
        List<String> from,
    @Key(
            meaning =
                "Of few-labels: true takes the labels of a class from as many datasets as can be,"
                    + " as somebody does who chooses representative ones.",
            byDefault = "false")
        boolean spread) {

  public SplitConfig {
    InvalidValue.unless(
        validation >= 0 && test > 0 && validation + test < 1,
        "test",
        "shares of %s for validation and %s for the test".formatted(validation, test),
        "Write shares that together are below 1, the test's above 0.");
    InvalidValue.unless(runs >= 1, "runs", runs + " is below 1", "Write 20.");
    InvalidValue.unless(folds >= 2, "folds", folds + " is below 2", "Write 5, for example.");
    InvalidValue.unless(stride >= 1, "stride", stride + " is below 1", "Write 10.");
  }

  /**
   * Empty where all frames are learnt from.
   *
   * @param budget of labels, or null for all
   * @param drawn ids of the datasets that few labels are drawn from
   */
  Optional<SplitPlan> plan(@Nullable LabelBudget budget, Set<String> drawn) {
    return switch (kind) {
      case FEW_LABELS ->
          Optional.of(
              new FewLabels(runs, Objects.requireNonNull(budget), drawn, validation, spread));
      case HOLD_OUT -> Optional.of(new StratifiedHoldOut(validation, test, grouping));
      case LEAVE_ONE_DATASET_OUT -> Optional.of(new LeaveOneDatasetOut());
      case FOLDS -> Optional.of(new StratifiedFolds(folds, grouping));
      case THESIS ->
          Optional.of(
              new ThesisProtocol(
                  new RepresentativeFrames(
                      stride,
                      RepresentativeFrames.OF_ONE_RAMP.droppedBefore(),
                      RepresentativeFrames.OF_ONE_RAMP.droppedAfter())));
      case NONE -> Optional.empty();
    };
  }
}
