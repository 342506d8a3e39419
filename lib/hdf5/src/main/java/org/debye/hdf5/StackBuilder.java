package org.debye.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.virtual.FrameRun;
import org.debye.hdf5.virtual.FrameTile;
import org.debye.hdf5.virtual.RunFinder;
import org.jspecify.annotations.Nullable;

/** Collects parts, each with all modules, into one stack. */
final class StackBuilder {
  /** Of all parts together. */
  private static final long MOST_FRAMES = 100_000_000;

  private final String name;
  private final int files;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable PlannedPart model;

  /** One file of one part: its frames, or why it has none. */
  record Cell(@Nullable PlannedPart part, FailureCode code, String message) {}

  private record Row(List<Cell> cells) {
    long frames() {
      long most = 0;
      for (Cell cell : cells) {
        most = cell.part == null ? most : Math.max(most, cell.part.frames());
      }
      return most;
    }
  }

  StackBuilder(String name, int files) {
    this.name = name;
    this.files = files;
  }

  void addPart(List<Cell> cells) {
    rows.add(new Row(cells));
    for (Cell cell : cells) {
      if (cell.part != null) {
        model = model == null ? cell.part : alike(model, cell.part);
      }
    }
  }

  boolean empty() {
    return model == null;
  }

  private PlannedPart alike(PlannedPart known, PlannedPart other) {
    if (known.type() != other.type()
        || !known.image().equals(other.image())
        || known.modules().size() != other.modules().size()) {
      throw InputException.of(
          FailureCode.UNSUPPORTED_DATASET,
          name,
          "its files hold frames of "
              + known.image()
              + " "
              + known.type()
              + " and of "
              + other.image()
              + " "
              + other.type(),
          "Put files of one measurement into one folder.");
    }
    return known;
  }

  FrameStack build(List<SourceFile> sources, List<String> warnings) {
    PlannedPart first = model;
    if (first == null) {
      throw new IllegalStateException("no part was added");
    }
    this.warnings.addAll(warnings);
    align();
    List<DatasetPlan> plans = new ArrayList<>();
    List<List<FrameRun>> runs = new ArrayList<>();
    for (int m = 0; m < files * first.modules().size(); m++) {
      runs.add(new ArrayList<>());
    }
    List<FrameGap> gaps = new ArrayList<>();
    long frames = 0;
    for (Row row : rows) {
      long count = row.frames() > 0 ? row.frames() : usual();
      for (int f = 0; f < row.cells.size(); f++) {
        Cell cell = row.cells.get(f);
        place(cell, f, frames, plans, runs);
        gaps.addAll(gaps(cell, frames, count));
      }
      frames += count;
    }
    if (frames > MOST_FRAMES) {
      throw InputException.of(
          FailureCode.UNSUPPORTED_DATASET,
          name,
          "its parts have " + frames + " frames together, above " + MOST_FRAMES,
          "Put them into several folders and reduce these one by one.");
    }
    List<FrameGap> merged = FrameGaps.merged(gaps);
    if (FrameGaps.frames(merged) >= frames) {
      FrameGap gap = merged.get(0);
      throw refused(gap);
    }
    return stack(first, frames, plans, runs, merged, sources);
  }

  /** Puts frames beside each other by the pulses that they are of, where the files say so. */
  private void align() {
    List<List<Cell>> cells = rows.stream().map(Row::cells).toList();
    if (FrameAlignment.possible(cells)) {
      List<Cell> aligned = new FrameAlignment(name, cells, warnings).aligned();
      rows.clear();
      rows.add(new Row(aligned));
    }
  }

  /** A gap over everything is a failure, in the words of the gap. */
  private InputException refused(FrameGap gap) {
    return InputException.of(gap.code(), name, "none of its frames can be read", gap.message());
  }

  private void place(
      Cell cell, int file, long start, List<DatasetPlan> plans, List<List<FrameRun>> runs) {
    PlannedPart part = cell.part;
    if (part == null) {
      return;
    }
    int modules = part.modules().size();
    int base = plans.size();
    plans.addAll(part.plans());
    for (int m = 0; m < modules; m++) {
      for (FrameRun run : part.modules().get(m)) {
        runs.get(file * modules + m).add(run.from(base + run.source()).shifted(start));
      }
    }
  }

  private List<FrameGap> gaps(Cell cell, long start, long count) {
    if (cell.part == null) {
      return List.of(new FrameGap(start, count, cell.code, cell.message));
    }
    List<FrameGap> gaps = new ArrayList<>();
    cell.part.gaps().forEach(gap -> gaps.add(FrameGaps.shifted(gap, start)));
    long own = cell.part.frames();
    if (own < count) {
      gaps.add(
          new FrameGap(
              start + own,
              count - own,
              FailureCode.MISSING_MODULE,
              cell.part.plans().get(0).where(own)
                  + ": this module has "
                  + own
                  + " frames where another has "
                  + count
                  + ". Check whether its file was written whole; the other frames are read."));
    }
    return gaps;
  }

