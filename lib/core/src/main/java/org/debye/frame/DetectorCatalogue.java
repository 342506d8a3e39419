package org.debye.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The flat detectors that calibrations name, from the table {@code detectors.csv} beside this
 * class: shape, pixel sizes and gaps. Curved and tiled detectors are not in it.
 */
public final class DetectorCatalogue {
  private static final Map<String, Entry> ENTRIES = read();

  private DetectorCatalogue() {}

  /**
   * A detector by its name or alias, whatever the case: {@code Pilatus 1M}, {@code eiger2_4m}.
   *
   * @param pixel1 pixel size that the calibration gives instead of the usual one (binning), m
   * @param pixel2 the same along the fast axis
   */
  public static Optional<Detector> find(
      String name, @Nullable Double pixel1, @Nullable Double pixel2) {
    Entry entry = ENTRIES.get(name.toLowerCase(Locale.ROOT).replace(' ', '_'));
    return Optional.ofNullable(entry).map(found -> found.detector(pixel1, pixel2));
  }

  /** The names as users know them, in the order of the table. */
  public static List<String> names() {
    return ENTRIES.values().stream().map(Entry::name).distinct().toList();
  }

  private record Entry(
      String name,
      FrameShape largest,
      FrameShape usual,
      double pixel1,
      double pixel2,
      ModuleGaps gaps) {

    Detector detector(@Nullable Double givenPixel1, @Nullable Double givenPixel2) {
      double first = givenPixel1 == null ? pixel1 : givenPixel1;
      double second = givenPixel2 == null ? pixel2 : givenPixel2;
      FrameShape shape =
          new FrameShape(
              binned(largest.rows(), usual.rows(), pixel1, first),
              binned(largest.columns(), usual.columns(), pixel2, second));
      return new Detector(name, first, second, shape, Orientation.BOTTOM_RIGHT, gaps);
    }

    /** Pixels along an axis when they are {@code given} m wide instead of {@code usualPixel}. */
    private static int binned(int largest, int usual, double usualPixel, double given) {
      double smallest = usualPixel * usual / largest;
      return (int) (largest / Math.max(1, Math.rint(given / smallest)));
    }
  }

  private static Map<String, Entry> read() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    try (InputStream in = DetectorCatalogue.class.getResourceAsStream("detectors.csv")) {
      if (in == null) {
        throw new IllegalStateException("detectors.csv is missing from the classpath");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line : reader.lines().skip(1).toList()) {
        String[] fields = line.split(",", -1);
        Entry entry = entry(fields);
        entries.put(entry.name().toLowerCase(Locale.ROOT).replace(' ', '_'), entry);
        for (String alias : fields[1].split("\\|", -1)) {
          entries.put(alias, entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static Entry entry(String[] fields) {
    int[] numbers = new int[fields.length];
    for (int i : new int[] {2, 3, 4, 5, 8, 9, 10, 11}) {
      numbers[i] = Integer.parseInt(fields[i]);
    }
    return new Entry(
        fields[0],
        new FrameShape(numbers[2], numbers[3]),
        new FrameShape(numbers[4], numbers[5]),
        Double.parseDouble(fields[6]),
        Double.parseDouble(fields[7]),
        new ModuleGaps(
            numbers[8],
            numbers[9],
            numbers[10],
            numbers[11],
            fields[12].equals("split"),
            fields[12].equals("round")));
  }
}
