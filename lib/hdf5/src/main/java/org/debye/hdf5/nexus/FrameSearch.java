package org.debye.hdf5.nexus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.debye.hdf5.tree.Link;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every object of a file, and of the files that it links to, for datasets that could be
 * frames. The best are those of three and more dimensions called {@code data}, then any of three
 * and more, then images that are not called like a mask or a correction.
 */
final class FrameSearch {
  private static final int MOST_OBJECTS = 20_000;
  private static final int DEEPEST = 16;
  private static final int LISTED = 8;
  private static final int SMALLEST = 5;
  private static final Pattern NOT_FRAMES =
      Pattern.compile(
          "(?i).*(mask|flat|dark|background|gain|thumbnail|pedestal|offset|noise|correction|"
              + "threshold|trim|bad_?pixel|cellid|pulseid|trainid|status|length|error|monitor).*");

  private final LinkResolver resolver;
  private final List<List<FrameSource>> ranked =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private final List<String> others = new ArrayList<>();
  private final Set<Located.Identity> seen = new HashSet<>();
  private final Deque<Step> todo = new ArrayDeque<>();
  private @Nullable InputException broken;

  private record Step(Located group, int depth) {}

  FrameSearch(LinkResolver resolver) {
    this.resolver = resolver;
    Located root = resolver.root();
    todo.add(new Step(root, 0));
    seen.add(root.identity());
    while (!todo.isEmpty() && seen.size() < MOST_OBJECTS) {
      look(todo.remove());
    }
  }

  private void look(Step step) {
    Located group = resolver.fresh(step.group);
    for (Map.Entry<String, Link> member : group.node().links().entrySet()) {
      Located found;
      try {
        found = resolver.follow(group, member.getKey(), member.getValue());
        if (!seen.add(found.identity())) {
          continue;
        }
        if (found.node().isDataset()) {
          rank(group, member.getKey(), found);
        } else if (step.depth < DEEPEST) {
          todo.add(new Step(found, step.depth + 1));
        }
      } catch (InputException e) {
        broken = broken == null ? e : broken;
      }
    }
  }

  private void rank(Located group, String name, Located dataset) {
    if (noPixels(dataset)) {
      others.add(described(dataset));
      return;
    }
    if (!looksLikeFrames(dataset, 2) || tiny(dataset) || NOT_FRAMES.matcher(name).matches()) {
      return;
    }
    int dimensions = dataset.node().dataspace().rank();
    int rank = dimensions < 3 ? 2 : name.equals("data") ? 0 : 1;
    ranked.get(rank).add(FrameSource.single(dataset.route(), group, dataset));
  }

  /** Matrices of directions and cells, not images. */
  private static boolean tiny(Located dataset) {
    long[] extents = dataset.node().dataspace().dimensions();
    int rank = extents.length;
    return extents[rank - 1] < SMALLEST && extents[rank - 2] < SMALLEST;
  }

  /**
   * Whether the dataset is one of numbers, of at least so many dimensions, the last two above 1.
   */
  static boolean looksLikeFrames(Located dataset, int dimensions) {
    return shapedLikeFrames(dataset, dimensions) && dataset.node().datatype().pixelType() != null;
  }

  /** Whether the dataset has the shape of frames, of elements that are no numbers. */
  static boolean noPixels(Located dataset) {
    return shapedLikeFrames(dataset, 2) && dataset.node().datatype().pixelType() == null;
  }

  private static boolean shapedLikeFrames(Located dataset, int dimensions) {
    if (!dataset.node().isDataset() || dataset.node().dataspace().rank() < dimensions) {
      return false;
    }
    long[] extents = dataset.node().dataspace().dimensions();
    int rank = extents.length;
    return rank >= 2 && extents[rank - 1] > 1 && extents[rank - 2] > 1;
  }

  private static String described(Located dataset) {
    return dataset.route()
        + " "
        + dataset.node().dataspace()
        + " of type "
        + dataset.node().datatype().label();
  }

  /** Of a dataset where frames should be. */
  static InputException notNumbers(Located dataset) {
    return InputException.of(
        FailureCode.UNSUPPORTED_DATASET,
        dataset.where(),
        "frames should be here, and its elements are of type "
            + dataset.node().datatype().label()
            + ", not numbers; complex numbers are compounds too, and booleans enumerations",
        "Convert it to integers or floats, set frames.dataset to another dataset, or leave the"
            + " file out.");
  }

  /** The best ranked candidates; empty where there is none at all. */
  List<FrameSource> best() {
    for (List<FrameSource> candidates : ranked) {
      if (!candidates.isEmpty()) {
        return candidates;
      }
    }
    return List.of();
  }

  /** "; it has ..." for messages. */
  String candidates() {
    List<String> names =
        ranked.stream().flatMap(List::stream).limit(LISTED).map(FrameSource::path).toList();
    if (!names.isEmpty()) {
      return "; it has " + String.join(", ", names);
    }
    String unfit = String.join(", ", others.subList(0, Math.min(LISTED, others.size())));
    return "; no dataset in it looks like frames"
        + (unfit.isEmpty() ? "" : "; of their shape, but not of numbers: " + unfit);
  }

  InputException nothingFound() {
    if (broken != null) {
      return broken;
    }
    return InputException.of(
        FailureCode.NO_FRAME_DATASET,
        resolver.root().file().name(),
        "no dataset of frames was found" + candidates(),
        "Set frames.dataset, or leave the file out.");
  }
}
