package org.debye.spark.reduce;

import java.io.Serializable;
import java.util.List;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.ImageFlip;
import org.debye.frame.ModulePlacement;
import org.jspecify.annotations.Nullable;

/**
 * Where the detector stands.
 *
 * @param given by a PONI file or by the configuration; the file's NeXus detector group if null
 * @param wavelength m, stronger than that of the geometry and of the data; null if not given
 * @param placements of the modules, stronger than the file's; empty if not given
 */
public record GeometrySettings(
    @Nullable DetectorGeometry given,
    @Nullable Double wavelength,
    ImageFlip flip,
    List<ModulePlacement> placements)
    implements Serializable {
  public GeometrySettings {
    placements = List.copyOf(placements);
  }

  /** A geometry for images as they are. */
  public static GeometrySettings of(DetectorGeometry geometry) {
    return new GeometrySettings(geometry, null, ImageFlip.NONE, List.of());
  }
}
