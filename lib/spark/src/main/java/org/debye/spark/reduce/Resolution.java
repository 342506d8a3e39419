package org.debye.spark.reduce;

import java.util.ArrayList;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.debye.hdf5.FrameStack;
import org.debye.hdf5.ModuleArrangement;
import org.debye.hdf5.NexusGeometry;
import org.debye.spectra.AxisKind;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the user, the calibration and the file say of a dataset, the user's word being
 * the strongest, and refuses what does not fit before a frame is read.
 */
final class Resolution {
  /** Relative difference of two wavelengths that is worth a warning. */
  private static final double WAVELENGTH_TOLERANCE = 1e-3;

  private final ReduceSettings settings;
  private final CorrectionImages images;

  Resolution(ReduceSettings settings, CorrectionImages images) {
    this.settings = settings;
    this.images = images;
  }

  /**
   * Resolves one dataset.
   *
   * @throws InputException where something is missing or does not fit
   */
  Recipe resolve(FrameStack stack) {
    DetectorLayout layout = layout(stack);
    FrameShape image = layout.assembled();
    DetectorGeometry geometry = geometry(stack);
    geometry.requireShape(image, stack.name());
    images.requireShape(image, stack.name());
    AxisKind unit = settings.integration().unit();
    if (unit == AxisKind.Q_PER_NM || unit == AxisKind.Q_PER_ANGSTROM) {
      geometry.requireWavelength(stack.name(), unit.key());
    }
    if (settings.frames().spectra(stack.frames()) == 0) {
      throw InputException.of(
          FailureCode.ZERO_FRAMES,
          stack.name(),
          "none of its " + stack.frames() + " frames is in the range of " + settings.frames(),
          "Widen frames.range, or lower frames.step or frames.sum.");
    }
    return new Recipe(
        geometry,
        layout,
        settings.corrections().rules(),
        stack.metadata().saturation(),
        settings.corrections().fileFlat() && settings.corrections().flat() == null,
        settings.integration(),
        settings.baseline());
  }

  /** Sentences on what was read and not taken. */
  List<String> warnings(FrameStack stack, Recipe recipe) {
    List<String> warnings = new ArrayList<>(stack.metadata().warnings());
    Double inFile = stack.metadata().wavelength();
    Double used = recipe.geometry().wavelength();
    if (inFile != null
        && used != null
        && Math.abs(inFile - used) > WAVELENGTH_TOLERANCE * Math.abs(used)) {
      warnings.add(
          stack.name()
              + ": the file says "
              + inFile
              + " m as wavelength; "
              + used
              + " m was used.");
    }
    return warnings;
  }

  private DetectorLayout layout(FrameStack stack) {
    List<ModulePlacement> placements = settings.geometry().placements();
    if (!placements.isEmpty() && placements.size() != stack.placements().size()) {
      throw InputException.of(
          FailureCode.GEOMETRY_MISMATCH,
          stack.name(),
          "it has "
              + stack.placements().size()
              + " modules, geometry.modules places "
              + placements.size(),
          "Give one placement for each module, or leave geometry.modules out.");
    }
    if (placements.isEmpty() && stack.arrangement() == ModuleArrangement.UNKNOWN) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          stack.name(),
          "its files do not say where its " + stack.placements().size() + " modules stand",
          "Set geometry.modules to row:column of the first pixel of each in the assembled image.");
    }
    return DetectorLayout.of(
        stack.module(),
        placements.isEmpty() ? stack.placements() : placements,
        settings.geometry().flip());
  }

  private DetectorGeometry geometry(FrameStack stack) {
    DetectorGeometry given = settings.geometry().given();
    DetectorGeometry geometry = given == null ? nexus(stack) : given;
    Double wavelength =
        first(
            settings.geometry().wavelength(), geometry.wavelength(), stack.metadata().wavelength());
    return wavelength == null ? geometry : geometry.withWavelength(wavelength);
  }

  @SafeVarargs
  private static <T> @Nullable T first(@Nullable T... values) {
    for (T value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static DetectorGeometry nexus(FrameStack stack) {
    NexusGeometry group = stack.metadata().geometry();
    if (group == null) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          stack.name(),
          "no geometry is given, and its NeXus detector group does not hold distance, pixel sizes"
              + " and beam centre",
          "Set geometry.poni to the PONI file of the calibration.");
    }
    return DetectorGeometry.ofBeamCentre(
        group.distance(),
        group.rowPixelSize(),
        group.columnPixelSize(),
        group.beamRow(),
        group.beamColumn());
  }
}
