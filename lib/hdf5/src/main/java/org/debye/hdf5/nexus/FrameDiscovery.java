package org.debye.hdf5.nexus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Finds the dataset of frames in a file. In this order: the one named; the signal that NeXus {@code
 * default} attributes lead to; the data of NXdetector groups, {@code data/data} and {@code
 * data/data_000001 ...} of the entries; any dataset of numbers that looks like frames. The first
 * step that finds one takes it; one that finds several is ambiguous.
 */
public final class FrameDiscovery {
  private static final Pattern PIECE = Pattern.compile("data_\\d{6}");
  private static final int LISTED = 8;
  private static final Set<String> RESULTS =
      Set.of(
          "NXazint1d", "NXazint2d", "NXcanSAS", "NXxasproc", "NXmonopd", "NXxas", "NXreflections");

  private final LinkResolver resolver;
  private final NexusTree tree;

  /** Why there are none where frames should be: a reason not to take others. */
  private @Nullable InputException broken;

  public FrameDiscovery(LinkResolver resolver) {
    this.resolver = resolver;
    this.tree = new NexusTree(resolver);
  }

  /** What marks the file as results of an earlier reduction, or null. */
  public @Nullable String results() {
    Located root = tree.root();
    if (root.node().links().containsKey("processed")) {
      return "it holds results, not frames: group /processed";
    }
    for (Located entry : tree.entries()) {
      Located definition = tree.optional(entry, "definition");
      String name = definition == null ? null : new NexusValues(resolver).text(definition);
      if (name != null && RESULTS.contains(name)) {
        return "it holds results, not frames: definition " + name + " in " + entry.path();
      }
      if (entry.node().links().containsKey("processed")) {
        return "it holds results, not frames: group " + entry.path() + "/processed";
      }
    }
    return processed();
  }

  /**
   * Data beside an NXprocess group are taken for its results, unless a detector's group holds them
   * or they are the pieces of an Eiger master; so are those that {@code default} leads to.
   */
  private @Nullable String processed() {
    List<Located> processes = new ArrayList<>(tree.children(tree.root(), "NXprocess"));
    for (Located entry : tree.entries()) {
      List<Located> inside = tree.children(entry, "NXprocess");
      if (!inside.isEmpty() && measured(entry).isEmpty()) {
        return processed(inside.get(0));
      }
      processes.addAll(inside);
    }
    if (processes.isEmpty()) {
      return null;
    }
    Map<Object, FrameSource> measured = new LinkedHashMap<>();
    tree.entries().forEach(entry -> measured.putAll(measured(entry)));
    FrameSource signal = defaultSignal();
    Located shown = signal == null ? null : signal.first();
    if (shown != null && !measured.containsKey(shown.identity())) {
      return processed(processes.get(0)) + " beside the default, " + shown.route();
    }
    return measured.isEmpty() ? processed(processes.get(0)) : null;
  }

  private static String processed(Located process) {
    return "it holds results, not frames: NXprocess group " + process.path();
  }

  /**
   * Finds the frames.
   *
   * @throws InputException {@code NO_FRAME_DATASET}, {@code AMBIGUOUS_DATASET}, {@code
   *     DANGLING_LINK} where links that could lead to frames are all broken
   */
  public FrameSource find() {
    FrameSource signal = defaultSignal();
    if (signal != null) {
      return signal;
    }
    Map<Object, FrameSource> found = new LinkedHashMap<>();
    for (Located entry : tree.entries()) {
      found.putAll(known(entry));
    }
    if (!found.isEmpty()) {
      return only(stacksFirst(found.values().stream().toList()));
    }
    if (broken != null) {
      throw broken;
    }
    FrameSearch search = new FrameSearch(resolver);
    List<FrameSource> best = search.best();
    if (!best.isEmpty()) {
      return only(best);
    }
    throw search.nothingFound();
  }

  /**
   * The named dataset, or the group of an Eiger master's pieces.
   *
   * @throws InputException {@code NO_FRAME_DATASET} where it is not there, or what its link lacks
   */
  public FrameSource named(String path) {
    Located found = resolver.find(tree.root(), path);
    if (found == null) {
      throw InputException.of(
          FailureCode.NO_FRAME_DATASET,
          tree.root().file().name(),
          "no dataset " + path + new FrameSearch(resolver).candidates(),
          "Set frames.dataset.");
    }
    Located group = parent(path);
    if (NexusTree.isGroup(found)) {
      FrameSource pieces = pieces(found);
      if (pieces == null) {
        throw InputException.of(
            FailureCode.NO_FRAME_DATASET,
            found.where(),
            "this is a group" + new FrameSearch(resolver).candidates(),
            "Set frames.dataset to a dataset.");
      }
      return pieces;
    }
    return FrameSource.single(path, group, found);
  }

  private Located parent(String path) {
    int slash = path.lastIndexOf('/');
    Located parent = slash <= 0 ? null : tree.optional(tree.root(), path.substring(0, slash));
    return parent == null ? tree.root() : parent;
  }