  /** Frames of a part of which no module is there: as many as the fullest part has. */
  private long usual() {
    return rows.stream().mapToLong(Row::frames).max().orElse(1);
  }

  private FrameStack stack(
      PlannedPart first,
      long frames,
      List<DatasetPlan> plans,
      List<List<FrameRun>> runs,
      List<FrameGap> gaps,
      List<SourceFile> sources) {
    long run = 1;
    long stored = 0;
    for (DatasetPlan plan : plans) {
      long perRun = Math.max(1, plan.framesPerRun() / imagesPerFrame(first));
      run = Math.max(run, Math.min(perRun, frames));
      stored += plan.storedBytes();
    }
    List<StackSegments.Module> modules = new ArrayList<>();
    long whole = firstWhole(gaps);
    for (int m = 0; m < runs.size(); m++) {
      List<FrameRun> sorted = new ArrayList<>(runs.get(m));
      sorted.sort(java.util.Comparator.comparingLong(FrameRun::first));
      PlannedPart.Corrections corrections = corrections(m);
      modules.add(
          new StackSegments.Module(
              sorted, cover(sorted, whole, first.image()), corrections.mask(), corrections.flat()));
    }
    return new FrameStack(
        name,
        first.type(),
        first.image(),
        placements(first),
        arrangement(),
        frames,
        (int) Math.min(run, Integer.MAX_VALUE),
        stored,
        gaps,
        metadata(frames),
        sources,
        new StackSegments(plans, modules));
  }

  private static int imagesPerFrame(PlannedPart part) {
    return part.modules().size();
  }

  private static long firstWhole(List<FrameGap> gaps) {
    long frame = 0;
    for (FrameGap gap : gaps) {
      frame = gap.contains(frame) ? gap.first() + gap.count() : frame;
    }
    return frame;
  }

  /** The tiles of a frame where they leave some of its pixels out. */
  private static List<FrameTile> cover(List<FrameRun> runs, long frame, FrameShape image) {
    List<FrameTile> tiles = new RunFinder(runs).at(frame).stream().map(FrameRun::tile).toList();
    int pixels = tiles.stream().mapToInt(FrameTile::pixels).sum();
    return pixels >= image.pixels() ? List.of() : tiles;
  }

  /** Of the first file of the module that could be read. */
  private PlannedPart.Corrections corrections(int module) {
    for (Row row : rows) {
      int perFile = model == null ? 1 : model.modules().size();
      PlannedPart part = row.cells.get(module / perFile).part;
      if (part != null && !part.corrections().isEmpty()) {
        return part.corrections().get(module % perFile);
      }
    }
    return new PlannedPart.Corrections(null, null);
  }

  private List<ModulePlacement> placements(PlannedPart first) {
    if (arrangement() == ModuleArrangement.UNKNOWN) {
      List<ModulePlacement> below = new ArrayList<>();
      for (int m = 0; m < files * first.modules().size(); m++) {
        below.add(new ModulePlacement(m * first.image().rows(), 0));
      }
      return below;
    }
    if (files == 1) {
      return List.of(new ModulePlacement(0, 0));
    }
    List<double[]> offsets = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      offsets.add(offset(file));
    }
    double row = offsets.stream().mapToDouble(offset -> offset[0]).min().orElse(0);
    double column = offsets.stream().mapToDouble(offset -> offset[1]).min().orElse(0);
    return offsets.stream()
        .map(
            offset ->
                new ModulePlacement(
                    (int) Math.round(offset[0] - row), (int) Math.round(offset[1] - column)))
        .toList();
  }

  /** Several modules stand where their files say; the modules within a file nobody places. */
  private ModuleArrangement arrangement() {
    boolean many = model != null && model.modules().size() > 1;
    boolean known = !many && files == 1;
    if (!many && files > 1) {
      known = IntStream.range(0, files).allMatch(file -> offset(file).length == 2);
    }
    return known ? ModuleArrangement.KNOWN : ModuleArrangement.UNKNOWN;
  }

  /** Row and column in pixels; length 0 where no file of the module says so. */
  private double[] offset(int file) {
    for (Row row : rows) {
      PlannedPart part = row.cells.get(file).part;
      if (part != null && part.offset().length == 2) {
        return part.offset();
      }
    }
    return new double[0];
  }

  private StackMetadata metadata(long frames) {
    List<MetadataJoin.Part> parts = new ArrayList<>();
    for (Row row : rows) {
      PlannedPart read = null;
      for (Cell cell : row.cells) {
        if (cell.part != null) {
          boolean first = !cell.part.corrections().isEmpty();
          warnings.addAll(first ? cell.part.metadata().warnings() : List.of());
          warnings.addAll(cell.part.stillOpen());
          read = read == null ? cell.part : read;
        }
      }
      long count = row.frames() > 0 ? row.frames() : usual();
      parts.add(new MetadataJoin.Part(read == null ? null : read.metadata(), count));
    }
    return new MetadataJoin(name, frames).join(parts).warning(warnings);
  }
}
