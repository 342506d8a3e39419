package org.debye.hdf5.write;

import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.jspecify.annotations.Nullable;

/**
 * What a raw file of one module holds besides its frames.
 *
 * @param module shape of a frame
 * @param row where the module stands in the assembled image, pixels; differences count
 * @param exposureSeconds of every frame
 * @param saturation counts at which a pixel is saturated
 * @param pixelMask row-major uint32 bits, or length 0 for none
 * @param wavelength of the beam, m, or null where the file is not to say
 * @param detectorName {@code local_name} of the module
 */
public record FrameStackSettings(
    PixelType type,
    FrameShape module,
    FrameCompression compression,
    int row,
    int column,
    double exposureSeconds,
    int saturation,
    double pixelSizeMicrometres,
    int[] pixelMask,
    @Nullable Double wavelength,
    @Nullable String sample,
    String detectorName) {
  public FrameStackSettings {
    if (pixelMask.length != 0 && pixelMask.length != module.pixels()) {
      throw new IllegalArgumentException(
          "a mask of " + pixelMask.length + " pixels for a module of " + module);
    }
    if (!(exposureSeconds > 0) || !(pixelSizeMicrometres > 0)) {
      throw new IllegalArgumentException(
          "exposure " + exposureSeconds + " s, pixels of " + pixelSizeMicrometres + " um");
    }
  }
}
