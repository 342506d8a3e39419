package org.debye.jobs.train;

import java.util.Optional;
import org.debye.classification.split.Grouping;
import org.debye.classification.split.LeaveOneDatasetOut;
import org.debye.classification.split.SplitPlan;
import org.debye.classification.split.StratifiedFolds;
import org.debye.classification.split.StratifiedHoldOut;
import org.debye.classification.split.ThesisProtocol;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code split}: what is learnt from, checked by and tested with. */
public record SplitConfig(
    @Key(
            meaning =
                "hold-out, a share; leave-one-dataset-out, a model for each dataset, trained on all"
                    + " others; folds; thesis, a model for each dataset, trained on every tenth of"
                    + " its frames; none, one model of all frames.",
            byDefault = "hold-out")
        SplitKind kind,
    @Key(
            meaning =
                "What stays together in hold-out and folds: by-dataset; by-frame lets neighbours of"
                    + " a test frame, nearly equal to it, into the training.",
            byDefault = "by-dataset")
        Grouping grouping,
    @Key(
            meaning = "Of hold-out: part that training is checked by after each epoch.",
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
        int stride) {

  public SplitConfig {
    InvalidValue.unless(
        validation >= 0 && test > 0 && validation + test < 1,
        "test",
        "shares of %s for validation and %s for the test".formatted(validation, test),
        "Write shares that together are below 1, the test's above 0.");
    InvalidValue.unless(folds >= 2, "folds", folds + " is below 2", "Write 5, for example.");
    InvalidValue.unless(stride >= 1, "stride", stride + " is below 1", "Write 10.");
  }

  /** Empty where all frames are learnt from. */
  Optional<SplitPlan> plan() {
    return switch (kind) {
      case HOLD_OUT -> Optional.of(new StratifiedHoldOut(validation, test, grouping));
      case LEAVE_ONE_DATASET_OUT -> Optional.of(new LeaveOneDatasetOut());
      case FOLDS -> Optional.of(new StratifiedFolds(folds, grouping));
      case THESIS ->
          Optional.of(
              new ThesisProtocol(
                  stride,
                  ThesisProtocol.PUBLISHED.droppedBefore(),
                  ThesisProtocol.PUBLISHED.droppedAfter()));
      case NONE -> Optional.empty();
    };
  }
}
