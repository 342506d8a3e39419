package org.debye.hdf5;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups listed files into datasets by their names alone, so that 200,000 files need no open. A
 * group never spans directories. The rules, first match wins:
 *
 * <ol>
 *   <li>{@code X_m1_part00000.nxs}, {@code X_m2.nxs}: the modules and parts of one LAMBDA series
 *       are one dataset {@code X}, ordered by module, then part, both as numbers.
 *   <li>{@code X_master.h5} and {@code X_data_000001.h5}: one dataset {@code X}, of which the
 *       master, the first file, is the one to open. Data files without a master are a dataset
 *       {@code X} too, in numeric order.
 *   <li>{@code X_000001.h5} (five digits or more) beside {@code X.nxs} or {@code X.h5} (Diamond
 *       NXmx): the numbered file belongs to the other, which links to it. The same holds for {@code
 *       X_meta.h5}.
 *   <li>A file in a directory {@code scan0001}, where the directory above holds a listed HDF5 file
 *       (ESRF): it belongs to that file, which links to it; it is dropped.
 *   <li>Any other file is a dataset of its own, named without its extension.
 * </ol>
 *
 * <p>What links to what is only known inside the files; where names do not tell, a linked file that
 * is listed is a dataset of its own as well.
 */
public final class SeriesGrouping {
  private static final Pattern EXTENSION =
      Pattern.compile("(.+)\\.(nxs|nx5|h5|hdf5|hdf|cxi|he5)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MODULE = Pattern.compile("(.+)_m(\\d{1,2})(?:_part(\\d+))?");
  private static final Pattern EIGER = Pattern.compile("(.+)_(?:master|data_(\\d+))");
  private static final Pattern NUMBERED = Pattern.compile("(.+)_(?:\\d{5,}|meta)");
  private static final Pattern SCAN_DIRECTORY = Pattern.compile("(.*/)scan\\d{3,}/");

  private SeriesGrouping() {}

  /** Candidates in the order of their first file's URI. Two may bear one name. */
  public static List<StackCandidate> group(List<SourceFile> files) {
    List<Named> named = new ArrayList<>(files.size());
    Set<String> stems = new HashSet<>();
    Set<String> directories = new HashSet<>();
    for (SourceFile file : files) {
      Named one = Named.of(file);
      named.add(one);
      stems.add(one.directory + one.stem);
      directories.add(one.directory);
    }
    named.sort(Comparator.comparing((Named one) -> one.directory).thenComparing(o -> o.stem));
    Map<String, List<Named>> groups = new LinkedHashMap<>();
    Map<String, String> keys = new HashMap<>();
    for (Named one : named) {
      if (!belongsToListedMaster(one, directories)) {
        String key = one.key(stems);
        groups.computeIfAbsent(key, k -> new ArrayList<>(1)).add(one);
        keys.putIfAbsent(key, one.name(stems));
      }
    }
    List<StackCandidate> candidates = new ArrayList<>(groups.size());
    groups.forEach(
        (key, members) -> candidates.add(candidate(keys.getOrDefault(key, key), members)));
    return candidates;
  }

  private static StackCandidate candidate(String name, List<Named> members) {
    members.sort(
        Comparator.comparingInt((Named one) -> one.module)
            .thenComparingLong(one -> one.part)
            .thenComparing(one -> one.stem));
    return new StackCandidate(name, members.stream().map(one -> one.file).toList());
  }

  private static boolean belongsToListedMaster(Named one, Set<String> directories) {
    Matcher scan = SCAN_DIRECTORY.matcher(one.directory);
    return scan.matches() && directories.contains(scan.group(1));
  }

  /** Module and part number of a file by its name, for messages and to find holes in a series. */
  record Member(int module, long part) {
    static @Nullable Member of(SourceFile file) {
      Named named = Named.of(file);
      return named.kind == Kind.MODULE ? new Member(named.module, named.part) : null;
    }
  }

  private enum Kind {
    MODULE,
    EIGER,
    OTHER
  }

  /** A file with what its name says. */
  private record Named(
      SourceFile file,
      String directory,
      String stem,
      Kind kind,
      String series,
      int module,
      long part) {
    static Named of(SourceFile file) {
      String text = file.uri().toString();
      int slash = text.lastIndexOf('/') + 1;
      String directory = text.substring(0, slash);
      String name = file.name();
      Matcher extension = EXTENSION.matcher(name);
      String stem = extension.matches() ? extension.group(1) : name;
      Matcher module = MODULE.matcher(stem);
      if (module.matches()) {
        return new Named(
            file,
            directory,
            stem,
            Kind.MODULE,
            module.group(1),
            Integer.parseInt(module.group(2)),
            number(module.group(3)));
      }
      Matcher eiger = EIGER.matcher(stem);
      if (eiger.matches()) {
        String digits = eiger.group(2);
        int rank = digits == null ? 0 : 1;
        return new Named(file, directory, stem, Kind.EIGER, eiger.group(1), rank, number(digits));
      }
      return new Named(file, directory, stem, Kind.OTHER, stem, 0, 0);
    }

    /** Numbers beyond 18 digits are names, not parts; their order by name is kept. */
    private static long number(@Nullable String digits) {
      return digits == null || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }

    String name(Set<String> stems) {
      Matcher numbered = NUMBERED.matcher(stem);
      if (kind == Kind.OTHER && numbered.matches()) {
        String master = numbered.group(1);
        return stems.contains(directory + master) ? master : stem;
      }
      return series;
    }

    String key(Set<String> stems) {
      String name = name(stems);
      String suffix =
          kind == Kind.OTHER && name.equals(stem) ? "" : kind.name().toLowerCase(Locale.ROOT);
      return directory + name + '\n' + suffix;
    }
  }
}