  private FrameSource only(List<FrameSource> found) {
    if (found.size() == 1) {
      return found.get(0);
    }
    String names =
        found.stream()
            .limit(LISTED)
            .map(FrameSource::path)
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    throw InputException.of(
        FailureCode.AMBIGUOUS_DATASET,
        tree.root().file().name(),
        found.size()
            + " datasets could be the frames: "
            + names
            + (found.size() > LISTED ? " ..." : ""),
        "Set frames.dataset to one of them.");
  }

  /** The signal that the default attributes lead to, if it is frames. */
  private @Nullable FrameSource defaultSignal() {
    Located at = tree.root();
    for (int step = 0; step < 8; step++) {
      String next = at.node().attributeText("default");
      if (next == null) {
        break;
      }
      Located child = tree.optional(at, next);
      if (child == null || !NexusTree.isGroup(child)) {
        return null;
      }
      at = child;
    }
    return at.path().equals("/") ? null : signal(at);
  }

  private @Nullable FrameSource signal(Located data) {
    String signal = data.node().attributeText("signal");
    if (signal == null) {
      return null;
    }
    Located dataset = tree.optional(data, signal);
    return dataset != null && FrameSearch.looksLikeFrames(dataset, 3)
        ? FrameSource.single(dataset.route(), data, dataset)
        : null;
  }

  /** Frames at the places that beamlines use, each object once. */
  private Map<Object, FrameSource> known(Located entry) {
    Map<Object, FrameSource> found = detectors(entry);
    Located data = tree.optional(entry, "data");
    if (data != null && NexusTree.isGroup(data)) {
      add(found, data, "data");
      FrameSource pieces = found.isEmpty() ? pieces(data) : null;
      if (pieces != null) {
        found.put(data.identity(), pieces);
      }
    }
    return found;
  }

  /** Those of detectors' groups, or else the pieces of an Eiger master. */
  private Map<Object, FrameSource> measured(Located entry) {
    Map<Object, FrameSource> found = detectors(entry);
    Located data = tree.optional(entry, "data");
    FrameSource pieces =
        found.isEmpty() && data != null && NexusTree.isGroup(data) ? pieces(data) : null;
    if (pieces != null) {
      for (FrameSource.Piece piece : pieces.pieces()) {
        Object place = piece.dataset() == null ? piece : piece.dataset().identity();
        found.put(place, pieces);
      }
    }
    return found;
  }

  private Map<Object, FrameSource> detectors(Located entry) {
    Map<Object, FrameSource> found = new LinkedHashMap<>();
    for (Located instrument : instruments(entry)) {
      for (Located detector : tree.groups(instrument)) {
        boolean is =
            "NXdetector".equals(NexusTree.nexusClass(detector))
                || detector.path().endsWith("/detector");
        if (is) {
          add(found, detector, "data");
        }
      }
    }
    return found;
  }

  private List<Located> instruments(Located entry) {
    List<Located> found = new ArrayList<>(tree.children(entry, "NXinstrument"));
    Located plain = tree.optional(entry, "instrument");
    if (found.isEmpty() && plain != null && NexusTree.isGroup(plain)) {
      found.add(plain);
    }
    return found;
  }

  private void add(Map<Object, FrameSource> found, Located group, String name) {
    Located dataset;
    try {
      dataset = resolver.find(group, name);
    } catch (InputException e) {
      broken = broken == null ? e : broken;
      return;
    }
    if (dataset != null && FrameSearch.looksLikeFrames(dataset, 2)) {
      found.putIfAbsent(dataset.identity(), FrameSource.single(dataset.route(), group, dataset));
    } else if (dataset != null && broken == null && FrameSearch.noPixels(dataset)) {
      broken = FrameSearch.notNumbers(dataset);
    }
  }

  /** Stacks of images are meant rather than single images beside them. */
  private static List<FrameSource> stacksFirst(List<FrameSource> found) {
    List<FrameSource> stacks =
        found.stream()
            .filter(source -> source.first() == null || rank(source.first()) >= 3)
            .toList();
    return stacks.isEmpty() ? found : stacks;
  }

  private static int rank(Located dataset) {
    return dataset.node().dataspace().rank();
  }

  /** The numbered pieces of an Eiger master, or null where there are none. */
  private @Nullable FrameSource pieces(Located group) {
    List<FrameSource.Piece> pieces = new ArrayList<>();
    for (Map.Entry<String, Link> member : group.node().links().entrySet()) {
      if (PIECE.matcher(member.getKey()).matches()) {
        pieces.add(piece(group, member.getKey(), member.getValue()));
      }
    }
    return pieces.isEmpty() ? null : new FrameSource(group.route(), group, pieces);
  }

  private FrameSource.Piece piece(Located group, String name, Link link) {
    try {
      return new FrameSource.Piece(name, resolver.follow(group, name, link), null);
    } catch (InputException e) {
      return new FrameSource.Piece(name, null, e);
    }
  }
}
