package org.debye.jobs.reduce;

import java.util.List;
import java.util.stream.Stream;
import org.debye.frame.Detector;
import org.debye.frame.DetectorCatalogue;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.ImageFlip;
import org.debye.frame.ModulePlacement;
import org.debye.frame.PoniFile;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.SmallFile;
import org.debye.jobs.value.Wavelength;
import org.debye.spark.reduce.GeometrySettings;
import org.jspecify.annotations.Nullable;

/** Keys of {@code geometry}: where the detector stands. Conventions are pyFAI's. */
public record GeometryConfig(
    @Key(
            place = Key.Place.THERE,
            meaning =
                "PONI file of pyFAI's calibration (version 1, 2 or 2.1). Left out, the geometry is"
                    + " the keys below, or the file's NeXus detector group.")
        @Nullable String poni,
    @Key(
            meaning =
                "Named detector, such as Pilatus 1M or Eiger 4M; overrides that of the PONI file.")
        @Nullable String detector,
    @Key(meaning = "Pixel size along the rows' direction (vertical).", unit = "m")
        @Nullable Double pixel1,
    @Key(meaning = "Pixel size along the columns' direction (horizontal).", unit = "m")
        @Nullable Double pixel2,
    @Key(meaning = "Sample to detector plane, along its normal.", unit = "m")
        @Nullable Double distance,
    @Key(meaning = "Point of normal incidence, vertical.", unit = "m") @Nullable Double poni1,
    @Key(meaning = "Point of normal incidence, horizontal.", unit = "m") @Nullable Double poni2,
    @Key(meaning = "Rotation about the vertical axis.", unit = "rad") @Nullable Double rot1,
    @Key(meaning = "Rotation about the horizontal axis.", unit = "rad") @Nullable Double rot2,
    @Key(meaning = "Rotation about the beam.", unit = "rad") @Nullable Double rot3,
    @Key(
            meaning =
                "Overrides that of the PONI file and of the data. With its unit: 0.4836A,"
                    + " 4.836e-11m, 25.64keV.",
            unit = "as written")
        @Nullable Wavelength wavelength,
    @Key(
            meaning = "How the assembled image is turned over before the geometry applies.",
            byDefault = "none")
        ImageFlip flip,
    @Key(
            meaning =
                "First pixel of each module in the assembled image, as row:column; overrides the"
                    + " file's translations.",
            unit = "pixels",
            byDefault = "[]")
        List<Placement> modules) {

  /** m. */
  private static final double LONGEST_PIXEL = 0.01;

  public GeometryConfig {
    positive("pixel1", pixel1);
    positive("pixel2", pixel2);
    positive("distance", distance);
    boolean complete = distance != null && poni1 != null && poni2 != null;
    boolean pixels = detector != null || (pixel1 != null && pixel2 != null);
    boolean nothing = Stream.of(distance, poni1, poni2, rot1, rot2, rot3).allMatch(v -> v == null);
    InvalidValue.unless(
        poni != null || nothing || complete,
        "poni",
        "a geometry without a PONI file needs distance, poni1 and poni2",
        "Set all of geometry.distance, geometry.poni1 and geometry.poni2, or geometry.poni.");
    InvalidValue.unless(
        poni != null || nothing || pixels,
        "poni",
        "a geometry without a PONI file needs the size of the pixels",
        "Set geometry.detector, or geometry.pixel1 and geometry.pixel2.");
    InvalidValue.unless(
        detector == null || DetectorCatalogue.find(detector, null, null).isPresent(),
        "detector",
        detector + " is not a detector that is known",
        "Give its pixels as geometry.pixel1 and geometry.pixel2 instead.");
  }

  private static void positive(String name, @Nullable Double value) {
    InvalidValue.unless(
        value == null || value > 0, name, value + " is not above 0", "Write it in metres.");
    InvalidValue.unless(
        value == null || !name.startsWith("pixel") || value <= LONGEST_PIXEL,
        name,
        value + " m is no size of a pixel",
        "Write it in metres: 172e-6 for 172 micrometres.");
  }

  /**
   * The kernel's settings; reads the PONI file.
   *
   * @throws org.debye.failure.InputException the file is not there or no calibration
   */
  GeometrySettings settings() {
    return new GeometrySettings(
        geometry(),
        wavelength == null ? null : wavelength.metres(),
        flip,
        modules.stream().map(Placement::placement).toList());
  }

  private @Nullable DetectorGeometry geometry() {
    if (poni != null) {
      return over(PoniFile.parse(SmallFile.text(poni), poni));
    }
    if (distance == null || poni1 == null || poni2 == null) {
      return null;
    }
    Detector pixels = Detector.generic(or(pixel1, 1), or(pixel2, 1));
    return over(new DetectorGeometry(distance, poni1, poni2, 0, 0, 0, pixels, null));
  }

  /** Keys that are given are stronger than the PONI file. */
  private DetectorGeometry over(DetectorGeometry base) {
    Detector old = base.detector();
    Detector pixels = old;
    if (detector != null) {
      pixels =
          DetectorCatalogue.find(detector, pixel1, pixel2)
              .orElseThrow()
              .withOrientation(old.orientation());
    } else if (pixel1 != null || pixel2 != null) {
      pixels =
          new Detector(
              old.name(),
              or(pixel1, old.pixel1()),
              or(pixel2, old.pixel2()),
              old.shape(),
              old.orientation(),
              old.gaps());
    }
    return new DetectorGeometry(
        or(distance, base.distance()),
        or(poni1, base.poni1()),
        or(poni2, base.poni2()),
        or(rot1, base.rot1()),
        or(rot2, base.rot2()),
        or(rot3, base.rot3()),
        pixels,
        base.wavelength());
  }

  private static double or(@Nullable Double given, double other) {
    return given == null ? other : given;
  }

  GeometryConfig withPoni(String file) {
    return new GeometryConfig(
        file,
        detector,
        pixel1,
        pixel2,
        distance,
        poni1,
        poni2,
        rot1,
        rot2,
        rot3,
        wavelength,
        flip,
        modules);
  }

  /** Where a module's first pixel lies, {@code row:column}. */
  public record Placement(int row, int column) {
    /** Reads {@code 660:0}. */
    public static Placement parse(String text) {
      InvalidValue.unless(
          text.matches("[0-9]{1,6}:[0-9]{1,6}"),
          "",
          "not a place in the image",
          "Write row:column of the module's first pixel, such as 660:0.");
      String[] parts = text.split(":", -1);
      return new Placement(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    ModulePlacement placement() {
      return new ModulePlacement(row, column);
    }

    @Override
    public String toString() {
      return row + ":" + column;
    }
  }
}
