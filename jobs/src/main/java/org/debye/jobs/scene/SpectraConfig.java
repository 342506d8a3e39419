package org.debye.jobs.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.classification.split.LabelledFrames;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.FrameRange;
import org.debye.jobs.value.Interval;
import org.jspecify.annotations.Nullable;

/** Keys of {@code spectra}: which spectra of the catalogue are taken, where no input is named. */
public record SpectraConfig(
    @Key(
            meaning = "Ids or names of the datasets to take, with * and ?; all when empty.",
            byDefault = "[]")
        List<String> dataset,
    @Key(
            meaning =
                "First and last frame, from 0, both included: 10:19, 10: or :19. All when left"
                    + " out.",
            unit = "frames")
        @Nullable FrameRange frames,
    @Key(
            meaning = "Keep to this part of the axis, from:to. All when left out.",
            unit = "of the axis")
        @Nullable Interval range,
    @Key(meaning = "Take the baseline off, where the spectra have one.", byDefault = "true")
        boolean subtractBaseline) {

  public SpectraConfig {
    InvalidValue.unless(
        range == null || range.from() < range.to(),
        "range",
        range + " is empty",
        "Write from:to with to above from.");
  }

  /** Labelled frames that are taken. */
  public LabelledFrames within(LabelledFrames labelled) {
    FrameRange chosen = frames;
    return chosen == null
        ? labelled
        : labelled.of(
            IntStream.range(0, labelled.count())
                .filter(i -> chosen.contains(labelled.frames()[i]))
                .toArray());
  }

  /** Places of an axis that are taken. */
  int[] kept(double[] axis, String where) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < axis.length; i++) {
      if (range == null || (axis[i] >= range.from() && axis[i] <= range.to())) {
        kept.add(i);
      }
    }
    if (kept.isEmpty()) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          where,
          "no point of the axis lies within " + range,
          "Set spectra.range within " + axis[0] + ":" + axis[axis.length - 1] + ".");
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }
}
