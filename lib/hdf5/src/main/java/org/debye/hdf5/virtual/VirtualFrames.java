package org.debye.hdf5.virtual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.debye.hdf5.tree.VirtualMapping;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one virtual dataset. A frame is whole when its tiles cover as much of the image as
 * those of the best covered frame; what no frame covers is a gap between modules. Any other frame
 * is a gap of the stack, never fill values.
 */
final class VirtualFrames {
  private static final int MOST_FRAMES = 1 << 23;
  private static final int MOST_SOURCES = 100_000;
  private static final int MOST_RUNS = 4_000_000;
  private static final int COST_OF_A_BLOCK = 16;
  private static final long MOST_LAYERS = 4;

  private final FrameMapper mapper;
  private final LinkResolver resolver;
  private final Located dataset;
  private final int depth;
  private final List<VirtualMapping> mappings;
  private final List<Located> sources = new ArrayList<>();
  private final Map<Located.Identity, Integer> numbers = new HashMap<>();
  private final Map<SourceName, FrameMap> known = new HashMap<>();
  private final Map<SourceName, InputException> missing = new HashMap<>();
  private final RunCollector runs = new RunCollector();
  private final GapCollector gaps;
  private @Nullable PixelType type;
  private long imagePixels;

  private record SourceName(String file, String path) {}

  VirtualFrames(FrameMapper mapper, LinkResolver resolver, Located dataset, int depth) {
    this.mapper = mapper;
    this.resolver = resolver;
    this.dataset = dataset;
    this.depth = depth;
    this.mappings = dataset.node().virtualMappings();
    this.gaps = new GapCollector(dataset.where());
  }

  FrameMap map() {
    VirtualExtent growth = new VirtualExtent(this::sourceDimensions);
    long[] dimensions = growth.of(dataset.node().dataspace().dimensions(), mappings);
    PixelType declared = dataset.node().datatype().pixelType();
    FrameExtent extent = FrameExtent.of(dataset, dimensions);
    FrameShape image = extent.image();
    imagePixels = image.pixels();
    if (extent.frames() > MOST_FRAMES || declared == null) {
      throw refuse("a virtual dataset of " + extent.frames() + " frames");
    }
    mapper.spend(extent.frames(), dataset);
    int[] covered = new int[Math.toIntExact(extent.frames())];
    gaps.open(covered.length);
    for (VirtualMapping mapping : mappings) {
      for (VirtualMapping block : growth.blocks(mapping, dimensions)) {
        mapper.spend(COST_OF_A_BLOCK, dataset);
        add(block, dimensions, covered);
      }
    }
    gaps.uncovered(covered);
    return new FrameMap(
        type == null ? declared : type, image, dimensions, sources, runs.finish(), gaps.finish());
  }

  private void add(VirtualMapping mapping, long[] dimensions, int[] covered) {
    Slab target = Slab.of(mapping.virtual(), dimensions);
    int @Nullable [] area = target == null ? null : target.rectangle();
    if (target == null || area == null) {
      throw refuse("a mapping that is not one rectangle of each image");
    }
    long[] frames = frames(target);
    FrameMap source;
    try {
      source = source(new SourceName(mapping.file(), mapping.dataset()));
    } catch (InputException e) {
      gaps.missing(frames, e);
      return;
    }
    Slab from = Slab.of(mapping.source(), source.dimensions());
    int @Nullable [] sourceArea = from == null ? null : from.rectangle();
    if (from == null || sourceArea == null) {
      gaps.missing(frames, refuse("a mapping that does not fit its source " + mapping.dataset()));
      return;
    }
    if (area[2] != sourceArea[2] || area[3] != sourceArea[3]) {
      throw refuse("a mapping between rectangles of different extents");
    }
    FrameTile tile =
        new FrameTile(area[0], area[1], area[2], area[3], sourceArea[0], sourceArea[1]);
    connect(frames, frames(from), source, tile, covered);
  }

  private void connect(long[] frames, long[] from, FrameMap source, FrameTile tile, int[] covered) {
    RunFinder inner = new RunFinder(source.runs());
    List<FrameRun> shownBy = new ArrayList<>();
    for (int i = 0; i < frames.length; i++) {
      if (frames[i] < 0
          || i >= from.length
          || from[i] < 0
          || GapCollector.at(source.gaps(), from[i]) != null) {
        continue;
      }
      mapper.spend(inner.collect(from[i], shownBy), dataset);
      for (FrameRun run : shownBy) {
        FrameTile shown = tile.over(run.tile());
        if (shown != null) {
          int number = number(source.sources().get(run.source()));
          runs.add(frames[i], number, run.sourceFrame(from[i]), shown);
          covered[(int) frames[i]] += shown.pixels();
          // Where mappings lie over each other at every level, pieces grow by their product.
          if (covered[(int) frames[i]] > MOST_LAYERS * imagePixels) {
            throw refuse("mappings that lie over each other " + MOST_LAYERS + " times");
          }
        }
      }
      if (runs.size() > MOST_RUNS) {
        throw refuse("a virtual dataset of more than " + MOST_RUNS + " runs of frames");
      }
    }
    gaps.inherit(frames, from, source.gaps());
  }

  private int number(Located source) {
    return numbers.computeIfAbsent(
        source.identity(),
        identity -> {
          sources.add(source);
          return sources.size() - 1;
        });
  }

  private long[] frames(Slab slab) {
    long count = slab.frames();
    if (count > MOST_FRAMES) {
      throw refuse("a mapping of " + count + " frames");
    }
    mapper.spend(count, dataset);
    long[] frames = new long[(int) count];
    int[] at = {0};
    slab.forEachFrame(frame -> frames[at[0]++] = frame);
    return frames;
  }

  private long @Nullable [] sourceDimensions(String file, String path) {
    try {
      return source(new SourceName(file, path)).dimensions();
    } catch (InputException e) {
      return null;
    }
  }

  private FrameMap source(SourceName name) {
    FrameMap found = known.get(name);
    if (found != null) {
      return found;
    }
    InputException before = missing.get(name);
    if (before != null) {
      throw before;
    }
    if (known.size() + missing.size() >= MOST_SOURCES) {
      throw refuse("a virtual dataset of more than " + MOST_SOURCES + " sources");
    }
    try {
      FrameMap made = open(name);
      known.put(name, made);
      return made;
    } catch (InputException e) {
      missing.put(name, e);
      throw e;
    }
  }

  private FrameMap open(SourceName name) {
    Located here = resolver.fresh(dataset);
    Located found = resolver.find(resolver.rootOf(here, name.file), name.path);
    if (found == null) {
      throw InputException.of(
          FailureCode.DANGLING_LINK,
          dataset.where(),
          "its source " + name.file + ":" + name.path + " is not there",
          "Write the virtual dataset again over what is there.");
    }
    if (found.identity().equals(dataset.identity())) {
      throw refuse("a virtual dataset that is its own source");
    }
    FrameMap map = mapper.map(found, depth + 1);
    if (type == null) {
      type = map.type();
    } else if (type != map.type()) {
      throw refuse("a source of " + map.type() + " beside one of " + type);
    }
    return map;
  }

  private InputException refuse(String what) {
    return InputException.of(
        FailureCode.UNSUPPORTED_DATASET,
        dataset.where(),
        what + " is not supported",
        "Name a source dataset as frames.dataset instead.");
  }
}
