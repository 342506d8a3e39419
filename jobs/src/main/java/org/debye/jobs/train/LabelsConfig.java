package org.debye.jobs.train;

import java.util.List;
import org.debye.classification.split.LabelBudget;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.jspecify.annotations.Nullable;

/** Keys of {@code labels}: which labels are learnt from. */
public record LabelsConfig(
    @Key(
            meaning =
                "Who says so: import, or simulation:VERSION, as the table labels has it; needed"
                    + " where there are several.")
        @Nullable String origin,
    @Key(
            meaning =
                "Classes to tell apart, in the order of their numbers; all when empty. Frames of"
                    + " other classes are left out.",
            byDefault = "[]")
        List<String> classes,
    @Key(meaning = "Learn from this many frames of each class alone.", unit = "frames")
        @Nullable Integer each,
    @Key(meaning = "Learn from this share of the frames of each class alone.", unit = "1")
        @Nullable Double share) {

  public LabelsConfig {
    InvalidValue.unless(
        classes.isEmpty() || classes.size() >= 2,
        "classes",
        "one class alone teaches nothing",
        "Name at least two, or leave it out for all.");
    InvalidValue.unless(
        classes.stream().distinct().count() == classes.size(),
        "classes",
        "a class is named twice",
        "Name each once.");
    InvalidValue.unless(
        each == null || share == null, "each", "each and share are both set", "Leave one out.");
    InvalidValue.unless(
        each == null || each >= 1, "each", each + " is below 1", "Leave it out for all.");
    InvalidValue.unless(
        share == null || (share > 0 && share <= 1),
        "share",
        share + " is not above 0 and at most 1",
        "Leave it out for all.");
  }

  /** Null where all labels of the training part are learnt from. */
  @Nullable LabelBudget budget() {
    if (each != null) {
      return new LabelBudget.PerClass(each);
    }
    return share == null ? null : new LabelBudget.Share(share);
  }
}
