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
import org.debye.hdf5.SeriesMember.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Groups listed files into datasets by their names alone, so that 200,000 files need no open. Every
 * file belongs to exactly one dataset. The rules, first match wins:
 *
 * <ol>
 *   <li>A file in {@code X/scan0001/} where {@code X/X.h5} is listed (ESRF): it belongs to that
 *       file, which links to it. Other files above it claim nothing.
 *   <li>{@code X_m1_part00000.nxs}, {@code X_m2.nxs}: the modules and parts of one LAMBDA series
 *       are one dataset {@code X}, ordered by module, then part, both as numbers. Without a part
 *       number only for {@code .nxs} files.
 *   <li>{@code RAW-R0042-AGIPD03-S00001.h5} (EuXFEL): modules and sequences of one run, in the same
 *       way; for data aggregators ({@code DA01}) the sequences of each.
 *   <li>{@code X_master.h5} and {@code X_data_000001.h5} (Dectris, six digits): one dataset {@code
 *       X}, of which the master, the first file, is the one to open. Data files without a master
 *       are a dataset {@code X} too, in numeric order.
 *   <li>{@code X_000001.h5} (six digits or more) beside {@code X.nxs} or {@code X_master.h5}
 *       (Diamond NXmx): the numbered file belongs to the other, which links to it; and so does
 *       {@code X_meta.h5}, beside such files only. Beside a plain {@code X.h5} both are datasets of
 *       their own.
 *   <li>Any other file is a dataset of its own, named without its extension.
 * </ol>
 *
 * <p>What links to what is only known inside the files. Where names do not tell, a linked file that
 * is listed is a dataset of its own as well: read twice rather than not at all. Where a master does
 * not link to a file that belongs to it by these rules, {@link StackPlanner} says so in the
 * dataset's warnings. Of two files that would be the same piece of one series ({@code
 * X_m1_part00000.nxs} and {@code .h5}) the second is a dataset of its own.
 */
public final class SeriesGrouping {
  private static final Pattern NUMBERED = Pattern.compile("(.+)_\\d{6,}");
  private static final Pattern META = Pattern.compile("(.+)_meta");
  private static final Pattern SCAN_DIRECTORY = Pattern.compile("(.*/([^/]+)/)scan\\d{4}/");

  private final Map<String, SeriesMember> members = new HashMap<>();

  /** Directory and series of all that data files of six digits belong to. */
  private final Set<String> numbered = new HashSet<>();

  private SeriesGrouping() {}

  /** Candidates in the order of their first file's URI. Two may bear one name. */
  public static List<StackCandidate> group(List<SourceFile> files) {
    return new SeriesGrouping().grouped(files);
  }

  private List<StackCandidate> grouped(List<SourceFile> files) {
    List<SeriesMember> sorted = new ArrayList<>(files.size());
    for (SourceFile file : files) {
      SeriesMember member = SeriesMember.of(file);
      sorted.add(member);
      members.put(member.directory() + file.name(), member);
      Matcher digits = NUMBERED.matcher(member.stem());
      if (member.kind() == Kind.DATA || digits.matches()) {
        String series = member.kind() == Kind.DATA ? member.series() : digits.group(1);
        numbered.add(member.directory() + series);
      }
    }
    sorted.sort(
        Comparator.comparing(SeriesMember::directory)
            .thenComparing(SeriesMember::stem)
            .thenComparing(member -> member.file().name()));
    Map<String, List<SeriesMember>> groups = new LinkedHashMap<>();
    for (SeriesMember member : sorted) {
      groups.computeIfAbsent(key(member), k -> new ArrayList<>(1)).add(member);
    }
    List<StackCandidate> candidates = new ArrayList<>(groups.size());
    groups.values().forEach(group -> addCandidates(group, candidates));
    return candidates;
  }

  private void addCandidates(List<SeriesMember> group, List<StackCandidate> candidates) {
    List<SeriesMember> own = new ArrayList<>(group.size());
    List<SourceFile> linked = new ArrayList<>(0);
    for (SeriesMember member : group) {
      if (master(member) == null) {
        own.add(member);
      } else {
        linked.add(member.file());
      }
    }
    own.sort(
        Comparator.comparing(SeriesMember::kind)
            .thenComparingInt(SeriesMember::module)
            .thenComparingLong(SeriesMember::part)
            .thenComparing(SeriesMember::stem));
    List<SourceFile> files = new ArrayList<>(group.size());
    List<SeriesMember> doubles = new ArrayList<>(0);
    SeriesMember last = null;
    for (SeriesMember member : own) {
      if (last != null && member.samePiece(last)) {
        doubles.add(member);
      } else {
        files.add(member.file());
        last = member;
      }
    }
    files.addAll(linked);
    candidates.add(new StackCandidate(own.get(0).series(), files));
    for (SeriesMember member : doubles) {
      candidates.add(new StackCandidate(member.stem(), List.of(member.file())));
    }
  }

  private String key(SeriesMember member) {
    SeriesMember master = master(member);
    if (master != null) {
      return key(master);
    }
    return switch (member.kind()) {
      case MODULE, CHANNEL -> member.directory() + member.series() + "\nmodules";
      case MASTER, DATA -> member.directory() + member.series() + "\neiger";
      case SINGLE -> member.directory() + member.file().name();
    };
  }

  /** The listed file that the member belongs to and that links to it; null if there is none. */
  private @Nullable SeriesMember master(SeriesMember member) {
    Matcher scan = SCAN_DIRECTORY.matcher(member.directory());
    SeriesMember above = scan.matches() ? linking(scan.group(1) + scan.group(2) + ".h5") : null;
    if (above != null) {
      return above;
    }
    if (member.kind() != Kind.SINGLE || !SeriesMember.hasExtension(member.file().name(), ".h5")) {
      return null;
    }
    Matcher digits = NUMBERED.matcher(member.stem());
    if (digits.matches()) {
      return beside(member, digits.group(1));
    }
    Matcher meta = META.matcher(member.stem());
    return meta.matches() && numbered.contains(member.directory() + meta.group(1))
        ? beside(member, meta.group(1))
        : null;
  }

  private @Nullable SeriesMember beside(SeriesMember member, String series) {
    SeriesMember nexus = linking(member.directory() + series + ".nxs");
    return nexus == null ? linking(member.directory() + series + "_master.h5") : nexus;
  }

  /** A listed file of a kind that links to others, or null. */
  private @Nullable SeriesMember linking(String path) {
    SeriesMember found = members.get(path);
    boolean links = found != null && (found.kind() == Kind.SINGLE || found.kind() == Kind.MASTER);
    return links ? found : null;
  }
}
