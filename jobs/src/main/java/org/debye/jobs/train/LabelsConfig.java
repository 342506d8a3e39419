package org.debye.jobs.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.classification.split.LabelBudget;
import org.debye.classification.split.RepresentativeFrames;
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
        @Nullable Double share,
    @Key(
            meaning = "Learn from so many frames of each class alone, as before=15 or after=25.",
            byDefault = "[]")
        List<String> counts,
    @Key(
            meaning =
                "Know one of so many labelled frames of each dataset alone, from the first on; the"
                    + " others are neither learnt from nor checked by. Before split.",
            unit = "frames",
            byDefault = "1")
        int stride,
    @Key(
            meaning = "Of the frames of stride, left out before each change of class.",
            unit = "frames",
            byDefault = "0")
        int droppedBefore,
    @Key(
            meaning = "Of the frames of stride, left out after each change of class.",
            unit = "frames",
            byDefault = "0")
        int droppedAfter) {

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
        (each == null ? 0 : 1) + (share == null ? 0 : 1) + (counts.isEmpty() ? 0 : 1) <= 1,
        "each",
        "two of each, share and counts are set",
        "Leave all but one out.");
    counts.forEach(
        one ->
            InvalidValue.unless(
                one.matches(".+=[1-9][0-9]{0,8}"),
                "counts",
                "'" + one + "' is not a class and a number",
                "Write before=15, for example."));
    InvalidValue.unless(
        each == null || each >= 1, "each", each + " is below 1", "Leave it out for all.");
    InvalidValue.unless(
        share == null || (share > 0 && share <= 1),
        "share",
        share + " is not above 0 and at most 1",
        "Leave it out for all.");
    InvalidValue.unless(stride >= 1, "stride", stride + " is below 1", "Write 1 for all.");
    InvalidValue.unless(
        droppedBefore >= 0 && droppedAfter >= 0,
        "droppedBefore",
        droppedBefore + " before and " + droppedAfter + " after a change",
        "Write 0 for none.");
  }

  /** Those that stand for their ramps. */
  RepresentativeFrames representative() {
    return new RepresentativeFrames(stride, droppedBefore, droppedAfter);
  }

  /** Null where all labels of the training part are learnt from. */
  @Nullable LabelBudget budget() {
    if (each != null) {
      return new LabelBudget.PerClass(each);
    }
    if (!counts.isEmpty()) {
      Map<String, Integer> members = new TreeMap<>();
      for (String one : counts) {
        int end = one.lastIndexOf('=');
        members.put(one.substring(0, end), Integer.valueOf(one.substring(end + 1)));
      }
      return new LabelBudget.ByName(members);
    }
    return share == null ? null : new LabelBudget.Share(share);
  }
}
