package org.debye.frame;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Calibrations as pyFAI writes them: PONI files of version 1 (pixel sizes), 2 (named detector and
 * its configuration) and 2.1 (orientation). Lines that start with # are comments. pyFAI appends
 * every new calibration to its file, so the last value of a key counts.
 */
public final class PoniFile {
  private static final Pattern SCALAR =
      Pattern.compile(
          "\\s*\"([^\"]+)\"\\s*:\\s*(\"[^\"]*\"|null|true|false|\\[[^\\]]*\\]|\\{[^{}]*\\}"
              + "|[-+.0-9a-zA-Z]+)\\s*(,|$)");
  private static final Pattern SHAPE =
      Pattern.compile("\\[\\s*(\\d+)(?:\\.0*)?\\s*,\\s*(\\d+)(?:\\.0*)?\\s*\\]");

  /** Pixels; m. */
  private static final int LONGEST_SIDE = 32_768;

  private static final double LONGEST_PIXEL = 0.01;

  private final Map<String, String> values;
  private final String where;

  private PoniFile(Map<String, String> values, String where) {
    this.values = values;
    this.where = where;
  }

  /**
   * Reads a calibration.
   *
   * @param text content of the file
   * @param where its name, for messages
   * @throws InputException MALFORMED_TEXT where a value is missing or no number;
   *     INVALID_CONFIGURATION for detectors with a distortion, curved ones and unknown ones
   */
  public static DetectorGeometry parse(String text, String where) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.split("\\R", -1)) {
      int colon = line.indexOf(':');
      if (!line.startsWith("#") && colon > 0) {
        values.put(
            line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).trim());
      }
    }
    return new PoniFile(values, where).geometry();
  }

  private DetectorGeometry geometry() {
    Double version = optional("poni_version");
    if (version != null && version >= 3) {
      throw malformed("poni_version " + version + " is newer than 2.1, the last one known");
    }
    Detector detector =
        version == null || version < 2 ? detectorOfVersion1() : detectorOfVersion2();
    double distance = required(values.containsKey("distance") ? "distance" : "dist");
    if (!(distance > 0)) {
      throw malformed("distance must be positive, got " + distance);
    }
    Double wavelength = optional("wavelength");
    if (wavelength != null && !(wavelength > 0)) {
      throw malformed("wavelength must be positive, got " + wavelength);
    }
    return new DetectorGeometry(
        distance,
        required("poni1"),
        required("poni2"),
        orZero("rot1"),
        orZero("rot2"),
        orZero("rot3"),
        detector,
        wavelength);
  }

  private Detector detectorOfVersion1() {
    String spline = values.get("splinefile");
    if (spline != null && !spline.equalsIgnoreCase("none")) {
      throw distorted("SplineFile " + spline);
    }
    Double pixel1 = optional("pixelsize1");
    Double pixel2 = optional("pixelsize2");
    String name = values.get("detector");
    if (name != null && !isGeneric(name)) {
      return named(name, pixel1, pixel2);
    }
    return generic(pixel1, pixel2, null);
  }

  private Detector detectorOfVersion2() {
    String name = values.get("detector");
    if (name == null) {
      throw malformed("no line \"Detector:\"");
    }
    Map<String, String> config = config(values.getOrDefault("detector_config", "{}"));
    for (String key : config.keySet()) {
      switch (key) {
        case "pixel1", "pixel2", "max_shape", "orientation", "sensor" -> {}
        case "splineFile", "x_offset_file", "y_offset_file" -> throw distorted(key);
        default -> throw malformed("Detector_config has a key \"" + key + "\" that is not known");
      }
    }
    Double pixel1 = number(config.get("pixel1"), "pixel1");
    Double pixel2 = number(config.get("pixel2"), "pixel2");
    FrameShape shape = shape(config.get("max_shape"));
    Detector detector =
        isGeneric(name) ? generic(pixel1, pixel2, shape) : named(name, pixel1, pixel2);
    return detector.withOrientation(orientation(config.get("orientation")));
  }

  private static boolean isGeneric(String name) {
    return name.equalsIgnoreCase("detector");
  }

  private Detector named(String name, @Nullable Double pixel1, @Nullable Double pixel2) {
    return DetectorCatalogue.find(name, positive(pixel1), positive(pixel2))
        .orElseThrow(
            () ->
                InputException.of(
                    FailureCode.INVALID_CONFIGURATION,
                    where,
                    "detector "
                        + name
                        + " is unknown, or is one with curved or unequal pixels, which are not"
                        + " supported",
                    "Known detectors are listed in detectors.csv; a flat one can be given as"
                        + " \"Detector: Detector\" with pixel1, pixel2 and max_shape."));
  }

  private Detector generic(
      @Nullable Double pixel1, @Nullable Double pixel2, @Nullable FrameShape shape) {
    Double first = positive(pixel1);
    Double second = positive(pixel2);
    if (first == null || second == null) {
      throw malformed("no pixel sizes (PixelSize1 and 2, or pixel1 and 2 in Detector_config)");
    }
    Detector detector = Detector.generic(first, second);
    return shape == null ? detector : detector.withShape(shape);
  }

  private Orientation orientation(@Nullable String text) {
    Double number = number(text, "orientation");
    if (number == null || number == 0) {
      return Orientation.BOTTOM_RIGHT;
    }
    for (Orientation orientation : Orientation.values()) {
      if (orientation.number() == number) {
        return orientation;
      }
    }
    throw malformed("orientation must be 1, 2, 3 or 4, got " + text);
  }

  private @Nullable FrameShape shape(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw malformed("max_shape must be [rows, columns] or null, got " + text);
    }
    return new FrameShape(length(matcher.group(1), text), length(matcher.group(2), text));
  }

  private int length(String digits, String text) {
    int length = digits.length() > 6 ? 0 : Integer.parseInt(digits);
    if (length < 1 || length > LONGEST_SIDE) {
      throw malformed("max_shape must be of 1 to " + LONGEST_SIDE + " pixels a side, got " + text);
    }
    return length;
  }

  /** Key and value of a JSON object of scalars and lists; nulls are left out. */
  private Map<String, String> config(String json) {
    if (!json.startsWith("{") || !json.endsWith("}")) {
      throw malformed("Detector_config is no JSON object: " + json);
    }
    Map<String, String> config = new LinkedHashMap<>();
    String inner = json.substring(1, json.length() - 1).trim();
    Matcher matcher = SCALAR.matcher(inner);
    int position = 0;
    while (position < inner.length()) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw malformed("Detector_config is no JSON object: " + json);
      }
      if (!matcher.group(2).equals("null")) {
        config.put(matcher.group(1), matcher.group(2));
      }
      position = matcher.end();
    }
    return config;
  }

  private @Nullable Double positive(@Nullable Double pixel) {
    if (pixel != null && !(pixel > 0 && pixel <= LONGEST_PIXEL)) {
      throw malformed("pixel sizes must be positive and in metres, got " + pixel);
    }
    return pixel;
  }

  private double required(String key) {
    Double value = optional(key);
    if (value == null) {
      throw malformed("no value for " + key);
    }
    return value;
  }

  private double orZero(String key) {
    Double value = optional(key);
    return value == null ? 0 : value;
  }

  private @Nullable Double optional(String key) {
    String text = values.get(key);
    return text == null || text.equalsIgnoreCase("none") ? null : number(text, key);
  }

  private @Nullable Double number(@Nullable String text, String key) {
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw InputException.of(
          FailureCode.MALFORMED_TEXT,
          where,
          key + " must be a number, got \"" + text + "\"",
          "This is no PONI file, or it was edited; save the calibration again.",
          e);
    }
    throw malformed(key + " must be finite, got " + text);
  }

  private InputException malformed(String problem) {
    return InputException.of(
        FailureCode.MALFORMED_TEXT,
        where,
        problem,
        "This is no PONI file, or it was edited; save the calibration again.");
  }

  private InputException distorted(String what) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        where,
        "the calibration has a distortion (" + what + "), which is not supported",
        "Correct the frames for it first and calibrate without a distortion file.");
  }
}
