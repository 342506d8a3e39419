package org.debye.hdf5.virtual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.FrameGap;
import org.jspecify.annotations.Nullable;

/** Frames that a virtual dataset cannot give, with the first reason found for each. */
final class GapCollector {
  private final String where;
  private final List<Reason> reasons = new ArrayList<>();
  private final Map<Reason, Integer> numbers = new HashMap<>();

  /** Of each frame its reason's number, counted from 1; 0 where there is none. */
  private int[] reasonOf = new int[0];

  private record Reason(FailureCode code, String message) {}

  GapCollector(String where) {
    this.where = where;
  }

  /** Makes room for so many frames. */
  void open(int frames) {
    reasonOf = new int[frames];
  }

  /** A source cannot be read at all. */
  void missing(long[] frames, InputException cause) {
    FailureCode code =
        cause.code() == FailureCode.LINK_OUTSIDE_ROOTS || cause.code() == FailureCode.TRUNCATED
            ? cause.code()
            : FailureCode.MISSING_VIRTUAL_SOURCE;
    int reason =
        number(
            new Reason(
                code,
                where + ": a source of this virtual dataset is missing: " + cause.getMessage()));
    for (long frame : frames) {
      note(frame, reason);
    }
  }

  /** A source is there but lacks frames itself. */
  void inherit(long[] frames, long[] from, List<FrameGap> gaps) {
    for (int i = 0; i < frames.length; i++) {
      long source = i < from.length ? from[i] : -1;
      if (frames[i] < 0) {
        continue;
      }
      FrameGap gap = source < 0 ? null : at(gaps, source);
      if (source < 0) {
        note(frames[i], number(tooShort()));
      } else if (gap != null) {
        note(frames[i], number(new Reason(gap.code(), gap.message())));
      }
    }
  }

  /** The gap that holds a frame, among gaps in ascending order; null where none does. */
  static @Nullable FrameGap at(List<FrameGap> gaps, long frame) {
    int low = 0;
    int high = gaps.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (gaps.get(middle).first() <= frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && gaps.get(low - 1).contains(frame) ? gaps.get(low - 1) : null;
  }

  private Reason tooShort() {
    return new Reason(
        FailureCode.MISSING_VIRTUAL_SOURCE,
        where
            + ": a source of this virtual dataset has fewer frames than are mapped."
            + " Check whether the scan was stopped; the other frames are read.");
  }

  /** Frames that are covered less than the best covered one. */
  void uncovered(int[] covered) {
    int most = 0;
    for (int pixels : covered) {
      most = Math.max(most, pixels);
    }
    int reason =
        number(
            new Reason(
                FailureCode.MISSING_VIRTUAL_SOURCE,
                where
                    + ": no source is mapped to a part of these frames."
                    + " Write the virtual dataset again over all of its sources."));
    for (int frame = 0; frame < covered.length; frame++) {
      if (covered[frame] < most || most == 0) {
        note(frame, reason);
      }
    }
  }

  private int number(Reason reason) {
    return numbers.computeIfAbsent(
        reason,
        added -> {
          reasons.add(added);
          return reasons.size();
        });
  }

  private void note(long frame, int reason) {
    if (frame >= 0 && reasonOf[(int) frame] == 0) {
      reasonOf[(int) frame] = reason;
    }
  }

  List<FrameGap> finish() {
    List<FrameGap> gaps = new ArrayList<>();
    int start = 0;
    for (int frame = 1; frame <= reasonOf.length; frame++) {
      if (frame == reasonOf.length || reasonOf[frame] != reasonOf[start]) {
        if (reasonOf[start] > 0) {
          Reason reason = reasons.get(reasonOf[start] - 1);
          gaps.add(new FrameGap(start, frame - start, reason.code, reason.message));
        }
        start = frame;
      }
    }
    return gaps;
  }
}
