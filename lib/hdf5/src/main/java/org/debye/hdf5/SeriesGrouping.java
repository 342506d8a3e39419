package org.debye.hdf5;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
 *       are one dataset {@code X}, ordered by module, then part, both as numbers. Without a part
 *       number only for {@code .nxs} files.
 *   <li>{@code RAW-R0042-AGIPD03-S00001.h5} (EuXFEL): modules and sequences of one run, in the same
 *       way.
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
  private static final Pattern EUXFEL =
      Pattern.compile("((?:RAW|CORR|PROC)-R\\d+-[A-Z]+?)(\\d{2})-S(\\d+)");
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
        Comparator.comparing((Named one) -> one.kind == Kind.DATA)
            .thenComparingInt(one -> one.module)
            .thenComparingLong(one -> one.part)
            .thenComparing(one -> one.stem));
    return new StackCandidate(name, members.stream().map(one -> one.file).toList());
  }

  private static boolean belongsToListedMaster(Named one, Set<String> directories) {
    Matcher scan = SCAN_DIRECTORY.matcher(one.directory);
    return scan.matches() && directories.contains(scan.group(1));
  }

  /** What the name of a file makes of it. */
  enum Kind {
    /** One of the modules of a detector that writes each into a series of its own. */
    MODULE,
    /** The file that links to a series of data files. */
    MASTER,
    /** One of a series of data files. */
    DATA,
    SINGLE
  }

  /** Kind, module and part number of a file by its name. */
  record Member(Kind kind, int module, long part) {
    static Member of(SourceFile file) {
      Named named = Named.of(file);
      return new Member(named.kind, named.module, named.part);
    }
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
      String directory = text.substring(0, text.lastIndexOf('/') + 1);
      String name = file.name();
      Matcher extension = EXTENSION.matcher(name);
      String stem = extension.matches() ? extension.group(1) : name;
      boolean nexus =
          name.length() > 4 && name.regionMatches(true, name.length() - 4, ".nxs", 0, 4);
      Matcher module = MODULE.matcher(stem);
      if (module.matches() && (nexus || module.group(3) != null)) {
        return new Named(
            file,
            directory,
            stem,
            Kind.MODULE,
            module.group(1),
            Integer.parseInt(module.group(2)),
            number(module.group(3)));
      }
      Matcher euxfel = EUXFEL.matcher(stem);
      if (euxfel.matches()) {
        int number = Integer.parseInt(euxfel.group(2));
        return new Named(
            file, directory, stem, Kind.MODULE, euxfel.group(1), number, number(euxfel.group(3)));
      }
      return eiger(file, directory, stem);
    }

    private static Named eiger(SourceFile file, String directory, String stem) {
      Matcher eiger = EIGER.matcher(stem);
      if (!eiger.matches()) {
        return new Named(file, directory, stem, Kind.SINGLE, stem, 0, 0);
      }
      String digits = eiger.group(2);
      Kind kind = digits == null ? Kind.MASTER : Kind.DATA;
      return new Named(file, directory, stem, kind, eiger.group(1), 0, number(digits));
    }

    /** Numbers beyond 18 digits are names, not parts; their order by name is kept. */
    private static long number(@Nullable String digits) {
      return digits == null || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }

    /** The series; for a numbered file beside its master, the master. */
    String name(Set<String> stems) {
      Matcher numbered = NUMBERED.matcher(stem);
      if (kind == Kind.SINGLE && numbered.matches()) {
        String master = numbered.group(1);
        return stems.contains(directory + master) ? master : stem;
      }
      return series;
    }

    String key(Set<String> stems) {
      String suffix =
          switch (kind) {
            case MODULE -> "modules";
            case MASTER, DATA -> "eiger";
            case SINGLE -> "";
          };
      return directory + name(stems) + '\n' + suffix;
    }
  }
}
