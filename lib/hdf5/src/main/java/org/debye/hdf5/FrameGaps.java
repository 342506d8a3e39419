package org.debye.hdf5;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gaps of several parts and modules as one ascending list without overlap. */
final class FrameGaps {
  private FrameGaps() {}

  static FrameGap shifted(FrameGap gap, long frames) {
    return new FrameGap(gap.first() + frames, gap.count(), gap.code(), gap.message());
  }

  /** Ascending, the first reason kept where gaps overlap, neighbours of one reason joined. */
  static List<FrameGap> merged(List<FrameGap> gaps) {
    List<FrameGap> sorted = new ArrayList<>(gaps);
    sorted.sort(Comparator.comparingLong(FrameGap::first));
    List<FrameGap> merged = new ArrayList<>();
    long end = 0;
    for (FrameGap gap : sorted) {
      long from = Math.max(end, gap.first());
      long to = gap.first() + gap.count();
      if (to <= from) {
        continue;
      }
      FrameGap last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && end == from && last.message().equals(gap.message())) {
        merged.set(
            merged.size() - 1,
            new FrameGap(last.first(), to - last.first(), gap.code(), gap.message()));
      } else {
        merged.add(new FrameGap(from, to - from, gap.code(), gap.message()));
      }
      end = to;
    }
    return merged;
  }

  /** Gaps of a dataset in which so many images make one frame. */
  static List<FrameGap> grouped(List<FrameGap> gaps, int images) {
    if (images == 1) {
      return gaps;
    }
    List<FrameGap> grouped = new ArrayList<>();
    for (FrameGap gap : gaps) {
      long from = gap.first() / images;
      long to = (gap.first() + gap.count() - 1) / images + 1;
      grouped.add(new FrameGap(from, to - from, gap.code(), gap.message()));
    }
    return merged(grouped);
  }

  static long frames(List<FrameGap> gaps) {
    return gaps.stream().mapToLong(FrameGap::count).sum();
  }
}
