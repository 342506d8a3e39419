package org.debye.jobs.train;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.optimise.Schedule;

/** Keys of {@code schedule}: the learning rate over the epochs. */
public record ScheduleConfig(
    @Key(meaning = "constant, step, warm-up-cosine.", byDefault = "constant") ScheduleKind kind,
    @Key(meaning = "Of step: falls every so many.", unit = "epochs", byDefault = "30") int every,
    @Key(meaning = "Of step: what is left of the rate.", unit = "1", byDefault = "0.1")
        double times,
    @Key(meaning = "Of warm-up-cosine: length of the rise.", unit = "epochs", byDefault = "5")
        int warmUp,
    @Key(
            meaning = "Of warm-up-cosine: share of the rate that it rises from.",
            unit = "1",
            byDefault = "0.1")
        double from) {

  public ScheduleConfig {
    InvalidValue.unless(every >= 1, "every", every + " is below 1", "Write 30, for example.");
    InvalidValue.unless(
        times > 0 && times <= 1, "times", times + " is not above 0 and at most 1", "Write 0.1.");
    InvalidValue.unless(warmUp >= 0, "warmUp", warmUp + " is below 0", "Write 0 for none.");
    InvalidValue.unless(
        from >= 0 && from <= 1, "from", from + " is not within 0 and 1", "Write 0.1.");
  }

  Schedule schedule() {
    return switch (kind) {
      case CONSTANT -> new Schedule.Constant();
      case STEP -> new Schedule.Step(every, times);
      case WARM_UP_COSINE -> new Schedule.WarmUpCosine(warmUp, from);
    };
  }
}
