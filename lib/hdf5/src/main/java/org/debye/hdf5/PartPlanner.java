package org.debye.hdf5;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.debye.hdf5.nexus.DetectorFields;
import org.debye.hdf5.nexus.FrameDiscovery;
import org.debye.hdf5.nexus.FrameIds;
import org.debye.hdf5.nexus.FrameSource;
import org.debye.hdf5.nexus.ModuleAxis;
import org.debye.hdf5.nexus.NexusMetadata;
import org.debye.hdf5.virtual.FrameMap;
import org.debye.hdf5.virtual.FrameMapper;
import org.debye.hdf5.virtual.FrameRun;
import org.jspecify.annotations.Nullable;

/** Plans the frames of one file: finds its dataset, follows its links, reads what it says. */
final class PartPlanner {
  private final LinkResolver resolver;
  private final FrameMapper mapper;
  private final PlanSettings settings;
  private final List<FrameRun> runs = new ArrayList<>();
  private final List<FrameGap> gaps = new ArrayList<>();
  private final List<DatasetPlan> plans = new ArrayList<>();
  private final Map<Located.Identity, Integer> numbers = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable FrameMap first;
  private long frames;

  PartPlanner(LinkResolver resolver, PlanSettings settings) {
    this.resolver = resolver;
    this.mapper = new FrameMapper(resolver);
    this.settings = settings;
  }

  /** Why the file holds no raw frames, or null where it may. */
  @Nullable String results() {
    return settings.dataset() == null ? new FrameDiscovery(resolver).results() : null;
  }

  /**
   * Plans.
   *
   * @param describe also find mask, flat and place of the module
   * @throws InputException where no frame of the file can be found
   */
  PlannedPart plan(boolean describe) {
    FrameDiscovery discovery = new FrameDiscovery(resolver);
    String named = settings.dataset();
    FrameSource source = named == null ? discovery.find() : discovery.named(named);
    add(source);
    FrameMap map = first;
    Located dataset = source.first();
    if (map == null || dataset == null) {
      throw firstFailure(source);
    }
    ModuleAxis axis =
        ModuleAxis.of(source.path(), map.dimensions(), resolver.fresh(dataset).node());
    warnings.addAll(axis.warnings());
    return part(source, map, axis, describe);
  }

  private PlannedPart part(FrameSource source, FrameMap map, ModuleAxis axis, boolean describe) {
    List<List<FrameRun>> modules = PlannedPart.split(runs, axis.count());
    if (axis.only() >= 0) {
      modules = List.of(modules.get(axis.only()));
    }
    NexusMetadata nexus = new NexusMetadata(resolver, resolver.fresh(source.group()));
    DetectorFields fields = new DetectorFields(resolver, nexus.detector(), map.image());
    List<PlannedPart.Corrections> corrections =
        describe ? corrections(fields, modules.size()) : List.of();
    double[] offset = describe ? fields.offset() : new double[0];
    warnings.addAll(fields.warnings());
    StackMetadata metadata = nexus.read(settings.conditions()).warning(warnings);
    FrameIds ids = FrameIds.of(resolver, resolver.fresh(source.group()), frames / axis.count());
    Unwritten unwritten = new Unwritten(resolver);
    unwritten.look(plans, runs, gaps);
    return new PlannedPart(
        map.type(),
        map.image(),
        modules,
        frames / axis.count(),
        plans,
        FrameGaps.grouped(FrameGaps.merged(gaps), axis.count()),
        corrections,
        metadata,
        ids,
        offset,
        unwritten.stillOpen(axis.count()));
  }

  private static List<PlannedPart.Corrections> corrections(DetectorFields fields, int modules) {
    DatasetPlan mask = fields.pixelMask();
    DatasetPlan flat = fields.flatField();
    List<PlannedPart.Corrections> corrections = new ArrayList<>();
    for (int m = 0; m < modules; m++) {
      corrections.add(new PlannedPart.Corrections(image(mask, m), image(flat, m)));
    }
    return corrections;
  }

  private static StackSegments.@Nullable Image image(@Nullable DatasetPlan plan, int module) {
    return plan == null ? null : new StackSegments.Image(plan, Math.min(module, plan.frames() - 1));
  }

  private void add(FrameSource source) {
    List<FrameSource.Piece> waiting = new ArrayList<>();
    for (FrameSource.Piece piece : source.pieces()) {
      Located dataset = piece.dataset();
      if (dataset == null) {
        waiting.add(piece);
        missing(piece, failure(piece));
        continue;
      }
      try {
        add(mapper.map(resolver.fresh(dataset)));
      } catch (InputException e) {
        if (source.pieces().size() == 1) {
          throw e;
        }
        missing(piece, e);
      }
    }
    if (first == null && !waiting.isEmpty()) {
      throw failure(waiting.get(0));
    }
  }

  private void add(FrameMap map) {
    FrameMap expected = first;
    if (expected == null) {
      first = map;
    } else if (expected.type() != map.type() || !expected.image().equals(map.image())) {
      throw InputException.of(
          FailureCode.UNSUPPORTED_DATASET,
          map.sources().get(0).where(),
          "its frames are "
              + describe(map.type(), map.image())
              + ", those before it "
              + describe(expected.type(), expected.image()),
          "Reduce the two on their own, each named as frames.dataset.");
    }
    for (FrameGap gap : map.gaps()) {
      gaps.add(FrameGaps.shifted(gap, frames));
    }
    List<Integer> places = new ArrayList<>();
    for (Located source : map.sources()) {
      places.add(number(source));
    }
    for (FrameRun run : map.runs()) {
      runs.add(run.from(places.get(run.source())).shifted(frames));
    }
    frames += map.frames();
  }

  private static String describe(PixelType type, FrameShape image) {
    return image + " of " + type;
  }

  private int number(Located source) {
    Integer known = numbers.get(source.identity());
    if (known != null) {
      return known;
    }
    Located open = resolver.fresh(source);
    DatasetPlan plan = DatasetPlan.of(open.file(), open.node().address(), open.path());
    plan.requireKnownFilters();
    plans.add(plan);
    numbers.put(source.identity(), plans.size() - 1);
    return plans.size() - 1;
  }

  /** A piece that is not there: as many frames are missing as the first one holds. */
  private void missing(FrameSource.Piece piece, InputException failure) {
    FrameMap expected = first;
    long count = expected == null ? 1 : expected.frames();
    String message = failure.getMessage() == null ? piece.name() : failure.getMessage();
    gaps.add(new FrameGap(frames, count, failure.code(), message));
    frames += count;
  }

  private static InputException failure(FrameSource.Piece piece) {
    InputException failure = piece.failure();
    if (failure == null) {
      throw new IllegalStateException("a piece has neither a dataset nor a failure");
    }
    return failure;
  }

  private InputException firstFailure(FrameSource source) {
    for (FrameSource.Piece piece : source.pieces()) {
      if (piece.failure() != null) {
        return piece.failure();
      }
    }
    return InputException.of(
        FailureCode.NO_FRAME_DATASET,
        resolver.root().file().name(),
        "no piece of " + source.path() + " can be read",
        "Put its files back beside it.");
  }

  /** Every file opened so far. */
  Map<URI, Long> visited() {
    return resolver.visited();
  }
}
