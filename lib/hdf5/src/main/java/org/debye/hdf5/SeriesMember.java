package org.debye.hdf5;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file with what its name says of the series it belongs to.
 *
 * @param directory URI up to and with the last slash
 * @param stem name without extension
 * @param series name of the series; the stem of a file that is none's
 * @param module number of the module, 0 where the name has none
 * @param part number of the part, data file or sequence, 0 where the name has none
 */
record SeriesMember(
    SourceFile file,
    String directory,
    String stem,
    Kind kind,
    String series,
    int module,
    long part) {
  private static final Pattern EXTENSION =
      Pattern.compile("(.+)\\.(nxs|nx5|h5|hdf5|hdf|cxi|he5)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MODULE = Pattern.compile("(.+)_m(\\d{1,2})(?:_part(\\d+))?");
  private static final Pattern EIGER = Pattern.compile("(.+)_(?:master|data_(\\d{6,}))");
  private static final Pattern EUXFEL =
      Pattern.compile("((?:RAW|CORR|PROC)-R\\d+-([A-Z]+?))(\\d{2})-S(\\d+)");

  /** What the name of a file makes of it. */
  enum Kind {
    /** One of the modules of a detector that writes each into a series of its own. */
    MODULE,
    /** The same at EuXFEL, where some may be switched off and nothing but the user places them. */
    CHANNEL,
    /** The file that links to a series of data files. */
    MASTER,
    /** One of a series of data files. */
    DATA,
    SINGLE
  }

  static SeriesMember of(SourceFile file) {
    String text = file.uri().toString();
    String directory = text.substring(0, text.lastIndexOf('/') + 1);
    String name = file.name();
    Matcher extension = EXTENSION.matcher(name);
    String stem = extension.matches() ? extension.group(1) : name;
    SeriesMember module = module(file, directory, stem, hasExtension(name, ".nxs"));
    return module == null ? eiger(file, directory, stem) : module;
  }

  static boolean hasExtension(String name, String extension) {
    int at = name.length() - extension.length();
    return at > 0 && name.regionMatches(true, at, extension, 0, extension.length());
  }

  private static @Nullable SeriesMember module(
      SourceFile file, String directory, String stem, boolean nexus) {
    Matcher lambda = MODULE.matcher(stem);
    if (lambda.matches() && (nexus || lambda.group(3) != null)) {
      int module = Integer.parseInt(lambda.group(2));
      long part = number(lambda.group(3));
      return new SeriesMember(file, directory, stem, Kind.MODULE, lambda.group(1), module, part);
    }
    Matcher euxfel = EUXFEL.matcher(stem);
    if (!euxfel.matches()) {
      return null;
    }
    // Data aggregators are not the modules of one detector: each is a series of its own.
    String own = euxfel.group(2).equals("DA") ? euxfel.group(3) : "";
    return new SeriesMember(
        file,
        directory,
        stem,
        Kind.CHANNEL,
        euxfel.group(1) + own,
        Integer.parseInt(euxfel.group(3)),
        number(euxfel.group(4)));
  }

  private static SeriesMember eiger(SourceFile file, String directory, String stem) {
    Matcher eiger = EIGER.matcher(stem);
    if (!eiger.matches()) {
      return new SeriesMember(file, directory, stem, Kind.SINGLE, stem, 0, 0);
    }
    String digits = eiger.group(2);
    Kind kind = digits == null ? Kind.MASTER : Kind.DATA;
    return new SeriesMember(file, directory, stem, kind, eiger.group(1), 0, number(digits));
  }

  /** Numbers beyond 18 digits are names, not parts; their order by name is kept. */
  private static long number(@Nullable String digits) {
    return digits == null || digits.length() > 18 ? 0 : Long.parseLong(digits);
  }

  /** Whether both are the same piece of one series, so that only one of them can be read as it. */
  boolean samePiece(SeriesMember other) {
    return kind == other.kind && module == other.module && part == other.part;
  }
}
