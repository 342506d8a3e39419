package org.debye.hdf5;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Makes one stack of a candidate's files: a file, an Eiger master, or modules x parts. A part that
 * a module lacks, or that cannot be read, is a gap as long as the other modules' part; frames are
 * numbered through the parts all the same.
 */
final class StackAssembly {
  private static final int LISTED = 4;
  private static final Pattern META = Pattern.compile(".+_meta\\.h5");

  private final StackCandidate candidate;
  private final BiFunction<SourceFile, Boolean, Opened> planner;
  private final Map<URI, Long> visited = new LinkedHashMap<>();
  private final Set<Integer> described = new HashSet<>();
  private @Nullable InputException failure;
  private @Nullable String results;

  /** One file looked at: its frames, or why it holds results. */
  record Opened(@Nullable PlannedPart part, @Nullable String results, Map<URI, Long> visited) {}

  /**
   * Takes a candidate.
   *
   * @param planner plans a file; the flag asks for mask, flat and place, once for each module
   */
  StackAssembly(StackCandidate candidate, BiFunction<SourceFile, Boolean, Opened> planner) {
    this.candidate = candidate;
    this.planner = planner;
  }

  Planning planning() {
    NavigableMap<Integer, NavigableMap<Long, SourceFile>> series = series();
    checkModules(series);
    StackBuilder builder = new StackBuilder(candidate.name(), series.size());
    for (long part : parts(series)) {
      builder.addPart(row(series, part));
    }
    String why = results;
    if (builder.empty() && why != null && !unread().isEmpty()) {
      throw InputException.of(
          FailureCode.NO_FRAME_DATASET,
          candidate.files().get(0).name(),
          why + "; " + named(unread()) + ", taken by name for its data, was not read",
          "Leave this file out to have the others reduced on their own.");
    }
    if (builder.empty() && why != null) {
      return new Planning.NotRaw(candidate.files().get(0).name() + ": " + why);
    }
    if (builder.empty() && failure != null) {
      throw failure;
    }
    return new Planning.Raw(builder.build(sources(), notLinked()));
  }

  /** Files that by their names a master links to, and that it does not: nobody has read them. */
  private List<SourceFile> unread() {
    SeriesMember.Kind kind = SeriesMember.of(candidate.files().get(0)).kind();
    if (kind != SeriesMember.Kind.MASTER && kind != SeriesMember.Kind.SINGLE) {
      return List.of();
    }
    return candidate.files().stream()
        .skip(1)
        .filter(file -> !visited.containsKey(file.uri()) && !META.matcher(file.name()).matches())
        .toList();
  }

  private List<String> notLinked() {
    List<SourceFile> unread = unread();
    if (unread.isEmpty()) {
      return List.of();
    }
    return List.of(
        candidate.files().get(0).name()
            + " does not link to "
            + named(unread)
            + ", taken by name for its data; what is in there was not read. Rename the file, or"
            + " move it to another folder, to have it reduced on its own.");
  }

  private static String named(List<SourceFile> files) {
    String names =
        files.stream().limit(LISTED).map(SourceFile::name).collect(Collectors.joining(", "));
    return files.size() > LISTED ? names + " and " + (files.size() - LISTED) + " more" : names;
  }

  /** One part of every module, in the order of the modules. */
  private List<StackBuilder.Cell> row(
      NavigableMap<Integer, NavigableMap<Long, SourceFile>> series, long part) {
    List<StackBuilder.Cell> row = new ArrayList<>();
    for (Map.Entry<Integer, NavigableMap<Long, SourceFile>> module : series.entrySet()) {
      SourceFile file = module.getValue().get(part);
      row.add(file == null ? absent(module.getKey(), part) : cell(module.getKey(), file));
    }
    return row;
  }

  private StackBuilder.Cell absent(int module, long part) {
    return new StackBuilder.Cell(
        null,
        FailureCode.MISSING_MODULE,
        candidate.name()
            + ": part "
            + part
            + " of module "
            + module
            + " is missing. Put the file back and run again; the other frames are read.");
  }

  private StackBuilder.Cell cell(int module, SourceFile file) {
    try {
      Opened opened = planner.apply(file, !described.contains(module));
      visited.putAll(opened.visited);
      if (opened.part != null) {
        described.add(module);
        return new StackBuilder.Cell(opened.part, FailureCode.INTERNAL, "");
      }
      String why = String.valueOf(opened.results);
      results = results == null ? why : results;
      return new StackBuilder.Cell(
          null, FailureCode.NO_FRAME_DATASET, file.name() + ": " + why + ". Leave it out.");
    } catch (InputException e) {
      failure = failure == null ? e : failure;
      return new StackBuilder.Cell(null, e.code(), String.valueOf(e.getMessage()));
    }
  }

  /** Modules by number, each with its parts by number; what a master links to is not opened. */
  private NavigableMap<Integer, NavigableMap<Long, SourceFile>> series() {
    NavigableMap<Integer, NavigableMap<Long, SourceFile>> series = new TreeMap<>();
    for (SourceFile file : candidate.files()) {
      SeriesMember member = SeriesMember.of(file);
      series.computeIfAbsent(member.module(), m -> new TreeMap<>()).put(member.part(), file);
      if (member.kind() == SeriesMember.Kind.MASTER || member.kind() == SeriesMember.Kind.SINGLE) {
        break;
      }
    }
    return series;
  }

  /** Part numbers with those that are missing between; numbers far apart are no series. */
  private static Collection<Long> parts(
      NavigableMap<Integer, NavigableMap<Long, SourceFile>> series) {
    TreeSet<Long> parts = new TreeSet<>();
    series.values().forEach(module -> parts.addAll(module.keySet()));
    long span = parts.last() - parts.first() + 1;
    return span > 4L * parts.size() + 64
        ? parts
        : LongStream.rangeClosed(parts.first(), parts.last()).boxed().toList();
  }

  /**
   * A whole module that is absent leaves no frame whole. Its number tells where it is below the
   * last one; that the last module's files are all absent no LAMBDA header and no name can tell. A
   * single module is a detector of its own. EuXFEL switches modules off; there the user places
   * those that are there, and their number must fit.
   */
  private void checkModules(NavigableMap<Integer, NavigableMap<Long, SourceFile>> series) {
    boolean numbered = SeriesMember.of(candidate.files().get(0)).kind() == SeriesMember.Kind.MODULE;
    if (!numbered || series.size() == 1) {
      return;
    }
    for (int module = Math.min(1, series.firstKey()); module <= series.lastKey(); module++) {
      if (!series.containsKey(module)) {
        throw InputException.of(
            FailureCode.MISSING_MODULE,
            candidate.name(),
            "there are files of modules " + series.keySet() + ", none of module " + module,
            "Put its files back, or reduce the modules one by one from folders of their own.");
      }
    }
  }

  /** What was listed, then what links led to; the listing does not show when that changed. */
  private List<SourceFile> sources() {
    Map<URI, SourceFile> sources = new LinkedHashMap<>();
    candidate.files().forEach(file -> sources.put(file.uri(), file));
    visited.forEach((uri, size) -> sources.putIfAbsent(uri, new SourceFile(uri, size, 0)));
    return List.copyOf(sources.values());
  }
}
