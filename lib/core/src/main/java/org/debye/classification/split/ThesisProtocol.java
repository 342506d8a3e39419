package org.debye.classification.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * How Sun's thesis trains, a split for each dataset: every tenth frame of the ramp, without those
 * next to a change of class; the test is the whole ramp, <em>training frames included</em>, so its
 * scores say little of another ramp ({@link Split#withoutLeak} leaves them out). Of 349 frames with
 * a boundary at 185, 35 are taken and 0-15 and 20-34 of them kept, as in the authors' program.
 *
 * @param learnt frames of a ramp that are learnt from
 */
public record ThesisProtocol(RepresentativeFrames learnt) implements SplitPlan {
  /** Every tenth frame, three left out before the boundary and one after. */
  public static final ThesisProtocol PUBLISHED =
      new ThesisProtocol(RepresentativeFrames.OF_ONE_RAMP);

  @Override
  public List<Split> splits(LabelledFrames frames, RandomStreams streams) {
    frames.labels().requireClasses(1);
    List<Split> splits = new ArrayList<>();
    for (String dataset : frames.distinctDatasets()) {
      splits.add(split(frames.labels(), dataset, frames.recordsOf(dataset)));
    }
    return splits;
  }

  private Split split(ClassLabels labels, String dataset, int[] ramp) {
    int[] kept = learnt.of(labels, ramp);
    long classes = IntStream.of(kept).map(i -> labels.values()[i]).distinct().count();
    if (classes < 2) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          dataset,
          "every "
              + learnt.stride()
              + "th frame, less those next to a change, leaves one class or none",
          "Choose a smaller stride, or train on several datasets.");
    }
    return new Split(kept, new int[0], ramp.clone());
  }
}
